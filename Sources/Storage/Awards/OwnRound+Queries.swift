public import Domain
import Postgres

extension OwnRound {
    /// Opens a round of who gives, as who keeps its awards; the database finds the rules of the day.
    public static func open(
        _ id: ID, of giver: SubUnit.ID, by tenant: Tenant.ID, in campaign: Campaign.ID, _ kind: Campaign.Review, opensOn: CivilDate,
        cutOff: CivilDate, documentNumber: String, documentOn: CivilDate, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("own_round"))
                (tenant_id, id, unit_id, campaign_id, kind, opens_on, cut_off, document_number, document_on, opened_by, opened_on)
            VALUES (\(tenant), \(id), \(giver), \(campaign), \(kind), \(opensOn), \(cutOff), \(documentNumber), \(documentOn), core.actor_post(),
                core.today())
            """)
    }

    /// Locks its list today: nothing more is submitted, and withdrawing frees no slot any longer (A04). Answers whether that was the officer's to do.
    public static func lock(_ id: ID, of tenant: Tenant.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            "UPDATE \(identifier: tx.table("own_round")) SET locked_on = core.today() WHERE tenant_id = \(tenant) AND id = \(id)") == 1
    }

    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> OwnRound? {
        try await tx.first("\(fragment: columns(tx)) AND r.id = \(id)", read)
    }

    /// The rounds of a unit and of all in it that give, the latest opened first.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws -> [OwnRound] {
        let next: SQL = last.map { "r.id < \($0)" } ?? "true"
        return try await tx.rows(
            "\(fragment: columns(tx)) AND \(fragment: next) ORDER BY r.id DESC LIMIT \(Int32(clamping: limit))", read)
    }

    /// Slots and money as far as dossiers are in sight.
    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT r.id, c.code, r.kind, r.unit_id, coalesce(u.full_name, ''), g.form, g.signer, g.budget, r.opens_on, r.cut_off, r.locked_on,
            r.document_number, r.document_on, x.document_number, r.each_unit, r.collectives, r.individuals, s.collectives, s.individuals, m.awards,
            m.amount, m.unknown
        FROM \(identifier: tx.table("own_round")) AS r
            JOIN core.campaign AS c ON c.id = r.campaign_id
            JOIN \(identifier: tx.table("own_rules")) AS x ON \(fragment: tx.within("x.tenant_id")) AND x.tenant_id = r.tenant_id AND x.id = r.rules_id
            JOIN \(identifier: tx.table("own_giver")) AS g
                ON \(fragment: tx.within("g.tenant_id")) AND g.tenant_id = r.tenant_id AND g.rules_id = r.rules_id AND g.unit_id = r.unit_id
            LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "r.unit_id", in: "r.tenant_id", tx))) AS u ON true
            LEFT JOIN LATERAL (
                SELECT count(*) FILTER (WHERE w.subject = 'collective') AS collectives, count(*) FILTER (WHERE w.subject = 'individual') AS individuals
                FROM \(identifier: tx.table("own_slot")) AS w
                WHERE \(fragment: tx.within("w.tenant_id")) AND w.tenant_id = r.tenant_id AND w.round_id = r.id AND w.freed_on IS NULL
            ) AS s ON true
            LEFT JOIN LATERAL (\(fragment: money(tx))) AS m ON true
        WHERE \(fragment: tx.within("r.tenant_id"))
        """
    }

    /// Of a round `r`: recorded awards as they were reckoned, all others as if they were signed today.
    private static func money(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT count(*) AS awards, coalesce(sum(k.reward), 0)::bigint AS amount, count(*) FILTER (WHERE k.reward IS NULL) AS unknown
        FROM (
            SELECT coalesce(a.reward, core.reward_amount(t.percent_of_base_salary, b.vnd_per_month, o.unit_vnd, o.direction)) AS reward
            FROM \(identifier: tx.table("award_dossier")) AS d
                LEFT JOIN \(identifier: tx.table("award")) AS a
                    ON \(fragment: tx.within("a.tenant_id")) AND a.tenant_id = d.tenant_id AND a.dossier_id = d.id
                LEFT JOIN core.legal_regime AS l ON CASE WHEN d.regime_code IS NULL
                    THEN l.valid_from <= core.today() AND (l.valid_to IS NULL OR l.valid_to >= core.today()) ELSE l.code = d.regime_code END
                LEFT JOIN core.reward_rate AS t ON t.decree = l.decree AND t.form = d.form AND t.subject = d.subject
                    AND t.valid_from <= core.today() AND (t.valid_to IS NULL OR t.valid_to >= core.today())
                LEFT JOIN core.reward_rounding AS o ON o.decree = l.decree
                    AND o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
                LEFT JOIN core.base_salary AS b ON b.valid_from <= core.today() AND (b.valid_to IS NULL OR b.valid_to >= core.today())
            WHERE \(fragment: tx.within("d.tenant_id")) AND d.tenant_id = r.tenant_id AND d.round_id = r.id AND d.submitted_on IS NOT NULL
              AND d.state NOT IN ('withdrawn', 'refused', 'revoked')
        ) AS k
        """
    }

    private static func read(_ row: inout RowReader) throws -> OwnRound {
        let (id, campaign, kind): (ID, String, Campaign.Review) = (try row.next(), try row.next(), try row.next())
        let (giver, giverName, form): (SubUnit.ID, String, AwardForm) = (try row.next(), try row.next(), try row.next())
        let (signer, budget): (String, String) = (try row.next(), try row.next())
        let round = NominationRound(opensOn: try row.next(), cutOff: try row.next(), lockedOn: try row.next())
        let (number, date, rules): (String, CivilDate, String) = (try row.next(), try row.next(), try row.next())
        let isEachUnit: Bool = try row.next()
        let slots = [Int(try row.next(Int32.self)), Int(try row.next(Int32.self))]
        let taken = try (0..<2).map { _ in Int(try row.next(Int64.self)) }
        let cost = Cost(
            awards: Int(try row.next(Int64.self)), amount: Int(try row.next(Int64.self)), unknown: Int(try row.next(Int64.self)))
        return OwnRound(
            id: id, campaign: campaign, kind: kind, giver: giver, giverName: giverName, form: form, signer: signer, budget: budget,
            round: round, documentNumber: number, documentOn: date, rules: rules, isEachUnit: isEachUnit,
            collectives: Slots(slots: slots[0], taken: taken[0]), individuals: Slots(slots: slots[1], taken: taken[1]), cost: cost)
    }
}

extension OwnAwardTotal {
    /// What units gave by their own authority in a year, for who reads the province.
    public static func list(of year: Int, in tx: borrowing TenantTransaction) async throws -> [OwnAwardTotal] {
        try await tx.rows(
            """
            SELECT t.slug, t.full_name, o.form, o.subject, o.awards, o.reward
            FROM core.own_award_totals(\(Int32(clamping: year))) AS o
                JOIN core.tenant_on(core.today()) AS t ON t.id = o.tenant
            ORDER BY t.position, t.slug, o.form, o.subject
            """
        ) { row in
            let (slug, name): (Tenant.Slug, String) = (try row.next(), try row.next())
            let (form, subject): (AwardForm, AwardSubject) = (try row.next(), try row.next())
            return OwnAwardTotal(
                tenant: slug, name: name, form: form, subject: subject, awards: Int(try row.next(Int64.self)),
                reward: Int(try row.next(Int64.self)))
        }
    }
}

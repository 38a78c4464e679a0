public import Domain
import Postgres

extension InitiativeRecord {
    public static func find(_ id: Initiative.ID, in tx: borrowing TenantTransaction) async throws -> InitiativeRecord? {
        try await tx.first("\(fragment: columns(tx)) AND x.id = \(id)", read)
    }

    /// The initiative of which a dossier asks for an award, or asked until it was refused or withdrawn and another took its place; nil of a deed that
    /// none was registered of.
    public static func find(
        proposedBy dossier: AwardDossier.ID, of tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws -> InitiativeRecord? {
        try await tx.first(
            """
            \(fragment: columns(tx))
              AND x.tenant_id = \(tenant)
              AND (x.dossier_id = \(dossier) OR EXISTS (
                SELECT FROM \(identifier: tx.table("initiative_step")) AS s
                WHERE \(fragment: tx.within("s.tenant_id")) AND s.tenant_id = x.tenant_id AND s.initiative_id = x.id AND s.dossier_id = \(dossier)))
            LIMIT 1
            """, read)
    }

    /// Initiatives in sight, the latest registered first.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(
        _ filter: InitiativeFilter, after last: Initiative.ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [InitiativeRecord] {
        var parts: [SQL] = []
        if let last { parts.append("x.id < \(last)") }
        if let state = filter.state { parts.append("x.state = \(state)") }
        if let tenant = filter.tenant { parts.append("t.slug = \(tenant)") }
        if let campaign = filter.campaign { parts.append("c.code = \(campaign)") }
        let conditions: SQL = parts.isEmpty ? "true" : SQL.joined(parts, separator: "\n    AND ")
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: conditions)
            ORDER BY x.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// Registers it as the acting officer.
    public static func register(
        _ initiative: Initiative, id: Initiative.ID, by nominee: Nominee, of tenant: Tenant.ID, in campaign: Campaign.ID,
        tx: borrowing TenantTransaction
    ) async throws {
        let effect = initiative.effect
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("initiative"))
                (tenant_id, id, campaign_id, subject, unit_id, person_id, title, obstacle, solution, cost_vnd, days, volume, volume_unit, scope,
                 is_example, example, recorded_by, recorded_on)
            VALUES (\(tenant), \(id), \(campaign), \(nominee.subject), \(nominee.unit), \(nominee.person), \(initiative.title), \(initiative.obstacle),
                \(initiative.solution), \(effect.cost.map(Int64.init)), \(effect.days.map { Int32(clamping: $0) }), \(effect.volume.map(Int64.init)),
                \(effect.volumeUnit), \(initiative.scope), \(initiative.isExample), \(initiative.example), core.actor_post(), core.today())
            """)
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.id, x.title, x.obstacle, x.solution, x.cost_vnd, x.days, x.volume, x.volume_unit, x.scope, x.example, x.campaign_id, c.code, x.tenant_id,
            t.slug, t.full_name, x.unit_id, x.person_id, n.full_name, u.full_name, x.state, x.dossier_id, d.state, x.steps, x.recorded_by, x.recorded_on,
            x.published_on
        FROM \(identifier: tx.table("initiative")) AS x
            JOIN core.tenant_on(core.today()) AS t ON t.id = x.tenant_id
            JOIN core.campaign AS c ON c.id = x.campaign_id
            LEFT JOIN core.person AS n ON n.id = x.person_id
            LEFT JOIN \(identifier: tx.table("award_dossier")) AS d
                ON \(fragment: tx.within("d.tenant_id")) AND d.tenant_id = x.tenant_id AND d.id = x.dossier_id
            LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "x.unit_id", in: "x.tenant_id", tx))) AS u ON true
        WHERE \(fragment: tx.within("x.tenant_id"))
        """
    }

    private static func read(_ row: inout RowReader) throws -> InitiativeRecord {
        let (id, title, obstacle): (Initiative.ID, String, String) = (try row.next(), try row.next(), try row.next())
        let solution: String = try row.next()
        let (cost, days, volume): (Int64?, Int32?, Int64?) = (try row.next(), try row.next(), try row.next())
        let effect = Initiative.Effect(
            cost: cost.map(Int.init), days: days.map(Int.init), volume: volume.map(Int.init), volumeUnit: try row.next())
        let (scope, example): (Initiative.Scope, String) = (try row.next(), try row.next())
        let (campaign, code): (Campaign.ID, String) = (try row.next(), try row.next())
        let (tenant, slug, name): (Tenant.ID, Tenant.Slug, String) = (try row.next(), try row.next(), try row.next())
        let (unit, person): (SubUnit.ID, Person.ID?) = (try row.next(), try row.next())
        let (personName, unitName): (String?, String?) = (try row.next(), try row.next())
        let isWhole = unit.uuid == tenant.uuid
        return InitiativeRecord(
            id: id,
            initiative: Initiative(title: title, obstacle: obstacle, solution: solution, effect: effect, scope: scope, example: example),
            campaign: campaign, campaignCode: code, tenant: tenant, tenantSlug: slug, tenantName: name,
            nominee: person.map { .individual($0, of: unit) } ?? .collective(unit),
            nomineeName: person == nil ? (isWhole ? name : unitName ?? "") : personName ?? "", unitName: isWhole ? "" : unitName ?? "",
            state: try row.next(), proposal: try row.next(), proposalState: try row.next(), steps: Int(try row.next(Int32.self)),
            registeredBy: try row.next(), registeredOn: try row.next(), publishedOn: try row.next())
    }
}

extension InitiativeCondition {
    /// What a Bằng khen asks for beyond a letter, each with its source.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [InitiativeCondition] {
        let found = try await tx.rows(
            "SELECT c.condition, c.words, c.required, c.verified, c.source FROM core.initiative_condition AS c ORDER BY c.condition"
        ) { row in
            InitiativeCondition(
                condition: try row.next(), words: try row.next(), isRequired: try row.next(), isVerified: try row.next(),
                source: try row.next())
        }
        return Initiative.Condition.allCases.compactMap { condition in found.first { $0.condition == condition } }
    }
}

extension PublishedInitiative {
    /// Of every unit, the latest published first.
    public static func list(
        after last: (on: CivilDate, id: Initiative.ID)? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [PublishedInitiative] {
        try await tx.rows(
            """
            SELECT p.id, p.title, p.obstacle, p.solution, p.example, p.unit_name, p.published_on
            FROM core.published_initiatives(\(last?.on), \(last?.id), \(Int32(clamping: limit))) AS p
            """
        ) { row in
            PublishedInitiative(
                id: try row.next(), title: try row.next(), obstacle: try row.next(), solution: try row.next(), example: try row.next(),
                unit: try row.next(), publishedOn: try row.next())
        }
    }
}

public import Domain
import Postgres

extension Presentation {
    public static func record(
        _ id: ID, of giver: SubUnit.ID?, name: String, place: String, heldOn: CivilDate, startsAt: String, chair: String,
        documentNumber: String, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.presentation (id, tenant_id, giver_id, name, place, held_on, starts_at, chair, document_number, recorded_by, recorded_on)
            VALUES (\(id), \(giver == nil ? nil : tx.tenant), \(giver), \(name), \(place), \(heldOn), \(startsAt), \(chair), \(documentNumber), core.actor_post(), core.today())
            """)
    }

    /// Puts an award at the end of the order.
    public static func add(
        _ record: DossierRecord, receiver: String, presenter: String, to presentation: ID, in tx: borrowing TenantTransaction
    ) async throws {
        // The place is the guard's to give.
        try await tx.execute(
            """
            INSERT INTO core.presentation_awardee (presentation_id, position, tenant_id, dossier_id, receiver, presenter, recorded_by, recorded_on)
            VALUES (\(presentation), 1, \(record.dossier.proposer), \(record.dossier.id), \(receiver), \(presenter), core.actor_post(), core.today())
            """)
    }

    /// Answers whether there was one.
    public static func complete(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute("UPDATE core.presentation SET completed_on = core.today() WHERE id = \(id)") == 1
    }

    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Presentation? {
        let awardees = try await awardees(of: id, in: tx)
        return try await tx.first("\(fragment: columns(tx)) AND p.id = \(id)") { row in try read(&row, awardees) }
    }

    /// The latest recorded first, without those who receive.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws -> [Presentation] {
        let next: SQL = last.map { "p.id < \($0)" } ?? "true"
        return try await tx.rows("\(fragment: columns(tx)) AND \(fragment: next) ORDER BY p.id DESC LIMIT \(Int32(clamping: limit))") {
            row in
            try read(&row, [])
        }
    }

    /// Of the unit entered its own; in the province the province's.
    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT p.id, p.tenant_id, p.giver_id, p.name, p.place, p.held_on, p.starts_at, p.chair, p.document_number, p.completed_on
        FROM core.presentation AS p
        WHERE \(fragment: tx.within("p.tenant_id"))
        """
    }

    private static func read(_ row: inout RowReader, _ awardees: [Awardee]) throws -> Presentation {
        Presentation(
            id: try row.next(), tenant: try row.next(), giver: try row.next(), name: try row.next(), place: try row.next(),
            heldOn: try row.next(), startsAt: try row.next(), chair: try row.next(), documentNumber: try row.next(),
            completedOn: try row.next(), awardees: awardees)
    }

    private static func awardees(of id: ID, in tx: borrowing TenantTransaction) async throws -> [Awardee] {
        try await tx.rows(
            """
            SELECT w.position, w.dossier_id, t.slug, t.full_name, d.form, d.subject, coalesce(r.printed_name, a.printed_name),
                CASE WHEN r.printed_name IS NULL THEN a.printed_post ELSE r.printed_post END, d.state, coalesce(r.number, x.number),
                coalesce(r.signed_on, x.signed_on), w.receiver, w.presenter, coalesce(u.full_name, ''), k.consents
            FROM core.presentation_awardee AS w
                JOIN \(identifier: tx.table("award_dossier")) AS d
                    ON \(fragment: tx.within("d.tenant_id")) AND d.tenant_id = w.tenant_id AND d.id = w.dossier_id
                JOIN core.tenant_on(core.today()) AS t ON t.id = w.tenant_id
                LEFT JOIN LATERAL (
                    SELECT v.full_name
                    FROM \(identifier: tx.table("sub_unit_version")) AS v
                    WHERE \(fragment: tx.within("v.tenant_id")) AND v.tenant_id = d.tenant_id AND v.unit_id = d.unit_id
                      AND v.unit_id <> v.tenant_id AND v.valid_from <= core.today()
                    ORDER BY v.valid_from DESC
                    LIMIT 1
                ) AS u ON true
                LEFT JOIN \(identifier: tx.table("award")) AS a
                    ON a.tenant_id = CASE WHEN d.giver_id IS NULL THEN core.province_tenant() ELSE d.tenant_id END AND a.dossier_id = w.dossier_id
                LEFT JOIN \(identifier: tx.table("award_decision")) AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
                \(fragment: AwardAmendment.last(of: "w.dossier_id", as: "r", kind: .replace))
                \(fragment: PublicityConsent.last(of: "w.dossier_id", "w.tenant_id", as: "k", tx))
            WHERE \(fragment: tx.within("w.tenant_id"))
              AND w.presentation_id = \(id)
            ORDER BY w.position
            """
        ) { row in
            let position = Int(try row.next(Int32.self))
            let (dossier, tenant, tenantName): (AwardDossier.ID, Tenant.Slug, String) = (try row.next(), try row.next(), try row.next())
            let (form, subject): (AwardForm, AwardSubject) = (try row.next(), try row.next())
            let (name, post): (String?, String?) = (try row.next(), try row.next())
            let state: AwardDossier.State = try row.next()
            let (number, day): (String?, CivilDate?) = (try row.next(), try row.next())
            return Awardee(
                position: position, dossier: dossier, tenant: tenant, tenantName: tenantName, form: form, subject: subject,
                printedName: name ?? "", printedPost: post ?? "", state: state,
                decision: number.flatMap { number in day.map { Award.Decision(number: number, signedOn: $0) } }, receiver: try row.next(),
                presenter: try row.next(), unitName: try row.next(), consents: try row.next())
        }
    }
}

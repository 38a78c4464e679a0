public import Domain
import Postgres

extension PastAward {
    /// Whose history is asked for. Nothing: of the unit entered, or in the province of all.
    public struct Selection: Sendable {
        /// With the units that it came from.
        public var tenant: Tenant.ID?
        public var unit: SubUnit.ID?
        public var person: Person.ID?

        public init(tenant: Tenant.ID? = nil, unit: SubUnit.ID? = nil, person: Person.ID? = nil) {
            self.tenant = tenant
            self.unit = unit
            self.person = person
        }
    }

    /// Awards that were signed, as far as the acting officer may know them, the latest first.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(
        _ selection: Selection, after last: (signedOn: CivilDate, id: ID)? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [PastAward] {
        try await tx.rows(
            """
            SELECT h.id, h.is_earlier, h.awarded_name, h.awarded_post, h.slug, h.unit_name, h.person_id, h.form, coalesce(h.issuer, ''), h.number,
                h.signed_on, h.achievement, h.revoked, h.predecessor
            FROM core.award_history(\(selection.tenant), \(selection.unit), \(selection.person), \(last?.signedOn), \(last?.id),
                \(Int32(clamping: limit))) AS h
            ORDER BY h.signed_on DESC, h.id DESC
            """
        ) { row in
            let (id, isEarlier): (ID, Bool) = (try row.next(), try row.next())
            let (name, post, tenant, unit): (String, String, Tenant.Slug, String) = (
                try row.next(), try row.next(), try row.next(), try row.next()
            )
            let (person, form, issuer): (Person.ID?, String, String) = (try row.next(), try row.next(), try row.next())
            let given = isEarlier ? nil : AwardForm(rawValue: form)
            return PastAward(
                id: id, isEarlier: isEarlier, name: name, post: post, tenant: tenant, unitName: unit, person: person,
                form: given?.vietnamese ?? form,
                issuer: given == .provincialCertificate ? "Chủ tịch Ủy ban nhân dân \(issuer.startingSmall)" : issuer,
                decision: Award.Decision(number: try row.next(), signedOn: try row.next()), achievement: try row.next(),
                isRevoked: try row.next(), isOfPredecessor: try row.next())
        }
    }

    /// Strikes out what was recorded by mistake, as the acting officer; answers whether there was one in sight.
    public static func strike(_ id: ID, reason: String, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.earlier_award AS e
            SET struck_on = core.today(), struck_reason = \(reason)
            WHERE \(fragment: tx.within("e.tenant_id")) AND e.id = \(id)
            """) == 1
    }

    /// Whether it stands, in sight and not struck out; nil: there is none.
    public static func stands(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Bool? {
        try await tx.first(
            "SELECT e.struck_on IS NULL FROM core.earlier_award AS e WHERE \(fragment: tx.within("e.tenant_id")) AND e.id = \(id)"
        ) { row in try row.next(Bool.self) }
    }
}

extension EarlierAward {
    /// Records it as the acting officer; answers whether it was not there before.
    public func record(in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            INSERT INTO core.earlier_award (id, tenant_id, unit_id, person_id, awarded_name, form, issuer, decision_number, decision_on, achievement,
                recorded_by, recorded_on)
            VALUES (\(id), \(tenant), \(unit), \(person), \(name), \(form), \(issuer), \(decision.number), \(decision.signedOn), \(achievement),
                core.actor_post(), core.today())
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// The people of these names in sight, each with the unit that keeps his record.
    public static func people(
        named names: [String], in tx: borrowing TenantTransaction
    ) async throws -> [(id: Person.ID, name: String, tenant: Tenant.ID)] {
        try await tx.rows(
            """
            SELECT n.id, n.full_name, n.tenant_id
            FROM core.person AS n
            WHERE \(fragment: tx.within("n.tenant_id"))
              AND n.full_name = ANY (\(names))
            ORDER BY n.id
            """
        ) { row in (id: try row.next(Person.ID.self), name: try row.next(String.self), tenant: try row.next(Tenant.ID.self)) }
    }
}

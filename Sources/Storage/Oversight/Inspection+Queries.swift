public import Domain
import Postgres

extension Inspection {
    /// Those in sight, the latest planned first: for the province alone.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws -> [Inspection] {
        let next: SQL = last.map { "i.id < \($0)" } ?? "true"
        return try await all(
            """
            \(fragment: columns)
            WHERE \(fragment: next)
            ORDER BY i.id DESC
            LIMIT \(Int32(clamping: limit))
            """, in: tx)
    }

    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Inspection? {
        try await all("\(fragment: columns) WHERE i.id = \(id)", in: tx).first
    }

    private static let columns: SQL =
        """
        SELECT i.id, p.code, i.title, i.content, i.leader, i.from_on, i.to_on, i.document_number
        FROM core.inspection AS i
            JOIN core.campaign AS p ON p.id = i.campaign_id
        """

    private static func all(_ selected: SQL, in tx: borrowing TenantTransaction) async throws -> [Inspection] {
        let plans = try await tx.rows(selected) { row in
            Inspection(
                id: try row.next(), campaign: try row.next(), title: try row.next(), content: try row.next(), leader: try row.next(),
                from: try row.next(), to: try row.next(), documentNumber: try row.next(), places: [])
        }
        var found: [Inspection] = []
        for plan in plans {
            found.append(
                Inspection(
                    id: plan.id, campaign: plan.campaign, title: plan.title, content: plan.content, leader: plan.leader, from: plan.from,
                    to: plan.to, documentNumber: plan.documentNumber, places: try await places(of: plan.id, in: tx)))
        }
        return found
    }

    private static func places(of plan: ID, in tx: borrowing TenantTransaction) async throws -> [Place] {
        let visits = Dictionary(try await InspectionVisit.list(of: plan, limit: 500, in: tx).map { ($0.tenant, $0) }) { first, _ in first }
        return try await tx.rows(
            """
            SELECT t.id, t.slug, t.full_name
            FROM core.inspection AS i
                JOIN core.tenant_on(core.today()) AS t ON t.id = ANY (i.units)
            WHERE i.id = \(plan)
            ORDER BY t.position, t.slug
            """
        ) { row in
            let (id, slug, name): (Tenant.ID, Tenant.Slug, String) = (try row.next(), try row.next(), try row.next())
            return Place(tenant: id, slug: slug, name: name, visit: visits[id])
        }
    }

    /// What is planned.
    public struct Statement: Sendable {
        public var campaign: Campaign.ID
        public var title: String
        public var content: String
        public var leader: String
        public var from: CivilDate
        public var to: CivilDate
        public var units: [Tenant.ID]
        public var documentNumber: String

        public init(
            campaign: Campaign.ID, title: String, content: String, leader: String, from: CivilDate, to: CivilDate, units: [Tenant.ID],
            documentNumber: String
        ) {
            self.campaign = campaign
            self.title = title
            self.content = content
            self.leader = leader
            self.from = from
            self.to = to
            self.units = units
            self.documentNumber = documentNumber
        }
    }

    /// Plans it as the acting officer of the Office.
    public static func plan(_ statement: Statement, id: ID, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.inspection (id, tenant_id, campaign_id, title, content, leader, from_on, to_on, units, document_number, recorded_by,
                recorded_on)
            VALUES (\(id), core.actor_home(), \(statement.campaign), \(statement.title), \(statement.content), \(statement.leader),
                \(statement.from), \(statement.to), \(statement.units), \(statement.documentNumber), core.actor_post(), core.today())
            """)
    }
}

extension InspectionVisit {
    /// Those in sight, the latest recorded first: of the unit entered, for the province all.
    ///
    /// - Parameters:
    ///   - plan: of it alone; nil: of every plan.
    ///   - last: the one with which the page before ended.
    public static func list(
        of plan: Inspection.ID? = nil, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [InspectionVisit] {
        let next: SQL = last.map { "v.id < \($0)" } ?? "true"
        let planned: SQL = plan.map { "v.inspection_id = \($0)" } ?? "true"
        let visits = try await tx.rows(
            """
            SELECT v.id, v.tenant_id, t.slug, t.full_name, v.title, v.leader, v.held_on, v.minutes_number, v.minutes_on
            FROM core.inspection_visit AS v
                JOIN core.tenant_on(core.today()) AS t ON t.id = v.tenant_id
            WHERE \(fragment: tx.within("v.tenant_id"))
              AND \(fragment: next)
              AND \(fragment: planned)
            ORDER BY v.id DESC
            LIMIT \(Int32(clamping: limit))
            """
        ) { row in
            InspectionVisit(
                id: try row.next(), tenant: try row.next(), slug: try row.next(), unitName: try row.next(), title: try row.next(),
                leader: try row.next(), heldOn: try row.next(), minutesNumber: try row.next(), minutesOn: try row.next(), findings: [])
        }
        let findings = try await tx.rows(
            "SELECT f.visit_id, f.id, f.words FROM core.finding AS f WHERE f.visit_id = ANY (\(visits.map(\.id))) ORDER BY f.id"
        ) { row in
            (visit: try row.next(ID.self), finding: Finding(id: try row.next(), words: try row.next()))
        }
        return visits.map { visit in
            InspectionVisit(
                id: visit.id, tenant: visit.tenant, slug: visit.slug, unitName: visit.unitName, title: visit.title, leader: visit.leader,
                heldOn: visit.heldOn, minutesNumber: visit.minutesNumber, minutesOn: visit.minutesOn,
                findings: findings.filter { $0.visit == visit.id }.map { $0.finding })
        }
    }

    /// That it was held, by which minutes.
    public struct Statement: Sendable {
        public var inspection: Inspection.ID
        public var tenant: Tenant.ID
        public var heldOn: CivilDate
        public var minutesNumber: String
        public var minutesOn: CivilDate

        public init(inspection: Inspection.ID, tenant: Tenant.ID, heldOn: CivilDate, minutesNumber: String, minutesOn: CivilDate) {
            self.inspection = inspection
            self.tenant = tenant
            self.heldOn = heldOn
            self.minutesNumber = minutesNumber
            self.minutesOn = minutesOn
        }
    }

    /// Records it with what it found, as the acting officer of the Office.
    public static func record(
        _ statement: Statement, id: ID, findings: [Finding], in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.inspection_visit (id, inspection_id, tenant_id, held_on, minutes_number, minutes_on, recorded_by, recorded_on)
            VALUES (\(id), \(statement.inspection), \(statement.tenant), \(statement.heldOn), \(statement.minutesNumber), \(statement.minutesOn),
                core.actor_post(), core.today())
            """)
        for finding in findings {
            try await tx.execute(
                """
                INSERT INTO core.finding (id, tenant_id, visit_id, words, recorded_by, recorded_on)
                VALUES (\(finding.id), \(statement.tenant), \(id), \(finding.words), core.actor_post(), core.today())
                """)
        }
    }
}

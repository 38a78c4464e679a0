public import Domain
import Postgres

extension KeptCriticism {
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> KeptCriticism? {
        try await tx.first("\(fragment: columns(tx)) AND c.id = \(id)", read)
    }

    /// Those in sight, the latest proposed first.
    ///
    /// - Parameters:
    ///   - isOwn: only what falls on the acting person, or on a collective in which his post stands.
    ///   - past: only what was signed of a person, by whatever record of his, or of a unit and those that it came from.
    ///   - last: the one with which the page before ended.
    public static func list(
        isOwn: Bool = false, past: PastAward.Selection? = nil, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [KeptCriticism] {
        var signed: SQL = "true"
        if let past {
            let about: SQL =
                if let person = past.person {
                    "c.person_id IN (SELECT core.person_records_in_sight(\(person)))"
                } else if let unit = past.unit {
                    "c.unit_id = \(unit)"
                } else {
                    "(\(past.tenant)::uuid IS NULL OR c.tenant_id IN (SELECT core.tenant_line(\(past.tenant))))"
                }
            signed = "EXISTS (SELECT FROM core.criticism_step AS y WHERE y.criticism_id = c.id AND y.step = 'sign') AND \(fragment: about)"
        }
        let next: SQL = last.map { "c.id < \($0)" } ?? "true"
        let own: SQL =
            isOwn
            ? "(c.person_id = core.actor_person() OR (c.person_id IS NULL AND c.unit_id = core.actor_unit()))" : "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: next)
              AND \(fragment: own)
              AND \(fragment: signed)
            ORDER BY c.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// Whether it falls on the acting person himself, or on the collective in which his post stands.
    public static func isOnes(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first(
            """
            SELECT CASE WHEN c.person_id IS NULL THEN c.unit_id = core.actor_unit() ELSE c.person_id = core.actor_person() END
            FROM core.criticism AS c
            WHERE \(fragment: tx.within("c.tenant_id"))
              AND c.id = \(id)
            """
        ) { row in try row.next(Bool?.self) ?? false } ?? false
    }

    /// What is proposed; the database reads the facts of the items and counts the days.
    public struct Statement: Sendable {
        public var kind: Kind
        public var tenant: Tenant.ID
        public var unit: SubUnit.ID?
        public var person: Person.ID?
        public var campaign: Campaign.ID
        public var items: [WorkItem.ID]
        public var words: String

        public init(
            kind: Kind, tenant: Tenant.ID, unit: SubUnit.ID?, person: Person.ID?, campaign: Campaign.ID, items: [WorkItem.ID],
            words: String
        ) {
            self.kind = kind
            self.tenant = tenant
            self.unit = unit
            self.person = person
            self.campaign = campaign
            self.items = items
            self.words = words
        }
    }

    /// Proposes it as the acting officer of Home Affairs.
    public static func propose(_ statement: Statement, id: ID, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.criticism (id, tenant_id, unit_id, person_id, campaign_id, kind, items, words, proposed_by, proposed_on)
            VALUES (\(id), \(statement.tenant), coalesce(\(statement.unit), \(statement.tenant)), \(statement.person), \(statement.campaign),
                \(statement.kind), \(statement.items), \(statement.words), core.actor_post(), core.today())
            """)
    }

    /// Appends a step behind the last one that was read: who is second of two is refused by its place.
    public func append(
        _ step: Criticism.Step, id: CriticismAct.ID, words: String = "", documentNumber: String = "", documentOn: CivilDate? = nil,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.criticism_step (id, criticism_id, tenant_id, position, step, words, document_number, document_on, recorded_by, recorded_on)
            VALUES (\(id), \(self.id), \(tenant), \(Int32(clamping: steps + 1)), \(step), \(words), \(documentNumber), \(documentOn),
                core.actor_post(), core.today())
            """)
    }

    /// The items as they stood on the day of the proposal.
    public static func facts(of id: ID, in tx: borrowing TenantTransaction) async throws -> [Fact] {
        try await tx.rows(
            """
            SELECT f.item, f.code, f.title, f."dueOn", f."doneOn", f."lateDays"
            FROM core.criticism AS c
                CROSS JOIN LATERAL jsonb_to_recordset(c.facts)
                    AS f (item uuid, code text, title text, "dueOn" date, "doneOn" date, "lateDays" integer)
            WHERE \(fragment: tx.within("c.tenant_id"))
              AND c.id = \(id)
            ORDER BY f."dueOn", f.code
            """
        ) { row in
            Fact(
                item: try row.next(), code: try row.next(), title: try row.next(), dueOn: try row.next(), doneOn: try row.next(),
                lateDays: Int(try row.next(Int32.self)))
        }
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT c.id, c.kind, c.tenant_id, t.slug, t.full_name, c.unit_id, c.person_id, coalesce(n.full_name, u.full_name, ''), p.code,
            cardinality(c.items), c.words, c.proposed_on, c.explain_by, coalesce(l.state, 'proposed'), coalesce(l.position, 0),
            CASE WHEN l.step = 'sign' THEN l.document_on END
        FROM core.criticism AS c
            JOIN core.tenant_on(core.today()) AS t ON t.id = c.tenant_id
            JOIN core.campaign AS p ON p.id = c.campaign_id
            LEFT JOIN core.person AS n ON n.id = c.person_id
            LEFT JOIN LATERAL (
                SELECT s.state, s.position, s.step, s.document_on
                FROM core.criticism_step AS s
                WHERE s.criticism_id = c.id
                ORDER BY s.position DESC
                LIMIT 1
            ) AS l ON true
            LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "c.unit_id", in: "c.tenant_id", tx))) AS u ON true
        WHERE \(fragment: tx.within("c.tenant_id"))
        """
    }

    private static func read(_ row: inout RowReader) throws -> KeptCriticism {
        let (id, kind, tenant): (ID, Kind, Tenant.ID) = (try row.next(), try row.next(), try row.next())
        let (slug, tenantName): (Tenant.Slug, String) = (try row.next(), try row.next())
        let (unit, person): (SubUnit.ID, Person.ID?) = (try row.next(), try row.next())
        let (name, campaign): (String, String) = (try row.next(), try row.next())
        let items = Int(try row.next(Int32.self))
        let (words, proposedOn, explainBy): (String, CivilDate, CivilDate) = (try row.next(), try row.next(), try row.next())
        let state: Criticism.State = try row.next()
        let steps = Int(try row.next(Int32.self))
        return KeptCriticism(
            id: id, kind: kind, tenant: tenant, slug: slug, tenantName: tenantName, unit: unit, person: person, name: name,
            campaign: campaign, items: items, words: words, proposedOn: proposedOn, explainBy: explainBy, state: state, steps: steps,
            signedOn: try row.next())
    }
}

extension CriticismAct {
    /// Every step of one criticism, in their order.
    public static func all(of criticism: KeptCriticism.ID, in tx: borrowing TenantTransaction) async throws -> [CriticismAct] {
        try await tx.rows(
            """
            SELECT s.step, s.words, s.document_number, s.document_on, s.recorded_on, coalesce(t.title, '')
            FROM core.criticism_step AS s
                LEFT JOIN LATERAL core.step_titles(ARRAY[s.recorded_by]) AS t ON true
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.criticism_id = \(criticism)
            ORDER BY s.position
            """
        ) { row in
            CriticismAct(
                step: try row.next(), words: try row.next(), documentNumber: try row.next(), documentOn: try row.next(),
                recordedOn: try row.next(), title: try row.next())
        }
    }

    /// As whom the paper was signed, and the name of who did; nil while it is not.
    public static func signing(
        of criticism: KeptCriticism.ID, in tx: borrowing TenantTransaction
    ) async throws -> (signer: String, name: String)? {
        try await tx.first(
            """
            SELECT coalesce(n.full_name, ''), p.role, \(fragment: Signature.columns(as: "w"))
            FROM core.criticism_step AS s
                \(fragment: TakenStep.who("s"))
                \(fragment: Signature.source(of: "s.delegation_id", as: "w"))
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.criticism_id = \(criticism)
              AND s.step = 'sign'
            """
        ) { row in
            let (name, role) = (try row.next(String.self), try row.next(Role?.self))
            return (signer: Award.signer(role, try Signature.next(&row)), name: name)
        }
    }
}

public import Domain
public import Postgres

extension Delegation.Form: PostgresEncodable, PostgresDecodable {}

extension Delegation {
    /// One of the tenant entered.
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Delegation? {
        try await tx.first(
            """
            SELECT \(fragment: columns)
            FROM \(fragment: named)
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.id = \(id)
            """
        ) { row in
            try Delegation(row: &row)
        }
    }

    /// Those that begin last first.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(
        _ selection: Selection = Selection(), after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [Delegation] {
        let day = selection.inForceOn
        return try await tx.rows(
            """
            SELECT \(fragment: columns)
            FROM \(fragment: named)
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND (\(day)::date IS NULL OR (d.revoked_at IS NULL AND d.valid_from <= \(day) AND d.valid_to >= \(day)))
              AND (\(selection.post)::uuid IS NULL OR d.post_id = \(selection.post))
              AND (\(selection.person)::uuid IS NULL OR d.delegate_id = \(selection.person))
              AND (\(last)::uuid IS NULL
                OR (d.valid_from, d.id) < (SELECT k.valid_from, k.id FROM core.delegation AS k WHERE k.id = \(last)))
            ORDER BY d.valid_from DESC, d.id DESC
            LIMIT \(Int32(limit))
            """
        ) { row in
            try Delegation(row: &row)
        }
    }

    /// What is given; who gives it and when follow from the transaction.
    public struct Terms: Sendable {
        public var giver: Post
        public var delegate: Post
        public var form: Form
        public var scope: [Action]
        public var validFrom: CivilDate
        public var validTo: CivilDate
        public var reason: String
        public var documentNumber: String

        public init(
            giver: Post, delegate: Post, form: Form, scope: [Action], validFrom: CivilDate, validTo: CivilDate, reason: String,
            documentNumber: String
        ) {
            self.giver = giver
            self.delegate = delegate
            self.form = form
            self.scope = scope
            self.validFrom = validFrom
            self.validTo = validTo
            self.reason = reason
            self.documentNumber = documentNumber
        }
    }

    /// - Throws: ``Problem/notAllowed`` for a post that is not the officer's to lend; codes `delegation-…`.
    public static func give(_ terms: Terms, id: ID, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.delegation (id, tenant_id, post_id, giver_id, delegate_post_id, delegate_id, form, scope, valid_from, valid_to, reason,
                document_number, given_by, recorded_on)
            VALUES (\(id), \(try tx.requireTenant()), \(terms.giver.id), \(terms.giver.person), \(terms.delegate.id), \(terms.delegate.person),
                \(terms.form), \(terms.scope.map(\.rawValue)), \(terms.validFrom), \(terms.validTo), \(terms.reason), \(terms.documentNumber),
                core.actor_post(), core.today())
            """)
    }

    /// Ends one at once. False: it is not there to be revoked, or not in that version any more.
    public static func revoke(_ id: ID, version: Int, reason: String, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.delegation AS d
            SET revoked_reason = \(reason)
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.id = \(id)
              AND d.version = \(Int32(version))
            """) == 1
    }

    private static let columns: SQL = """
        d.id, d.post_id, d.giver_id, coalesce(p.title, ''), coalesce(n.full_name, ''), d.delegate_post_id, d.delegate_id, coalesce(o.title, ''),
            coalesce(m.full_name, ''), d.form, d.scope, d.valid_from, d.valid_to, d.reason, d.document_number, d.given_by, d.recorded_on,
            d.revoked_reason, d.revoked_by, d.version
        """

    private static let named: SQL = """
        core.delegation AS d
            LEFT JOIN core.post AS p ON p.id = d.post_id
            LEFT JOIN core.person AS n ON n.id = d.giver_id
            LEFT JOIN core.post AS o ON o.id = d.delegate_post_id
            LEFT JOIN core.person AS m ON m.id = d.delegate_id
        """

    private init(row: inout RowReader) throws {
        let id: ID = try row.next()
        let (giver, delegate) = (try Party(row: &row), try Party(row: &row))
        let form: Form = try row.next()
        let scope = try row.next([String].self).compactMap(Action.init(rawValue:)).sorted { $0.rawValue < $1.rawValue }
        let (validFrom, validTo): (CivilDate, CivilDate) = (try row.next(), try row.next())
        let (reason, document): (String, String) = (try row.next(), try row.next())
        let (givenBy, recordedOn): (Post.ID, CivilDate) = (try row.next(), try row.next())
        let revokedReason = try row.next(String?.self)
        let revokedBy = try row.next(Post.ID?.self)
        self.init(
            id: id, giver: giver, delegate: delegate, form: form, scope: scope, validFrom: validFrom, validTo: validTo, reason: reason,
            documentNumber: document, givenBy: givenBy, recordedOn: recordedOn,
            revocation: revokedReason.map { Revocation(by: revokedBy, reason: $0) }, version: Int(try row.next(Int32.self)))
    }
}

extension Delegation.Party {
    fileprivate init(row: inout RowReader) throws {
        self.init(post: try row.next(), person: try row.next(), title: try row.next(), personName: try row.next())
    }
}

public import Domain
import FoundationEssentials
import Postgres

/// Proof that a transaction is open and entered as one officer in one place. Only ``Door`` makes one, lends it to a closure and ends it.
///
/// It cannot be copied, stored or carried into a task. What is asked through it is asked as that officer: the database role, the
/// schema and the row policies follow from the entry, whatever the caller's code says.
public struct TenantTransaction: ~Copyable {
    /// Where the tables are that this officer reads.
    enum Scope: Sendable, Hashable {
        /// The tenant's own tables.
        case own(SchemaName, Tenant.ID)
        /// The parents, narrowed to one tenant.
        case parents(of: Tenant.ID)
        /// The parents, all tenants.
        case province
    }

    let scope: Scope
    private let stage: TransactionStage

    init(scope: Scope, stage: TransactionStage) {
        self.scope = scope
        self.stage = stage
    }

    /// Who acts. Costs a round trip only when nothing was asked yet.
    public func officer() async throws -> ActingOfficer {
        try await stage.officer()
    }

    /// The tenant entered, nil for the province as a whole.
    public var tenant: Tenant.ID? {
        switch scope {
        case .own(_, let id), .parents(let id): id
        case .province: nil
        }
    }

    /// The tenant entered; a question about one tenant asked of the whole province finds nothing.
    func requireTenant() throws(Problem) -> Tenant.ID {
        guard let tenant else { throw .notFound }
        return tenant
    }

    /// The tenant's own table, or its parent for a province-wide reader.
    func table(_ name: StaticString) -> Identifier {
        switch scope {
        case .own(let schema, _): Identifier(schema: schema, name)
        case .parents, .province: Identifier(schema: .core, name)
        }
    }

    var companion: Companion? { stage.companion }

    /// Narrows a parent to the tenant entered; true everywhere else. `column` is the tenant_id column, with its alias.
    func within(_ column: SQL) -> SQL {
        switch scope {
        case .own(_, let id), .parents(let id): "\(fragment: column) = \(id)"
        case .province: "true"
        }
    }

    /// Undoes what the body did, and lets the transaction go on: to see whether it may be done and what would come of it.
    @inline(never)
    public func undoing<R>(_ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        try await execute("SAVEPOINT undoing")
        let result = try await body(self)
        try await execute("SET CONSTRAINTS ALL IMMEDIATE")
        try await execute("ROLLBACK TO SAVEPOINT undoing")
        return result
    }

    /// Does a part of what is to be done; what is refused undoes that part alone, and the transaction goes on.
    ///
    /// - Throws: what is no refusal: a lost connection, or what is worth repeating as a whole.
    @inline(never)
    public func attempting<R: Sendable>(_ body: (borrowing TenantTransaction) async throws -> R) async throws -> Result<R, Problem> {
        try await execute("SAVEPOINT attempting")
        do {
            let result = try await body(self)
            try await execute("RELEASE SAVEPOINT attempting")
            return .success(result)
        } catch let problem as Problem {
            try await execute("ROLLBACK TO SAVEPOINT attempting")
            return .failure(problem)
        } catch let error as PostgresError where error.code == .server && !error.isWorthRepeating {
            try await execute("ROLLBACK TO SAVEPOINT attempting")
            return .failure(Problem(error))
        }
    }

    // These four are not inlined: the optimizer of Swift 6.3.1 crashes while it splits callers into which they were ("While splitting
    // coroutine").

    /// Runs one statement.
    @inline(never)
    func run(_ sql: SQL) async throws -> ResultSet {
        try await stage.run(sql)
    }

    /// All rows of one statement.
    @inline(never)
    func rows<R>(_ sql: SQL, _ decode: (inout RowReader) throws -> R) async throws -> [R] {
        try await stage.run(sql).decode(decode)
    }

    /// The first row of one statement, if any.
    @inline(never)
    func first<R>(_ sql: SQL, _ decode: (inout RowReader) throws -> R) async throws -> R? {
        try await stage.run(sql).first(decode)
    }

    /// Hands over the rows of one statement one after the other, in memory that does not grow with their number. Not where one statement was
    /// declared.
    @inline(never)
    func stream(_ sql: SQL, _ row: (inout RowReader) throws -> Void) async throws {
        try await stage.stream(sql, row)
    }

    /// How many rows one statement touched.
    @inline(never) @discardableResult
    func execute(_ sql: SQL) async throws -> Int {
        try await stage.run(sql).affected
    }
}

extension SchemaName {
    /// The catalogue, the routines and the parents.
    static let core = SchemaName(spelled: "core")

    init(spelled name: StaticString) {
        guard let schema = SchemaName(validating: name.description) else {
            preconditionFailure("a schema name spelled in the source must be valid")
        }
        self = schema
    }
}

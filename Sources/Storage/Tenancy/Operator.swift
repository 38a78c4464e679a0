import Domain
public import Logging
import Postgres

/// The operator's own way to the database, as `thidua_migrator`: for opening tenants, importing the directory and looking after the
/// whole. Never used by the service, and by no officer.
///
/// Each transaction has a connection of its own: the operator works seldom, and what he does must not depend on what he did before.
public struct Operator: Sendable {
    private let address: DatabaseAddress
    private let logger: Logger

    public init(_ address: DatabaseAddress, logger: Logger) {
        self.address = address
        self.logger = logger
    }

    /// One transaction, committed when the body returns; everything or nothing.
    ///
    /// - Parameter body: may run several times, when it loses a lock against somebody else's transaction.
    /// - Throws: what the body throws; a ``Problem`` for errors of the database, with the server's own words.
    public func transaction<R: Sendable>(_ body: (borrowing OperatorTransaction) async throws -> R) async throws -> R {
        do {
            let connection = try await Connection.open(
                address.configuration(for: .migrator, statementTimeout: .seconds(600)), logger: logger)
            do {
                let result = try await connection.patientTransaction(logger: logger) {
                    try await body(OperatorTransaction(connection: connection))
                }
                await connection.close()
                return result
            } catch {
                await connection.close()
                throw error
            }
        } catch let error as PostgresError {
            throw Problem(operatorSees: error)
        }
    }
}

/// Proof that a transaction of the operator is open. Only ``Operator`` makes one, lends it to a closure and ends it.
///
/// Catalogue and sub-units are written as the owner of all tables, whose policies let it open and look up, not change what officers
/// recorded; roles are made as the migrator itself.
public struct OperatorTransaction: ~Copyable {
    private let connection: Connection

    init(connection: Connection) {
        self.connection = connection
    }

    /// Runs the statements in one round trip as the owner of the schema; answers the rows of the last.
    @discardableResult
    func asOwner(_ statements: SQL...) async throws -> ResultSet {
        let results = try await connection.pipeline(["SET LOCAL ROLE thidua_owner"] + statements)
        return results[statements.count]
    }

    /// Hands over the rows of one statement, run as the owner, one after the other; memory does not grow with their number.
    func streamAsOwner(_ statement: SQL, row: (inout RowReader) throws -> Void) async throws {
        _ = try await connection.query("SET LOCAL ROLE thidua_owner")
        try await connection.stream(statement, row: row)
    }

    /// Runs one statement as the migrator, who alone may make roles.
    @discardableResult
    func asMigrator(_ statement: SQL) async throws -> ResultSet {
        try await connection.pipeline(["SET LOCAL ROLE NONE", statement])[1]
    }

    /// Undoes what the body did, and lets the transaction go on: to see what would come of it.
    public func undoing<R>(_ body: (borrowing OperatorTransaction) async throws -> R) async throws -> R {
        _ = try await connection.query("SAVEPOINT undoing")
        let result = try await body(self)
        _ = try await connection.query("ROLLBACK TO SAVEPOINT undoing")
        return result
    }
}

import Domain
import FoundationEssentials
import Logging
import Postgres

/// How far a transaction has come. The preamble waits for the first statement, so that entering costs no round trip of its own.
final class TransactionStage {
    enum Form {
        /// One statement, entered, run and committed in one round trip without BEGIN.
        case single
        case readOnly
        case readWrite
    }

    private enum State {
        case waiting
        case entered(ActingOfficer)
        case over
    }

    private let connection: Connection
    private let form: Form
    private let preamble: Preamble
    private let request: String?
    private let deed: Deed?
    private let deadline: Deadline
    private let logger: Logger
    private var state = State.waiting
    private var singleOfficer: ActingOfficer?
    /// The database role that was taken; empty before.
    private(set) var role = ""

    /// - Parameter request: told to the database by a change alone: a reading leaves nothing that would name it.
    init(
        connection: Connection, form: Form, preamble: Preamble, request: String? = nil, deed: Deed? = nil, deadline: Deadline,
        logger: Logger
    ) {
        self.connection = connection
        self.form = form
        self.preamble = preamble
        self.request = form == .readWrite ? request : nil
        self.deed = deed
        self.deadline = deadline
        self.logger = logger
    }

    func officer() async throws -> ActingOfficer {
        switch state {
        case .entered(let officer): return officer
        case .over where singleOfficer != nil: return singleOfficer!
        case .waiting, .over:
            _ = try await run("SELECT 1")
            return try await officer()
        }
    }

    func run(_ sql: SQL) async throws -> ResultSet {
        switch state {
        case .entered:
            return try await connection.pipeline([sql], deadline: deadline, isWrite: form == .readWrite)[0]
        case .waiting:
            let opening: [SQL] =
                switch form {
                case .single: []
                case .readOnly: ["BEGIN READ ONLY"]
                case .readWrite: ["BEGIN READ WRITE"]
                }
            let results = try await connection.pipeline(
                opening + [preamble.statement(readOnly: form == .single, request: request, deed: deed), sql], deadline: deadline,
                isWrite: form == .readWrite)
            let officer = try await checked(results[opening.count])
            if form == .single {
                singleOfficer = officer
                state = .over
            } else {
                state = .entered(officer)
            }
            return results[opening.count + 1]
        case .over:
            // A handler that declared one statement and asks twice would read from two moments of the database.
            logger.critical("a handler that declared one statement asked for a second one")
            throw Problem.unexpected
        }
    }

    /// Rows of one statement one by one, after the entry was checked.
    func stream(_ sql: SQL, _ row: (inout RowReader) throws -> Void) async throws {
        _ = try await officer()
        guard case .entered = state else {
            logger.critical("a handler that declared one statement asked for a stream")
            throw Problem.unexpected
        }
        do throws(PostgresError) {
            try await connection.stream(sql, deadline: deadline, row: row)
        } catch {
            // What the reader of the rows threw is not the database's fault.
            if let problem = error.underlying as? Problem { throw problem }
            throw error
        }
    }

    /// Answers only after the server confirmed: errors of deferred constraints come here.
    func commit() async throws {
        guard case .entered = state else { return }
        _ = try await connection.pipeline(["COMMIT"], deadline: deadline, isWrite: form == .readWrite)
        state = .over
    }

    /// The fence: what the database says it took must be what was asked for, before any row leaves this layer (postgres.md 1).
    private func checked(_ result: ResultSet) async throws -> ActingOfficer {
        let (role, setting) = try result.only { row in
            row.skip(2)
            return (try row.next(String.self), try row.next(String.self))
        }
        guard let seat = Seat(setting), preamble.expects(role: role, seat: seat) else {
            await connection.close()
            logger.critical("the database took another place than the one asked for", metadata: ["role": "\(role)"])
            throw Problem.unexpected
        }
        self.role = role
        return seat.officer
    }
}

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
        /// Read only, at the moment that another transaction shares.
        case beside(SnapshotName)
        case readWrite

        var isWrite: Bool { if case .readWrite = self { true } else { false } }
        var isReadOnly: Bool { if case .readOnly = self { true } else { false } }
        var isSingle: Bool { if case .single = self { true } else { false } }
    }

    private enum State {
        case waiting
        case entered(ActingOfficer)
        case over
        /// The entry was refused: nothing is asked any more, and nothing answered.
        case refused(any Error)
        /// The entry was good, and the first statement with it failed.
        case failed(any Error)
    }

    private let connection: Connection
    private let form: Form
    private let preamble: Preamble
    private let request: String?
    private let deeds: [Deed]
    private let deadline: Deadline
    private let logger: Logger
    /// A second connection for the same officer; nil where what is read must not be split.
    let companion: Companion?
    private var state = State.waiting
    private var singleOfficer: ActingOfficer?
    /// The database role that was taken; empty before.
    private(set) var role = ""

    /// - Parameter request: told to the database by a change alone: a reading leaves nothing that would name it.
    init(
        connection: Connection, form: Form, preamble: Preamble, request: String? = nil, deeds: [Deed] = [], deadline: Deadline,
        logger: Logger, companion: Companion? = nil
    ) {
        self.connection = connection
        self.form = form
        self.preamble = preamble
        self.request = form.isWrite ? request : nil
        self.deeds = deeds
        self.deadline = deadline
        self.logger = logger
        self.companion = companion
    }

    func officer() async throws -> ActingOfficer {
        switch state {
        case .entered(let officer): return officer
        case .over where singleOfficer != nil: return singleOfficer!
        case .waiting, .over, .refused, .failed:
            _ = try await run("SELECT 1")
            return try await officer()
        }
    }

    /// Who acts, where he has entered.
    var entered: ActingOfficer? { if case .entered(let officer) = state { officer } else { singleOfficer } }

    func run(_ sql: SQL) async throws -> ResultSet {
        switch state {
        case .entered:
            return try await connection.pipeline([sql], deadline: deadline, isWrite: form.isWrite)[0]
        case .waiting:
            return try await enter(with: sql)
        case .refused(let error), .failed(let error):
            throw error
        case .over:
            // A handler that declared one statement and asks twice would read from two moments of the database.
            logger.critical("a handler that declared one statement asked for a second one")
            throw Problem.unexpected
        }
    }

    /// In one round trip: the beginning, the preamble and the first statement.
    private func enter(with sql: SQL) async throws -> ResultSet {
        let opening: [SQL] =
            switch form {
            case .single: []
            case .readOnly: ["BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"]
            case .beside(let moment):
                ["BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", "SET TRANSACTION SNAPSHOT \(snapshot: moment)"]
            case .readWrite: ["BEGIN READ WRITE"]
            }
        let batch = opening + [preamble.statement(readOnly: form.isSingle, request: request, deeds: deeds), sql]
        do {
            let results = try await connection.pipeline(batch, deadline: deadline, isWrite: form.isWrite)
            let officer = try await checked(results[opening.count])
            if form.isSingle {
                singleOfficer = officer
                state = .over
            } else {
                state = .entered(officer)
            }
            return results[opening.count + 1]
        } catch {
            // The database refuses in order: what fails as the last of them was asked by somebody who had entered.
            let isLast = (error as? PostgresError)?.statementIndex == batch.count - 1
            state = isLast ? .failed(error) : .refused(error)
            throw error
        }
    }

    /// Whatever the body did: who could not have asked gets no answer either, nor hears why it would have been refused. Costs a round trip
    /// only where the body asked nothing.
    ///
    /// - Throws: why the entry was refused.
    func ensureEntered() async throws {
        switch state {
        case .waiting: _ = try await run("SELECT 1")
        case .entered, .over, .failed: return
        case .refused(let error): throw error
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
        try await ensureEntered()
        switch state {
        case .entered: break
        // Nobody answers over a statement that failed.
        case .failed(let error): throw error
        case .waiting, .over, .refused: return
        }
        let ended = try await connection.pipeline(["COMMIT"], deadline: deadline, isWrite: form.isWrite)[0]
        state = .over
        // So the server ends a transaction in which a statement failed.
        if form.isWrite, ended.command != "COMMIT" {
            logger.critical("a handler passed over a statement that had failed: nothing of it was done")
            throw Problem.unexpected
        }
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

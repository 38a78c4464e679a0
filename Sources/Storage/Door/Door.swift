public import Domain
import FoundationEssentials
public import Logging
import Postgres

/// The only way to a tenant's data for an officer: with a token, into one place, as the database itself establishes it. It always enters,
/// also when the body asks nothing: what is answered, a refusal too, is answered to somebody who may be there.
public final class Door: Sendable {
    private let pool: Pool
    private let logger: Logger
    private let patience: Duration
    private let hints = CredentialHints()
    let memory = Memory()

    /// - Parameter patience: how long a whole transaction may take, waiting for a connection included.
    public init(_ address: DatabaseAddress, connections: Int, patience: Duration, logger: Logger) {
        self.patience = patience
        self.logger = logger
        // The deadline comes first and cancels with a message of ours; the server's own limit ends what no longer hears it.
        pool = Pool(
            PoolConfiguration(
                maximumConnections: connections, concurrency: max(2, 2 * ProcessInfo.processInfo.activeProcessorCount)),
            connection: address.configuration(for: .web, statementTimeout: patience + .seconds(5)), logger: logger)
    }

    /// Keeps the connections until it is cancelled; then drains and closes them.
    public func run() async {
        await pool.run()
    }

    /// The connections now, and how many requests wait for one.
    public var connections: (size: Int, idle: Int, leased: Int, waiting: Int) {
        let now = pool.statistics
        return (now.size, now.idle, now.leased, now.waiting)
    }

    /// One statement in one round trip, READ ONLY. The body may ask once.
    public func readOnce<R: Sendable>(_ entry: Entry, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        try await pass(entry, .single, body)
    }

    /// Several statements of one moment, READ ONLY.
    public func read<R: Sendable>(_ entry: Entry, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        try await pass(entry, .readOnly, body)
    }

    /// A change. The body may run twice: once more after a serialization failure or a deadlock, or when the same request arrived
    /// twice at once.
    public func write<R: Sendable>(_ entry: Entry, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        do {
            return try await pass(entry, .readWrite, body)
        } catch let error as PostgresError where error.isWorthRepeating {
            return try await pass(entry, .readWrite, body)
        }
    }

    private func pass<R: Sendable>(
        _ entry: Entry, _ form: TransactionStage.Form, _ body: (borrowing TenantTransaction) async throws -> R
    ) async throws -> R {
        let deadline = Deadline.after(patience)
        do {
            return try await enter(entry, form, lease: deadline, deadline: deadline, body)
        } catch let error as PostgresError {
            if error.isWorthRepeating, form.isWrite { throw error }
            // A change under a token that may only read: the transaction was made READ ONLY when it entered.
            if error.sqlState == "TD407" || (error.sqlState == "25006" && form.isWrite) { throw Problem.scopeMissing(entry.deeds) }
            throw error.problem(logger)
        }
    }

    /// - Parameters:
    ///   - lease: until when a connection is waited for.
    ///   - deadline: until when the transaction must have ended.
    func enter<R: Sendable>(
        _ entry: Entry, _ form: TransactionStage.Form, lease: Deadline, deadline: Deadline,
        _ body: (borrowing TenantTransaction) async throws -> R
    ) async throws -> R {
        try await pool.withConnection(affinity: entry.place.affinity, deadline: lease) { connection in
            let hint = hints[entry.token]
            let known = hint?.scope(in: entry.place, hints)
            // Who must first ask where he is asks twice: of one moment, so in a transaction.
            let form = known == nil && form.isSingle ? .readOnly : form
            let stage = TransactionStage(
                connection: connection, form: form, preamble: .officer(entry.token, entry.place, post: hint?.post),
                request: entry.request, deeds: entry.deeds, deadline: deadline, logger: logger,
                companion: form.isReadOnly ? Companion(door: self, entry: entry, deadline: deadline) : nil)
            let scope =
                if let known { known } else { hints.learn(entry, try await stage.officer(), role: stage.role) }
            let transaction = TenantTransaction(scope: scope, stage: stage)
            let answer: R
            do {
                answer = try await body(transaction)
            } catch {
                // A refusal is an answer too.
                try await stage.ensureEntered()
                throw Self.explained(error, entry, stage.entered)
            }
            try await stage.commit()
            return answer
        }
    }

    /// Who may do it by his role is refused because the unit has ended, and is told so.
    private static func explained(_ error: any Error, _ entry: Entry, _ officer: ActingOfficer?) -> any Error {
        guard let officer, officer.hasEnded else { return error }
        let might = entry.deeds.contains { if case .action(let action) = $0 { officer.may(action) } else { false } }
        guard might else { return error }
        let problem = (error as? Problem) ?? (error as? PostgresError).map { Problem($0) }
        return problem == .notAllowed ? Problem.unitEnded : error
    }
}

extension Entry.Place {
    /// Connections that last served a place know its plans (postgres.md 1).
    var affinity: String? {
        switch self {
        case .tenant(let slug): slug.text
        case .home: nil
        case .province: "province-wide"
        }
    }
}

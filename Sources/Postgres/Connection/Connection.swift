public import Logging
import Synchronization

/// One session with a server.
///
/// The actor runs on a thread of its own (``ConnectionThread``), which may block in `poll`; its methods therefore run from start to end
/// without another one in between. Code that uses a connection for several statements best runs on the same thread, through
/// ``taskExecutor``, as ``Pool/withConnection(affinity:deadline:_:)`` arranges.
public actor Connection {
    nonisolated let thread: ConnectionThread
    nonisolated let configuration: ConnectionConfiguration
    nonisolated let logger: Logger
    /// libpq holds an unretained pointer to it.
    private let notices: NoticeSink
    private let onClose: (@Sendable () -> Void)?

    var handle = ConnectionHandle()
    var statements: PreparedStatements
    var parameters = ParameterBuffer()
    /// A stream or COPY of several steps is under way.
    var isExclusive = false
    /// The last command was read row by row. libpq 15 forgets that mode only between two commands, so the first of a pipeline that was idle
    /// would come row by row too.
    var followsStream = false
    private var operations: UInt64 = 0
    nonisolated let status = Atomic<UInt8>(TransactionStatus.unknown.rawValue)
    /// Of an open session, −1 before and after.
    private nonisolated let socket = Atomic<Int32>(-1)
    /// The operation whose task was cancelled.
    nonisolated let cancelledOperation = Atomic<UInt64>(0)

    public nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    /// The connection's thread as a place to run other code.
    public nonisolated var taskExecutor: any TaskExecutor { thread }

    init(_ configuration: ConnectionConfiguration, logger: Logger, onClose: (@Sendable () -> Void)?) throws(PostgresError) {
        self.configuration = configuration
        self.logger = logger
        self.onClose = onClose
        notices = NoticeSink(logger: logger)
        statements = PreparedStatements(capacity: configuration.statementCacheSize)
        thread = try ConnectionThread()
        try thread.start()
    }

    deinit {
        thread.stop()
    }

    /// Connects; on failure nothing is left behind.
    ///
    /// Throws ``PostgresError/Code/connectionFailed`` or ``PostgresError/Code/cancelled``.
    public static func open(_ configuration: ConnectionConfiguration, logger: Logger) async throws(PostgresError) -> Connection {
        try await open(configuration, logger: logger, onClose: nil)
    }

    static func open(
        _ configuration: ConnectionConfiguration, logger: Logger, onClose: (@Sendable () -> Void)?
    ) async throws(PostgresError) -> Connection {
        let connection = try Connection(configuration, logger: logger, onClose: onClose)
        do throws(PostgresError) {
            try await connection.connect()
        } catch {
            await connection.close()
            throw error
        }
        return connection
    }

    /// Ends the session and the thread. What is under way ends first; later calls throw ``PostgresError/Code/connectionLost``.
    public nonisolated func close() async {
        await drop()
        await thread.stopAndJoin()
    }

    // MARK: - State

    /// As of the end of the last operation.
    public nonisolated var transactionStatus: TransactionStatus {
        TransactionStatus(rawValue: status.load(ordering: .acquiring)) ?? .unknown
    }

    public nonisolated var isClosed: Bool { transactionStatus == .unknown }

    public var backendPID: Int32 { handle.backendPID }

    /// Such as 150018 for 15.18.
    public var serverVersion: Int { Int(handle.serverVersion) }

    /// A value that the server reported by itself, such as `server_version`, `TimeZone` or `is_superuser`.
    public func parameter(_ name: String) -> String? { handle.parameter(name) }

    // MARK: - Operations

    func begin(deadline: Deadline?, isWrite: Bool) throws(PostgresError) -> Operation {
        guard handle.isGood else { throw PostgresError(.connectionLost, "the connection is closed") }
        guard !isExclusive else { throw PostgresError(.connectionBusy, "a COPY or a stream is under way on this connection") }
        operations += 1
        return Operation(id: operations, deadline: deadline, isWrite: isWrite)
    }

    func end() {
        status.store(handle.transactionStatus.rawValue, ordering: .releasing)
    }

    /// Runs the steps of an operation; cancelling the task ends the wait in it.
    func interruptible<R: Sendable>(
        _ operation: Operation, _ body: (inout Operation) throws(PostgresError) -> R
    ) async throws(PostgresError) -> R {
        let id = operation.id
        // The closure must name `self`: without that it would not be isolated, and would run on another thread.
        let outcome: Result<R, PostgresError> = await withTaskCancellationHandler {
            self.execute(operation, body)
        } onCancel: {
            cancelledOperation.store(id, ordering: .releasing)
            thread.pipe.wake()
        }
        end()
        return try outcome.get()
    }

    private func execute<R: Sendable>(
        _ operation: Operation, _ body: (inout Operation) throws(PostgresError) -> R
    ) -> Result<R, PostgresError> {
        assertIsolated()
        var operation = operation
        do throws(PostgresError) {
            guard !Task.isCancelled else { throw PostgresError(.cancelled, "the task was cancelled before anything was sent") }
            return .success(try body(&operation))
        } catch {
            return .failure(error)
        }
    }

    /// Gives the connection up: nothing more can be sent or read.
    func drop() {
        thread.watch(nil)
        socket.store(-1, ordering: .releasing)
        let wasOpen = !isClosed
        handle.finish()
        end()
        if wasOpen { onClose?() }
    }

    func receiveNotices() {
        handle.receiveNotices(notices)
    }

    // MARK: - While nobody uses it

    /// Lets the idle thread look at the socket, so that a server that goes away is noticed before the next use.
    func watchSocket() {
        socket.store(handle.socket, ordering: .releasing)
        thread.watch(
            ConnectionThread.Watch(socket: handle.socket) { [weak self] in
                Task { await self?.readWhileIdle() }
            })
    }

    /// Whether the session is open and nothing of the server's is to be read: no news of its end. Costs no turn of the actor; to be asked on its
    /// thread alone, where nothing else is under way.
    nonisolated var isQuiet: Bool {
        let socket = socket.load(ordering: .acquiring)
        return socket >= 0 && !isClosed && !Poll.isReadable(socket)
    }

    /// Whether the server is still there, as far as the socket tells without sending anything. Gives the connection up if not.
    func isAlive() -> Bool {
        guard handle.isGood else { return false }
        guard Poll.isReadable(handle.socket) else { return true }
        guard handle.consumeInput(), handle.isGood, !Poll.isReadable(handle.socket) || handle.consumeInput() else {
            drop()
            return false
        }
        return true
    }

    private func readWhileIdle() {
        guard !isExclusive, !isClosed else { return }
        guard handle.consumeInput(), handle.isGood else { return drop() }
        watchSocket()
    }
}

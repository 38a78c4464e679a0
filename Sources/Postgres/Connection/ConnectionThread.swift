import Glibc
import Synchronization

/// One thread that runs everything of one connection: executor of its actor, and task executor for the code that uses it, so that
/// between two statements of a transaction no thread is switched.
///
/// The thread may block: in `poll`, in name resolution, in TLS. It ends after ``stop()`` when no job is
/// left. A job that arrives later still (a task that resumes after its connection was closed) starts it once more for that job.
final class ConnectionThread: SerialExecutor, TaskExecutor {
    fileprivate struct State {
        var jobs: [UnownedJob] = []
        var head = 0
        var running = false
        var sleeping = false
        var stopping = false
        var onExit: CheckedContinuation<pthread_t, Never>?
        var watch: Watch?
    }

    /// A socket to look at while there is nothing to do; `handler` is called once, on the thread, when it becomes readable.
    struct Watch: Sendable {
        let socket: Int32
        let handler: @Sendable () -> Void
    }

    let pipe: WakePipe
    private let state = Mutex(State())

    init() throws(PostgresError) {
        pipe = try WakePipe()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let (wake, start) = state.withLock { state in
            state.jobs.append(job)
            let start = !state.running
            let wake = state.sleeping
            state.running = true
            state.sleeping = false
            return (wake, start)
        }
        if start {
            let isRunning = launch()
            precondition(isRunning, "no thread left to finish the work of a closed connection")
        } else if wake {
            pipe.wake()
        }
    }

    /// Throws when the system has no thread left.
    func start() throws(PostgresError) {
        state.withLock { $0.running = true }
        guard launch() else {
            state.withLock { $0.running = false }
            throw PostgresError(.connectionFailed, "the system has no thread left for a connection")
        }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }

    /// Looks at the socket whenever the thread is idle, until it was readable once.
    func watch(_ watch: Watch?) {
        state.withLock { $0.watch = watch }
    }

    /// Lets the thread end when no job is left.
    func stop() {
        if state.withLock({ $0.requestStop() }) { pipe.wake() }
    }

    /// Lets the thread end and waits until it has.
    func stopAndJoin() async {
        // Zero is no thread: there is none to wait for.
        let thread: pthread_t = await withCheckedContinuation { continuation in
            let (wake, ended) = state.withLock { state in
                guard state.running, state.onExit == nil else { return (false, true) }
                state.onExit = continuation
                return (state.requestStop(), false)
            }
            if ended { continuation.resume(returning: 0) }
            if wake { pipe.wake() }
        }
        if thread != 0 { _ = pthread_join(thread, nil) }
    }

    // MARK: - On the thread

    private func launch() -> Bool {
        let start = unsafe Unmanaged.passRetained(self).toOpaque()
        var thread = pthread_t()
        let failure = unsafe pthread_create(
            &thread, nil,
            { start in
                unsafe Unmanaged<ConnectionThread>.fromOpaque(start!).takeRetainedValue().run()
                return nil
            }, start)
        if failure != 0 { unsafe Unmanaged<ConnectionThread>.fromOpaque(start).release() }
        return failure == 0
    }

    private func run() {
        while let job = nextJob() {
            unsafe job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
        }
    }

    private func nextJob() -> UnownedJob? {
        while true {
            enum Step { case job(UnownedJob), sleep(Watch?), exit(CheckedContinuation<pthread_t, Never>?) }
            let step: Step = state.withLock { state in
                if let job = state.dequeue() { return .job(job) }
                if state.stopping {
                    state.running = false
                    defer { state.onExit = nil }
                    return .exit(state.onExit)
                }
                state.sleeping = true
                return .sleep(state.watch)
            }
            switch step {
            case .job(let job): return job
            case .sleep(let watch): sleep(watch)
            case .exit(let continuation):
                // Either someone joins this thread or it cleans up after itself.
                if let continuation { continuation.resume(returning: pthread_self()) } else { pthread_detach(pthread_self()) }
                return nil
            }
        }
    }

    private func sleep(_ watch: Watch?) {
        let readable = Poll.wait(socket: watch?.socket ?? -1, events: Int16(POLLIN), wake: pipe.readEnd, until: nil)
        state.withLock { state in
            state.sleeping = false
            if readable.contains(.socket) { state.watch = nil }
        }
        if readable.contains(.wake) { pipe.drain() }
        if readable.contains(.socket) { watch?.handler() }
    }
}

extension ConnectionThread.State {
    fileprivate mutating func dequeue() -> UnownedJob? {
        guard head < jobs.count else { return nil }
        defer {
            head += 1
            if head == jobs.count {
                jobs.removeAll(keepingCapacity: true)
                head = 0
            }
        }
        return jobs[head]
    }

    /// Whether the thread sleeps and has to be woken.
    fileprivate mutating func requestStop() -> Bool {
        stopping = true
        defer { sleeping = false }
        return sleeping
    }
}

import Domain
public import Logging
public import Storage
import Synchronization

/// Does what others have queued: claims jobs under a lease, does each once, and puts back what fails.
///
/// It may be killed at any instant, and there may be several: a job whose worker does not come back is claimed again when its lease ends,
/// and what it had done already is known from the tenant's inbox and from unique keys, so that doing it again changes nothing.
public final class Worker: Sendable {
    private let door: WorkerDoor
    private let pace: Pace
    private let carrier: MessageCarrier
    private let logger: Logger
    private let stopping = Mutex(false)

    /// - Parameter carrier: how messages leave the house.
    public init(_ door: WorkerDoor, pace: Pace = Pace(), carrier: MessageCarrier = .ofInstallation, logger: Logger) {
        self.door = door
        self.pace = pace
        self.carrier = carrier
        self.logger = logger
    }

    /// How hard it works.
    public struct Pace: Sendable {
        /// How long a claimed job is nobody else's. Longer than a job can take: its statements end after 60 s.
        public var lease = Duration.seconds(120)
        /// Jobs claimed together, of as many tenants as have any.
        public var batch = 8
        /// Between two looks when there is nothing to do: from the shortest, doubled each time, to the longest.
        public var shortestPause = Duration.milliseconds(100)
        public var longestPause = Duration.seconds(2)
        /// Between two looks for what has been kept long enough, and for a new day, of which people are reminded.
        public var tidying = Duration.seconds(3_600)
        /// Between two looks whether units have to be counted: what is shown from that is at most this old.
        public var counting = Duration.seconds(60)
        /// Between two looks whether a place for a tenant to be is missing.
        public var preparing = Duration.seconds(60)
        /// After so many failures a job is dead, and waits for a person.
        public var mostAttempts = 8
        /// The same of a message: a mail server, or a unit's own, may be away for a day.
        public var mostSendings = 36

        public init() {}

        /// 2, 4, 8 … seconds, at most five minutes; of a message at most an hour, so that its attempts span more than a day.
        func wait(after job: Job) -> Duration {
            .seconds(min(job.isMessage ? 3_600 : 300, 1 << min(max(job.attempts, 1), 12)))
        }

        func mostAttempts(of job: Job) -> Int { job.isMessage ? mostSendings : mostAttempts }
    }

    /// What came of the jobs of one run.
    public struct Tally: Sendable, Hashable {
        public internal(set) var done = 0
        public internal(set) var failed = 0
        /// Another worker had taken them over.
        public internal(set) var lost = 0

        public init(done: Int = 0, failed: Int = 0, lost: Int = 0) {
            self.done = done
            self.failed = failed
            self.lost = lost
        }
    }

    /// Works until ``stop()`` or cancellation. A database that is away is waited for.
    public func run() async {
        var pause = pace.shortestPause
        var (tidyAt, countAt, prepareAt) = (ContinuousClock.now, ContinuousClock.now, ContinuousClock.now)
        while !isStopping {
            do {
                if ContinuousClock.now >= tidyAt {
                    _ = try await door.forgetRequests()
                    _ = try await door.queueReminders(again: false)
                    tidyAt = .now + pace.tidying
                }
                if ContinuousClock.now >= countAt {
                    _ = try await door.queueUnitDays(again: false)
                    countAt = .now + pace.counting
                }
                if ContinuousClock.now >= prepareAt {
                    prepareAt = .now + pace.preparing
                    // One at a time: jobs come between.
                    if try await door.preparePlace() { prepareAt = .now }
                }
                pause = try await round() == Tally() ? min(pause * 2, pace.longestPause) : pace.shortestPause
            } catch {
                logger.warning("no jobs could be claimed", metadata: ["error": "\(error)"])
                pause = pace.longestPause
            }
            if pause > pace.shortestPause, (try? await Task.sleep(for: pause)) == nil { return }
        }
    }

    /// Works until nothing is due, jobs that the work itself queues included.
    public func runOnce() async throws -> Tally {
        var total = Tally()
        while !isStopping {
            let tally = try await round()
            guard tally != Tally() else { break }
            total.done += tally.done
            total.failed += tally.failed
            total.lost += tally.lost
        }
        return total
    }

    /// Lets the job at hand be finished; ``run()`` returns after it.
    public func stop() {
        stopping.withLock { $0 = true }
    }

    private var isStopping: Bool {
        Task.isCancelled || stopping.withLock { $0 }
    }

    private func round() async throws -> Tally {
        var tally = Tally()
        for job in try await door.claim(pace.batch, lease: pace.lease) {
            if isStopping {
                // Not begun: another worker need not wait for the lease to end.
                try await door.fail(job, because: "the worker stopped", retryAfter: .zero, mostAttempts: .max)
            } else {
                await work(on: job, &tally)
            }
        }
        return tally
    }

    private func work(on job: Job, _ tally: inout Tally) async {
        do {
            try await JobHandler(door, carrier).handle(job)
            if try await door.finish(job) { tally.done += 1 } else { tally.lost += 1 }
        } catch let problem as Problem where problem == .leaseLost {
            tally.lost += 1
        } catch {
            tally.failed += 1
            await putBack(job, after: error)
        }
    }

    private func putBack(_ job: Job, after error: any Error) async {
        let reason = (error as? Problem).map { "\($0.code): \($0.detail)" } ?? "\(error)"
        logger.error(
            "a job failed", metadata: ["job": "\(job.id)", "kind": "\(job.kind)", "attempt": "\(job.attempts)", "reason": "\(reason)"])
        do {
            try await door.fail(
                job, because: reason, retryAfter: pace.wait(after: job), mostAttempts: pace.mostAttempts(of: job))
        } catch {
            // The lease ends by itself; the attempt is counted already.
            logger.warning("a failed job could not be put back", metadata: ["job": "\(job.id)", "error": "\(error)"])
        }
    }
}

extension Job {
    /// Something that leaves the house.
    var isMessage: Bool { kind == "notice.mail" || kind == "notice.webhook" }
}

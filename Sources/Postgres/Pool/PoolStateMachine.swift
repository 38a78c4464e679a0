/// Every decision of the pool, without a clock, a connection or a task: events go in, actions come out.
struct PoolStateMachine {
    typealias ConnectionID = Int
    typealias WaiterID = Int
    typealias Moment = ContinuousClock.Instant

    enum Action: Equatable, Sendable {
        case connect(ConnectionID)
        /// Close it and report ``PoolStateMachine/closed(_:now:)``.
        case close(ConnectionID)
        case grant(WaiterID, ConnectionID)
        case fail(WaiterID, Refusal)
        /// Call ``PoolStateMachine/tick(now:)`` at this moment.
        case timer(Moment)
    }

    enum Refusal: Equatable, Sendable {
        case deadline, cancelled, closed
    }

    private enum State: Equatable {
        case connecting
        case idle(since: Moment)
        case leased(since: Moment)
        case closing
    }

    private struct Slot {
        var state: State
        /// Whom it served last.
        var affinity: String?
        var retireAt: Moment
    }

    private struct Waiter {
        let affinity: String?
        let deadline: Moment
    }

    private let configuration: PoolConfiguration
    private var slots: [ConnectionID: Slot] = [:]
    private var waiters: [WaiterID: Waiter] = [:]
    /// First come, first served; contains ids of waiters that are gone.
    private var queue: [WaiterID] = []
    private var queueHead = 0
    private var nextID = 0
    private var failuresInARow = 0
    private var connectNotBefore: Moment?
    /// When ticks will come, each earlier than those before it: none is asked for that another one precedes.
    private var timers: [Moment] = []
    private(set) var isShutDown = false

    init(_ configuration: PoolConfiguration) {
        self.configuration = configuration
    }

    var statistics: PoolStatistics {
        var statistics = PoolStatistics(size: 0, idle: 0, leased: 0, waiting: waiters.count)
        for slot in slots.values where slot.state != .closing {
            statistics.size += 1
            if case .idle = slot.state { statistics.idle += 1 }
            if case .leased = slot.state { statistics.leased += 1 }
        }
        return statistics
    }

    /// Shut down, and nothing is open any more.
    var isDrained: Bool { isShutDown && slots.isEmpty }

    /// Opens what the configuration keeps open.
    mutating func start(now: Moment) -> [Action] {
        open(now: now) + schedule(now: now)
    }

    // MARK: - Leasing

    /// An idle connection, best one that served `affinity` last; nil when there is none, others wait already, or as many as may be are busy.
    mutating func leaseIdle(affinity: String?, now: Moment) -> ConnectionID? {
        guard !isShutDown, waiters.isEmpty, hasRoom(now: now), let id = bestIdle(for: affinity) else { return nil }
        slots[id]!.state = .leased(since: now)
        slots[id]!.affinity = affinity
        return id
    }

    /// A place in the queue, answered by `grant` or `fail`.
    mutating func wait(_ waiter: WaiterID, affinity: String?, deadline: Moment, now: Moment) -> [Action] {
        guard !isShutDown else { return [.fail(waiter, .closed)] }
        if let id = leaseIdle(affinity: affinity, now: now) { return [.grant(waiter, id)] }
        waiters[waiter] = Waiter(affinity: affinity, deadline: deadline)
        queue.append(waiter)
        return open(now: now) + schedule(now: now)
    }

    /// A connection comes back; `isReusable` means that it is open and in no transaction.
    mutating func release(_ id: ConnectionID, isReusable: Bool, now: Moment) -> [Action] {
        guard let slot = slots[id] else { return [] }
        guard isReusable, !isShutDown, slot.retireAt > now else {
            slots[id]!.state = .closing
            return [.close(id)] + serve(now: now)
        }
        return hand(id, now: now)
    }

    /// The caller gave up waiting.
    mutating func cancel(_ waiter: WaiterID) -> [Action] {
        waiters.removeValue(forKey: waiter) == nil ? [] : [.fail(waiter, .cancelled)]
    }

    // MARK: - Connections

    /// `jitter` between 0 and 1 spreads the ends of life.
    mutating func connected(_ id: ConnectionID, jitter: Double, now: Moment) -> [Action] {
        guard slots[id] != nil else { return [.close(id)] }
        failuresInARow = 0
        connectNotBefore = nil
        slots[id]!.retireAt = now + configuration.maximumLifetime * (1 - configuration.lifetimeJitter * jitter)
        guard !isShutDown else {
            slots[id]!.state = .closing
            return [.close(id)]
        }
        return hand(id, now: now)
    }

    mutating func connectFailed(_ id: ConnectionID, now: Moment) -> [Action] {
        slots[id] = nil
        failuresInARow += 1
        // From 50 ms on, doubling, at most 3 s: a restarted server is found soon and a dead one is not stormed.
        let backoff = min(Duration.milliseconds(50) * (1 << min(failuresInARow - 1, 6)), .seconds(3))
        connectNotBefore = now + backoff
        return schedule(now: now)
    }

    /// The server hung up. One that is lent is judged when it comes back.
    mutating func broke(_ id: ConnectionID) -> [Action] {
        guard case .idle = slots[id]?.state else { return [] }
        slots[id]!.state = .closing
        return [.close(id)]
    }

    /// What `close` asked for is done.
    mutating func closed(_ id: ConnectionID, now: Moment) -> [Action] {
        slots[id] = nil
        return isShutDown ? [] : open(now: now) + schedule(now: now)
    }

    // MARK: - Time

    mutating func tick(now: Moment) -> [Action] {
        timers.removeAll { $0 <= now }
        guard !isShutDown else { return [] }
        var actions: [Action] = []
        for id in waiters.filter({ $0.value.deadline <= now }).keys.sorted() {
            waiters[id] = nil
            actions.append(.fail(id, .deadline))
        }
        var size = slots.values.filter { $0.state != .closing }.count
        for (id, slot) in slots.sorted(by: { $0.key < $1.key }) {
            guard case .idle(let since) = slot.state else { continue }
            let tooMany = size > configuration.minimumConnections
            guard slot.retireAt <= now || (tooMany && since + configuration.idleTimeout <= now) else { continue }
            slots[id]!.state = .closing
            size -= 1
            actions.append(.close(id))
        }
        return actions + serve(now: now) + open(now: now) + schedule(now: now)
    }

    /// Nothing is lent any more; what is lent is closed when it comes back.
    mutating func shutDown() -> [Action] {
        isShutDown = true
        var actions: [Action] = waiters.keys.sorted().map { .fail($0, .closed) }
        waiters.removeAll()
        queue.removeAll()
        queueHead = 0
        for id in slots.keys.sorted() {
            guard case .idle = slots[id]!.state else { continue }
            slots[id]!.state = .closing
            actions.append(.close(id))
        }
        return actions
    }
}

// MARK: - Steps

extension PoolStateMachine {
    private func bestIdle(for affinity: String?) -> ConnectionID? {
        var best: (id: ConnectionID, rank: Int, since: Moment)?
        for (id, slot) in slots {
            guard case .idle(let since) = slot.state else { continue }
            // One that served the same; then one that served nobody in particular; then the one that others have missed the longest.
            let rank = slot.affinity == affinity ? 2 : slot.affinity == nil ? 1 : 0
            if let found = best {
                // Among equals of the same affinity the latest is warmest, and lets the others reach their idle timeout.
                let isBetter = rank != found.rank ? rank > found.rank : rank == 0 ? since < found.since : since > found.since
                if !isBetter { continue }
            }
            best = (id, rank, since)
        }
        return best?.id
    }

    /// To whoever waits longest, otherwise to the idle ones.
    private mutating func hand(_ id: ConnectionID, now: Moment) -> [Action] {
        slots[id]!.state = .idle(since: now)
        return serve(now: now) + open(now: now) + schedule(now: now)
    }

    /// The idle ones to those who wait longest, as long as there is room.
    private mutating func serve(now: Moment) -> [Action] {
        var actions: [Action] = []
        while hasRoom(now: now), let waiter = firstWaiter(), let id = bestIdle(for: waiters[waiter]!.affinity) {
            queueHead += 1
            slots[id]!.state = .leased(since: now)
            slots[id]!.affinity = waiters.removeValue(forKey: waiter)!.affinity
            actions.append(.grant(waiter, id))
        }
        return actions
    }

    /// Passes over those who are gone.
    private mutating func firstWaiter() -> WaiterID? {
        while queueHead < queue.count, waiters[queue[queueHead]] == nil { queueHead += 1 }
        if queueHead == queue.count || queueHead > 1_024 {
            queue.removeFirst(queueHead)
            queueHead = 0
        }
        return queue.isEmpty ? nil : queue[queueHead]
    }

    /// When those who are busy with something short no longer count among them.
    private func ends(now: Moment) -> [Moment] {
        slots.values.compactMap {
            guard case .leased(let since) = $0.state else { return nil }
            let end = since + configuration.longLease
            return end > now ? end : nil
        }
    }

    private func hasRoom(now: Moment) -> Bool { room(now: now) > 0 }

    /// How many more may be busy at once.
    private func room(now: Moment) -> Int {
        guard let concurrency = configuration.concurrency else { return .max }
        return max(0, concurrency - ends(now: now).count)
    }

    private var idleCount: Int { slots.values.count { if case .idle = $0.state { true } else { false } } }

    /// Begins to connect as far as there is need, room and permission.
    private mutating func open(now: Moment) -> [Action] {
        guard !isShutDown else { return [] }
        if let connectNotBefore, connectNotBefore > now { return [] }
        var connecting = slots.values.filter { $0.state == .connecting }.count
        // Those that are closing still hold a backend, so they count.
        var size = slots.count
        var actions: [Action] = []
        // After a failure one attempt at a time finds out whether the server is back.
        let parallel = failuresInARow > 0 ? 1 : Int.max
        let wanted = min(waiters.count, room(now: now)) - idleCount
        while size < configuration.maximumConnections, connecting < parallel,
            size < configuration.minimumConnections || connecting < wanted
        {
            nextID += 1
            slots[nextID] = Slot(state: .connecting, retireAt: now + configuration.maximumLifetime)
            actions.append(.connect(nextID))
            connecting += 1
            size += 1
        }
        return actions
    }

    /// Asks for a tick at the next moment at which something is due, unless one comes by then anyway.
    private mutating func schedule(now: Moment) -> [Action] {
        guard !isShutDown, let due = nextDue(now: now) else { return [] }
        if let next = timers.last, next <= due { return [] }
        timers.append(due)
        return [.timer(due)]
    }

    private func nextDue(now: Moment) -> Moment? {
        var next: Moment?
        func note(_ moment: Moment) { next = next.map { min($0, moment) } ?? moment }
        for waiter in waiters.values { note(waiter.deadline) }
        for slot in slots.values {
            guard case .idle(let since) = slot.state else { continue }
            note(slot.retireAt)
            let idleUntil = since + configuration.idleTimeout
            if slots.count > configuration.minimumConnections, idleUntil > now { note(idleUntil) }
        }
        if let connectNotBefore, connectNotBefore > now { note(connectNotBefore) }
        if !waiters.isEmpty, configuration.concurrency != nil { ends(now: now).forEach(note) }
        return next
    }
}

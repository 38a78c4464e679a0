import Testing

@testable import Postgres

@Suite("The pool's decisions, without a clock or a server")
struct PoolStateMachineTests {
    typealias Machine = PoolStateMachine
    let start = ContinuousClock.now

    private func at(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

    private func connects(_ actions: [Machine.Action]) -> [Int] {
        actions.compactMap { if case .connect(let id) = $0 { id } else { nil } }
    }

    private func timers(_ actions: [Machine.Action]) -> [ContinuousClock.Instant] {
        actions.compactMap { if case .timer(let moment) = $0 { moment } else { nil } }
    }

    private func others(_ actions: [Machine.Action]) -> [Machine.Action] {
        actions.filter { if case .timer = $0 { false } else { true } }
    }

    /// A machine with so many idle connections, numbered from 1.
    private func machine(idle: Int, _ configuration: PoolConfiguration) -> Machine {
        var machine = Machine(configuration)
        var ids = connects(machine.start(now: start))
        let waiters = (0..<idle).map { -$0 - 1 }
        for waiter in waiters { ids += connects(machine.wait(waiter, affinity: nil, deadline: at(9), now: start)) }
        for waiter in waiters { _ = machine.cancel(waiter) }
        for id in ids { _ = machine.connected(id, jitter: 0, now: start) }
        return machine
    }

    @Test("it opens the minimum at once and more only for those who wait")
    func opening() {
        var machine = Machine(PoolConfiguration(minimumConnections: 2, maximumConnections: 3))
        #expect(connects(machine.start(now: start)) == [1, 2])
        #expect(connects(machine.wait(1, affinity: nil, deadline: at(5), now: start)) == [])
        #expect(connects(machine.wait(2, affinity: nil, deadline: at(5), now: start)) == [])
        #expect(connects(machine.wait(3, affinity: nil, deadline: at(5), now: start)) == [3])
        #expect(connects(machine.wait(4, affinity: nil, deadline: at(5), now: start)) == [], "the maximum is reached")
        #expect(machine.connected(2, jitter: 0, now: start) == [.grant(1, 2)])
    }

    @Test("first come, first served, and nobody overtakes")
    func order() {
        var machine = machine(idle: 1, PoolConfiguration(minimumConnections: 1, maximumConnections: 1))
        #expect(machine.leaseIdle(affinity: nil, now: start) == 1)
        for waiter in 1...3 { #expect(connects(machine.wait(waiter, affinity: nil, deadline: at(5), now: start)) == []) }
        #expect(others(machine.cancel(2)) == [.fail(2, .cancelled)])
        #expect(machine.release(1, isReusable: true, now: start) == [.grant(1, 1)])
        #expect(machine.leaseIdle(affinity: nil, now: start) == nil)
        #expect(machine.release(1, isReusable: true, now: start) == [.grant(3, 1)])
        #expect(machine.cancel(3) == [], "who was served cannot be cancelled")
    }

    @Test("the connection that served the same tenant is preferred, then the one longest unused")
    func affinity() {
        var machine = machine(idle: 3, PoolConfiguration(minimumConnections: 3, maximumConnections: 3))
        for (id, name) in [("a"), ("b"), ("c")].enumerated() {
            let leased = machine.leaseIdle(affinity: name, now: start)
            #expect(leased != nil, "\(id)")
        }
        for id in 1...3 { _ = machine.release(id, isReusable: true, now: at(Double(id))) }
        let b = machine.leaseIdle(affinity: "b", now: start)
        _ = machine.release(b!, isReusable: true, now: at(10))
        #expect(machine.leaseIdle(affinity: "b", now: start) == b)
        _ = machine.release(b!, isReusable: true, now: at(11))
        let longest = machine.leaseIdle(affinity: "unknown", now: start)
        #expect(longest != b)
    }

    @Test("a deadline fails the waiter, and the timer is asked for once")
    func deadlines() {
        var machine = machine(idle: 1, PoolConfiguration(minimumConnections: 1, maximumConnections: 1))
        _ = machine.leaseIdle(affinity: nil, now: start)
        #expect(timers(machine.wait(1, affinity: nil, deadline: at(2), now: start)) == [at(2)])
        #expect(timers(machine.wait(2, affinity: nil, deadline: at(3), now: start)) == [])
        #expect(timers(machine.wait(3, affinity: nil, deadline: at(1), now: start)) == [at(1)], "an earlier one needs its own")
        #expect(others(machine.tick(now: at(1))) == [.fail(3, .deadline)])
        #expect(others(machine.tick(now: at(2))) == [.fail(1, .deadline)])
        #expect(machine.release(1, isReusable: true, now: at(2.5)) == [.grant(2, 1)])
    }

    @Test("what does not come back clean, or is too old, is closed and replaced for those who wait")
    func closing() {
        var configuration = PoolConfiguration(minimumConnections: 0, maximumConnections: 1)
        configuration.maximumLifetime = .seconds(100)
        var machine = Machine(configuration)
        _ = machine.wait(1, affinity: nil, deadline: at(5), now: start)
        #expect(machine.connected(1, jitter: 1, now: start) == [.grant(1, 1)])
        _ = machine.wait(2, affinity: nil, deadline: at(200), now: start)
        #expect(machine.release(1, isReusable: false, now: start) == [.close(1)])
        #expect(connects(machine.closed(1, now: start)) == [2])
        #expect(machine.connected(2, jitter: 1, now: start) == [.grant(2, 2)])
        #expect(machine.release(2, isReusable: true, now: at(81)) == [.close(2)], "jitter of 0.2 makes 100 s to 80 s")
        #expect(connects(machine.closed(2, now: at(81))) == [])
    }

    @Test("idle connections above the minimum go after the idle timeout, old ones always")
    func idleTimeout() {
        var configuration = PoolConfiguration(minimumConnections: 1, maximumConnections: 3)
        configuration.idleTimeout = .seconds(10)
        configuration.maximumLifetime = .seconds(50)
        var machine = machine(idle: 3, configuration)
        #expect(machine.statistics.idle == 3)
        let closed = others(machine.tick(now: at(10)))
        #expect(closed == [.close(1), .close(2)])
        #expect(others(machine.closed(1, now: at(10)) + machine.closed(2, now: at(10))) == [])
        #expect(others(machine.tick(now: at(50))) == [.close(3)])
        #expect(connects(machine.closed(3, now: at(50))) == [4], "the minimum is kept")
    }

    @Test("a server that refuses is asked again, ever more seldom, one attempt at a time")
    func backoff() {
        var machine = Machine(PoolConfiguration(minimumConnections: 2, maximumConnections: 4))
        #expect(connects(machine.start(now: start)) == [1, 2])
        #expect(timers(machine.connectFailed(1, now: start)) == [start + .milliseconds(50)])
        _ = machine.connectFailed(2, now: start)
        #expect(connects(machine.wait(1, affinity: nil, deadline: at(60), now: start)) == [], "not before the pause is over")
        #expect(connects(machine.tick(now: at(0.1))) == [3])
        _ = machine.connectFailed(3, now: at(0.1))
        #expect(connects(machine.tick(now: at(0.2))) == [])
        #expect(connects(machine.tick(now: at(0.4))) == [4])
        #expect(machine.connected(4, jitter: 0, now: at(0.5)) == [.grant(1, 4), .connect(5)], "it is back: so is the minimum")
    }

    @Test("a connection that breaks while idle leaves, one that is lent is judged when it comes back")
    func broken() {
        var machine = machine(idle: 2, PoolConfiguration(minimumConnections: 1, maximumConnections: 2))
        let lent = machine.leaseIdle(affinity: nil, now: start)!
        #expect(machine.broke(lent) == [])
        #expect(machine.statistics.leased == 1)
        #expect(machine.release(lent, isReusable: false, now: start) == [.close(lent)])
        _ = machine.closed(lent, now: start)
        let other = machine.leaseIdle(affinity: nil, now: start)!
        _ = machine.release(other, isReusable: true, now: start)
        #expect(machine.broke(other) == [.close(other)])
        #expect(machine.broke(other) == [], "it is being closed already")
        #expect(connects(machine.closed(other, now: start)) == [3])
    }

    @Test("shutting down refuses all, closes what is idle, and ends when the last comes back")
    func shutdown() {
        var machine = machine(idle: 2, PoolConfiguration(minimumConnections: 2, maximumConnections: 2))
        let lent = machine.leaseIdle(affinity: nil, now: start)!
        let idle = lent == 1 ? 2 : 1
        #expect(machine.shutDown() == [.close(idle)])
        #expect(machine.wait(1, affinity: nil, deadline: at(5), now: start) == [.fail(1, .closed)])
        #expect(machine.leaseIdle(affinity: nil, now: start) == nil)
        #expect(machine.closed(idle, now: start) == [])
        #expect(!machine.isDrained)
        #expect(machine.release(lent, isReusable: true, now: start) == [.close(lent)])
        #expect(machine.closed(lent, now: start) == [])
        #expect(machine.isDrained)
    }

    @Test("statistics add up")
    func statistics() {
        var machine = machine(idle: 2, PoolConfiguration(minimumConnections: 2, maximumConnections: 2))
        _ = machine.leaseIdle(affinity: nil, now: start)
        _ = machine.leaseIdle(affinity: nil, now: start)
        _ = machine.wait(1, affinity: nil, deadline: at(5), now: start)
        #expect(machine.statistics == PoolStatistics(size: 2, idle: 0, leased: 2, waiting: 1))
    }

    @Test("no more are busy at once than may be, and the next is served when one ends, though others are idle")
    func concurrency() {
        var machine = machine(idle: 4, PoolConfiguration(minimumConnections: 4, maximumConnections: 6, concurrency: 2))
        let first = machine.leaseIdle(affinity: "a", now: at(1))!
        let second = machine.leaseIdle(affinity: "b", now: at(1))!
        #expect(machine.leaseIdle(affinity: "c", now: at(1)) == nil)
        for (waiter, affinity) in [(1, "c"), (2, "b")] {
            let waiting = machine.wait(waiter, affinity: affinity, deadline: at(5), now: at(1))
            #expect(others(waiting) == [], "nothing is opened for those who only have to wait")
        }
        let served = machine.release(second, isReusable: true, now: at(1.01))
        #expect(others(served).count == 1)
        #expect(others(served).contains { if case .grant(1, let id) = $0 { id != first } else { false } })
        #expect(others(machine.release(first, isReusable: true, now: at(1.02))) == [.grant(2, second)], "its own connection is idle")
        #expect(machine.statistics.leased == 2)
    }

    @Test("who has a connection for long no longer keeps others waiting, and is not counted when it comes back")
    func longLeases() {
        func after(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }
        var machine = machine(idle: 4, PoolConfiguration(minimumConnections: 4, maximumConnections: 4, concurrency: 2))
        let long = machine.leaseIdle(affinity: nil, now: after(0))!
        _ = machine.leaseIdle(affinity: nil, now: after(20))
        #expect(timers(machine.wait(1, affinity: nil, deadline: at(5), now: after(30))) == [after(50)])
        _ = machine.wait(2, affinity: nil, deadline: at(5), now: after(30))
        let served = machine.tick(now: after(50))
        #expect(others(served).count == 1, "one place became free: \(served)")
        #expect(timers(served) == [after(70)], "the other may go on when the second has lasted too")
        #expect(others(machine.release(long, isReusable: true, now: after(60))) == [], "it held no place any more")
        #expect(others(machine.tick(now: after(70))).count == 1)
        #expect(machine.statistics.waiting == 0)
    }

    @Test("a thousand bursts leave no more timers behind than one")
    func boundedTimers() {
        var machine = machine(idle: 3, PoolConfiguration(minimumConnections: 1, maximumConnections: 3, concurrency: 1))
        var pending: [ContinuousClock.Instant] = []
        var now = start
        for burst in 0..<1_000 {
            let lent = machine.leaseIdle(affinity: nil, now: now)!
            pending += timers(machine.wait(burst, affinity: nil, deadline: now + .seconds(10), now: now))
            let served = machine.release(lent, isReusable: true, now: now + .milliseconds(1))
            let other = others(served).compactMap { if case .grant(_, let id) = $0 { id } else { nil } }
            pending += timers(served) + timers(machine.release(other[0], isReusable: true, now: now + .milliseconds(2)))
            now += .milliseconds(60)
            for due in pending.filter({ $0 <= now }) { pending += timers(machine.tick(now: due)) }
            pending.removeAll { $0 <= now }
            #expect(pending.count <= 3)
        }
    }

    @Test("a connection that is closed leaves its place to the idle ones")
    func placeOfAClosed() {
        var machine = machine(idle: 2, PoolConfiguration(minimumConnections: 2, maximumConnections: 2, concurrency: 1))
        let lent = machine.leaseIdle(affinity: nil, now: at(1))!
        _ = machine.wait(1, affinity: nil, deadline: at(5), now: at(1))
        #expect(others(machine.release(lent, isReusable: false, now: at(1.01))) == [.close(lent), .grant(1, lent == 1 ? 2 : 1)])
    }

    @Test("as many are opened as may be busy, and more once those who are last for long")
    func openingForPlaces() {
        var machine = Machine(PoolConfiguration(minimumConnections: 0, maximumConnections: 3, concurrency: 1))
        #expect(connects(machine.wait(1, affinity: nil, deadline: at(5), now: start)) == [1])
        #expect(connects(machine.wait(2, affinity: nil, deadline: at(5), now: start)) == [])
        let long = start + .milliseconds(50)
        #expect(machine.connected(1, jitter: 0, now: start) == [.grant(1, 1), .timer(long)], "who still waits is not forgotten")
        #expect(connects(machine.tick(now: long)) == [2])
        #expect(others(machine.connected(2, jitter: 0, now: long)) == [.grant(2, 2)])
    }
}

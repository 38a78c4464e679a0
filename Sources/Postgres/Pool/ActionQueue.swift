import Synchronization

/// Work for ``Pool/run()``. Unlike `AsyncStream` it goes on delivering after the task was cancelled, because closing the connections is
/// work too.
final class ActionQueue: Sendable {
    private struct State {
        var actions: [PoolStateMachine.Action] = []
        var waiting: CheckedContinuation<Void, Never>?
        var isFinished = false
    }

    private let state = Mutex(State())

    func append(_ due: [PoolStateMachine.Action]) {
        if !due.isEmpty { wake { $0.actions += due } }
    }

    /// What is queued is still delivered.
    func finish() {
        wake { $0.isFinished = true }
    }

    /// Everything that is due, in order; nil after the end. For one consumer.
    func next() async -> [PoolStateMachine.Action]? {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                let isReady = !state.actions.isEmpty || state.isFinished
                if !isReady { state.waiting = continuation }
                return isReady
            }
            if isReady { continuation.resume() }
        }
        return state.withLock { state in
            defer { state.actions.removeAll(keepingCapacity: true) }
            return state.actions.isEmpty ? nil : state.actions
        }
    }

    private func wake(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }
}

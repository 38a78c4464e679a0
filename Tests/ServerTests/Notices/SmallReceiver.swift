import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// Where a webhook leads in tests: it keeps what comes and answers as it is told.
final class SmallReceiver: Sendable {
    struct Post: Sendable {
        let key: String
        let time: String
        let signature: String
        let body: String
    }

    private struct Memory {
        var port = 0
        var status = 204
        var posts: [Post] = []
    }

    private let memory = Mutex(Memory())

    var url: String { "http://127.0.0.1:\(memory.withLock { $0.port })/notices" }
    /// In the order in which they came.
    var received: [Post] { memory.withLock { $0.posts } }

    func answer(with status: Int) {
        memory.withLock { $0.status = status }
    }

    /// Serves while the body runs.
    static func run<R: Sendable>(_ body: (SmallReceiver) async throws -> R) async throws -> R {
        let receiver = SmallReceiver()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            let (ready, tell) = AsyncStream.makeStream(of: Int.self)
            group.addTask {
                let application = Application(
                    router: receiver.router(), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
                    onServerRunning: { channel in tell.yield(channel.localAddress?.port ?? 0) }, logger: Logger(label: "tests"))
                try await application.run()
            }
            for await port in ready {
                receiver.memory.withLock { $0.port = port }
                break
            }
            defer { group.cancelAll() }
            return try await body(receiver)
        }
    }

    private func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.post("/notices") { request, _ in
            let body = try await request.body.collect(upTo: 100_000)
            func header(_ name: String) -> String {
                request.headers.first { $0.name.canonicalName == name }?.value ?? ""
            }
            let post = Post(
                key: header("idempotency-key"), time: header("thidua-timestamp"), signature: header("thidua-signature"),
                body: String(buffer: body))
            let status = self.memory.withLock { memory in
                memory.posts.append(post)
                return memory.status
            }
            return Response(status: .init(code: status))
        }
        return router
    }
}

import Testing

@testable import Postgres

@Suite("Notifications", .timeLimit(.minutes(2)))
struct ListenerTests {
    @Test("they arrive, and after a lost connection the listener says so and goes on")
    func reconnects() async throws {
        let server = try await ScratchServer.shared
        var configuration = server.configuration
        configuration.applicationName = "listener-test"
        let listener = Listener(configuration, channels: [Identifier("Kênh \"1\""), Identifier("two")], logger: .tests)
        let service = Task { await listener.run() }
        var events = listener.events.makeAsyncIterator()
        #expect(await events.next() == .reconnected)

        let other = try await server.open()
        let pid = await other.backendPID
        _ = try await other.pipeline(["NOTIFY \"Kênh \"\"1\"\"\", 'xin chào'", "NOTIFY two"], isWrite: true)
        #expect(await events.next() == .notification(Notification(channel: "Kênh \"1\"", payload: "xin chào", backendPID: pid)))
        #expect(await events.next() == .notification(Notification(channel: "two", payload: "", backendPID: pid)))

        _ = try await other.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'listener-test'")
        #expect(await events.next() == .reconnected)
        _ = try await other.query("NOTIFY two, 'again'", isWrite: true)
        #expect(await events.next() == .notification(Notification(channel: "two", payload: "again", backendPID: pid)))
        await other.close()

        service.cancel()
        await service.value
        #expect(await events.next() == nil, "the events end with run()")
    }
}

import Domain
import Operations
import Storage
import TestSupport
import Testing

@Suite("API tokens", .province, .timeLimit(.minutes(30)))
struct TokenTests {
    let province = Province.current

    private func session(_ role: Role) async throws -> Token {
        try await SignIn(username: province.seat(role, in: "district_101").username, password: province.password)
            .perform(at: province.signIn, passwords: PasswordHasher(.least), ids: .system).token
    }

    private func open(_ label: String, days: Int = 30, with token: Token, from session: Token) async throws -> OpenToken.Opened {
        try await province.entrance.write(Entry(token: token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await OpenToken(label: label, days: days, from: session).perform(in: tx, ids: .system)
        }
    }

    private func mine(_ token: Token) async throws -> [Credential] {
        try await province.entrance.read(Entry(token: token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await ListCredentials(with: token).perform(in: tx)
        }
    }

    private func end(_ id: Credential.ID, with token: Token) async throws {
        try await province.entrance.write(Entry(token: token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await EndCredential(id).perform(in: tx)
        }
    }

    @Test("act in the post of the session they were made from, until they are ended")
    func life() async throws {
        let session = try await session(.clerk)
        let opened = try await open("báo  cáo tháng", with: session, from: session)
        #expect(opened.label == "báo cáo tháng")
        let listed = try await mine(opened.token)
        let row = try #require(listed.first { $0.id == opened.id })
        #expect((row.kind, row.label, row.post) == (.token, "báo cáo tháng", province.post(of: .clerk, in: "district_101")))
        try await end(opened.id, with: session)
        #expect(await province.refusal { _ = try await mine(opened.token) } == .notSignedIn)
        #expect(await province.refusal { try await end(opened.id, with: session) } == .notFound)
    }

    @Test("are made from a session only: a token that was found makes no other")
    func fromSessions() async throws {
        let session = try await session(.clerk)
        let opened = try await open("một", with: session, from: session)
        let again = await province.refusal { _ = try await open("hai", with: opened.token, from: opened.token) }
        #expect(again?.code == "session-needed")
        // Nor with somebody else's session, or with one's own that has ended.
        let other = try await self.session(.unitHead)
        #expect(await province.refusal { _ = try await open("ba", with: session, from: other) }?.code == "session-needed")
        try await SignOut(session).perform(at: province.signIn)
        #expect(await province.refusal { _ = try await open("bốn", with: opened.token, from: session) }?.code == "session-needed")
    }

    @Test("of others are not seen and not ended")
    func others() async throws {
        let mine = try await session(.clerk)
        let theirs = try await session(.unitHead)
        let opened = try await open("của người khác", with: theirs, from: theirs)
        #expect(!(try await self.mine(mine).contains { $0.id == opened.id }))
        #expect(await province.refusal { try await end(opened.id, with: mine) } == .notFound)
        #expect(try await self.mine(opened.token).contains { $0.id == opened.id })
    }

    @Test("need a name, and last 1 to 366 days", arguments: [("", 30), ("x", 0), ("x", 367)])
    func faults(label: String, days: Int) async throws {
        let session = try await session(.clerk)
        let problem = await province.refusal { _ = try await open(label, days: days, with: session, from: session) }
        #expect(problem?.fields.map(\.path) == [label.isEmpty ? "$.label" : "$.days"])
    }
}

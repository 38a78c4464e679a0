import Domain
import Operations
import TestSupport
import Testing

/// Some commands look or change by their options: each run asks for what it does, and for no more.
@Suite("What a command asks for", .province, .timeLimit(.minutes(30)))
struct CommandDeedTests {
    private let province = Province.current

    private func token(_ scopes: [String], of role: Role, in tenant: String) async throws -> Token {
        let session = try await SignIn(username: province.seat(role, in: tenant).username, password: province.password)
            .perform(at: province.signIn, passwords: PasswordHasher(.least), ids: .system).token
        return try await province.entrance.write(Entry(token: session, place: .home)) { (tx: borrowing TenantTransaction) in
            try await OpenToken(label: "x", days: 1, scopes: scopes, from: session).perform(in: tx, ids: .system)
        }.token
    }

    private func run(_ arguments: [String], as token: Token) async throws -> Executable.Outcome {
        try await Executable.run(arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
    }

    @Test("the rule of drafts is looked at by who may look, and set by who keeps the directory")
    func draftRule() async throws {
        let looks = try await token(["directory.read"], of: .tenantAdmin, in: "district_101")
        let keeps = try await token(["directory.manage"], of: .tenantAdmin, in: "district_101")
        #expect(try await run(["draft", "rule"], as: looks).code == 0)
        let refused = try await run(["draft", "rule", "--approval", "none"], as: looks)
        #expect(refused.code == 4 && refused.errors.contains("directory.manage"), "\(refused.errors)")
        #expect(try await run(["draft", "rule", "--approval", "none"], as: keeps).code == 0)
        let unseen = try await run(["draft", "rule"], as: keeps)
        #expect(unseen.code == 4 && unseen.errors.contains("directory.read"), "\(unseen.errors)")
    }

    @Test("who is refused hears which roles may")
    func roles() async throws {
        let clerk = province.token(of: .clerk, in: "district_101")
        let refused = try await run(["person", "add", "--name", "Nguyễn Văn An", "--kind", "cong_chuc"], as: clerk)
        #expect(refused.code == 4)
        #expect(refused.errors.contains(Role.unitHead.vietnamese) && refused.errors.contains(Role.councilSecretary.vietnamese))
        #expect(!refused.errors.contains(Role.unitCoordinator.vietnamese))
    }
}

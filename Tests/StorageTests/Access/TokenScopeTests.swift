import Domain
import FoundationEssentials
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What an API token names of all that its post may do, and nothing else of it: held by the database, whatever the handler thinks.
@Suite("Scopes of API tokens", .province, .serialized, .timeLimit(.minutes(30)))
struct TokenScopeTests {
    let province = Province.current
    private let tenant = "district_101"

    private func open(_ scopes: [String]?, days: Int? = nil, as role: Role = .tenantAdmin) async throws -> OpenToken.Opened {
        let session = try await province.signedIn(province.seat(role, in: tenant).username).token
        return try await province.entrance.write(Entry(token: session, place: .home)) { (tx: borrowing TenantTransaction) in
            try await OpenToken(label: "x", days: days, scopes: scopes, from: session).perform(in: tx, ids: .system)
        }
    }

    private func adds(_ token: Token, deed: Deed? = nil) async -> Problem? {
        await province.refusal {
            _ = try await province.entrance.write(Entry(token: token, place: .home, deed: deed)) { (tx: borrowing TenantTransaction) in
                try await AddPerson(fullName: "Nguyễn Văn An", kind: .congChuc).perform(in: tx, ids: .system)
            }
        }
    }

    private func lists(_ token: Token, deed: Deed? = nil) async -> Problem? {
        await province.refusal {
            _ = try await province.entrance.read(Entry(token: token, place: .home, deed: deed)) { (tx: borrowing TenantTransaction) in
                try await ShowTenant().perform(in: tx)
            }
        }
    }

    @Test("without scopes it looks and changes nothing: the transaction itself is READ ONLY, and nothing in it turns that back")
    func readOnly() async throws {
        let token = try await open(nil).token
        #expect(await lists(token) == nil)
        #expect(await adds(token)?.code == "scope-missing")
        // Its unit has not ended for that.
        let officer = try await province.entrance.read(Entry(token: token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await tx.officer()
        }
        #expect(!officer.mayWrite && !officer.hasEnded)
        try await province.withConnection(as: "thidua_web") { connection in
            _ = try await connection.query("BEGIN READ WRITE")
            _ = try await connection.query("SELECT set_config('role', core.enter(\(token.bytes), \(tenant)), true)")
            let state = try await connection.query("SHOW transaction_read_only").only { row in try row.next(String.self) }
            #expect(state == "on")
            await #expect(throws: (any Error).self) { try await connection.script("SET TRANSACTION READ WRITE") }
            _ = try await connection.query("ROLLBACK")
        }
        // The control: the session of the same officer adds one.
        #expect(await adds(province.token(of: .tenantAdmin, in: tenant)) == nil)
    }

    @Test("what it names it does, if the role does; what it does not name it does not, by the row policies themselves")
    func named() async throws {
        let manages = try await open(["directory.read", "directory.manage"]).token
        #expect(await adds(manages) == nil)
        #expect(await adds(manages, deed: .action(.manageDirectory)) == nil)
        // A token that may change something else meets the policy of the table, without a word of the handler.
        let other = try await open(["directory.read", "own.use"]).token
        #expect(await adds(other) == .notAllowed)
        let missing = await adds(other, deed: .action(.manageDirectory))
        #expect(missing?.code == "scope-missing" && missing?.detail.contains("directory.manage") == true)
        #expect(await lists(other, deed: .reading(.item))?.detail.contains("item.read") == true)
        #expect(await lists(other, deed: .reading(.directory)) == nil)
        // A session names nothing and may all.
        #expect(await lists(province.token(of: .tenantAdmin, in: tenant), deed: .reading(.item)) == nil)
    }

    @Test("more than the post may do is not given out, by the operation nor by the routine")
    func beyond() async throws {
        for scopes in [["campaign.launch"], ["item.read", "khong.co"], []] {
            let problem = await province.refusal { _ = try await open(scopes) }
            #expect(problem?.fields.map(\.path).allSatisfy { $0 == "$.scopes" } == true && problem?.kind == .invalid)
        }
        let session = try await province.signedIn(province.seat(.clerk, in: tenant).username).token
        let forced = await province.refusal {
            try await province.entrance.write(Entry(token: session, place: .home)) { (tx: borrowing TenantTransaction) in
                _ = try await Credential.open(
                    IDSource.system.next(), hash: Array(repeating: 9, count: 32), label: "x", days: 1, scopes: [.action(.launchCampaign)],
                    prefix: "tdx_abcd", from: session, in: tx)
            }
        }
        #expect(forced?.fields.map(\.path) == ["$.scopes"])
    }

    @Test("the scopes are signed: whoever has any SQL cannot give himself others")
    func signed() async throws {
        let token = try await open(["directory.read", "own.use"]).token
        try await province.withConnection(as: "thidua_web") { connection in
            _ = try await connection.query("BEGIN")
            _ = try await connection.query("SELECT set_config('role', core.enter(\(token.bytes), \(tenant)), true)")
            let setting = try await connection.query("SELECT current_setting('thidua.actor')").only { row in try row.next(String.self) }
            #expect(setting.contains("|directory.read,own.use|#"))
            try await connection.script("SET LOCAL thidua.actor = '\(setting.replacing("directory.read,own.use", with: "*"))'")
            let may = try await connection.query("SELECT core.actor_may('directory.manage')").only { row in try row.next(Bool.self) }
            #expect(!may)
            _ = try await connection.query("ROLLBACK")
        }
    }

    @Test("a listing shows scopes, beginning, end and last use; a token lasts at most the days of the installation")
    func listing() async throws {
        let opened = try await open(["item.read"], days: 10, as: .unitHead)
        let listed = try await province.entrance.read(Entry(token: opened.token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await ListCredentials(with: opened.token).perform(in: tx)
        }
        let row = try #require(listed.first { $0.id == opened.id })
        #expect(row.scopes == [.reading(.item)] && row.prefix == String(opened.token.text.prefix(8)) && row.proof == .password)
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.limitTokens(toDays: 30) }
        #expect(await province.refusal { _ = try await open(nil, days: 31) }?.fields.map(\.path) == ["$.days"])
        let shorter = try await open(nil)
        #expect(shorter.expiresAt.timeIntervalSinceNow < 30 * 86_400 + 60)
        let session = try await province.signedIn(province.seat(.clerk, in: tenant).username).token
        let forced = await province.refusal {
            try await province.entrance.write(Entry(token: session, place: .home)) { (tx: borrowing TenantTransaction) in
                _ = try await Credential.open(
                    IDSource.system.next(), hash: Array(repeating: 8, count: 32), label: "x", days: 31, scopes: [.reading(.item)],
                    prefix: "tdx_abcd", from: session, in: tx)
            }
        }
        #expect(forced?.fields.map(\.path) == ["$.days"])
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.limitTokens(toDays: 366) }
    }

    @Test("every deed that only looks is called so, and no other")
    func names() {
        for deed in Deed.all {
            let looks = if case .reading = deed { true } else { [.action(.readProvince), .action(.readAudit)].contains(deed) }
            #expect(deed.onlyReads == looks, "\(deed.name)")
        }
    }
}

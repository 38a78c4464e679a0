import Domain
import Logging
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Passwords and their links", .province(opening: 9), .timeLimit(.minutes(30)))
struct PasswordTests {
    let province = Province.current
    private let passwords = PasswordHasher(.least)

    private func newcomer(_ role: Role = .clerk) async throws -> (person: Person.ID, username: String, district: String, link: PasswordLink)
    {
        let district = try await province.freshDistrict()
        let person = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        _ = try await province.given(role, to: person, in: district)
        let opening = try OpenAccount(for: person, username: "\(district).an")
        let link = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: .system)
        }
        return (person, "\(district).an", district, link)
    }

    private func set(_ link: PasswordLink, to password: String) async throws {
        _ = try await SetPassword(by: link.token, to: password).perform(at: province.signIn, passwords: passwords)
    }

    private func signIn(_ username: String, _ password: String, cost: PasswordCost = .least) async throws -> Session {
        try await SignIn(username: username, password: password)
            .perform(at: province.signIn, passwords: PasswordHasher(cost), ids: .system)
    }

    private func reset(_ person: Person.ID, in district: String, as role: Role = .tenantAdmin) async throws -> PasswordLink {
        try await province.write(as: role, in: district) { (tx: borrowing TenantTransaction) in
            try await ResetAccount(of: person).perform(in: tx)
        }
    }

    private func kept(_ username: String) async throws -> String {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT coalesce(password_hash, '') FROM core.account WHERE username = \(username)").only { row in
                try row.next()
            }
        }
    }

    @Test("nobody signs in before the link was used; it works once and only to its end")
    func once() async throws {
        let new = try await newcomer()
        #expect(await province.refusal { _ = try await signIn(new.username, "") }?.code == "wrong-credentials")
        // Looking does not use it, nor does a password that is refused.
        #expect(try await ShowPasswordLink(new.link.token).perform(at: province.signIn).username == new.username)
        #expect(await province.refusal { try await set(new.link, to: "ngan qua") }?.fields.map(\.path) == ["$.password"])
        try await set(new.link, to: "bon con ga vang")
        _ = try await signIn(new.username, "bon con ga vang")
        #expect(await province.refusal { try await set(new.link, to: "nam con ga vang") } == .linkUsed)
        let late = try await reset(new.person, in: new.district)
        try await province.asSuperuser(
            """
            UPDATE core.password_link SET made_at = now() - interval '4 days', expires_at = now() - interval '1 second'
            WHERE used_at IS NULL AND account_id = (SELECT id FROM core.account WHERE username = '\(new.username)')
            """)
        #expect(await province.refusal { try await set(late, to: "nam con ga vang") } == .linkUsed)
        _ = try await signIn(new.username, "bon con ga vang")
    }

    @Test("used twice at once it sets one password")
    func race() async throws {
        let new = try await newcomer()
        let outcomes = await withTaskGroup(of: Problem?.self) { group in
            for number in 0..<6 {
                group.addTask { await province.refusal { try await set(new.link, to: "bon con ga vang so \(number)") } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == 1)
        #expect(outcomes.count { $0 == .linkUsed } == 5)
    }

    @Test("a newer link takes the place of the older; disabling the account ends both")
    func replaced() async throws {
        let new = try await newcomer()
        let second = try await reset(new.person, in: new.district)
        #expect(await province.refusal { try await set(new.link, to: "bon con ga vang") } == .linkUsed)
        try await province.write(as: .tenantAdmin, in: new.district) { (tx: borrowing TenantTransaction) in
            try await DisableAccount(of: new.person, reason: "nghỉ phép").perform(in: tx)
        }
        #expect(await province.refusal { try await set(second, to: "bon con ga vang") } == .linkUsed)
        #expect(await province.refusal { _ = try await reset(new.person, in: new.district) }?.code == "account-disabled")
    }

    @Test("only the keeper of the directory resets and disables, his own people, never himself or who holds more than he gives")
    func keepers() async throws {
        let new = try await newcomer()
        func refusals(_ person: Person.ID, as role: Role, in tenant: String) async -> [String?] {
            [
                await province.refusal { _ = try await reset(person, in: tenant, as: role) }?.code,
                await province.refusal {
                    try await province.write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
                        try await DisableAccount(of: person, reason: "x").perform(in: tx)
                    }
                }?.code,
                await province.refusal {
                    try await province.write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
                        try await EnableAccount(of: person).perform(in: tx)
                    }
                }?.code,
            ]
        }
        #expect(await refusals(new.person, as: .clerk, in: new.district) == ["not-found", "not-found", "not-found"])
        #expect(await refusals(new.person, as: .tenantAdmin, in: "district_101") == ["not-found", "not-found", "not-found"])
        let own = province.person(of: .tenantAdmin, in: "district_101")
        #expect(await refusals(own, as: .tenantAdmin, in: "district_101") == ["own-account", "own-account", nil])
        let above = province.person(of: .homeAffairsOfficer)
        #expect(
            await refusals(above, as: .tenantAdmin, in: "dept_snv") == [
                "account-by-operator", "account-by-operator", "account-by-operator",
            ])
        // Control: the same on a person of his own.
        #expect(await refusals(new.person, as: .tenantAdmin, in: new.district) == [nil, nil, nil])
    }

    @Test("what the operator disabled he alone enables; his link lifts what a manager's left")
    func byOperator() async throws {
        let new = try await newcomer()
        try await set(new.link, to: "bon con ga vang")
        let desk = try OperatorDesk(database: province.url, home: RepositoryPaths.root, logger: Logger(label: "tests"))
        try await desk.disableAccount(new.username, reason: "điều tra")
        let enabling = await province.refusal {
            try await province.write(as: .tenantAdmin, in: new.district) { (tx: borrowing TenantTransaction) in
                try await EnableAccount(of: new.person).perform(in: tx)
            }
        }
        #expect(enabling?.code == "account-by-operator")
        #expect(await province.refusal { _ = try await desk.resetAccount(new.username) }?.code == "account-disabled")
        try await desk.enableAccount(new.username)
        #expect(await province.refusal { _ = try await desk.resetAccount("khong.co") }?.code == "no-account")
        #expect(await province.refusal { try await desk.disableAccount(new.username, reason: " ") }?.fields.map(\.path) == ["--reason"])

        try await province.asSuperuser(
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
            VALUES (gen_random_uuid(), '\(new.person)', '\(province.tenant(new.district))', '\(province.tenant(new.district))', 'office_monitor', 'x', 'direct_worker', '2023-06-01')
            """)
        #expect(try await signIn(new.username, "bon con ga vang").posts.map(\.role) == [.clerk])
        try await set(try await desk.resetAccount(new.username), to: "nam con ga vang")
        #expect(try await signIn(new.username, "nam con ga vang").posts.map(\.role) == [.officeMonitor, .clerk])
    }

    @Test("words of the office and common ones are refused, from the data of this province")
    func context() async throws {
        let new = try await newcomer()
        for password in ["NguyenVanAn2023", "TinhMau-TinhMau", "matkhau123456789", "Huyện Mới 2023", "\(new.username)2023"] {
            let problem = await province.refusal { try await set(new.link, to: password) }
            #expect(problem?.fields.map(\.path) == ["$.password"], "\(password)")
        }
        try await province.asSuperuser("CREATE TABLE public.kept AS TABLE core.common_password; DELETE FROM core.common_password")
        let rule = try await province.signIn.rule(for: try await province.signIn.account(linkedBy: new.link.token).account)
        #expect(rule.fault(of: "iloveyou iloveyou") == nil)
        try await province.asSuperuser("INSERT INTO core.common_password TABLE public.kept; DROP TABLE public.kept")
        #expect(await province.refusal { try await set(new.link, to: "iloveyou iloveyou") } != nil)
        try await set(new.link, to: "bon con ga vang")
    }

    @Test("one's own is changed with the old one; other sessions and tokens end, this one goes on")
    func change() async throws {
        let new = try await newcomer()
        try await set(new.link, to: "bon con ga vang")
        let (mine, other) = (try await signIn(new.username, "bon con ga vang"), try await signIn(new.username, "bon con ga vang"))
        func change(_ token: Token, _ old: String, _ new: String) async -> [String]? {
            await province.refusal {
                try await ChangePassword(token, from: old, to: new).perform(at: province.signIn, passwords: passwords)
            }?.fields.map(\.path)
        }
        #expect(await change(mine.token, "sai mat khau", "sau con ga vang") == ["$.oldPassword"])
        #expect(await change(mine.token, "bon con ga vang", "ngan") == ["$.newPassword"])
        #expect(await change(mine.token, "bon con ga vang", "bon con ga vang") == ["$.newPassword"])
        #expect(await change(mine.token, "bon con ga vang", "sau con ga vang") == nil)
        #expect(
            try await province.entrance.read(Entry(token: mine.token, place: .home)) { (tx: borrowing TenantTransaction) in
                try await ListCredentials(with: mine.token).perform(in: tx).map(\.isCurrent)
            } == [true])
        #expect(await change(other.token, "sau con ga vang", "bay con ga vang") == [])
        _ = try await signIn(new.username, "sau con ga vang")
        #expect(await province.refusal { _ = try await signIn(new.username, "bon con ga vang") }?.code == "wrong-credentials")
        // An API token changes no password.
        #expect(await change(province.token(of: .clerk, in: "district_101"), province.password, "bay con ga vang") == [])
    }

    @Test("a dearer hash is made at the next sign-in, and only then")
    func rehash() async throws {
        let new = try await newcomer()
        try await set(new.link, to: "bon con ga vang")
        let first = try await kept(new.username)
        _ = try await signIn(new.username, "bon con ga vang")
        #expect(try await kept(new.username) == first)
        let dearer = PasswordCost(memoryKiB: 64, passes: 2, lanes: 1)
        #expect(await province.refusal { _ = try await signIn(new.username, "sai mat khau", cost: dearer) } != nil)
        #expect(try await kept(new.username) == first)
        _ = try await signIn(new.username, "bon con ga vang", cost: dearer)
        let second = try await kept(new.username)
        #expect(second.contains("m=64,t=2,p=1"))
        _ = try await signIn(new.username, "bon con ga vang")
        #expect(try await kept(new.username) == second)
    }

    @Test("of a link nothing is kept but its hash")
    func hashOnly() async throws {
        let new = try await newcomer()
        let dump = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT encode(token_hash, 'hex') FROM core.password_link").decode { row in try row.next(String.self)
            }
        }
        let hex = new.link.token.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(!dump.contains(hex) && !dump.isEmpty)
    }
}

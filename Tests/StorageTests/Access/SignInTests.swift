import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Signing in", .province(opening: 6), .timeLimit(.minutes(30)))
struct SignInTests {
    let province = Province.current
    private let passwords = PasswordHasher(.least)

    private func signIn(_ username: String, _ password: String? = nil, post: Post.ID? = nil) async throws -> Session {
        try await SignIn(username: username, password: password ?? province.password, post: post)
            .perform(at: province.signIn, passwords: passwords, ids: .system)
    }

    private func enters(_ token: Token) async -> Bool {
        await province.refusal {
            _ = try await province.entrance.read(Entry(token: token, place: .home)) { (tx: borrowing TenantTransaction) in
                try await tx.officer()
            }
        } == nil
    }

    /// A person of the district with an account that its manager opened.
    private func officer(_ username: String, password: String, in district: String) async throws -> Person.ID {
        let person = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        try await openAccount(username, password, for: person, in: district)
        return person
    }

    private func openAccount(_ username: String, _ password: String, for person: Person.ID, in tenant: String) async throws {
        let opening = try OpenAccount(for: person, username: username)
        let link = try await province.write(as: .tenantAdmin, in: tenant) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: .system)
        }
        _ = try await SetPassword(by: link.token, to: password).perform(at: province.signIn, passwords: passwords)
    }

    @Test("opens a session that enters the tenant of the post")
    func success() async throws {
        let session = try await signIn(province.seat(.clerk, in: "district_101").username.uppercased())
        #expect(session.post.post == province.post(of: .clerk, in: "district_101"))
        #expect(session.posts == [session.post])
        let answer = try await province.entrance.read(Entry(token: session.token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
        #expect(answer.tenant.slug.text == "district_101")
        #expect(answer.post.post.role == .clerk)
        #expect(answer.actions == [.reportLaunch, .recordPaper])
        #expect(answer.posts == session.posts)
    }

    @Test("a wrong password, an unknown name, a name of the wrong form and a disabled account are told apart by nothing")
    func refusals() async throws {
        let disabled = province.seat(.individual, in: "district_101", unit: "10102").username
        try await province.asSuperuser("UPDATE core.account SET disabled_at = now(), disabled_reason = 'x' WHERE username = '\(disabled)'")
        let known = province.seat(.clerk, in: "district_101").username
        var problems: [Problem?] = []
        for (name, password) in [
            (known, "sai mat khau roi"), ("khong.co.ai", province.password), ("' OR 1=1 --", province.password),
            (disabled, province.password),
        ] {
            problems.append(await province.refusal { _ = try await signIn(name, password) })
        }
        #expect(Set(problems).count == 1)
        #expect(problems[0]?.code == "wrong-credentials")
        #expect(problems[0]?.kind == .notSignedIn)
    }

    @Test("a password typed decomposed is the same password")
    func decomposed() async throws {
        let district = try await province.freshDistrict()
        let person = try await officer("\(district).nfd", password: "Bốn con gà vàng", in: district)
        _ = try await province.given(.clerk, to: person, in: district)
        _ = try await signIn("\(district).nfd", "Bo\u{302}\u{301}n con ga\u{300} va\u{300}ng")
    }

    @Test("with several posts the first is taken unless one is chosen; a post that is not one's own is refused")
    func choosing() async throws {
        let district = try await province.freshDistrict()
        let person = try await officer("\(district).kn", password: "bon con ga vang", in: district)
        let second = try await province.given(.clerk, to: person, in: district)
        let first = try await province.given(.unitHead, to: person, in: district)
        _ = try await province.given(.individual, to: person, from: "2023-07-01", in: district)
        let session = try await signIn("\(district).kn", "bon con ga vang")
        #expect(session.posts.map(\.post) == [first, second])
        #expect(session.post.post == first)
        #expect(try await signIn("\(district).kn", "bon con ga vang", post: second).post.post == second)
        let foreign = await province.refusal {
            _ = try await signIn("\(district).kn", "bon con ga vang", post: province.post(of: .chairman))
        }
        #expect(foreign?.fields.map(\.path) == ["$.post"])
        // Nor by the routine itself.
        let found = try await province.signIn.account(named: "\(district).kn")
        let forced = await province.refusal {
            _ = try await province.signIn.open(
                IDSource.system.next(), hash: Array(repeating: 1, count: 32), for: try #require(found).account,
                in: province.post(of: .chairman),
                lifetime: .seconds(60))
        }
        #expect(forced == .notSignedIn)
    }

    @Test("another post is another session in place of the first, with the same end")
    func switching() async throws {
        let district = try await province.freshDistrict()
        let person = try await officer("\(district).sw", password: "bon con ga vang", in: district)
        let clerk = try await province.given(.clerk, to: person, in: district)
        _ = try await province.given(.unitHead, to: person, in: district)
        let session = try await signIn("\(district).sw", "bon con ga vang")
        let other = try await SwitchPost(session.token, to: clerk).perform(at: province.signIn, among: session.posts, ids: .system)
        #expect(other.expiresAt == session.expiresAt)
        #expect(await !enters(session.token))
        let role = try await province.entrance.read(Entry(token: other.token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await tx.officer().role
        }
        #expect(role == .clerk)
        let again = await province.refusal {
            _ = try await SwitchPost(session.token, to: clerk).perform(at: province.signIn, among: session.posts, ids: .system)
        }
        #expect(again == .notSignedIn)
        // The database asks again whether the post is the account's.
        let forced = await province.refusal {
            _ = try await province.signIn.exchange(
                other.token, for: IDSource.system.next(), hash: Array(repeating: 2, count: 32), in: province.post(of: .chairman))
        }
        #expect(forced == .notSignedIn)
        #expect(await enters(other.token))
    }

    @Test("without a post, after leaving, and after signing out nobody enters")
    func leaving() async throws {
        let district = try await province.freshDistrict()
        let person = try await officer("\(district).out", password: "bon con ga vang", in: district)
        let none = await province.refusal { _ = try await signIn("\(district).out", "bon con ga vang") }
        #expect(none?.code == "no-post")
        _ = try await province.given(.clerk, to: person, from: "2023-02-01", in: district)
        let session = try await signIn("\(district).out", "bon con ga vang")
        let kept = try await signIn("\(district).out", "bon con ga vang")
        try await SignOut(session.token).perform(at: province.signIn)
        #expect(await !enters(session.token))
        #expect(await enters(kept.token))
        try await SignOut(session.token).perform(at: province.signIn)
        try await province.ends(person, on: "2023-06-19", in: district)
        #expect(await !enters(kept.token))
        let left = await province.refusal { _ = try await signIn("\(district).out", "bon con ga vang") }
        #expect(left?.code == "no-post")
    }

    @Test("an account whose password a tenant chose never acts in a post that the operator gave")
    func tenantsAccount() async throws {
        let district = try await province.freshDistrict()
        let person = try await officer("\(district).up", password: "bon con ga vang", in: district)
        let clerk = try await province.given(.clerk, to: person, in: district)
        try await province.asSuperuser(
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
            VALUES (gen_random_uuid(), '\(person)', '\(province.tenant(district))', '\(province.tenant(district))', 'office_monitor', 'x', 'direct_worker', '2023-06-01')
            """)
        let posts = try await signIn("\(district).up", "bon con ga vang").posts.map(\.post)
        #expect(posts == [clerk])
        try await province.asSuperuser("UPDATE core.account SET opened_by = NULL WHERE username = '\(district).up'")
        #expect(try await signIn("\(district).up", "bon con ga vang").posts.count == 2)
    }

    @Test("an account is opened once, for one's own people, and never for who holds more than the tenant gives")
    func accounts() async throws {
        let district = try await province.freshDistrict()
        let person = try await officer("\(district).mot", password: "bon con ga vang", in: district)
        let twice = await province.refusal { try await openAccount("\(district).hai", "bon con ga vang", for: person, in: district) }
        #expect(twice?.code == "account-there")
        let other = try await province.added("Trần Văn Bình", in: district)
        let taken = await province.refusal { try await openAccount("\(district).mot", "bon con ga vang", for: other, in: district) }
        #expect(taken?.code == "username-taken")
        // As on the page and in a list: the slug is put before what lacks it.
        try await openAccount("binh", "bon con ga vang", for: other, in: district)
        #expect(try await province.count("SELECT count(*) FROM core.account WHERE username = \(district + ".binh")") == 1)
        for id in [province.person(of: .clerk, in: "district_101"), IDSource.system.next()] {
            let foreign = await province.refusal { try await openAccount("\(district).ba", "bon con ga vang", for: id, in: district) }
            #expect(foreign == .notFound)
        }
        try await province.asSuperuser(
            "DELETE FROM core.credential AS c USING core.account AS a WHERE a.id = c.account_id AND a.person_id = '\(province.person(of: .officeChief))'"
        )
        try await province.asSuperuser("DELETE FROM core.account WHERE person_id = '\(province.person(of: .officeChief))'")
        let above = await province.refusal {
            try await openAccount("vpub.chief", "bon con ga vang", for: province.person(of: .officeChief), in: "dept_vpub")
        }
        #expect(above?.code == "account-by-operator")
    }

    @Test("an account's name is plain letters", arguments: ["ab", "Ân", "a b c"])
    func names(name: String) async throws {
        let problem = await province.refusal { _ = try OpenAccount(for: IDSource.system.next(), username: name) }
        #expect(problem?.fields.map(\.path) == ["$.username"])
    }
}

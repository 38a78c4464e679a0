import Domain
import FoundationEssentials
import Logging
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("The second factor", .province(opening: 1), .serialized, .timeLimit(.minutes(30)))
struct SecondFactorTests {
    let province = Province.current
    private let passwords = PasswordHasher(.least)

    @Test(
        "codes are those of RFC 6238, appendix B",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ])
    func vectors(seconds: Int, code: String) {
        let totp = TOTP(secret: Array("12345678901234567890".utf8))
        #expect(totp.code(TOTP.step(at: Date(timeIntervalSince1970: Double(seconds))), digits: 8) == code)
        #expect(totp.code(TOTP.step(at: Date(timeIntervalSince1970: Double(seconds)))) == String(code.suffix(6)))
        #expect(totp.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    }

    @Test("a code of the step before, of now and of the next is taken, of two steps away none")
    func window() {
        let totp = TOTP.random()
        let now = TOTP.step(at: Province.noon)
        for step in now - 1...now + 1 { #expect(totp.step(ofCode: totp.code(step), at: Province.noon) != nil) }
        let near = Set((now - 1...now + 1).map { totp.code($0) })
        for step in [now - 2, now + 2] where !near.contains(totp.code(step)) {
            #expect(totp.step(ofCode: totp.code(step), at: Province.noon) == nil)
        }
        #expect(totp.step(ofCode: "", at: Province.noon) == nil)
    }

    @Test("is enrolled by its owner; from then on the password alone opens nothing, and only the right one tells that a code is asked for")
    func wholeWay() async throws {
        let username = province.seat(.clerk, in: "district_101").username
        let before = try await province.signedIn(username)
        let officer = try await province.enrol(username)
        #expect(officer.recoveryCodes.count == 10 && Set(officer.recoveryCodes).count == 10)
        #expect(await province.enters(officer.session) == nil)
        // Every other session ended.
        #expect(await province.enters(before.token) == .notSignedIn)

        let refused = await province.refusal { _ = try await province.signedIn(username) }
        #expect(refused?.code == "code-needed")
        var answers: [Problem?] = []
        for name in [username, province.seat(.clerk, in: "district_102").username, "khong.co.ai"] {
            answers.append(
                await province.refusal {
                    _ = try await SignIn(username: name, password: "sai mat khau").begin(
                        at: province.signIn, passwords: passwords, ids: .system)
                })
        }
        #expect(Set(answers).count == 1 && answers[0]?.code == "wrong-credentials")

        let session = try await province.signedIn(officer, after: 30)
        #expect(await province.enters(session.token) == nil)
        let state = try await ShowFactor(with: session.token).perform(at: province.signIn)
        #expect((state.proof, state.codesLeft, state.mustEnrol) == (.totp, 10, false))
        // The routine itself opens nothing for a password alone.
        let account = try #require(try await province.signIn.account(named: username)).account
        let forced = await province.refusal {
            _ = try await province.signIn.open(
                IDSource.system.next(), hash: Array(repeating: 3, count: 32), for: account,
                in: province.post(of: .clerk, in: "district_101"),
                lifetime: .seconds(60))
        }
        #expect(forced == .notSignedIn)
    }

    @Test("a code never works twice: not again, not for another sign-in, not at once on two processes; without the constraint it does")
    func replay() async throws {
        let username = province.seat(.unitCoordinator, in: "district_101").username
        let officer = try await province.enrol(username)
        // The code that enrolled it is spent too.
        #expect(await province.refusal { _ = try await province.signedIn(officer, after: 0) } == .wrongCode)
        let now = Province.noon.addingTimeInterval(60)
        let step = try await province.step(username)
        let finishing = FinishSignIn(step.token.text, code: officer.totp.code(at: now))
        _ = try await finishing.perform(at: province.signIn, ids: .system, now: now)
        #expect(await province.refusal { _ = try await finishing.perform(at: province.signIn, ids: .system, now: now) } == .stepOver)
        #expect(await province.refusal { _ = try await province.signedIn(officer, after: 60) } == .wrongCode)
        // Also while the window would still take it.
        let late = await province.refusal {
            _ = try await FinishSignIn(try await province.step(username).token.text, code: officer.totp.code(at: now))
                .perform(at: province.signIn, ids: .system, now: now.addingTimeInterval(30))
        }
        #expect(late == .wrongCode)
        #expect(try await atOnce(officer, after: 120) == 1)
        try await province.asSuperuser("ALTER TABLE core.factor_use DROP CONSTRAINT factor_code_works_once")
        #expect(try await atOnce(officer, after: 180) > 1)
        try await province.asSuperuser(
            "DELETE FROM core.factor_use; ALTER TABLE core.factor_use ADD CONSTRAINT factor_code_works_once PRIMARY KEY (factor_id, time_step)"
        )
    }

    /// How many of four sign-ins with the same code, at once on two processes, come in.
    private func atOnce(_ officer: Enrolled, after seconds: Double) async throws -> Int {
        let now = Province.noon.addingTimeInterval(seconds)
        var steps: [SignInStep] = []
        for _ in 0..<4 { steps.append(try await province.step(officer.username)) }
        let other = try Entrance(database: province.url, connections: 2, patience: Province.patience, logger: Logger(label: "tests"))
        return await withTaskGroup(of: Int.self) { group in
            group.addTask {
                await other.run()
                return 0
            }
            let came = await withTaskGroup(of: Int.self) { inner in
                for (number, step) in steps.enumerated() {
                    inner.addTask {
                        let door = number.isMultiple(of: 2) ? province.signIn : other.signIn
                        let problem = await province.refusal {
                            _ = try await FinishSignIn(step.token.text, code: officer.totp.code(at: now), address: "10.77.0.\(number)")
                                .perform(at: door, ids: .system, now: now)
                        }
                        return problem == nil ? 1 : 0
                    }
                }
                return await inner.reduce(0, +)
            }
            group.cancelAll()
            return came
        }
    }

    @Test("a recovery code works once, also typed in small letters without hyphens; new ones take the place of all")
    func recovery() async throws {
        let username = province.seat(.councilSecretary, in: "district_101").username
        let officer = try await province.enrol(username)
        func comesIn(_ code: String) async throws -> Problem? {
            let step = try await province.step(username)
            return await province.refusal {
                let session = try await FinishSignIn(step.token.text, code: code).perform(at: province.signIn, ids: .system)
                let state = try await ShowFactor(with: session.token).perform(at: province.signIn)
                #expect(state.proof == .recovery)
            }
        }
        #expect(try await comesIn(officer.recoveryCodes[0]) == nil)
        #expect(try await comesIn(officer.recoveryCodes[0]) == .wrongCode)
        #expect(try await comesIn(officer.recoveryCodes[1].lowercased().filter { $0 != "-" }) == nil)
        #expect(try await comesIn("AAAA-AAAA-AAAA") == .wrongCode)
        let session = try await province.signedIn(officer, after: 60).token
        #expect(try await ShowFactor(with: session).perform(at: province.signIn).codesLeft == 8)
        let now = Province.noon.addingTimeInterval(90)
        let fresh = try await RenewRecoveryCodes(session, code: officer.totp.code(at: now)).perform(at: province.signIn, now: now)
        #expect(fresh.count == 10)
        let again = await province.refusal {
            _ = try await RenewRecoveryCodes(session, code: officer.totp.code(at: now)).perform(at: province.signIn, now: now)
        }
        #expect(again == .wrongCode)
        #expect(try await comesIn(officer.recoveryCodes[2]) == .wrongCode)
        #expect(try await comesIn(fresh[0]) == nil)
    }

    @Test("another device takes the place of the first; beginning asks for the password and changes nothing yet")
    func anotherDevice() async throws {
        let username = province.seat(.unitHead, in: "dept_ttt").username
        let first = try await province.enrol(username)
        let wrong = await province.refusal {
            _ = try await BeginFactor(first.session, password: "sai mat khau").perform(
                at: province.signIn, passwords: passwords, ids: .system)
        }
        #expect(wrong?.fields.map(\.path) == ["$.password"])
        #expect(
            await province.refusal { _ = try await ConfirmFactor(first.session, code: "000000").perform(at: province.signIn, ids: .system) }
                == .enrolmentOver)
        _ = try await BeginFactor(first.session, password: province.password).perform(
            at: province.signIn, passwords: passwords, ids: .system)
        let session = try await province.signedIn(first, after: 30).token
        // What one session began, another does not finish.
        #expect(
            await province.refusal { _ = try await ConfirmFactor(session, code: "000000").perform(at: province.signIn, ids: .system) }
                == .enrolmentOver)
        let second = try await province.enrol(username, in: session, at: Province.noon.addingTimeInterval(300))
        #expect(await province.enters(session) == .notSignedIn)
        #expect(await province.refusal { _ = try await province.signedIn(first, after: 600) } == .wrongCode)
        _ = try await province.signedIn(second, after: 630)
        // What has ended is no secret any more.
        let kept = try await province.count(
            "SELECT count(*) FROM core.second_factor AS f JOIN core.account AS a ON a.id = f.account_id WHERE a.username = \(username) AND f.secret IS NOT NULL"
        )
        #expect(kept == 1)
    }

    // MARK: - Who must have one

    @Test(
        "a role that asks for it: without one a session opens the enrolment and nothing else, from the next request on; with one, everything"
    )
    func required() async throws {
        let (role, tenant) = (Role.unitHead, "district_102")
        let username = province.seat(role, in: tenant).username
        let token = province.token(of: role, in: tenant)
        let session = try await province.signedIn(username).token
        #expect(await province.enters(session) == nil)
        try await province.requires(role)
        for shut in [session, token] {
            #expect(await province.enters(shut) == .factorNeeded)
            let written = await province.refusal {
                _ = try await province.entrance.write(Entry(token: shut, place: .home)) { (tx: borrowing TenantTransaction) in
                    try await OpenToken(label: "x", from: shut).perform(in: tx, ids: .system)
                }
            }
            #expect(written == .factorNeeded)
        }
        let change = await province.refusal {
            try await ChangePassword(session, from: province.password, to: "bon con ga vang").perform(
                at: province.signIn, passwords: passwords)
        }
        #expect(change == .factorNeeded)
        // Linking himself to a provider would be a way around it.
        let link = await province.refusal {
            try await province.signIn.beginOpenID(
                stateHash: Array(repeating: 1, count: 32), browserHash: Array(repeating: 2, count: 32), nonce: "n", verifier: "v",
                session: session)
        }
        #expect(link == .factorNeeded)
        #expect(try await ShowFactor(with: session).perform(at: province.signIn).mustEnrol)
        let officer = try await province.enrol(username, in: session)
        #expect(await province.enters(officer.session) == nil)
        let opened = try await province.entrance.write(Entry(token: officer.session, place: .home)) { (tx: borrowing TenantTransaction) in
            try await OpenToken(label: "x", from: officer.session).perform(in: tx, ids: .system)
        }
        #expect(await province.enters(opened.token) == nil)
        try await province.requires(role, false)
        #expect(await province.enters(province.token(of: role, in: "district_101")) == nil)
    }

    @Test("a real province asks administrators and Home Affairs, a demonstration nobody; both say why")
    func defaults() async throws {
        func asked(_ kind: String) async throws -> String {
            try await province.asked(
                """
                SELECT coalesce(string_agg(f.role, ' ' ORDER BY f.role), '')
                FROM core.factor_policy AS f
                WHERE f.kind = \(kind) AND f.required AND f.since = '-infinity'
                """)
        }
        #expect(try await asked("production") == "home_affairs_officer system_admin tenant_admin")
        #expect(try await asked("demonstration") == "")
        let policy = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.factorPolicy() }
        #expect(policy.contains { $0.role == .systemAdmin && !$0.isRequired && $0.reason.contains("trình diễn") })
    }

    @Test("what an OpenID provider let in has the provider's factor")
    func provider() async throws {
        let role = Role.councilSecretary
        try await province.requires(role)
        let username = province.seat(role, in: "district_102").username
        let account = try #require(try await province.signIn.account(named: username)).account
        var generator = SystemRandomNumberGenerator()
        for (proof, problem) in [(Credential.Proof.provider, Problem?.none), (.password, .factorNeeded)] {
            let token = Token.random(using: &generator)
            try await province.openedSession(token, account: account, post: province.post(of: role, in: "district_102"), proof: proof)
            #expect(await province.enters(token) == problem)
        }
        try await province.requires(role, false)
    }

    @Test("a change to a post that asks for it asks for it")
    func switching() async throws {
        let district = try await province.freshDistrict()
        let person = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        let clerk = try await province.given(.clerk, to: person, in: district)
        let member = try await province.given(.unitCouncilMember, to: person, in: district)
        let opening = try OpenAccount(for: person, username: "\(district).an")
        let link = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: .system)
        }
        _ = try await SetPassword(by: link.token, to: "bon con ga vang").perform(at: province.signIn, passwords: passwords)
        try await province.requires(.unitCouncilMember)
        let session = try await SignIn(username: "\(district).an", password: "bon con ga vang", post: clerk)
            .perform(at: province.signIn, passwords: passwords, ids: .system)
        #expect(await province.enters(session.token) == nil)
        let other = try await SwitchPost(session.token, to: member).perform(at: province.signIn, among: session.posts, ids: .system)
        #expect(await province.enters(other.token) == .factorNeeded)
        try await province.requires(.unitCouncilMember, false)
        #expect(await province.enters(other.token) == nil)
    }

    // MARK: - Ends

    @Test("its reset ends every session and token on two processes at once, says why, and is nobody's own")
    func reset() async throws {
        let username = province.seat(.clerk, in: "dept_snv").username
        let person = province.person(of: .clerk, in: "dept_snv")
        let none = await province.refusal {
            try await province.write(as: .tenantAdmin, in: "dept_snv") { (tx: borrowing TenantTransaction) in
                try await ResetFactor(of: person, reason: "x").perform(in: tx)
            }
        }
        #expect(none == .noFactor)
        let officer = try await province.enrol(username)
        let token = try await province.entrance.write(Entry(token: officer.session, place: .home)) { (tx: borrowing TenantTransaction) in
            try await OpenToken(label: "x", from: officer.session).perform(in: tx, ids: .system).token
        }
        let step = try await province.step(username)
        let other = try Entrance(database: province.url, connections: 2, patience: Province.patience, logger: Logger(label: "tests"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await other.run() }
            defer { group.cancelAll() }
            #expect(await province.enters(token, other) == nil)
            try await province.write(as: .tenantAdmin, in: "dept_snv") { (tx: borrowing TenantTransaction) in
                try await ResetFactor(of: person, reason: "mất điện thoại").perform(in: tx)
            }
            for ended in [officer.session, token] {
                #expect(await province.enters(ended, other) == .notSignedIn)
                #expect(await province.enters(ended) == .notSignedIn)
            }
        }
        let late = await province.refusal {
            _ = try await FinishSignIn(step.token.text, code: officer.recoveryCodes[0]).perform(at: province.signIn, ids: .system)
        }
        #expect(late == .stepOver)
        _ = try await province.signedIn(username)
        let entry = try await province.asked(
            """
            SELECT concat_ws(' ', e.action, e.reason, e.withheld::text, e.actor_kind)
            FROM core.audit_entry AS e
            WHERE e.relation = 'second_factor' AND e.action = 'update' AND e.reason = 'mất điện thoại'
            """, String.self)
        #expect(entry == "update mất điện thoại {secret} officer")

        let admin = province.seat(.tenantAdmin, in: "dept_snv").username
        let own = try await province.enrol(admin)
        let himself = await province.refusal {
            try await province.entrance.write(Entry(token: own.session, place: .home)) { (tx: borrowing TenantTransaction) in
                try await ResetFactor(of: province.person(of: .tenantAdmin, in: "dept_snv"), reason: "x").perform(in: tx)
            }
        }
        #expect(himself?.code == "own-factor")
        let foreign = await province.refusal {
            try await province.entrance.write(Entry(token: own.session, place: .home)) { (tx: borrowing TenantTransaction) in
                try await ResetFactor(of: province.person(of: .clerk, in: "district_101"), reason: "x").perform(in: tx)
            }
        }
        #expect(foreign == .notFound)
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.resetFactor(of: admin, reason: "thử")
        }
        #expect(await province.enters(own.session) == .notSignedIn)
    }

    @Test("a half-open sign-in lasts five minutes and ends with the account")
    func halfOpen() async throws {
        let username = province.seat(.clerk, in: "dept_bao").username
        let officer = try await province.enrol(username)
        func finish(_ step: SignInStep, _ code: Int) async -> Problem? {
            await province.refusal {
                _ = try await FinishSignIn(step.token.text, code: officer.recoveryCodes[code]).perform(at: province.signIn, ids: .system)
            }
        }
        let old = try await province.step(username)
        try await province.asSuperuser("UPDATE core.signin_step SET expires_at = expires_at - interval '4 minutes 50 seconds'")
        let seconds = try await province.count(
            "SELECT ceil(extract(epoch FROM max(expires_at) - clock_timestamp()))::bigint FROM core.signin_step")
        #expect(seconds <= 10)
        try await province.asSuperuser("UPDATE core.signin_step SET expires_at = expires_at - interval '10 seconds'")
        #expect(await finish(old, 0) == .stepOver)
        let disabled = try await province.step(username)
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.disable(username, reason: "thử") }
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.enable(username) }
        #expect(await finish(disabled, 0) == .stepOver)
        #expect(
            await province.refusal { _ = try await FinishSignIn("tds_x", code: "1").perform(at: province.signIn, ids: .system) }
                == .stepOver)
        let fresh = try await province.step(username)
        #expect(await finish(fresh, 0) == nil)
    }

    @Test("wrong codes are slowed down as passwords are, and a right password gives no more of them")
    func throttle() async throws {
        let username = province.seat(.unitHead, in: "dept_bao").username
        let officer = try await province.enrol(username)
        func tries(_ code: String, from address: String) async throws -> Problem? {
            let step = try await province.step(username)
            return await province.refusal {
                _ = try await FinishSignIn(step.token.text, code: code, address: address).perform(at: province.signIn, ids: .system)
            }
        }
        for _ in 0..<6 { #expect(try await tries("AAAA-AAAA-AAAA", from: "10.8.0.1") == .wrongCode) }
        // The wait that began is made long enough to be seen, however slow the machine is.
        try await province.asSuperuser(
            "UPDATE core.signin_throttle SET blocked_until = clock_timestamp() + interval '1 minute' WHERE key LIKE 'pair %10.8.0.1' AND blocked_until > '-infinity'"
        )
        let blocked = try await tries(officer.recoveryCodes[0], from: "10.8.0.1")
        #expect(blocked?.code == "too-many-attempts" && (blocked?.retryAfter ?? 9_999) <= 900)
        #expect(try await tries(officer.recoveryCodes[0], from: "10.8.0.2") == nil)
    }
}

extension Province {
    /// A session as the sign-in login opens it.
    fileprivate func openedSession(_ token: Token, account: Account.ID, post: Post.ID, proof: Credential.Proof) async throws {
        let hash = try await withConnection(as: "postgres") { connection in
            try await connection.query("SELECT sha256(\(token.bytes))").only { row in try row.next([UInt8].self) }
        }
        _ = try await signIn.open(IDSource.system.next(), hash: hash, for: account, in: post, lifetime: .seconds(600), proof: proof)
    }
}

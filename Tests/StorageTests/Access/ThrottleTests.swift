import Domain
import Logging
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Failed sign-ins are slowed down", .province, .serialized, .timeLimit(.minutes(30)))
struct ThrottleTests {
    let province = Province.current
    private let passwords = PasswordHasher(.least)

    private func tries(
        _ username: String, _ password: String = "sai mat khau roi", from address: String? = "10.1.2.3", at door: SignInDoor? = nil
    )
        async -> Problem?
    {
        await province.refusal {
            _ = try await SignIn(username: username, password: password, address: address)
                .perform(at: door ?? province.signIn, passwords: passwords, ids: .system)
        }
    }

    private func block(_ key: String) async throws -> Int {
        try await province.count(
            "SELECT coalesce(max(ceil(extract(epoch FROM nullif(blocked_until, '-infinity') - clock_timestamp()))), 0)::bigint FROM core.signin_throttle WHERE key LIKE \(key)"
        )
    }

    /// As if the wait were over.
    private func pass(_ key: String) async throws {
        try await province.asSuperuser("UPDATE core.signin_throttle SET blocked_until = '-infinity' WHERE key LIKE '\(key)'")
    }

    /// Makes a wait begin anew, and a minute longer: however slow the machine is, it is not over yet.
    private func hold(_ key: String) async throws {
        try await province.asSuperuser(
            """
            UPDATE core.signin_throttle SET blocked_until = clock_timestamp() + (blocked_until - failed_at) + interval '1 minute'
            WHERE key LIKE '\(key)' AND blocked_until > failed_at
            """)
    }

    /// The wait in seconds that the last failure began; nil: none.
    private func begun(_ key: String) async throws -> Int? {
        let seconds = try await province.count(
            """
            SELECT coalesce(max(round(extract(epoch FROM blocked_until - failed_at))), 0)::bigint FROM core.signin_throttle
            WHERE key LIKE \(key) AND blocked_until > failed_at
            """)
        return seconds == 0 ? nil : seconds
    }

    private func username(_ number: Int) -> String {
        province.seat(.individual, in: "district_10\(number)", unit: "10\(number)04").username
    }

    @Test("the sixth failure waits, each further twice as long, never more than 15 minutes; known and unknown names alike")
    func growing() async throws {
        for name in [username(1), "khong.co.ai"] {
            let address = "10.9.9.\(name.count)"
            var waits: [Int?] = []
            for _ in 0..<16 {
                #expect(await tries(name, from: address)?.code == "wrong-credentials")
                let wait = try await begun("pair %\(address)")
                waits.append(wait)
                guard let wait else { continue }
                try await hold("pair %\(address)")
                let refused = await tries(name, from: address)
                #expect(refused?.kind == .tooMany && refused?.detail.contains("Chờ") == true)
                #expect(refused?.retryAfter.map { $0 <= wait + 60 } == true)
                try await pass("pair %\(address)")
            }
            #expect(waits == [nil, nil, nil, nil, nil, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900], "\(name)")
        }
    }

    @Test("the right password is not looked at while one waits; who waits is not made to wait longer; success forgets")
    func waiting() async throws {
        let name = province.seat(.clerk, in: "district_102").username
        for _ in 0..<6 { _ = await tries(name, from: "10.2.0.1") }
        try await hold("pair %10.2.0.1")
        let begin = try await block("pair %")
        #expect(begin > 0)
        for _ in 0..<5 { #expect(await tries(name, province.password, from: "10.2.0.1")?.kind == .tooMany) }
        #expect(try await block("pair %") <= begin)
        // From elsewhere the honest officer is not shut out.
        #expect(await tries(name, province.password, from: "10.2.0.2") == nil)
        try await pass("pair %")
        #expect(await tries(name, province.password, from: "10.2.0.1") == nil)
        for _ in 0..<5 { #expect(await tries(name, from: "10.2.0.1")?.code == "wrong-credentials") }
    }

    @Test("a second process counts on; many at once are no way around")
    func shared() async throws {
        let other = try Entrance(database: province.url, connections: 2, patience: Province.patience, logger: Logger(label: "tests"))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await other.run() }
            defer { group.cancelAll() }
            for number in 0..<6 { _ = await tries("mot.nguoi", from: "10.3.0.1", at: number.isMultiple(of: 2) ? other.signIn : nil) }
            await #expect(throws: Never.self) { try await hold("pair %10.3.0.1") }
            #expect(await tries("mot.nguoi", from: "10.3.0.1", at: other.signIn)?.kind == .tooMany)
            #expect(await tries("mot.nguoi", from: "10.3.0.1")?.kind == .tooMany)
            let outcomes = await withTaskGroup(of: Problem?.self) { inner in
                for _ in 0..<40 { inner.addTask { await tries("hai.nguoi", from: "10.3.0.2") } }
                return await inner.reduce(into: []) { $0.append($1) }
            }
            // Six, and one more after each wait that was over before the last of the forty came: 2, 4, 8, 16, 32 s.
            #expect(outcomes.count { $0?.code == "wrong-credentials" } <= 11)
        }
    }

    @Test("one address under many names, and many addresses under one name, wait too; who is known there does not")
    func wide() async throws {
        let known = province.seat(.unitHead, in: "district_102").username
        #expect(await tries(known, province.password, from: "2001:db8:1:2::9") == nil)
        for number in 0..<52 { _ = await tries("ten.so.\(number)", from: "2001:db8:1:2::\(number)") }
        try await hold("address %")
        #expect(await tries("ten.khac", from: "2001:db8:1:2:ffff::1")?.kind == .tooMany)
        #expect(await tries("ten.khac", from: "2001:db8:1:3::1")?.code == "wrong-credentials")
        #expect(await tries(known, province.password, from: "2001:db8:1:2::9") == nil)

        let victim = province.seat(.councilSecretary, in: "district_102").username
        #expect(await tries(victim, province.password, from: "10.4.0.1") == nil)
        for number in 0..<25 { _ = await tries(victim, from: "10.4.1.\(number)") }
        try await hold("account %")
        let strange = await tries(victim, province.password, from: "10.4.2.1")
        #expect(strange?.kind == .tooMany && (strange?.retryAfter ?? 999) <= 120)
        #expect(await tries(victim, province.password, from: "10.4.0.1") == nil)
    }

    @Test("names are kept as hashes")
    func hashes() async throws {
        _ = await tries("mat.khau.go.nham", from: "10.5.0.1")
        #expect(try await province.count("SELECT count(*) FROM core.signin_throttle WHERE key LIKE '%mat.khau%'") == 0)
        #expect(try await province.count("SELECT count(*) FROM core.signin_throttle WHERE key LIKE '%10.5.0.1'") == 2)
    }

    @Test("for a known, an unknown, a disabled and an unfinished account a password is hashed, so the clock tells nothing")
    func time() async throws {
        // Dearer than all that is asked of the database around it.
        let hasher = PasswordHasher(.standard)
        let hash = try await hasher.hash(province.password)
        let names = [
            province.seat(.clerk, in: "district_101").username, province.seat(.unitHead, in: "district_101").username, username(1),
            "khong.co.ten",
        ]
        try await province.asSuperuser(
            """
            UPDATE core.account SET password_hash = '\(hash)' WHERE username IN ('\(names[0])', '\(names[1])');
            UPDATE core.account SET disabled_at = now(), disabled_reason = 'x' WHERE username = '\(names[1])';
            UPDATE core.account SET password_hash = NULL WHERE username = '\(names[2])'
            """)
        // The fastest of each: a busy machine only ever adds to what hashing takes, so a name that is answered sooner than that was not
        // hashed for. A third leaves room for a processor that is twice as fast a moment later; without hashing it is a thirtieth.
        var bare = Duration.seconds(600)
        var fastest = [Duration](repeating: .seconds(600), count: names.count)
        for round in 0..<20 {
            bare = min(bare, try await ContinuousClock().measure { _ = try await hasher.verify("sai mat khau", against: hash) })
            for (index, name) in names.enumerated() {
                let time = await ContinuousClock().measure {
                    _ = await province.refusal {
                        _ = try await SignIn(username: name, password: "sai mat khau", address: "10.6.\(round).\(index)")
                            .perform(at: province.signIn, passwords: hasher, ids: .system)
                    }
                }
                fastest[index] = min(fastest[index], time)
            }
            try await province.asSuperuser("DELETE FROM core.signin_throttle")
        }
        for (name, time) in zip(names, fastest) { #expect(time > bare / 3, "\(name): \(time), hashing \(bare)") }
    }
}

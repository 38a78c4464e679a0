import Domain
import Logging
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What ends a session or token ends it on every process of the service: each asks the database, none keeps an answer.
@Suite("A stolen token", .province(opening: 9), .timeLimit(.minutes(30)))
struct SessionEndTests {
    let province = Province.current
    private let passwords = PasswordHasher(.least)

    /// Somebody with two posts, signed in, and a second service process that has seen his session already.
    private func withTwoProcesses(
        _ body: (_ session: Session, _ person: Person.ID, _ district: String, _ other: Entrance) async throws -> Void
    )
        async throws
    {
        let district = try await province.freshDistrict()
        let person = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        _ = try await province.given(.clerk, to: person, in: district)
        _ = try await province.given(.unitCoordinator, to: person, in: district)
        let opening = try OpenAccount(for: person, username: "\(district).an")
        let link = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: .system)
        }
        _ = try await SetPassword(by: link.token, to: "bon con ga vang").perform(at: province.signIn, passwords: passwords)
        let session = try await SignIn(username: "\(district).an", password: "bon con ga vang")
            .perform(at: province.signIn, passwords: passwords, ids: .system)
        let other = try Entrance(database: province.url, connections: 2, patience: Province.patience, logger: Logger(label: "tests"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await other.run() }
            defer { group.cancelAll() }
            #expect(await enters(session.token, other))
            #expect(await enters(session.token, province.entrance))
            try await body(session, person, district, other)
        }
    }

    private func enters(_ token: Token, _ entrance: Entrance) async -> Bool {
        await province.refusal {
            _ = try await entrance.readOnce(Entry(token: token, place: .home)) { (tx: borrowing TenantTransaction) in
                try await ShowTenant().perform(in: tx)
            }
        } == nil
    }

    /// Refused by both at the first request that comes after what ended it: no time passes in which a copy would still be good.
    private func expectRefused(_ token: Token, by other: Entrance, after end: () async throws -> Void) async throws {
        try await end()
        #expect(await !enters(token, other))
        #expect(await !enters(token, province.entrance))
    }

    @Test("is refused on two processes after sign-out")
    func signOut() async throws {
        try await withTwoProcesses { session, _, _, other in
            try await expectRefused(session.token, by: other) { try await SignOut(session.token).perform(at: province.signIn) }
        }
    }

    @Test("is refused on two processes after the account was disabled, and stays refused when it is enabled again")
    func disabled() async throws {
        try await withTwoProcesses { session, person, district, other in
            try await expectRefused(session.token, by: other) {
                try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
                    try await DisableAccount(of: person, reason: "mất máy tính").perform(in: tx)
                }
            }
            let shut = await province.refusal {
                _ = try await SignIn(username: "\(district).an", password: "bon con ga vang")
                    .perform(at: province.signIn, passwords: passwords, ids: .system)
            }
            #expect(shut?.code == "wrong-credentials")
            try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
                try await EnableAccount(of: person).perform(in: tx)
            }
            #expect(await !enters(session.token, other))
            _ = try await SignIn(username: "\(district).an", password: "bon con ga vang")
                .perform(at: province.signIn, passwords: passwords, ids: .system)
        }
    }

    @Test("is refused on two processes after a change of post")
    func switched() async throws {
        try await withTwoProcesses { session, _, _, other in
            try await expectRefused(session.token, by: other) {
                _ = try await SwitchPost(session.token, to: session.posts[1].post)
                    .perform(at: province.signIn, among: session.posts, ids: .system)
            }
        }
    }

    @Test("is refused on two processes once a reset link was used, an API token too")
    func reset() async throws {
        try await withTwoProcesses { session, person, district, other in
            let token = try await province.entrance.write(Entry(token: session.token, place: .home)) { (tx: borrowing TenantTransaction) in
                try await OpenToken(label: "x", from: session.token).perform(in: tx, ids: .system).token
            }
            let link = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
                try await ResetAccount(of: person).perform(in: tx)
            }
            // Making the link ends nothing.
            #expect(await enters(session.token, other))
            #expect(await enters(token, other))
            try await expectRefused(session.token, by: other) {
                _ = try await SetPassword(by: link.token, to: "nam con ga vang").perform(at: province.signIn, passwords: passwords)
            }
            #expect(await !enters(token, other))
        }
    }

    @Test("is refused on two processes after the post was ended, an API token too")
    func postEnded() async throws {
        try await withTwoProcesses { session, _, district, other in
            let token = try await opened(from: session)
            try await expectRefused(session.token, by: other) {
                try await province.ends(session.post.post, on: "2023-06-19", in: district)
            }
            #expect(await !enters(token, other))
        }
    }

    @Test("is refused on two processes once a second factor was enrolled, and again once it was taken away")
    func factor() async throws {
        try await withTwoProcesses { session, person, district, other in
            let token = try await opened(from: session)
            let stolen = try await SignIn(username: "\(district).an", password: "bon con ga vang")
                .perform(at: province.signIn, passwords: passwords, ids: .system).token
            let begun = try await BeginFactor(session.token, password: "bon con ga vang")
                .perform(at: province.signIn, passwords: passwords, ids: .system)
            #expect(await enters(stolen, other))
            let confirming = ConfirmFactor(session.token, code: TOTP(base32: begun.base32).code(at: Province.noon))
            var mine = session.token
            try await expectRefused(stolen, by: other) {
                mine = try await confirming.perform(at: province.signIn, ids: .system, now: Province.noon).token
            }
            for ended in [session.token, token] { #expect(await !enters(ended, other)) }
            #expect(await enters(mine, other))
            try await expectRefused(mine, by: other) {
                try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
                    try await ResetFactor(of: person, reason: "mất điện thoại").perform(in: tx)
                }
            }
        }
    }

    private func opened(from session: Session) async throws -> Token {
        try await province.entrance.write(Entry(token: session.token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await OpenToken(label: "x", from: session.token).perform(in: tx, ids: .system).token
        }
    }

    @Test("is refused on two processes after all others were ended; the one that did it goes on")
    func others() async throws {
        try await withTwoProcesses { session, _, district, other in
            let mine = try await SignIn(username: "\(district).an", password: "bon con ga vang")
                .perform(at: province.signIn, passwords: passwords, ids: .system).token
            try await expectRefused(session.token, by: other) {
                let ended = try await province.entrance.write(Entry(token: mine, place: .home)) { (tx: borrowing TenantTransaction) in
                    try await EndOtherCredentials(than: mine).perform(in: tx)
                }
                #expect(ended == 1)
            }
            #expect(await enters(mine, other))
        }
    }

    // MARK: - Idle

    @Test("is refused once nobody used it for half an hour; a token of a program is not")
    func idle() async throws {
        try await withTwoProcesses { session, _, district, other in
            let token = try await province.entrance.write(Entry(token: session.token, place: .home)) { (tx: borrowing TenantTransaction) in
                try await OpenToken(label: "x", from: session.token).perform(in: tx, ids: .system).token
            }
            try await age(district, minutes: 25)
            #expect(await enters(session.token, other))
            try await age(district, minutes: 31)
            #expect(await !enters(session.token, other))
            #expect(await !enters(session.token, province.entrance))
            #expect(await enters(token, other))
            // Nor does anything else take it for a session.
            let kept = await province.refusal {
                _ = try await SwitchPost(session.token, to: session.posts[1].post)
                    .perform(at: province.signIn, among: session.posts, ids: .system)
            }
            #expect(kept == .notSignedIn)
            // A use that was seen by a process while it was idle does not bring it back.
            province.signIn.note(useOf: session.token)
            await province.entrance.noteUses()
            #expect(await !enters(session.token, other))
        }
    }

    @Test("that is used stays good: its use is noted once, outside the request")
    func used() async throws {
        try await withTwoProcesses { session, _, district, other in
            try await age(district, minutes: 20)
            #expect(await enters(session.token, other))
            await other.noteUses()
            let noted = try await lastUse(district)
            #expect(noted < 600, "\(noted)")
            // Within the minute nothing is written again; a machine that needs longer than half of one for it is asked anew.
            for _ in 0..<10 {
                let (before, began) = (try await version(district), ContinuousClock.now)
                for _ in 0..<3 {
                    #expect(await enters(session.token, other))
                    await other.noteUses()
                }
                if try await version(district) == before { return }
                guard began.duration(to: .now) > .seconds(30) else { break }
            }
            Issue.record("a use was noted again within the minute")
        }
    }

    private func age(_ district: String, minutes: Int) async throws {
        try await province.asSuperuser(
            """
            INSERT INTO core.credential_use (credential_id, used_at)
            SELECT c.id, clock_timestamp() - interval '\(minutes) minutes'
            FROM core.credential AS c JOIN core.account AS a ON a.id = c.account_id
            WHERE c.ended_at IS NULL AND a.username = '\(district).an'
            ON CONFLICT (credential_id) DO UPDATE SET used_at = excluded.used_at
            """)
    }

    /// Seconds since the session was last used, as the database knows it.
    private func lastUse(_ district: String) async throws -> Int {
        try await province.count(
            """
            SELECT extract(epoch FROM clock_timestamp() - min(u.used_at))::bigint
            FROM core.credential_use AS u JOIN core.credential AS c ON c.id = u.credential_id JOIN core.account AS a ON a.id = c.account_id
            WHERE c.ended_at IS NULL AND a.username = \(district + ".an")
            """)
    }

    private func version(_ district: String) async throws -> Int {
        try await province.count(
            """
            SELECT max(u.xmin::text::bigint)
            FROM core.credential_use AS u JOIN core.credential AS c ON c.id = u.credential_id JOIN core.account AS a ON a.id = c.account_id
            WHERE c.ended_at IS NULL AND a.username = \(district + ".an")
            """)
    }
}

import Domain
import Operations
import Testing

@Suite("Passwords are kept as Argon2id", .timeLimit(.minutes(30)))
struct PasswordHasherTests {
    @Test("with cost and salt in the PHC string, never twice the same")
    func phc() async throws {
        let hasher = PasswordHasher(PasswordCost(memoryKiB: 64, passes: 3, lanes: 1))
        let first = try await hasher.hash("một mật khẩu dài")
        #expect(first.hasPrefix("$argon2id$v=19$m=64,t=3,p=1$"))
        #expect(first != (try await hasher.hash("một mật khẩu dài")))
        #expect(try await hasher.verify("một mật khẩu dài", against: first))
        #expect(try await !hasher.verify("một mật khẩu dà", against: first))
        // What a hash costs is read from it: another hasher's default does not matter.
        #expect(try await PasswordHasher(.least).verify("một mật khẩu dài", against: first))
    }

    @Test("the service's own cost is 19 MiB, 2 passes, 1 lane")
    func standard() async throws {
        #expect(PasswordHasher().cost == PasswordCost(memoryKiB: 19_456, passes: 2, lanes: 1))
    }

    @Test("nothing stands for an unknown account that any password fits, and broken hashes fit none")
    func nobody() async throws {
        let hasher = PasswordHasher(.least)
        for hash in [nil, "", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$dGhpZHVhLWtpZW0tdGh1IQ$"] {
            #expect(try await !hasher.verify("", against: hash))
        }
    }

    @Test("an unknown account takes as long as a known one")
    func time() async throws {
        let hasher = PasswordHasher(PasswordCost(memoryKiB: 8 * 1_024, passes: 2, lanes: 1))
        let hash = try await hasher.hash("một mật khẩu dài")
        let clock = ContinuousClock()
        // Turn by turn, the fastest of each: a busy machine slows both, and now and then one alone, so the longer it is tried the nearer
        // they come. An answer that skips the work is a thousand times faster however often it is tried.
        var rounds: [(known: Duration, unknown: Duration)] = []
        var (known, unknown) = (Duration.seconds(60), Duration.seconds(60))
        for _ in 0..<20 {
            for _ in 0..<12 {
                known = min(known, try await clock.measure { _ = try await hasher.verify("sai", against: hash) })
                unknown = min(unknown, try await clock.measure { _ = try await hasher.verify("sai", against: nil) })
            }
            rounds.append((known, unknown))
            if unknown > known / 2 && unknown < known * 2 { return }
        }
        Issue.record("known and unknown differ: \(rounds)")
    }

    @Test("one at a time, and no more than can be waited for")
    func storm() async throws {
        let hasher = PasswordHasher(PasswordCost(memoryKiB: 4 * 1_024, passes: 1, lanes: 1))
        // On a machine that is busy elsewhere they may come so slowly that few wait: then more come at once.
        var refused = 0
        for size in [400, 800, 1_600, 3_200, 6_400] where refused == 0 {
            let outcomes = await withTaskGroup(of: Problem?.self) { group in
                for _ in 0..<size {
                    group.addTask {
                        do {
                            _ = try await hasher.verify("sai", against: nil)
                            return nil
                        } catch {
                            return error as? Problem
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } >= 200)
            #expect(outcomes.allSatisfy { $0 == nil || $0 == .unavailable })
            refused = outcomes.count { $0 == .unavailable }
        }
        #expect(refused > 0)
    }
}

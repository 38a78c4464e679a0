import TestSupport
import Testing

/// Who keeps a tenant's people and posts gains nothing by it: no role past his tenant, no post of his own making, nobody's account.
/// Every attack is run twice, as in the attacks with raw SQL: it must succeed once its defence is gone.
@Suite("Attacks by who keeps a tenant's directory", .province, .serialized, .timeLimit(.minutes(30)))
struct DirectoryAttackTests {
    private let province = Province.current

    @Test("is refused, and succeeds once its defence is gone", arguments: Attack.directory + Attack.accounts)
    func attack(_ attack: Attack) async throws {
        #expect(try await Attacker.attempt(in: province, attack.attempt) == false, "got through")
        try await province.asSuperuser(attack.weaken)
        let control = try await Attacker.attempt(in: province, attack.attempt)
        try await province.asSuperuser(attack.restore)
        #expect(control, "the control was refused too: this attack tests another defence than the one it names")
        #expect(try await Attacker.attempt(in: province, attack.attempt) == false, "the defence was not put back")
    }
}

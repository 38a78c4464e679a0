import TestSupport
import Testing

/// A person with a token and any SQL on a connection of the service reads and writes nothing beyond his own actor (design.md 3).
///
/// Every attack is run twice: against the database as it is, and, as its control, with the one defence taken away, where it must succeed.
/// An attack whose control stays refused proves nothing and fails.
@Suite("Attacks with raw SQL after the door", .provinceApart, .serialized, .timeLimit(.minutes(30)))
struct RawSQLAttackTests {
    private let province = Province.current

    @Test(
        "is refused, and succeeds once its defence is gone",
        arguments: Attack.roles + Attack.secrets + Attack.settings + Attack.objects + Attack.expressions + Attack.existence)
    func attack(_ attack: Attack) async throws {
        #expect(try await Attacker.attempt(in: province, attack.attempt) == false, "got through")
        try await province.asSuperuser(attack.weaken)
        let control = try await Attacker.attempt(in: province, attack.attempt)
        try await province.asSuperuser(attack.restore)
        #expect(control, "the control was refused too: this attack tests another defence than the one it names")
        #expect(try await Attacker.attempt(in: province, attack.attempt) == false, "the defence was not put back")
    }

    @Test("is refused to all but superusers", arguments: Attack.superuserOnly)
    func superuserOnly(_ attack: Attack) async throws {
        #expect(try await Attacker.attempt(in: province, attack.attempt) == false, "got through")
    }
}

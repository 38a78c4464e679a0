import Domain
import FoundationEssentials
import Testing

@Suite("Nomination slots")
struct NominationQuotaTests {
    private static func uuid(_ number: Int) throws -> UUID {
        try #require(UUID(uuidString: "01890000-0000-7000-8000-0000000" + String(number + 10_000)))
    }
    private static func unit(_ number: Int) throws -> SubUnit.ID { SubUnit.ID(try uuid(number)) }
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test(
        "come with the verdict of a first-tier unit, its whole tree together (A02, A03, A05)",
        arguments: [
            (UnitVerdict.Verdict.pass, true, NominationQuota.Scope.firstTier, 2), (.pass, false, .firstTier, 0),
            (.pass, true, .eachCollective, 2),
            (.pass, false, .eachCollective, 2), (.pending, true, .firstTier, 2), (.pending, false, .firstTier, 0),
            (.fail, true, .firstTier, 0), (.fail, false, .eachCollective, 0), (.insufficientBasis, true, .firstTier, 0),
            (.insufficientBasis, true, .eachCollective, 0),
        ])
    func slots(verdict: UnitVerdict.Verdict, isFirstTier: Bool, scope: NominationQuota.Scope, slots: Int) {
        #expect(NominationQuota.slots(verdict, isFirstTier: isFirstTier, scope: scope, cap: 2) == slots)
        #expect(NominationQuota.slots(verdict, isFirstTier: isFirstTier, scope: scope, cap: 4) == slots * 2)
    }

    @Test("Who moved is by default the unit's where he served most days; of equal ones a person decides (A08)")
    func moved() throws {
        let period = try Self.day("2023-01-01")...Self.day("2023-06-30")
        func service(_ unit: Int, _ from: String, _ through: String?) throws -> ServingUnit {
            ServingUnit(unit: try Self.unit(unit), from: try Self.day(from), through: through.flatMap { CivilDate($0) })
        }
        // Transferred on 15/5.
        let moved = [try service(1, "2020-01-01", "2023-05-14"), try service(2, "2023-05-15", nil)]
        #expect(ServingUnit.ofMostDays(moved, in: period) == (try Self.unit(1)))
        let later = try Self.day("2023-05-01")...Self.day("2023-12-31")
        #expect(ServingUnit.ofMostDays(moved, in: later) == (try Self.unit(2)))
        let equal = [try service(1, "2023-01-01", "2023-01-10"), try service(2, "2023-01-11", "2023-01-20")]
        #expect(ServingUnit.ofMostDays(equal, in: period) == nil)
        // Two posts at once in one unit do not count twice.
        let doubled = [
            try service(1, "2023-01-01", "2023-01-10"), try service(1, "2023-01-01", "2023-01-10"),
            try service(2, "2023-01-11", "2023-01-25"),
        ]
        #expect(ServingUnit.ofMostDays(doubled, in: period) == (try Self.unit(2)))
        #expect(ServingUnit.ofMostDays([], in: period) == nil)
        #expect(ServingUnit.ofMostDays([try service(1, "2022-01-01", "2022-12-31")], in: period) == nil)
    }

    @Test("The campaign names what its numbers attach to")
    func scope() {
        #expect(Campaign.sample.quotaScope == .firstTier)
        #expect(
            NominationQuota.Scope.firstTier.warning == nil && NominationQuota.Scope.eachCollective.warning?.contains("quotaScope") == true)
        #expect(Set(NominationQuota.Scope.allCases.map(\.rawValue)) == ["firstTier", "eachCollective"])
    }
}

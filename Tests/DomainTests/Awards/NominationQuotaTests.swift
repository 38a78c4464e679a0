import Domain
import Testing

@Suite("Nomination slots")
struct NominationQuotaTests {
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

    @Test("The campaign names what its numbers attach to")
    func scope() {
        #expect(Campaign.sample.quotaScope == .firstTier)
        #expect(Set(NominationQuota.Scope.allCases.map(\.rawValue)) == ["firstTier", "eachCollective"])
    }
}

import Domain
import Testing

@Suite("Refusals of awards")
struct AwardRefusalTests {
    private static let day = CivilDate("2023-07-10")!

    /// One of each case.
    private static let all: [AwardRefusal] = [
        .outOfOrder(.appraise, .submitted, next: .receive), .outOfOrder(.appraise, .presented, next: nil), .stateUnknown(.councilReviewed),
        .ownMatter, .closed(.submit, .withdrawn), .held(.submit), .decided(.withdraw), .noCouncil(.passUnitCouncil), .noProvincialCouncil,
        .supplementsExhausted(maximum: 1), .reasonMissing(.refuse), .notYours(.decide, .signer, .provincialReview), .notFrozen,
        .verdictPending(.collective), .ownDossier, .roundLocked(day), .letterWithoutShare("1/20 (5,0%)"), .letterWithoutAward,
        .nominatedAlready, .nominatedElsewhere, .noRegime(day), .regimeUnchanged("NĐ 91/2017/NĐ-CP"), .regimeReasonMissing,
        .regimeFixed, .noRate(.communeCommendation, .individual, decree: "NĐ 152/2025/NĐ-CP"), .noBaseSalary(day),
        .noRounding(decree: "NĐ 91/2017/NĐ-CP"), .returnedTooMuch(outstanding: 1_000_000), .notRevoked,
        .criticismOutOfOrder(.sign, .proposed),
        .explanationAwaited(until: day), .noCouncilRule(.provincialCertificate, .collective, day),
        .miscounted([FieldFault("$.members", "Hội đồng không có thành viên nào")]),
    ]

    @Test("each say what is wrong and what to do, under a stable code", arguments: all)
    func words(refusal: AwardRefusal) {
        let problem = refusal.problem
        #expect(problem != .unexpected && [.refused, .invalid, .notAllowed].contains(problem.kind))
        #expect(problem.detail.hasSuffix(".") && problem.code.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
        // What is refused names its next step in a sentence of its own.
        if problem.kind == .refused { #expect(problem.detail.split(separator: ". ").count >= 2, "\(problem.detail)") }
        if problem.kind == .invalid { #expect(!problem.fields.isEmpty) }
    }

    @Test("differ from one another")
    func distinct() {
        let problems = Self.all.map(\.problem)
        for (index, problem) in problems.enumerated() {
            #expect(!problems[..<index].contains(problem), "\(problem.detail)")
        }
    }
}

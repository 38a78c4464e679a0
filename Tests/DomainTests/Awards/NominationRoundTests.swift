import Domain
import Testing

@Suite("A nomination round")
struct NominationRoundTests {
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test(
        "takes dossiers from its opening until its list is locked, and marks those after the cut-off",
        arguments: [
            ("2023-07-09", "round-not-open", false), ("2023-07-10", "", false), ("2023-07-20", "", false), ("2023-07-21", "", true),
            ("2023-07-25", "", true), ("2023-07-26", "round-locked", true),
        ])
    func window(text: String, code: String, isLate: Bool) throws {
        let round = NominationRound(
            opensOn: try Self.day("2023-07-10"), cutOff: try Self.day("2023-07-20"), lockedOn: try Self.day("2023-07-25"))
        let day = try Self.day(text)
        #expect((round.refusalOfSubmitting(on: day)?.problem.code ?? "") == code)
        #expect(round.isLate(day) == isLate)
        #expect((round.refusalOfReceiving(submittedOn: day, decision: " ") != nil) == isLate)
        #expect(round.refusalOfReceiving(submittedOn: day, decision: "Giám đốc Sở Nội vụ cho nhận") == nil)
        let open = NominationRound(opensOn: round.opensOn, cutOff: round.cutOff, lockedOn: nil)
        #expect((open.refusalOfSubmitting(on: day) == nil) == (day >= round.opensOn))
    }

    @Test("asks for everything that is wanting in one list")
    func papers() throws {
        let papers = try DeployedAwardRules().papers
        let day = try Self.day("2023-07-20")
        func defects(_ track: AwardTrack, _ there: [DossierPaper.Kind: Bool]) -> [String] {
            papers.defects(of: track, on: day, there: there)
        }
        #expect(defects(.provincialReview, [:]).count == 3)
        #expect(
            defects(.provincialReview, [.proposal: false, .achievementReport: false]) == [
                "Chưa có xác nhận của cấp trình trên báo cáo thành tích", "Thiếu biên bản họp xét của Hội đồng",
            ])
        #expect(defects(.provincialReview, [.proposal: false, .achievementReport: true, .councilMinutes: false]).isEmpty)
        // The simplified dossier asks for no minutes.
        #expect(defects(.provincialAdHoc, [.proposal: false, .summaryReport: false]).isEmpty)
        for track in AwardTrack.allCases { #expect(!defects(track, [:]).isEmpty) }
        #expect(papers.defects(of: .provincialReview, on: try Self.day("2022-12-31"), there: [:]).isEmpty)
    }

    @Test("brings a letter only beside a Bằng khen that was given, for the share alone (A52)", arguments: AwardDossier.State.allCases)
    func letters(state: AwardDossier.State) throws {
        func verdict(letter: Bool) throws -> UnitVerdict {
            let json =
                #"{"code":"973","verdict":"pass","letter":\#(letter),"individuals":2,"counted":20,"aheadOrAbove":4,"#
                + #""aheadBase":20,"s1":12,"s2":8,"failures":[],"flags":[]}"#
            return try UnitVerdict(reading: Array(json.utf8), name: "x")
        }
        let given: Set<AwardDossier.State> = [.decided, .issued, .presented, .corrected, .replaced]
        let refusal = LetterOfPraise.refusal(try verdict(letter: true), dossier: state)
        #expect(refusal == (given.contains(state) ? nil : .letterWithoutAward))
        #expect(LetterOfPraise.refusal(try verdict(letter: false), dossier: state) == .letterWithoutShare("4/20 (20,0%)"))
    }
}

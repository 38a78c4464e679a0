import Domain
import Testing

@Suite("A nomination round")
struct NominationRoundTests {
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test(
        "marks what comes after its cut-off, and says how it stands on a day",
        arguments: [
            ("2023-07-09", false, "mở từ ngày"), ("2023-07-20", false, "đang mở"), ("2023-07-21", true, "đã hết hạn nhận hồ sơ"),
        ])
    func window(text: String, isLate: Bool, words: String) throws {
        let round = NominationRound(opensOn: try Self.day("2023-07-10"), cutOff: try Self.day("2023-07-20"), lockedOn: nil)
        let day = try Self.day(text)
        #expect(round.isLate(day) == isLate && round.words(on: day).hasPrefix(words))
        let locked = NominationRound(opensOn: round.opensOn, cutOff: round.cutOff, lockedOn: try Self.day("2023-07-25"))
        #expect(locked.words(on: day).hasPrefix("đã chốt danh sách"))
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
}

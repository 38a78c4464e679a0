public import Domain

/// D5: báo cáo sơ kết, tổng kết of a unit, from its part of the frozen figures and what its approved returns say.
public struct UnitReviewReport: PaperSource, Hashable {
    public static let kind = PaperKind.unitReviewReport

    public let frame: PaperFrame
    public let addressees: [String]
    /// Of the unit alone.
    public let matter: ReviewMatter
    /// Its approved returns of the time under review, the earliest first.
    public let months: [(month: ReportMonth, words: UnitReturn.Words)]
    /// Of its items, by code.
    public let titles: [String: String]

    public init(
        frame: PaperFrame, addressees: [String], matter: ReviewMatter, months: [(month: ReportMonth, words: UnitReturn.Words)],
        titles: [String: String] = [:]
    ) {
        self.frame = frame
        self.addressees = addressees
        self.matter = matter
        self.months = months
        self.titles = titles
    }

    public static func == (lhs: UnitReviewReport, rhs: UnitReviewReport) -> Bool { lhs.paper == rhs.paper }
    public func hash(into hasher: inout Hasher) { hasher.combine(paper) }

    public var paper: OfficialPaper {
        var paper = frame.paper(
            .named("Báo cáo", abstract: "\(matter.review.startingLarge) \(matter.campaign)"), signed: frame.signer.forBody)
        paper.addressees = addressees
        paper.body = [
            .paragraph("\(frame.issuer.name) báo cáo \(matter.review) \(matter.campaign), \(matter.standing), như sau:"),
            .section("I. KẾT QUẢ THỰC HIỆN"), .table(figures),
        ]
        let reasons = matter.verdicts.units.flatMap(\.failures).map { failure in
            guard let code = failure.item else { return failure.detail }
            return "\(titles[code].map { "“\($0)” (\(code))" } ?? code): \(failure.detail.startingSmall)"
        }
        if !reasons.isEmpty { paper.body += [.paragraph("Lý do không đạt:")] + PaperBlock.items(reasons) }
        let results = said(months.map { ($0.month, $0.words.results) })
        if !results.isEmpty { paper.body += [.heading("Theo báo cáo từng tháng")] + results }
        paper.body += [.section("II. KHÓ KHĂN, VƯỚNG MẮC")]
        paper.body += orNothing(said(months.map { ($0.month, $0.words.difficulties) }))
        paper.body += [.section("III. ĐỀ XUẤT, KIẾN NGHỊ")]
        paper.body += orNothing(said(months.map { ($0.month, $0.words.proposals) }))
        paper.fields = ["phong_trao": matter.campaign]
        return paper
    }

    private func said(_ texts: [(ReportMonth, String)]) -> [PaperBlock] {
        PaperBlock.dashes(texts.filter { !$0.1.isEmpty }.map { "\($0.0.vietnamese.startingLarge): \($0.1)" })
    }

    private func orNothing(_ blocks: [PaperBlock]) -> [PaperBlock] {
        blocks.isEmpty ? [.paragraph("Không.")] : blocks
    }

    private var figures: PaperTable {
        let columns: [PaperTable.Column] = [
            .init("stt", "TT", share: 8, .centre), .init("ten", "Nội dung", share: 62), .init("so_luong", "Kết quả", share: 30, .right),
        ]
        let rows = matter.verdicts.units.flatMap { unit in
            [
                ("Kết quả xét", unit.verdict.vietnamese), ("Nhiệm vụ, chỉ tiêu được xét", "\(unit.counted)"),
                ("Đến hạn trước sơ kết", "\(unit.s1)"),
                ("Đến hạn sau sơ kết", "\(unit.s2)"), ("Vượt tiến độ, vượt chỉ tiêu", unit.share),
                ("Thư khen", unit.letter ? "đủ điều kiện" : "không"),
                ("Số cá nhân được đề nghị", "\(unit.individuals)"),
            ]
        }
        return PaperTable(
            "so_lieu", columns: columns, rows: rows.enumerated().map { .cells(["\($0.offset + 1)", $0.element.0, $0.element.1]) })
    }
}

public import Domain

/// D5: báo cáo tháng of a unit to who asked for it, with the figures as its head approved them.
public struct UnitMonthReport: PaperSource, Hashable {
    public static let kind = PaperKind.unitMonthReport

    public let frame: PaperFrame
    /// Name of the campaign.
    public let campaign: String
    public let addressees: [String]
    public let period: ReportPeriod
    public let words: UnitReturn.Words
    public let approval: UnitReturn.Approval

    public init(
        frame: PaperFrame, campaign: String, addressees: [String], period: ReportPeriod, words: UnitReturn.Words,
        approval: UnitReturn.Approval
    ) {
        self.frame = frame
        self.campaign = campaign
        self.addressees = addressees
        self.period = period
        self.words = words
        self.approval = approval
    }

    public var paper: OfficialPaper {
        let month = period.month.vietnamese
        var paper = frame.paper(.named("Báo cáo", abstract: "Kết quả \(month) thực hiện \(campaign)"), signed: frame.signer.forBody)
        paper.addressees = addressees
        let figures = MonthFigures.Figure.allCases.enumerated().map { index, figure in
            PaperTable.Row.cells(["\(index + 1)", figure.vietnamese, "\(approval.figures[figure])"])
        }
        let columns: [PaperTable.Column] = [
            .init("stt", "TT", share: 8, .centre), .init("ten", "Nội dung", share: 70), .init("so_luong", "Số lượng", share: 22, .right),
        ]
        paper.body = [
            .paragraph("\(frame.issuer.name) báo cáo kết quả \(month), số liệu \(period.span), như sau:"), .section("I. KẾT QUẢ THỰC HIỆN"),
            .table(PaperTable("so_lieu", columns: columns, rows: figures)),
            .paragraph(words.nothing ? "Trong kỳ không phát sinh nội dung cần báo cáo." : words.results),
            .section("II. KHÓ KHĂN, VƯỚNG MẮC"), .paragraph(words.difficulties.isEmpty ? "Không." : words.difficulties),
            .section("III. ĐỀ XUẤT, KIẾN NGHỊ"), .paragraph(words.proposals.isEmpty ? "Không." : words.proposals),
        ]
        if !words.explanation.isEmpty { paper.body += [.section("IV. GIẢI TRÌNH"), .paragraph(words.explanation)] }
        paper.fields = ["ky_bao_cao": month, "phong_trao": campaign]
        return paper
    }
}

import Domain

/// Phiếu biểu quyết of a secret ballot on paper (D10): one sheet lists all dossiers, and nothing on it tells who filled it in.
public struct BallotSheet: PaperSource, Hashable {
    public static let kind = PaperKind.ballotSheet

    /// Its number, recipients and signer are not printed.
    public let frame: PaperFrame
    public let occasion: AwardOccasion
    /// As on papers: `Hội đồng Thi đua - Khen thưởng huyện U Minh`.
    public let council: String
    public let awardees: [Awardee]

    public init(frame: PaperFrame, occasion: AwardOccasion, council: String, awardees: [Awardee]) {
        self.frame = frame
        self.occasion = occasion
        self.council = council
        self.awardees = awardees
    }

    public var paper: OfficialPaper {
        let abstract = "Xét \(occasion.awarding) của \(council)"
        var paper = OfficialPaper(
            issuer: frame.issuer, number: nil, date: frame.date, form: .named("Phiếu biểu quyết", abstract: abstract), signatures: [])
        var columns = Awardee.columns
        columns.append(.init("hinh_thuc", "Hình thức đề nghị", share: 19))
        columns.append(.init("dong_y", "Đồng ý", share: 12, .centre))
        columns.append(.init("khong_dong_y", "Không đồng ý", share: 12, .centre))
        let rows = Awardee.rows(awardees, awardee: { $0 }, cells: { [$0.formName, "☐", "☐"] })
        paper.body = [
            .paragraph("Đánh dấu X vào một trong hai ô của từng trường hợp. Để trống hoặc đánh dấu cả hai ô là phiếu trắng, không hợp lệ."),
            .paragraph("Không ký tên, không ghi họ tên vào phiếu."), .table(PaperTable("danh_sach", columns: columns, rows: rows)),
        ]
        paper.fields = ["hoi_dong": council]
        return paper
    }
}

import Domain

/// D9: báo cáo thành tích of a nominee, confirmed by the level that proposes. The number of its model in the circular is data of the regime
/// and not printed.
public struct AchievementReport: PaperSource, Hashable {
    /// A figure of the ledger: `Hoàn thành đúng tiến độ`, `45`.
    public struct Figure: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public static let kind = PaperKind.achievementReport

    public let frame: PaperFrame
    public let occasion: AwardOccasion
    public let awardee: Awardee
    /// Of a collective the body above it: `Ủy ban nhân dân tỉnh Cà Mau`.
    public let superior: String
    /// Sơ lược lý lịch, or đặc điểm, tình hình: a paragraph each.
    public let introduction: [String]
    /// From the frozen snapshot of the ledger; of a deed what it brought.
    public let figures: [Figure]
    /// Thành tích: a paragraph each.
    public let deeds: [String]
    /// Các hình thức đã được khen thưởng; empty: none.
    public let earlierAwards: [String]
    /// Who confirms for the proposing level: its head, or his deputy.
    public let confirmer: PaperSigner

    public init(
        frame: PaperFrame, occasion: AwardOccasion, awardee: Awardee, superior: String, introduction: [String], figures: [Figure],
        deeds: [String], earlierAwards: [String], confirmer: PaperSigner
    ) {
        self.frame = frame
        self.occasion = occasion
        self.awardee = awardee
        self.superior = superior
        self.introduction = introduction
        self.figures = figures
        self.deeds = deeds
        self.earlierAwards = earlierAwards
        self.confirmer = confirmer
    }

    public var paper: OfficialPaper {
        let abstract = "Đề nghị tặng \(awardee.formName) cho \(awardee.subject.vietnamese) \(occasion.achievement)"
        var paper = frame.paper(.named("Báo cáo thành tích", abstract: abstract), signed: reporter)
        paper.signatures = [confirmation, reporter]
        // It goes with a tờ trình and is sent to nobody by itself.
        paper.recipients = []
        paper.archive = nil
        paper.body = opening + results + earlier
        paper.fields = ["ten": awardee.name, "chuc_vu_don_vi": awardee.position, "hinh_thuc": awardee.formName]
        return paper
    }

    private var opening: [PaperBlock] {
        let isPerson = awardee.subject == .individual
        let blocks: [PaperBlock] = [
            .section(isPerson ? "I. SƠ LƯỢC LÝ LỊCH" : "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH"),
            .paragraph("1. \(isPerson ? "Họ và tên" : "Tên tập thể đề nghị"): \(awardee.name)."),
            .paragraph(
                "2. \(isPerson ? "Chức vụ, đơn vị công tác: \(awardee.position)" : "Cơ quan cấp trên trực tiếp: \(superior)")."),
        ]
        return blocks + PaperBlock.numbered(introduction, from: 3)
    }

    /// In a review what the figures say, and what was done; of a deed what was done, and what it brought.
    private var results: [PaperBlock] {
        let heading = PaperBlock.section("II. THÀNH TÍCH ĐẠT ĐƯỢC")
        guard occasion.review == nil else {
            let words = "Kết quả thực hiện nhiệm vụ, chỉ tiêu được giao trong \(occasion.campaign)\(occasion.dated):"
            return [heading, .paragraph(words)] + table + PaperBlock.paragraphs(deeds)
        }
        let brought: [PaperBlock] = figures.isEmpty ? [] : [.paragraph("Hiệu quả:")]
        return [heading, .paragraph("Thành tích đột xuất trong thực hiện \(occasion.campaign):")] + PaperBlock.paragraphs(deeds) + brought
            + table
    }

    private var table: [PaperBlock] {
        if figures.isEmpty { return [] }
        let columns: [PaperTable.Column] = [
            .init("stt", "Số TT", share: 8, .centre), .init("noi_dung", "Nội dung", share: 68),
            .init("so_lieu", "Số liệu", share: 24, .centre),
        ]
        let rows = figures.enumerated().map { PaperTable.Row.cells(["\($0 + 1)", $1.name, $1.value]) }
        return [.table(PaperTable("so_lieu", columns: columns, rows: rows))]
    }

    private var earlier: [PaperBlock] {
        var blocks: [PaperBlock] = [.section("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG")]
        blocks += earlierAwards.isEmpty ? [.paragraph("Không có.")] : PaperBlock.dashes(earlierAwards)
        return blocks
    }

    private var confirmation: PaperSignature {
        let lines = ["Xác nhận của cấp trình khen thưởng"] + confirmer.forBody.lines
        return PaperSignature(lines, name: confirmer.name, remark: "Ký, đóng dấu")
    }

    private var reporter: PaperSignature {
        switch awardee.subject {
        case .individual: PaperSignature(["Người báo cáo thành tích"], name: awardee.name, remark: "Ký, ghi rõ họ tên")
        case .collective: PaperSignature(frame.signer.forBody.lines, name: frame.signer.name, remark: "Ký, đóng dấu")
        }
    }
}

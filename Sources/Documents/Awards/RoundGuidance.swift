public import Domain

/// Hướng dẫn of Home Affairs on the nomination round of a review: whom, under which conditions, with which papers, by when (domain.md 6, R2).
public struct RoundGuidance: PaperSource, Hashable {
    /// A paper of a dossier.
    public struct Paper: Sendable, Hashable {
        public let name: String
        /// That the law in force numbers for it, as it is cited; empty: none that was checked.
        public let forms: [String]
        /// By the level that proposes.
        public let isConfirmed: Bool

        public init(_ name: String, forms: [String] = [], isConfirmed: Bool = false) {
            self.name = name
            self.forms = forms
            self.isConfirmed = isConfirmed
        }

        var line: String { name + forms.map { " theo \($0)" }.joined() + (isConfirmed ? ", có xác nhận của cấp trình" : "") }
    }

    public static let kind = PaperKind.guidance

    public let frame: PaperFrame
    public let campaign: Campaign
    public let occasion: AwardOccasion
    /// The rule of the review, in the plan's words.
    public let rule: Campaign.ReviewAward
    /// What a dossier holds.
    public let papers: [Paper]
    /// Nil: from the day of signing.
    public let opensOn: CivilDate?
    /// Last day in time.
    public let cutOff: CivilDate

    public init(
        frame: PaperFrame, campaign: Campaign, occasion: AwardOccasion, rule: Campaign.ReviewAward, papers: [Paper], opensOn: CivilDate?,
        cutOff: CivilDate
    ) {
        self.frame = frame
        self.campaign = campaign
        self.occasion = occasion
        self.rule = rule
        self.papers = papers
        self.opensOn = opensOn
        self.cutOff = cutOff
    }

    public var paper: OfficialPaper {
        var paper = frame.paper(.named("Hướng dẫn", abstract: "Đề nghị \(occasion.awarding)"), signed: frame.signer.forBody)
        let plan = campaign.paper
        let quoted = QuotedPaper(plan.type, plan.reference, signedOn: plan.date, issuer: plan.issuer)
        paper.body = [
            .paragraph("Thực hiện \(quoted.vietnamese), \(frame.issuer.name) hướng dẫn đề nghị \(occasion.awarding) như sau:")
        ]
        paper.body += subjects + dossier + term
        paper.appendices = forms
        paper.fields = ["phong_trao": campaign.name, "ke_hoach_tinh": quoted.vietnamese]
        return paper
    }

    private var subjects: [PaperBlock] {
        var blocks: [PaperBlock] = [
            .clause(1, heading: "Đối tượng", text: ""), .paragraph("- Tập thể: \(campaign.awards.collectives.words)"),
            .paragraph("- Cá nhân: \(campaign.awards.individuals.words)"), .clause(2, heading: "Tiêu chuẩn và hình thức", text: ""),
            .paragraph(rule.words),
        ]
        blocks += PaperBlock.paragraphs(rule.conditions.map { "+ \($0.words)" })
        if let letter = rule.letter { blocks.append(.paragraph(letter.words)) }
        if let individuals = rule.individuals { blocks.append(.paragraph(individuals.words)) }
        return blocks
    }

    private var dossier: [PaperBlock] {
        if papers.isEmpty { return [] }
        let listed: [PaperBlock] = [.clause(3, heading: "Thành phần hồ sơ", text: "")] + PaperBlock.items(papers.map(\.line))
        return forms.isEmpty ? listed : listed + [.paragraph("Danh mục mẫu văn bản ghi tại Phụ lục kèm theo Hướng dẫn này.")]
    }

    /// The forms by their numbers, of the papers that have one; none: no annex.
    private var forms: [PaperAppendix] {
        let numbered = papers.flatMap { paper in paper.forms.map { (paper: paper.name, form: $0) } }
        if numbered.isEmpty { return [] }
        let columns: [PaperTable.Column] = [
            .init("stt", "STT", share: 8, .centre), .init("tai_lieu", "Tài liệu trong hồ sơ", share: 38), .init("mau", "Mẫu", share: 54),
        ]
        let rows = numbered.enumerated().map { index, one in PaperTable.Row.cells(["\(index + 1)", one.paper, one.form]) }
        return [
            PaperAppendix(
                title: "Danh mục mẫu văn bản trong hồ sơ đề nghị khen thưởng",
                body: [.table(PaperTable("mau_van_ban", columns: columns, rows: rows))])
        ]
    }

    private var term: [PaperBlock] {
        let from = opensOn.map { "Từ \($0.inText) đến hết \(cutOff.inText)" } ?? "Đến hết \(cutOff.inText)"
        return [
            .clause(papers.isEmpty ? 3 : 4, heading: "Thời hạn nhận hồ sơ", text: ""),
            .paragraph("\(from). Hồ sơ trình sau ngày đó là nộp muộn, chỉ nhận khi có văn bản đồng ý. Hồ sơ gửi về \(frame.issuer.name)."),
            .paragraph("Đề nghị các cơ quan, đơn vị triển khai thực hiện"),
        ]
    }
}

public import Domain

/// D2: kế hoạch hưởng ứng of a unit: how it carries the campaign down to its parts.
public struct ResponsePlan: PaperSource, Hashable {
    /// What one part of the unit has to do.
    public struct Assignment: Sendable, Hashable {
        public let code: String
        public let content: String
        public let responsible: String
        /// Nil: none set yet.
        public let dueOn: CivilDate?

        public init(code: String, content: String, responsible: String, dueOn: CivilDate?) {
            self.code = code
            self.content = content
            self.responsible = responsible
            self.dueOn = dueOn
        }
    }

    public static let kind = PaperKind.responsePlan

    public let frame: PaperFrame
    public let campaign: Campaign
    /// How the launch is held, a line each.
    public let launch: [String]
    public let assignments: [Assignment]
    /// Who does what inside the unit, a line each.
    public let duties: [String]

    public init(frame: PaperFrame, campaign: Campaign, launch: [String], assignments: [Assignment], duties: [String]) {
        self.frame = frame
        self.campaign = campaign
        self.launch = launch
        self.assignments = assignments
        self.duties = duties
    }

    public var paper: OfficialPaper {
        var paper = frame.paper(.named("Kế hoạch", abstract: "Hưởng ứng \(campaign.name)"), signed: frame.signer.forBody)
        let plan = campaign.paper
        let quoted = QuotedPaper(plan.type, plan.reference, signedOn: plan.date, issuer: plan.issuer)
        paper.body = opening(quoted.vietnamese) + subjects + work
        if !assignments.isEmpty { paper.appendices = [list] }
        paper.fields = ["phong_trao": campaign.name, "ke_hoach_tinh": quoted.vietnamese]
        return paper
    }

    private func opening(_ quoted: String) -> [PaperBlock] {
        let about = campaign.paper.abstract.startingSmall
        let first = "Thực hiện \(quoted) về \(about), \(frame.issuer.name) xây dựng Kế hoạch hưởng ứng như sau:"
        var blocks: [PaperBlock] = [.paragraph(first), .section("I. MỤC ĐÍCH, YÊU CẦU")]
        blocks += PaperBlock.dashes(campaign.purposes)
        blocks += PaperBlock.dashes(campaign.requirements)
        return blocks
    }

    private var subjects: [PaperBlock] {
        var blocks: [PaperBlock] = [
            .section("II. ĐỐI TƯỢNG, THỜI GIAN"),
            .paragraph("1. Đối tượng: các phòng, ban, đơn vị và cán bộ, công chức, viên chức thuộc \(frame.issuer.name)."),
            .paragraph("2. Thời gian: \(campaign.duration.words)"),
        ]
        blocks += PaperBlock.dashes(campaign.phases.map { "\($0.name): \($0.words)" })
        blocks.append(.section("III. TỔ CHỨC PHÁT ĐỘNG"))
        blocks += PaperBlock.dashes(launch)
        return blocks
    }

    private var work: [PaperBlock] {
        var blocks: [PaperBlock] = [.section("IV. NỘI DUNG THI ĐUA")]
        blocks += PaperBlock.numbered(campaign.content.map(\.words))
        if !assignments.isEmpty { blocks.append(.paragraph("Nhiệm vụ, chỉ tiêu cụ thể ghi tại Phụ lục kèm theo Kế hoạch này.")) }
        blocks.append(.section("V. TỔ CHỨC THỰC HIỆN"))
        blocks += PaperBlock.numbered(duties)
        return blocks
    }

    private var list: PaperAppendix {
        let columns: [PaperTable.Column] = [
            .init("stt", "Số TT", share: 7, .centre), .init("ma", "Mã", share: 12), .init("noi_dung", "Nhiệm vụ, chỉ tiêu", share: 44),
            .init("chu_tri", "Chủ trì", share: 22), .init("thoi_han", "Thời hạn", share: 15, .centre),
        ]
        let rows = assignments.enumerated().map { index, one in
            PaperTable.Row.cells(["\(index + 1)", one.code, one.content, one.responsible, one.dueOn?.inPapers ?? ""])
        }
        return PaperAppendix(
            title: "Danh mục nhiệm vụ, chỉ tiêu", body: [.table(PaperTable("nhiem_vu", columns: columns, rows: rows))])
    }
}

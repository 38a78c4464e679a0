public import Domain

/// D3: phụ lục giao nhiệm vụ, chỉ tiêu of a paper that orders work, or of the plan of a campaign.
public struct AssignmentAnnex: PaperSource, Hashable {
    public struct Assignment: Sendable, Hashable {
        public let code: String
        public let title: String
        /// Who must do it.
        public let lead: String
        public let coordinators: [String]
        public let product: String
        public let submitTo: String
        /// The day, or what the paper says where none is fixed.
        public let due: String

        public init(code: String, title: String, lead: String, coordinators: [String], product: String, submitTo: String, due: String) {
            self.code = code
            self.title = title
            self.lead = lead
            self.coordinators = coordinators
            self.product = product
            self.submitTo = submitTo
            self.due = due
        }

        var cells: [String] { [title, lead, coordinators.joined(separator: ", "), product, submitTo, due] }
    }

    public static let kind = PaperKind.assignmentAnnex

    public let frame: PaperFrame
    /// What it is attached to: `Quyết định số 503/QĐ-UBND ngày 20/3/2023 của …`.
    public let attachedTo: QuotedPaper
    /// By due date.
    public let assignments: [Assignment]

    public init(frame: PaperFrame, attachedTo: QuotedPaper, assignments: [Assignment]) {
        self.frame = frame
        self.attachedTo = attachedTo
        self.assignments = assignments
    }

    public var paper: OfficialPaper {
        var paper = frame.paper(.named("Phụ lục", abstract: Self.title), signed: frame.signer.ownPower)
        paper.isPart = true
        let rows = assignments.enumerated().map { PaperTable.Row.cells(["\($0.offset + 1)"] + $0.element.cells) }
        paper.appendices = [
            PaperAppendix(
                title: Self.title, reference: "Kèm theo \(attachedTo.vietnamese)",
                body: [.table(PaperTable("nhiem_vu", columns: Self.columns, rows: rows))])
        ]
        paper.fields = ["kem_theo": attachedTo.vietnamese]
        return paper
    }

    private static let title = "Giao nhiệm vụ, chỉ tiêu"

    private static let columns: [PaperTable.Column] = [
        .init("stt", "TT", share: 6, .centre), .init("noi_dung", "Nhiệm vụ, chỉ tiêu", share: 28),
        .init("chu_tri", "Cơ quan chủ trì", share: 15), .init("phoi_hop", "Cơ quan phối hợp", share: 15),
        .init("san_pham", "Sản phẩm", share: 12), .init("cap_trinh", "Cấp trình", share: 9),
        .init("thoi_han", "Thời hạn", share: 15, .centre),
    ]

    /// The same rows as a workbook.
    ///
    /// - Throws: ``Problem/unavailable`` when there is no disk.
    public func workbook(createdOn today: CivilDate) throws(Problem) -> [UInt8] {
        var writer = try WorkbookWriter(title: Self.title, createdOn: today)
        let columns = Self.columns.dropFirst().map { WorkbookWriter.Column($0.title, width: Double($0.share * 2)) }
        writer.begin("Phụ lục", columns: [.init("TT", width: 6), .init("Mã", width: 16)] + columns)
        for (index, assignment) in assignments.enumerated() {
            writer.append([.number(Double(index + 1)), .text(assignment.code)] + assignment.cells.map(Table.Cell.text))
        }
        return try writer.finish()
    }
}

public import Domain

/// D3: phụ lục giao nhiệm vụ, chỉ tiêu of a paper that orders work, or of the plan of a campaign.
public struct AssignmentAnnex: PaperSource, Hashable {
    public struct Assignment: Sendable, Hashable {
        /// TT in the paper that it is attached to; nil where that is not known.
        public let row: String?
        public let code: String
        public let title: String
        /// Who must do it.
        public let lead: String
        public let coordinators: [String]
        public let product: String
        public let submitTo: String
        /// The day, or what the paper says where none is fixed.
        public let due: String
        /// The paper and its clause, as far as what it is attached to does not say them.
        public let source: String

        public init(
            row: String? = nil, code: String, title: String, lead: String, coordinators: [String], product: String, submitTo: String,
            due: String, source: String = ""
        ) {
            self.row = row
            self.code = code
            self.title = title
            self.lead = lead
            self.coordinators = coordinators
            self.product = product
            self.submitTo = submitTo
            self.due = due
            self.source = source
        }

        func cells(withSource: Bool) -> [String] {
            [title, lead, coordinators.joined(separator: ", "), product, submitTo, due] + (withSource ? [source] : [])
        }
    }

    public static let kind = PaperKind.assignmentAnnex

    public let frame: PaperFrame
    /// What it is attached to: `Quyết định số 503/QĐ-UBND ngày 20/3/2023 của …`.
    public let attachedTo: QuotedPaper
    /// In the order of the paper; of what has no row there, by due date.
    public let assignments: [Assignment]

    public init(frame: PaperFrame, attachedTo: QuotedPaper, assignments: [Assignment]) {
        self.frame = frame
        self.attachedTo = attachedTo
        self.assignments = assignments
    }

    public var paper: OfficialPaper {
        var paper = frame.paper(.named("Phụ lục", abstract: Self.title), signed: frame.signer.ownPower)
        paper.isPart = true
        let rows = zip(numbers, assignments).map { PaperTable.Row.cells([$0] + $1.cells(withSource: hasSources)) }
        paper.appendices = [
            PaperAppendix(
                title: Self.title, reference: "Kèm theo \(attachedTo.vietnamese)",
                body: [.table(PaperTable("nhiem_vu", columns: columns, rows: rows))])
        ]
        paper.fields = ["kem_theo": attachedTo.vietnamese]
        return paper
    }

    private static let title = "Giao nhiệm vụ, chỉ tiêu"

    /// As the paper numbers its rows; counted only where it numbers none of them.
    private var numbers: [String] {
        let isNumbered = assignments.contains { $0.row != nil }
        return assignments.enumerated().map { isNumbered ? $0.element.row ?? "" : "\($0.offset + 1)" }
    }

    private var hasSources: Bool { assignments.contains { !$0.source.isEmpty } }

    private var columns: [PaperTable.Column] {
        let shares = hasSources ? [22, 13, 13, 10, 8, 13] : [28, 15, 15, 12, 9, 15]
        let columns: [PaperTable.Column] = [
            .init("stt", "TT", share: 6, .centre), .init("noi_dung", "Nhiệm vụ, chỉ tiêu", share: shares[0]),
            .init("chu_tri", "Cơ quan chủ trì", share: shares[1]), .init("phoi_hop", "Cơ quan phối hợp", share: shares[2]),
            .init("san_pham", "Sản phẩm", share: shares[3]), .init("cap_trinh", "Cấp trình", share: shares[4]),
            .init("thoi_han", "Thời hạn", share: shares[5], .centre),
        ]
        return hasSources ? columns + [PaperTable.Column("can_cu", "Căn cứ", share: 15)] : columns
    }

    /// The same rows as a workbook.
    ///
    /// - Throws: ``Problem/unavailable`` when there is no disk.
    public func workbook(createdOn today: CivilDate) throws(Problem) -> [UInt8] {
        var writer = try WorkbookWriter(title: Self.title, createdOn: today)
        let columns = self.columns.dropFirst().map { WorkbookWriter.Column($0.title, width: Double($0.share * 2)) }
        writer.begin("Phụ lục", columns: [.init("TT", width: 6), .init("Mã", width: 16)] + columns)
        for (number, assignment) in zip(numbers, assignments) {
            let row: Table.Cell = Int(number).map { .number(Double($0)) } ?? (number.isEmpty ? .empty : .text(number))
            writer.append([row, .text(assignment.code)] + assignment.cells(withSource: hasSources).map(Table.Cell.text))
        }
        return try writer.finish()
    }
}

public import Domain

/// D19: công văn yêu cầu bổ sung hồ sơ: all that is wanting in one list, so that a unit is asked once (domain.md 1.5).
public struct SupplementRequest: PaperSource, Hashable {
    public struct Entry: Sendable, Hashable {
        public let awardee: Awardee
        public let defects: [String]

        public init(_ awardee: Awardee, defects: [String]) {
            self.awardee = awardee
            self.defects = defects
        }
    }

    public static let kind = PaperKind.supplementRequest

    public let frame: PaperFrame
    public let addressee: String
    public let proposal: QuotedPaper
    public let entries: [Entry]
    /// Last day to supplement; nil: no day is set.
    public let until: CivilDate?

    public init(frame: PaperFrame, addressee: String, proposal: QuotedPaper, entries: [Entry], until: CivilDate?) {
        self.frame = frame
        self.addressee = addressee
        self.proposal = proposal
        self.entries = entries
        self.until = until
    }

    public var paper: OfficialPaper {
        var paper = frame.paper(.letter(abstract: "Bổ sung hồ sơ đề nghị khen thưởng"), signed: frame.signer.forBody)
        paper.addressees = [addressee]
        let columns = Awardee.columns + [PaperTable.Column("noi_dung", "Nội dung cần bổ sung", share: 44)]
        let rows = Awardee.rows(entries, awardee: \.awardee) { entry in
            [entry.defects.map { "- \($0.ending(with: "."))" }.joined(separator: "\n")]
        }
        paper.body = [
            .paragraph(
                """
                Qua kiểm tra hồ sơ kèm theo \(proposal.vietnamese), \(frame.issuer.name) đề nghị \(addressee) bổ sung hồ sơ của \
                \(Awardee.count(entries.map(\.awardee))) như sau:
                """), .table(PaperTable("danh_sach", columns: columns, rows: rows)),
            .paragraph(
                """
                Hồ sơ bổ sung gửi về \(frame.issuer.name)\(until.map { " chậm nhất \($0.inText)" } ?? ""). Thời gian chờ bổ sung không tính \
                vào thời hạn thẩm định; nội dung yêu cầu nêu trên là toàn bộ những thiếu sót của hồ sơ.
                """), .paragraph("Đề nghị \(addressee) quan tâm, thực hiện"),
        ]
        paper.fields = ["don_vi_de_nghi": addressee, "to_trinh": proposal.vietnamese]
        return paper
    }
}

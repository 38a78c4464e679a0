public import Domain

/// D19: thông báo không đủ điều kiện, tiêu chuẩn to who proposed, with the reasons and what can be done about it.
public struct RefusalNotice: PaperSource, Hashable {
    public struct Entry: Sendable, Hashable {
        public let awardee: Awardee
        public let reason: String

        public init(_ awardee: Awardee, reason: String) {
            self.awardee = awardee
            self.reason = reason
        }
    }

    public static let kind = PaperKind.refusalNotice

    public let frame: PaperFrame
    public let occasion: AwardOccasion
    /// Who proposed.
    public let addressee: String
    public let proposal: QuotedPaper
    public let entries: [Entry]
    /// Last day of a petition; nil: no day is set.
    public let petitionUntil: CivilDate?

    public init(
        frame: PaperFrame, occasion: AwardOccasion, addressee: String, proposal: QuotedPaper, entries: [Entry], petitionUntil: CivilDate?
    ) {
        self.frame = frame
        self.occasion = occasion
        self.addressee = addressee
        self.proposal = proposal
        self.entries = entries
        self.petitionUntil = petitionUntil
    }

    public var paper: OfficialPaper {
        let abstract = "Hồ sơ đề nghị khen thưởng không đủ điều kiện, tiêu chuẩn"
        var paper = frame.paper(.named("Thông báo", abstract: abstract), signed: frame.signer.forBody)
        paper.addressees = [addressee]
        var columns = Awardee.columns
        columns.append(.init("hinh_thuc", "Hình thức đề nghị", share: 18))
        columns.append(.init("ly_do", "Lý do", share: 34))
        let rows = Awardee.rows(entries, awardee: \.awardee) { [$0.awardee.formName, $0.reason] }
        let until = petitionUntil.map { " trước hết \($0.inText)" } ?? ""
        paper.body = [
            .paragraph(
                """
                Xét \(proposal.vietnamese), \(frame.issuer.name) thông báo \(Awardee.count(entries.map(\.awardee))) sau đây không đủ điều kiện, \
                tiêu chuẩn \(occasion.awarding)\(occasion.dated):
                """), .table(PaperTable("danh_sach", columns: columns, rows: rows)),
            .paragraph(
                """
                Nếu không thống nhất với kết quả nêu trên, \(addressee) gửi kiến nghị bằng văn bản kèm tài liệu chứng minh đến \
                \(frame.issuer.name)\(until) để được xem xét, trả lời.
                """),
            .paragraph("\(frame.issuer.name) thông báo để \(addressee) biết, thông tin đến tập thể, cá nhân có liên quan"),
        ]
        paper.fields = ["don_vi_de_nghi": addressee, "to_trinh": proposal.vietnamese]
        return paper
    }
}

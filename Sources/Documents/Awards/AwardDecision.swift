public import Domain

/// D13: quyết định tặng Bằng khen, Giấy khen with its list. It is the signer's own power: no TM. over his post, his title over the grounds
/// (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2).
public struct AwardDecision: PaperSource, Hashable {
    /// Who is rewarded, and with how much.
    public struct Entry: Sendable, Hashable {
        public let awardee: Awardee
        /// Nil: no money, or not reckoned yet.
        public let reward: Reward?
        /// VND, as it was recorded with the award: whatever the figures say since.
        public let recorded: Int?

        public init(_ awardee: Awardee, reward: Reward?, recorded: Int? = nil) {
            self.awardee = awardee
            self.reward = reward
            self.recorded = recorded
        }

        /// VND; only what rests on figures that a person has checked (``Reward/isVerified``).
        var amount: String { reward.flatMap { $0.isVerified ? VietnameseNumber.text(recorded ?? $0.amount) : nil } ?? "" }
    }

    public static let kind = PaperKind.awardDecision

    public let frame: PaperFrame
    public let occasion: AwardOccasion
    /// Thẩm quyền ban hành: `Chủ tịch Ủy ban nhân dân tỉnh Cà Mau`.
    public let authority: String
    /// What nobody has checked is not printed.
    public let grounds: [Citation]
    /// `Giám đốc Sở Nội vụ`, and the tờ trình that it made.
    public let proposer: String
    public let proposal: QuotedPaper
    public let entries: [Entry]
    /// From what the money is paid: `quỹ thi đua, khen thưởng của tỉnh`.
    public let fund: String
    /// Who carries it out: `Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ`.
    public let executors: String

    public init(
        frame: PaperFrame, occasion: AwardOccasion, authority: String, grounds: [Citation], proposer: String, proposal: QuotedPaper,
        entries: [Entry], fund: String, executors: String
    ) {
        self.frame = frame
        self.occasion = occasion
        self.authority = authority
        self.grounds = grounds
        self.proposer = proposer
        self.proposal = proposal
        self.entries = entries
        self.fund = fund
        self.executors = executors
    }

    public var paper: OfficialPaper {
        let awardees = entries.map(\.awardee)
        let abstract = "Về việc tặng \(Awardee.forms(awardees)) cho \(Awardee.subjects(awardees)) \(occasion.achievement)"
        var paper = frame.paper(.named("Quyết định", abstract: abstract), signed: frame.signer.ownPower)
        paper.authority = authority
        paper.grounds = grounds + [Citation("Theo đề nghị của \(proposer) tại \(proposal.vietnamese)", isVerified: true)]
        paper.body = articles(awardees)
        paper.appendices = [list(awardees)]
        paper.fields = ["so_luong": Awardee.count(awardees), "phong_trao": occasion.campaign, "tham_quyen": authority]
        return paper
    }

    private func articles(_ awardees: [Awardee]) -> [PaperBlock] {
        let money =
            entries.contains { !$0.amount.isEmpty }
            ? "Mức tiền thưởng kèm theo ghi tại danh sách, chi từ \(fund)."
            : "Tiền thưởng kèm theo thực hiện theo quy định, chi từ \(fund)."
        return [
            .centred("QUYẾT ĐỊNH:"),
            .article(
                1, heading: nil,
                text: """
                    Tặng \(Awardee.forms(awardees)) cho \(Awardee.count(awardees)) \(occasion.achievement)\(occasion.dated) (có danh sách \
                    kèm theo).
                    """), .article(2, heading: nil, text: money),
            .article(
                3, heading: nil,
                text: """
                    \(executors), Thủ trưởng các cơ quan, đơn vị có liên quan và các \(Awardee.subjects(awardees)) có tên tại Điều 1 chịu \
                    trách nhiệm thi hành Quyết định này, kể từ ngày ký
                    """),
        ]
    }

    private func list(_ awardees: [Awardee]) -> PaperAppendix {
        let hasMoney = entries.contains { !$0.amount.isEmpty }
        var columns = Awardee.columns
        columns.append(.init("thanh_tich", "Thành tích", share: 30))
        if hasMoney { columns.append(.init("tien_thuong", "Tiền thưởng (đồng)", share: 14, .right)) }
        let rows = Awardee.rows(entries, awardee: \.awardee) { entry in
            hasMoney ? [entry.awardee.achievement, entry.amount] : [entry.awardee.achievement]
        }
        return PaperAppendix(
            title: "Danh sách \(Awardee.subjects(awardees)) được tặng \(Awardee.forms(awardees))",
            body: [.table(PaperTable("danh_sach", columns: columns, rows: rows))] + Awardee.unconfirmed(awardees))
    }
}

import Domain

/// D8: tờ trình đề nghị khen thưởng of a unit, with its list.
public struct AwardProposal: PaperSource, Hashable {
    /// Who is proposed, and how its council voted.
    public struct Entry: Sendable, Hashable {
        public let awardee: Awardee
        /// `7/9 (77,7%)`; empty where no council voted.
        public let vote: String

        public init(_ awardee: Awardee, vote: String) {
            self.awardee = awardee
            self.vote = vote
        }
    }

    public static let kind = PaperKind.proposal

    public let frame: PaperFrame
    public let occasion: AwardOccasion
    /// To whom it is put: `Chủ tịch Ủy ban nhân dân tỉnh`.
    public let addressees: [String]
    /// Văn bản hướng dẫn; nil: none.
    public let guidance: QuotedPaper?
    /// Nil on the ad-hoc track.
    public let minutes: [QuotedPaper]
    public let entries: [Entry]
    /// Hồ sơ kèm theo, a line each.
    public let enclosures: [String]

    public init(
        frame: PaperFrame, occasion: AwardOccasion, addressees: [String], guidance: QuotedPaper?, minutes: [QuotedPaper], entries: [Entry],
        enclosures: [String]
    ) {
        self.frame = frame
        self.occasion = occasion
        self.addressees = addressees
        self.guidance = guidance
        self.minutes = minutes
        self.entries = entries
        self.enclosures = enclosures
    }

    public var paper: OfficialPaper {
        let awardees = entries.map(\.awardee)
        let abstract = "Về việc đề nghị tặng \(Awardee.forms(awardees)) cho \(Awardee.subjects(awardees)) \(occasion.achievement)"
        var paper = frame.paper(.named("Tờ trình", abstract: abstract), signed: frame.signer.forBody)
        paper.addressees = addressees
        paper.body = body(awardees)
        paper.appendices = [list(awardees)]
        paper.fields = ["so_luong": Awardee.count(awardees), "phong_trao": occasion.campaign]
        return paper
    }

    private func body(_ awardees: [Awardee]) -> [PaperBlock] {
        var reasons: [String] = []
        if let guidance { reasons.append("thực hiện \(guidance.vietnamese)") }
        reasons += minutes.map { "căn cứ \($0.vietnamese)" }
        let opening = reasons.joined(separator: "; ").startingLarge
        var blocks: [PaperBlock] = [
            .paragraph(
                """
                \(opening)\(opening.isEmpty ? "" : ", ")\(frame.issuer.name) kính trình \(addressees.first ?? "cấp có thẩm quyền") xem xét, \
                tặng \(Awardee.forms(awardees)) cho \(Awardee.count(awardees)) \(occasion.achievement)\(occasion.dated).
                """),
            .paragraph("Các tập thể, cá nhân được đề nghị có tên trong danh sách kèm theo Tờ trình này."),
        ]
        if !enclosures.isEmpty {
            blocks.append(.paragraph("Hồ sơ kèm theo gồm:"))
            blocks += PaperBlock.items(enclosures)
        }
        blocks.append(.paragraph("\(frame.issuer.name) kính trình \(addressees.first ?? "cấp có thẩm quyền") xem xét, quyết định"))
        return blocks
    }

    private func list(_ awardees: [Awardee]) -> PaperAppendix {
        // What no council voted on has no column for it.
        let isVoted = entries.contains { !$0.vote.isEmpty }
        var columns = Awardee.columns
        columns.append(.init("thanh_tich", "Tóm tắt thành tích", share: 32))
        if isVoted { columns.append(.init("ket_qua_hoi_dong", "Phiếu đồng ý của Hội đồng", share: 12, .centre)) }
        let rows = Awardee.rows(entries, awardee: \.awardee) { isVoted ? [$0.awardee.achievement, $0.vote] : [$0.awardee.achievement] }
        return PaperAppendix(
            title: "Danh sách đề nghị tặng \(Awardee.forms(awardees))",
            body: [.table(PaperTable("danh_sach", columns: columns, rows: rows))] + Awardee.unconfirmed(awardees))
    }
}

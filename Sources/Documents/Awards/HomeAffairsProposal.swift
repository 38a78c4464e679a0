import Domain

/// D12: tờ trình of Home Affairs to the Chairman, or of who keeps a unit's own awards to who signs there; the draft decision is an ``AwardDecision`` with an open number.
public struct HomeAffairsProposal: PaperSource, Hashable {
    public static let kind = PaperKind.homeAffairsProposal

    public let frame: PaperFrame
    public let occasion: AwardOccasion
    /// `Chủ tịch Ủy ban nhân dân tỉnh`.
    public let addressee: String
    public let appraisal: QuotedPaper
    /// Of every session of the provincial council that voted on somebody here; none on the ad-hoc track.
    public let minutes: [QuotedPaper]
    public let entries: [AwardProposal.Entry]
    /// Tiền thưởng, all of it in VND; nil where a figure it rests on is not checked.
    public let money: Int?
    /// Drafts of letters that go with it.
    public let letters: Int

    public init(
        frame: PaperFrame, occasion: AwardOccasion, addressee: String, appraisal: QuotedPaper, minutes: [QuotedPaper],
        entries: [AwardProposal.Entry], money: Int?, letters: Int
    ) {
        self.frame = frame
        self.occasion = occasion
        self.addressee = addressee
        self.appraisal = appraisal
        self.minutes = minutes
        self.entries = entries
        self.money = money
        self.letters = letters
    }

    public var paper: OfficialPaper {
        let awardees = entries.map(\.awardee)
        let abstract = "Về việc tặng \(Awardee.forms(awardees)) cho \(Awardee.subjects(awardees)) \(occasion.achievement)"
        var paper = frame.paper(.named("Tờ trình", abstract: abstract), signed: frame.signer.forBody)
        paper.addressees = [addressee]
        paper.body = body(awardees)
        // What no council voted on has no column for it.
        let isVoted = entries.contains { !$0.vote.isEmpty }
        var columns = Awardee.columns
        columns.append(.init("thanh_tich", "Tóm tắt thành tích", share: 32))
        if isVoted { columns.append(.init("ket_qua_hoi_dong", "Phiếu đồng ý của Hội đồng", share: 12, .centre)) }
        let rows = Awardee.rows(entries, awardee: \.awardee) { isVoted ? [$0.awardee.achievement, $0.vote] : [$0.awardee.achievement] }
        paper.appendices = [
            PaperAppendix(
                title: "Danh sách trình tặng \(Awardee.forms(awardees))",
                body: [.table(PaperTable("danh_sach", columns: columns, rows: rows))] + Awardee.unconfirmed(awardees))
        ]
        paper.fields = ["so_luong": Awardee.count(awardees), "phong_trao": occasion.campaign]
        return paper
    }

    private func body(_ awardees: [Awardee]) -> [PaperBlock] {
        let basis = ([appraisal] + minutes).map(\.vietnamese).joined(separator: "; ")
        var blocks: [PaperBlock] = [
            .paragraph(
                """
                Căn cứ \(basis), \(frame.issuer.name) kính trình \(addressee) xem xét, ký Quyết định tặng \(Awardee.forms(awardees)) cho \
                \(Awardee.count(awardees)) \(occasion.achievement)\(occasion.dated) (danh sách kèm theo).
                """)
        ]
        if let money {
            blocks.append(
                .paragraph("Tổng số tiền thưởng kèm theo: \(VietnameseNumber.text(money)) đồng, chi từ quỹ thi đua, khen thưởng của tỉnh."))
        }
        if letters > 0 {
            blocks.append(
                .paragraph("Trình kèm \(Awardee.padded(letters)) dự thảo Thư khen đối với tập thể đạt tỷ lệ vượt tiến độ, vượt chỉ tiêu."))
        }
        blocks.append(.paragraph("Gửi kèm: dự thảo Quyết định; Báo cáo thẩm định\(minutes.isEmpty ? "" : "; Biên bản họp Hội đồng")."))
        blocks.append(.paragraph("\(frame.issuer.name) kính trình \(addressee) xem xét, quyết định"))
        return blocks
    }
}

public import Domain

/// D18: phiếu chuyển khó khăn, vướng mắc to who is asked to solve it; once it is answered, with the answer.
public struct DifficultySlip: PaperSource, Hashable {
    public static let kind = PaperKind.difficultySlip

    public let frame: PaperFrame
    /// Name of the campaign.
    public let campaign: String
    /// The body that is asked to solve it.
    public let addressee: String
    /// The body that raised it.
    public let raiser: String
    public let detail: DifficultyDetail

    public init(frame: PaperFrame, campaign: String, addressee: String, raiser: String, detail: DifficultyDetail) {
        self.frame = frame
        self.campaign = campaign
        self.addressee = addressee
        self.raiser = raiser
        self.detail = detail
    }

    public var paper: OfficialPaper {
        let difficulty = detail.difficulty
        var paper = frame.paper(
            .named("Phiếu chuyển", abstract: "Khó khăn, vướng mắc trong thực hiện \(campaign)"), signed: frame.signer.forBody)
        paper.addressees = [addressee]
        var blocks: [PaperBlock] = [
            .paragraph(
                "\(frame.issuer.name) chuyển khó khăn, vướng mắc do \(raiser) nêu ngày \(difficulty.raisedOn.vietnamese) để xem xét, giải quyết:"
            ),
            .paragraph(difficulty.title.ending(with: ".")), .paragraph(difficulty.obstacle),
        ]
        if !difficulty.proposal.isEmpty { blocks.append(.paragraph("Đề xuất, kiến nghị của đơn vị: \(difficulty.proposal)")) }
        if !detail.items.isEmpty {
            blocks.append(.paragraph("Nhiệm vụ, chỉ tiêu liên quan:"))
            blocks += PaperBlock.items(
                detail.items.map { item in
                    "\(item.code) “\(item.title)”" + (item.dueOn.map { ", thời hạn \($0.vietnamese)" } ?? "")
                })
        }
        if let dueOn = detail.acts.last(where: { $0.step == .route })?.dueOn {
            blocks.append(
                .paragraph("Đề nghị trả lời đến hết ngày \(dueOn.vietnamese). Việc này không làm thay đổi thời hạn của nhiệm vụ, chỉ tiêu.")
            )
        }
        if difficulty.state == .answered || difficulty.state == .confirmed, let answer = detail.acts.last(where: { $0.step == .answer }) {
            let number = answer.documentNumber.isEmpty ? "" : " (văn bản số \(answer.documentNumber))"
            // A slip that goes out has one part; the answer makes it two.
            blocks.insert(.section("I. NỘI DUNG"), at: 1)
            blocks.append(.section("II. TRẢ LỜI"))
            blocks.append(.paragraph("Ngày \(answer.recordedOn.vietnamese)\(number): \(answer.words)"))
        }
        paper.body = blocks
        paper.fields = ["don_vi_neu": raiser, "phong_trao": campaign]
        return paper
    }
}

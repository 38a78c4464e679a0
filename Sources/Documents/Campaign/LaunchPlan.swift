public import Domain

/// D1: kế hoạch phát động of the province, from the campaign as it is kept: the same data that judges and clocks use, in the plan's words.
/// The Chairman's own act: signed without TM. (domain.md 2.3).
public struct LaunchPlan: PaperSource, Hashable {
    public static let kind = PaperKind.launchPlan

    public let campaign: Campaign
    public let archive: PaperArchive?

    public init(campaign: Campaign, archive: PaperArchive?) {
        self.campaign = campaign
        self.archive = archive
    }

    public var paper: OfficialPaper {
        let plan = campaign.paper
        var paper = OfficialPaper(
            issuer: PaperIssuer(parent: nil, name: plan.issuer), number: PaperNumber(plan.number, symbol: plan.symbol),
            date: PaperDate(plan.place, signedOn: plan.date), form: .named(plan.type, abstract: plan.abstract),
            signatures: [PaperSignature([plan.signer.post], name: plan.signer.name)])
        // What is printed may already end with the line on where it is kept.
        paper.recipients = campaign.recipients.filter { archive == nil || !$0.hasPrefix("Lưu") }
        paper.archive = archive
        paper.body = [.paragraph(campaign.preamble)]
        for part in [purposes, frame, content, awards, duties, closing] { paper.body += part }
        paper.fields = ["phong_trao": campaign.name]
        return paper
    }

    private var purposes: [PaperBlock] {
        var blocks: [PaperBlock] = [.section("I. MỤC ĐÍCH, YÊU CẦU"), .heading("1. Mục đích")]
        blocks += PaperBlock.dashes(campaign.purposes)
        blocks.append(.heading("2. Yêu cầu"))
        blocks += PaperBlock.dashes(campaign.requirements)
        return blocks
    }

    private var frame: [PaperBlock] {
        var blocks: [PaperBlock] = [
            .section("II. ĐỐI TƯỢNG, THỜI GIAN, HÌNH THỨC TỔ CHỨC"),
            .clause(1, heading: nil, text: "Đối tượng: \(campaign.subjects.words)"),
            .clause(2, heading: nil, text: "Thời gian: \(campaign.duration.words)"),
        ]
        blocks += PaperBlock.dashes(campaign.phases.map { "\($0.name): \($0.words)" })
        blocks.append(.clause(3, heading: "Hình thức tổ chức", text: ""))
        blocks += PaperBlock.dashes(campaign.launch.words)
        return blocks
    }

    private var content: [PaperBlock] {
        var blocks: [PaperBlock] = [.section("III. NỘI DUNG THI ĐUA")]
        for (index, group) in campaign.content.enumerated() {
            blocks.append(.clause(index + 1, heading: nil, text: group.words))
            blocks += PaperBlock.dashes(group.tasks.map(\.words))
        }
        return blocks
    }

    private var awards: [PaperBlock] {
        var blocks: [PaperBlock] = [
            .section("IV. ĐỐI TƯỢNG, TIÊU CHUẨN VÀ HÌNH THỨC KHEN THƯỞNG"), .clause(1, heading: "Đối tượng khen thưởng", text: ""),
            .paragraph("- Tập thể: \(campaign.awards.collectives.words)"), .paragraph("- Cá nhân: \(campaign.awards.individuals.words)"),
            .clause(2, heading: "Tiêu chuẩn và hình thức khen thưởng", text: ""),
        ]
        for (index, review) in campaign.awards.reviews.enumerated() {
            blocks += [.point(index + 1, "\(review.name):"), .paragraph(review.words)]
            blocks += PaperBlock.paragraphs(review.conditions.map { "+ \($0.words)" })
            if let letter = review.letter { blocks.append(.paragraph(letter.words)) }
            if let individuals = review.individuals { blocks.append(.paragraph(individuals.words)) }
        }
        let others = campaign.awards.adHoc.map(\.words) + campaign.awards.ownPower.map(\.words)
        for (index, words) in others.enumerated() { blocks.append(.point(campaign.awards.reviews.count + index + 1, words)) }
        return blocks
    }

    private var duties: [PaperBlock] {
        var blocks: [PaperBlock] = [.section("V. NHIỆM VỤ, GIẢI PHÁP")]
        for (index, body) in campaign.duties.enumerated() {
            if body.duties.count == 1 {
                blocks.append(.clause(index + 1, heading: nil, text: "\(body.body): \(body.duties[0])"))
            } else {
                blocks.append(.heading("\(index + 1). \(body.body)"))
                blocks += PaperBlock.dashes(body.duties)
            }
        }
        return blocks
    }

    private var closing: [PaperBlock] {
        [.section("VI. TỔ CHỨC THỰC HIỆN"), .paragraph(campaign.difficulties.words), .paragraph(campaign.closing)]
    }
}

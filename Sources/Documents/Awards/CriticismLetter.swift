import Domain

/// D7: văn bản phê bình of the Chairman, from facts of the ledger, after the one concerned could explain (A67). His own act: no TM.
public struct CriticismLetter: PaperSource, Hashable {
    public static let kind = PaperKind.criticism

    public let frame: PaperFrame
    /// `Chủ tịch Ủy ban nhân dân tỉnh`.
    public let sender: String
    public let addressee: String
    public let occasion: AwardOccasion
    /// What was found: a line for each item, with code, due date and how late.
    public let facts: [String]
    /// The explanation in short; nil: none came in its time.
    public let explanation: String?
    /// What has to be done, a line each.
    public let orders: [String]
    /// Nhắc nhở instead of phê bình.
    public let isReminder: Bool

    public init(
        frame: PaperFrame, sender: String, addressee: String, occasion: AwardOccasion, facts: [String], explanation: String?,
        orders: [String], isReminder: Bool = false
    ) {
        self.frame = frame
        self.sender = sender
        self.addressee = addressee
        self.occasion = occasion
        self.facts = facts
        self.explanation = explanation
        self.orders = orders
        self.isReminder = isReminder
    }

    public var paper: OfficialPaper {
        var paper = frame.paper(
            .letter(abstract: "\(isReminder ? "Nhắc nhở" : "Phê bình") việc chậm trễ trong thực hiện nhiệm vụ, chỉ tiêu được giao"),
            signed: frame.signer.ownPower)
        paper.addressees = [addressee]
        paper.body = body
        paper.fields = ["nguoi_gui": sender, "phong_trao": occasion.campaign]
        return paper
    }

    private var body: [PaperBlock] {
        let plan = occasion.campaign
        var blocks: [PaperBlock] = [
            .paragraph("Qua theo dõi việc thực hiện nhiệm vụ, chỉ tiêu được giao trong \(plan)\(occasion.dated), \(sender) nhận thấy:")
        ]
        blocks += PaperBlock.items(facts)
        if let explanation {
            blocks.append(.paragraph("Về nội dung giải trình: \(explanation.ending(with: "."))"))
        } else {
            blocks.append(.paragraph("Quá thời hạn, chưa nhận được giải trình."))
        }
        blocks.append(.paragraph("\(sender) \(isReminder ? "nhắc nhở" : "phê bình") \(addressee) về những thiếu sót nêu trên và yêu cầu:"))
        blocks += PaperBlock.numbered(orders)
        blocks.append(.paragraph("\(sender) yêu cầu \(addressee) nghiêm túc thực hiện"))
        return blocks
    }
}

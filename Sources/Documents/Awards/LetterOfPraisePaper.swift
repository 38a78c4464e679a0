import Domain

/// D14: thư khen, a thư công: it has no number and no symbol, brings no money, and is signed by the head himself (A52; domain.md 2.3).
public struct LetterOfPraisePaper: PaperSource, Hashable {
    public static let kind = PaperKind.letterOfPraise

    public let frame: PaperFrame
    /// `Chủ tịch Ủy ban nhân dân tỉnh Cà Mau`.
    public let sender: String
    public let addressee: String
    public let occasion: AwardOccasion
    /// What is praised: the share of items ahead of time or above target, or the deed; a paragraph each.
    public let deeds: [String]

    public init(frame: PaperFrame, sender: String, addressee: String, occasion: AwardOccasion, deeds: [String]) {
        self.frame = frame
        self.sender = sender
        self.addressee = addressee
        self.occasion = occasion
        self.deeds = deeds
    }

    public var paper: OfficialPaper {
        var frame = frame
        frame.number = nil
        var paper = frame.paper(.courtesy("Thư khen"), signed: frame.signer.ownPower)
        paper.addressees = [addressee]
        paper.body = [.paragraph("\(sender) nhiệt liệt biểu dương, khen ngợi \(addressee) \(occasion.achievement)\(occasion.dated).")]
        paper.body += PaperBlock.paragraphs(deeds)
        paper.body += [
            .paragraph(
                """
                Kết quả đó thể hiện tinh thần trách nhiệm, sự chủ động, sáng tạo trong thực hiện nhiệm vụ được giao. \(sender) mong rằng \
                tinh thần ấy tiếp tục được phát huy, lan tỏa đến từng tập thể, cá nhân, góp phần hoàn thành tốt các nhiệm vụ, chỉ tiêu \
                của phong trào thi đua.
                """), .paragraph("Chúc sức khỏe, hạnh phúc và thành công!"),
        ]
        paper.fields = ["nguoi_gui": sender, "phong_trao": occasion.campaign]
        return paper
    }
}

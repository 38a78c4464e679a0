public import Domain

/// D6: công văn đôn đốc of the Office to one unit, with what is overdue there as its table.
public struct UrgingLetter: PaperSource, Hashable {
    public static let kind = PaperKind.urgingLetter

    public let frame: PaperFrame
    /// Name of the campaign.
    public let campaign: String
    public let addressee: String
    /// Of which day it speaks.
    public let asOf: CivilDate
    /// Until when the unit is asked to say why.
    public let answerBy: CivilDate
    /// At least one.
    public let items: [OverdueItem]

    public init(frame: PaperFrame, campaign: String, addressee: String, asOf: CivilDate, answerBy: CivilDate, items: [OverdueItem]) {
        self.frame = frame
        self.campaign = campaign
        self.addressee = addressee
        self.asOf = asOf
        self.answerBy = answerBy
        self.items = items
    }

    public var paper: OfficialPaper {
        var paper = frame.paper(.letter(abstract: "đôn đốc thực hiện nhiệm vụ, chỉ tiêu quá hạn"), signed: frame.signer.ownPower)
        paper.addressees = [addressee]
        let longest = items.map(\.days).max() ?? 0
        paper.body = [
            .paragraph(
                "Qua theo dõi việc thực hiện nhiệm vụ, chỉ tiêu của \(campaign), tính đến \(asOf.vietnamese), \(addressee) còn \(items.count) nhiệm vụ, chỉ tiêu quá hạn, lâu nhất \(longest) ngày."
            )
        ]
        let repeated = items.filter { !$0.urgings.isEmpty }
        if !repeated.isEmpty {
            paper.body.append(
                .paragraph(
                    "Trong đó \(repeated.count) nhiệm vụ, chỉ tiêu đã được đôn đốc mà chưa hoàn thành: \(Self.letters(repeated)). Văn bản này đôn đốc lại các nhiệm vụ, chỉ tiêu đó."
                ))
        }
        paper.body += [
            .paragraph("\(frame.issuer.name) đề nghị \(addressee):")
        ]
        paper.body += PaperBlock.numbered([
            "Tập trung hoàn thành các nhiệm vụ, chỉ tiêu quá hạn nêu tại Phụ lục kèm theo và cập nhật kết quả, minh chứng",
            """
            Làm rõ nguyên nhân, trách nhiệm đối với từng nhiệm vụ, chỉ tiêu quá hạn và thời gian hoàn thành, gửi \(frame.issuer.name) trước \
            ngày \(answerBy.vietnamese)
            """,
            "Kịp thời báo cáo khó khăn, vướng mắc vượt thẩm quyền để được xem xét, giải quyết",
        ])
        paper.appendices = [PaperAppendix(title: "Nhiệm vụ, chỉ tiêu quá hạn", body: [.table(list)])]
        paper.fields = ["phong_trao": campaign, "so_luong": "\(items.count)"]
        return paper
    }

    private static func letters(_ items: [OverdueItem]) -> String {
        var named: [String] = []
        for urging in items.flatMap(\.urgings) where !named.contains(urging.vietnamese) { named.append(urging.vietnamese) }
        return named.joined(separator: "; ")
    }

    private var list: PaperTable {
        let columns: [PaperTable.Column] = [
            .init("stt", "TT", share: 6, .centre), .init("noi_dung", "Nhiệm vụ, chỉ tiêu", share: 29),
            .init("nguon", "Văn bản giao", share: 18),
            .init("thoi_han", "Thời hạn", share: 15, .centre), .init("qua_han", "Số ngày quá hạn", share: 9, .centre),
            .init("giao", "Bên giao", share: 12), .init("da_don_doc", "Đã đôn đốc", share: 11),
        ]
        let rows = items.enumerated().map { index, item in
            PaperTable.Row.cells([
                "\(index + 1)", item.title, item.source, item.due, "\(item.days)", item.giver,
                item.urgings.map(\.vietnamese).joined(separator: "; "),
            ])
        }
        return PaperTable("qua_han", columns: columns, rows: rows)
    }
}

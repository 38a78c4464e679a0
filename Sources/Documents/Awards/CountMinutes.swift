import Domain

/// D10: biên bản kiểm phiếu of a council's secret ballot.
public struct CountMinutes: PaperSource, Hashable {
    public static let kind = PaperKind.countMinutes

    public let frame: PaperFrame
    public let occasion: AwardOccasion
    public let meeting: CouncilMeeting
    /// Tổ kiểm phiếu, its leader first.
    public let counters: [String]

    public init(frame: PaperFrame, occasion: AwardOccasion, meeting: CouncilMeeting, counters: [String]) {
        self.frame = frame
        self.occasion = occasion
        self.meeting = meeting
        self.counters = counters
    }

    public var paper: OfficialPaper {
        let abstract = "Kiểm phiếu xét \(occasion.awarding) của \(meeting.council)"
        let leader = PaperSignature(["Tổ trưởng tổ kiểm phiếu"], name: counters.first ?? "")
        var paper = frame.paper(.named("Biên bản", abstract: abstract), signed: leader)
        paper.signatures = [PaperSignature(["Thư ký"], name: meeting.secretary?.name ?? ""), leader]
        paper.body = opening + results
        paper.fields = ["hoi_dong": meeting.council, "dia_diem": meeting.place]
        return paper
    }

    private var opening: [PaperBlock] {
        var blocks: [PaperBlock] = [
            .paragraph("Thời gian: \(CouncilMeeting.time(meeting.from)), \(meeting.heldOn.inWords)."),
            .paragraph("Địa điểm: \(meeting.place)."), .paragraph("Tổ kiểm phiếu gồm:"),
        ]
        blocks += PaperBlock.numbered(counters.enumerated().map { index, name in "\(name) - \(index == 0 ? "Tổ trưởng" : "Thành viên")" })
        let (present, absent) = (Awardee.padded(meeting.present.count), Awardee.padded(meeting.absent.count))
        let came = meeting.isInWriting ? "" : "; có mặt: \(present); vắng mặt: \(absent)"
        blocks.append(.paragraph("Tổng số thành viên \(meeting.council): \(Awardee.padded(meeting.members.count))\(came)."))
        return blocks
    }

    private var results: [PaperBlock] {
        let added: [PaperTable.Column] = [
            .init("bieu_quyet", "Người biểu quyết", share: 12, .centre), .init("dong_y", "Đồng ý", share: 14, .centre),
            .init("khong_dong_y", "Không đồng ý", share: 12, .centre),
            .init("phieu_trang", "Trắng, không hợp lệ, không nộp", share: 13, .centre),
            .init("van_ban", "Trong đó bằng văn bản", share: 12, .centre),
        ]
        let rows = Awardee.rows(meeting.items.filter { $0.method != .showOfHands }, awardee: \.awardee) { item in
            [
                "\(item.votes)", QuotedShare(item.yes, of: item.base).text, "\(item.no)", "\(item.blank)", "\(item.tally.written)",
            ]
        }
        return [
            .paragraph("Kết quả kiểm phiếu:"),
            .table(PaperTable("ket_qua", columns: Awardee.columns + added, rows: rows)),
            .paragraph("Kết quả kiểm phiếu đã được \(meeting.isInWriting ? "gửi đến các thành viên" : "công bố trước") Hội đồng"),
        ]
    }
}

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
        // Who was asked in writing got no ballot.
        let isInWriting = meeting.isInWriting
        let added: [PaperTable.Column] = [
            .init("bieu_quyet", isInWriting ? "Người cho ý kiến" : "Phiếu phát ra", share: 10, .centre),
            .init("hop_le", "Hợp lệ", share: 9, .centre), .init("dong_y", "Đồng ý", share: 14, .centre),
            .init("khong_dong_y", "Không đồng ý", share: 11, .centre),
            .init("phieu_trang", "Trắng, không hợp lệ, không nộp", share: 12, .centre),
            .init("van_ban", "Trong đó bằng văn bản", share: 11, .centre),
        ]
        let rows = Awardee.rows(meeting.items.filter { $0.method != .showOfHands }, awardee: \.awardee) { item in
            [
                "\(isInWriting ? item.votes : item.votes - item.tally.written)", "\(item.yes + item.no)",
                QuotedShare(item.yes, of: item.base).text, "\(item.no)", "\(item.blank)", "\(item.tally.written)",
            ]
        }
        var blocks: [PaperBlock] = [
            .paragraph("Kết quả kiểm phiếu:"), .table(PaperTable("ket_qua", columns: Awardee.columns + added, rows: rows)),
        ]
        // How many came back is not counted apart from those that were blank.
        if !isInWriting { blocks.append(.paragraph("Số phiếu thu về (Tổ kiểm phiếu ghi): ……")) }
        blocks.append(
            .paragraph("Kết quả kiểm phiếu đã được \(isInWriting ? "gửi đến các thành viên" : "công bố trước") Hội đồng"))
        return blocks
    }
}

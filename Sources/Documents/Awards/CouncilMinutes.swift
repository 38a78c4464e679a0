import Domain

/// D10: biên bản họp Hội đồng Thi đua - Khen thưởng, by mẫu 1.9 of NĐ 30/2020/NĐ-CP: begin, place, who came, who led, what was done, end. Where
/// the council answered in writing, nobody came and nothing ended: the minutes say whom it asked.
public struct CouncilMinutes: PaperSource, Hashable {
    public static let kind = PaperKind.councilMinutes

    /// Its number is the council's own series where it uses the agency's seal (Phụ lục I, mục II, khoản 3a).
    public let frame: PaperFrame
    public let occasion: AwardOccasion
    public let meeting: CouncilMeeting
    /// Post in the agency of who led, over the name; nil: the council has a seal of its own.
    public let chairAgencyPost: String?

    public init(frame: PaperFrame, occasion: AwardOccasion, meeting: CouncilMeeting, chairAgencyPost: String?) {
        self.frame = frame
        self.occasion = occasion
        self.meeting = meeting
        self.chairAgencyPost = chairAgencyPost
    }

    public var paper: OfficialPaper {
        let abstract = "\(meeting.isInWriting ? "Lấy ý kiến bằng văn bản của" : "Họp") \(meeting.council) xét \(occasion.awarding)"
        let secretary = PaperSignature(["Thư ký"], name: meeting.secretary?.name ?? "")
        let chair = PaperSignature(["Chủ trì"], name: meeting.chair?.name ?? "", agencyPost: chairAgencyPost)
        var paper = frame.paper(.named("Biên bản", abstract: abstract), signed: chair)
        paper.signatures = [secretary, chair]
        for part in [opening, people, proceedings, results, end] { paper.body += part }
        paper.fields = ["hoi_dong": meeting.council, "dia_diem": meeting.place]
        return paper
    }

    private var opening: [PaperBlock] {
        if meeting.isInWriting {
            return [
                .paragraph("Thời gian lấy ý kiến: \(meeting.heldOn.inWords)."), .paragraph("Nơi lập biên bản: \(meeting.place)."),
            ]
        }
        return [
            .paragraph("Thời gian bắt đầu: \(CouncilMeeting.time(meeting.from)), \(meeting.heldOn.inWords)."),
            .paragraph("Địa điểm: \(meeting.place)."),
        ]
    }

    private var people: [PaperBlock] {
        let (count, all) = (Awardee.padded(meeting.present.count), Awardee.padded(meeting.members.count))
        var blocks: [PaperBlock]
        if meeting.isInWriting {
            blocks = [.paragraph("Lấy ý kiến của \(all) thành viên \(meeting.council), gồm:")]
            blocks += PaperBlock.items(meeting.members.map(\.line))
        } else {
            blocks = [.paragraph("Thành phần tham dự: \(count)/\(all) thành viên \(meeting.council), gồm:")]
            blocks += PaperBlock.items(meeting.present.map(\.line))
            let absent = meeting.absent.map(\.line).joined(separator: "; ")
            blocks.append(.paragraph("Vắng mặt: \(absent.isEmpty ? "không" : absent)."))
            if !meeting.writers.isEmpty {
                blocks.append(.paragraph("Có ý kiến bằng văn bản của thành viên vắng mặt, được tính vào kết quả biểu quyết:"))
                blocks += PaperBlock.items(meeting.writers.map { "\($0.line): về \(Awardee.padded($0.wrote)) hồ sơ" })
            }
        }
        blocks.append(.paragraph("Chủ trì: \(meeting.chair.map(\.line) ?? "……")."))
        blocks.append(.paragraph("Thư ký: \(meeting.secretary.map(\.line) ?? "……")."))
        return blocks
    }

    private var proceedings: [PaperBlock] {
        let count = Awardee.count(meeting.items.map(\.awardee))
        var blocks: [PaperBlock] = [
            .section("I. NỘI DUNG"),
            .paragraph(
                "1. Thư ký \(meeting.isInWriting ? "gửi đến các thành viên" : "báo cáo") hồ sơ đề nghị khen thưởng của \(count) "
                    + "\(occasion.achievement)\(occasion.dated)."),
            .paragraph(
                "2. \(meeting.isInWriting ? "Từng thành viên" : "Hội đồng") xem xét từng trường hợp, đối chiếu tiêu chuẩn và kết quả xét theo bản chốt số liệu."
            ),
            .paragraph("3. Hội đồng biểu quyết theo hình thức: \(methods)."),
        ]
        blocks += PaperBlock.items(meeting.rules)
        let recused = meeting.items.flatMap { item in item.recused.map { "\($0) (hồ sơ của \(item.awardee.name))" } }
        if !recused.isEmpty {
            blocks.append(.paragraph("4. Không tham gia biểu quyết:"))
            blocks += PaperBlock.items(recused)
        }
        return blocks
    }

    private var methods: String {
        CouncilRule.Method.allCases.filter { method in meeting.items.contains { $0.method == method } }.map(\.vietnamese)
            .joined(separator: ", ")
    }

    private var results: [PaperBlock] {
        let outcome = PaperTable.Column("ket_qua", "Kết quả", share: 15, .centre)
        let columns = Awardee.columns + CouncilMeeting.countColumns + [outcome]
        let rows = Awardee.rows(meeting.items, awardee: \.awardee) { CouncilMeeting.cells($0) + [$0.outcome.vietnamese] }
        let passed = meeting.items.filter { $0.outcome == .passed }.map(\.awardee)
        var blocks: [PaperBlock] = [.section("II. KẾT QUẢ"), .table(PaperTable("ket_qua", columns: columns, rows: rows))]
        blocks += PaperBlock.items(meeting.items.compactMap(\.partsLine))
        blocks.append(
            .paragraph(
                passed.isEmpty
                    ? "Không có trường hợp nào được Hội đồng thông qua."
                    : "Hội đồng thông qua \(Awardee.count(passed)), đề nghị tặng \(Awardee.forms(passed))."))
        return blocks
    }

    private var end: [PaperBlock] {
        if meeting.isInWriting {
            return [.paragraph("Biên bản được lập theo ý kiến bằng văn bản của các thành viên, lưu kèm các văn bản đó")]
        }
        return [
            .paragraph(
                """
                Cuộc họp kết thúc vào \(CouncilMeeting.time(meeting.to)), \(meeting.heldOn.inWords). Biên bản đã được đọc lại cho các thành \
                viên cùng nghe và thống nhất
                """
            )
        ]
    }
}

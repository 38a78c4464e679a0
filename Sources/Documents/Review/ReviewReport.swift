import Domain

/// D17: báo cáo sơ kết, tổng kết of the Office to the Chairman and Ban Thi đua - Khen thưởng Trung ương: how the campaign
/// was carried out and what came of it in short, then the lists.
public struct ReviewReport: PaperSource, Hashable {
    public static let kind = PaperKind.reviewReport

    public let frame: PaperFrame
    public let addressees: [String]
    public let matter: ReviewMatter

    public init(frame: PaperFrame, addressees: [String], matter: ReviewMatter) {
        self.frame = frame
        self.addressees = addressees
        self.matter = matter
    }

    public static func == (lhs: ReviewReport, rhs: ReviewReport) -> Bool { lhs.paper == rhs.paper }
    public func hash(into hasher: inout Hasher) { hasher.combine(paper) }

    public var paper: OfficialPaper {
        var paper = frame.paper(
            .named("Báo cáo", abstract: "\(matter.review.startingLarge) \(matter.campaign)"), signed: frame.signer.ownPower)
        paper.addressees = addressees
        paper.body = [
            .paragraph("\(frame.issuer.name) báo cáo \(matter.review) \(matter.campaign), \(matter.standing), như sau:")
        ]
        let parts = [
            ("TỔ CHỨC THỰC HIỆN", conduct), ("KẾT QUẢ THỰC HIỆN", results), ("KHEN THƯỞNG", awarded),
            ("KHÓ KHĂN, VƯỚNG MẮC VÀ KIẾN NGHỊ", hindered),
        ].filter { !$0.1.isEmpty }
        for (index, (title, part)) in parts.enumerated() {
            paper.body += [.section("\(OfficialPaper.roman(index + 1)). \(title)")] + part
        }
        paper.appendices = [PaperAppendix(title: "Kết quả xét của các cơ quan, đơn vị", body: [.table(matter.verdictTable)])]
        if !matter.awards.isEmpty || !matter.sent.isEmpty {
            paper.appendices.append(PaperAppendix(title: "Danh sách khen thưởng", body: [.table(list)]))
        }
        if let followings = matter.conduct?.followings, !followings.isEmpty {
            paper.appendices.append(
                PaperAppendix(title: "Thành viên Hội đồng theo dõi cơ quan, đơn vị", body: [.table(Self.following(followings))]))
        }
        let said = said
        if !said.isEmpty { paper.appendices.append(PaperAppendix(title: "Khó khăn, vướng mắc và kiến nghị", body: said)) }
        paper.fields = ["phong_trao": matter.campaign]
        return paper
    }

    private var conduct: [PaperBlock] {
        guard let conduct = matter.conduct else { return [] }
        let findings = conduct.visits.reduce(0) { $0 + $1.findings.count }
        let units = Set(conduct.visits.map(\.tenant)).count
        let members = Set(conduct.followings.map(\.person)).count
        let followed = Set(conduct.followings.map(\.followed)).count
        return PaperBlock.numbered([
            "Phát động: \(conduct.launched.firstTier.vietnamese) cơ quan, đơn vị, trong đó muộn \(conduct.launched.firstTier.late); kể cả đơn vị trực thuộc \(conduct.launched.all.vietnamese)",
            "Tuyên truyền trên báo chí: \(CoverageCount.words(conduct.coverage))",
            conduct.visits.isEmpty
                ? "Kiểm tra: chưa tổ chức"
                : "Kiểm tra: \(conduct.visits.count) cuộc tại \(units) cơ quan, đơn vị; tồn tại, hạn chế được kết luận \(findings)",
            members == 0 ? "Theo dõi: chưa phân công" : "Theo dõi: \(members) thành viên Hội đồng theo dõi \(followed) cơ quan, đơn vị",
        ])
    }

    private static func following(_ followings: [Following]) -> PaperTable {
        let columns: [PaperTable.Column] = [
            .init("stt", "TT", share: 6, .centre), .init("ten", "Cơ quan, đơn vị", share: 34),
            .init("thanh_vien", "Thành viên Hội đồng", share: 28), .init("thoi_gian", "Thời gian theo dõi", share: 32),
        ]
        let rows = followings.enumerated().map { index, one in
            let time = "từ \(one.from.vietnamese)" + (one.through.map { " đến \($0.vietnamese)" } ?? "")
            return PaperTable.Row.cells(["\(index + 1)", one.followedName, one.memberName, time])
        }
        return PaperTable("theo_doi", columns: columns, rows: rows)
    }

    private var results: [PaperBlock] {
        let sum = matter.sum
        let failed = sum.failures.map { "\($0.words) \($0.count)" }
        return PaperBlock.numbered([
            "Số cơ quan, đơn vị được xét: \(sum.units); số nhiệm vụ, chỉ tiêu được xét: \(sum.counted), đến hạn trước sơ kết \(sum.s1), đến hạn sau sơ kết \(sum.s2)",
            """
            Kết quả xét: đạt \(sum[.pass]), không đạt \(sum[.fail]), chờ Hội đồng kết luận \(sum[.pending]), chưa đủ căn cứ xét \
            \(sum[.insufficientBasis])
            """,
            "Vượt tiến độ, vượt chỉ tiêu: \(sum.share); đủ điều kiện Thư khen \(sum.letters) đơn vị; số cá nhân được đề nghị \(sum.individuals)",
            "Lý do không đạt: \(failed.isEmpty ? "không" : failed.joined(separator: "; "))",
        ])
    }

    private var awarded: [PaperBlock] {
        let collectives = matter.awards.count { $0.subject == .collective }
        guard !matter.awards.isEmpty || !matter.sent.isEmpty else { return [.paragraph("Chưa có quyết định khen thưởng.")] }
        return PaperBlock.numbered([
            "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: \(collectives) tập thể, \(matter.awards.count - collectives) cá nhân",
            "Thư khen: \(matter.sent.count) tập thể",
        ])
    }

    private var hindered: [PaperBlock] {
        PaperBlock.numbered([
            "Khó khăn, vướng mắc chưa giải quyết xong khi chốt số liệu: \(matter.difficulties.count)",
            "Số cơ quan, đơn vị có kiến nghị: \(matter.words.count { !$0.words.proposals.isEmpty })",
        ])
    }

    private var list: PaperTable {
        let columns: [PaperTable.Column] = [
            .init("stt", "TT", share: 6, .centre), .init("ten", "Tên tập thể, cá nhân", share: 30),
            .init("don_vi", "Chức vụ, đơn vị", share: 30),
            .init("hinh_thuc", "Hình thức", share: 16), .init("quyet_dinh", "Quyết định", share: 18),
        ]
        let awards = matter.awards.map { award -> [String] in
            [
                award.printedName, [award.printedPost, award.awardee.tenantName].filter { !$0.isEmpty }.joined(separator: ", "),
                "Bằng khen",
                "\(award.decision.number) ngày \(award.decision.signedOn.vietnamese)" + (award.amended.map { "; \($0.vietnamese)" } ?? ""),
            ]
        }
        let letters = matter.sent.map { letter -> [String] in
            [letter.name, "", "Thư khen", letter.answer.map { "ngày \($0.signedOn.vietnamese)" } ?? ""]
        }
        let rows = (awards + letters).enumerated().map { PaperTable.Row.cells(["\($0.offset + 1)"] + $0.element) }
        return PaperTable("khen_thuong", columns: columns, rows: rows)
    }

    private var said: [PaperBlock] {
        var blocks: [PaperBlock] = []
        if !matter.difficulties.isEmpty {
            blocks.append(.heading("Chưa giải quyết xong"))
            blocks += PaperBlock.dashes(matter.difficulties.map { "\($0.placeName): \($0.title) (\($0.state.vietnamese))" })
        }
        for (unit, words) in matter.words {
            let texts = [("Khó khăn, vướng mắc", words.difficulties), ("Đề xuất, kiến nghị", words.proposals)].filter { !$0.1.isEmpty }
            guard !texts.isEmpty else { continue }
            blocks.append(.heading(unit))
            blocks += PaperBlock.dashes(texts.map { "\($0.0): \($0.1)" })
        }
        return blocks
    }
}

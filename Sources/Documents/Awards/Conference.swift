public import Domain

/// The conference at which awards are presented.
public struct Conference: Sendable, Hashable {
    public let name: String
    /// `08 giờ 00`.
    public let time: String
    public let heldOn: CivilDate
    public let place: String
    public let chair: String

    public init(name: String, time: String, heldOn: CivilDate, place: String, chair: String) {
        self.name = name
        self.time = time
        self.heldOn = heldOn
        self.place = place
        self.chair = chair
    }

    var moment: String { "\(time), \(heldOn.inWords)" }
}

/// D16: giấy mời (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.6).
public struct Invitation: PaperSource, Hashable {
    public static let kind = PaperKind.invitation

    public let frame: PaperFrame
    public let conference: Conference
    public let guests: [String]
    /// What guests have to know or bring, a line each.
    public let remarks: [String]
    /// Above them; nil: they stand for themselves.
    public let announcement: String?

    public init(frame: PaperFrame, conference: Conference, guests: [String], remarks: [String], before announcement: String? = nil) {
        self.frame = frame
        self.conference = conference
        self.guests = guests
        self.remarks = remarks
        self.announcement = announcement
    }

    public var paper: OfficialPaper {
        var paper = frame.paper(.named("Giấy mời", abstract: conference.name), signed: frame.signer.forBody)
        paper.body = [
            .paragraph("\(frame.issuer.name) trân trọng kính mời: \(guests.joined(separator: "; "))."),
            .paragraph("Tới dự: \(conference.name)."), .paragraph("Chủ trì: \(conference.chair)."),
            .paragraph("Thời gian: \(conference.moment)."), .paragraph("Địa điểm: \(conference.place)."),
        ]
        if let announcement, !remarks.isEmpty { paper.body.append(.paragraph(announcement)) }
        paper.body += PaperBlock.items(remarks)
        paper.body.append(.paragraph("Rất mong sự có mặt của quý đại biểu"))
        paper.fields = ["hoi_nghi": conference.name, "thoi_gian": conference.moment, "dia_diem": conference.place]
        return paper
    }
}

/// D16: kịch bản hội nghị: what happens when, and who receives what from whom.
public struct ConferenceScript: PaperSource, Hashable {
    public struct Step: Sendable, Hashable {
        /// `08 giờ 15`.
        public let time: String
        public let action: String
        public let by: String

        public init(_ time: String, _ action: String, by: String) {
            self.time = time
            self.action = action
            self.by = by
        }
    }

    /// One who receives, in the order of the presentation.
    public struct Presentation: Sendable, Hashable {
        public let awardee: Awardee
        /// Who hands it over.
        public let presenter: String

        public init(_ awardee: Awardee, presenter: String) {
            self.awardee = awardee
            self.presenter = presenter
        }
    }

    public static let kind = PaperKind.conferenceScript

    public let frame: PaperFrame
    public let conference: Conference
    public let steps: [Step]
    public let presentations: [Presentation]

    public init(frame: PaperFrame, conference: Conference, steps: [Step], presentations: [Presentation]) {
        self.frame = frame
        self.conference = conference
        self.steps = steps
        self.presentations = presentations
    }

    public var paper: OfficialPaper {
        var paper = frame.paper(.named("Chương trình", abstract: conference.name), signed: frame.signer.forBody)
        paper.body = [
            .paragraph("Thời gian: \(conference.moment)."), .paragraph("Địa điểm: \(conference.place)."),
            .paragraph("Chủ trì: \(conference.chair)."),
            .table(
                PaperTable(
                    "chuong_trinh",
                    columns: [
                        .init("thoi_gian", "Thời gian", share: 18, .centre), .init("noi_dung", "Nội dung", share: 52),
                        .init("thuc_hien", "Thực hiện", share: 30),
                    ], rows: steps.map { .cells([$0.time, $0.action, $0.by]) })),
        ]
        if !presentations.isEmpty { paper.appendices = [order] }
        paper.fields = ["hoi_nghi": conference.name, "thoi_gian": conference.moment, "dia_diem": conference.place]
        return paper
    }

    /// Numbered through, for it is called out in this order.
    private var order: PaperAppendix {
        var columns = Awardee.columns
        columns.append(.init("hinh_thuc", "Hình thức", share: 22))
        columns.append(.init("nguoi_trao", "Người trao", share: 22))
        let rows = presentations.enumerated().map { index, one in
            PaperTable.Row.cells(
                ["\(index + 1)", one.awardee.name, one.awardee.position, one.awardee.formName, one.presenter])
        }
        return PaperAppendix(title: "Thứ tự trao tặng", body: [.table(PaperTable("trao_tang", columns: columns, rows: rows))])
    }
}

/// D16: thông cáo báo chí on who was rewarded; only of a decision that is signed, and with names, posts and units alone (domain.md 1.9).
public struct PressRelease: PaperSource, Hashable {
    public static let kind = PaperKind.pressRelease

    /// What one received, and by which signed decision.
    public struct Given: Sendable, Hashable {
        public let awardee: Awardee
        public let decision: QuotedPaper

        public init(_ awardee: Awardee, decision: QuotedPaper) {
            self.awardee = awardee
            self.decision = decision
        }
    }

    public let frame: PaperFrame
    public let conference: Conference
    /// In the order in which they received.
    public let awards: [Given]
    /// What was reached in the campaign and is approved, a paragraph each.
    public let results: [String]

    public init(frame: PaperFrame, conference: Conference, awards: [Given], results: [String]) {
        self.frame = frame
        self.conference = conference
        self.awards = awards
        self.results = results
    }

    /// Each once, in the order in which they are first named.
    private var decisions: [String] {
        var named: [String] = []
        for award in awards where !named.contains(award.decision.vietnamese) { named.append(award.decision.vietnamese) }
        return named
    }

    public var paper: OfficialPaper {
        var paper = frame.paper(.named("Thông cáo", abstract: "Báo chí về \(conference.name.startingSmall)"), signed: frame.signer.forBody)
        let awardees = awards.map(\.awardee)
        let rows = Awardee.rows(awardees, awardee: { $0 }, cells: { _ in [] })
        let given = "\(Awardee.count(awardees)) được trao tặng \(Awardee.forms(awardees))"
        paper.body = [
            .paragraph("\(conference.moment.startingLarge), tại \(conference.place), \(frame.issuer.name) tổ chức \(conference.name).")
        ]
        paper.body += PaperBlock.paragraphs(results)
        paper.body += [
            .paragraph("Tại hội nghị, \(given) theo \(decisions.joined(separator: "; ")), gồm:"),
            .table(PaperTable("danh_sach", columns: Awardee.columns, rows: rows)),
        ]
        paper.fields = ["hoi_nghi": conference.name, "quyet_dinh": decisions.joined(separator: "; ")]
        return paper
    }
}

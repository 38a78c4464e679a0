public import Domain

/// One who is named in a paper on awards.
public struct Awardee: Sendable, Hashable {
    public let subject: AwardSubject
    /// As the nominee and the unit confirmed it (A71).
    public let name: String
    /// Of a person the post and the unit; of a collective the body above it. Empty: none.
    public let position: String
    public let form: AwardForm
    /// `Giấy khen của Chủ tịch Ủy ban nhân dân phường 9`: by who gives it, where he is known.
    public let formName: String
    /// Thành tích, in one paragraph.
    public let achievement: String
    /// False: who signs and who prints is told, beside the list, that it may still change (A71).
    public let isNameConfirmed: Bool

    public init(
        _ subject: AwardSubject, name: String, position: String, form: AwardForm, formName: String? = nil, achievement: String,
        isNameConfirmed: Bool = true
    ) {
        self.subject = subject
        self.name = name
        self.position = position
        self.form = form
        self.formName = formName ?? form.inPapers
        self.achievement = achievement
        self.isNameConfirmed = isNameConfirmed
    }

    /// `Ông A, Trưởng phòng …` on one line.
    var line: String { position.isEmpty ? name : "\(name), \(position)" }
}

extension Awardee {
    /// The columns with which every list of awardees begins.
    static let columns: [PaperTable.Column] = [
        .init("stt", "Số TT", share: 7, .centre), .init("ten", "Tên tập thể / Họ và tên", share: 24),
        .init("chuc_vu_don_vi", "Chức vụ, đơn vị", share: 26),
    ]

    /// Rows with collectives first, each group under its heading and numbered on its own.
    ///
    /// - Parameters:
    ///   - awardee: of an entry.
    ///   - cells: of an entry, after ``columns``.
    static func rows<Entry>(_ entries: [Entry], awardee: (Entry) -> Awardee, cells: (Entry) -> [String]) -> [PaperTable.Row] {
        var rows: [PaperTable.Row] = []
        var group = 0
        for subject in AwardSubject.allCases {
            let members = entries.filter { awardee($0).subject == subject }
            if members.isEmpty { continue }
            group += 1
            rows.append(.heading("\(OfficialPaper.roman(group)). \(subject.vietnamese.uppercased())"))
            for (index, entry) in members.enumerated() {
                let awardee = awardee(entry)
                rows.append(.cells(["\(index + 1)", awardee.name, awardee.position] + cells(entry)))
            }
        }
        return rows
    }

    /// Below a list that is to be signed: whose names may still change; nothing where all are confirmed.
    static func unconfirmed(_ awardees: [Awardee]) -> [PaperBlock] {
        let names = awardees.filter { !$0.isNameConfirmed }.map(\.name)
        return names.isEmpty ? [] : [.paragraph("Tên chưa được xác nhận, phải xác nhận trước khi in: \(names.joined(separator: "; ")).")]
    }

    /// `03 tập thể và 05 cá nhân`, as papers count.
    static func count(_ awardees: [Awardee]) -> String {
        let counts = AwardSubject.allCases.compactMap { subject -> String? in
            let count = awardees.count { $0.subject == subject }
            return count == 0 ? nil : "\(padded(count)) \(subject.vietnamese)"
        }
        return counts.isEmpty ? "00 tập thể, cá nhân" : counts.joined(separator: " và ")
    }

    /// `tập thể, cá nhân`, as far as there are any.
    static func subjects(_ awardees: [Awardee]) -> String {
        AwardSubject.allCases.filter { subject in awardees.contains { $0.subject == subject } }.map(\.vietnamese).joined(separator: ", ")
    }

    /// `Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh`; several forms joined.
    static func forms(_ awardees: [Awardee]) -> String {
        var names: [String] = []
        for form in AwardForm.allCases {
            for awardee in awardees where awardee.form == form && !names.contains(awardee.formName) { names.append(awardee.formName) }
        }
        return names.joined(separator: ", ")
    }

    /// Papers write counts below 10 with a zero.
    static func padded(_ number: Int) -> String { (0..<10).contains(number) ? "0\(number)" : VietnameseNumber.text(number) }
}

/// For what awards are given: a review of the campaign, or a deed outside it.
public struct AwardOccasion: Sendable, Hashable {
    /// Name of the movement as it stands in sentences.
    public let campaign: String
    /// Nil: ad-hoc.
    public let review: Campaign.Review?
    /// The day to which a review counts.
    public let until: CivilDate?
    /// Deeds beside a review, or two reviews.
    private let isSeveral: Bool

    public init(campaign: String, review: Campaign.Review?, until: CivilDate? = nil) {
        self.campaign = campaign
        self.review = review
        self.until = until
        isSeveral = false
    }

    /// Of one paper for deeds and reviews together.
    public init(ofSeveral campaign: String) {
        self.campaign = campaign
        review = nil
        until = nil
        isSeveral = true
    }

    /// `có thành tích xuất sắc trong thực hiện Phong trào …`.
    var achievement: String {
        if isSeveral { return "có thành tích xuất sắc, thành tích đột xuất trong thực hiện \(campaign)" }
        return review == nil ? "có thành tích đột xuất trong thực hiện \(campaign)" : "có thành tích xuất sắc trong thực hiện \(campaign)"
    }

    /// `khen thưởng sơ kết Phong trào …`.
    var awarding: String {
        if isSeveral { return "khen thưởng trong thực hiện \(campaign)" }
        return switch review {
        case .interim: "khen thưởng sơ kết \(campaign)"
        case .final: "khen thưởng tổng kết \(campaign)"
        case nil: "khen thưởng đột xuất trong thực hiện \(campaign)"
        }
    }

    /// `, tính đến ngày 30/6/2023`; empty without a day.
    var dated: String { until.map { ", tính đến \($0.inText)" } ?? "" }
}

public import Domain

/// A meeting of a council, as its minutes tell it (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9).
public struct CouncilMeeting: Sendable, Hashable {
    /// Who sits in the council.
    public struct Member: Sendable, Hashable {
        public let name: String
        public let duty: CouncilMember.Duty
        /// Post in the agency; empty: not said.
        public let post: String
        public let isPresent: Bool
        /// On how many dossiers he voted in writing although he was away.
        public let wrote: Int

        public init(_ name: String, _ duty: CouncilMember.Duty, post: String, isPresent: Bool, wrote: Int = 0) {
            self.name = name
            self.duty = duty
            self.post = post
            self.isPresent = isPresent
            self.wrote = wrote
        }

        /// `Ông A, Giám đốc Sở - Chủ tịch Hội đồng`.
        var line: String { "\(post.isEmpty ? name : "\(name), \(post)") - \(duty.vietnamese)" }
    }

    /// A dossier of the agenda, and what was counted.
    public struct Item: Sendable, Hashable {
        public let awardee: Awardee
        public let method: CouncilRule.Method
        public let tally: CouncilTally
        public let outcome: CouncilResult.Outcome
        /// Of how many the share of yes is taken (``CouncilResult/base``).
        public let base: Int
        /// Not voting, with the reason; empty: nobody.
        public let recused: [String]
        /// Where hands were counted in two parts: members whose vote is on record each by itself, and votes of others that were counted together.
        public let parts: Parts?

        public struct Parts: Sendable, Hashable {
            public let onRecord: Int
            public let together: Int

            public init(onRecord: Int, together: Int) {
                self.onRecord = onRecord
                self.together = together
            }
        }

        public init(
            _ awardee: Awardee, method: CouncilRule.Method, tally: CouncilTally, outcome: CouncilResult.Outcome, base: Int,
            recused: [String] = [], parts: Parts? = nil
        ) {
            self.awardee = awardee
            self.method = method
            self.tally = tally
            self.outcome = outcome
            self.base = base
            self.recused = recused
            self.parts = parts
        }

        var yes: Int { tally.votes.yes }
        var no: Int { tally.votes.no }
        var blank: Int { tally.votes.blank }
        var votes: Int { tally.votes.total }

        /// How a count in two parts came about, and how many gave no opinion at all; nil: it was counted one way.
        var partsLine: String? {
            guard let parts else { return nil }
            let none = votes - parts.onRecord - parts.together
            let silent = none > 0 ? ", \(Awardee.padded(none)) thành viên không có ý kiến" : ""
            return
                "\(awardee.name): \(Awardee.padded(parts.onRecord)) thành viên ghi theo tên, \(Awardee.padded(parts.together)) thành viên đếm chung\(silent); kết quả là tổng của hai phần."
        }
    }

    /// As on papers: `Hội đồng Thi đua - Khen thưởng huyện U Minh`.
    public let council: String
    public let heldOn: CivilDate
    /// `08 giờ 00`; empty: open, to be written by hand.
    public let from: String
    public let to: String
    public let place: String
    public let members: [Member]
    public let items: [Item]
    /// What each kind of award needs, in words; a rule that nobody has checked is shown without its source.
    public let rules: [String]

    public init(
        council: String, heldOn: CivilDate, from: String, to: String, place: String, members: [Member], items: [Item], rules: [String]
    ) {
        self.council = council
        self.heldOn = heldOn
        self.from = from
        self.to = to
        self.place = place
        self.members = members
        self.items = items
        self.rules = rules
    }

    /// Every dossier by written opinions: nobody met.
    var isInWriting: Bool { !items.isEmpty && items.allSatisfy { $0.method == .written } }

    /// Who led: in a room the deputy where the chair is away, in writing the chair. Nil: nobody of them was there.
    public var chair: Member? {
        if isInWriting { return members.first { $0.duty == .chair } }
        return members.first { $0.duty == .chair && $0.isPresent } ?? members.first { $0.duty == .deputyChair && $0.isPresent }
    }
    var secretary: Member? { members.first { $0.duty == .secretary } }
    var present: [Member] { members.filter(\.isPresent) }
    var absent: [Member] { members.filter { !$0.isPresent } }
    var writers: [Member] { members.filter { $0.wrote > 0 } }

    static func time(_ text: String) -> String { text.isEmpty ? "…… giờ ……" : text }

    /// The column titles of what was counted, after those of the awardees.
    static let countColumns: [PaperTable.Column] = [
        .init("bieu_quyet", "Người biểu quyết", share: 12, .centre), .init("dong_y", "Đồng ý", share: 13, .centre),
        .init("khong_dong_y", "Không đồng ý", share: 12, .centre), .init("phieu_trang", "Trắng, không hợp lệ", share: 13, .centre),
    ]

    static func cells(_ item: Item) -> [String] {
        ["\(item.votes)", "\(item.yes)/\(item.base)", "\(item.no)", "\(item.blank)"]
    }
}

/// Kết quả kiểm phiếu: what was counted on one dossier in one session.
public struct CouncilTally: Sendable, Hashable {
    public struct Votes: Sendable, Hashable {
        public let yes: Int
        public let no: Int
        /// Blank, void or not handed in.
        public let blank: Int

        public init(yes: Int, no: Int, blank: Int) {
            self.yes = yes
            self.no = no
            self.blank = blank
        }

        public static let none = Votes(yes: 0, no: 0, blank: 0)
        public var total: Int { yes + no + blank }
    }

    public enum Choice: String, Sendable, Hashable, CaseIterable {
        case yes, no, blank

        public var vietnamese: String {
            switch self {
            case .yes: "đồng ý"
            case .no: "không đồng ý"
            case .blank: "phiếu trắng, không hợp lệ"
            }
        }
    }

    /// How a dossier was counted.
    public enum Source: String, Sendable, Hashable, CaseIterable {
        /// Every vote is on record by itself.
        case screen
        /// By hand.
        case paper
        /// Of some members each vote by itself, of the others by hand; each member counts once.
        case both
    }

    /// All whose term runs, the recused too.
    public let members: Int
    /// In the room, the recused too.
    public let attending: Int
    /// Of those in the room who vote, and of the absent who wrote: together, since of a secret vote nobody may learn how one absent member wrote.
    public let votes: Votes
    /// How many of them the absent wrote.
    public let written: Int
    /// Who do not vote on this dossier (A66), in the room or not.
    public let recused: Int
    public let recusedAttending: Int
    /// What who chairs declared, also where the ballot is secret; nil: nothing.
    public let chair: Choice?

    public init(
        members: Int, attending: Int, votes: Votes, written: Int = 0, recused: Int = 0, recusedAttending: Int = 0,
        chair: Choice? = nil
    ) {
        self.members = members
        self.attending = attending
        self.votes = votes
        self.written = written
        self.recused = recused
        self.recusedAttending = recusedAttending
        self.chair = chair
    }

    /// Where the numbers contradict each other or the rule; empty: they agree.
    public func faults(by rule: CouncilRule) -> [FieldFault] {
        let numbers = [
            ("$.members", members), ("$.attending", attending), ("$.votes.yes", votes.yes), ("$.votes.no", votes.no),
            ("$.votes.blank", votes.blank), ("$.written", written), ("$.recused", recused), ("$.recusedAttending", recusedAttending),
        ]
        // No council has more members; sums of what is beyond could not be trusted.
        var faults = numbers.filter { !(0...10_000).contains($0.1) }.map { FieldFault($0.0, "phải là số từ 0 đến 10.000") }
        guard faults.isEmpty else { return faults }
        if members == 0 { faults.append(FieldFault("$.members", "Hội đồng không có thành viên nào")) }
        if attending > members { faults.append(FieldFault("$.attending", "\(attending) người có mặt, nhiều hơn \(members) thành viên")) }
        if rule.method == .written, attending > 0 {
            faults.append(FieldFault("$.attending", "lấy ý kiến bằng văn bản thì không có người có mặt; ghi vào ý kiến bằng văn bản"))
        }
        if recused > members { faults.append(FieldFault("$.recused", "nhiều hơn \(members) thành viên")) }
        if recusedAttending > min(recused, attending) {
            faults.append(FieldFault("$.recusedAttending", "nhiều hơn số người không tham gia biểu quyết hoặc số người có mặt"))
        }
        guard faults.isEmpty else { return faults }
        let voting = attending - recusedAttending + written
        if votes.total != voting {
            faults.append(FieldFault("$.votes", "tổng số phiếu là \(votes.total), không khớp \(voting) người tham gia biểu quyết"))
        }
        if written > 0, !rule.absentMayWrite, rule.method != .written {
            faults.append(FieldFault("$.written", "quy định của Hội đồng không lấy ý kiến bằng văn bản của thành viên vắng mặt"))
        }
        let absent = members - attending - (recused - recusedAttending)
        if written > max(0, absent) {
            faults.append(
                FieldFault("$.written", "\(written) ý kiến bằng văn bản, nhiều hơn \(max(0, absent)) thành viên vắng mặt được biểu quyết"))
        }
        if absent < 0 { faults.append(FieldFault("$.recused", "nhiều hơn số thành viên có mặt và vắng mặt")) }
        return faults
    }
}

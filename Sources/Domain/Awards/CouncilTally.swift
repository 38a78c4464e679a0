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

    /// All whose term runs, the recused too.
    public let members: Int
    /// In the room, the recused too.
    public let attending: Int
    /// Of those in the room who vote.
    public let inRoom: Votes
    /// Of the absent.
    public let written: Votes
    /// Who do not vote on this dossier (A66), in the room or not.
    public let recused: Int
    public let recusedAttending: Int
    /// What who chairs declared, also where the ballot is secret; nil: nothing.
    public let chair: Choice?

    public init(
        members: Int, attending: Int, inRoom: Votes, written: Votes = .none, recused: Int = 0, recusedAttending: Int = 0,
        chair: Choice? = nil
    ) {
        self.members = members
        self.attending = attending
        self.inRoom = inRoom
        self.written = written
        self.recused = recused
        self.recusedAttending = recusedAttending
        self.chair = chair
    }

    /// Where the numbers contradict each other; empty: they agree.
    public func faults(_ method: CouncilRule.Method) -> [FieldFault] {
        let numbers = [
            ("$.members", members), ("$.attending", attending), ("$.inRoom.yes", inRoom.yes), ("$.inRoom.no", inRoom.no),
            ("$.inRoom.blank", inRoom.blank), ("$.written.yes", written.yes), ("$.written.no", written.no),
            ("$.written.blank", written.blank), ("$.recused", recused), ("$.recusedAttending", recusedAttending),
        ]
        // No council has more members; sums of what is beyond could not be trusted.
        var faults = numbers.filter { !(0...10_000).contains($0.1) }.map { FieldFault($0.0, "phải là số từ 0 đến 10.000") }
        guard faults.isEmpty else { return faults }
        if members == 0 { faults.append(FieldFault("$.members", "Hội đồng không có thành viên nào")) }
        if attending > members { faults.append(FieldFault("$.attending", "\(attending) người có mặt, nhiều hơn \(members) thành viên")) }
        if method == .written, attending > 0 {
            faults.append(FieldFault("$.attending", "lấy ý kiến bằng văn bản thì không có người có mặt; ghi vào ý kiến bằng văn bản"))
        }
        if recused > members { faults.append(FieldFault("$.recused", "nhiều hơn \(members) thành viên")) }
        if recusedAttending > min(recused, attending) {
            faults.append(FieldFault("$.recusedAttending", "nhiều hơn số người không tham gia biểu quyết hoặc số người có mặt"))
        }
        guard faults.isEmpty else { return faults }
        let voting = attending - recusedAttending
        if inRoom.total != voting {
            faults.append(
                FieldFault("$.inRoom", "tổng số phiếu là \(inRoom.total), không khớp \(voting) người có mặt tham gia biểu quyết"))
        }
        let absent = members - attending - (recused - recusedAttending)
        if written.total > max(0, absent) {
            faults.append(
                FieldFault(
                    "$.written", "\(written.total) ý kiến bằng văn bản, nhiều hơn \(max(0, absent)) thành viên vắng mặt được biểu quyết"))
        }
        if absent < 0 { faults.append(FieldFault("$.recused", "nhiều hơn số thành viên có mặt và vắng mặt")) }
        return faults
    }
}

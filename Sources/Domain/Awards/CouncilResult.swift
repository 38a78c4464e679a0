/// What a council decided on a dossier, and why, for the minutes.
public struct CouncilResult: Sendable, Hashable {
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case passed, notPassed
        /// Too few took part: nothing is decided, the council meets again.
        case withoutQuorum

        public var vietnamese: String {
            switch self {
            case .passed: "thông qua"
            case .notPassed: "không thông qua"
            case .withoutQuorum: "không đủ số thành viên tham dự, phải họp lại"
            }
        }
    }

    /// Why it did not pass.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case quorum, share, chair, tie

        public var vietnamese: String {
            switch self {
            case .quorum: "số thành viên tham gia dưới mức tối thiểu"
            case .share: "tỷ lệ đồng ý dưới mức tối thiểu"
            case .chair: "người chủ trì không ghi đồng ý"
            case .tie: "số phiếu ngang nhau, người chủ trì không đồng ý"
            }
        }
    }

    public let outcome: Outcome
    public let reasons: [Reason]
    /// Yes votes that count.
    public let yes: Int
    /// Of how many.
    public let base: Int
    /// Who took part, as the quorum counts.
    public let participating: Int
    /// The whole chain, in one paragraph.
    public let vietnamese: String
}

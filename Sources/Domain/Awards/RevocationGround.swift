/// Why a decision is cancelled, the object and the money recovered: Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2.
public enum RevocationGround: String, Sendable, Hashable, CaseIterable {
    case falseDeclaration
    case forgedPapers
    /// Appraised or decided against the law.
    case unlawfulDecision
    /// A finding or verdict shows that the standard was not met in the achievement's time.
    case standardNotMet

    public var vietnamese: String {
        switch self {
        case .falseDeclaration: "kê khai gian dối thành tích"
        case .forgedPapers: "hồ sơ, giấy tờ giả, không đúng sự thật"
        case .unlawfulDecision: "thẩm định, quyết định khen thưởng trái quy định của pháp luật"
        case .standardNotMet: "kết luận, bản án cho thấy không đạt tiêu chuẩn trong thời gian tính thành tích"
        }
    }
}

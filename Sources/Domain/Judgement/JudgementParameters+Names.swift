extension JudgementParameters {
    /// One parameter as officers read it and choose its value.
    public struct Named: Hashable, Sendable {
        /// Its name in the ledger file.
        public let name: String
        public let vietnamese: String
        /// As it is written in a ledger file, without quotes.
        public let value: String
        /// All its values; empty where it is typed.
        public let choices: [String]
        public let isDay: Bool
    }

    /// All of them, in the order of the ledger file.
    public var named: [Named] {
        members.map { name, value in
            let choices =
                switch name {
                case "s2Rule": LaterItemsRule.allCases.map(\.rawValue)
                case "aheadBase": AheadBase.allCases.map(\.rawValue)
                case "carryPhaseOneLate": ["true", "false"]
                default: [String]()
                }
            return Named(
                name: name, vietnamese: Self.vietnamese(name), value: Self.text(value), choices: choices,
                isDay: name == "interimEnd" || name == "finalEnd")
        }
    }

    /// What a parameter is called; one without words by its name.
    public static func vietnamese(_ name: String) -> String { words[name] ?? name }

    /// A value as officers read it.
    public static func vietnamese(_ value: String, of name: String) -> String {
        switch name {
        case "s2Rule": LaterItemsRule(rawValue: value)?.vietnamese ?? value
        case "aheadBase": AheadBase(rawValue: value)?.vietnamese ?? value
        case "carryPhaseOneLate": value == "true" ? "có" : "không"
        case "interimEnd", "finalEnd": CivilDate(value)?.vietnamese ?? value
        default: value
        }
    }

    private static let words = [
        "interimEnd": "Ngày sơ kết", "finalEnd": "Ngày tổng kết",
        "minimumProgressPercent": "Tiến độ tối thiểu khi sơ kết của nhiệm vụ đến hạn sau sơ kết (%)",
        "s2Rule": "Cách xét tiến độ của các nhiệm vụ đến hạn sau sơ kết",
        "letterPercentInterim": "Tỷ lệ vượt tiến độ, vượt chỉ tiêu để được Thư khen khi sơ kết (%)",
        "letterPercentFinal": "Tỷ lệ vượt tiến độ, vượt chỉ tiêu để được Thư khen khi tổng kết (%)",
        "individualsInterim": "Số cá nhân được đề nghị khi sơ kết", "individualsFinal": "Số cá nhân được đề nghị khi tổng kết",
        "minimumEarlyWorkingDays": "Số ngày làm việc trước hạn để tính là vượt tiến độ", "aheadBase": "Tỷ lệ vượt tính trên",
        "newItemGraceWorkingDays": "Số ngày làm việc trước sơ kết mà nhiệm vụ mới giao chưa phải có tiến độ",
        "maximumQualityReturns": "Số lần trả lại vì chất lượng được phép", "minimumItems": "Số nhiệm vụ ít nhất để không phải kiểm tra",
        "carryPhaseOneLate": "Việc chậm trước sơ kết tính cả khi tổng kết",
    ]
}

extension JudgementParameters.LaterItemsRule {
    public var vietnamese: String {
        switch self {
        case .each: "từng nhiệm vụ đạt mức tối thiểu"
        case .average: "bình quân đạt mức tối thiểu"
        case .share: "đủ tỷ lệ nhiệm vụ hoàn thành"
        }
    }
}

extension JudgementParameters.AheadBase {
    public var vietnamese: String {
        switch self {
        case .counted: "nhiệm vụ được tính"
        case .completed: "nhiệm vụ đã hoàn thành"
        }
    }
}

/// Giải pháp, sáng kiến: a deed registered for an ad-hoc award (IV.2.2 of the plan; A68). What was registered does not change.
public struct Initiative: Sendable, Hashable {
    public typealias ID = EntityID<Initiative>

    /// How far it works.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        case inUnit, outside, province

        public var vietnamese: String {
            switch self {
            case .inUnit: "trong cơ quan, đơn vị"
            case .outside: "ngoài cơ quan, đơn vị"
            case .province: "toàn tỉnh"
            }
        }
    }

    /// What it brought, in figures; nil: nothing of that kind.
    public struct Effect: Sendable, Hashable {
        /// Saved, in VND.
        public let cost: Int?
        /// Of working time won.
        public let days: Int?
        /// Done more, in ``volumeUnit``.
        public let volume: Int?
        /// `hồ sơ`, `tấn`; empty without a volume.
        public let volumeUnit: String

        public init(cost: Int? = nil, days: Int? = nil, volume: Int? = nil, volumeUnit: String = "") {
            self.cost = cost
            self.days = days
            self.volume = volume
            self.volumeUnit = volumeUnit
        }

        /// Whether one of them is there.
        public var isMeasured: Bool { cost != nil || days != nil || volume != nil }

        /// `giảm chi phí 12.000.000 đồng; rút ngắn 5 ngày; tăng 300 hồ sơ`; empty where nothing is measured.
        public var vietnamese: String {
            [
                cost.map { "giảm chi phí \(VietnameseNumber.text($0)) đồng" }, days.map { "rút ngắn \(VietnameseNumber.text($0)) ngày" },
                volume.map { "tăng \(VietnameseNumber.text($0)) \(volumeUnit)" },
            ].compactMap(\.self).joined(separator: "; ")
        }

        /// The largest cost and volume that are taken for real.
        public static let largest = 1_000_000_000_000_000
        /// The most days.
        public static let mostDays = 100_000
    }

    public let title: String
    /// Khó khăn, vướng mắc: what was blocked.
    public let obstacle: String
    public let solution: String
    public let effect: Effect
    public let scope: Scope
    /// Why it is an example to follow; empty: it is none.
    public let example: String

    public init(title: String, obstacle: String, solution: String, effect: Effect, scope: Scope, example: String) {
        self.title = title
        self.obstacle = obstacle
        self.solution = solution
        self.effect = effect
        self.scope = scope
        self.example = example
    }

    public var isExample: Bool { !example.allSatisfy(\.isWhitespace) }

    /// What a Bằng khen asks for beyond a letter.
    public enum Condition: String, Sendable, Hashable, CaseIterable {
        case measuredEffect, outsideScope, confirmation, example
    }

    /// The conditions of a Bằng khen that it does not meet, in their order. Empty: a Bằng khen may be proposed; otherwise a letter. A person
    /// decides (A68).
    ///
    /// - Parameters:
    ///   - isConfirmed: another unit confirmed that it works there.
    ///   - required: those that the rules ask for.
    public func missing(isConfirmed: Bool, among required: some Collection<Condition> = Condition.allCases) -> [Condition] {
        Condition.allCases.filter { condition in
            guard required.contains(condition) else { return false }
            return switch condition {
            case .measuredEffect: !effect.isMeasured
            case .outsideScope: scope == .inUnit
            case .confirmation: !isConfirmed
            case .example: !isExample
            }
        }
    }

    /// What may be proposed for it at most.
    public func highest(isConfirmed: Bool) -> Campaign.AdHocAward.Kind {
        missing(isConfirmed: isConfirmed).isEmpty ? .certificate : .letter
    }

    /// What another unit is asked to confirm where nothing else is said: it reads this and nothing else of the initiative.
    public var claim: String {
        "\(title). Giải pháp: \(solution)" + (effect.isMeasured ? ". Hiệu quả: \(effect.vietnamese)" : "")
    }
}

/// A condition as the rules have it, with its source.
public struct InitiativeCondition: Sendable, Hashable {
    public let condition: Initiative.Condition
    public let words: String
    public let isRequired: Bool
    /// Somebody compared it with the paper itself.
    public let isVerified: Bool
    public let source: String

    public init(condition: Initiative.Condition, words: String, isRequired: Bool, isVerified: Bool, source: String) {
        self.condition = condition
        self.words = words
        self.isRequired = isRequired
        self.isVerified = isVerified
        self.source = source
    }
}

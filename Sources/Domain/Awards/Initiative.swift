/// Giải pháp, sáng kiến: a deed registered for an ad-hoc award (IV.2.2 of the plan; A68).
public struct Initiative: Sendable, Hashable {
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

    /// What it brought, each in words with its figures; empty: nothing of that kind.
    public struct Effect: Sendable, Hashable {
        public let cost: String
        public let time: String
        public let volume: String

        public init(cost: String, time: String, volume: String) {
            self.cost = cost
            self.time = time
            self.volume = volume
        }

        /// Whether one of them says a number.
        public var isMeasured: Bool { [cost, time, volume].contains { $0.contains { $0.isASCII && $0.isNumber } } }
    }

    /// Another unit that confirms that it works there.
    public struct Confirmation: Sendable, Hashable {
        public let unit: SubUnit.ID
        public let documentNumber: String

        public init(unit: SubUnit.ID, documentNumber: String) {
            self.unit = unit
            self.documentNumber = documentNumber
        }
    }

    /// The unit in which it was done.
    public let unit: SubUnit.ID
    /// Khó khăn, vướng mắc: what was blocked.
    public let obstacle: String
    public let solution: String
    public let effect: Effect
    public let scope: Scope
    /// Why it is an example to follow; empty: it is none.
    public let example: String
    public let confirmations: [Confirmation]

    public init(
        unit: SubUnit.ID, obstacle: String, solution: String, effect: Effect, scope: Scope, example: String, confirmations: [Confirmation]
    ) {
        self.unit = unit
        self.obstacle = obstacle
        self.solution = solution
        self.effect = effect
        self.scope = scope
        self.example = example
        self.confirmations = confirmations
    }

    /// What a Bằng khen asks for beyond a letter.
    public enum Condition: String, Sendable, Hashable, CaseIterable {
        case measuredEffect, outsideScope, confirmation, example

        public var vietnamese: String {
            switch self {
            case .measuredEffect: "hiệu quả đo được: giảm chi phí, rút ngắn thời gian hoặc tăng khối lượng, có số liệu"
            case .outsideScope: "phạm vi ảnh hưởng ngoài cơ quan, đơn vị"
            case .confirmation: "xác nhận của cơ quan, đơn vị khác về ảnh hưởng"
            case .example: "là tấm gương tiêu biểu để tập thể, cá nhân khác noi theo, nêu rõ vì sao"
            }
        }
    }

    /// The conditions of a Bằng khen that it does not meet. Empty: a Bằng khen may be proposed; otherwise a letter. A person decides (A68).
    public var missing: [Condition] {
        Condition.allCases.filter { condition in
            switch condition {
            case .measuredEffect: !effect.isMeasured
            case .outsideScope: scope == .inUnit
            case .confirmation: !confirmations.contains { $0.unit != unit && !$0.documentNumber.allSatisfy(\.isWhitespace) }
            case .example: example.allSatisfy(\.isWhitespace)
            }
        }
    }

    /// What may be proposed for it at most.
    public var highest: Campaign.AdHocAward.Kind { missing.isEmpty ? .certificate : .letter }
}

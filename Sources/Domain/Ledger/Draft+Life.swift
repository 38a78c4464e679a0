extension Draft {
    /// Where a draft can lie: with the officer, the head of the sub-unit, the unit's co-ordinator or head.
    public enum Level: Int, Sendable, CaseIterable, Hashable, Comparable {
        case officer = 0, subUnit, unit

        public static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }

        /// Nil: the role has nothing to do with drafts.
        public init?(_ role: Role) {
            switch role {
            case .subUnitOfficer, .individual: self = .officer
            case .subUnitHead: self = .subUnit
            case .unitCoordinator, .unitHead: self = .unit
            default: return nil
            }
        }

        public var vietnamese: String {
            switch self {
            case .officer: "chuyên viên"
            case .subUnit: "phụ trách phòng, ban, xã"
            case .unit: "lãnh đạo đơn vị"
            }
        }
    }

    public enum Move: String, Sendable, CaseIterable, Hashable {
        case forwarded, returned, approved
        /// By its drafter, while it lies with him.
        case discarded

        public var vietnamese: String {
            switch self {
            case .forwarded: "trình"
            case .returned: "trả lại"
            case .approved: "duyệt"
            case .discarded: "bỏ"
            }
        }
    }

    public enum State: String, Sendable, CaseIterable, Hashable {
        case drafting, waiting, returned, approved, discarded

        /// Whether something is still to be done to it.
        public var isOpen: Bool { self != .approved && self != .discarded }

        public var vietnamese: String {
            switch self {
            case .drafting: "đang soạn"
            case .waiting: "chờ xử lý"
            case .returned: "bị trả lại"
            case .approved: "đã duyệt"
            case .discarded: "đã bỏ"
            }
        }
    }

    /// Whose approval a unit asks for before a report from a sub-unit is filed: its own setting.
    public enum Approval: String, Sendable, CaseIterable, Hashable {
        /// Nobody's: who may report, reports.
        case none
        case subUnit = "sub_unit"
        case unit

        public var vietnamese: String {
            switch self {
            case .none: "không bắt buộc; được báo cáo trực tiếp"
            case .subUnit: "phụ trách phòng, ban, xã duyệt"
            case .unit: "lãnh đạo hoặc đầu mối của đơn vị duyệt"
            }
        }

        /// Whether a post on that level reports without a draft.
        public func letsReportDirectly(_ level: Level?) -> Bool {
            switch self {
            case .none: true
            case .subUnit: level.map { $0 > .officer } ?? true
            case .unit: level.map { $0 > .subUnit } ?? true
            }
        }
    }

    /// Where a draft is in its life.
    public struct Standing: Sendable, Hashable {
        public let state: State
        /// Where it began.
        public let origin: Level
        public let level: Level

        public init(state: State, origin: Level, level: Level) {
            self.state = state
            self.origin = origin
            self.level = level
        }

        public static func begun(at level: Level) -> Standing { Standing(state: .drafting, origin: level, level: level) }

        /// Where it is after a step of whoever has it, nil where there is no such step from here.
        ///
        /// - Parameters:
        ///   - headThere: whether somebody heads the sub-unit today; otherwise the level is left out.
        ///   - approval: what the unit asks for.
        public func after(_ move: Move, headThere: Bool, approval: Approval) -> Standing? {
            guard state.isOpen else { return nil }
            switch move {
            case .forwarded:
                guard level < .unit else { return nil }
                return Standing(state: .waiting, origin: origin, level: level == .officer && headThere ? .subUnit : .unit)
            case .returned:
                guard level > origin else { return nil }
                let below: Level = level == .unit && (headThere || origin == .subUnit) ? .subUnit : .officer
                return Standing(state: below == origin ? .returned : .waiting, origin: origin, level: below)
            case .approved:
                guard level > origin, state == .waiting, level == .unit || approval != .unit else { return nil }
                return Standing(state: .approved, origin: origin, level: level)
            case .discarded:
                guard level == origin else { return nil }
                return Standing(state: .discarded, origin: origin, level: level)
            }
        }
    }
}

/// One step of judging how a unit keeps the motto (A53): it assesses itself, the Office and Home Affairs comment, a council decides. Appended,
/// never changed: what is said anew is a new step, and a decision changes only by a correction with its minute.
public struct MottoStep: Sendable, Hashable {
    public typealias ID = EntityID<MottoStep>

    public let id: ID
    /// At the root of a tenant the tenant itself.
    public let unit: SubUnit.ID
    /// 1, 2, 3 … of this unit and review.
    public let position: Int
    public let kind: Kind
    public let body: Body
    public let happenedOn: CivilDate
    /// Of an assessment, in the order of the plan; empty otherwise.
    public let parts: [Part]
    /// Of a decision or its correction: whether the motto is well observed.
    public let isAccepted: Bool?
    /// Of a decision its paper, of a correction the minute.
    public let documentNumber: String
    /// Of a comment: the paper that criticised the unit in the period (A54); empty where there is none.
    public let criticism: String
    public let words: String
    /// Title of the post that recorded it, where the reader may know it.
    public let recordedBy: String?
    public let recordedOn: CivilDate

    public init(
        id: ID, unit: SubUnit.ID, position: Int, kind: Kind, body: Body, happenedOn: CivilDate, parts: [Part] = [], isAccepted: Bool? = nil,
        documentNumber: String = "", criticism: String = "", words: String = "", recordedBy: String? = nil, recordedOn: CivilDate
    ) {
        self.id = id
        self.unit = unit
        self.position = position
        self.kind = kind
        self.body = body
        self.happenedOn = happenedOn
        self.parts = parts
        self.isAccepted = isAccepted
        self.documentNumber = documentNumber
        self.criticism = criticism
        self.words = words
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case assessed, commented, decided, corrected

        public var vietnamese: String {
            switch self {
            case .assessed: "tự đánh giá"
            case .commented: "có ý kiến"
            case .decided: "kết luận"
            case .corrected: "đính chính kết luận"
            }
        }
    }

    /// Who takes a step.
    public enum Body: String, Sendable, Hashable, CaseIterable {
        case unit, office, homeAffairs, provinceCouncil, unitCouncil

        public var vietnamese: String {
            switch self {
            case .unit: "đơn vị"
            case .office: "Văn phòng UBND tỉnh"
            case .homeAffairs: "Sở Nội vụ"
            case .provinceCouncil: "Hội đồng TĐKT tỉnh"
            case .unitCouncil: "Hội đồng TĐKT của đơn vị"
            }
        }

        /// Whose council decides on a unit.
        public static func council(ofFirstTier isFirstTier: Bool) -> Body { isFirstTier ? .provinceCouncil : .unitCouncil }
    }

    public enum Grade: String, Sendable, Hashable, CaseIterable {
        case met, partly, unmet

        public var vietnamese: String {
            switch self {
            case .met: "thực hiện tốt"
            case .partly: "thực hiện một phần"
            case .unmet: "chưa thực hiện"
            }
        }
    }

    /// What a unit says of itself on one part of the motto.
    public struct Part: Sendable, Hashable {
        /// Of the plan: `III.1.4`.
        public let code: String
        public let grade: Grade
        /// Needed where the part is not met.
        public let remark: String

        public init(code: String, grade: Grade, remark: String = "") {
            self.code = code
            self.grade = grade
            self.remark = remark
        }
    }
}

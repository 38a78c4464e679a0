extension WorkItem {
    /// What the assigner asks for. He alone may change it.
    public struct Terms: Sendable, Hashable {
        public var title: String
        /// Nil for a task.
        public var goal: Goal?
        /// The person of the unit who must do it.
        public var assignee: Person.ID?
        /// Nil: outside every campaign, never counted (A11).
        public var campaign: Campaign.ID?
        /// The content of the plan that it serves, `III.2.1`.
        public var content: String?
        /// The paper that orders it.
        public var directive: Directive.ID?
        /// Where in the paper.
        public var sourceClause: String
        /// Code of its lĩnh vực.
        public var sector: String
        /// Sản phẩm.
        public var product: String
        /// Cấp trình.
        public var submitTo: String
        public var completion: Completion
        /// The leader in charge at the unit.
        public var unitLeader: Post.ID?
        /// The Chairman or Vice-Chairman of the province in charge.
        public var provinceLeader: Post.ID?
        /// The deadline in the words of the paper, kept (A22).
        public var dueWords: String
        /// The last day in time; nil while none is fixed (A26).
        public var dueOn: CivilDate?
        /// Names of the units asked to co-ordinate.
        public var coordinators: [String]
        /// The paper that fixes the date for this campaign, of what was carried over from earlier years (A14b).
        public var dueDocument: String?

        public init(
            title: String, goal: Goal? = nil, assignee: Person.ID? = nil, campaign: Campaign.ID? = nil, content: String? = nil,
            directive: Directive.ID? = nil, sourceClause: String = "", sector: String, product: String = "", submitTo: String = "",
            completion: Completion, unitLeader: Post.ID? = nil, provinceLeader: Post.ID? = nil, dueWords: String = "",
            dueOn: CivilDate? = nil, coordinators: [String] = [], dueDocument: String? = nil
        ) {
            self.title = title
            self.goal = goal
            self.assignee = assignee
            self.campaign = campaign
            self.content = content
            self.directive = directive
            self.sourceClause = sourceClause
            self.sector = sector
            self.product = product
            self.submitTo = submitTo
            self.completion = completion
            self.unitLeader = unitLeader
            self.provinceLeader = provinceLeader
            self.dueWords = dueWords
            self.dueOn = dueOn
            self.coordinators = coordinators
            self.dueDocument = dueDocument
        }
    }

    /// What a target asks for, in numbers.
    public struct Goal: Sendable, Hashable {
        public var direction: TargetMeasure.Direction
        public var target: Quantity
        /// Đơn vị tính.
        public var unit: String
        /// Where a reduction starts from; needed for `atMost` and `lessThan`.
        public var baseline: Quantity?
        /// Said beforehand by the assigner: measured at the end of the year only (A39).
        public var isMeasuredAtYearEnd: Bool
        /// By whose paper the assigner confirms its figures; nil: it does so by itself.
        public var confirmer: Confirmer?

        public init(
            direction: TargetMeasure.Direction, target: Quantity, unit: String, baseline: Quantity? = nil,
            isMeasuredAtYearEnd: Bool = false, confirmer: Confirmer? = nil
        ) {
            self.direction = direction
            self.target = target
            self.unit = unit
            self.baseline = baseline
            self.isMeasuredAtYearEnd = isMeasuredAtYearEnd
            self.confirmer = confirmer
        }

        /// As officers read it: `từ 7,5 % trở lên`.
        public var vietnamese: String {
            let number = "\(target.vietnamese) \(unit)"
            return switch direction {
            case .atLeast: "từ \(number) trở lên"
            case .moreThan: "trên \(number)"
            case .atMost: "không quá \(number)"
            case .lessThan: "dưới \(number)"
            }
        }
    }

    /// The body that says whether a figure is right: a statistics office, a department. Never the unit that did the work (A66).
    public struct Confirmer: Sendable, Hashable {
        public var name: String
        /// Where it is a unit of the province.
        public var tenant: Tenant.ID?

        public init(name: String, tenant: Tenant.ID? = nil) {
            self.name = name
            self.tenant = tenant
        }
    }

    /// What counts as the result, fixed when the item is assigned (A24).
    public enum Completion: String, Sendable, Hashable, CaseIterable {
        /// A complete submission reached the authority; the unit is not answerable for the day of signing.
        case trinh
        /// The paper was issued.
        case banHanh
        /// The thing itself; of a target, the day it was reached or the end of its measured period.
        case ketQua

        public var vietnamese: String {
            switch self {
            case .trinh: "trình đủ hồ sơ"
            case .banHanh: "văn bản được ban hành"
            case .ketQua: "có kết quả"
            }
        }
    }
}

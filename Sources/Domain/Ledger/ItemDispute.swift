/// A dispute about an item that was given, with what the assigner answered.
public struct ItemDispute: Sendable, Hashable {
    public let raised: DisputeStep
    /// Nil while it is open.
    public let answer: DisputeStep?

    public init(raised: DisputeStep, answer: DisputeStep?) {
        self.raised = raised
        self.answer = answer
    }

    /// Each with the step that follows it.
    ///
    /// - Parameter steps: of one item, in their order.
    public static func paired(_ steps: [DisputeStep]) -> [ItemDispute] {
        var pairs: [ItemDispute] = []
        var open: DisputeStep?
        for step in steps {
            if step.kind == .raised {
                open = step
            } else if let raised = open {
                pairs.append(ItemDispute(raised: raised, answer: step))
                open = nil
            }
        }
        if let open { pairs.append(ItemDispute(raised: open, answer: nil)) }
        return pairs
    }

    /// Within how many working days the assigner answers.
    public static let answeringWorkingDays = 2

    /// The last day on which it is answered in time: it runs from the day on which the assigner could read it. Later is marked, never refused.
    public func answerBy(_ calendar: WorkingCalendar) -> CivilDate {
        calendar.day(Self.answeringWorkingDays, workingDaysAfter: raised.recordedOn)
    }

    /// Whether it was answered late, or is late to be by the end of `day`: the assigner's delay.
    public func isAnsweredLate(at day: CivilDate, _ calendar: WorkingCalendar) -> Bool {
        (answer?.happenedOn ?? day) > answerBy(calendar)
    }

    public var stateWords: String { answer?.kind.vietnamese ?? "chờ trả lời" }
}

extension [ItemDispute] {
    /// The one that waits for its answer.
    public var open: ItemDispute? {
        last.flatMap { $0.answer == nil ? $0 : nil }
    }

    /// The step that the next one follows.
    public var lastStep: DisputeStep? { last.map { $0.answer ?? $0.raised } }
}

/// A dispute that waits for its answer, with the item it is about: one row of a list.
public struct WaitingDispute: Sendable, Hashable {
    public let raised: DisputeStep
    public let code: String
    public let title: String
    public let tenant: Tenant.Slug
    public let unitName: String

    public init(raised: DisputeStep, code: String, title: String, tenant: Tenant.Slug, unitName: String) {
        self.raised = raised
        self.code = code
        self.title = title
        self.tenant = tenant
        self.unitName = unitName
    }

    public var dispute: ItemDispute { ItemDispute(raised: raised, answer: nil) }

    /// Where a page ended: what was raised first comes first.
    public struct Position: Sendable, Hashable {
        public let recordedOn: CivilDate
        public let id: DisputeStep.ID

        public init(recordedOn: CivilDate, id: DisputeStep.ID) {
            self.recordedOn = recordedOn
            self.id = id
        }
    }

    public var position: Position { Position(recordedOn: raised.recordedOn, id: raised.id) }
}

/// A request to extend the time of an item with what became of it.
public struct ItemExtension: Sendable, Hashable {
    /// Nil only of one granted after the fact without a request.
    public let request: ExtensionStep?
    /// Nil while undecided.
    public let decision: ExtensionStep?

    /// Each request with the step that follows it.
    ///
    /// - Parameter steps: of one item, in their order.
    public static func paired(_ steps: [ExtensionStep]) -> [ItemExtension] {
        var pairs: [ItemExtension] = []
        var request: ExtensionStep?
        for step in steps {
            if step.kind == .asked {
                request = step
            } else {
                pairs.append(ItemExtension(request: request, decision: step))
                request = nil
            }
        }
        if let request { pairs.append(ItemExtension(request: request, decision: nil)) }
        return pairs
    }

    public enum State: String, Sendable, Hashable, CaseIterable {
        case pending
        /// Asked in time and undecided on the due date: from that day on it is the Chairman's (A27).
        case withChairman
        case granted
        /// Asked or granted too late: the item stays late, the new date is one to work by (A28).
        case operatingDate
        case refused

        public var vietnamese: String {
            switch self {
            case .pending: "chờ quyết định"
            case .withChairman: "đến hạn chưa quyết định, chuyển Chủ tịch UBND tỉnh"
            case .granted: "đồng ý gia hạn"
            case .operatingDate: "đồng ý khi đã quá hạn, chỉ là ngày điều hành"
            case .refused: "không đồng ý gia hạn"
            }
        }
    }

    /// What became of it by the end of `day`.
    public func state(at day: CivilDate) -> State {
        switch decision?.kind {
        case .granted: decision?.replacedVersion == nil ? .operatingDate : .granted
        case .refused: .refused
        case .asked, nil: isOverdue(at: day) ? .withChairman : .pending
        }
    }

    /// Whether the assigner let the due date come without deciding what was asked in time: his delay, not the unit's (A27).
    public func isAssignersDelay(at day: CivilDate) -> Bool {
        guard let request, isAskedInTime else { return false }
        guard let decision else { return isOverdue(at: day) }
        return decision.happenedOn > request.dueBefore
    }

    /// The assigner's delay as officers read it.
    public static let delay = "chậm quyết định gia hạn"
    public static let delayWords = "cơ quan giao chưa quyết định đến ngày hết hạn; không phải lỗi của đơn vị"

    /// What its last step does not say by itself: that it waits, what a grant is worth.
    public func remark(at day: CivilDate) -> String? {
        let state = state(at: day)
        return switch state {
        case .pending, .operatingDate: state.vietnamese
        case .granted: decision?.isPostFacto == true ? "Chủ tịch ký sau thời hạn" : nil
        case .withChairman, .refused: nil
        }
    }

    /// Dated by the due date, and in the ledger by then: what came later the assigner could not have read.
    private var isAskedInTime: Bool {
        guard let request else { return false }
        return max(request.happenedOn, request.recordedOn) <= request.dueBefore
    }

    private func isOverdue(at day: CivilDate) -> Bool {
        guard let request else { return false }
        return isAskedInTime && day >= request.dueBefore
    }

    /// As a review judges it.
    public var judged: DueDateExtension? {
        let outcome: DueDateExtension.Decision =
            switch (decision?.kind, decision?.newDueOn) {
            case (.granted, let newDueOn?): .granted(on: decision?.happenedOn ?? newDueOn, newDueOn: newDueOn)
            case (.refused, _): .refused(on: decision?.happenedOn ?? .latest)
            default: .pending
            }
        return DueDateExtension(
            requestedOn: request?.happenedOn, decision: outcome, isPostFacto: decision?.isPostFacto ?? false)
    }
}

extension [ItemExtension] {
    /// How many were granted and moved the date: beyond the campaign's `maxExtensions` the council sees it (A27).
    public var granted: Int {
        count { $0.decision?.replacedVersion != nil }
    }

    /// The one that waits for a decision.
    public var undecided: ItemExtension? {
        last.flatMap { $0.decision == nil ? $0 : nil }
    }
}

/// A request that waits for its decision, with the item it is about: one row of a list.
public struct WaitingExtension: Sendable, Hashable {
    public let request: ExtensionStep
    public let code: String
    public let title: String
    public let tenant: Tenant.Slug
    public let unitName: String

    public init(request: ExtensionStep, code: String, title: String, tenant: Tenant.Slug, unitName: String) {
        self.request = request
        self.code = code
        self.title = title
        self.tenant = tenant
        self.unitName = unitName
    }

    public var state: ItemExtension { ItemExtension(request: request, decision: nil) }

    /// Where a page ended: what is due soonest comes first.
    public struct Position: Sendable, Hashable {
        public let dueOn: CivilDate
        public let id: ExtensionStep.ID

        public init(dueOn: CivilDate, id: ExtensionStep.ID) {
            self.dueOn = dueOn
            self.id = id
        }
    }

    public var position: Position { Position(dueOn: request.dueBefore, id: request.id) }
}

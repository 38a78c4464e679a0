extension CheckPoint {
    /// What the items of one unit show, each of which is looked at once.
    struct Seen: Sendable {
        private let ledger: LedgerFile
        private let limits: Limits
        /// The last days before the review.
        private let window: ClosedRange<CivilDate>
        /// The items concerned.
        private var found: [Kind: [LedgerOrder]] = [:]

        init(in ledger: LedgerFile, _ limits: Limits) {
            self.ledger = ledger
            self.limits = limits
            window = ledger.reviewEnd.adding(days: -limits.movedDays)...ledger.reviewEnd
        }

        mutating func add(_ judged: ItemJudgement) {
            if judged.isExtendedOut(of: ledger.parameters) { note(judged, .extendedOut) }
            if isMovedLate(judged) { note(judged, .movedLate) }
            if isExempted(judged) { note(judged, .exemptedShare) }
            if isEasyLate(judged) { note(judged, .easyLate) }
            if isSlack(judged) { note(judged, .slack) }
            if isBackDated(judged) { note(judged, .backDated) }
            if isUndated(judged) { note(judged, .undated) }
        }

        private mutating func note(_ judged: ItemJudgement, _ kind: Kind) { found[kind, default: []].append(LedgerOrder(of: judged.item)) }

        /// The items in the order of the ledger, whatever the order in which they came.
        var inOrder: Seen {
            var seen = self
            seen.found = found.mapValues { $0.sorted() }
            return seen
        }

        /// In the order of ``Kind``.
        ///
        /// - Parameter verdict: of the same items.
        func points(of verdict: UnitVerdict) -> [CheckPoint] {
            [
                fewItems(verdict), extendedOut(verdict), movedLate, exemptedShare(verdict), easyLate, slack, backDated, undated,
            ].compactMap(\.self)
        }

        // MARK: - One item

        private func isMovedLate(_ judged: ItemJudgement) -> Bool {
            judged.item.extensions.contains { $0.grantedOn.map { window.contains($0) && $0 <= ledger.asOf } ?? false }
        }

        private func isExempted(_ judged: ItemJudgement) -> Bool {
            judged.item.isInCampaign && judged.item.role == .lead && judged.item.status == .exempt && judged.item.assignedOn <= ledger.asOf
        }

        private func isEasyLate(_ judged: ItemJudgement) -> Bool {
            judged.isCounted && judged.isAhead && window.contains(judged.item.assignedOn)
        }

        private func isSlack(_ judged: ItemJudgement) -> Bool {
            guard judged.isCounted, judged.isAhead, let done = judged.item.completedOn, let due = judged.item.originalDueOn else {
                return false
            }
            return 100 * done.days(to: due) > limits.slackPercent * judged.item.assignedOn.days(to: due)
        }

        private func isBackDated(_ judged: ItemJudgement) -> Bool {
            judged.isCounted && judged.item.completedOn.map { $0 < judged.item.assignedOn } ?? false
        }

        private func isUndated(_ judged: ItemJudgement) -> Bool {
            let item = judged.item
            guard item.isInCampaign, item.role == .lead, item.status == .active, item.dueDate(at: ledger.asOf) == nil else { return false }
            return ledger.calendar.count(after: item.assignedOn, through: ledger.asOf) > limits.clocks.fixingDate
        }

        // MARK: - The unit

        private func codes(_ kind: Kind) -> [String] { found[kind]?.map(\.code) ?? [] }

        private func fewItems(_ verdict: UnitVerdict) -> CheckPoint? {
            guard verdict.flags.contains(.fewItems) else { return nil }
            return CheckPoint(
                .fewItems, words: "Chỉ có \(verdict.counted) nhiệm vụ, chỉ tiêu được tính (ít hơn \(ledger.parameters.minimumItems)).")
        }

        private func extendedOut(_ verdict: UnitVerdict) -> CheckPoint? {
            guard verdict.flags.contains(.extendedOut) else { return nil }
            return CheckPoint(
                .extendedOut, items: codes(.extendedOut),
                words: "Gia hạn quá ngày \(ledger.parameters.finalEnd.vietnamese) nên không còn được tính.")
        }

        private var movedLate: CheckPoint? {
            let items = codes(.movedLate)
            guard items.count >= CheckPoint.burst else { return nil }
            return CheckPoint(
                .movedLate, items: items,
                words: "\(items.count) nhiệm vụ, chỉ tiêu được điều chỉnh thời hạn trong \(limits.movedDays) ngày trước ngày chốt số liệu.")
        }

        private func exemptedShare(_ verdict: UnitVerdict) -> CheckPoint? {
            let items = codes(.exemptedShare)
            let all = verdict.counted + items.count
            guard all > 0, 100 * items.count > limits.exemptedPercent * all else { return nil }
            return CheckPoint(
                .exemptedShare, items: items,
                words: "\(items.count)/\(all) nhiệm vụ, chỉ tiêu không tính vào đánh giá, trên \(limits.exemptedPercent)%.")
        }

        private var easyLate: CheckPoint? {
            let items = codes(.easyLate)
            guard items.count >= CheckPoint.burst else { return nil }
            return CheckPoint(
                .easyLate, items: items,
                words: "\(items.count) nhiệm vụ, chỉ tiêu giao trong \(limits.movedDays) ngày trước ngày chốt số liệu đã vượt tiến độ.")
        }

        private var slack: CheckPoint? {
            let items = codes(.slack)
            guard !items.isEmpty else { return nil }
            return CheckPoint(
                .slack, items: items,
                words: "\(items.count) nhiệm vụ, chỉ tiêu hoàn thành khi còn quá \(limits.slackPercent)% thời gian được giao.")
        }

        private var backDated: CheckPoint? {
            let items = codes(.backDated)
            return items.isEmpty ? nil : CheckPoint(.backDated, items: items, words: "Ngày hoàn thành trước ngày giao.")
        }

        private var undated: CheckPoint? {
            let items = codes(.undated)
            guard !items.isEmpty else { return nil }
            return CheckPoint(
                .undated, items: items,
                words: "\(items.count) nhiệm vụ, chỉ tiêu chưa có thời hạn sau \(limits.clocks.fixingDate) ngày làm việc kể từ ngày giao.")
        }
    }
}

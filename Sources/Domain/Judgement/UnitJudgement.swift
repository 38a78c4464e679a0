/// The judgement of one unit: rules 4 to 7 of the ledger file format over its counted items, each of which is looked at once.
struct UnitJudgement: Sendable {
    private let unit: LedgerFile.Unit
    private let ledger: LedgerFile
    private let keepsItems: Bool
    /// Empty unless they are kept.
    private var items: [ItemJudgement] = []
    private var counted = Tally()
    /// Of the counted ones those that are done.
    private var done = Tally()
    private var dueByInterim = 0
    private var tested = Tested()
    /// Of each item that has some.
    private var itemFailures: [(place: LedgerOrder, failures: [Failure])] = []
    private var hasExtendedOut = false

    private var parameters: JudgementParameters { ledger.parameters }

    /// No item is judged yet.
    ///
    /// - Parameter keepsItems: whether the verdict shows how each item was seen.
    init(_ unit: LedgerFile.Unit, in ledger: LedgerFile, keepsItems: Bool) {
        self.unit = unit
        self.ledger = ledger
        self.keepsItems = keepsItems
        if keepsItems { items.reserveCapacity(unit.items.count) }
    }

    @discardableResult
    mutating func add(_ item: LedgerItem) -> ItemJudgement {
        let judged = ItemJudgement(item, in: ledger)
        if keepsItems { items.append(judged) }
        if judged.isExtendedOut(of: parameters) { hasExtendedOut = true }
        if let item = CountedItem(judged, in: ledger) { add(item) }
        return judged
    }

    private mutating func add(_ item: CountedItem) {
        counted.add(item.judged)
        if item.judged.isDone { done.add(item.judged) }
        if item.isDueByInterim { dueByInterim += 1 }
        if ledger.review == .interim, parameters.s2Rule != .each, item.isTestedForProgress { tested.add(item.judged) }
        let failures = item.failures
        if !failures.isEmpty { itemFailures.append((LedgerOrder(of: item.judged.item), failures)) }
    }

    /// What the items fail by in the order of the ledger, whatever the order in which they came.
    var inOrder: UnitJudgement {
        var judgement = self
        judgement.itemFailures.sort { $0.place < $1.place }
        return judgement
    }

    var verdict: UnitVerdict {
        let failures = failures
        let verdict = verdict(after: failures)
        let base = parameters.aheadBase == .counted ? counted : done
        return UnitVerdict(
            code: unit.code, name: unit.name, verdict: verdict,
            letter: verdict == .pass && base.count > 0
                && 100 * base.aheadOrAbove >= parameters.letterPercent(at: ledger.review) * base.count,
            individuals: verdict == .pass && unit.isFirstTier ? parameters.individuals(at: ledger.review) : 0,
            aheadOrAbove: base.aheadOrAbove, aheadBase: base.count, s1: dueByInterim, s2: counted.count - dueByInterim,
            failures: failures, flags: flags, items: items)
    }

    /// How many items, and how many of them are early or above.
    private struct Tally: Sendable {
        private(set) var count = 0
        private(set) var aheadOrAbove = 0

        mutating func add(_ item: ItemJudgement) {
            count += 1
            if item.isAheadOrAbove { aheadOrAbove += 1 }
        }
    }

    /// The items that had to show progress, for the rules that read them together.
    private struct Tested: Sendable {
        private(set) var count = 0
        private(set) var done = 0
        /// Sum, in ten-thousandths.
        private(set) var progress = 0

        mutating func add(_ item: ItemJudgement) {
            count += 1
            if item.isDone { done += 1 }
            progress += item.progress.clippedTenThousandths
        }
    }

    private func verdict(after failures: [Failure]) -> UnitVerdict.Verdict {
        if counted.count == 0 { return .insufficientBasis }
        if !failures.isEmpty { return .fail }
        return unit.isMottoAccepted == nil ? .pending : .pass
    }

    // MARK: Failures

    private var failures: [Failure] {
        if counted.count == 0 { return [] }
        var failures = itemFailures.flatMap(\.failures)
        if ledger.review == .interim {
            failures += laterItemsFailures
        }
        if unit.isMottoAccepted == false {
            failures.append(
                Failure(item: nil, rule: .motto, detail: "Hội đồng không công nhận thực hiện tốt phương châm của phong trào thi đua"))
        }
        return failures
    }

    /// The readings of the minimum progress that concern the unit as a whole (A35).
    private var laterItemsFailures: [Failure] {
        if tested.count == 0 { return [] }
        let minimum = parameters.minimumProgressPercent
        switch parameters.s2Rule {
        case .each: return []
        case .average:
            guard tested.progress < minimum * 10_000 * tested.count else { return [] }
            let mean = Progress(part: Int128(tested.progress), whole: Int128(1_000_000 * tested.count)).vietnamese
            return [
                Failure(
                    item: nil, rule: .average,
                    detail: "Tiến độ bình quân của \(tested.count) nhiệm vụ, chỉ tiêu đến hạn sau là \(mean), dưới \(minimum)%")
            ]
        case .share:
            guard 100 * tested.done < minimum * tested.count else { return [] }
            return [
                Failure(
                    item: nil, rule: .share,
                    detail: "Hoàn thành \(tested.done)/\(tested.count) nhiệm vụ, chỉ tiêu đến hạn sau, dưới \(minimum)%")
            ]
        }
    }

    // MARK: Flags

    private var flags: [UnitVerdict.Flag] {
        var flags: [UnitVerdict.Flag] = []
        if counted.count > 0, counted.count < parameters.minimumItems { flags.append(.fewItems) }
        if hasExtendedOut { flags.append(.extendedOut) }
        return flags
    }
}

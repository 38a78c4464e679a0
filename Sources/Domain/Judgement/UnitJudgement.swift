/// The judgement of one unit: rules 4 to 7 of the ledger file format over its counted items.
struct UnitJudgement {
    private let unit: LedgerFile.Unit
    private let ledger: LedgerFile
    private let items: [ItemJudgement]
    private let counted: [CountedItem]

    private var parameters: JudgementParameters { ledger.parameters }

    init(_ unit: LedgerFile.Unit, in ledger: LedgerFile) {
        self.unit = unit
        self.ledger = ledger
        items = unit.items.map { ItemJudgement($0, in: ledger) }
        counted = items.compactMap { CountedItem($0, in: ledger) }
    }

    var verdict: UnitVerdict {
        let failures = failures
        let verdict = verdict(after: failures)
        let base = parameters.aheadBase == .counted ? counted : counted.filter(\.judged.isDone)
        let ahead = base.count(where: \.judged.isAheadOrAbove)
        let dueEarly = counted.count(where: \.isDueByInterim)
        return UnitVerdict(
            code: unit.code, name: unit.name, verdict: verdict,
            letter: verdict == .pass && !base.isEmpty && 100 * ahead >= parameters.letterPercent(at: ledger.review) * base.count,
            individuals: verdict == .pass && unit.isFirstTier ? parameters.individuals(at: ledger.review) : 0,
            aheadOrAbove: ahead, aheadBase: base.count, s1: dueEarly, s2: counted.count - dueEarly,
            failures: failures, flags: flags, items: items)
    }

    private func verdict(after failures: [Failure]) -> UnitVerdict.Verdict {
        if counted.isEmpty { return .insufficientBasis }
        if !failures.isEmpty { return .fail }
        return unit.isMottoAccepted == nil ? .pending : .pass
    }

    // MARK: Failures

    private var failures: [Failure] {
        if counted.isEmpty { return [] }
        var failures = counted.flatMap(\.failures)
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
        let tested = counted.filter(\.isTestedForProgress)
        if tested.isEmpty { return [] }
        let minimum = parameters.minimumProgressPercent
        switch parameters.s2Rule {
        case .each: return []
        case .average:
            let sum = tested.reduce(0) { $0 + $1.judged.progress.clippedTenThousandths }
            guard sum < minimum * 10_000 * tested.count else { return [] }
            let mean = Progress(part: Int128(sum), whole: Int128(1_000_000 * tested.count)).vietnamese
            return [
                Failure(
                    item: nil, rule: .average,
                    detail: "Tiến độ bình quân của \(tested.count) nhiệm vụ, chỉ tiêu đến hạn sau là \(mean), dưới \(minimum)%")
            ]
        case .share:
            let done = tested.count(where: \.judged.isDone)
            guard 100 * done < minimum * tested.count else { return [] }
            return [
                Failure(
                    item: nil, rule: .share, detail: "Hoàn thành \(done)/\(tested.count) nhiệm vụ, chỉ tiêu đến hạn sau, dưới \(minimum)%")
            ]
        }
    }

    // MARK: Flags

    private var flags: [UnitVerdict.Flag] {
        var flags: [UnitVerdict.Flag] = []
        if !counted.isEmpty, counted.count < parameters.minimumItems { flags.append(.fewItems) }
        if items.contains(where: wasExtendedOut) { flags.append(.extendedOut) }
        return flags
    }

    private func wasExtendedOut(_ judged: ItemJudgement) -> Bool {
        guard judged.exclusions == [.dueAfterCampaign], let original = judged.item.originalDueOn else { return false }
        return original <= parameters.finalEnd
    }
}

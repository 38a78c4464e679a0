/// A counted item, whose date is therefore known, under the tests of rule 4.
struct CountedItem {
    let judged: ItemJudgement
    let dueOn: CivilDate
    private let ledger: LedgerFile

    private var item: LedgerItem { judged.item }
    private var parameters: JudgementParameters { ledger.parameters }

    /// Nil for an item that is not counted.
    init?(_ judged: ItemJudgement, in ledger: LedgerFile) {
        guard judged.isCounted, let dueOn = judged.dueOn else { return nil }
        self.judged = judged
        self.dueOn = dueOn
        self.ledger = ledger
    }

    /// Whether the item belongs to S1 (A34).
    var isDueByInterim: Bool { dueOn <= parameters.interimEnd }

    /// Whether the item has to show progress at the interim review: due later, and not given too late to have any (A31).
    var isTestedForProgress: Bool {
        !isDueByInterim
            && ledger.calendar.isDay(
                item.assignedOn, atLeast: parameters.newItemGraceWorkingDays, workingDaysBefore: parameters.interimEnd)
    }

    /// What the item fails by, in the order of rule 4, each rule at most once.
    var failures: [Failure] {
        // Most items have none, for which nothing is allocated.
        var failures: [Failure] = []
        if let notDone { failures.append(notDone) }
        if let late { failures.append(late) }
        if let progress { failures.append(progress) }
        if let quality { failures.append(quality) }
        if let violation { failures.append(violation) }
        return failures
    }

    // MARK: Tests

    private var notDone: Failure? {
        guard !judged.isDone, dueOn <= ledger.asOf, isDueInReview else { return nil }
        return failure(.notDone, "Chưa hoàn thành, \(dueWords)")
    }

    private var late: Failure? {
        if ledger.review == .final, !parameters.carryPhaseOneLate, isDueByInterim { return nil }
        if isDoneLate, let completedOn = item.completedOn {
            return failure(.late, "Hoàn thành ngày \(completedOn.vietnamese), quá hạn \(dueOn.days(to: completedOn)) ngày, \(dueWords)")
        }
        guard let occurrence = lateOccurrence else { return nil }
        let result = occurrence.completedOn.map { "hoàn thành ngày \($0.vietnamese)" } ?? "chưa hoàn thành"
        return failure(.late, "\(Failure.deadline) \(occurrence.dueOn.vietnamese) \(result)")
    }

    private var progress: Failure? {
        let minimum = parameters.minimumProgressPercent
        guard ledger.review == .interim, parameters.s2Rule == .each, isTestedForProgress, judged.progress.isBelow(percent: minimum) else {
            return nil
        }
        return failure(.progress, "Tiến độ \(judged.progress.vietnamese), dưới \(minimum)%, \(dueWords)")
    }

    private var quality: Failure? {
        guard item.qualityReturns > parameters.maximumQualityReturns else { return nil }
        return failure(.quality, "Bị trả lại \(item.qualityReturns) lần vì chất lượng, quá \(parameters.maximumQualityReturns) lần")
    }

    private var violation: Failure? {
        guard item.violations > 0 else { return nil }
        return failure(.violation, "Có \(item.violations) kết luận vi phạm qua thanh tra, kiểm tra")
    }

    // MARK: Parts

    /// The interim review asks for results only of what is due by its day.
    var isDueInReview: Bool { ledger.review == .final || isDueByInterim }

    /// Whether the whole of it was done, but after its date.
    var isDoneLate: Bool { judged.isDone && isDueInReview && item.completedOn.map { $0 > dueOn } == true }

    /// The deadlines of a periodic item that were missed (A16).
    var lateOccurrences: [LedgerItem.Occurrence] { item.occurrences.filter { $0.isLate(at: limitForOccurrences) } }

    /// The first of these.
    var lateOccurrence: LedgerItem.Occurrence? { lateOccurrences.first }

    private var limitForOccurrences: CivilDate {
        ledger.review == .interim ? min(ledger.asOf, parameters.interimEnd) : ledger.asOf
    }

    private var dueWords: String {
        guard let original = item.originalDueOn else { return "hạn \(dueOn.vietnamese)" }
        return original == dueOn ? "hạn \(dueOn.vietnamese)" : "hạn \(dueOn.vietnamese) (hạn ban đầu \(original.vietnamese))"
    }

    private func failure(_ rule: Failure.Rule, _ detail: String) -> Failure {
        Failure(item: item.code, rule: rule, detail: detail)
    }
}

/// What a unit still has to do, seen from the day of the ledger; of a day that is still to come, from today.
struct UnitOutlook {
    private typealias Step = UnitExplanation.Step

    private let verdict: UnitVerdict
    private let ledger: LedgerFile
    private let counted: [CountedItem]
    private let isMottoAccepted: Bool?
    private let isFirstTier: Bool
    /// By the code of the item, of those that fail.
    private let papers: [String: ItemPapers]
    /// Within how many working days the assigner fixes a date for what has none (A26).
    private let fixingDate: Int
    /// Nil where the day of the ledger has passed, or a file does not say from when it is looked at.
    private let today: CivilDate?

    private var parameters: JudgementParameters { ledger.parameters }

    init(
        _ verdict: UnitVerdict, of unit: LedgerFile.Unit, in ledger: LedgerFile, papers: [String: ItemPapers], fixingDate: Int,
        today: CivilDate?
    ) {
        self.verdict = verdict
        self.papers = papers
        self.fixingDate = fixingDate
        self.today = today.flatMap { $0 <= ledger.asOf ? $0 : nil }
        isMottoAccepted = unit.isMottoAccepted
        isFirstTier = unit.isFirstTier
        self.ledger = ledger
        counted = verdict.items.compactMap { CountedItem($0, in: ledger) }
    }

    /// Whether something can still be done by that day.
    private func isOpen(_ day: CivilDate) -> Bool {
        today.map { day >= $0 } ?? (day > ledger.asOf)
    }

    // MARK: To pass

    var toPass: [UnitExplanation.Step] {
        if counted.isEmpty {
            return [Step(.note, "Chưa có nhiệm vụ, chỉ tiêu nào được tính nên chưa đủ căn cứ xét; không phải là không đạt.")] + undated
        }
        let byCode = Dictionary(counted.map { ($0.judged.item.code, $0) }, uniquingKeysWith: { first, _ in first })
        let failing = verdict.failures.compactMap { failure in step(failure, on: failure.item.flatMap { byCode[$0] }) }
        return (failing.isEmpty ? [] : forecast) + failing + open + undated + (isMottoAccepted == nil ? [mottoStep] : [])
    }

    /// Of a day that is still to come nothing is known: what is not done by now counts as not done.
    private var forecast: [UnitExplanation.Step] {
        guard let today, today < ledger.asOf else { return [] }
        return [Step(.note, "Dự báo đến ngày \(ledger.asOf.vietnamese): coi như sau ngày \(today.vietnamese) không có thêm kết quả.")]
    }

    private var mottoStep: UnitExplanation.Step {
        Step(.motto, "Hội đồng Thi đua - Khen thưởng kết luận về việc thực hiện phương châm của phong trào thi đua.")
    }

    private func step(_ failure: Failure, on counted: CountedItem?) -> UnitExplanation.Step? {
        let item = failure.item
        switch failure.rule {
        case .notDone:
            guard let counted else { return overdue(item) }
            if isOpen(counted.dueOn) { return completion(of: counted) }
            return acceptance(of: counted) ?? another(of: counted)
                ?? overdue(item, byDefault(counted.judged.item) + Self.missed(counted.judged.item))
        case .late:
            guard let counted, !counted.isDoneLate, let occurrence = counted.lateOccurrence else { return overdue(item) }
            if occurrence.completedOn == nil, isOpen(occurrence.dueOn) { return delivery(of: occurrence, counted) }
            if let waiting = confirmation(ofDeliveries: counted) { return waiting }
            let deadlines = Self.words(deadlines: missed(of: counted))
            return Step(
                .beyondRepair, item: item,
                "\(deadlines) đã qua; thực hiện thêm không làm thay đổi. Chỉ được xét lại khi có văn bản xác định "
                    + "không tính vào đánh giá, \(signedInTime).")
        case .quality:
            return Step(.beyondRepair, item: item, "Số lần bị trả lại vì chất lượng đã vượt mức cho phép.")
        case .violation:
            return Step(.beyondRepair, item: item, "Kết luận vi phạm gắn với nhiệm vụ, chỉ tiêu; chỉ thay đổi khi kết luận được thay đổi.")
        case .motto:
            return Step(.beyondRepair, "Hội đồng đã kết luận không công nhận thực hiện tốt phương châm.")
        case .progress:
            let minimum = parameters.minimumProgressPercent
            if let counted, let waiting = confirmation(of: counted) { return waiting }
            guard isOpen(parameters.interimEnd) else {
                return Step(.beyondRepair, item: item, "Ngày chốt số liệu đã đến mà tiến độ được tính chưa đạt \(minimum)%.")
            }
            return Step(
                .progress, item: item, by: parameters.interimEnd,
                "Đạt tiến độ ít nhất \(minimum)%, được xác nhận, chậm nhất ngày \(parameters.interimEnd.vietnamese).")
        case .average, .share:
            guard isOpen(parameters.interimEnd) else {
                return Step(.beyondRepair, "Ngày chốt số liệu đã đến mà mức tối thiểu chưa đạt.")
            }
            return Step(
                .progress, by: parameters.interimEnd,
                "Nâng tiến độ các nhiệm vụ, chỉ tiêu đến hạn sau, chậm nhất ngày \(parameters.interimEnd.vietnamese). \(failure.detail).")
        }
    }

    /// - Parameter reason: why the item is not done although its result was accepted.
    private func overdue(_ item: String?, _ reason: String = "") -> UnitExplanation.Step {
        // Who may move a date: the Chairman for the units of the province, inside a unit its head (A27).
        let signer = isFirstTier ? "Chủ tịch UBND tỉnh" : "thủ trưởng đơn vị"
        return Step(
            .beyondRepair, item: item,
            "\(reason)Đã quá hạn; hoàn thành thêm không làm thay đổi. Chỉ được xét lại khi có văn bản của \(signer) đồng ý gia hạn, "
                + "hoặc văn bản xác định không tính vào đánh giá, \(signedInTime).")
    }

    /// A paper that is dated later changes nothing of this review, in no version of its figures.
    private var signedInTime: String { "ký chậm nhất ngày \(max(ledger.asOf, ledger.reviewEnd).vietnamese)" }

    /// A result that was there in time and waits for who gave the item: accepted, it counts by its own day (A25, A61).
    private func acceptance(of counted: CountedItem) -> UnitExplanation.Step? {
        let item = counted.judged.item
        guard !item.isAccepted, let sent = item.completedOn, sent <= min(counted.dueOn, ledger.asOf),
            item.measure.map({ $0.isMet || reported($0, of: item)?.isMet == true }) ?? true
        else { return nil }
        return Step(
            .complete, item: item.code,
            "Đã báo cáo kết quả ngày \(sent.vietnamese), trong hạn; chờ \(confirmer(of: item)) xác nhận. Được xác nhận trước khi hết thời gian đối "
                + "chiếu thì tính là hoàn thành ngày đó.")
    }

    /// A result whose acceptance was taken back, and none was sent since: the day of the right paper counts (A25, A62).
    private func another(of counted: CountedItem) -> Step? {
        let item = counted.judged.item
        guard papers[item.code]?.isRevoked == true, !item.isAccepted, item.completedOn == nil else { return nil }
        return Step(
            .complete, item: item.code,
            "Xác nhận hoàn thành đã bị hủy: báo cáo lại kết quả, ghi đúng ngày của văn bản. Ngày đó trong hạn và được xác nhận thì tính là "
                + "hoàn thành ngày đó.")
    }

    /// Progress that was reported and is enough, but waits for who gave the item; confirmed, it counts by the day of its evidence (A36, A61).
    private func confirmation(of counted: CountedItem) -> Step? {
        let (item, minimum) = (counted.judged.item, parameters.minimumProgressPercent)
        let last = min(ledger.asOf, parameters.interimEnd)
        func isEnough(_ report: ItemPapers.Unconfirmed) -> Bool {
            guard report.on <= last else { return false }
            guard let measure = item.measure else { return (report.percent ?? 0) >= minimum }
            return measure.measuring(report.figure)?.progress.isBelow(percent: minimum) == false
        }
        var sent = unconfirmed(of: item).last(where: isEnough)
        if sent == nil, !item.isAccepted, let completedOn = item.completedOn, completedOn <= last, item.measure == nil {
            sent = ItemPapers.Unconfirmed(on: completedOn, percent: 100, words: "kết quả")
        }
        guard let sent else { return nil }
        return Step(
            .progress, item: item.code, by: isOpen(parameters.interimEnd) ? parameters.interimEnd : nil,
            "Đã báo cáo \(sent.words) ngày \(sent.on.vietnamese), chờ \(confirmer(of: item)) xác nhận. \(Self.confirmedInTime)")
    }

    /// Deliveries of a periodic item that were there in time for every deadline it misses, and wait for who gave it.
    private func confirmation(ofDeliveries counted: CountedItem) -> Step? {
        let item = counted.judged.item
        let waiting = missed(of: counted).map { occurrence in
            papers[item.code]?.unconfirmed.first { report in
                report.occurrence == occurrence.dueOn && report.on <= min(occurrence.dueOn, ledger.asOf)
            }
        }
        let found = waiting.compactMap(\.self)
        guard !found.isEmpty, found.count == waiting.count else { return nil }
        let words = found.map { "\($0.words) ngày \($0.on.vietnamese)" }.joined(separator: ", ")
        return Step(
            .complete, item: item.code, "Đã báo cáo \(words), chờ \(confirmer(of: item)) xác nhận. \(Self.confirmedInTime)")
    }

    private static let confirmedInTime =
        "Được xác nhận trước khi hết thời gian đối chiếu thì được tính; sau đó phải đính chính số liệu đã chốt."

    /// Of the item as a whole.
    private func unconfirmed(of item: LedgerItem) -> [ItemPapers.Unconfirmed] {
        papers[item.code]?.unconfirmed.filter { $0.occurrence == nil } ?? []
    }

    /// The target as it would stand with the last figure that nobody confirmed yet.
    private func reported(_ measure: TargetMeasure, of item: LedgerItem) -> TargetMeasure? {
        unconfirmed(of: item).last { $0.figure != nil && $0.on <= ledger.asOf }.flatMap { measure.measuring($0.figure) }
    }

    private func confirmer(of item: LedgerItem) -> String { papers[item.code]?.confirmer ?? "cơ quan giao" }

    /// Deadlines of a periodic item that are lost: what is still to come by the day of the review is not.
    private func missed(of counted: CountedItem) -> [LedgerItem.Occurrence] {
        counted.lateOccurrences.filter { $0.completedOn != nil || !isOpen($0.dueOn) }
    }

    /// `Kỳ hạn 15/07/2023`, `Các kỳ hạn 15/07/2023, 15/08/2023`.
    private static func words(deadlines: [LedgerItem.Occurrence]) -> String {
        (deadlines.count == 1 ? "Kỳ hạn " : "Các kỳ hạn ") + deadlines.map(\.dueOn.vietnamese).joined(separator: ", ")
    }

    /// Of frozen figures: why an item that nobody gave a date is held to one (A26).
    private func byDefault(_ item: LedgerItem) -> String {
        guard item.dueDate(at: ledger.asOf) == nil else { return "" }
        return "Chưa được ấn định thời hạn nên xét theo thời hạn \(parameters.finalEnd.vietnamese). "
    }

    private static func missed(_ item: LedgerItem) -> String {
        guard item.isAccepted, let measure = item.measure, !measure.isMet, let actual = measure.actual else { return "" }
        return "Kết quả đã được xác nhận nhưng số liệu \(actual.vietnamese) chưa đạt mức \(measure.words). "
    }

    /// What is not due yet but will be by the review, the earliest first.
    private var open: [UnitExplanation.Step] {
        let items = counted.filter { !$0.judged.isDone && $0.dueOn > ledger.asOf && $0.isDueInReview }.map(completion)
        let deliveries = counted.flatMap { counted in
            counted.judged.item.occurrences
                .filter { $0.completedOn == nil && $0.dueOn > ledger.asOf && $0.dueOn <= ledger.reviewEnd }
                .map { delivery(of: $0, counted) }
        }
        return (items + deliveries).sorted { ($0.by ?? .latest, $0.item ?? "") < ($1.by ?? .latest, $1.item ?? "") }
    }

    /// One deadline of a periodic item (A16).
    private func delivery(of occurrence: LedgerItem.Occurrence, _ counted: CountedItem) -> UnitExplanation.Step {
        Step(
            .complete, item: counted.judged.item.code, by: occurrence.dueOn,
            "Thực hiện kỳ hạn \(occurrence.dueOn.vietnamese) đúng hạn, được xác nhận.")
    }

    private func completion(of item: CountedItem) -> UnitExplanation.Step {
        Step(
            .complete, item: item.judged.item.code, by: item.dueOn,
            "\(byDefault(item.judged.item))Hoàn thành chậm nhất ngày \(item.dueOn.vietnamese), kết quả được xác nhận.\(Self.goal(item.judged.item))"
        )
    }

    private static func goal(_ item: LedgerItem) -> String {
        guard let measure = item.measure, !measure.isMet else { return "" }
        return " Mức phải đạt: \(measure.words)\(measure.actual.map { ", hiện \($0.vietnamese)" } ?? ", chưa có số liệu")."
    }

    /// Items that a preview leaves out because nobody fixed their date.
    private var undated: [UnitExplanation.Step] {
        verdict.items.filter { $0.exclusions == [.noDueDate] }.map { judged in
            let last = ledger.calendar.day(fixingDate, workingDaysAfter: judged.item.assignedOn)
            return Step(
                .fixDate, item: judged.item.code, by: ledger.reviewEnd,
                "Chưa có thời hạn. Cơ quan giao phải ấn định trong \(fixingDate) ngày làm việc kể từ ngày giao (chậm nhất \(last.vietnamese)); "
                    + "nếu không, khi chốt số liệu thời hạn là ngày \(parameters.finalEnd.vietnamese).")
        }
    }

    // MARK: To the letter

    var toLetter: [UnitExplanation.Step] {
        if verdict.letter || counted.isEmpty { return [] }
        if verdict.verdict == .fail, toPass.contains(where: { $0.kind == .beyondRepair }) {
            return [Step(.note, "Không xét Thư khen vì không đủ điều kiện xét Bằng khen.")]
        }
        let percent = parameters.letterPercent(at: ledger.review)
        guard let missing = missing(to: percent) else {
            return [Step(.note, "Không còn đủ nhiệm vụ, chỉ tiêu để đạt \(percent)%.")]
        }
        if missing == 0 {
            return [Step(.note, "Tỷ lệ đã đạt \(verdict.share); được xét Thư khen khi đạt kết quả xét.")]
        }
        let chances = chances
        if chances.count < missing {
            let left = chances.isEmpty ? "không còn nhiệm vụ, chỉ tiêu nào" : "chỉ còn \(chances.count) nhiệm vụ, chỉ tiêu"
            return [
                Step(
                    .note,
                    "Không còn đạt được \(percent)%: cần thêm \(missing), \(left) có thể vượt tiến độ hoặc vượt chỉ tiêu; hiện \(verdict.share)."
                )
            ]
        }
        let head = Step(
            .note,
            "Cần thêm \(missing) nhiệm vụ, chỉ tiêu vượt tiến độ hoặc vượt chỉ tiêu để đạt \(percent)%; hiện \(verdict.share).")
        return [head] + chances
    }

    /// How many more are needed; nil where no number of them is enough.
    private func missing(to percent: Int) -> Int? {
        let growsWithEach = parameters.aheadBase == .completed
        return (0...counted.count - verdict.aheadOrAbove).first { more in
            let base = verdict.aheadBase + (growsWithEach ? more : 0)
            return base > 0 && 100 * (verdict.aheadOrAbove + more) >= percent * base
        }
    }

    /// Items that can still become ahead or above, the earliest last day first.
    private var chances: [UnitExplanation.Step] {
        counted.filter { !$0.judged.isAheadOrAbove }.compactMap(chance)
            .sorted { ($0.by ?? .latest, $0.item ?? "") < ($1.by ?? .latest, $1.item ?? "") }
    }

    /// What is done after the review's own day counts in the next one.
    private func chance(_ counted: CountedItem) -> UnitExplanation.Step? {
        let item = counted.judged.item
        if !counted.judged.isDone, let original = item.originalDueOn, item.occurrences.isEmpty {
            if !item.isAccepted, let sent = item.completedOn, sent <= ledger.asOf, item.measure?.isMet ?? true,
                ledger.calendar.isDay(sent, atLeast: parameters.minimumEarlyWorkingDays, workingDaysBefore: original)
            {
                return Step(
                    .ahead, item: item.code, "Đã báo cáo kết quả ngày \(sent.vietnamese); được cơ quan giao xác nhận thì là vượt tiến độ.")
            }
            let last = min(ledger.calendar.day(parameters.minimumEarlyWorkingDays, workingDaysBefore: original), ledger.reviewEnd)
            if isOpen(last) {
                return Step(
                    .ahead, item: item.code, by: last,
                    "Hoàn thành chậm nhất ngày \(last.vietnamese) (hạn ban đầu \(original.vietnamese)) là vượt tiến độ.")
            }
        }
        let last = min(counted.dueOn, ledger.reviewEnd)
        guard let measure = item.measure, isOpen(last) else { return nil }
        return Step(
            .above, item: item.code, by: last,
            "Kết quả tốt hơn \(measure.target.vietnamese) chậm nhất ngày \(last.vietnamese) là vượt chỉ tiêu.")
    }
}

extension TargetMeasure {
    /// The same target with another result.
    fileprivate func measuring(_ figure: Quantity?) -> TargetMeasure? {
        TargetMeasure(
            direction: direction, target: target, actual: figure, baseline: baseline, isMeasuredAtYearEnd: isMeasuredAtYearEnd)
    }

    /// `ít nhất 7,5`.
    var words: String {
        switch direction {
        case .atLeast: "ít nhất \(target.vietnamese)"
        case .moreThan: "trên \(target.vietnamese)"
        case .atMost: "nhiều nhất \(target.vietnamese)"
        case .lessThan: "dưới \(target.vietnamese)"
        }
    }
}

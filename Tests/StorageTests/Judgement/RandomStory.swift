import Domain
import Foundation
import TestSupport

/// What happened to one item, told twice: as rows of the database, and as the item that a review must see at a day. The second telling knows
/// nothing of SQL.
struct RandomStory {
    struct Report {
        let id: UUID
        let evidenceOn: CivilDate
        let recordedOn: CivilDate
        var milestone: Int?
        var actual: Quantity?
        var isResult = false
        var occurrence: CivilDate?
    }

    struct Act {
        let kind: String
        let decidedOn: CivilDate
        var report: Report?
        var fault: String?
    }

    struct Move {
        let recordedOn: CivilDate
        let dueBefore: CivilDate
        let dueAfter: CivilDate
    }

    let id: UUID
    let code: String
    let isInCampaign: Bool
    let isLead: Bool
    let assignedOn: CivilDate
    let originalDueOn: CivilDate?
    let measure: TargetMeasure?
    private(set) var moves: [Move] = []
    private(set) var reports: [Report] = []
    private(set) var acts: [Act] = []
    /// The deadlines of a periodic item.
    private(set) var deadlines: [CivilDate] = []

    var dueOn: CivilDate? { moves.last?.dueAfter ?? originalDueOn }

    // MARK: - Inventing

    init(_ number: Int, using random: inout SeededGenerator) {
        id = Self.uuid(&random)
        code = "NV-\(number)"
        isInCampaign = random.chance(92)
        isLead = random.chance(92)
        assignedOn = Self.day(random.next() % 100)
        originalDueOn = random.chance(90) ? Self.day(100 + random.next() % 220) : nil
        let directions = TargetMeasure.Direction.allCases
        let quantities = ["7", "0", "-2", "3.4999999999", "12.5"].compactMap { Quantity($0) }
        measure =
            random.chance(40)
            ? TargetMeasure(
                direction: random.one(of: directions), target: random.one(of: quantities), actual: nil,
                baseline: Quantity(random.one(of: ["10", "7", "0"])), isMeasuredAtYearEnd: random.chance(30)) : nil
        inventMoves(using: &random)
        inventReports(using: &random)
        inventDeliveries(using: &random)
        inventEnd(using: &random)
    }

    private mutating func inventMoves(using random: inout SeededGenerator) {
        guard let originalDueOn, random.chance(25) else { return }
        var due = originalDueOn
        for _ in 0..<(1 + random.next() % 2) {
            let next = due.adding(days: 1 + Int(random.next() % 60))
            // Around the date that it moves, and no earlier than the change before.
            let day = max(due.adding(days: 2 - Int(random.next() % 8)), moves.last?.recordedOn ?? assignedOn)
            moves.append(Move(recordedOn: day, dueBefore: due, dueAfter: next))
            due = next
        }
    }

    private mutating func inventReports(using random: inout SeededGenerator) {
        for _ in 0..<(random.next() % 4) {
            let on = assignedOn.adding(days: Int(random.next() % 200))
            var report = Report(id: Self.uuid(&random), evidenceOn: on, recordedOn: on.adding(days: Int(random.next() % 4)))
            if measure == nil {
                report.milestone = random.one(of: [0, 10, 30, 50, 70, 90])
            } else {
                report.actual = Quantity(random.one(of: ["-1", "0", "6.9999999999", "7", "8.25"]))
            }
            reports.append(report)
            if random.chance(30) { acts.append(Act(kind: "confirmed", decidedOn: report.recordedOn, report: report)) }
        }
    }

    /// What a periodic item is due for, and what was delivered: some of it twice, some of it unconfirmed.
    private mutating func inventDeliveries(using random: inout SeededGenerator) {
        guard isLead, random.chance(15) else { return }
        let last = originalDueOn ?? assignedOn.adding(days: 250)
        deadlines = (1...8).map { assignedOn.adding(days: 25 * $0) }.filter { $0 <= last }
        for deadline in deadlines {
            for _ in 0..<(random.next() % 3) {
                let on = max(assignedOn, deadline.adding(days: 3 - Int(random.next() % 9)))
                var report = Report(id: Self.uuid(&random), evidenceOn: on, recordedOn: on.adding(days: Int(random.next() % 3)))
                report.occurrence = deadline
                reports.append(report)
                if random.chance(75) { acts.append(Act(kind: "confirmed", decidedOn: report.recordedOn, report: report)) }
            }
        }
    }

    /// Results, returned or accepted or waiting; findings; out of the count.
    private mutating func inventEnd(using random: inout SeededGenerator) {
        var tries = Int(random.next() % 4)
        while tries > 0 {
            let on = assignedOn.adding(days: 20 + Int(random.next() % 220))
            var result = Report(id: Self.uuid(&random), evidenceOn: on, recordedOn: on.adding(days: Int(random.next() % 3)), isResult: true)
            result.milestone = measure == nil ? 100 : nil
            if measure != nil { result.actual = Quantity(random.one(of: ["-3", "7", "7.0000000001", "9"])) }
            reports.append(result)
            tries -= 1
            if random.chance(15) { break }
            let decided = result.recordedOn.adding(days: Int(random.next() % 5))
            if random.chance(65) {
                acts.append(Act(kind: "accepted", decidedOn: decided, report: result))
                break
            }
            acts.append(Act(kind: "returned", decidedOn: decided, report: result, fault: random.one(of: ["quality", "completeness"])))
        }
        if random.chance(6) { acts.append(Act(kind: "violation", decidedOn: assignedOn.adding(days: Int(random.next() % 250)))) }
        if random.chance(10) {
            let kind = random.one(of: ["exempted", "cancelled"])
            acts.append(Act(kind: kind, decidedOn: assignedOn.adding(days: Int(random.next() % 250))))
        }
    }

    private static func day(_ number: UInt64) -> CivilDate {
        Plans.day("2023-01-05").adding(days: Int(number))
    }

    static func uuid(_ random: inout SeededGenerator) -> UUID {
        var bytes = (random.next(), random.next())
        return withUnsafeBytes(of: &bytes) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    // MARK: - As a review sees it

    /// Nil where it was assigned later.
    func item(at day: CivilDate, interimEnd: CivilDate) -> LedgerItem? {
        guard assignedOn <= day else { return nil }
        let accepted = acts.last { $0.kind == "accepted" && ($0.report.map { $0.evidenceOn <= day } ?? false) }
        let judged = Set(acts.compactMap { ["accepted", "returned"].contains($0.kind) ? $0.report?.id : nil })
        let waiting = reports.filter { $0.isResult && $0.evidenceOn <= day && !judged.contains($0.id) }.map(\.evidenceOn).max()
        let seen = inOrder.filter { $0.evidenceOn <= day }
        let dated = acts.filter { $0.decidedOn <= day }
        var item = LedgerItem(
            code: code, work: .task(milestonePercent: 0), isInCampaign: isInCampaign, role: isLead ? .lead : .coordinate,
            assignedOn: assignedOn, originalDueOn: originalDueOn, completedOn: accepted?.report?.evidenceOn ?? waiting,
            isAccepted: accepted != nil)
        item.qualityReturns = dated.count { $0.kind == "returned" && $0.fault == "quality" }
        item.violations = dated.count { $0.kind == "violation" }
        item.status = dated.contains { $0.kind == "exempted" } ? .exempt : dated.contains { $0.kind == "cancelled" } ? .cancelled : .active
        item.extensions = moves.filter { $0.recordedOn <= day }.compactMap {
            DueDateExtension(requestedOn: $0.recordedOn, decision: .granted(on: $0.recordedOn, newDueOn: $0.dueAfter))
        }
        if let measure {
            let counting = Set(acts.compactMap { ["confirmed", "accepted"].contains($0.kind) ? $0.report?.id : nil })
            let figures = seen.filter { $0.actual != nil && counting.contains($0.id) }
            func measured(_ actual: Quantity?) -> TargetMeasure? {
                TargetMeasure(
                    direction: measure.direction, target: measure.target, actual: actual, baseline: measure.baseline,
                    isMeasuredAtYearEnd: measure.isMeasuredAtYearEnd)
            }
            func isMet(_ actual: Quantity?) -> Bool { measured(actual)?.isMet ?? false }
            item.work = measured(figures.last?.actual).map(LedgerItem.Work.target) ?? item.work
            // Accepted with a figure that missed it: reached when a later one did, to stay.
            if let result = accepted?.report, !isMet(result.actual), isMet(figures.last?.actual) {
                let missed = figures.lastIndex { !isMet($0.actual) } ?? -1
                item.completedOn = max(result.evidenceOn, figures[missed + 1].evidenceOn)
            }
        } else {
            let steps = seen.filter { !$0.isResult }.compactMap(\.milestone)
            let isConfirmed = acts.contains { act in
                act.kind == "confirmed" && act.report.map { $0.evidenceOn <= day && ($0.milestone ?? 0) >= 50 } ?? false
            }
            let isDueEarly = dueOn.map { $0 <= interimEnd } ?? false
            let step = (steps.last ?? 0) < 50 || isDueEarly || isConfirmed ? steps.last : steps.last { $0 < 50 }
            item.work = .task(milestonePercent: accepted != nil ? 100 : step ?? 0)
        }
        item.occurrences = deadlines.map { deadline in
            let delivered = acts.compactMap { $0.kind == "confirmed" && $0.report?.occurrence == deadline ? $0.report?.evidenceOn : nil }
            return LedgerItem.Occurrence(dueOn: deadline, completedOn: delivered.filter { $0 <= day }.min())
        }
        return item
    }

    /// As they were evidenced; of one day as they were recorded, which is the order in which they stand here.
    var inOrder: [Report] {
        reports.enumerated().sorted { ($0.element.evidenceOn, $0.offset) < ($1.element.evidenceOn, $1.offset) }.map(\.element)
    }
}

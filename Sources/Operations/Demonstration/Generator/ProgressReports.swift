import Domain

/// What is reported on a task until a day (rule 7 of `scenarios.csv`).
struct ProgressReports {
    let settings: DemonstrationSettings
    let calendar: WorkingCalendar

    /// Of a task that is not done: two steps below on the first day of reports, one on the second, the step reached on the third.
    func upTo(_ milestone: Int, assignedOn: CivilDate) -> [PlannedFact] {
        let ladder = LedgerItem.milestones.filter { $0 < 100 }
        guard let step = ladder.firstIndex(of: milestone) else { return [] }
        return zip(settings.reportDays, [step - 2, step - 1, step]).compactMap { day, step in
            step > 0 && day > assignedOn ? PlannedFact(day, .reported(percent: ladder[step])) : nil
        }
    }

    /// Of a task that is done: reports on the first two days as far as they lie before, then the result and its acceptance.
    func untilDone(on day: CivilDate, assignedOn: CivilDate) -> [PlannedFact] {
        let days = settings.reportDays.prefix(2).filter { assignedOn < $0 && $0 < day }
        let percents = days.count == 2 ? [30, 70] : [50]
        return zip(days, percents).map { PlannedFact($0, .reported(percent: $1)) }
            + [PlannedFact(day, .sent), PlannedFact(calendar.day(2, workingDaysAfter: day), .accepted)]
    }

    /// Adds what every item has: the doer took note of it on the day after it was assigned, unless that is only now; and of an item due after
    /// the interim review, or without a due date, the assigner confirmed the first half; of figures he confirmed each.
    func completing(_ course: ItemCourse.Course) -> [PlannedFact] {
        var facts = course.facts
        if (course.dueOn ?? settings.finalEnd) > settings.interimEnd, let half = facts.first(where: \.isHalf) {
            facts = facts.inserting(PlannedFact(calendar.day(2, workingDaysAfter: half.on), .confirmed))
        }
        for figure in facts.filter(\.isFigure) {
            facts = facts.inserting(PlannedFact(calendar.day(2, workingDaysAfter: figure.on), .figureConfirmed(measuredOn: figure.on)))
        }
        guard course.assignedOn < settings.latestDay else { return facts }
        return [PlannedFact(calendar.day(1, workingDaysAfter: course.assignedOn), .acknowledged)] + facts
    }
}

extension [PlannedFact] {
    /// In order of time; those of one day stay as they are.
    var byDay: [PlannedFact] {
        enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
    }

    /// With one more, behind those of the same day.
    fileprivate func inserting(_ fact: PlannedFact) -> [PlannedFact] {
        let index = firstIndex { $0.on > fact.on } ?? endIndex
        return self[..<index] + [fact] + self[index...]
    }
}

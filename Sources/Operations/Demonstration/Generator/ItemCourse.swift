import Domain

/// When an item is due and what happens to it (rules 5 to 7 of `scenarios.csv`).
struct ItemCourse {
    /// An item's dates and facts.
    struct Course {
        var assignedOn: CivilDate
        var dueOn: CivilDate?
        var completedOn: CivilDate?
        /// Step of the ladder reached by an item that is not done; nil for a done one and for a target.
        var milestone: Int?
        var series: TargetSeries?
        var occurrences: [CivilDate] = []
        var facts: [PlannedFact] = []

        func measure(_ template: ItemTemplate) throws -> PlannedItem.Measure? {
            guard let measure = template.measure, let series else { return nil }
            guard let target = series.target.quantity else { throw Problem.demonstrationData("item-templates.csv: \(template.code).") }
            return PlannedItem.Measure(
                unit: measure.unit, direction: measure.direction, target: target, baseline: measure.baseline?.quantity,
                atYearEnd: measure.atYearEnd)
        }
    }

    let files: DemonstrationFiles
    let scenario: Scenario
    let template: ItemTemplate
    let directive: PlannedDirective
    let fate: Scenario.Fate
    /// u: of the unit.
    let position: Int
    /// j: of the item among those of the unit with the same fate.
    let repetition: Int

    private var settings: DemonstrationSettings { files.settings }
    private var calendar: WorkingCalendar { files.calendar }
    private var a: Int { 11 * repetition + 5 * position }
    private var b: Int { 7 * repetition + 5 * position }

    func course() -> Course {
        var course = Course(assignedOn: directive.date)
        switch fate {
        case .onTime: onTime(&course)
        case .early:
            let due = pick(days(calendar.day(10, workingDaysAfter: directive.workFrom), settings.interimEnd), a)
            let done = calendar.day(2 + (5 * repetition + position) % 8, workingDaysBefore: due)
            finish(&course, due: due, on: min(done, settings.lastResultDay))
        case .late:
            let due = pick(days(directive.workFrom, settings.lateUntil), a)
            finish(&course, due: due, on: calendar.day(2 + (3 * repetition + position) % 9, workingDaysAfter: due))
        case .overdue: leave(&course, due: pick(days(settings.overdueFrom, settings.lastResultDay), b), at: [50, 70, 90][repetition % 3])
        case .outside: leave(&course, due: pick(days(settings.overdueFrom, settings.lastResultDay), b), at: 30)
        case .open:
            leave(&course, due: dueSoon, at: [70, 90][repetition % 2])
            if repetition == 0 { course.facts.append(PlannedFact(settings.latestDay, .askedForTime)) }
        case .extended, .extendedLate: extend(&course)
        case .year100:
            finish(&course, due: dueLater, on: pick(days(settings.overdueFrom, settings.lastResultDay), b))
        case .year90: leave(&course, due: dueLater, at: 90)
        case .year70: leave(&course, due: dueLater, at: 70)
        case .year50: leave(&course, due: dueLater, at: 50)
        case .year30: leave(&course, due: dueLater, at: 30)
        case .yearNew:
            course.assignedOn = settings.latestDay
            leave(&course, due: dueLater, at: 0)
        case .noDue: leave(&course, due: nil, at: 50)
        case .exempt:
            leave(&course, due: dueSoon, at: 30)
            course.facts.append(PlannedFact(settings.lastResultDay, .exempted))
        case .cancelled:
            leave(&course, due: dueSoon, at: 30)
            course.facts.append(PlannedFact(settings.latestDay, .cancelled))
        case .periodic: periodic(&course)
        case .targetAbove: measure(&course, percent: 102 + (3 * repetition + position) % 9)
        case .targetHalf: measure(&course, percent: 50 + (7 * repetition + 3 * position) % 46)
        case .targetLow: measure(&course, percent: 20 + (5 * repetition + position) % 25)
        case .targetYearEnd: measure(&course, percent: nil)
        }
        course.facts = ProgressReports(settings: settings, calendar: calendar).completing(course)
        return course
    }

    private func finish(_ course: inout Course, due: CivilDate, on day: CivilDate) {
        course.dueOn = due
        course.completedOn = day
        course.facts = ProgressReports(settings: settings, calendar: calendar).untilDone(on: day, assignedOn: course.assignedOn)
    }

    private func leave(_ course: inout Course, due: CivilDate?, at milestone: Int) {
        course.dueOn = due
        course.milestone = milestone
        course.facts = ProgressReports(settings: settings, calendar: calendar).upTo(milestone, assignedOn: course.assignedOn)
    }

    /// Some were returned first, some have a finding.
    private func onTime(_ course: inout Course) {
        let due = pick(days(directive.workFrom, settings.lastResultDay), a)
        finish(&course, due: due, on: due)
        var sent: [(sent: Int, returned: Int)] = []
        switch repetition {
        case ..<scenario.quality: sent = [(6, 4), (3, 1)]
        case ..<(scenario.quality + scenario.returnedOnce): sent = [(3, 1)]
        case ..<(scenario.quality + scenario.returnedOnce + scenario.violation):
            course.facts.append(PlannedFact(settings.lastResultDay, .foundAtFault))
        default: break
        }
        guard let first = sent.first else { return }
        let firstSent = calendar.day(first.sent, workingDaysBefore: due)
        let returns = sent.flatMap {
            [
                PlannedFact(calendar.day($0.sent, workingDaysBefore: due), .sent),
                PlannedFact(calendar.day($0.returned, workingDaysBefore: due), .returned),
            ]
        }
        course.facts = course.facts.prefix { $0.on < firstSent } + returns + course.facts.filter { $0.on >= due }
    }

    private func extend(_ course: inout Course) {
        let due = pick(days(settings.extendedFrom, settings.lateUntil), b)
        finish(&course, due: due, on: calendar.day(6, workingDaysAfter: due))
        let asked = fate == .extended ? calendar.day(5, workingDaysBefore: due) : calendar.day(1, workingDaysAfter: due)
        let decided = fate == .extended ? calendar.day(3, workingDaysBefore: due) : calendar.day(3, workingDaysAfter: due)
        let acts = [
            PlannedFact(asked, .askedForTime), PlannedFact(decided, .extended(to: calendar.day(10, workingDaysAfter: due))),
        ]
        course.facts = (course.facts + acts).byDay
    }

    private func periodic(_ course: inout Course) {
        leave(&course, due: settings.finalEnd, at: 50)
        let firstMonth = directive.date.month + 1
        course.occurrences = (firstMonth...12).compactMap { CivilDate(year: settings.finalEnd.year, month: $0, day: settings.periodicDay) }
        let delivered = course.occurrences.filter { $0 <= settings.lastResultDay }.flatMap { due in
            let day = calendar.isWorkingDay(due) ? due : calendar.day(1, workingDaysBefore: due)
            return [
                PlannedFact(day, .delivered(occurrence: due)),
                PlannedFact(calendar.day(2, workingDaysAfter: day), .deliveryConfirmed(occurrence: due)),
            ]
        }
        // A delivery stands before the step reported on the same day, so that the last report names a step.
        course.facts = (delivered + course.facts).byDay
    }

    private func measure(_ course: inout Course, percent: Int?) {
        guard let measure = template.measure else { return }
        let index = files.units.prefix(position).count { $0.isDistrict == files.units[position].isDistrict }
        let turns = files.units[position].isDistrict ? index % 4 : 0
        let series = TargetSeries(measure: measure, turns: turns, percent: percent, isLow: fate == .targetLow)
        course.dueOn = settings.finalEnd
        course.series = series
        course.facts = zip(settings.reportDays, series.values).map { PlannedFact($0, .measured($1)) }
    }

    // MARK: Days

    private var dueSoon: CivilDate {
        pick(days(settings.businessDate.adding(days: 1), settings.interimEnd), 3 * repetition + position)
    }

    /// The ends of the months that follow the interim review.
    private var dueLater: CivilDate {
        let months = (settings.interimEnd.month + 1)...settings.finalEnd.month
        let ends = months.compactMap { CivilDate(year: settings.finalEnd.year, month: $0, day: 1)?.endOfMonth }
        return pick(ends, repetition + position)
    }

    /// The working days of a span, ascending.
    private func days(_ first: CivilDate, _ last: CivilDate) -> [CivilDate] {
        (0...max(0, first.days(to: last))).map { first.adding(days: $0) }.filter(calendar.isWorkingDay)
    }

    private func pick(_ days: [CivilDate], _ number: Int) -> CivilDate {
        days[number % days.count]
    }
}

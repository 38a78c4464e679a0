import Domain

/// The parts of a unit's items that it hands on to its sub-units (rule 8 of `scenarios.csv`).
struct HandingOn {
    let scenario: Scenario
    let settings: DemonstrationSettings
    let calendar: WorkingCalendar

    private static let keptWhole: Set<Scenario.Fate> = [.exempt, .cancelled, .noDue, .outside, .yearNew, .periodic]

    func parts(of drafts: [DraftItem]) -> [PlannedItem] {
        guard scenario.handedTo > 0 else { return [] }
        let handedOn = drafts.filter { draft in
            draft.index.isMultiple(of: 3) && !Self.keptWhole.contains(draft.fate)
                && (draft.template.measure == nil || draft.template.measure?.unit == "%")
        }
        return handedOn.enumerated().flatMap { turn, draft in
            let takers = draft.unit.takers
            return (0..<scenario.handedTo).map { k in
                part(k + 1, of: draft, for: takers[(turn * scenario.handedTo + k) % takers.count])
            }
        }
    }

    private func part(_ number: Int, of draft: DraftItem, for taker: PlannedSubUnit) -> PlannedItem {
        let parent = draft.item
        var course = draft.course
        course.assignedOn = calendar.day(5, workingDaysAfter: parent.assignedOn)
        let earlier = parent.dueOn.map { calendar.day(5, workingDaysBefore: $0) }
        course.dueOn = earlier.map { $0 > course.assignedOn ? $0 : parent.dueOn ?? $0 }
        let reports = ProgressReports(settings: settings, calendar: calendar)
        if let done = draft.course.completedOn {
            let day = completion(of: draft, parentDone: done, due: course.dueOn ?? done, assignedOn: course.assignedOn)
            course.completedOn = day
            course.facts = reports.untilDone(on: day, assignedOn: course.assignedOn)
        } else if let milestone = course.milestone {
            course.facts = reports.upTo(milestone, assignedOn: draft.course.assignedOn).filter { $0.on > course.assignedOn }
        } else {
            // The figures alone: what is completed below would else be completed twice.
            course.facts = course.facts.filter { $0.isFigure && $0.on > course.assignedOn }
        }
        course.facts = reports.completing(course)
        return PlannedItem(
            code: "\(parent.code).\(number)", parent: parent.code, unit: parent.unit, subUnit: taker.code,
            text: "Phần việc của \(taker.nameInSentence): \(parent.text)", directive: parent.directive, number: parent.number,
            clause: parent.clause, content: parent.content, sector: parent.sector, completion: parent.completion, product: parent.product,
            submitTo: draft.unit.name, isInCampaign: parent.isInCampaign, unitLeader: parent.unitLeader,
            provinceLeader: parent.provinceLeader,
            assignedOn: course.assignedOn, dueWords: DueWordsWriter(variant: (draft.index + draft.position) % 3).words(for: course.dueOn),
            dueOn: course.dueOn, measure: parent.measure, occurrences: [], facts: course.facts)
    }

    /// The day before the whole was done, or its own due day when that is earlier and the whole was in time.
    private func completion(of draft: DraftItem, parentDone: CivilDate, due: CivilDate, assignedOn: CivilDate) -> CivilDate {
        let before = calendar.day(1, workingDaysBefore: parentDone)
        let day = [.late, .extendedLate].contains(draft.fate) ? before : min(due, before)
        return day > assignedOn ? day : parentDone
    }
}

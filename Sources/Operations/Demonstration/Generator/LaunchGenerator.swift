import Domain

/// When and how the units launch (rule 10 of `scenarios.csv`).
struct LaunchGenerator {
    let files: DemonstrationFiles

    private var settings: DemonstrationSettings { files.settings }
    private var calendar: WorkingCalendar { files.calendar }
    /// The first day on which units act: the province launches on the day before.
    private var start: CivilDate { calendar.day(1, workingDaysAfter: settings.firstDay) }

    /// Of all units, each followed by its sub-units.
    func launches() -> [PlannedLaunch] {
        zip(files.units, files.scenarios).enumerated().flatMap { position, pair in
            launches(of: pair.0, pair.1, position: position)
        }
    }

    /// The council's first opinions.
    func mottos() -> [PlannedMotto] {
        files.scenarios.compactMap { scenario in
            scenario.mottoAccepted.map { PlannedMotto(unit: scenario.unit, isAccepted: $0, on: settings.latestDay) }
        }
    }

    private func launches(of unit: PlannedUnit, _ scenario: Scenario, position: Int) -> [PlannedLaunch] {
        let planned = max(start, scenario.launch.map { calendar.day(1, workingDaysBefore: $0.day) } ?? start)
        let plan = LaunchAct.planned(
            documentNumber: "\(100 + position)/KH-\(unit.login.uppercased())",
            text: "Kế hoạch hưởng ứng và phát động phong trào thi đua tại \(unit.name) (minh họa).")
        var acts = [PlannedLaunch.Act(on: start, act: .acknowledged), PlannedLaunch.Act(on: planned, act: plan)]
        if let (day, form) = scenario.launch {
            acts.append(launched(on: day, form, attendance: 30 + (3 * position) % 40))
        }
        let silent = unit.launchers.suffix(scenario.notLaunched)
        return [PlannedLaunch(unit: unit.code, subUnit: nil, acts: acts)]
            + unit.subUnits.enumerated().map { index, subUnit in
                var acts = [PlannedLaunch.Act(on: start, act: .acknowledged)]
                if let (day, _) = scenario.launch, !silent.contains(subUnit) {
                    let day = index.isMultiple(of: 2) ? day : calendar.day(1, workingDaysAfter: day)
                    let form = Scenario.LaunchForm.allCases[(index + position) % 3]
                    acts.append(launched(on: day, form, attendance: 12 + (7 * index + 3 * position) % 20))
                }
                return PlannedLaunch(unit: unit.code, subUnit: subUnit.code, acts: acts)
            }
    }

    private func launched(on day: CivilDate, _ form: Scenario.LaunchForm, attendance: Int) -> PlannedLaunch.Act {
        let form: LaunchForm =
            switch form {
            case .own: .ownConference
            case .combined:
                .combined(
                    with: settings.combinedWith.replacing("{month}", with: String(day.month)).replacing("{year}", with: String(day.year)))
            case .other: .other
            }
        return PlannedLaunch.Act(on: day, act: .launched(form, attendance: attendance))
    }
}

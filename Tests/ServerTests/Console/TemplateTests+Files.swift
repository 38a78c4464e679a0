import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// Pages of files and of the calendar, with everything that they can show.
    static var files: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        let campaign = CampaignSummary(
            id: IDSource.system.next(), code: "x", name: "x", firstDay: day, lastDay: day, launchDeadline: day, version: 1, launch: nil)
        var ledger = LedgerSheetPage(frame: Frame(), place: "x", assigns: true, campaigns: [campaign])
        ledger.fault = FormFault(.invalid("ô B7", "x"))
        ledger.outcome = LedgerSheetPage.Outcome(
            LedgerImportOutcome(
                isDryRun: true,
                rows: [
                    .init(number: 2, directive: "x", sourceRow: "1", code: "x", unit: "x", title: "x", dueOn: day, result: .assigned)
                ], coordinating: 0, warnings: [CalendarGap(year: 2031)]))
        let paper = Directive(
            id: IDSource.system.next(), tenant: IDSource.system.next(),
            paper: Directive.Paper(type: "x", number: "x", issuedOn: day, issuer: "x", abstract: "x"), campaign: nil, file: nil, version: 1,
            recordedOn: day)
        var directive = DirectivePage(
            frame: Frame(), place: "x", papers: [paper],
            choices: ListAssignmentChoices.Answer(
                campaigns: [campaign], sectors: [(code: "x", name: "x")], contents: [(code: "x", name: "x")], units: ["x"], leaders: ["x"]))
        directive.fault = ledger.fault
        directive.outcome = DirectivePage.Outcome(
            ImportOutcome(
                isDryRun: true,
                assigned: [.init(sourceRow: "1", id: IDSource.system.next(), code: "x", unit: "x", title: "x", dueOn: day)],
                coordinating: 0,
                unchanged: ["2"], differing: ["3"], warnings: [CalendarGap(year: 2031)]))
        let off = CalendarDay(day: day, isWorking: false, name: "x", source: "x")
        var calendar = CalendarPage(frame: Frame(), calendar: ListCalendar.Answer(year: 2023, days: [off]), keeps: true)
        calendar.fault = ledger.fault
        calendar.outcome = CalendarPage.Outcome(
            CalendarChange(
                isDryRun: true, day: day, before: nil, after: off,
                effects: [CalendarEffect(kind: .ahead, campaign: "x", from: day, items: 1, before: day, after: day)], isPast: true))
        return [ledger, calendar, directive]
    }
}

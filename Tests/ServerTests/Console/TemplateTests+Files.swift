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
                ], coordinating: 0))
        let off = CalendarDay(day: day, isWorking: false, name: "x", source: "x")
        var calendar = CalendarPage(frame: Frame(), calendar: ListCalendar.Answer(year: 2023, days: [off]), keeps: true)
        calendar.fault = ledger.fault
        calendar.outcome = CalendarPage.Outcome(
            CalendarChange(
                isDryRun: true, day: day, before: nil, after: off,
                effects: [CalendarEffect(kind: .ahead, campaign: "x", from: day, items: 1, before: day, after: day)], isPast: true))
        return [ledger, calendar]
    }
}

import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// Rules of reminding and of reporting periods: with the forms of who keeps them, and without.
    static var reminderRules: [any Page] {
        let day = CivilDate.earliest
        let rule = ReminderRule(
            code: "x", about: .item, told: .doer, days: 1, untilDays: nil, words: "x", source: "x", validFrom: day, validTo: day)
        let period = PeriodRule(
            validFrom: day, validTo: day, firstDay: 15, subUnitDays: 1, unitDays: 2, closeDays: 4, citation: "x", daysCitation: "y")
        let unsent = [true, false].map { isLost in UnsentMessages(unit: "x", byMail: isLost, isGivenUp: isLost, count: 1, since: day) }
        var kept = ReminderRulesPage(frame: Frame(), path: "/reminder-rules", [rule], [period], unsent, on: day, mayKeep: true)
        kept.fault = FormFault(.invalid("$.days", "x"))
        return [kept, ReminderRulesPage(frame: Frame(), path: "/reminder-rules", [rule], [period], [], on: day, mayKeep: false)]
    }
}

import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// Rules of reminding: with the form of who keeps them, and without.
    static var reminderRules: [any Page] {
        let day = CivilDate.earliest
        let rule = ReminderRule(
            code: "x", about: .item, told: .doer, days: 1, untilDays: nil, words: "x", source: "x", validFrom: day, validTo: day)
        let unsent = [true, false].map { isLost in UnsentMessages(unit: "x", byMail: isLost, isGivenUp: isLost, count: 1, since: day) }
        var kept = ReminderRulesPage(frame: Frame(), path: "/reminder-rules", [rule], unsent, on: day, mayKeep: true)
        kept.fault = FormFault(.invalid("$.days", "x"))
        return [kept, ReminderRulesPage(frame: Frame(), path: "/reminder-rules", [rule], [], on: day, mayKeep: false)]
    }
}

import Domain
import Operations

/// A year of the working calendar; for the Office with the form that changes a day.
struct CalendarPage: FormPage {
    static let template = "calendar"
    let frame: Frame
    let year: Int
    let previous: Int
    let next: Int
    let days: [Day]
    let isEmpty: Bool
    /// Whether the acting post keeps the calendar.
    let keeps: Bool
    /// What the form was filled in with, so that what was tried can be kept.
    var entered = Entered()
    var choices: [Choice]
    var fault: FormFault?
    var outcome: Outcome?
    /// The form as it was tried.
    var looked: String?

    struct Day: Sendable {
        let day: String
        let weekday: String
        let what: String
        let name: String
        let source: String
    }

    struct Choice: Sendable {
        let key: String
        let name: String
        let chosen: Bool
    }

    struct Entered: Sendable {
        var day = ""
        var becomes = ""
        var name = ""
        var source = ""
    }

    /// What moved, or would.
    struct Outcome: Sendable {
        let isDryRun: Bool
        let warning: String
        let hasEffects: Bool
        let effects: [Effect]

        struct Effect: Sendable {
            let kind: String
            let campaign: String
            let from: String
            let items: Int
            let before: String
            let after: String
        }

        init(_ change: CalendarChange) {
            isDryRun = change.isDryRun
            warning = change.warning
            hasEffects = !change.effects.isEmpty
            effects = change.effects.map { effect in
                Effect(
                    kind: effect.kind.vietnamese, campaign: effect.campaign, from: effect.from.vietnamese, items: effect.items,
                    before: effect.before.vietnamese, after: effect.after.vietnamese)
            }
        }
    }

    init(frame: Frame, calendar: ListCalendar.Answer, keeps: Bool, entered: Entered = Entered()) {
        self.frame = frame
        year = calendar.year
        previous = calendar.year - 1
        next = calendar.year + 1
        days = calendar.days.map { day in
            Day(
                day: day.day.vietnamese, weekday: day.day.weekday.vietnamese, what: day.isWorking ? "làm bù" : "nghỉ", name: day.name,
                source: day.source)
        }
        isEmpty = days.isEmpty
        self.keeps = keeps
        self.entered = entered
        choices = ChangeCalendarDay.Kind.allCases.map { kind in
            Choice(key: kind.rawValue, name: kind.vietnamese, chosen: kind.rawValue == entered.becomes)
        }
    }
}

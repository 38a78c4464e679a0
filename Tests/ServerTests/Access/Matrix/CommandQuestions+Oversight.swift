import Domain
import TestSupport

extension CommandQuestion {
    /// The same as over HTTP.
    static let oversight: [String: CommandQuestion] = [
        "remedy list": CommandQuestion(subject: .unit, isWide: true, sees: { "\"id\": \"\($0.unit)\"" }) { _ in ["--output", "json"] },
        "remedy show": CommandQuestion(subject: .unit, isWide: true) { [$0.unit] },
        "inspection plans": CommandQuestion(subject: .province, isHome: true) { _ in [] },
        "reminder-rule unsent": CommandQuestion(subject: .province, isHome: true) { _ in [] },
        "inspection visits": CommandQuestion(subject: .whole, isWide: true, sees: { $0.place.tenant.lower }) { _ in ["--output", "json"] },
    ]

    static let oversightElsewhere: [String: String] = [
        "remedy order": "OversightRouteTests: with each cause by its body", "remedy take": "OversightRouteTests: by every party",
        "following list": "OversightRouteTests: asks each council", "following notes": "OversightRouteTests: asks each council",
        "following assign": "OversightRouteTests: by who keeps the council",
        "following end": "OversightRouteTests: by who keeps the council",
        "following note": "OversightRouteTests: by the member himself",
        "inspection plans": "OversightRouteTests: is read by the province alone",
        "inspection show": "OversightRouteTests: is read by the province alone",
        "inspection plan": "OversightRouteTests: by the Office alone",
        "inspection record": "OversightRouteTests: by the Office alone",
        "review event list": "ReviewEventRouteTests: the same over HTTP", "review event show": "ReviewEventRouteTests: the same over HTTP",
        "review event plan": "ReviewEventRouteTests: the same over HTTP",
        "review event change": "ReviewEventRouteTests: the same over HTTP",
        "review event paper": "ReviewEventRouteTests: the same over HTTP", "review event hold": "ReviewEventRouteTests: the same over HTTP",
        "review event invitation": "ReviewEventRouteTests: the same over HTTP",
        "report review-events": "ReviewEventRouteTests: the same over HTTP",
        "reminder-rule list": "ReminderRuleTests: every officer", "report reminder-rules": "ReminderRuleTests: every officer",
        "reminder-rule set": "ReminderRuleTests: by the Office alone",
        "period-rule list": "PeriodRuleTests: every officer", "report period-rules": "PeriodRuleTests: every officer",
        "period-rule set": "PeriodRuleTests: by the Office alone",
        "report followings": "OversightRouteTests: asks each council", "report follow-notes": "OversightRouteTests: asks each council",
    ]
}

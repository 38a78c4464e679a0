import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// When people are reminded: read by every officer, kept by the Office.
enum ReminderRuleRoutes {
    static let all: [Route] = [list, set, unsent]

    private static let rule: Schema = .named(
        "ReminderRule",
        [
            .init("code", .string), .init("about", .oneOf(ReminderRule.About.self)), .init("aboutName", .string),
            .init("told", .oneOf(ReminderRule.Told.self)), .init("toldName", .string),
            .init(
                "days", .integer,
                "From so many days after the due date on; negative: before it. Of a period to open after its first day, never before it."),
            .init("untilDays", .nullable(.integer), "And up to so many; null: for as long as it is open."), .init("words", .string),
            .init("source", .string), .init("from", .date), .init("through", .nullable(.date)),
        ])

    private static let list = Route(
        .get, "/api/v1/reminder-rules", name: "reminder-rules.list", asks: .reading(.catalogue),
        summary: "When people are reminded, and when they were before.", answers: .json(.object([.init("items", .array(rule))]))
    ) { call in
        try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await ListReminderRules().perform(in: tx).map { ReminderRuleJSON.value($0) })])
        }
    }.exporting { _ in ListReminderRules() }

    private static let unsent = Route(
        .get, "/api/v1/province/unsent-messages", name: "unsent-messages.list", asks: .action(.readProvince),
        summary: "Reminders that could not be sent so far, by the unit to which they were to go. Not to whom, and not why.",
        answers: .json(
            .object([
                .init(
                    "items",
                    .array(
                        .object([
                            .init("unit", .string, "Its name."), .init("byMail", .boolean, "E-mail; otherwise posted to a webhook."),
                            .init("way", .string), .init("isGivenUp", .boolean, "After the last attempt; otherwise they are tried again."),
                            .init("standing", .string), .init("messages", .integer), .init("since", .date, "The oldest."),
                        ])))
            ]))
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await ListUnsentMessages().perform(in: tx).map(UnsentMessagesJSON.value))])
        }
    }.exporting { _ in ListUnsentMessages() }

    private static let set = Route(
        .post, "/api/v1/province/reminder-rules", name: "reminder-rules.set", asks: .action(.importCampaign),
        summary: "The Office says from when on people are reminded on other days, by a paper; the rule before it ends the day before.",
        takes: .json(
            .object([
                .init("code", .string, "Of a rule that is there."), .init("days", .integer),
                .init("untilDays", .integer, required: false), .init("words", .string), .init("source", .string, "The paper that says so."),
                .init("from", .date, required: false, "Today when absent."),
            ])), answers: .json(.object([.init("items", .array(rule))])), status: .created
    ) { call in
        let setting = try call.json { body in
            let code = body.required("code")?.text(atMost: 100)
            let days = body.required("days")?.integer(in: -60...366)
            let untilDays = body.optional("untilDays", default: Int?.none) { $0.integer(in: -60...366) }
            let words = body.required("words")?.text(atMost: 200)
            let source = body.required("source")?.text(atMost: 500)
            let from = body.optional("from", default: CivilDate?.none) { $0.day() }
            guard let code, let days, let untilDays, let words, let source, let from else { return SetReminderRule?.none }
            return SetReminderRule(code, days: days, untilDays: untilDays, words: words, source: source, from: from)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await setting.perform(in: tx).code
        } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
            let kept = try await ListReminderRules().perform(in: tx).filter { $0.code == setting.code }
            return .json(["items": .array(kept.map { ReminderRuleJSON.value($0) })])
        }
    }
}

import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// How long reporting periods are and when returns are due: read by every officer, kept by the Office.
enum PeriodRuleRoutes {
    static let all: [Route] = [list, set]

    private static let rule: Schema = .named(
        "PeriodRule",
        [
            .init("firstDay", .integer, "Of the month before; 1: of the month itself. The last day that a plan says goes before."),
            .init("span", .string), .init("subUnitDays", .integer, "Working days after its end, for returns of communes."),
            .init("unitDays", .integer, "The same for returns to the Office."),
            .init("closeDays", .integer, "After these the close waits for nobody."), .init("citation", .string, "Of the period."),
            .init("daysCitation", .string, "Of the days."), .init("from", .date), .init("through", .nullable(.date)),
        ])

    private static let list = Route(
        .get, "/api/v1/period-rules", name: "period-rules.list", asks: .reading(.catalogue),
        summary: "How long reporting periods are and when returns are due, and how it was before.",
        answers: .json(.object([.init("items", .array(rule))]))
    ) { call in
        try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await ListPeriodRules().perform(in: tx).map { PeriodRuleJSON.value($0) })])
        }
    }.exporting { _ in ListPeriodRules() }

    private static let set = Route(
        .post, "/api/v1/province/period-rules", name: "period-rules.set", asks: .action(.importCampaign),
        summary: "The Office says by a paper from when on periods are of another length, or returns due on other days.",
        takes: .json(
            .object([
                .init("firstDay", .integer, "1 to 28."), .init("subUnitDays", .integer), .init("unitDays", .integer),
                .init("closeDays", .integer), .init("citation", .string, "The paper that says how long the period is."),
                .init("daysCitation", .string, required: false, "The one that says the days; the same when absent."),
                .init("from", .date, required: false, "Today when absent: counts for the months that begin then or later."),
            ])), answers: .json(.object([.init("items", .array(rule))])), status: .created
    ) { call in
        let setting = try call.json { body in
            let firstDay = body.required("firstDay")?.integer(in: 1...28)
            let subUnitDays = body.required("subUnitDays")?.integer(in: 0...PeriodRule.mostDays)
            let unitDays = body.required("unitDays")?.integer(in: 0...PeriodRule.mostDays)
            let closeDays = body.required("closeDays")?.integer(in: 0...PeriodRule.mostDays)
            let citation = body.required("citation")?.text(atMost: 500)
            let daysCitation = body.optional("daysCitation", default: String?.none) { $0.text(atMost: 500) }
            let from = body.optional("from", default: CivilDate?.none) { $0.day() }
            guard let firstDay, let subUnitDays, let unitDays, let closeDays, let citation, let daysCitation, let from else {
                return SetPeriodRule?.none
            }
            return SetPeriodRule(
                firstDay: firstDay, subUnitDays: subUnitDays, unitDays: unitDays, closeDays: closeDays, citation: citation,
                daysCitation: daysCitation, from: from)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await setting.perform(in: tx).validFrom.description
        } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
            .json(["items": .array(try await ListPeriodRules().perform(in: tx).map { PeriodRuleJSON.value($0) })])
        }
    }
}

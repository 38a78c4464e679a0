import Domain
import HTTPTypes
import Operations
import Web

/// When people are reminded, and how long reporting periods are: read over the province, kept by the Office.
enum ReminderRuleRoutes {
    static let all: [Route] = [show, set, setPeriod]

    private static let path = "/reminder-rules"

    private static let show = Route(
        .get, path, name: "page.reminder-rules", asks: .action(.readProvince),
        summary: "When people are reminded, and when they were before; with the form of who keeps it; and what could not be sent."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }.exporting(in: { call in try CouncilHome.province.entry(call) }) { _ in ListReminderRules() }

    private static let set = Route(
        .post, path, name: "page.reminder-rules.set", asks: .action(.importCampaign),
        summary: "Says from when on people are reminded on other days, for a reason.", takes: .form
    ) { call in
        try await Templates.shared.answering {
            let form = call.form
            guard let first = try days(form["days"], form["side"], "$.days") else { throw Problem.invalid("$.days", "ghi số ngày") }
            let setting = SetReminderRule(
                form["code"], days: first, untilDays: try days(form["until"], form["untilSide"], "$.untilDays"), words: form["words"],
                source: form["source"], from: try FormDay.read(form["from"], "$.from"))
            try await call.backend.entrance.write(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
                _ = try await setting.perform(in: tx)
            }
            return .seeOther(path)
        } or: {
            try await page(call)
        }
    }

    private static let setPeriod = Route(
        .post, path + "/period", name: "page.period-rules.set", asks: .action(.importCampaign),
        summary: "Says from when on reporting periods are of another length, or returns due on other days.", takes: .form
    ) { call in
        try await Templates.shared.answering {
            let form = call.form
            let setting = SetPeriodRule(
                firstDay: try number(form["firstDay"], "$.firstDay"), subUnitDays: try number(form["subUnitDays"], "$.subUnitDays"),
                unitDays: try number(form["unitDays"], "$.unitDays"), closeDays: try number(form["closeDays"], "$.closeDays"),
                citation: form["citation"], daysCitation: form["daysCitation"].isEmpty ? nil : form["daysCitation"],
                from: try FormDay.read(form["from"], "$.from"))
            try await call.backend.entrance.write(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
                _ = try await setting.perform(in: tx)
            }
            return .seeOther(path)
        } or: {
            try await page(call)
        }
    }

    private static func number(_ typed: String, _ field: String) throws(Problem) -> Int {
        guard let number = Int(typed) else { throw .invalid(field, "ghi số") }
        return number
    }

    /// Nil: nothing was typed.
    private static func days(_ typed: String, _ side: String, _ field: String) throws(Problem) -> Int? {
        if typed.isEmpty { return nil }
        guard let days = Int(typed), days >= 0 else { throw .invalid(field, "ghi số ngày") }
        guard let side = ReminderRulesPage.Side(rawValue: side) else { throw .invalid(field, "chọn trước hạn hay sau hạn") }
        return side.days(days)
    }

    private static func page(_ call: Call) async throws -> ReminderRulesPage {
        let me = try await CouncilHome.officer(call)
        // The rules are every officer's to know; the page is one of the province's.
        guard me.actions.contains(.readProvince) else { throw Problem.notAllowed }
        return try await call.backend.entrance.read(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
            ReminderRulesPage(
                frame: Frame(me, call), path: path, try await ListReminderRules().perform(in: tx),
                try await ListPeriodRules().perform(in: tx), try await ListUnsentMessages().perform(in: tx), on: me.officer.today,
                mayKeep: me.actions.contains(.importCampaign))
        }
    }
}

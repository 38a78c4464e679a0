import Domain
import HTTPTypes
import Operations
import Web

/// The working calendar: everybody reads it, the Office changes a day of it.
enum CalendarRoutes {
    static let all: [Route] = [show, change]

    private static let show = Route(
        .get, "/calendar", name: "page.calendar", asks: .reading(.catalogue), summary: "A year of the working calendar.",
        query: [QueryParameter("year", .integer, "This one when absent.")]
    ) { call in
        let year = try year(call)
        return try await call.read { (tx: borrowing TenantTransaction) in
            .html(Templates.shared.render(try await page(call, year, CalendarPage.Entered(), in: tx)))
        }
    }.exporting { call in ListCalendar(year: try year(call)) }

    private static func year(_ call: Call) throws(Problem) -> Int? {
        try call.query("year", "phải là năm từ 2000 đến 2100") { Int($0).flatMap { (2_000...2_100).contains($0) ? $0 : nil } }
    }

    private static let change = Route(
        .post, "/calendar", name: "page.calendar.change", asks: .action(.importCampaign),
        summary: "Says of a day whether offices work on it; tried, it only says what would move.", takes: .form
    ) { call in
        let (form, home) = (call.form, try call.entry())
        let entered = CalendarPage.Entered(day: form["day"], becomes: form["becomes"], name: form["name"], source: form["source"])
        let year = CivilDate(entered.day)?.year
        // The Office keeps it for the province as a whole.
        let entry = Entry(token: home.token, place: .province, request: home.request, deed: home.deed)
        do {
            guard let day = CivilDate(entered.day) else { throw Problem.invalid("$.day", "ghi ngày có thật") }
            guard let becomes = ChangeCalendarDay.Kind(rawValue: entered.becomes) else {
                throw Problem.invalid("$.becomes", "chọn nghỉ, làm bù hoặc như ngày thường")
            }
            // Kept at once, or after a look: then as it was looked at.
            let isOther = form["act"] == "keep" && form.sent(FormBody.looked).map { $0 != form.mark() } ?? false
            let changing = ChangeCalendarDay(
                day: day, becomes: becomes, name: entered.name, source: entered.source, isDryRun: form["act"] != "keep" || isOther)
            let change = try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in
                try await changing.perform(in: tx)
            }
            return try await call.read { (tx: borrowing TenantTransaction) in
                var page = try await page(call, year, change.isDryRun ? entered : CalendarPage.Entered(), in: tx)
                page.outcome = CalendarPage.Outcome(change)
                page.looked = change.isDryRun ? form.mark() : nil
                if isOther {
                    page.fault = FormFault(.changedSincePreview)
                    return Templates.shared.answer(page, to: .changedSincePreview)
                }
                return .html(Templates.shared.render(page))
            }
        } catch let problem as Problem where [.invalid, .refused, .conflict].contains(problem.kind) {
            return try await call.read { (tx: borrowing TenantTransaction) in
                var page = try await page(call, year, entered, in: tx)
                guard page.keeps else { throw Problem.notAllowed }
                page.fault = FormFault(problem)
                return Templates.shared.answer(page, to: problem)
            }
        }
    }

    private static func page(
        _ call: Call, _ year: Int?, _ entered: CalendarPage.Entered, in tx: borrowing TenantTransaction
    ) async throws -> CalendarPage {
        let me = try await WhoAmI().perform(in: tx)
        return CalendarPage(
            frame: Frame(me, call), calendar: try await ListCalendar(year: year).perform(in: tx),
            keeps: me.officer.may(.importCampaign), entered: entered)
    }
}

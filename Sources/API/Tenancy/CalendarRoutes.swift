import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The working calendar: read by everybody, changed by the Office day by day.
enum CalendarRoutes {
    static let all: [Route] = [list, change]

    private static let day: Schema = .named(
        "CalendarDay",
        [
            .init("day", .date), .init("working", .boolean, "True: worked although a weekend; false: off although a weekday."),
            .init("name", .string), .init("source", .string, "The paper that says so."),
        ])

    /// Years that a term of the answer reaches into and of which the calendar says nothing: what is counted in working days may be too short.
    static let gaps: Schema = .array(
        .named("CalendarGap", [.init("code", .choice([CalendarGap.code])), .init("words", .text), .init("year", .integer)]))

    private static let list = Route(
        .get, "/api/v1/calendar", name: "calendar.list", asks: .reading(.catalogue),
        summary: "The days of a year on which offices do otherwise than on their weekday.",
        query: [QueryParameter("year", .integer, "This one when absent.")],
        answers: .json(.object([.init("year", .integer), .init("days", .array(day))]))
    ) { call in
        let listing = ListCalendar(year: try year(call))
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let answer = try await listing.perform(in: tx)
            return .json(["year": .integer(answer.year), "days": .array(answer.days.map(CalendarJSON.value))])
        }
    }.exporting { call in ListCalendar(year: try year(call)) }

    private static func year(_ call: Call) throws(Problem) -> Int? {
        try call.query("year", "phải là năm từ 2000 đến 2100") { Int($0).flatMap { (2_000...2_100).contains($0) ? $0 : nil } }
    }

    private static let change = Route(
        .post, "/api/v1/province/calendar-days", name: "calendar.change", asks: .action(.importCampaign),
        summary: "Says of a day whether offices work on it, and which days counted in working days move; frozen reviews stay.",
        query: [QueryParameter("dryRun", .boolean, "Says what would move, and changes nothing.")],
        takes: .json(
            .object([
                .init("day", .date), .init("becomes", .oneOf(ChangeCalendarDay.Kind.self)),
                .init("name", .string, required: false, "What the day is; needed unless usual."),
                .init("source", .string, required: false, "The paper that says so; needed unless usual."),
            ])),
        answers: .json(
            .object([
                .init("dryRun", .boolean), .init("day", .date), .init("before", .nullable(day)), .init("after", .nullable(day)),
                .init("past", .boolean), .init("warning", .text),
                .init(
                    "moved",
                    .array(
                        .object([
                            .init("kind", .oneOf(CalendarEffect.Kind.self)), .init("kindName", .string), .init("campaign", .string),
                            .init("from", .date), .init("items", .integer), .init("before", .date), .init("after", .date),
                        ]))),
            ]))
    ) { call in
        var changing = try call.json { body -> ChangeCalendarDay? in
            let day = body.required("day")?.day()
            let becomes = body.required("becomes")?.oneOf(ChangeCalendarDay.Kind.self)
            let name = body.optional("name")?.line() ?? ""
            let source = body.optional("source")?.line(atMost: 500) ?? ""
            guard let day, let becomes else { return nil }
            return ChangeCalendarDay(day: day, becomes: becomes, name: name, source: source, isDryRun: true)
        }
        let trying = changing
        if try call.queryFlag("dryRun") {
            return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                .json(CalendarJSON.value(try await trying.perform(in: tx)))
            }
        }
        changing.isDryRun = false
        let keeping = changing
        var done: CalendarChange?
        return try await call.change { (tx: borrowing TenantTransaction) in
            done = try await keeping.perform(in: tx)
            return "calendar"
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            // A repeated request is told how the calendar stands by now.
            if let done { return .json(CalendarJSON.value(done)) }
            return .json(CalendarJSON.value(try await trying.perform(in: tx)))
        }
    }
}

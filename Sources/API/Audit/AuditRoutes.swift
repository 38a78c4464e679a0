import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// What happened to an object, as the audit has it.
enum AuditRoutes {
    static let all: [Route] = [
        timeline("/api/v1/tenants/{tenant}/audit", name: "audit.timeline", "What happened to an object of the unit, the latest first."),
        timeline(
            "/api/v1/province/audit", name: "province-audit.timeline", "What happened to any object of the province, the latest first."),
    ]

    private static let schema: Schema = .named(
        "AuditEntry",
        [
            .init("at", .instant, "By the real clock."), .init("action", .oneOf(AuditEntry.Action.self)),
            .init("actionName", .string, "As officers read it."), .init("relation", .string, "The table that was changed."),
            .init("noun", .string, "What it is called."), .init("key", .any, "The row's key."),
            .init(
                "actor",
                .object([
                    .init("kind", .oneOf(AuditEntry.Actor.Kind.self)), .init("name", .string, "Title of the post and its unit."),
                    .init("person", .nullable(.uuid)), .init("post", .nullable(.uuid)), .init("delegation", .nullable(.uuid)),
                    .init("cause", .nullable(.string), "The worker's job."),
                ])),
            .init("request", .nullable(.string), "X-Request-Id of the answer that confirmed it."), .init("reason", .nullable(.string)),
            .init("before", .nullable(.any), "Of an update: the changed columns alone."), .init("after", .nullable(.any)),
            .init("withheld", .array(.string), "Columns whose values the audit does not keep."),
        ])

    private static func timeline(_ path: String, name: String, _ summary: String) -> Route {
        Route(
            .get, path, name: name, asks: .action(.readAudit), summary: summary,
            query: QueryParameter.page + [
                QueryParameter("object", .string, required: true, "Kind of object: work_item, person, launch, campaign …."),
                QueryParameter("id", .string, required: true, "Its id, code or day."),
            ],
            answers: .json(.page(of: schema))
        ) { call in
            var asked = try showing(call)
            asked.after = try position(call)
            asked.limit = try call.limit()
            let timeline = asked
            return try await call.read { (tx: borrowing TenantTransaction) in
                let page = try await timeline.perform(in: tx)
                let next = page.next.map { Cursor.text(call, "\($0.microseconds)", "\($0.id)") }
                return .json(.page(page.entries.map(AuditEntryJSON.value), next: next))
            }
        }.exporting(showing)
    }

    private static func showing(_ call: Call) throws -> ShowTimeline {
        let missing = ["object", "id"].filter { call.query($0) == nil }
        guard missing.isEmpty else { throw Problem.invalid(missing.map { FieldFault("?\($0)", "không được để trống") }) }
        return ShowTimeline(kind: call.query("object") ?? "", id: call.query("id") ?? "")
    }

    private static func position(_ call: Call) throws -> AuditEntry.Position? {
        guard let keys = try Cursor.keys(call, count: 2) else { return nil }
        guard let microseconds = Int64(keys[0]), let id = Int64(keys[1]) else { throw Cursor.notOurs }
        return AuditEntry.Position(microseconds: microseconds, id: id)
    }
}

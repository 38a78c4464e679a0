import Domain
import Operations
import Web

/// How lists and counts of the ledger are narrowed in a query string.
enum LedgerQuery {
    static let moment = [
        QueryParameter("asOf", .date, "Day of facts: what happened by then; today when absent."),
        QueryParameter("knownOn", .date, "Day of recording: as known by then; that of asOf when absent."),
    ]

    static let filter = [
        QueryParameter("tenant", .string, "Unit of the province, such as dept_snv."),
        QueryParameter("unit", .uuid, "Sub-unit that must do it."),
        QueryParameter("assignee", .uuid, "Person who must do it."),
        QueryParameter("kind", .oneOf(LedgerItem.Kind.self), "Task or target."),
        QueryParameter("content", .string, "Content of the plan and what is below it: III.2 with III.2.1."),
        QueryParameter("sector", .string, "Code of the sector."), QueryParameter("directive", .uuid, "Directive that orders it."),
        QueryParameter("unitLeader", .uuid, "Post of the leader in charge at the unit."),
        QueryParameter("provinceLeader", .uuid, "Post of the Chairman or Vice-Chairman in charge."),
        QueryParameter("timeliness", .oneOf(Timeliness.self), "Where it stands against its time."),
        QueryParameter("figure", .oneOf(LedgerFigure.self), "Counted by a figure of the overviews; of those that count."),
        QueryParameter("campaign", .string, "Code of the campaign that counts it."), QueryParameter("dueFrom", .date, "First due date."),
        QueryParameter("dueTo", .date, "Last due date."), QueryParameter("role", .oneOf(LedgerItem.Role.self), "Lead or co-ordinating."),
        QueryParameter("origin", .choice(["province", "inside"]), "Given by the province to the unit, or inside the unit."),
        QueryParameter("parent", .uuid, "Handed on from this item."),
    ]

    static func moment(_ call: Call) throws(Problem) -> LedgerMoment {
        let asOf = try call.queryDate("asOf")
        let knownOn = try call.queryDate("knownOn")
        return LedgerMoment(asOf: asOf ?? knownOn, knownOn: knownOn ?? asOf)
    }

    static func filter(_ call: Call) throws(Problem) -> LedgerFilter {
        let (dueFrom, dueTo) = (try call.queryDate("dueFrom"), try call.queryDate("dueTo"))
        if let dueFrom, let dueTo, dueTo < dueFrom { throw .invalid("?dueTo", "trước ?dueFrom (\(dueFrom.vietnamese)); đổi lại hai ngày") }
        return LedgerFilter(
            tenant: try tenant(call), unit: try call.queryID("unit"),
            assignee: try call.queryID("assignee"), kind: try call.queryChoice("kind"), content: call.query("content"),
            sector: call.query("sector"), directive: try call.queryID("directive"), unitLeader: try call.queryID("unitLeader"),
            provinceLeader: try call.queryID("provinceLeader"), timeliness: try call.queryChoice("timeliness"),
            figure: try call.queryChoice("figure"), campaign: call.query("campaign"),
            dueFrom: dueFrom, dueTo: dueTo, role: try call.queryChoice("role"),
            origin: try origin(call))
    }

    /// Within one unit another one finds nothing.
    private static func tenant(_ call: Call) throws(Problem) -> Tenant.Slug? {
        let slug = try call.query("tenant", "phải là mã đơn vị, ví dụ dept_snv") { Tenant.Slug($0) }
        guard let slug, call.route.parameterNames.contains("tenant"), try call.path("tenant") != slug.text else { return slug }
        throw .invalid("?tenant", "chỉ dùng trên phạm vi toàn tỉnh; bỏ tham số này")
    }

    /// Reads with one statement, unless codes must be looked up where nothing was found.
    ///
    /// - Parameter isEmpty: whether an answer shows nothing.
    static func read<Answer: Sendable>(
        _ call: Call, _ filter: LedgerFilter, isEmpty: @Sendable (Answer) -> Bool,
        _ body: (borrowing TenantTransaction) async throws -> Answer
    ) async throws -> Answer {
        let checking = CheckFilter(filter)
        let entrance = call.backend.entrance
        guard checking.isNeeded else { return try await entrance.readOnce(try call.entry(), body) }
        return try await entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            let answer = try await body(tx)
            if isEmpty(answer) { try await checking.perform(in: tx) }
            return answer
        }
    }

    private static func origin(_ call: Call) throws(Problem) -> LedgerFilter.Origin {
        if let parent = try call.queryID("parent", as: WorkItem.ID.self) { return .handedOn(from: parent) }
        return try call.query("origin", "phải là province hoặc inside") { ["province": .province, "inside": .inside][$0] } ?? .any
    }
}

import Domain
import HTTPTypes
import Operations
import Web

/// For whom no award is considered: of a unit, and for the province.
enum HoldRoutes {
    static let all: [Route] = [unit, province, record, end]

    private static let unit = Route(
        .get, "/units/{tenant}/award-holds", name: "page.unit-holds", asks: .reading(.hold), summary: "The unit's holds."
    ) { call in
        .html(Templates.shared.render(try await page(call, inProvince: false)))
    }.exporting { _ in ListHolds() }

    private static let province = Route(
        .get, "/award-holds", name: "page.holds", asks: .reading(.hold), summary: "All holds; for Home Affairs the forms to keep them.",
        query: [
            QueryParameter("of", .string, "The unit of whom is to be held, such as district_101: its people and collectives are offered.")
        ]
    ) { call in
        .html(Templates.shared.render(try await page(call, inProvince: true)))
    }.exporting(in: { call in try CouncilHome.province.entry(call) }) { _ in ListHolds() }

    private static let record = keeping("/award-holds", "page.holds.record", "Records a hold.") { call in
        let (isUnit, text) = (call.form["kind"] == "unit", call.form["id"])
        let from = try FormDay.needed(call.form["from"], "$.from", "nhập ngày bắt đầu")
        let recording = RecordHold(
            unit: isUnit ? SubUnit.ID(text) : nil, person: isUnit ? nil : Person.ID(text), documentNumber: call.form["number"],
            documentIssuer: call.form["issuer"], from: from)
        return { (tx: borrowing TenantTransaction) in _ = try await recording.perform(in: tx, ids: call.ids) }
    }

    private static let end = keeping("/award-holds/{hold}/end", "page.holds.end", "Ends a hold, once.") { call in
        let through = try FormDay.needed(call.form["through"], "$.through", "nhập ngày cuối")
        let ending = EndHold(try call.path("hold"), through: through, documentNumber: call.form["number"])
        return { (tx: borrowing TenantTransaction) in try await ending.perform(in: tx) }
    }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ path: String, _ name: String, _ summary: String, _ read: @escaping @Sendable (Call) throws -> Act
    ) -> Route {
        Route(.post, path, name: name, asks: .action(.appraiseAward), summary: summary, takes: .form) { call in
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try CouncilHome.province.entry(call), try read(call))
                return .seeOther("/award-holds")
            } or: {
                try await page(call, inProvince: true)
            }
        }
    }

    private static func page(_ call: Call, inProvince: Bool) async throws -> HoldsPage {
        let me = try await CouncilHome.officer(call)
        let home: CouncilHome = inProvince ? .province : .unit
        let offered = inProvince && me.actions.contains(.appraiseAward) ? try await ChosenUnit.find(call.query("of"), call) : nil
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let (holds, next) = try await ListHolds(limit: 200).perform(in: tx)
            return HoldsPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), holds, more: next != nil, offered)
        }
    }
}

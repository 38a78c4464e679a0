import Domain
import HTTPTypes
import Operations
import Web

/// What has to be put right: lists, one of them, and the forms to order it and to take its steps; of a unit, and for the province.
enum RemedyRoutes {
    static let all: [Route] = CouncilHome.both(list) + CouncilHome.both(show) + CouncilHome.both(order) + CouncilHome.both(step)

    private static let noun = "remedies"

    private static func list(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("remedies"), asks: .reading(.item),
            summary: "What has to be put right, as far as it is in sight; with the form of who may order something.",
            query: [
                QueryParameter("show", .oneOf(Remedy.Selection.self), "open: neither closed nor withdrawn; overdue: not reported by then."),
                QueryParameter("cause", .uuid, "Id of the finding or the note with which something is to be ordered."),
            ]
        ) { call in
            .html(Templates.shared.render(try await listPage(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { call in ListRemedies(try call.queryChoice("show") ?? .all) }
    }

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/{remedy}", name: home.page("remedy"), asks: .reading(.item),
            summary: "One of them with its history and what can be done now."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static func order(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun), name: home.page("remedies.order"),
            asks: home == .unit ? .action(.answerReview) : .action(.keepReview),
            orAsks: home == .unit ? [.action(.decideMotto)] : [.action(.appraiseAward), .action(.decideAward), .action(.decideMotto)],
            summary: "Orders it with what was found.", takes: .form
        ) { call in
            return try await Templates.shared.answering {
                let form = call.form
                guard let origin = Remedy.Origin(rawValue: form["origin"]) else { throw Problem.invalid("$.origin", "chọn căn cứ") }
                guard let cause = Remedy.ID(form["cause"]) else { throw Problem.invalid("$.originID", "ghi mã định danh của căn cứ") }
                guard let due = CivilDate(form["due"]) else { throw Problem.invalid("$.dueOn", "ghi ngày") }
                let ordering = OrderRemedy(
                    origin, cause, tenant: try id(form["tenant"], "$.tenant"), unit: try id(form["unit"], "$.unit"),
                    person: try id(form["person"], "$.person"), words: form["words"], dueOn: due)
                let id = try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await ordering.perform(in: tx, ids: call.ids)
                }
                return .seeOther("\(try home.address(of: noun, call))/\(id)")
            } or: {
                try await listPage(call, home)
            }
        }
    }

    /// Nil: nothing was typed.
    private static func id<Entity>(_ typed: String, _ path: String) throws(Problem) -> EntityID<Entity>? {
        if typed.isEmpty { return nil }
        guard let id = EntityID<Entity>(typed) else { throw .invalid(path, "ghi mã định danh") }
        return id
    }

    private static func step(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun) + "/{remedy}/step", name: home.page("remedy.step"),
            asks: home == .unit ? .action(.reportProgress) : .action(.keepReview),
            orAsks: home == .unit
                ? [.action(.answerReview), .action(.decideMotto)]
                : [.action(.appraiseAward), .action(.decideAward), .action(.decideMotto)],
            summary: "Takes the next step.", takes: .form
        ) { call in
            let id: Remedy.ID = try call.path("remedy")
            return try await Templates.shared.answering {
                guard let step = Remedy.Step(rawValue: call.form["step"]) else { throw Problem.invalid("$.step", "chọn việc cần làm") }
                let taking = TakeRemedyStep(
                    id, step, words: call.form["words"], documentNumber: call.form["number"],
                    documentOn: try day(call.form["on"], "$.documentOn"), dueOn: try day(call.form["due"], "$.dueOn"))
                _ = try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await taking.perform(in: tx, ids: call.ids)
                }
                return .seeOther("\(try home.address(of: noun, call))/\(id)")
            } or: {
                try await page(call, home)
            }
        }
    }

    /// Nil: nothing was typed.
    private static func day(_ typed: String, _ path: String) throws(Problem) -> CivilDate? {
        if typed.isEmpty { return nil }
        guard let day = CivilDate(typed) else { throw .invalid(path, "ghi ngày") }
        return day
    }

    // MARK: - Pages

    /// With what the officer may order something here.
    private static func origins(_ me: WhoAmI.Answer, _ home: CouncilHome, _ call: Call) throws -> [Remedy.Origin] {
        let officer = me.officer
        switch home {
        case .unit:
            guard try call.path("tenant", as: String.self) == me.tenant.slug.text else { return [] }
            return (officer.may(.answerReview) ? [.handling] : []) + (officer.may(.decideMotto) ? [.note] : [])
        case .province:
            return (officer.may(.keepReview) ? [.finding] : [])
                + (officer.may(.appraiseAward) || officer.may(.decideAward) ? [.criticism] : [])
                + (officer.may(.decideMotto) ? [.note] : [])
        }
    }

    private static func listPage(_ call: Call, _ home: CouncilHome) async throws -> RemediesPage {
        let me = try await CouncilHome.officer(call)
        let path = try home.address(of: noun, call)
        let origins = try origins(me, home, call)
        let listing = ListRemedies(try call.queryChoice("show") ?? .all, limit: 200)
        let named: Remedy.ID? = call.head.method == .get ? try call.queryID("cause") : Remedy.ID(call.form["cause"])
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let answer = try await listing.perform(in: tx)
            let (chosen, owner) = try await cause(named, among: origins, in: tx)
            var tenants: [Choice] = []
            if home == .province, !origins.isEmpty {
                tenants = try await ListTenants().perform(in: tx)
                    .map { .init(key: $0.id.description, name: $0.fullName, isChosen: $0.id == owner) }
            }
            var units: [Choice] = []
            if home == .unit, !origins.isEmpty {
                units = try await ListSubUnits(limit: 500).perform(in: tx).units
                    .filter { $0.id.uuid != me.officer.home.uuid && $0.closedOn == nil }
                    .map { .init(key: $0.id.description, name: $0.fullName) }
            }
            return RemediesPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path, isWide: home == .province,
                origins: origins, cause: chosen, tenants: tenants, units: units, answer)
        }
    }

    /// What was chosen on the page of inspections or of who follows units, as far as it is in sight, and the unit where it was found if that says so.
    private static func cause(
        _ id: Remedy.ID?, among origins: [Remedy.Origin], in tx: borrowing TenantTransaction
    ) async throws -> (RemediesPage.Cause?, Tenant.ID?) {
        guard let id else { return (nil, nil) }
        if origins.contains(.finding) {
            for visit in try await ListVisits(limit: 200).perform(in: tx).visits {
                if let finding = visit.findings.first(where: { $0.id.uuid == id.uuid }) {
                    return (RemediesPage.Cause(.finding, id: id.description, words: finding.words), visit.tenant)
                }
            }
        }
        if origins.contains(.note) {
            let notes = try await ListFollowNotes(limit: 200).perform(in: tx).notes
            if let note = notes.first(where: { $0.id.uuid == id.uuid && $0.kind == .finding }) {
                let words = "\(note.followedName): \(note.words)"
                return (RemediesPage.Cause(.note, id: id.description, words: words), nil)
            }
        }
        return (nil, nil)
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> RemedyPage {
        let me = try await CouncilHome.officer(call)
        let id: Remedy.ID = try call.path("remedy")
        let path = try home.address(of: noun, call)
        let tenant: String? = home == .unit ? try call.path("tenant") : nil
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            RemedyPage(frame: Frame(me, call), list: path, in: tenant, try await ShowRemedy(id).perform(in: tx))
        }
    }
}

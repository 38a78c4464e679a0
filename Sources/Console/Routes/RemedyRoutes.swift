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
                QueryParameter("cause", .uuid, "Id of what was found, with which something is to be ordered."),
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
                guard let cause = Remedy.ID(form["cause"]) else { throw Problem.invalid("$.originID", "chọn căn cứ") }
                let due = try FormDay.needed(form["due"], "$.dueOn")
                let owner = try ChosenOwner.read(form["unit"], "$.unit")
                let ordering = OrderRemedy(
                    origin, cause, tenant: Tenant.ID(form["tenant"]), unit: owner.unit, person: owner.person, words: form["words"],
                    dueOn: due)
                let id = try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await ordering.perform(in: tx, ids: call.ids)
                }
                return .seeOther("\(try home.address(of: noun, call))/\(id)")
            } or: {
                try await listPage(call, home)
            }
        }
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
                    documentOn: try FormDay.read(call.form["on"], "$.documentOn"), dueOn: try FormDay.read(call.form["due"], "$.dueOn"))
                _ = try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await taking.perform(in: tx, ids: call.ids)
                }
                return .seeOther("\(try home.address(of: noun, call))/\(id)")
            } or: {
                try await page(call, home)
            }
        }
    }

    // MARK: - Pages

    /// With what the officer may order something here.
    private static func origins(_ me: WhoAmI.Answer, _ home: CouncilHome, _ call: Call) async throws -> [Remedy.Origin] {
        let officer = me.officer
        switch home {
        case .unit:
            guard try call.path("tenant", as: String.self) == me.tenant.slug.text else { return [] }
            let follows = try await isMember(me, home, call)
            return (officer.may(.answerReview) ? [.handling] : []) + (follows ? [.note] : [])
        case .province:
            let follows = try await isMember(me, home, call)
            return (officer.may(.keepReview) ? [.finding, .urging] : [])
                + (officer.may(.appraiseAward) || officer.may(.decideAward) ? [.criticism] : [])
                + (follows ? [.note] : [])
        }
    }

    private static func isMember(_ me: WhoAmI.Answer, _ home: CouncilHome, _ call: Call) async throws -> Bool {
        guard me.officer.mayFollow(isWide: home == .province) else { return false }
        let followings = try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            try await ListFollowings(limit: 500).perform(in: tx).followings
        }
        return FollowingRoutes.isMember(me, home, among: followings)
    }

    private static func listPage(_ call: Call, _ home: CouncilHome) async throws -> RemediesPage {
        let me = try await CouncilHome.officer(call)
        let path = try home.address(of: noun, call)
        let origins = try await origins(me, home, call)
        let listing = ListRemedies(try call.queryChoice("show") ?? .all, limit: 200)
        let named: Remedy.ID? = call.head.method == .get ? try call.queryID("cause") : Remedy.ID(call.form["cause"])
        let entry = try home.entry(call)
        let (answer, unit, found) = try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            (try await listing.perform(in: tx), try await home.unitName(in: tx), try await causes(among: origins, in: tx))
        }
        var tenants: [Tenant] = []
        if home == .province, !origins.isEmpty {
            tenants = try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
                try await ListTenants().perform(in: tx)
            }
        }
        let chosen = named.flatMap { id in found.first { $0.id == id.description } }
        let owner = tenants.first { $0.id == chosen?.tenant }
        var owners: [Choice] = []
        if chosen != nil, home == .unit || owner != nil {
            let place = owner.map { Entry(token: entry.token, place: .tenant($0.slug)) } ?? entry
            owners = try await call.backend.entrance.read(place) { (tx: borrowing TenantTransaction) in
                try await ChosenOwner.options(in: tx)
            }
        }
        return RemediesPage(
            frame: Frame(me, call), unit: unit, path: path, mayOrder: !origins.isEmpty, causes: found, cause: chosen,
            tenants: owner.map { [Choice(key: $0.id.description, name: $0.fullName, isChosen: true)] } ?? [], owners: owners,
            answer)
    }

    /// With what of that which is in sight something can be ordered, and where it was found. Of each kind the latest 200.
    private static func causes(
        among origins: [Remedy.Origin], in tx: borrowing TenantTransaction
    ) async throws -> [RemediesPage.Cause] {
        var causes: [RemediesPage.Cause] = []
        if origins.contains(.finding) {
            for visit in try await ListVisits(limit: 200).perform(in: tx).visits {
                causes += visit.findings.map {
                    RemediesPage.Cause(.finding, id: $0.id.description, words: "\(visit.unitName): \($0.words)", tenant: visit.tenant)
                }
            }
        }
        if origins.contains(.urging) {
            causes += try await ListUrgings().perform(in: tx).prefix(200).map { letter in
                RemediesPage.Cause(
                    .urging, id: letter.urging.id.description, words: "\(letter.unitName): \(letter.urging.vietnamese)",
                    tenant: letter.urging.tenant)
            }
        }
        if origins.contains(.note) {
            causes += try await ListFollowNotes(limit: 200).perform(in: tx).notes.filter(\.kind.asksForMore).map { note in
                RemediesPage.Cause(
                    .note, id: note.id.description, words: "\(note.followedName): \(note.words)",
                    tenant: Tenant.ID(note.followed.uuid), unit: note.followed)
            }
        }
        if origins.contains(.criticism) {
            causes += try await ListCriticisms(isSigned: true, limit: 200).perform(in: tx).criticisms.map { kept in
                RemediesPage.Cause(
                    .criticism, id: kept.id.description, words: "\(kept.kind.vietnamese) \(kept.name), \(kept.tenantName): \(kept.words)",
                    tenant: kept.tenant, unit: kept.unit, person: kept.person)
            }
        }
        if origins.contains(.handling) {
            causes += try await ListHandlings(limit: 200).perform(in: tx).handlings.map { handling in
                RemediesPage.Cause(
                    .handling, id: handling.id.description,
                    words: "\(handling.kind.vietnamese) \(handling.personName ?? handling.unitName), nhiệm vụ \(handling.itemCode), "
                        + "văn bản số \(handling.documentNumber) ngày \(handling.documentOn.vietnamese)",
                    person: handling.person)
            }
        }
        return causes
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

import Domain
import HTTPTypes
import Operations
import Web

/// Initiatives: of a unit with the form to register one, of the province, one with the forms of what the officer can do, and what was published.
enum InitiativeRoutes {
    static let all: [Route] =
        [unit, register, province, show, paper, published, asked, answer, ask] + InitiativeForm.allCases.map(step)

    private static let home = "/units/{tenant}/initiatives"
    private static let query =
        [QueryParameter("state", .oneOf(Initiative.State.self), "Where they stand.")] + QueryParameter.page

    private static let unit = Route(
        .get, home, name: "page.unit-initiatives", asks: .reading(.item),
        summary: "Initiatives of one unit as far as they are in sight, with the form to register one.", query: query
    ) { call in
        .html(Templates.shared.render(try await unitPage(call, try listing(call))))
    }.exporting { call in try listing(call) }

    private static let province = Route(
        .get, "/initiatives", name: "page.initiatives", asks: .action(.readProvince), summary: "Initiatives of all units.", query: query
    ) { call in
        let (me, entry) = try await JudgementRoutes.seat(call)
        let (listing, frame) = (try listing(call), Frame(me, call))
        return try await call.backend.entrance.read(Entry(token: entry.token, place: .province, deed: call.route.asks)) {
            (tx: borrowing TenantTransaction) in
            let (entries, next) = try await listing.perform(in: tx)
            return .html(
                Templates.shared.render(
                    InitiativesPage(
                        frame: frame, title: "Giải pháp, sáng kiến", path: "/initiatives", state: listing.filter.state, entries,
                        next: next, asked: nil, registering: nil)))
        }
    }.exporting(in: { call in try CouncilHome.province.entry(call) }) { call in try listing(call) }

    private static let register = Route(
        .post, home, name: "page.unit-initiatives.register", asks: .action(.registerInitiative), summary: "Registers an initiative.",
        takes: InitiativeForm.payload
    ) { call in
        return try await Templates.shared.answering {
            let registering = try InitiativeForm.registering(call.form)
            let id = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await registering.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/units/\(try call.path("tenant", as: String.self))/initiatives/\(id)")
        } or: {
            try await unitPage(call, ListInitiatives())
        }
    }

    private static let show = Route(
        .get, home + "/{initiative}", name: "page.initiative", asks: .reading(.item),
        summary: "One initiative with its steps, confirmations, and the forms of what the officer can do now."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }

    private static let paper = Route(
        .get, home + "/{initiative}/papers/letter-of-praise", name: "page.initiative.paper", asks: .reading(.item),
        summary: "The letter of praise that it was given, as an attachment.", query: PaperFile.query
    ) { call in
        let format = try PaperFile.format(call)
        let (_, entry) = try await JudgementRoutes.seat(call)
        let making = MakeInitiativeLetter(try call.path("initiative"))
        let reading = Entry(token: entry.token, place: entry.place, deed: .reading(.item))
        let paper = try await call.backend.entrance.read(reading) { (tx: borrowing TenantTransaction) in try await making.perform(in: tx) }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static func step(_ form: InitiativeForm) -> Route {
        acting(form.rawValue, form.asks, inProvince: form == .provinceLetter, "Takes the step: \(form.rawValue).") { call, id in
            try form.act(on: id, call)
        }
    }

    private static let ask = acting("confirmations", .registerInitiative, inProvince: false, "Asks another unit to confirm it.") {
        call, id in
        let asking = AskConfirmation(
            initiative: id, unit: SubUnit.ID(call.form["unit"]), tenant: Tenant.Slug(call.form["of"]), claim: call.form["claim"])
        return { (tx: borrowing TenantTransaction) in try await asking.perform(in: tx, ids: call.ids) }
    }

    private static let published = Route(
        .get, "/published-initiatives", name: "page.published-initiatives", asks: .reading(.catalogue),
        summary: "What units published of their initiatives to be followed elsewhere."
    ) { call in
        let me = try await CouncilHome.officer(call)
        return try await call.backend.entrance.read(Entry(token: try call.entry().token, place: .home)) {
            (tx: borrowing TenantTransaction) in
            let (initiatives, next) = try await ListPublishedInitiatives(limit: 200).perform(in: tx)
            return .html(
                Templates.shared.render(PublishedInitiativesPage(frame: Frame(me, call), initiatives, more: next != nil)))
        }
    }.exporting { _ in ListPublishedInitiatives() }

    // MARK: - What the own unit is asked

    private static let asked = Route(
        .get, "/units/{tenant}/initiative-confirmations", name: "page.asked-confirmations", asks: .action(.confirmInitiative),
        summary: "What the acting post's own unit is asked to confirm."
    ) { call in
        .html(Templates.shared.render(try await askedPage(call)))
    }.exporting { _ in ListAskedConfirmations() }

    private static let answer = Route(
        .post, "/units/{tenant}/initiative-confirmations/{confirmation}", name: "page.asked-confirmations.answer",
        asks: .action(.confirmInitiative), summary: "Confirms it, or declines.", takes: .form
    ) { call in
        return try await Templates.shared.answering {
            let form = call.form
            let answering = AnswerConfirmation(
                try call.path("confirmation"), InitiativeConfirmation.Answer(rawValue: form["answer"]) ?? .declined, reason: form["reason"],
                documentNumber: form["number"])
            try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await answering.perform(in: tx)
            }
            return .seeOther("/units/\(try call.path("tenant", as: String.self))/initiative-confirmations")
        } or: {
            try await askedPage(call)
        }
    }

    private static func askedPage(_ call: Call) async throws -> AskedConfirmationsPage {
        let me = try await CouncilHome.officer(call)
        let path = "/units/\(try call.path("tenant", as: String.self))/initiative-confirmations"
        return try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            let (confirmations, next) = try await ListAskedConfirmations(limit: 200).perform(in: tx)
            return AskedConfirmationsPage(frame: Frame(me, call), path: path, confirmations, more: next != nil)
        }
    }

    // MARK: - Parts

    typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    /// A form of an initiative's page; what was wrong with it stands above the page as it is now.
    private static func acting(
        _ path: String, _ action: Action, inProvince: Bool, _ summary: String,
        _ read: @escaping @Sendable (Call, Initiative.ID) throws -> Act
    ) -> Route {
        Route(
            .post, home + "/{initiative}/\(path)", name: "page.initiative.\(path)", asks: .action(action), summary: summary,
            takes: InitiativeForm.payload
        ) { call in
            let id: Initiative.ID = try call.path("initiative")
            return try await Templates.shared.answering {
                let act = try read(call, id)
                var entry = try call.entry()
                if inProvince { entry.place = .province }
                try await call.backend.entrance.write(entry, act)
                return .seeOther("/units/\(try call.path("tenant", as: String.self))/initiatives/\(id)")
            } or: {
                try await page(call)
            }
        }
    }

    private static func listing(_ call: Call) throws -> ListInitiatives {
        var after: Initiative.ID?
        if let keys = try Cursor.keys(call.query("cursor"), of: "initiatives", count: 1) {
            guard let id = Initiative.ID(keys[0]) else { throw Problem.invalid("?cursor", "không đúng; mở lại trang đầu") }
            after = id
        }
        return ListInitiatives(
            filter: InitiativeFilter(state: try call.queryChoice("state")), after: after, limit: try call.limit())
    }

    /// Most people that a choice names; of more, the API and the command take any.
    private static let mostPeople = 500

    private static func unitPage(_ call: Call, _ listing: ListInitiatives) async throws -> InitiativesPage {
        let (me, entry) = try await JudgementRoutes.seat(call)
        let (frame, officer) = (Frame(me, call), me.officer)
        return try await call.backend.entrance.read(Entry(token: entry.token, place: entry.place, deed: .reading(.item))) {
            (tx: borrowing TenantTransaction) in
            let tenant = try await ShowTenant().perform(in: tx)
            let (entries, next) = try await listing.perform(in: tx)
            let path = "/units/\(tenant.slug)/initiatives"
            var registering: InitiativesPage.Registering?
            if officer.may(.registerInitiative), officer.home == tenant.id {
                let isAlone = Policy.of(officer.role).reach == .own
                let people = isAlone ? [] : try await ListPeople(limit: mostPeople).perform(in: tx).people
                registering = InitiativesPage.Registering(
                    path: path, formToken: frame.formToken,
                    campaigns: try await ListCampaigns().perform(in: tx).map { .init(key: $0.code, name: $0.name) },
                    units: try await ListUnitNames().perform(in: tx).map {
                        .init(key: $0.id.description, name: $0.fullName, isChosen: $0.id == officer.unit)
                    },
                    people: people.filter { $0.endedOn == nil }.map { .init(key: $0.id.description, name: $0.fullName) },
                    isForOthers: !isAlone)
            }
            let mayConfirm = officer.may(.confirmInitiative) && officer.home == tenant.id
            return InitiativesPage(
                frame: frame, title: "Giải pháp, sáng kiến, \(tenant.fullName)", path: path, state: listing.filter.state, entries,
                next: next, asked: mayConfirm ? "/units/\(tenant.slug)/initiative-confirmations" : nil, registering: registering)
        }
    }

    private static func page(_ call: Call) async throws -> InitiativePage {
        let (me, entry) = try await JudgementRoutes.seat(call)
        let frame = Frame(me, call)
        let showing = ShowInitiative(try call.path("initiative"))
        return try await call.backend.entrance.read(Entry(token: entry.token, place: entry.place, deed: .reading(.item))) {
            (tx: borrowing TenantTransaction) in
            let detail = try await showing.perform(in: tx)
            let units = detail.mayAsk ? try await ListUnitNames().perform(in: tx) : []
            let tenants = detail.mayAsk ? try await ListTenants().perform(in: tx) : []
            return InitiativePage(
                frame: frame, detail,
                units: units.filter { $0.id != detail.record.nominee.unit && $0.id.uuid != detail.record.tenant.uuid }.map {
                    .init(key: $0.id.description, name: $0.fullName)
                },
                tenants: tenants.filter { $0.kind != .province && $0.id != detail.record.tenant }.map {
                    .init(key: $0.slug.text, name: $0.fullName)
                })
        }
    }
}

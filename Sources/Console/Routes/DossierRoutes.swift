import Domain
import HTTPTypes
import Operations
import Web

/// Dossiers of nomination: lists, one dossier, and the forms of its steps.
enum DossierRoutes {
    static let all: [Route] = [province, stepMany, stepOwn, unit, draft, show, addPaper, changeRegime] + DossierVerb.allCases.map(step)

    private static let query =
        [
            QueryParameter("state", .oneOf(AwardDossier.State.self), "Where they stand."),
            QueryParameter("party", .oneOf(AwardParty.self), "Whose move it is."),
        ] + QueryParameter.page

    private static let province = Route(
        .get, "/award-dossiers", name: "page.dossiers", asks: .action(.readProvince),
        summary: "Dossiers that units have submitted, with whose move it is.", query: query
    ) { call in
        .html(Templates.shared.render(try await widePage(call)))
    }.exporting(in: { call in try CouncilHome.province.entry(call) }, listing)

    /// What the ticked ones would come to, or the step itself.
    private static let stepMany = Route(
        .post, "/award-dossiers", name: "page.dossiers.step-many", asks: .action(.appraiseAward), orAsks: [.action(.decideAward)],
        summary: "Looks at what would come of one step of the ticked dossiers, or takes it.", query: query, takes: .form
    ) { call in
        let entry = Entry(token: try call.entry().token, place: .province)
        return try await stepping(call, entry, "/award-dossiers", ofOwnAuthority: false) { trial in try await widePage(call, trial) }
    }

    /// The same of what the unit gives itself.
    private static let stepOwn = Route(
        .post, "/units/{tenant}/award-dossiers/steps", name: "page.unit-dossiers.step-many", asks: .action(.keepOwnAward),
        orAsks: [.action(.giveAward)],
        summary: "Looks at what would come of one step of the ticked dossiers of own authority, or takes it.", query: query, takes: .form
    ) { call in
        let path = "/units/\(try call.path("tenant", as: String.self))/award-dossiers"
        return try await stepping(call, try call.entry(), path, ofOwnAuthority: true) { trial in
            try await unitPage(call, try listing(call), trial)
        }
    }

    private static func stepping(
        _ call: Call, _ entry: Entry, _ path: String, ofOwnAuthority isOwn: Bool,
        _ page: (DossiersPage.Trial) async throws -> DossiersPage
    ) async throws -> Reply {
        let form = call.form
        let officer = try await JudgementRoutes.seat(call).0.officer
        let found = try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            try await listing(call).perform(in: tx).entries.map(\.record.dossier)
        }
        let listed = found.filter { officer.stepsMany(of: $0, inTheUnit: isOwn) }.map(\.id)
        let chosen = listed.filter { form["all"] == "1" || form["d-\($0)"] == "1" }
        var trial = DossiersPage.Trial(
            chosen: Set(chosen), verb: StepDossiers.Verb(rawValue: form["verb"]), number: form["number"], date: form["date"],
            mark: form.mark(rows: chosen.map(\.description)) { $0 == "all" || $0.hasPrefix("d-") }, isOfAll: form["all"] == "1")
        do {
            // What was ticked is looked at as a whole: another may have taken the step meanwhile.
            let boxes = Set(listed.map { "d-\($0)" })
            let gone = form.names.filter { $0.hasPrefix("d-") && form[$0] == "1" && !boxes.contains($0) }.count
            guard gone == 0 else {
                throw Problem.invalid("$.dossiers", "\(gone) hồ sơ đã chọn không còn trong danh sách; tải lại trang rồi chọn lại")
            }
            guard let verb = trial.verb else { throw Problem.invalid("$.step", "chọn việc thực hiện với các hồ sơ đã chọn") }
            let stepping = StepDossiers(
                verb, dossiers: chosen, happenedOn: try FormDay.read(form["date"], "$.happenedOn"),
                documentNumber: form["number"])
            if form["step"] == "confirm", form[FormBody.looked] == trial.mark {
                _ = try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in
                    try await stepping.perform(in: tx, ids: call.ids)
                }
                return .seeOther(address(path, try listing(call).filter, limit: call.query("limit")))
            }
            let found = try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in
                try await stepping.preview(in: tx, ids: call.ids)
            }
            trial.outcomes = Dictionary(found.map { ($0.dossier, $0) }, uniquingKeysWith: { first, _ in first })
            if form["step"] == "confirm" { throw Problem.changedSincePreview }
            return .html(Templates.shared.render(try await page(trial)))
        } catch let problem as Problem where problem.isShownOnForms {
            var shown = try await page(trial)
            shown.fault = FormFault(problem)
            return Templates.shared.answer(shown, to: problem)
        }
    }

    private static func widePage(_ call: Call, _ trial: DossiersPage.Trial? = nil) async throws -> DossiersPage {
        let (me, entry) = try await JudgementRoutes.seat(call)
        let (listing, frame) = (try listing(call), Frame(me, call))
        let reading = Entry(token: entry.token, place: .province, deed: .action(.readProvince))
        return try await call.backend.entrance.read(reading) { (tx: borrowing TenantTransaction) in
            let page = try await listing.perform(in: tx)
            return DossiersPage(
                frame: frame, title: "Hồ sơ đề nghị khen thưởng", path: "/award-dossiers", filter: listing.filter, page,
                next: next("/award-dossiers", listing.filter, page.next), role: me.officer.role, drafting: nil,
                stepping: DossiersPage.Stepping(
                    address("/award-dossiers", listing.filter, call.query("cursor"), limit: call.query("limit")), frame, me.officer,
                    inTheUnit: false, trial), trial)
        }
    }

    /// Of the list as it is filtered.
    private static func address(_ path: String, _ filter: DossierFilter, _ cursor: String? = nil, limit: String? = nil) -> String {
        let parts = [
            cursor.map { "cursor=\($0)" }, limit.map { "limit=\($0)" }, filter.state.map { "state=\($0.rawValue)" },
            filter.party.map { "party=\($0.rawValue)" },
        ].compactMap(\.self)
        return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
    }

    private static let unit = Route(
        .get, "/units/{tenant}/award-dossiers", name: "page.unit-dossiers", asks: .reading(.item),
        summary: "Dossiers of one unit, and for who proposes, to draft one.", query: query
    ) { call in
        .html(Templates.shared.render(try await unitPage(call, try listing(call))))
    }.exporting(listing)

    private static let draft = Route(
        .post, "/units/{tenant}/award-dossiers", name: "page.unit-dossiers.draft", asks: .action(.proposeAward),
        summary: "Drafts a dossier.", takes: .form
    ) { call in
        let form = call.form
        return try await Templates.shared.answering {
            let drafting = DraftDossier(
                campaign: form["campaign"], review: Campaign.Review(rawValue: form["review"]), unit: SubUnit.ID(form["unit"]),
                person: Person.ID(form["person"]), achievement: form["achievement"])
            let id = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await drafting.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/units/\(try call.path("tenant", as: String.self))/award-dossiers/\(id)")
        } or: {
            try await unitPage(call, ListDossiers())
        }
    }

    private static let show = Route(
        .get, "/units/{tenant}/award-dossiers/{dossier}", name: "page.dossier", asks: .reading(.item),
        summary: "One dossier with its steps, papers, and the forms of what the officer can do now."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }

    private static let addPaper = acting("papers", [.proposeAward], isOfTheUnit: true, "The unit adds a paper.") { call, dossier in
        let form = call.form
        guard let kind = DossierPaper.Kind(rawValue: form["kind"]) else { throw Problem.invalid("$.kind", "chọn loại tài liệu") }
        let day = try FormDay.needed(form["date"], "$.documentOn", "nhập ngày trên văn bản")
        let adding = AddDossierPaper(
            dossier: dossier, kind: kind, documentNumber: form["number"], documentOn: day, isConfirmed: form["confirmed"] == "yes")
        return { (tx: borrowing TenantTransaction) in try await adding.perform(in: tx, ids: call.ids) }
    }

    private static let changeRegime = acting("regime", [.appraiseAward], isOfTheUnit: false, "Puts it under another regime.") {
        call, dossier in
        let changing = ChangeDossierRegime(dossier: dossier, regime: call.form["regime"], reason: call.form["reason"])
        return { (tx: borrowing TenantTransaction) in try await changing.perform(in: tx, ids: call.ids) }
    }

    private static func step(_ verb: DossierVerb) -> Route {
        acting(
            verb.rawValue, verb.actions + verb.ownActions.filter { !verb.actions.contains($0) }, isOfTheUnit: verb.isOfTheUnit,
            "Takes the step: \(verb.rawValue)."
        ) { call, dossier in
            try DossierStepForm.act(verb, on: dossier, call)
        }
    }

    // MARK: - Parts

    typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    /// A form of a dossier's page; what was wrong with it stands above the page as it is now.
    private static func acting(
        _ path: String, _ actions: [Action], isOfTheUnit: Bool, _ summary: String,
        _ read: @escaping @Sendable (Call, AwardDossier.ID) throws -> Act
    ) -> Route {
        Route(
            .post, "/units/{tenant}/award-dossiers/{dossier}/\(path)", name: "page.dossier.\(path)", asks: .action(actions[0]),
            orAsks: actions.dropFirst().map(Deed.action), summary: summary,
            query: isOfTheUnit ? [] : [QueryParameter("own", .string, "yes: of what the unit gives by its own authority.")], takes: .form
        ) { call in
            let dossier: AwardDossier.ID = try call.path("dossier")
            return try await Templates.shared.answering {
                let act = try read(call, dossier)
                var entry = try call.entry()
                if !isOfTheUnit, call.query("own") != "yes" { entry.place = .province }
                try await call.backend.entrance.write(entry, act)
                return .seeOther("/units/\(try call.path("tenant", as: String.self))/award-dossiers/\(dossier)")
            } or: {
                try await page(call)
            }
        }
    }

    private static func listing(_ call: Call) throws -> ListDossiers {
        var after: AwardDossier.ID?
        if let keys = try Cursor.keys(call.query("cursor"), of: "dossiers", count: 1) {
            guard let id = AwardDossier.ID(keys[0]) else { throw Problem.invalid("?cursor", "không đúng; mở lại trang đầu") }
            after = id
        }
        let filter = DossierFilter(state: try call.queryChoice("state"), party: try call.queryChoice("party"))
        return ListDossiers(filter: filter, after: after, limit: try call.limit())
    }

    private static func next(_ path: String, _ filter: DossierFilter, _ id: AwardDossier.ID?) -> String? {
        id.map { address(path, filter, Cursor.text(of: "dossiers", $0.description)) }
    }

    private static func unitPage(
        _ call: Call, _ listing: ListDossiers, _ trial: DossiersPage.Trial? = nil
    ) async throws -> DossiersPage {
        let (me, entry) = try await JudgementRoutes.seat(call)
        let frame = Frame(me, call)
        let reading = Entry(token: entry.token, place: entry.place, deed: .reading(.item))
        return try await call.backend.entrance.read(reading) { (tx: borrowing TenantTransaction) in
            let tenant = try await ShowTenant().perform(in: tx)
            let page = try await listing.perform(in: tx)
            let path = "/units/\(tenant.slug)/award-dossiers"
            let mayDraft = me.officer.answersForTheWhole(.proposeAward) && me.officer.home == tenant.id
            return DossiersPage(
                frame: frame, title: "Hồ sơ đề nghị khen thưởng, \(tenant.fullName)", path: path, filter: listing.filter, page,
                next: next(path, listing.filter, page.next), role: me.officer.role,
                drafting: mayDraft ? try await drafting(path, frame, of: me.officer.unit, in: tx) : nil,
                stepping: me.officer.home == tenant.id
                    ? DossiersPage.Stepping(
                        address("\(path)/steps", listing.filter, call.query("cursor"), limit: call.query("limit")), frame, me.officer,
                        inTheUnit: true, trial) : nil, trial)
        }
    }

    /// Most people that a choice names; of more, the API and the command take any.
    private static let mostPeople = 500

    private static func drafting(
        _ path: String, _ frame: Frame, of unit: SubUnit.ID, in tx: borrowing TenantTransaction
    ) async throws -> DossiersPage.Drafting {
        let people = try await ListPeople(limit: mostPeople).perform(in: tx).people
        return DossiersPage.Drafting(
            path: path, formToken: frame.formToken,
            campaigns: try await ListCampaigns().perform(in: tx).map { Choice(key: $0.code, name: $0.name) },
            units: try await ListUnitNames().perform(in: tx).map {
                Choice(key: $0.id.description, name: $0.fullName, isChosen: $0.id == unit)
            },
            people: people.filter { $0.endedOn == nil }.map { Choice(key: $0.id.description, name: $0.fullName) })
    }

    private static func page(_ call: Call) async throws -> DossierPage {
        let (me, entry) = try await JudgementRoutes.seat(call)
        let frame = Frame(me, call)
        let showing = ShowDossier(dossier: try call.path("dossier"))
        let slug = try call.path("tenant", as: String.self)
        // Who looks at another unit's dossier for the province sees it among those of the others.
        let isWide = me.officer.may(.readProvince) && slug != me.tenant.slug.text
        let reading = Entry(token: entry.token, place: isWide ? .province : entry.place, deed: .reading(.item))
        return try await call.backend.entrance.read(reading) { (tx: borrowing TenantTransaction) in
            let detail = try await showing.perform(in: tx)
            guard detail.record.proposerSlug.text == slug else { throw Problem.notFound }
            return DossierPage(
                frame: frame, detail, officer: me.officer, regimes: try await ListAwardRules().perform(in: tx).regimes)
        }
    }
}

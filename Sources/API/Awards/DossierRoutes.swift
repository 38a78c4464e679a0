import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Dossiers of nomination: a unit's own, and from their submission on the province's readers'.
enum DossierRoutes {
    static let all: [Route] =
        LedgerPlace.both(list) + LedgerPlace.both(show) + [draft, addPaper] + DossierStepRoutes.ofTheUnit + DossierStepRoutes.ofTheProvince
        + DossierStepRoutes.ofOwnAuthority + [DossierStepRoutes.changeRegime] + ManyDossiersRoutes.all

    private static let query = [
        QueryParameter("state", .oneOf(AwardDossier.State.self), "Where it stands."),
        QueryParameter("party", .oneOf(AwardParty.self), "Whose move it is: the queue of that party."),
        QueryParameter("campaign", .string, "Code of the campaign."),
        QueryParameter("review", .oneOf(Campaign.Review.self), "interim (sơ kết) or final (tổng kết): of that round."),
        QueryParameter("track", .oneOf(AwardTrack.self), "By which way it goes."),
        QueryParameter("proposer", .string, "The unit that proposes, such as district_101."),
    ]

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("award-dossiers"), name: place.name("dossiers.list"), asks: .reading(.item),
            summary: "Dossiers in sight in the order in which they were drafted, each with whose move it is and its clock in working days.",
            query: query + QueryParameter.page, answers: .json(.page(of: DossierSchemas.dossier))
        ) { call in
            let listing = ListDossiers(filter: try filter(call), after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let page = try await listing.perform(in: tx)
                return .json(.page(page.entries.map(DossierJSON.value), next: page.next, of: call))
            }
        }.exporting { call in ListDossiers(filter: try filter(call)) }
    }

    private static func filter(_ call: Call) throws(Problem) -> DossierFilter {
        DossierFilter(
            tenant: try call.query("proposer", "phải là mã đơn vị như district_101") { Tenant.Slug($0) },
            state: try call.queryChoice("state"), campaign: call.query("campaign"), review: try call.queryChoice("review"),
            track: try call.queryChoice("track"), party: try call.queryChoice("party"))
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("award-dossiers/{dossier}"), name: place.name("dossiers.show"), asks: .reading(.item),
            summary: "One dossier with its steps, papers, what it wants, and what the officer can do with it now.",
            answers: .json(DossierSchemas.detail)
        ) { call in
            let id: AwardDossier.ID = try call.path("dossier")
            return try await call.read { (tx: borrowing TenantTransaction) in try await DossierReply.shown(id, in: tx) }
        }
    }

    private static let draft = Route(
        .post, LedgerPlace.tenant.path("award-dossiers"), name: "dossiers.draft", asks: .action(.proposeAward),
        summary: "The unit drafts the dossier of a nominee: of itself, a sub-unit, or one of its people.",
        takes: .json(
            .object([
                .init("campaign", .string, "Code of the campaign."),
                .init("review", .oneOf(Campaign.Review.self), required: false, "Of a deed (đột xuất) when absent."),
                .init(
                    "unit", .uuid, required: false,
                    "The nominee, or of which he is; when absent the unit itself, or in a review where the person served most days."),
                .init("person", .uuid, required: false, "Of an individual."), .init("achievement", .text, "What the award is for."),
                .init("round", .uuid, required: false, "Of own authority (Giấy khen): the unit's own round."),
                .init(
                    "giver", .uuid, required: false,
                    "Of own authority, of a deed: the unit itself, a commune or a sub-unit that gives; a round has its own."),
            ])), answers: .json(DossierSchemas.detail), status: .created
    ) { call in
        let drafting = try call.json { body in
            let campaign = body.required("campaign")?.text()
            let review = body.optional("review", default: Campaign.Review?.none) { $0.oneOf(Campaign.Review.self).map(Optional.some) }
            let unit: SubUnit.ID? = body.optional("unit")?.id()
            let person: Person.ID? = body.optional("person")?.id()
            let achievement = body.required("achievement")?.text(atMost: 4_000)
            let round: OwnRound.ID? = body.optional("round")?.id()
            let giver: SubUnit.ID? = body.optional("giver")?.id()
            guard let campaign, let review, let achievement else { return DraftDossier?.none }
            return DraftDossier(
                campaign: campaign, review: review, unit: unit, person: person, achievement: achievement, round: round, giver: giver)
        }
        return try await DossierReply.change(call) { (tx: borrowing TenantTransaction) in
            try await drafting.perform(in: tx, ids: call.ids)
        }
    }

    private static let addPaper = Route(
        .post, LedgerPlace.tenant.path("award-dossiers/{dossier}/papers"), name: "dossiers.add-paper", asks: .action(.proposeAward),
        summary: "The unit adds a paper to a dossier that it has in its hands.",
        takes: .json(
            .object([
                .init("kind", .oneOf(DossierPaper.Kind.self)), .init("documentNumber", .string), .init("documentOn", .date),
                .init("confirmed", .boolean, required: false, "By the proposing level; false when absent."),
            ])), answers: .json(DossierSchemas.detail), status: .created
    ) { call in
        let id: AwardDossier.ID = try call.path("dossier")
        let adding = try call.json { body in
            let kind = body.required("kind")?.oneOf(DossierPaper.Kind.self)
            let number = body.required("documentNumber")?.text(atMost: 100)
            let day = body.required("documentOn")?.day()
            let isConfirmed = body.optional("confirmed", default: false) { $0.bool() }
            guard let kind, let number, let day, let isConfirmed else { return AddDossierPaper?.none }
            return AddDossierPaper(dossier: id, kind: kind, documentNumber: number, documentOn: day, isConfirmed: isConfirmed)
        }
        return try await DossierReply.change(call) { (tx: borrowing TenantTransaction) in
            try await adding.perform(in: tx, ids: call.ids)
            return id
        }
    }
}

/// The answer of everything that is done to a dossier: the dossier as it stands afterwards.
enum DossierReply {
    static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> AwardDossier.ID) async throws -> Reply {
        try await call.change(act) { (id: AwardDossier.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    static func shown(_ id: AwardDossier.ID, in tx: borrowing TenantTransaction) async throws -> Reply {
        let detail = try await ShowDossier(dossier: id).perform(in: tx)
        return .json(DossierJSON.detail(detail)).tagged(detail.record.steps)
    }
}

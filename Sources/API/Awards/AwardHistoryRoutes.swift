import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The past of awards: of a person, of a unit with those that it came from; earlier awards from a list; one achievement rewarded twice.
enum AwardHistoryRoutes {
    static let all: [Route] =
        LedgerPlace.both(history) + LedgerPlace.both(importList) + LedgerPlace.both(template) + LedgerPlace.both(strike) + [flags, rule]

    private static let award: Schema = .named(
        "PastAward",
        [
            .init("id", .uuid), .init("earlier", .boolean, "Recorded from a decision of before, or of another body."),
            .init("name", .string), .init("post", .string), .init("tenant", .string), .init("unitName", .string),
            .init("person", .nullable(.uuid)), .init("form", .string), .init("issuer", .string), .init("decision", .string, "Its number."),
            .init("signedOn", .date), .init("achievement", .text), .init("revoked", .boolean),
            .init("ofPredecessor", .boolean, "Of a unit that was merged into the one that was asked for."),
        ])

    private static let flag: Schema = .named(
        "AchievementFlag",
        [
            .init("dossier", .uuid), .init("tenant", .string), .init("tenantName", .string), .init("nominee", .string),
            .init("otherKind", .oneOf(AchievementFlag.Other.Kind.self)), .init("other", .uuid), .init("otherName", .string),
            .init("open", .boolean, "Keeps the dossier from the Chairman."),
            .init("ruling", .nullable(.oneOf(AchievementFlag.Ruling.self))), .init("reason", .nullable(.text)),
            .init("ruledOn", .nullable(.date)),
        ])

    private static func history(_ place: LedgerPlace) -> Route {
        let ofAUnit = [QueryParameter("tenant", .string, "Slug of one unit of the province, with those that it came from.")]
        return Route(
            .get, place.path("award-history"), name: place.name("awards.history"), asks: .reading(.item),
            summary: """
                Awards that were signed, here and before, the latest first: of a person wherever he served, or of a unit with its predecessors.
                """,
            query: (place == .province ? ofAUnit : []) + [
                QueryParameter("person", .uuid, "Of an individual."), QueryParameter("unit", .uuid, "Of one unit and its people."),
            ] + QueryParameter.page, answers: .json(.page(of: award))
        ) { call in
            let keys = try Cursor.keys(call, count: 2)
            let after = try keys.map { keys in
                guard let day = CivilDate(keys[0]), let id = PastAward.ID(keys[1]) else { throw Cursor.notOurs }
                return (signedOn: day, id: id)
            }
            let showing = ShowAwardHistory(
                slug: try slug(call, place), unit: try call.queryID("unit"), person: try call.queryID("person"), after: after,
                limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (awards, next) = try await showing.perform(in: tx)
                return .json(
                    .page(awards.map(PastAwardJSON.award), next: next.map { Cursor.text(call, "\($0.signedOn)", $0.id.description) }))
            }
        }.exporting { call in
            ShowAwardHistory(
                slug: try slug(call, place), unit: try call.queryID("unit"), person: try call.queryID("person"))
        }
    }

    private static func slug(_ call: Call, _ place: LedgerPlace) throws(Problem) -> Tenant.Slug? {
        place == .tenant ? nil : try call.query("tenant", "phải là mã đơn vị như district_973") { Tenant.Slug($0) }
    }

    private static func importList(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("earlier-awards-import"), name: place.name("awards.import"), asks: TemplateRoutes.keeps(place),
            summary: "Records awards of the time before from a list: all rows or none; the same list again changes nothing.",
            query: [
                QueryParameter("dryRun", .boolean, "Changes nothing."),
                QueryParameter("sheet", .string, "Name of the sheet of a workbook; the first when absent."),
            ],
            takes: .bytes(["text/csv", PeopleListFile.workbookType, "application/octet-stream"], atMost: PeopleListFile.largest),
            answers: .json(
                .object([
                    .init("dryRun", .boolean), .init("added", .integer), .init("unchanged", .integer),
                    .init(
                        "rows",
                        .array(
                            .object([
                                .init("row", .integer), .init("name", .string), .init("form", .string), .init("decision", .string),
                                .init("signedOn", .date), .init("added", .boolean),
                            ]))),
                ])), repeatable: false
        ) { call in
            let table = try Table(file: call.body, name: "Danh sách", sheet: call.query("sheet"))
            let importing = ImportEarlierAwards(table, isDryRun: try call.queryFlag("dryRun"))
            return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                .json(PastAwardJSON.outcome(try await importing.perform(in: tx, ids: call.ids)))
            }
        }
    }

    private static func template(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("earlier-awards-template"), name: place.name("awards.template"), asks: TemplateRoutes.keeps(place),
            summary: "An empty list of earlier awards to be filled in.",
            query: [QueryParameter("format", .oneOf(PeopleTemplate.Format.self), "CSV when absent.")],
            answers: .bytes(["text/csv; charset=utf-8", PeopleListFile.workbookType], atMost: PeopleListFile.largest)
        ) { call in
            let format: PeopleTemplate.Format = try call.queryChoice("format") ?? .csv
            return try await call.read { (tx: borrowing TenantTransaction) in
                .attachment(
                    try await EarlierAwardTemplate(as: format).perform(in: tx), mediaType: PeopleListFile.mediaType(of: format),
                    name: "mau-khen-thuong-da-nhan.\(format.rawValue)")
            }
        }
    }

    private static func strike(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("earlier-awards/{award}/strike"), name: place.name("awards.strike"), asks: TemplateRoutes.keeps(place),
            summary: "Strikes out an earlier award that was recorded by mistake; it is kept.",
            takes: .json(.object([.init("reason", .string)])), answers: .json(.object([.init("struck", .uuid)])), status: .created
        ) { call in
            let id: PastAward.ID = try call.path("award")
            let striking = try call.json { body in
                body.required("reason")?.text(atMost: 1_000).map { StrikeEarlierAward(id, reason: $0) }
            }
            return try await call.change { (tx: borrowing TenantTransaction) in
                try await striking.perform(in: tx)
                return id.description
            } show: { (key: ResourceKey, _: borrowing TenantTransaction) in
                .json(["struck": .string(key)])
            }
        }
    }

    private static let flags = Route(
        .get, LedgerPlace.province.path("achievement-flags"), name: LedgerPlace.province.name("achievements.flags"),
        asks: .action(.readProvince),
        summary: "Dossiers whose achievement may have been rewarded already or is proposed twice, with what Home Affairs decided.",
        query: [
            QueryParameter("open", .boolean, "Only those that keep a dossier from the Chairman."),
            QueryParameter("dossier", .uuid, "Of one dossier."),
        ] + QueryParameter.page, answers: .json(.page(of: flag))
    ) { call in
        let listing = ListAchievementFlags(
            isOpen: try call.queryFlag("open"), dossier: try call.queryID("dossier"), after: try Cursor.id(call), limit: try call.limit())
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (flags, next) = try await listing.perform(in: tx)
            return .json(.page(flags.map(PastAwardJSON.flag), next: next, of: call))
        }
    }.exporting { call in
        ListAchievementFlags(isOpen: try call.queryFlag("open"), dossier: try call.queryID("dossier"))
    }

    private static let rule = Route(
        .post, LedgerPlace.province.path("award-dossiers/{dossier}/achievement-rulings"),
        name: LedgerPlace.province.name("achievements.rule"), asks: .action(.appraiseAward),
        summary: "Home Affairs decides, with a reason, whether it is the same achievement and whether both levels may reward it (IV.2.2b).",
        takes: .json(
            .object([
                .init("otherKind", .oneOf(AchievementFlag.Other.Kind.self)), .init("other", .uuid),
                .init("ruling", .oneOf(AchievementFlag.Ruling.self)), .init("reason", .text),
            ])), answers: .json(.object([.init("items", .array(flag))])), status: .created
    ) { call in
        let dossier: AwardDossier.ID = try call.path("dossier")
        let ruling = try call.json { body in
            let kind = body.required("otherKind")?.oneOf(AchievementFlag.Other.Kind.self)
            let other = body.required("other")?.id(PastAward.ID.self)
            let ruling = body.required("ruling")?.oneOf(AchievementFlag.Ruling.self)
            let reason = body.required("reason")?.text(atMost: 2_000)
            guard let kind, let other, let named = AchievementFlag.Other(kind, other.description), let ruling, let reason else {
                return RuleAchievement?.none
            }
            return RuleAchievement(dossier: dossier, other: named, ruling: ruling, reason: reason)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await ruling.perform(in: tx, ids: call.ids)
            return dossier.description
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            let flags = try await ListAchievementFlags(dossier: dossier).perform(in: tx).flags
            return .json(["items": .array(flags.map(PastAwardJSON.flag))])
        }
    }
}

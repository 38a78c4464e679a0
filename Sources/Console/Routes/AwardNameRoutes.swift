import Domain
import HTTPTypes
import Operations
import Web

/// Names on certificates: said by the unit, confirmed by each nominee for himself.
enum AwardNameRoutes {
    static let all: [Route] = [show, confirm, own, consent]

    private static let path = "/units/{tenant}/award-names"

    private static let show = Route(
        .get, path, name: "page.names", asks: .reading(.item), summary: "The unit's nominees with the names that are to be printed."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }.exporting { _ in ListNames() }

    private static let confirm = form(path, "page.names.confirm", .action(.proposeAward), "The unit says a name and a post.") { call in
        guard let dossier = AwardDossier.ID(call.form["dossier"]) else { throw Problem.notFound }
        let confirming = ConfirmName(
            dossier: dossier, party: ConfirmedName.Party(rawValue: call.form["party"]) ?? .unit, name: call.form["name"],
            post: call.form["post"], documentNumber: call.form["number"])
        return { (tx: borrowing TenantTransaction) in try await confirming.perform(in: tx, ids: call.ids) }
    }

    private static let own = form(path + "/{dossier}/own", "page.names.own", .selfService, "The nominee confirms his own name.") { call in
        let confirming = ConfirmOwnName(dossier: try call.path("dossier"))
        return { (tx: borrowing TenantTransaction) in try await confirming.perform(in: tx, ids: call.ids) }
    }

    private static let consent = form(
        path + "/consents", "page.names.consent", .action(.proposeAward), "What a nominee said of being named in public.",
        orAsks: [.action(.keepOwnAward)]
    ) { call in
        let form = call.form
        guard let dossier = AwardDossier.ID(form["dossier"]) else { throw Problem.notFound }
        let day = try FormDay.needed(form["date"], "$.givenOn")
        let recording = RecordConsent(
            dossier: dossier,
            word: .init(
                consents: form["consents"] == "yes", givenOn: day, manner: PublicityConsent.Manner(rawValue: form["manner"]) ?? .paper,
                documentNumber: form["number"], note: form["note"]))
        return { (tx: borrowing TenantTransaction) in _ = try await recording.perform(in: tx, ids: call.ids) }
    }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func form(
        _ path: String, _ name: String, _ asks: Deed, _ summary: String, orAsks: [Deed] = [],
        _ read: @escaping @Sendable (Call) throws -> Act
    ) -> Route {
        Route(.post, path, name: name, asks: asks, orAsks: orAsks, summary: summary, takes: .form) { call in
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try call.entry(), try read(call))
                return .seeOther("/units/\(try call.path("tenant", as: String.self))/award-names")
            } or: {
                try await page(call)
            }
        }
    }

    private static func page(_ call: Call) async throws -> NamesPage {
        let me = try await CouncilHome.officer(call)
        let tenant: String = try call.path("tenant")
        return try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            let (names, next) = try await ListNames(limit: 200).perform(in: tx)
            let shown = try await ShowTenant().perform(in: tx)
            return NamesPage(
                frame: Frame(me, call), unit: shown.fullName, path: "/units/\(tenant)/award-names", files: tenant, names,
                own: try await ListOwnNames().perform(in: tx),
                consents: try await ListConsents(isLast: true, limit: 1_000).perform(in: tx).consents, more: next != nil,
                mayConfirm: me.actions.contains(.proposeAward) && me.tenant.id == shown.id)
        }
    }
}

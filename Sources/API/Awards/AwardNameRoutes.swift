import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Names and posts as certificates will bear them: said by the unit, confirmed by the nominee (A71).
enum AwardNameRoutes {
    static let all: [Route] = [list, mine, confirm, own]

    private static let path = "/api/v1/tenants/{tenant}/award-names"

    private static let list = Route(
        .get, path, name: "award-names.list", asks: .reading(.item),
        summary: "The unit's nominees with the names that are to be printed, and who has confirmed them.", query: QueryParameter.page,
        answers: .json(.page(of: AwardRegisterSchemas.name))
    ) { call in
        let listing = ListNames(after: try Cursor.id(call), limit: try call.limit())
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (names, next) = try await listing.perform(in: tx)
            return .json(.page(names.map(AwardRegisterJSON.name), next: next, of: call))
        }
    }.exporting { _ in ListNames() }

    private static let mine = Route(
        .get, path + "/own", name: "award-names.mine", asks: .selfService,
        summary: "What was said of the acting person's own name and post, to be confirmed by himself.",
        answers: .json(.object([.init("items", .array(AwardRegisterSchemas.own))]))
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await ListOwnNames().perform(in: tx).map(AwardRegisterJSON.own))])
        }
    }

    private static let confirm = Route(
        .post, path, name: "award-names.confirm", asks: .action(.proposeAward),
        summary: "The unit says how a name and a post are printed, or records what the nominee signed.",
        takes: .json(
            .object([
                .init("dossier", .uuid), .init("party", .oneOf(ConfirmedName.Party.self)), .init("name", .string),
                .init("post", .string, required: false, "Of a person."),
                .init("documentNumber", .string, required: false, "Of what the nominee signed; needed where his word is recorded."),
            ])), answers: .json(AwardRegisterSchemas.words), status: .created
    ) { call in
        let confirming = try call.json { body in
            let dossier = body.required("dossier")?.id(AwardDossier.ID.self)
            let party = body.required("party")?.oneOf(ConfirmedName.Party.self)
            let name = body.required("name")?.text()
            let post = body.optional("post", default: "") { $0.line() }
            let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
            guard let dossier, let party, let name, let post, let number else { return ConfirmName?.none }
            return ConfirmName(dossier: dossier, party: party, name: name, post: post, documentNumber: number)
        }
        return try await change(call, confirming.dossier) { (tx: borrowing TenantTransaction) in
            try await confirming.perform(in: tx, ids: call.ids)
        }
    }

    private static let own = Route(
        .post, path + "/{dossier}/own-confirmation", name: "award-names.own", asks: .selfService,
        summary: "The nominee himself confirms what his unit said of his name and post.", answers: .json(AwardRegisterSchemas.words),
        status: .created
    ) { call in
        let confirming = ConfirmOwnName(dossier: try call.path("dossier"))
        return try await change(call, confirming.dossier) { (tx: borrowing TenantTransaction) in
            try await confirming.perform(in: tx, ids: call.ids)
        }
    }

    private static func change(
        _ call: Call, _ dossier: AwardDossier.ID, _ act: (borrowing TenantTransaction) async throws -> Void
    ) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return dossier.description
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            let (unit, nominee) = try await ShowName(dossier: dossier).perform(in: tx)
            return .json(["unit": AwardRegisterJSON.word(unit), "nominee": AwardRegisterJSON.word(nominee)])
        }
    }
}

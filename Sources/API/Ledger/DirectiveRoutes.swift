import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Papers that order work, and their files.
enum DirectiveRoutes {
    static let all: [Route] =
        LedgerPlace.both(list) + LedgerPlace.both(enter) + LedgerPlace.both(show) + LedgerPlace.both(attach) + LedgerPlace.both(file)

    private static let schema: Schema = .named(
        "Directive",
        [
            .init("id", .uuid), .init("type", .string), .init("number", .string), .init("issuedOn", .date), .init("issuer", .string),
            .init("abstract", .text),
            .init(
                "file",
                .nullable(
                    .object([.init("name", .string), .init("mediaType", .string), .init("bytes", .integer), .init("sha256", .string)]))),
            .init("version", .integer), .init("recordedOn", .date),
        ])

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("directives"), name: place.name("directives.list"), asks: .reading(.directive),
            summary: place == .tenant
                ? "The unit's own papers and the province's, the latest first." : "The province's papers, the latest first.",
            query: QueryParameter.page, answers: .json(.page(of: schema))
        ) { call in
            let listing = ListDirectives(after: try position(call), limit: try call.limit())
            return try await call.readOnce { (tx: borrowing TenantTransaction) in
                let page = try await listing.perform(in: tx)
                let next = page.next.map { Cursor.text(call, $0.issuedOn.description, $0.id.description) }
                return .json(.page(page.directives.map(DirectiveJSON.value), next: next))
            }
        }.exporting { _ in ListDirectives() }
    }

    private static func enter(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("directives"), name: place.name("directives.enter"), asks: .action(.enterDirective),
            summary: "Enters a paper that orders work, once.",
            takes: .json(
                .object([
                    .init("type", .string, "Quyết định, Chỉ thị, …"), .init("number", .string, "503/QĐ-UBND"), .init("issuedOn", .date),
                    .init("issuer", .string), .init("abstract", .text), .init("campaign", .string, required: false, "Code."),
                ])), answers: .json(schema), status: .created
        ) { call in
            let entering = try call.json { body in
                let type = body.required("type")?.line()
                let number = body.required("number")?.line()
                let issuedOn = body.required("issuedOn")?.day()
                let issuer = body.required("issuer")?.line(atMost: 2_000)
                let abstract = body.required("abstract")?.line(atMost: 10_000)
                let campaign = body.optional("campaign")?.line()
                guard let type, let number, let issuedOn, let issuer, let abstract else { return EnterDirective?.none }
                let paper = Directive.Paper(type: type, number: number, issuedOn: issuedOn, issuer: issuer, abstract: abstract)
                return EnterDirective(paper: paper, campaign: campaign)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await entering.perform(in: tx, ids: call.ids) }
        }
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("directives/{directive}"), name: place.name("directives.show"), asks: .reading(.directive),
            summary: "One paper.", answers: .json(schema)
        ) { call in
            let showing = ShowDirective(id: try call.path("directive"))
            return try await call.readOnce { (tx: borrowing TenantTransaction) in
                let directive = try await showing.perform(in: tx)
                return .json(DirectiveJSON.value(directive)).tagged(directive.version)
            }
        }
    }

    private static func attach(_ place: LedgerPlace) -> Route {
        Route(
            .put, place.path("directives/{directive}/file"), name: place.name("directives.attach"), asks: .action(.enterDirective),
            summary: "Keeps the paper itself, once: PDF, DOCX, PNG or JPG up to 20 MB, told by its content.",
            query: [QueryParameter("name", .string, required: true, "Name of the file.")],
            takes: .bytes(["application/octet-stream"] + DocumentFormat.allCases.map(\.mediaType), atMost: Directive.File.largest),
            answers: .json(schema)
        ) { call in
            let attaching = AttachDirectiveFile(
                directive: try call.path("directive"), fileName: call.query("name") ?? "", content: call.body)
            _ = try attaching.format()
            return try await change(call) { (tx: borrowing TenantTransaction) in
                try await attaching.perform(in: tx)
                return attaching.directive
            }
        }
    }

    private static func file(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("directives/{directive}/file"), name: place.name("directives.file"), asks: .reading(.directive),
            summary: "The paper itself, as an attachment.",
            answers: .bytes(DocumentFormat.allCases.map(\.mediaType), atMost: Directive.File.largest)
        ) { call in
            let reading = ReadDirectiveFile(id: try call.path("directive"))
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (file, content) = try await reading.perform(in: tx)
                return .attachment(content, mediaType: file.format.mediaType, name: file.name)
            }
        }
    }

    private static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> Directive.ID) async throws -> Reply {
        try await call.change(act) { (id: Directive.ID, tx: borrowing TenantTransaction) in
            let directive = try await ShowDirective(id: id).perform(in: tx)
            return .json(DirectiveJSON.value(directive)).tagged(directive.version)
        }
    }

    private static func position(_ call: Call) throws -> Directive.Position? {
        guard let keys = try Cursor.keys(call, count: 2) else { return nil }
        guard let day = CivilDate(keys[0]), let id = Directive.ID(keys[1]) else { throw Cursor.notOurs }
        return Directive.Position(issuedOn: day, id: id)
    }
}

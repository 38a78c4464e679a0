import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The forms of an office's papers: its own in place of the built-in ones, by kind and from a day on. A unit keeps its own, Home Affairs the
/// province's.
enum TemplateRoutes {
    static let all: [Route] = LedgerPlace.both(list) + LedgerPlace.both(replace) + LedgerPlace.both(restore) + LedgerPlace.both(file)

    static let template: Schema = .named(
        "PaperTemplate",
        [
            .init("id", .uuid), .init("tenant", .string), .init("tenantName", .string),
            .init("document", .choice(PaperKind.replaceable.map(\.rawValue))), .init("documentName", .string), .init("from", .date),
            .init("through", .nullable(.date), "Last day; null: until it is replaced."),
            .init("name", .string, "Of the document, or why the built-in form is used again."),
            .init("sha256", .nullable(.string), "Null: the built-in form."), .init("recordedBy", .string), .init("recordedOn", .date),
        ])

    private static let templates: Schema = .object([.init("items", .array(template))])

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("paper-templates"), name: place.name("templates.list"), asks: .reading(.item),
            summary: "The office's own forms of its papers, by kind, the latest first; without one the built-in form is used.",
            answers: .json(templates)
        ) { call in
            try await call.read { (tx: borrowing TenantTransaction) in try await shown(in: tx) }
        }
    }

    private static func replace(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("paper-templates/{document}"), name: place.name("templates.replace"), asks: keeps(place),
            summary: """
                Replaces the form of one kind of paper by a Word document in which {{so_ky_hieu}} stands where the number goes: \
                \(PaperKind.replaceable.map(\.rawValue).joined(separator: ", ")). Papers that bear an earlier day stay as they were made.
                """,
            query: [
                QueryParameter("from", .date, "First day; today when absent."), QueryParameter("name", .string, "Of the document."),
            ], takes: .bytes([DocumentFormat.docx.mediaType, "application/octet-stream"], atMost: ReplaceTemplate.File.largest),
            answers: .json(templates), status: .created
        ) { call in
            let kind = try PaperFile.kind(call, of: PaperKind.replaceable)
            let file = ReplaceTemplate.File(name: call.query("name") ?? kind.fileName, content: call.body)
            let replacing = ReplaceTemplate(kind, by: file, validFrom: try call.queryDate("from"))
            return try await change(call, replacing)
        }
    }

    private static func restore(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("paper-templates/{document}/built-in"), name: place.name("templates.restore"), asks: keeps(place),
            summary: "Uses the built-in form of one kind of paper again from a day on.",
            takes: .json(
                .object([.init("reason", .string), .init("from", .date, required: false, "First day; today when absent.")])),
            answers: .json(templates), status: .created
        ) { call in
            let (reason, from) = try call.json { body in
                let reason = body.required("reason")?.text(atMost: 500)
                let from = body.optional("from", default: CivilDate?.none) { $0.day() }
                guard let reason, let from else { return (String, CivilDate?)?.none }
                return (reason, from)
            }
            let kind = try PaperFile.kind(call, of: PaperKind.replaceable)
            return try await change(call, ReplaceTemplate(kind, by: nil, reason: reason, validFrom: from))
        }
    }

    private static func file(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("paper-template-files/{template}"), name: place.name("templates.file"), asks: .reading(.item),
            summary: "The document of one form as it was recorded, whether or not it is in force.",
            answers: .bytes([DocumentFormat.docx.mediaType], atMost: ReplaceTemplate.File.largest)
        ) { call in
            let reading = ReadTemplate(try call.path("template"))
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (name, content) = try await reading.perform(in: tx)
                return .attachment(content, mediaType: DocumentFormat.docx.mediaType, name: name, plain: "mau-van-ban.docx")
            }
        }
    }

    static func keeps(_ place: LedgerPlace) -> Deed {
        switch place {
        case .tenant: .action(.proposeAward)
        case .province: .action(.appraiseAward)
        }
    }

    private static func change(_ call: Call, _ act: ReplaceTemplate) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: call.ids).description
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(in: tx)
        }
    }

    private static func shown(in tx: borrowing TenantTransaction) async throws -> Reply {
        .json(["items": .array(try await ListTemplates().perform(in: tx).templates.map(TemplateJSON.template))])
    }
}

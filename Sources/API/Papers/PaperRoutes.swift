import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Papers that another signed: their heads and scans. What they decide is recorded by ``PaperActRoutes``.
enum PaperRoutes {
    static let all: [Route] = [list, record, show, attach, file]

    private static let path = "/api/v1/tenants/{tenant}/papers"

    private static let list = Route(
        .get, path, name: "papers.list", asks: .reading(.paper), summary: "Signed papers that the unit keeps, the latest first.",
        query: QueryParameter.page, answers: .json(.page(of: PaperSchemas.paper))
    ) { call in
        let listing = ListPapers(after: try Cursor.id(call), limit: try call.limit())
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let (papers, next) = try await listing.perform(in: tx)
            return .json(.page(papers.map(PaperJSON.value), next: next, of: call))
        }
    }.exporting { _ in ListPapers(limit: 0) }

    private static let record = Route(
        .post, path, name: "papers.record", asks: .action(.recordPaper), summary: "Enters a paper that another signed, once.",
        takes: .json(
            .object([
                .init("signer", .uuid, "Post that was held on the day of signing."), .init("number", .string, "15/QĐ-UBND"),
                .init("signedOn", .date), .init("abstract", .text),
            ])), answers: .json(PaperSchemas.paper), status: .created
    ) { call in
        let recording = try call.json { body in
            let signer = body.required("signer")?.id(Post.ID.self)
            let number = body.required("number")?.text(atMost: 100)
            let signedOn = body.required("signedOn")?.day()
            let abstract = body.required("abstract")?.text(atMost: 4_000)
            guard let signer, let number, let signedOn, let abstract else { return RecordPaper?.none }
            return RecordPaper(PaperAct.Head(signer: signer, number: number, signedOn: signedOn, abstract: abstract))
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await recording.perform(in: tx, ids: call.ids) }
    }

    private static let show = Route(
        .get, path + "/{paper}", name: "papers.show", asks: .reading(.paper), summary: "One signed paper.",
        answers: .json(PaperSchemas.paper)
    ) { call in
        let showing = ShowPaper(try call.path("paper"))
        return try await call.readOnce { (tx: borrowing TenantTransaction) in .json(PaperJSON.value(try await showing.perform(in: tx))) }
    }

    private static let attach = Route(
        .put, path + "/{paper}/file", name: "papers.attach", asks: .action(.recordPaper),
        summary: "Keeps the scan, once: PDF, PNG or JPG up to 20 MB, told by its content.",
        query: [QueryParameter("name", .string, required: true, "Name of the file.")],
        takes: .bytes(["application/octet-stream"] + DocumentFormat.scans.map(\.mediaType), atMost: Directive.File.largest),
        answers: .json(PaperSchemas.paper)
    ) { call in
        let attaching = AttachPaperFile(paper: try call.path("paper"), fileName: call.query("name") ?? "", content: call.body)
        _ = try attaching.format()
        return try await change(call) { (tx: borrowing TenantTransaction) in
            try await attaching.perform(in: tx)
            return attaching.paper
        }
    }

    private static let file = Route(
        .get, path + "/{paper}/file", name: "papers.file", asks: .reading(.paper), summary: "The scan, as an attachment.",
        answers: .bytes(DocumentFormat.scans.map(\.mediaType), atMost: Directive.File.largest)
    ) { call in
        let reading = ReadPaperFile(try call.path("paper"))
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (file, content) = try await reading.perform(in: tx)
            return .attachment(content, mediaType: file.format.mediaType, name: file.name)
        }
    }

    private static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> PaperAct.ID) async throws -> Reply {
        try await call.change(act) { (id: PaperAct.ID, tx: borrowing TenantTransaction) in
            .json(PaperJSON.value(try await ShowPaper(id).perform(in: tx)))
        }
    }
}

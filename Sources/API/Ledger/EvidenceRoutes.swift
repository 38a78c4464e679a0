import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The files that reports rest on: in and out in flat memory.
enum EvidenceRoutes {
    static let all: [Route] = [attach] + LedgerPlace.both(read)

    private static let attach = Route(
        .post, LedgerPlace.tenant.path("items/{item}/progress/{report}/files"), name: "evidence.attach", asks: .action(.reportProgress),
        summary: "Adds a file to a report that nobody has judged yet: PDF, DOCX, XLSX, PNG or JPG up to 20 MB, told by its content.",
        query: [QueryParameter("name", .string, required: true, "Name of the file.")],
        takes: .file(["application/octet-stream"] + DocumentFormat.allCases.map(\.mediaType), atMost: Evidence.largest),
        answers: .json(ItemSchemas.detail), status: .created
    ) { call in
        let attaching = AttachEvidence(
            item: try call.path("item"), report: try call.path("report"), fileName: call.query("name") ?? "", file: try call.file())
        _ = try attaching.format()
        return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
            _ = try await attaching.perform(in: tx, ids: call.ids)
            return attaching.item
        }
    }

    private static func read(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("items/{item}/files/{evidence}"), name: place.name("evidence.read"), asks: .reading(.evidence),
            summary: "A file of evidence, as an attachment.",
            answers: .bytes(DocumentFormat.allCases.map(\.mediaType), atMost: Evidence.largest)
        ) { call in
            let reading = ReadEvidence(item: try call.path("item"), id: try call.path("evidence"))
            let (entry, entrance) = (try call.entry(), call.backend.entrance)
            let file = try await entrance.readOnce(entry) { (tx: borrowing TenantTransaction) in try await reading.file(in: tx) }
            // Each chunk in a transaction of its own: a slow reader holds no connection.
            let stream = Reply.Stream(byteCount: file.byteCount, chunkCount: file.chunkCount) { position in
                try await entrance.readOnce(entry) { (tx: borrowing TenantTransaction) in try await reading.chunk(position, in: tx) }
            }
            return .attachment(stream, mediaType: file.format.mediaType, name: file.name)
        }
    }
}

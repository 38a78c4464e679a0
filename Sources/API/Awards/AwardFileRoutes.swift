import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Files of signed papers, whatever they prove: in and out in flat memory. Who sees what one proves sees it, who may do that adds it, and of what a
/// nominee signed he himself.
enum AwardFileRoutes {
    static let all: [Route] = LedgerPlace.both(attach) + LedgerPlace.both(list) + LedgerPlace.both(read)

    private static let owned = [
        QueryParameter(
            "owner", .oneOf(AwardFile.Owner.Kind.self), "What it proves: minutes of a session, a decision, a paper of a dossier …"),
        QueryParameter("of", .uuid, "Its id; both or none."),
    ]

    private static func attach(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("award-files"), name: place.name("award-files.attach"),
            asks: .action(place == .province ? .appraiseAward : .proposeAward),
            orAsks: place == .province
                ? [.action(.keepReview)]
                : [
                    .action(.keepCouncil), .action(.keepOwnAward), .action(.registerInitiative), .action(.reportProgress),
                    .action(.answerReview), .selfService,
                ],
            summary:
                "Adds a file to what it proves: PDF, DOCX, XLSX, PNG or JPG up to 20 MB, told by its content. None is ever changed; a wrong one is superseded.",
            query: owned + [
                QueryParameter("name", .string, required: true, "Name of the file."),
                QueryParameter("supersedes", .uuid, "The wrong file in whose place it comes."),
                QueryParameter("reason", .string, "Why that was wrong."),
            ], takes: .file(["application/octet-stream"] + DocumentFormat.allCases.map(\.mediaType), atMost: Evidence.largest),
            answers: .json(AwardFileSchemas.file), status: .created
        ) { call in
            guard let owner = try owner(call) else { throw Problem.invalid("?owner", "ghi rõ tệp thuộc nội dung nào: owner và of") }
            let attaching = AttachAwardFile(
                owner: owner, fileName: call.query("name") ?? "", file: try call.file(), supersedes: try call.queryID("supersedes"),
                reason: call.query("reason") ?? "")
            _ = try attaching.file.documentFormat()
            return try await call.change { (tx: borrowing TenantTransaction) in
                try await attaching.perform(in: tx, ids: call.ids)
            } show: { (id: AwardFile.ID, tx: borrowing TenantTransaction) in
                .json(AwardFileJSON.value(try await ReadAwardFile(id).file(in: tx)))
            }
        }
    }

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("award-files"), name: place.name("award-files.list"), asks: .reading(.item), orAsks: [.reading(.council)],
            summary: "Files of signed papers in sight, in the order in which they came; superseded ones among them.",
            query: owned + QueryParameter.page, answers: .json(.page(of: AwardFileSchemas.file))
        ) { call in
            let listing = ListAwardFiles(of: try owner(call), after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (files, next) = try await listing.perform(in: tx)
                return .json(.page(files.map(AwardFileJSON.value), next: next, of: call))
            }
        }.exporting { call in ListAwardFiles(of: try owner(call)) }
    }

    private static func read(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("award-files/{file}"), name: place.name("award-files.read"), asks: .reading(.item),
            orAsks: [.reading(.council)], summary: "A file, as an attachment.",
            answers: .bytes(DocumentFormat.allCases.map(\.mediaType), atMost: Evidence.largest)
        ) { call in
            let reading = ReadAwardFile(try call.path("file"))
            let (entry, entrance) = (try call.entry(), call.backend.entrance)
            let file = try await entrance.readOnce(entry) { (tx: borrowing TenantTransaction) in try await reading.file(in: tx) }
            // Each chunk in a transaction of its own: a slow reader holds no connection.
            let stream = Reply.Stream(byteCount: file.byteCount, chunkCount: file.chunkCount) { position in
                try await entrance.readOnce(entry) { (tx: borrowing TenantTransaction) in try await reading.chunk(position, in: tx) }
            }
            return .attachment(stream, mediaType: file.format.mediaType, name: file.name)
        }
    }

    private static func owner(_ call: Call) throws(Problem) -> AwardFile.Owner? {
        let (kind, id) = (
            try call.queryChoice("owner", AwardFile.Owner.Kind.self), try call.queryID("of", as: EntityID<AwardFile.Owner>.self)
        )
        guard (kind == nil) == (id == nil) else { throw .invalid("?of", "ghi cả owner và of, hoặc bỏ cả hai") }
        return kind.flatMap { kind in id.map { AwardFile.Owner(kind, $0) } }
    }
}

/// The shapes of files of awards, for the OpenAPI document.
enum AwardFileSchemas {
    static let file: Schema = .named(
        "AwardFile",
        [
            .init("id", .uuid), .init("owner", .oneOf(AwardFile.Owner.Kind.self)), .init("of", .uuid, "Id of what it proves."),
            .init("name", .string), .init("mediaType", .string), .init("bytes", .integer), .init("sha256", .string, "In hexadecimal."),
            .init("supersedes", .nullable(.uuid)), .init("reason", .text, "Why that was wrong; else empty."),
            .init("supersededBy", .nullable(.uuid), "Null of one that counts."), .init("recordedBy", .uuid), .init("recordedOn", .date),
        ])
}

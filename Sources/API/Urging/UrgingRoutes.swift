import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Đôn đốc: what is overdue in the units, the letters about it, and which were signed.
enum UrgingRoutes {
    static let all: [Route] = [overdue, letter, letters, record]

    private static let overdue = Route(
        .get, LedgerPlace.province.path("overdue"), name: LedgerPlace.province.name("urgings.overdue"), asks: .action(.readProvince),
        summary: "What the province gave and is overdue today, unit by unit, with the letters about it.", query: [UrgingFile.campaign],
        answers: .json(
            .object([
                .init("asOf", .date), .init("items", .array(UrgingSchemas.item)),
                .init("waiting", .integer, "How many more are overdue and left out: what was due was reported."),
            ]))
    ) { call in
        let listing = ListOverdue(campaign: try UrgingFile.named(call))
        return try await call.read { (tx: borrowing TenantTransaction) in
            let answer = try await listing.perform(in: tx)
            let rows = answer.units.flatMap(\.lines).map(UrgingJSON.line)
            let waiting = answer.waiting.values.reduce(0, +)
            return .json(["asOf": .string(answer.asOf.description), "items": .array(rows), "waiting": .integer(waiting)])
        }
    }.exporting { call in ListOverdue(campaign: try UrgingFile.named(call)) }

    private static let letter = Route(
        .get, LedgerPlace.province.path("urging-letter"), name: LedgerPlace.province.name("urgings.letter"), asks: .action(.readProvince),
        summary: "The letter to one unit with something overdue, as an attachment.",
        query: [UrgingFile.campaign, UrgingFile.tenant, UrgingFile.again] + PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let (format, making) = (try PaperFile.format(call), try UrgingFile.letter(call))
        let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static let letters = Route(
        .get, LedgerPlace.province.path("urging-letters"), name: LedgerPlace.province.name("urgings.letters"), asks: .action(.readProvince),
        summary: "The letters to all units with something overdue, one each, in one archive.",
        query: [UrgingFile.campaign, UrgingFile.again], answers: .bytes([PaperArchiveFile.mediaType], atMost: UrgingFile.largest)
    ) { call in
        let making = try UrgingFile.letters(call)
        return try await call.read { (tx: borrowing TenantTransaction) in
            .attachment(try await making.perform(in: tx), mediaType: PaperArchiveFile.mediaType, name: UrgingFile.archiveName)
        }
    }

    private static let record = Route(
        .post, LedgerPlace.province.path("urgings"), name: LedgerPlace.province.name("urgings.record"), asks: .action(.keepReview),
        summary: "Enters number and day of a letter that was signed; a cause that was urged before needs a word.",
        takes: .json(UrgingSchemas.recording), answers: .json(UrgingSchemas.urging), status: .created
    ) { call in
        let recording = try call.json { body in
            let campaign = body.required("campaign")?.text(atMost: 100)
            let tenant = body.required("tenant").flatMap { cursor in
                cursor.string().flatMap { Tenant.Slug($0) ?? cursor.fault("phải là mã đơn vị, như district_973") }
            }
            let number = body.required("number")?.text(atMost: 100)
            let day = body.required("signedOn")?.day()
            let again = body.optional("again", default: false) { $0.bool() }
            let items = body.optional("items", default: [WorkItem.ID]?.none) { $0.array { $0.id(WorkItem.ID.self) } }
            guard let campaign, let tenant, let number, let day, let again, let items else { return RecordUrging?.none }
            return RecordUrging(campaign: campaign, tenant: tenant, number: number, signedOn: day, again: again, items: items)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await recording.perform(in: tx, ids: call.ids)
        } show: { (id: Urging.ID, tx: borrowing TenantTransaction) in
            let shown = try await ShowUrging(id).perform(in: tx)
            return .json(UrgingJSON.recorded(shown.urging, of: shown.tenant))
        }
    }
}

/// The shapes of letters about overdue items, for the OpenAPI document.
enum UrgingSchemas {
    private static let letter: [Schema.Property] = [
        .init("id", .uuid), .init("number", .string), .init("signedOn", .date),
        .init("again", .boolean, "Speaks of a cause that was urged before."),
    ]

    static let item: Schema = .named(
        "OverdueItem",
        [
            .init("tenant", .string), .init("unitCode", .string), .init("unitName", .string), .init("item", .uuid), .init("code", .string),
            .init("title", .string), .init("source", .string, "The paper that orders it; empty where none is known."),
            .init("giver", .string, "Who gave it."), .init("dueOn", .date),
            .init("occurrence", .nullable(.date), "Of a periodic item the first deadline that passed with nothing delivered."),
            .init("days", .integer, "Since the first date that passed."),
            .init("urgings", .array(.object(letter)), "Letters about it and this due date."),
        ])

    static let urging: Schema = .named(
        "Urging",
        letter + [.init("tenant", .string), .init("items", .array(.object([.init("item", .uuid), .init("dueOn", .date)])))])

    static let recording: Schema = .object([
        .init("campaign", .string, "Code of the campaign."), .init("tenant", .string, "The unit that was urged."),
        .init("number", .string, "Number and symbol, as the clerk gave them."), .init("signedOn", .date),
        .init("again", .boolean, required: false, "Urges again what was urged before."),
        .init("items", .array(.uuid), required: false, "Of which the letter speaks; as it would be made now when absent."),
    ])
}

import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The months of a campaign: opened, closed and corrected by the Office, read by every unit as far as its own row.
enum MonthRoutes {
    static let all: [Route] =
        [open, close, correct, paper, part] + LedgerPlace.both(list) + LedgerPlace.both(show) + LedgerPlace.both(workbook)
        + LedgerPlace.both(verify) + ReturnRoutes.all

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("months"), name: place.name("months.list"), asks: .reading(.catalogue),
            summary: "The months that were opened, the latest first.",
            query: [QueryParameter("campaign", .string, "Code of the campaign; all when absent.")],
            answers: .json(.object([.init("items", .array(MonthSchemas.period))]))
        ) { call in
            let listing = ListMonths(campaign: call.query("campaign"))
            return try await call.read { (tx: borrowing TenantTransaction) in
                .json(["items": .array(try await listing.perform(in: tx).map(MonthJSON.period))])
            }
        }.exporting { call in ListMonths(campaign: call.query("campaign")) }
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("month"), name: place.name("months.show"), asks: .reading(.item),
            summary: "The table of a month: as it was closed, as it stands, or as a past day showed it.",
            query: MonthFile.query + MonthFile.table, answers: .json(MonthSchemas.month)
        ) { call in
            let showing = try MonthFile.showing(call)
            return try await call.read { (tx: borrowing TenantTransaction) in .json(try await shown(showing, in: tx)) }
        }.exporting { call in try MonthFile.showing(call) }
    }

    private static func workbook(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("month/sheet"), name: place.name("months.sheet"), asks: .reading(.item),
            summary: "The same table as a workbook, with every figure.", query: MonthFile.query + MonthFile.table,
            answers: .bytes([LedgerSheetFile.workbookType], atMost: MonthFile.largest)
        ) { call in
            let export = ExportMonth(try MonthFile.showing(call))
            return try await call.read { (tx: borrowing TenantTransaction) in
                .attachment(
                    try await export.perform(in: tx), mediaType: LedgerSheetFile.workbookType,
                    name: MonthFile.workbookName(export.showing.month))
            }
        }
    }

    private static func verify(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("month/verification"), name: place.name("months.verify"), asks: .reading(.item),
            summary: "Computes a close anew: hashes of all rows in sight.", query: MonthFile.query + [MonthFile.table[0]],
            answers: .json(ReviewSchemas.verification)
        ) { call in
            let verifying = VerifyMonth(try MonthFile.showing(call))
            return try await call.read { (tx: borrowing TenantTransaction) in
                .json(ReviewJSON.verification(try await verifying.perform(in: tx)))
            }
        }
    }

    private static let paper = Route(
        .get, LedgerPlace.province.path("month/report"), name: LedgerPlace.province.name("months.report"), asks: .action(.readProvince),
        summary: "The report of a closed month to the Chairman, as an attachment.",
        query: MonthFile.query + [MonthFile.table[0]] + PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let format = try PaperFile.format(call)
        let making = MakeMonthReport(try MonthFile.showing(call))
        let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static let part = Route(
        .get, LedgerPlace.province.path("month/part"), name: LedgerPlace.province.name("months.part"), asks: .action(.readProvince),
        summary: "The same as a part of the province's monthly steering review: without head and signature.",
        query: MonthFile.query + [MonthFile.table[0]] + PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let format = try PaperFile.format(call)
        let making = MakeMonthReport(try MonthFile.showing(call), isPart: true)
        let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static let open = Route(
        .post, LedgerPlace.province.path("months"), name: LedgerPlace.province.name("months.open"), asks: .action(.keepReview),
        summary: "Opens a month, from its first day on.", takes: .json(MonthBody.opening), answers: .json(MonthSchemas.month),
        status: .created
    ) { call in
        let opening = try call.json { (body: inout JSONObjectReader) in MonthBody.open(&body) }
        return try await change(call, opening.campaign, opening.month) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: call.ids)
        }
    }

    private static let close = Route(
        .post, LedgerPlace.province.path("month-closes"), name: LedgerPlace.province.name("months.close"), asks: .action(.keepReview),
        summary: "Closes a month under one hash; refused until the day of the close while a return is missing.",
        takes: .json(.object(MonthBody.members)), answers: .json(MonthSchemas.month), status: .created
    ) { call in
        let named = try call.json { (body: inout JSONObjectReader) in MonthBody.named(&body) }
        return try await change(call, named.campaign, named.month) { (tx: borrowing TenantTransaction) in
            try await CloseMonth(campaign: named.campaign, month: named.month).perform(in: tx)
        }
    }

    private static let correct = Route(
        .post, LedgerPlace.province.path("month-corrections"), name: LedgerPlace.province.name("months.correct"),
        asks: .action(.keepReview), summary: "Makes a new version of a closed month by a minute, until the next month is closed.",
        takes: .json(MonthBody.correction), answers: .json(MonthSchemas.month), status: .created
    ) { call in
        let correcting = try call.json { (body: inout JSONObjectReader) in MonthBody.correct(&body) }
        return try await change(call, correcting.campaign, correcting.month) { (tx: borrowing TenantTransaction) in
            try await correcting.perform(in: tx)
        }
    }

    // MARK: - Answers

    private static func change<R>(
        _ call: Call, _ campaign: String, _ month: ReportMonth, _ act: (borrowing TenantTransaction) async throws -> R
    ) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            _ = try await act(tx)
            return "\(campaign)/\(month)"
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            .json(try await shown(ShowMonth(campaign: campaign, month: month), in: tx))
        }
    }

    private static func shown(_ showing: ShowMonth, in tx: borrowing TenantTransaction) async throws -> JSONValue {
        let answer = try await showing.perform(in: tx)
        return MonthJSON.month(answer.table, versions: answer.versions, answer.warnings)
    }
}

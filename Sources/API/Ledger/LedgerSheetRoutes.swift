import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Whole ledgers as spreadsheets: an empty one, what stands in one, and giving what one lists.
enum LedgerSheetRoutes {
    static let all: [Route] =
        LedgerPlace.both(template) + LedgerPlace.both(export) + LedgerPlace.both(importSheet) + LedgerPlace.both(check)

    private static let format = QueryParameter("format", .oneOf(LedgerFileFormat.self), "CSV when absent.")
    private static let files = ["text/csv; charset=utf-8", LedgerSheetFile.workbookType]
    private static let table = [
        QueryParameter("sheet", .string, "Name of the sheet of a workbook; the first when absent."),
        QueryParameter("campaign", .string, "Code of the campaign of rows that name none."),
    ]

    private static func template(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("ledger-template"), name: place.name("ledger.template"), asks: .action(.assignItem),
            summary: "An empty ledger to be filled in; as a workbook with instructions and every list of codes.",
            query: [format, QueryParameter("campaign", .string, "Code of the campaign whose contents are listed.")],
            answers: .bytes(files, atMost: LedgerSheetFile.largest)
        ) { call in
            let template = LedgerTemplate(as: try call.queryChoice("format") ?? .csv, campaign: call.query("campaign"))
            return try await call.read { (tx: borrowing TenantTransaction) in
                .attachment(
                    try await template.perform(in: tx), mediaType: LedgerSheetFile.mediaType(of: template.format),
                    name: LedgerSheetFile.templateName(as: template.format))
            }
        }
    }

    private static func export(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("ledger-sheet"), name: place.name("ledger.export"), asks: .reading(.item),
            summary: "The ledger as a spreadsheet: assignments, dates, targets, progress, rulings and papers; at most 20,000 items.",
            query: [format] + LedgerQuery.filter, answers: .bytes(files, atMost: LedgerSheetFile.largestExport)
        ) { call in
            let export = ExportLedger(try LedgerQuery.filter(call), as: try call.queryChoice("format") ?? .csv)
            return try await call.read { (tx: borrowing TenantTransaction) in
                .attachment(
                    try await export.perform(in: tx), mediaType: LedgerSheetFile.mediaType(of: export.format),
                    name: LedgerSheetFile.exportName(as: export.format))
            }
        }
    }

    private static func importSheet(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("ledger-imports"), name: place.name("ledger.import"), asks: .action(.assignItem),
            summary:
                "Gives the items that a spreadsheet lists, of several papers at once: all rows or none; the same file again changes nothing.",
            query: [QueryParameter("dryRun", .boolean, "Gives nothing.")] + table,
            takes: .bytes(LedgerSheetFile.types, atMost: LedgerSheetFile.largest), answers: .json(outcome)
        ) { call in
            let importing = ImportLedger(try sheet(call), campaign: call.query("campaign"), isDryRun: try call.queryFlag("dryRun"))
            var trying = importing
            trying.isDryRun = true
            let tried = trying
            guard !importing.isDryRun else {
                return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                    .json(LedgerImportOutcomeJSON.value(try await tried.perform(in: tx, ids: call.ids)))
                }
            }
            var given: LedgerImportOutcome?
            return try await call.change { (tx: borrowing TenantTransaction) in
                given = try await importing.perform(in: tx, ids: call.ids)
                return "ledger"
            } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
                // A repeated request is told what is there by now: the same rows, all of them known.
                if let given { return .json(LedgerImportOutcomeJSON.value(given)) }
                var found = try await tried.perform(in: tx, ids: call.ids)
                found.isDryRun = false
                return .json(LedgerImportOutcomeJSON.value(found))
            }
        }
    }

    private static func check(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("ledger-checks"), name: place.name("ledger.check"), asks: .action(.assignItem),
            summary: "Gives a ledger back with a column Lỗi, which says of each row what is wrong with it. Changes nothing.",
            query: [format] + table, takes: .bytes(LedgerSheetFile.types, atMost: LedgerSheetFile.largest),
            answers: .bytes(files, atMost: LedgerSheetFile.largestExport), repeatable: false
        ) { call in
            let checking = CheckLedger(
                try sheet(call), campaign: call.query("campaign"), as: try call.queryChoice("format") ?? .csv)
            return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                .attachment(
                    try await checking.perform(in: tx, ids: call.ids).content, mediaType: LedgerSheetFile.mediaType(of: checking.format),
                    name: LedgerSheetFile.checkedName(as: checking.format))
            }
        }
    }

    private static func sheet(_ call: Call) throws -> Table {
        try Table(file: call.body, name: "Sổ theo dõi", sheet: call.query("sheet"))
    }

    private static let outcome: Schema = .named(
        "LedgerImportOutcome",
        [
            .init("dryRun", .boolean), .init("assigned", .integer, "Rows that were given, or would be."),
            .init("unchanged", .integer, "Rows that stand in the ledger as they say."),
            .init("differing", .integer, "Rows that stand there otherwise; left alone."),
            .init("elsewhere", .integer, "Rows of items that others gave; passed over."),
            .init("coordinating", .integer, "Items of co-ordinating units that come with them."),
            .init("warnings", CalendarRoutes.gaps),
            .init(
                "rows",
                .array(
                    .object([
                        .init("row", .integer, "As the spreadsheet counts it."), .init("directive", .string), .init("sourceRow", .string),
                        .init("code", .string), .init("unit", .string), .init("title", .text), .init("dueOn", .nullable(.date)),
                        .init("result", .oneOf(LedgerImportOutcome.Result.self)),
                        .init("differs", .array(.string), "Headings of the columns in which the row says otherwise than the ledger."),
                    ]))),
        ])
}

import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Phụ lục giao nhiệm vụ, chỉ tiêu: as a paper and as a workbook.
enum AnnexRoutes {
    static let all: [Route] = LedgerPlace.both(paper) + LedgerPlace.both(workbook)

    private static func paper(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("assignment-annex"), name: place.name("annex.paper"), asks: .reading(.item),
            summary: "The annex of what a paper or a plan orders, as an attachment; in a unit as far as it is the unit's.",
            query: AnnexFile.query + PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
        ) { call in
            let (format, making) = (try PaperFile.format(call), try AnnexFile.making(call))
            let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static func workbook(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("assignment-annex/sheet"), name: place.name("annex.sheet"), asks: .reading(.item),
            summary: "The same rows as a workbook.", query: AnnexFile.query,
            answers: .bytes([LedgerSheetFile.workbookType], atMost: AnnexFile.largest)
        ) { call in
            let making = try AnnexFile.making(call)
            return try await call.read { (tx: borrowing TenantTransaction) in
                .attachment(
                    try await making.workbook(in: tx), mediaType: LedgerSheetFile.workbookType, name: AnnexFile.workbookName)
            }
        }
    }
}

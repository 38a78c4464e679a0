import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The reports of a review as files, and the annexes of what is assigned: for the province, and of a unit.
enum ReviewReportRoutes {
    static let all: [Route] = [report, unitReport] + CouncilHome.both(sheet) + CouncilHome.both(annex) + CouncilHome.both(annexSheet)

    private static func asks(_ home: CouncilHome) -> Deed { home == .unit ? .reading(.item) : .action(.readProvince) }

    private static let report = Route(
        .get, "/review/report", name: "page.review.report", asks: .action(.readProvince), summary: "The report of a review.",
        query: ReviewFile.query + PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let (format, making) = (try PaperFile.format(call), MakeReviewReport(try ReviewFile.showing(call)))
        let paper = try await call.backend.entrance.read(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static let unitReport = Route(
        .get, "/units/{tenant}/review/report", name: "page.unit-review.report", asks: .reading(.item),
        summary: "The unit's own report of a review, to be signed.", query: ReviewFile.query + PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let (format, making) = (try PaperFile.format(call), MakeUnitReviewReport(try ReviewFile.showing(call)))
        let paper = try await call.backend.entrance.read(try CouncilHome.unit.entry(call)) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static func sheet(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: "review/sheet"), name: home.page("review.sheet"), asks: asks(home),
            summary: "The frozen figures as a workbook.", query: ReviewFile.query,
            answers: .bytes([LedgerSheetFile.workbookType], atMost: ReviewFile.largest)
        ) { call in
            let export = ExportReview(try ReviewFile.showing(call))
            return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                .attachment(
                    try await export.perform(in: tx), mediaType: LedgerSheetFile.workbookType,
                    name: ReviewFile.workbookName(export.showing))
            }
        }
    }

    private static func annex(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: "assignment-annex"), name: home.page("annex"), asks: asks(home),
            summary: "The annex of what a paper or a plan orders.", query: AnnexFile.query + PaperFile.query,
            answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
        ) { call in
            let (format, making) = (try PaperFile.format(call), try AnnexFile.making(call))
            let paper = try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static func annexSheet(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: "assignment-annex/sheet"), name: home.page("annex.sheet"), asks: asks(home),
            summary: "The same rows as a workbook.", query: AnnexFile.query,
            answers: .bytes([LedgerSheetFile.workbookType], atMost: AnnexFile.largest)
        ) { call in
            let making = try AnnexFile.making(call)
            return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                .attachment(try await making.workbook(in: tx), mediaType: LedgerSheetFile.workbookType, name: AnnexFile.workbookName)
            }
        }
    }
}

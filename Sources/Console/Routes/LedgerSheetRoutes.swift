import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The ledger as files: of the whole province for who sees it, else of one's own unit.
enum LedgerSheetRoutes {
    static let all: [Route] = [show, template, export, importSheet]

    private static let show = Route(
        .get, "/ledger", name: "page.ledger", asks: .reading(.item), summary: "The ledger as files, out and in."
    ) { call in
        let seat = try await LedgerSeat(call)
        return try await call.backend.entrance.read(seat.entry) { (tx: borrowing TenantTransaction) in
            .html(Templates.shared.render(try await page(seat, call, in: tx)))
        }
    }.exporting(in: { call in try await LedgerSeat(call).entry }) { _ in ListItems() }

    private static let format = QueryParameter("format", .oneOf(LedgerFileFormat.self), "CSV when absent.")

    private static let template = Route(
        .get, "/ledger/template", name: "page.ledger.template", asks: .action(.assignItem), summary: "An empty ledger to be filled in.",
        query: [format, QueryParameter("campaign", .string, "Code of the campaign whose contents are listed.")]
    ) { call in
        let template = LedgerTemplate(as: try call.queryChoice("format") ?? .csv, campaign: call.query("campaign"))
        return try await call.backend.entrance.read(try await LedgerSeat(call).entry) { (tx: borrowing TenantTransaction) in
            file(try await template.perform(in: tx), template.format, LedgerSheetFile.templateName(as: template.format))
        }
    }

    private static let export = Route(
        .get, "/ledger/sheet", name: "page.ledger.sheet", asks: .reading(.item), summary: "The ledger as a spreadsheet.",
        query: [format, QueryParameter("campaign", .string, "Code of the campaign that counts the items; all when absent.")]
    ) { call in
        let export = ExportLedger(LedgerFilter(campaign: call.query("campaign")), as: try call.queryChoice("format") ?? .csv)
        return try await call.backend.entrance.read(try await LedgerSeat(call).entry) { (tx: borrowing TenantTransaction) in
            file(try await export.perform(in: tx), export.format, LedgerSheetFile.exportName(as: export.format))
        }
    }

    private static let importSheet = Route(
        .post, "/ledger/import", name: "page.ledger.import", asks: .action(.assignItem),
        summary: "Gives what a spreadsheet lists; tried, it only says what would be given; marked, the file comes back with its faults.",
        takes: .form(withFile: LedgerSheetFile.largest)
    ) { call in
        let (form, seat) = (call.form, try await LedgerSeat(call))
        guard seat.me.officer.may(.assignItem) else { throw Problem.notAllowed }
        do {
            guard let upload = form.file("file") else { throw Problem.invalid("$.file", "chưa chọn tệp; chọn tệp .xlsx hoặc .csv") }
            let content = try upload.content
            let table = try Table(file: content, name: upload.name)
            if form["act"] == "mark" { return try await marked(table, isWorkbook: Table.looksLikeWorkbook(content), seat, call) }
            let importing = ImportLedger(table, isDryRun: form["act"] != "give")
            return try await call.backend.entrance.write(seat.entry) { (tx: borrowing TenantTransaction) in
                let outcome = try await importing.perform(in: tx, ids: call.ids)
                var page = try await page(seat, call, in: tx)
                page.outcome = LedgerSheetPage.Outcome(outcome)
                return .html(Templates.shared.render(page))
            }
        } catch let problem as Problem where [.invalid, .refused, .conflict, .tooLarge, .notFound].contains(problem.kind) {
            return try await call.backend.entrance.read(seat.entry) { (tx: borrowing TenantTransaction) in
                var page = try await page(seat, call, in: tx)
                page.fault = FormFault(problem)
                return Templates.shared.answer(page, to: problem)
            }
        }
    }

    private static func marked(_ table: Table, isWorkbook: Bool, _ seat: LedgerSeat, _ call: Call) async throws -> Reply {
        let checking = CheckLedger(table, as: isWorkbook ? .xlsx : .csv)
        return try await call.backend.entrance.write(seat.entry) { (tx: borrowing TenantTransaction) in
            let answer = try await checking.perform(in: tx, ids: call.ids)
            return file(answer.content, checking.format, LedgerSheetFile.checkedName(as: checking.format))
        }
    }

    // MARK: - Parts

    private static func page(_ seat: LedgerSeat, _ call: Call, in tx: borrowing TenantTransaction) async throws -> LedgerSheetPage {
        LedgerSheetPage(
            frame: Frame(seat.me, call), place: seat.placeName,
            assigns: seat.me.officer.may(.assignItem), campaigns: try await ListCampaigns().perform(in: tx))
    }

    private static func file(_ content: [UInt8], _ format: LedgerFileFormat, _ name: String) -> Reply {
        var reply = Reply(mediaType: LedgerSheetFile.mediaType(of: format), bytes: content)
        reply.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        reply.headers[.xContentTypeOptions] = "nosniff"
        return reply
    }
}

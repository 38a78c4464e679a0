import Domain
import HTTPTypes
import Operations
import Web

/// A paper that orders work, entered and cut into items in one form: of the province by the Office, else of one's own unit.
enum DirectiveRoutes {
    static let all: [Route] = [blank, cut]

    private static let path = "/directives/new"

    private static let blank = Route(
        .get, path, name: "page.directives.new", asks: .action(.enterDirective),
        summary: "The form in which a paper is entered and cut into items."
    ) { call in
        .html(Templates.shared.render(try await page(try await seat(call), call, rows: DirectivePage.fewestRows)))
    }

    private static let cut = Route(
        .post, path, name: "page.directives.cut", asks: .action(.enterDirective),
        summary: "Enters a paper and gives its items; tried, it only says what would be given; asked for more rows, it shows them.",
        takes: .form(withFile: Directive.File.largest)
    ) { call in
        let (form, seat) = (call.form, try await seat(call))
        let rows = min(max(Int(form["rows"]) ?? 0, DirectivePage.fewestRows), DirectivePage.mostRows)
        return try await Templates.shared.answering(also: [.tooLarge, .unsupported]) {
            if form["act"] == "more" {
                let more = min(rows + DirectivePage.fewestRows, DirectivePage.mostRows)
                return kept(try await page(seat, call, rows: more), call)
            }
            // Given at once, or after a look: then as it was looked at.
            let isOther = form["act"] == "give" && form.sent(FormBody.looked).map { $0 != form.mark() } ?? false
            let entered = try EnteredDirective(form, rows: rows, isDryRun: form["act"] != "give" || isOther)
            let outcome = try await call.backend.entrance.write(seat.entry) { (tx: borrowing TenantTransaction) in
                try await entered.cutting.perform(in: tx, ids: call.ids)
            }
            var shown = try await page(seat, call, rows: outcome.isDryRun ? rows : DirectivePage.fewestRows)
            shown.outcome = DirectivePage.Outcome(outcome)
            shown.looked = outcome.isDryRun ? form.mark() : nil
            if isOther {
                shown.fault = FormFault(.changedSincePreview)
                return Templates.shared.answer(shown, to: .changedSincePreview)
            }
            // What was tried can be given as it stands; what was given is not sent again.
            return outcome.isDryRun ? kept(shown, call) : .html(Templates.shared.render(shown))
        } or: {
            try await page(seat, call, rows: rows)
        }
    }

    /// Of who does both.
    private static func seat(_ call: Call) async throws -> LedgerSeat {
        let seat = try await LedgerSeat(call)
        guard seat.me.officer.may(.enterDirective), seat.me.officer.may(.assignItem) else { throw Problem.notAllowed }
        return seat
    }

    /// The page with the form as it was sent.
    private static func kept(_ page: DirectivePage, _ call: Call) -> Reply {
        .html(SentForm(path, call.form).kept(in: Templates.shared.render(page)))
    }

    private static func page(_ seat: LedgerSeat, _ call: Call, rows: Int) async throws -> DirectivePage {
        let named = call.form["campaign"]
        return try await call.backend.entrance.read(seat.entry) { (tx: borrowing TenantTransaction) in
            DirectivePage(
                frame: Frame(seat.me, call), place: seat.placeName, papers: try await ListDirectives(limit: 100).perform(in: tx).directives,
                choices: try await ListAssignmentChoices(campaign: named).perform(in: tx), rowCount: rows)
        }
    }
}

/// The fields of the form.
private struct EnteredDirective {
    let cutting: CutDirective

    init(_ form: FormBody, rows: Int, isDryRun: Bool) throws(Problem) {
        func filled(_ name: String) -> String? { VietnameseText(form[name]).isEmpty ? nil : form[name] }
        let ofPaper = ["type", "number", "issuedOn", "issuer", "abstract"]
        let paper: CutDirective.Paper
        if let named = filled("directive") {
            guard let id = Directive.ID(named) else { throw .invalid("$.directive", "chọn văn bản trong danh sách") }
            guard ofPaper.allSatisfy({ filled($0) == nil }) else {
                throw .invalid("$.directive", "đã chọn văn bản đã nhập; bỏ chọn, hoặc bỏ trống các ô của văn bản mới")
            }
            paper = .entered(id)
        } else {
            paper = .new(
                CutDirective.Paper.Typed(
                    type: form["type"], number: form["number"], issuedOn: try? FormDay.read(form["issuedOn"], "$.issuedOn"),
                    issuer: form["issuer"], abstract: form["abstract"]))
        }
        var file: CutDirective.File?
        if let upload = form.file("file") { file = CutDirective.File(name: upload.name, content: try upload.content) }
        cutting = CutDirective(
            paper: paper, campaign: filled("campaign"), file: file,
            rows: (1...rows).map { number in
                let cells = ItemField.ofTables.map { ($0, form[DirectivePage.Cell.name($0, number)]) }
                return CutDirective.Row(number: number, cells: Dictionary(uniqueKeysWithValues: cells))
            },
            defaults: ImportItems.Defaults(sector: filled("sector"), content: filled("content")), isDryRun: isDryRun)
    }
}

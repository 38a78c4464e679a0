import Domain
import HTTPTypes
import Operations
import Web

/// The month: the Office's table with its close, and each unit's return.
enum MonthRoutes {
    static let all: [Route] = [province, open, close, correct, report, part, sheet, unit, write, approve, unitReport]

    private static let query = [
        ChosenCampaign.query, QueryParameter("month", .string, "As 2023-06; the latest that was opened when absent."),
        QueryParameter("asOf", .date, "As a past day showed it."),
    ]

    private static let province = Route(
        .get, "/months", name: "page.months", asks: .action(.readProvince),
        summary: "The table of a month, who has reported, the close, its versions.", query: query
    ) { call in
        let asked = try month(call)
        let asOf = try call.queryDate("asOf")
        return .html(Templates.shared.render(try await provincePage(call, of: call.query("campaign"), asked, asOf)))
    }

    private static let open = keeping("open", "page.months.open", "Opens a month.") { call, campaign, month in
        let opening = OpenMonth(
            campaign: campaign, month: month, dueOn: try FormDay.read(call.form["dueOn"], "$.dueOn"),
            closesOn: try FormDay.read(call.form["closesOn"], "$.closesOn"))
        return { (tx: borrowing TenantTransaction) in try await opening.perform(in: tx, ids: call.ids) }
    }

    private static let close = keeping("close", "page.months.close", "Closes a month.") { _, campaign, month in
        let closing = CloseMonth(campaign: campaign, month: month)
        return { (tx: borrowing TenantTransaction) in try await closing.perform(in: tx) }
    }

    private static let correct = keeping("correct", "page.months.correct", "Makes a new version by a minute.") { call, campaign, month in
        let day = try FormDay.needed(call.form["date"], "$.minuteOn", "nhập ngày trên biên bản")
        let minute = ReviewSnapshot.Minute(number: call.form["number"], on: day, reason: call.form["reason"])
        let correcting = CloseMonth(campaign: campaign, month: month, minute: minute)
        return { (tx: borrowing TenantTransaction) in try await correcting.perform(in: tx) }
    }

    private static let report = Route(
        .get, "/months/report", name: "page.months.report", asks: .action(.readProvince), summary: "The report to the Chairman.",
        query: MonthFile.query + PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let format = try PaperFile.format(call)
        let (campaign, month) = try MonthFile.named(call)
        let paper = try await call.backend.entrance.read(try provinceEntry(call)) { (tx: borrowing TenantTransaction) in
            try await MakeMonthReport(ShowMonth(campaign: campaign, month: month)).perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static let part = Route(
        .get, "/months/part", name: "page.months.part", asks: .action(.readProvince),
        summary: "The same as a part of the province's monthly steering review.", query: MonthFile.query + PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let format = try PaperFile.format(call)
        let (campaign, month) = try MonthFile.named(call)
        let paper = try await call.backend.entrance.read(try provinceEntry(call)) { (tx: borrowing TenantTransaction) in
            try await MakeMonthReport(ShowMonth(campaign: campaign, month: month), isPart: true).perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static let sheet = Route(
        .get, "/months/sheet", name: "page.months.sheet", asks: .action(.readProvince), summary: "The table as a workbook.",
        query: MonthFile.query + MonthFile.table, answers: .bytes([LedgerSheetFile.workbookType], atMost: MonthFile.largest)
    ) { call in
        let export = ExportMonth(try MonthFile.showing(call))
        return try await call.backend.entrance.read(try provinceEntry(call)) { (tx: borrowing TenantTransaction) in
            .attachment(
                try await export.perform(in: tx), mediaType: LedgerSheetFile.workbookType,
                name: MonthFile.workbookName(export.showing.month))
        }
    }

    private static let unit = Route(
        .get, "/units/{tenant}/months", name: "page.unit-months", asks: .reading(.item),
        summary: "A unit's return of a month, and those of its sub-units.",
        query: [
            ChosenCampaign.query,
            QueryParameter("month", .string, "As 2023-06; the latest that is over and not closed when absent, else the latest."),
            QueryParameter("unit", .uuid, "A sub-unit; the unit as a whole when absent."),
        ]
    ) { call in
        .html(
            Templates.shared.render(
                try await unitPage(call, of: call.query("campaign"), try month(call), unit: try call.queryID("unit"))))
    }.exporting { call in ListReturns(campaign: call.query("campaign"), month: try month(call)) }

    private static let write = returning("return", "page.unit-months.write", .reportProgress, "Drafts a return.") { call, named, version in
        let words = UnitReturn.Words(
            nothing: call.form["nothing"] == "yes", results: call.form["results"], difficulties: call.form["difficulties"],
            proposals: call.form["proposals"], explanation: call.form["explanation"])
        let writing = WriteReturn(named, words, version: version)
        return { (tx: borrowing TenantTransaction) in try await writing.perform(in: tx) }
    }

    private static let approve = returning("approval", "page.unit-months.approve", .approveReturn, "Approves a return.") {
        _, named, version in
        let approving = ApproveReturn(named, version: version)
        return { (tx: borrowing TenantTransaction) in try await approving.perform(in: tx) }
    }

    private static let unitReport = Route(
        .get, "/units/{tenant}/months/report", name: "page.unit-months.report", asks: .reading(.item),
        summary: "The approved return, to be signed.",
        query: MonthFile.query + PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let format = try PaperFile.format(call)
        let (campaign, month) = try MonthFile.named(call)
        let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await MakeUnitMonthReport(NamedReturn(campaign: campaign, month: month)).perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    // MARK: - Forms

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ verb: String, _ name: String, _ summary: String, _ read: @escaping @Sendable (Call, String, ReportMonth) throws -> Act
    ) -> Route {
        Route(.post, "/months/\(verb)", name: name, asks: .action(.keepReview), summary: summary, takes: .form) { call in
            let asked = ReportMonth(call.form["month"])
            return try await Templates.shared.answering {
                guard let asked else { throw Problem.invalid("$.month", "chọn tháng") }
                let campaign = call.form["campaign"]
                let act = try read(call, campaign, asked)
                try await call.backend.entrance.write(try provinceEntry(call), act)
                return .seeOther("/months?campaign=\(campaign)&month=\(asked)")
            } or: {
                try await provincePage(call, of: ChosenCampaign.sent(call), asked, nil)
            }
        }
    }

    private static func returning(
        _ verb: String, _ name: String, _ action: Action, _ summary: String,
        _ read: @escaping @Sendable (Call, NamedReturn, Int) throws -> Act
    ) -> Route {
        Route(.post, "/units/{tenant}/months/\(verb)", name: name, asks: .action(action), summary: summary, takes: .form) { call in
            let asked = ReportMonth(call.form["month"])
            let unit = SubUnit.ID(call.form["unit"])
            return try await Templates.shared.answering {
                guard let asked else { throw Problem.invalid("$.month", "chọn tháng") }
                let named = NamedReturn(campaign: call.form["campaign"], month: asked, unit: unit)
                let act = try read(call, named, Int(call.form["version"]) ?? 0)
                try await call.backend.entrance.write(try call.entry(), act)
                let tenant: String = try call.path("tenant")
                let shown = "campaign=\(named.campaign)&month=\(asked)\(unit.map { "&unit=\($0)" } ?? "")"
                return .seeOther("/units/\(tenant)/months?\(shown)")
            } or: {
                try await unitPage(call, of: ChosenCampaign.sent(call), asked, unit: unit)
            }
        }
    }

    // MARK: - Pages

    private static func month(_ call: Call) throws(Problem) -> ReportMonth? {
        try call.query("month", "ghi tháng, như 2023-06") { ReportMonth($0) }
    }

    private static func provinceEntry(_ call: Call) throws -> Entry {
        var entry = try call.entry()
        entry.place = .province
        return entry
    }

    /// - Parameter code: of the campaign; nil: of the one that runs.
    private static func provincePage(
        _ call: Call, of code: String?, _ asked: ReportMonth?, _ asOf: CivilDate?
    ) async throws -> MonthPage {
        let me = try await officer(call)
        return try await call.backend.entrance.read(try provinceEntry(call)) { (tx: borrowing TenantTransaction) in
            let choice = try await ChosenCampaign.choice(code, at: "/months", in: tx)
            let campaign = choice.code
            try await find(asked, of: campaign, named: call, in: tx)
            let next = try await ProposeMonth(campaign: campaign).perform(in: tx)
            let periods = try await ListMonths(campaign: campaign).perform(in: tx)
            let shown = periods.first { asked == nil || $0.month == asked }
            var answer: ShowMonth.Answer?
            if let shown { answer = try await ShowMonth(campaign: campaign, month: shown.month, asOf: asOf).perform(in: tx) }
            return MonthPage(
                frame: Frame(me, call), choice, month: asked ?? shown?.month ?? next, next: next, periods, answer, asOf: asOf,
                mayKeep: me.actions.contains(.keepReview))
        }
    }

    /// - Parameter code: of the campaign; nil: of the one that runs.
    private static func unitPage(
        _ call: Call, of code: String?, _ asked: ReportMonth?, unit: SubUnit.ID?
    ) async throws -> UnitMonthPage {
        let me = try await officer(call)
        return try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            let tenant = try await ShowTenant().perform(in: tx)
            let choice = try await ChosenCampaign.choice(code, at: "/units/\(tenant.slug)/months", in: tx)
            let campaign = choice.code
            try await find(asked, of: campaign, named: call, in: tx)
            let periods = try await ListMonths(campaign: campaign).perform(in: tx)
            var shown = periods.first { $0.month == asked }
            if asked == nil { shown = try await ChooseMonth(campaign: campaign).perform(in: tx) }
            var answer: ShowReturn.Answer?
            var returns: [UnitReturn] = []
            var founded: SubUnit?
            if let shown {
                returns = try await ListReturns(campaign: campaign, month: shown.month).perform(in: tx).returns
                do {
                    answer = try await found(NamedReturn(campaign: campaign, month: shown.month, unit: unit), in: tx)
                } catch let problem as Problem where problem == .returnNotOwed {
                    founded = try await ShowSubUnit(unit ?? me.officer.unit).perform(in: tx)
                }
            }
            return UnitMonthPage(
                frame: Frame(me, call), tenant: tenant, choice, periods, shown, answer, returns, foundedLater: founded,
                mayWrite: me.tenant.id == tenant.id && me.actions.contains(.reportProgress),
                mayApprove: me.tenant.id == tenant.id && me.actions.contains(.approveReturn))
        }
    }

    /// A month that the address names is one of the campaign, opened or still to be opened. What a form names wrongly is told with the form.
    ///
    /// - Throws: `not-found`.
    private static func find(
        _ asked: ReportMonth?, of campaign: String, named call: Call, in tx: borrowing TenantTransaction
    ) async throws {
        guard let asked, call.query("month") != nil else { return }
        try await FindMonth(campaign: campaign, month: asked).perform(in: tx)
    }

    /// Nil where there is none that he sees.
    private static func found(_ named: NamedReturn, in tx: borrowing TenantTransaction) async throws -> ShowReturn.Answer? {
        do {
            return try await ShowReturn(named).perform(in: tx)
        } catch let problem as Problem where problem == .notFound {
            return nil
        }
    }

    private static func officer(_ call: Call) async throws -> WhoAmI.Answer {
        try await call.backend.entrance.read(Entry(token: try call.entry().token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
    }
}

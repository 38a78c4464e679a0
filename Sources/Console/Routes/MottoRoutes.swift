import Domain
import HTTPTypes
import Operations
import Web

/// “Phương châm”: of one unit with its indicators, assessment, comments and decision, and of all units with whose move it is.
enum MottoRoutes {
    static let all: [Route] = [province, unit, assess, comment, decide]

    private static let query = JudgementRoutes.query.filter { $0.name != "frozen" }

    private static let province = Route(
        .get, "/mottos", name: "page.mottos", asks: .action(.readProvince), summary: "How the motto of every unit stands.", query: query
    ) { call in
        let (me, entry) = try await JudgementRoutes.seat(call)
        let frame = Frame(me, call)
        let province = Entry(token: entry.token, place: .province, deed: call.route.asks)
        return try await call.backend.entrance.read(province) { (tx: borrowing TenantTransaction) in
            guard let gathering = try await JudgementRoutes.gathering(call, on: me.officer.today, in: tx) else { throw Problem.notFound }
            return JudgementRoutes.html(MottosPage(frame: frame, try await ListMottos(gathering).perform(in: tx)))
        }
    }

    private static let unit = Route(
        .get, "/units/{tenant}/motto", name: "page.motto", asks: .reading(.motto),
        summary: "One unit's motto: indicators, assessment, comments, decision, and what is one's own to do.",
        query: query + [QueryParameter("unit", .string, "Code of a sub-unit; the unit itself when absent.")]
    ) { call in
        JudgementRoutes.html(try await page(call))
    }

    private static let assess = step(.assessMotto, "assessment", "The unit says of itself how it keeps each part.") { call, gathering in
        let form = call.form
        let parts = form["parts"].split(separator: ",").map { code in
            MottoStep.Part(
                code: String(code), grade: MottoStep.Grade(rawValue: form["grade-\(code)"]) ?? .unmet, remark: form["remark-\(code)"])
        }
        let act = AssessMotto(
            campaign: gathering.campaign, review: gathering.review, unit: gathering.unit, parts: parts, words: form["words"],
            assessedOn: try FormDay.read(form["date"], "$.date"))
        return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    private static let comment = step(.commentMotto, "comment", "The Office or Home Affairs comments.") { call, gathering in
        let form = call.form
        let act = CommentOnMotto(
            campaign: gathering.campaign, review: gathering.review, unit: gathering.unit, words: form["words"],
            criticism: form["criticism"],
            commentedOn: try FormDay.read(form["date"], "$.date"))
        return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    private static let decide = step(.decideMotto, "decision", "The council's conclusion, or its correction.") { call, gathering in
        let form = call.form
        guard let isAccepted = ["yes": true, "no": false][form["accepted"]] else {
            throw Problem.invalid("$.accepted", "chọn kết luận của Hội đồng")
        }
        let act = DecideMotto(
            campaign: gathering.campaign, review: gathering.review, unit: gathering.unit, isAccepted: isAccepted,
            documentNumber: form["documentNumber"], reason: form["reason"], decidedOn: try FormDay.read(form["date"], "$.date"),
            isCorrection: form["correction"] == "yes")
        return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    // MARK: - Parts

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    /// A form of the page; what was wrong with it stands above the page as it is now.
    private static func step(
        _ action: Action, _ name: String, _ summary: String, _ read: @escaping @Sendable (Call, GatherLedger) throws -> Act
    ) -> Route {
        Route(
            .post, "/units/{tenant}/motto/" + name, name: "page.motto." + name, asks: .action(action), summary: summary, takes: .form
        ) { call in
            return try await Templates.shared.answering {
                guard let review = Campaign.Review(rawValue: call.form["review"]) else {
                    throw Problem.invalid("$.review", "ghi interim (sơ kết) hoặc final (tổng kết)")
                }
                let gathering = GatherLedger(campaign: call.form["campaign"], review: review, unit: named(call))
                let act = try read(call, gathering)
                try await call.backend.entrance.write(try call.entry(), act)
                let unit = call.form["unit"].isEmpty ? "" : "&unit=\(call.form["unit"])"
                let query = "campaign=\(gathering.campaign)&review=\(review.rawValue)\(unit)"
                return .seeOther("/units/\(try call.path("tenant", as: String.self))/motto?\(query)")
            } or: {
                try await page(call)
            }
        }
    }

    private static func named(_ call: Call) -> String? {
        let unit = call.query("unit") ?? call.form["unit"]
        return unit.isEmpty ? nil : unit
    }

    private static func page(_ call: Call) async throws -> MottoPage {
        let (me, entry) = try await JudgementRoutes.seat(call)
        let frame = Frame(me, call)
        let reading = Entry(token: entry.token, place: entry.place, deed: .reading(.motto))
        return try await call.backend.entrance.read(reading) { (tx: borrowing TenantTransaction) in
            guard var gathering = try await JudgementRoutes.gathering(call, on: me.officer.today, in: tx) else { throw Problem.notFound }
            if let review = Campaign.Review(rawValue: call.form["review"]) { gathering.review = review }
            gathering.unit = named(call)
            let sheet = try await ShowMotto(gathering).perform(in: tx)
            var below: [MottoList.Row] = []
            if sheet.unit.isFirstTier, me.officer.home == sheet.unit.tenant {
                gathering.unit = nil
                gathering.tier = .subUnits
                below = try await ListMottos(gathering).perform(in: tx).rows
            }
            return MottoPage(frame: frame, sheet, below: below, officer: me.officer)
        }
    }
}

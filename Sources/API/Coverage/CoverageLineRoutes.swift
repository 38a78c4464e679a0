import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Kế hoạch truyền thông: planned, changed and dropped by the Office, with the press kits; an outlet reads its own lines.
enum CoverageLineRoutes {
    static let all: [Route] = LedgerPlace.both(list) + LedgerPlace.both(show) + [plan, change, drop, approve, withdraw]

    private static let wide = "/api/v1/province/coverage-lines"

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("coverage-lines"), name: place.name("coverage-lines.list"), asks: .reading(.coverage),
            summary: "What the media are planned to report beside what they published, by the planned day.",
            query: QueryParameter.page + [campaign], answers: .json(.page(of: CoverageSchemas.line))
        ) { call in
            var after: ListCoverageLines.Place?
            if let keys = try Cursor.keys(call, count: 2) {
                guard let day = CivilDate(keys[0]), let id = CoverageLine.ID(keys[1]) else {
                    throw Problem.invalid("?cursor", "không đúng; lấy từ trường next của trang trước")
                }
                after = (day, id)
            }
            let listing = ListCoverageLines(campaign: call.query("campaign"), after: after, limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let answer = try await listing.perform(in: tx)
                return .json(
                    .page(
                        answer.lines.map { CoverageJSON.line($0, on: answer.today) },
                        next: answer.next.map { Cursor.text(call, $0.plannedOn.description, $0.id.description) }))
            }
        }.exporting { call in ListCoverageLines(campaign: call.query("campaign")) }
    }

    static let campaign = QueryParameter("campaign", .string, "Code of the campaign; every one when absent.")

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("coverage-lines/{coverageLine}"), name: place.name("coverage-lines.show"), asks: .reading(.coverage),
            summary: "One line with its versions, its press kits and what was published against it.",
            answers: .json(CoverageSchemas.lineDetail)
        ) { call in
            let showing = ShowCoverageLine(try call.path("coverageLine"))
            return try await call.read { (tx: borrowing TenantTransaction) in .json(try await shown(showing, in: tx)) }
        }
    }

    private static let plan = Route(
        .post, wide, name: "province-coverage-lines.plan", asks: .action(.keepReview),
        summary: "The Office plans what an outlet reports, on which occasion, when.", takes: .json(CoverageSchemas.plan),
        answers: .json(CoverageSchemas.lineDetail), status: .created
    ) { call in
        let planning = try call.json { body in
            let campaign = body.required("campaign")?.text(atMost: 100)
            guard let content = planned(&body), let campaign else { return PlanCoverage?.none }
            return PlanCoverage(campaign: campaign, content)
        }
        return try await act(call) { (tx: borrowing TenantTransaction) in try await planning.perform(in: tx, ids: call.ids) }
    }

    private static func planned(_ body: inout JSONObjectReader) -> CoverageLine.Content? {
        let occasion = body.required("occasion")?.oneOf(CoverageLine.Occasion.self)
        let subject = body.required("subject")?.text(atMost: 500)
        let kind = body.required("kind")?.oneOf(Coverage.Kind.self)
        let outlet = body.required("outlet")?.id(Tenant.ID.self)
        let plannedOn = body.required("plannedOn")?.day()
        guard let occasion, let subject, let kind, let outlet, let plannedOn else { return nil }
        return CoverageLine.Content(occasion: occasion, subject: subject, kind: kind, outlet: outlet, plannedOn: plannedOn)
    }

    private static let change = Route(
        .post, wide + "/{coverageLine}/changes", name: "province-coverage-lines.change", asks: .action(.keepReview),
        summary: "Changes it for a reason; what was planned before stays beside it.", takes: .json(CoverageSchemas.change),
        answers: .json(CoverageSchemas.lineDetail), status: .created
    ) { call in
        let id: CoverageLine.ID = try call.path("coverageLine")
        let changing = try call.json { body in
            let reason = body.required("reason")?.text(atMost: 500)
            let version = body.optional("version", default: Int?.none) { $0.integer(in: 1...1_000_000) }
            guard let content = planned(&body), let reason, let version else { return ChangeCoverageLine?.none }
            return ChangeCoverageLine(id, to: content, for: reason, version: version)
        }
        return try await act(call) { (tx: borrowing TenantTransaction) in try await changing.perform(in: tx, ids: call.ids) }
    }

    private static let drop = Route(
        .post, wide + "/{coverageLine}/drop", name: "province-coverage-lines.drop", asks: .action(.keepReview),
        summary: "Drops it from the plan, for a reason.", takes: .json(CoverageSchemas.reason),
        answers: .json(CoverageSchemas.lineDetail), status: .created
    ) { call in
        let id: CoverageLine.ID = try call.path("coverageLine")
        let dropping = try call.json { body in
            body.required("reason")?.text(atMost: 500).map { ChangeCoverageLine(id, to: nil, for: $0) }
        }
        return try await act(call) { (tx: borrowing TenantTransaction) in try await dropping.perform(in: tx, ids: call.ids) }
    }

    private static let approve = Route(
        .post, wide + "/{coverageLine}/kits", name: "province-coverage-lines.approve-kit", asks: .action(.keepReview),
        summary: "Gives the outlet its press kit: facts that were approved, and who is shown and agreed (A72).",
        takes: .json(CoverageSchemas.kit), answers: .json(CoverageSchemas.lineDetail), status: .created
    ) { call in
        let id: CoverageLine.ID = try call.path("coverageLine")
        let approving = try call.json { body in
            let words = body.required("facts")?.passage(atMost: 4_000)
            let approver = body.required("approver")?.text(atMost: 300)
            let approvedOn = body.required("approvedOn")?.day()
            let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
            let notBefore = body.optional("notBefore", default: CivilDate?.none) { $0.day() }
            let person = body.optional("person", default: PressKit.Shown?.none) { $0.object(agreed) }
            let award = body.optional("award", default: RecordedAward.ID?.none) { $0.id(RecordedAward.ID.self) }
            guard let words, let approver, let approvedOn, let number, let notBefore, let person, let award else {
                return ApprovePressKit?.none
            }
            if person != nil, award != nil { return body.cursor.fault("chỉ ghi person hoặc award") }
            return ApprovePressKit(
                id,
                PressKit.Facts(words: words, approver: approver, approvedOn: approvedOn, documentNumber: number, notBefore: notBefore),
                showing: person ?? award.map(PressKit.Shown.award) ?? .nobody)
        }
        return try await act(call) { (tx: borrowing TenantTransaction) in try await approving.perform(in: tx, ids: call.ids) }
    }

    private static func agreed(_ body: inout JSONObjectReader) -> PressKit.Shown? {
        let name = body.required("name")?.text(atMost: 300)
        let consentOn = body.required("consentOn")?.day()
        let manner = body.required("manner")?.oneOf(PublicityConsent.Manner.self)
        let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
        let note = body.optional("note", default: "") { $0.line(atMost: 500) }
        guard let name, let consentOn, let manner, let number, let note else { return nil }
        return .person(
            name: name,
            consent: PublicityConsent.Word(consents: true, givenOn: consentOn, manner: manner, documentNumber: number, note: note))
    }

    private static let withdraw = Route(
        .post, wide + "/{coverageLine}/kits/withdrawal", name: "province-coverage-lines.withdraw-kit", asks: .action(.keepReview),
        summary: "Takes the press kit back, for a reason.", takes: .json(CoverageSchemas.reason),
        answers: .json(CoverageSchemas.lineDetail), status: .created
    ) { call in
        let id: CoverageLine.ID = try call.path("coverageLine")
        let withdrawing = try call.json { body in body.required("reason")?.text(atMost: 500).map { WithdrawPressKit(id, for: $0) } }
        return try await act(call) { (tx: borrowing TenantTransaction) in try await withdrawing.perform(in: tx, ids: call.ids) }
    }

    private static func act(
        _ call: Call, _ step: (borrowing TenantTransaction) async throws -> CoverageLine.ID
    ) async throws -> Reply {
        try await call.change(step) { (id: CoverageLine.ID, tx: borrowing TenantTransaction) in
            .json(try await shown(ShowCoverageLine(id), in: tx))
        }
    }

    private static func shown(_ showing: ShowCoverageLine, in tx: borrowing TenantTransaction) async throws -> JSONValue {
        let answer = try await showing.perform(in: tx)
        return CoverageJSON.detail(answer.detail, on: answer.today)
    }
}

import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Monthly returns of units: drafted, approved by the head, read by the province once they are.
enum ReturnRoutes {
    static let all: [Route] = LedgerPlace.both(list) + [show, write, approve, paper]

    private static let unit = QueryParameter(
        "unit", .uuid, "A sub-unit; the unit as a whole when absent, or the post's own where it sees no more.")

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("returns"), name: place.name("returns.list"), asks: .reading(.item),
            summary: "The returns of a month in sight: a unit's and its communes', those that still wait too; or what all units approved.",
            query: MonthFile.query, answers: .json(MonthSchemas.returns)
        ) { call in
            let (campaign, month) = try MonthFile.named(call)
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (period, returns) = try await ListReturns(campaign: campaign, month: month).perform(in: tx)
                return .json(["period": MonthJSON.period(period), "returns": .array(returns.map(MonthJSON.unitReturn))])
            }
        }.exporting { call in
            let (campaign, month) = try MonthFile.named(call)
            return ListReturns(campaign: campaign, month: month)
        }
    }

    private static let show = Route(
        .get, LedgerPlace.tenant.path("return"), name: "returns.show", asks: .reading(.item),
        summary: "A unit's return of a month with its figures, and what the checks say before it is sent.", query: MonthFile.query + [unit],
        answers: .json(MonthSchemas.standing)
    ) { call in
        let named = try named(call)
        return try await call.read { (tx: borrowing TenantTransaction) in try await shown(named, in: tx) }
    }

    private static let write = Route(
        .put, LedgerPlace.tenant.path("return"), name: "returns.write", asks: .action(.reportProgress),
        summary: "Drafts a unit's return, or writes the draft anew. If-Match names the version that was read; \"0\" where there is none.",
        takes: .json(MonthBody.words), answers: .json(MonthSchemas.standing), versioned: true
    ) { call in
        let version = try call.version()
        let writing = try call.json { (body: inout JSONObjectReader) in MonthBody.write(&body, version: version) }
        return try await change(call, writing.named) { (tx: borrowing TenantTransaction) in try await writing.perform(in: tx) }
    }

    private static let approve = Route(
        .post, LedgerPlace.tenant.path("return/approval"), name: "returns.approve", asks: .action(.approveReturn),
        summary: "The head approves the return: its figures are those of the ledger at this moment, and stay.",
        takes: .json(MonthBody.namedReturn), answers: .json(MonthSchemas.standing), status: .created, versioned: true
    ) { call in
        let version = try call.version()
        let named = try call.json { (body: inout JSONObjectReader) in MonthBody.unitReturn(&body) }
        return try await change(call, named) { (tx: borrowing TenantTransaction) in
            try await ApproveReturn(named, version: version).perform(in: tx)
        }
    }

    private static let paper = Route(
        .get, LedgerPlace.tenant.path("return/report"), name: "returns.report", asks: .reading(.item),
        summary: "The unit's approved return as it signs it, as an attachment.", query: MonthFile.query + PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let format = try PaperFile.format(call)
        let (campaign, month) = try MonthFile.named(call)
        let making = MakeUnitMonthReport(NamedReturn(campaign: campaign, month: month))
        let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    // MARK: - Answers

    private static func named(_ call: Call) throws(Problem) -> NamedReturn {
        let (campaign, month) = try MonthFile.named(call)
        return NamedReturn(campaign: campaign, month: month, unit: try call.queryID("unit"))
    }

    private static func change(
        _ call: Call, _ named: NamedReturn, _ act: (borrowing TenantTransaction) async throws -> Void
    ) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return "\(named.campaign)/\(named.month)"
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(named, in: tx)
        }
    }

    private static func shown(_ named: NamedReturn, in tx: borrowing TenantTransaction) async throws -> Reply {
        let answer = try await ShowReturn(named).perform(in: tx)
        return .json([
            "period": MonthJSON.period(answer.period), "unit": .string(answer.unit.description), "version": .integer(answer.version),
            "return": answer.unitReturn.map(MonthJSON.unitReturn) ?? .null, "standing": answer.standing.map(MonthJSON.standing) ?? .null,
        ]).tagged(answer.version)
    }
}

import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// How units keep the motto: indicators, what a unit says of itself, comments, decisions.
enum MottoRoutes {
    static let all: [Route] =
        LedgerPlace.both(list) + LedgerPlace.both(show) + [assess] + LedgerPlace.both(comment) + LedgerPlace.both(decide)

    private static let query = JudgementQuery.review.filter { $0.name != "frozen" }

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("mottos"), name: place.name("mottos.list"), asks: .reading(.motto),
            summary: "How the motto of every unit in sight stands, and whose move it is.", query: query, answers: .json(MottoSchemas.list)
        ) { call in
            let listing = ListMottos(try JudgementQuery.gathering(call))
            return try await call.read { (tx: borrowing TenantTransaction) in .json(MottoJSON.list(try await listing.perform(in: tx))) }
        }.exporting { call in ListMottos(try JudgementQuery.gathering(call)) }
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("motto"), name: place.name("motto.show"), asks: .reading(.motto),
            summary: "One unit's motto: indicators from the ledger down to item and paper, assessment, comments, decision.", query: query,
            answers: .json(MottoSchemas.sheet)
        ) { call in
            let showing = ShowMotto(try JudgementQuery.gathering(call))
            return try await call.read { (tx: borrowing TenantTransaction) in .json(MottoJSON.sheet(try await showing.perform(in: tx))) }
        }
    }

    private static let assess = Route(
        .post, LedgerPlace.tenant.path("motto/assessments"), name: "motto.assess", asks: .action(.assessMotto),
        summary: "The unit says of itself how it keeps each part; said anew it is a new version.", takes: .json(MottoBody.assessment),
        answers: .json(MottoSchemas.sheet), status: .created
    ) { call in
        let act = try MottoBody.assessment(call)
        return try await change(call, act.gathering) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    private static func comment(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("motto/comments"), name: place.name("motto.comment"), asks: .action(.commentMotto),
            summary: "The Office or Home Affairs comments on what a unit said of itself.", takes: .json(MottoBody.comment),
            answers: .json(MottoSchemas.sheet), status: .created
        ) { call in
            let act = try MottoBody.comment(call)
            return try await change(call, act.gathering) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids)
            }
        }
    }

    private static func decide(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("motto/decisions"), name: place.name("motto.decide"), asks: .action(.decideMotto),
            summary: "The council's conclusion, or its correction with a minute.", takes: .json(MottoBody.decision),
            answers: .json(MottoSchemas.sheet), status: .created
        ) { call in
            let act = try MottoBody.decision(call)
            return try await change(call, act.gathering) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids)
            }
        }
    }

    /// Does it and answers with the sheet as it stands afterwards; the same request again shows the same unit.
    private static func change(
        _ call: Call, _ gathering: GatherLedger, _ act: (borrowing TenantTransaction) async throws -> Void
    ) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return gathering.campaign
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            .json(MottoJSON.sheet(try await ShowMotto(gathering).perform(in: tx)))
        }
    }
}

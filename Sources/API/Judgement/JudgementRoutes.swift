import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The verdicts of a review, why they are so, the file that proves them, and what other parameters would change.
enum JudgementRoutes {
    static let all: [Route] =
        LedgerPlace.both(judge) + LedgerPlace.both(explain) + LedgerPlace.both(export) + [compare]

    private static func judge(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("judgement"), name: place.name("judgement.show"), asks: .reading(.item),
            summary: "The verdicts of a review, by the rules of the ledger file.", query: JudgementQuery.review,
            answers: .json(JudgementSchemas.verdicts)
        ) { call in
            let judging = JudgeCampaign(try JudgementQuery.gathering(call))
            return try await call.read { (tx: borrowing TenantTransaction) in .json(try await judging.perform(in: tx).json) }
        }.exporting { call in JudgeCampaign(try JudgementQuery.gathering(call)) }
    }

    private static func explain(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("judgement/explanation"), name: place.name("judgement.explain"), asks: .reading(.item),
            summary: "The same verdicts with rule, item, date and paper, what is still to be done, and what the council should look at.",
            query: JudgementQuery.review, answers: .json(JudgementSchemas.explanations)
        ) { call in
            let explaining = ExplainVerdicts(try JudgementQuery.gathering(call))
            return try await call.read { (tx: borrowing TenantTransaction) in
                let answer = try await explaining.perform(in: tx)
                return .json(
                    ExplanationJSON.answer(
                        answer.explanations, in: answer.ledger, frozen: answer.frozen, settledOn: answer.settledOn))
            }
        }.exporting { call in ExplainVerdicts(try JudgementQuery.gathering(call)) }
    }

    private static func export(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("ledger-file"), name: place.name("judgement.export"), asks: .reading(.item),
            summary: "The ledger file of a review: whoever judges it gets the same verdicts.", query: JudgementQuery.review,
            answers: .json(.any)
        ) { call in
            let gathering = try JudgementQuery.gathering(call)
            return try await call.read { (tx: borrowing TenantTransaction) in
                let ledger = try await gathering.perform(in: tx)
                return .attachment(
                    ledger.json.bytes(.indented), mediaType: "application/json; charset=utf-8",
                    name: "\(ledger.campaign)-\(ledger.review.rawValue)-\(ledger.asOf).json")
            }
        }
    }

    private static let compare = Route(
        .get, LedgerPlace.province.path("judgement/what-if"), name: LedgerPlace.province.name("judgement.compare"),
        asks: .action(.tryParameters), summary: "Who would gain and who would lose under other parameters.",
        query: JudgementQuery.review + JudgementQuery.parameters, answers: .json(JudgementSchemas.comparison)
    ) { call in
        let comparing = CompareParameters(try JudgementQuery.gathering(call), changes: try JudgementQuery.changes(call))
        return try await call.read { (tx: borrowing TenantTransaction) in .json(ComparisonJSON.value(try await comparing.perform(in: tx))) }
    }
}

import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Who sits in a council, and for which term.
enum CouncilRoutes {
    static let all: [Route] =
        CouncilPlace.both(show) + CouncilPlace.both(seat) + CouncilPlace.both(end) + CouncilSessionRoutes.all + BallotRoutes.all

    private static func show(_ place: CouncilPlace) -> Route {
        Route(
            .get, place.path(""), name: place.name("show"), asks: .reading(.council),
            summary: "Its members by term, and the dossiers that it can vote on now.", answers: .json(CouncilSchemas.council)
        ) { call in
            try await call.read { (tx: borrowing TenantTransaction) in try await shown(in: tx) }
        }
    }

    private static func seat(_ place: CouncilPlace) -> Route {
        Route(
            .post, place.path("/terms"), name: place.name("seat"), asks: place.keeps, summary: "Seats a member for a term.",
            takes: .json(
                .object([
                    .init("person", .uuid), .init("duty", .oneOf(CouncilMember.Duty.self)), .init("from", .date),
                    .init("through", .date, required: false, "Last day; until it is ended when absent."),
                    .init("documentNumber", .string, "Of the decision that names him."),
                ])), answers: .json(CouncilSchemas.council), status: .created
        ) { call in
            let seating = try call.json { body in
                let person = body.required("person")?.id(Person.ID.self)
                let duty = body.required("duty")?.oneOf(CouncilMember.Duty.self)
                let from = body.required("from")?.day()
                let through = body.optional("through")?.day()
                let number = body.required("documentNumber")?.text(atMost: 100)
                guard let person, let duty, let from, let number else { return SeatMember?.none }
                return SeatMember(person: person, duty: duty, from: from, through: through, documentNumber: number)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await seating.perform(in: tx, ids: call.ids) }
        }
    }

    private static func end(_ place: CouncilPlace) -> Route {
        Route(
            .post, place.path("/terms/{term}/end"), name: place.name("end-term"), asks: place.keeps, summary: "Ends a term, once.",
            takes: .json(.object([.init("through", .date, "Last day.")])), answers: .json(CouncilSchemas.council), status: .created
        ) { call in
            let term: CouncilTerm.ID = try call.path("term")
            let ending = try call.json { body in body.required("through")?.day().map { EndTerm(term, through: $0) } }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await ending.perform(in: tx) }
        }
    }

    private static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> Void) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return "council"
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(in: tx)
        }
    }

    private static func shown(in tx: borrowing TenantTransaction) async throws -> Reply {
        let answer = try await ShowCouncil().perform(in: tx)
        return .json(CouncilJSON.council(answer.kind, answer.terms, answer.waiting, on: answer.today))
    }
}

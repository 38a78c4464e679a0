import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Votes of a council: secret ones by each member himself, open ones entered by who keeps it.
enum BallotRoutes {
    static let all: [Route] = CouncilPlace.both(cast) + CouncilPlace.both(record)

    /// Repeating it casts nothing twice, by the key of the turnout; so no key of a request is kept, which would be a hash of how somebody voted.
    private static func cast(_ place: CouncilPlace) -> Route {
        Route(
            .post, place.path("/sessions/{session}/ballots"), name: place.name("cast"), asks: .selfService,
            summary: "The acting member's one secret sheet over all dossiers: each that is named, and the rest alike.",
            takes: .json(
                .object([
                    .init("choices", .array(CouncilSchemas.choice), required: false),
                    .init(
                        "otherwise", .oneOf(CouncilTally.Choice.self), required: false,
                        "On all others of the sheet; on none of them when absent."),
                ])), answers: .json(CouncilSchemas.session), status: .created, repeatable: false
        ) { call in
            let session: CouncilSession.ID = try call.path("session")
            let casting = try call.json { body in
                let choices = body.optional("choices", default: []) { $0.array(CouncilBody.choice) }
                let otherwise = body.optional("otherwise", default: CouncilTally.Choice?.none) { $0.oneOf(CouncilTally.Choice.self) }
                guard let choices, let otherwise else { return CastBallots?.none }
                return CastBallots(session, choices: choices, otherwise: otherwise)
            }
            return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await casting.perform(in: tx)
                var reply = try await CouncilSessionRoutes.shown(ShowSession(session), in: tx)
                reply.status = .created
                return reply
            }
        }
    }

    private static let vote: Schema = .object([
        .init("member", .uuid), .init("choice", .oneOf(CouncilTally.Choice.self)),
        .init("dossier", .uuid, required: false, "On all about which nothing else is said when absent."),
    ])

    private static func record(_ place: CouncilPlace) -> Route {
        Route(
            .post, place.path("/sessions/{session}/votes"), name: place.name("record-votes"), asks: place.keeps,
            summary: "How members raised their hands, or wrote, on all dossiers that are voted on openly, or on one.",
            takes: .json(
                .object([
                    .init("dossier", .uuid, required: false, "All that are voted on openly when absent."),
                    .init("votes", .array(vote), required: false),
                    .init(
                        "otherwise", .oneOf(CouncilTally.Choice.self), required: false,
                        "Of every other member in the room; what the absent wrote is entered by name."),
                ])), answers: .json(CouncilSchemas.session), status: .created
        ) { call in
            let session: CouncilSession.ID = try call.path("session")
            let recording = try call.json { body in
                let dossier = body.optional("dossier", default: AwardDossier.ID?.none) { $0.id(AwardDossier.ID.self).map(Optional.some) }
                let votes = body.optional("votes", default: []) { $0.array(CouncilBody.vote) }
                let otherwise = body.optional("otherwise", default: CouncilTally.Choice?.none) { $0.oneOf(CouncilTally.Choice.self) }
                guard let dossier, let votes, let otherwise else { return RecordVotes?.none }
                return RecordVotes(session, on: dossier, votes: votes, otherwise: otherwise)
            }
            return try await CouncilSessionRoutes.change(call) { (tx: borrowing TenantTransaction) in
                try await recording.perform(in: tx)
                return session
            }
        }
    }
}

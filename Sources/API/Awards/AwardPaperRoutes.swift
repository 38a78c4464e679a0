import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The papers of awards, made from what is recorded: of a dossier, and of a council's session.
enum AwardPaperRoutes {
    static let all: [Route] = LedgerPlace.both(ofDossier) + CouncilPlace.both(ofSession)

    private static func ofDossier(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("award-dossiers/{dossier}/papers/{document}"), name: place.name("dossiers.paper"), asks: .reading(.item),
            summary: """
                A paper in which the dossier stands, as an attachment: \(names(MakeDossierPaper.kinds)). Those that Home Affairs writes for the \
                whole province are made where the province is entered.
                """, query: PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
        ) { call in
            let format = try PaperFile.format(call)
            let dossier: AwardDossier.ID = try call.path("dossier")
            let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await MakeDossierPaper(dossier, PaperFile.kind(call, of: MakeDossierPaper.kinds)).perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static func ofSession(_ place: CouncilPlace) -> Route {
        Route(
            .get, place.path("/sessions/{session}/papers/{document}"), name: place.name("session-paper"), asks: .reading(.council),
            summary: "Of a session, as an attachment; minutes once it is closed: \(names(MakeSessionPaper.kinds)).", query: PaperFile.query,
            answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
        ) { call in
            let format = try PaperFile.format(call)
            let session: CouncilSession.ID = try call.path("session")
            let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await MakeSessionPaper(session, PaperFile.kind(call, of: MakeSessionPaper.kinds)).perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static func names(_ kinds: [PaperKind]) -> String { kinds.map(\.rawValue).joined(separator: ", ") }
}

import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The papers that the pages of a dossier and of a council's session link to, as attachments.
enum AwardPaperRoutes {
    static let all: [Route] = [ofDossier] + CouncilHome.both(ofSession)

    private static let ofDossier = Route(
        .get, "/units/{tenant}/award-dossiers/{dossier}/papers/{document}", name: "page.dossier.paper", asks: .reading(.item),
        summary: "A paper in which the dossier stands; for the province's readers with all of its round.", query: PaperFile.query
    ) { call in
        let format = try PaperFile.format(call)
        let dossier: AwardDossier.ID = try call.path("dossier")
        let name: String = try call.path("document")
        let (me, entry) = try await JudgementRoutes.seat(call)
        // A list of the whole round is read where the whole province is.
        let isWide = me.officer.may(.readProvince) && MakeUnitPaper.kinds.allSatisfy { $0.rawValue != name }
        let reading = Entry(token: entry.token, place: isWide ? .province : entry.place, deed: .reading(.item))
        let paper = try await call.backend.entrance.read(reading) { (tx: borrowing TenantTransaction) in
            try await MakeDossierPaper(dossier, PaperFile.kind(call, of: MakeDossierPaper.kinds)).perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static func ofSession(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path("/sessions/{session}/papers/{document}"), name: home.name("session-paper"), asks: .reading(.council),
            summary: "A paper of a session: its ballot sheet, its minutes once it is closed.", query: PaperFile.query
        ) { call in
            let format = try PaperFile.format(call)
            let session: CouncilSession.ID = try call.path("session")
            let paper = try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                try await MakeSessionPaper(session, PaperFile.kind(call, of: MakeSessionPaper.kinds)).perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }
}

import Domain
import HTTPTypes
import Operations
import Web

/// A session of a council: its list, the member's sheet, open votes, what is put right of it, closing or cancelling, outcomes.
enum SessionRoutes {
    static let all: [Route] =
        CouncilHome.both(show) + CouncilHome.both(cast) + CouncilHome.both(record) + CouncilHome.both(close)
        + CouncilHome.both(correct) + CouncilHome.both(cancel) + CouncilHome.both(outcomes)

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path("/sessions/{session}"), name: home.name("session"), asks: .reading(.council),
            summary: "Attendance, list, results, and the sheet of who votes."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static func cast(_ home: CouncilHome) -> Route {
        form(home, "ballots", "cast", .selfService, "The acting member's one secret sheet.") { call, session, shown in
            let choices = shown.sheet.compactMap { listed in
                let dossier = listed.entry.dossier
                return CouncilTally.Choice(rawValue: call.form["c-\(dossier)"]).map { (dossier: dossier, choice: $0) }
            }
            let casting = CastBallots(session, choices: choices, otherwise: CouncilTally.Choice(rawValue: call.form["otherwise"]))
            return { (tx: borrowing TenantTransaction) in try await casting.perform(in: tx) }
        }
    }

    private static func record(_ home: CouncilHome) -> Route {
        form(home, "votes", "record-votes", home.keeps, "How members raised their hands, or wrote.") { call, session, shown in
            let form = call.form
            let votes = shown.record.attendees.flatMap { attendee in
                let onAll = CouncilTally.Choice(rawValue: form["m-\(attendee.person)"]).map { RecordVotes.Vote(attendee.person, $0) }
                let except = shown.record.listed.map(\.entry.dossier).compactMap { dossier in
                    CouncilTally.Choice(rawValue: form["v-\(dossier)-\(attendee.person)"]).map {
                        RecordVotes.Vote(attendee.person, $0, on: dossier)
                    }
                }
                return [onAll].compactMap(\.self) + except
            }
            let recording = RecordVotes(session, on: nil, votes: votes, otherwise: CouncilTally.Choice(rawValue: form["otherwise"]))
            return { (tx: borrowing TenantTransaction) in try await recording.perform(in: tx) }
        }
    }

    private static func close(_ home: CouncilHome) -> Route {
        form(home, "closing", "close-session", home.keeps, "Counts, seals and closes.") { call, session, shown in
            let dossiers = shown.record.listed.map(\.entry.dossier)
            let declared = dossiers.compactMap { dossier in
                CouncilTally.Choice(rawValue: call.form["chair-\(dossier)"]).map { (dossier: dossier, choice: $0) }
            }
            var papers: [(dossier: AwardDossier.ID, count: PaperCount)] = []
            for dossier in dossiers where !(call.form["yes-\(dossier)"] + call.form["no-\(dossier)"]).isEmpty {
                guard let yes = Int(call.form["yes-\(dossier)"]), let no = Int(call.form["no-\(dossier)"]) else {
                    throw Problem.invalid("$.papers", "nhập cả số phiếu giấy đồng ý và không đồng ý")
                }
                let absent = call.form["absent-\(dossier)"]
                guard let written = absent.isEmpty ? 0 : Int(absent) else {
                    throw Problem.invalid("$.papers", "số phiếu của thành viên vắng mặt phải là số")
                }
                papers.append((dossier, PaperCount(yes: yes, no: no, written: written)))
            }
            let closing = CloseSession(session, declared: declared, papers: papers, isIncomplete: call.form["incomplete"] == "yes")
            return { (tx: borrowing TenantTransaction) in try await closing.perform(in: tx) }
        }
    }

    private static func correct(_ home: CouncilHome) -> Route {
        form(home, "correction", "correct-session", home.keeps, "Its day, its place, who came.") { call, session, shown in
            let form = call.form
            let day = try FormDay.needed(form["heldOn"], "$.heldOn", "nhập ngày họp")
            let present = shown.record.attendees.map(\.person).filter { form["p-\($0)"] == "yes" }
            let correcting = CorrectSession(session, heldOn: day, place: form["place"], present: present)
            return { (tx: borrowing TenantTransaction) in try await correcting.perform(in: tx) }
        }
    }

    private static func cancel(_ home: CouncilHome) -> Route {
        form(home, "cancellation", "cancel-session", home.keeps, "Cancels what was opened by mistake.") { call, session, _ in
            let cancelling = CancelSession(session, for: call.form["reason"])
            return { (tx: borrowing TenantTransaction) in try await cancelling.perform(in: tx) }
        }
    }

    private static func outcomes(_ home: CouncilHome) -> Route {
        form(home, "outcomes", "record-outcomes", home.keeps, "Takes the steps that the session decided.") { call, session, _ in
            let recording = RecordOutcomes(session)
            return { (tx: borrowing TenantTransaction) in try await recording.perform(in: tx, ids: call.ids) }
        }
    }

    // MARK: - Forms and pages

    private typealias Act = (borrowing TenantTransaction) async throws -> Void

    private static func form(
        _ home: CouncilHome, _ verb: String, _ name: String, _ asks: Deed, _ summary: String,
        _ read: @escaping @Sendable (Call, CouncilSession.ID, ShowSession.Answer) throws -> Act
    ) -> Route {
        // No key of a repeated request is kept: of a secret sheet it would be a hash of how somebody voted.
        Route(
            .post, home.path("/sessions/{session}/\(verb)"), name: home.name(name), asks: asks, summary: summary, takes: CouncilHome.form,
            repeatable: false
        ) { call in
            let session: CouncilSession.ID = try call.path("session")
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    let shown = try await ShowSession(session).perform(in: tx)
                    try await read(call, session, shown)(tx)
                }
                return .seeOther("\(try home.address(call))/sessions/\(session)")
            } or: {
                try await page(call, home)
            }
        }
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> SessionPage {
        let me = try await CouncilHome.officer(call)
        let (showing, address) = (ShowSession(try call.path("session")), try home.address(call))
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let answer = try await showing.perform(in: tx)
            return SessionPage(frame: Frame(me, call), unit: try await home.unitName(in: tx), back: address, answer)
        }
    }
}

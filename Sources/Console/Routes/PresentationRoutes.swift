import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Events at which awards are handed over, of the province and of what a unit gives itself: the list, one event, its order to print, and the forms of who
/// keeps the awards.
enum PresentationRoutes {
    static let all: [Route] = CouncilHome.allCases.flatMap { home in
        [list(home), show(home), plan(home), add(home), complete(home)] + papers(home)
    }

    private static func list(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: "presentations"), name: home.awardPage("presentations"), asks: home.readsAwards,
            summary: "Events at which awards are handed over; for who keeps the awards the form to plan one."
        ) { call in
            .html(Templates.shared.render(try await listPage(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { _ in ListPresentations() }
    }

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: "presentations/{presentation}"), name: home.awardPage("presentation"), asks: home.readsAwards,
            summary: "One event with who receives from whom; for who keeps the awards the forms to keep its order."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static func papers(_ home: CouncilHome) -> [Route] {
        [
            paper(home, .conferenceScript, "order", "Its order as a list to print."),
            paper(home, .invitation, "invitation", "The invitation to the units whose people receive."),
            paper(home, .pressRelease, "press-release", "What goes to the press once it was held."),
        ]
    }

    private static func paper(_ home: CouncilHome, _ kind: PaperKind, _ verb: String, _ summary: String) -> Route {
        Route(
            .get, home.path(of: "presentations/{presentation}/\(verb)"), name: home.awardPage("presentation.\(verb)"),
            asks: home.readsAwards,
            summary: summary, query: PaperFile.query
        ) { call in
            let (format, making) = (try PaperFile.format(call), MakePresentationPaper(try call.path("presentation"), kind))
            let paper = try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static func plan(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: "presentations"), name: home.awardPage("presentations.plan"), asks: .action(home.keepsAwards),
            summary: "Plans an event.", takes: .form
        ) { call in
            let form = call.form
            return try await Templates.shared.answering {
                let day = try FormDay.needed(form["date"], "$.heldOn", "nhập ngày tổ chức")
                let planning = PlanPresentation(
                    name: form["name"], place: form["place"], heldOn: day, startsAt: form["time"], chair: form["chair"],
                    documentNumber: form["number"])
                let id = try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await planning.perform(in: tx, ids: call.ids)
                }
                return .seeOther("\(try home.address(of: "presentations", call))/\(id)")
            } or: {
                try await listPage(call, home)
            }
        }
    }

    private static func add(_ home: CouncilHome) -> Route {
        keeping(home, "awardees", "presentation.add", "Puts an award at the end of the order.") { call, id in
            let form = call.form
            guard let dossier = AwardDossier.ID(form["dossier"]) else { throw Problem.invalid("$.dossier", "chọn khen thưởng chờ trao") }
            let adding = AddPresentationAwardee(
                presentation: id, dossier: dossier, receiver: form["receiver"], presenter: form["presenter"])
            return { (tx: borrowing TenantTransaction) in try await adding.perform(in: tx) }
        }
    }

    private static func complete(_ home: CouncilHome) -> Route {
        keeping(home, "completion", "presentation.complete", "Records who received.") { call, id in
            let form = call.form
            return { (tx: borrowing TenantTransaction) in
                let listed = try await ShowPresentation(id).perform(in: tx).awardees.map(\.dossier)
                let absent = Set(listed.filter { form["a-\($0)"] == "yes" })
                try await CompletePresentation(id, absent: absent).perform(in: tx, ids: call.ids)
            }
        }
    }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ home: CouncilHome, _ path: String, _ name: String, _ summary: String,
        _ read: @escaping @Sendable (Call, Presentation.ID) throws -> Act
    ) -> Route {
        Route(
            .post, home.path(of: "presentations/{presentation}/\(path)"), name: home.awardPage(name), asks: .action(home.keepsAwards),
            summary: summary,
            takes: CouncilHome.form
        ) { call in
            let id: Presentation.ID = try call.path("presentation")
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try home.entry(call), try read(call, id))
                return .seeOther("\(try home.address(of: "presentations", call))/\(id)")
            } or: {
                try await page(call, home)
            }
        }
    }

    private static func listPage(_ call: Call, _ home: CouncilHome) async throws -> PresentationsPage {
        let me = try await CouncilHome.officer(call)
        let path = try home.address(of: "presentations", call)
        return try await call.backend.entrance.read(try home.entry(call, deed: home.readsAwards)) { (tx: borrowing TenantTransaction) in
            let (found, next) = try await ListPresentations(limit: 200).perform(in: tx)
            let officer = try await ShowOfficer().perform(in: tx)
            return PresentationsPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path, found, more: next != nil,
                mayPlan: officer.keepsAwards(of: home == .unit ? officer.keptGiver : nil, in: officer.place))
        }
    }

    /// Where an award waits to be handed over.
    private static let waitingStates: [AwardDossier.State] = [.issued, .corrected, .replaced]

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> PresentationPage {
        let me = try await CouncilHome.officer(call)
        let path = try home.address(of: "presentations", call)
        let showing = ShowPresentation(try call.path("presentation"))
        return try await call.backend.entrance.read(try home.entry(call, deed: home.readsAwards)) { (tx: borrowing TenantTransaction) in
            let found = try await showing.perform(in: tx)
            var waiting: [DossierRecord]?
            if try await ShowOfficer().perform(in: tx).keepsAwards(of: found.giver, in: found.tenant) {
                waiting = []
                for state in waitingStates {
                    let page = try await ListDossiers(filter: DossierFilter(state: state), limit: 200).perform(in: tx)
                    waiting? += page.entries.map(\.record).filter { $0.standing.mover != nil && $0.dossier.giver == found.giver }
                }
            }
            return PresentationPage(frame: Frame(me, call), list: path, found, waiting: waiting)
        }
    }
}

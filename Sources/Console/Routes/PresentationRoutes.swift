import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Events at which awards are handed over: the list, one event, its order to print, and the forms of Home Affairs.
enum PresentationRoutes {
    static let all: [Route] = [list, show, order, invitation, press, plan, add, complete]

    private static let list = Route(
        .get, "/presentations", name: "page.presentations", asks: .action(.readProvince),
        summary: "Events at which awards are handed over; for Home Affairs the form to plan one."
    ) { call in
        .html(Templates.shared.render(try await listPage(call)))
    }

    private static let show = Route(
        .get, "/presentations/{presentation}", name: "page.presentation", asks: .action(.readProvince),
        summary: "One event with who receives from whom; for Home Affairs the forms to keep its order."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }

    private static let order = paper(.conferenceScript, "order", "Its order as a list to print.")

    private static let invitation = paper(.invitation, "invitation", "The invitation to the units whose people receive.")

    private static let press = paper(.pressRelease, "press-release", "What goes to the press once it was held.")

    private static func paper(_ kind: PaperKind, _ verb: String, _ summary: String) -> Route {
        Route(
            .get, "/presentations/{presentation}/\(verb)", name: "page.presentation.\(verb)", asks: .action(.readProvince),
            summary: summary, query: PaperFile.query
        ) { call in
            let (format, making) = (try PaperFile.format(call), MakePresentationPaper(try call.path("presentation"), kind))
            let paper = try await call.backend.entrance.read(try CouncilHome.province.entry(call)) {
                (tx: borrowing TenantTransaction) in try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static let plan = Route(
        .post, "/presentations", name: "page.presentations.plan", asks: .action(.appraiseAward), summary: "Plans an event.", takes: .form
    ) { call in
        let form = call.form
        do {
            guard let day = try FormDay.read(form["date"], "$.heldOn") else { throw Problem.invalid("$.heldOn", "nhập ngày tổ chức") }
            let planning = PlanPresentation(
                name: form["name"], place: form["place"], heldOn: day, startsAt: form["time"], chair: form["chair"],
                documentNumber: form["number"])
            let id = try await call.backend.entrance.write(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
                try await planning.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/presentations/\(id)")
        } catch let problem as Problem where problem.isShownOnForms {
            var page = try await listPage(call)
            page.fault = FormFault(problem)
            return Templates.shared.answer(page, to: problem)
        }
    }

    private static let add = keeping("awardees", "page.presentation.add", "Puts an award at the end of the order.") { call, id in
        let form = call.form
        guard let dossier = AwardDossier.ID(form["dossier"]) else { throw Problem.invalid("$.dossier", "chọn khen thưởng chờ trao") }
        let adding = AddPresentationAwardee(
            presentation: id, dossier: dossier, receiver: form["receiver"], presenter: form["presenter"])
        return { (tx: borrowing TenantTransaction) in try await adding.perform(in: tx) }
    }

    private static let complete = keeping("completion", "page.presentation.complete", "Records who received.") { call, id in
        let form = call.form
        return { (tx: borrowing TenantTransaction) in
            let listed = try await ShowPresentation(id).perform(in: tx).awardees.map(\.dossier)
            let absent = Set(listed.filter { form["a-\($0)"] == "yes" })
            try await CompletePresentation(id, absent: absent).perform(in: tx, ids: call.ids)
        }
    }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ path: String, _ name: String, _ summary: String, _ read: @escaping @Sendable (Call, Presentation.ID) throws -> Act
    ) -> Route {
        Route(
            .post, "/presentations/{presentation}/\(path)", name: name, asks: .action(.appraiseAward), summary: summary,
            takes: CouncilHome.form
        ) { call in
            let id: Presentation.ID = try call.path("presentation")
            do {
                try await call.backend.entrance.write(try CouncilHome.province.entry(call), try read(call, id))
                return .seeOther("/presentations/\(id)")
            } catch let problem as Problem where problem.isShownOnForms {
                var page = try await page(call)
                page.fault = FormFault(problem)
                return Templates.shared.answer(page, to: problem)
            }
        }
    }

    private static func reading(_ call: Call) throws -> Entry {
        Entry(token: try call.entry().token, place: .province, deed: .action(.readProvince))
    }

    private static func listPage(_ call: Call) async throws -> PresentationsPage {
        let me = try await CouncilHome.officer(call)
        return try await call.backend.entrance.read(try reading(call)) { (tx: borrowing TenantTransaction) in
            let (found, next) = try await ListPresentations(limit: 200).perform(in: tx)
            return PresentationsPage(
                frame: Frame(me, call), found, more: next != nil, mayPlan: me.actions.contains(.appraiseAward))
        }
    }

    /// Where an award waits to be handed over.
    private static let waitingStates: [AwardDossier.State] = [.issued, .corrected, .replaced]

    private static func page(_ call: Call) async throws -> PresentationPage {
        let me = try await CouncilHome.officer(call)
        let showing = ShowPresentation(try call.path("presentation"))
        let keeps = me.actions.contains(.appraiseAward)
        return try await call.backend.entrance.read(try reading(call)) { (tx: borrowing TenantTransaction) in
            let found = try await showing.perform(in: tx)
            var waiting: [DossierRecord]?
            if keeps {
                waiting = []
                for state in waitingStates {
                    let page = try await ListDossiers(filter: DossierFilter(state: state), limit: 200).perform(in: tx)
                    waiting? += page.entries.map(\.record).filter { $0.standing.mover != nil }
                }
            }
            return PresentationPage(frame: Frame(me, call), found, waiting: waiting)
        }
    }
}

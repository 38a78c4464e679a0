import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The people of one's own unit, for who keeps its directory: who is there, taking on many or one, and links to hand out.
enum PeopleRoutes {
    static let all: [Route] = [list, template, importList, join, links, reopen]

    private static let list = Route(
        .get, "/people", name: "page.people", asks: .action(.manageDirectory), summary: "Who works in one's own unit.",
        query: [QueryParameter("cursor", .string, "Where the page before ended.")]
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in
            .html(Templates.shared.render(try await page(call, in: tx)))
        }
    }.exporting(in: keeperEntry) { _ in ListPosts(limit: 0) }

    private static func keeperEntry(_ call: Call) async throws -> Entry {
        let entry = try call.entry()
        _ = try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in try await keeper(in: tx) }
        return entry
    }

    private static let template = Route(
        .get, "/people/template", name: "page.people.template", asks: .action(.manageDirectory), summary: "An empty list to be filled in.",
        query: [QueryParameter("format", .oneOf(PeopleTemplate.Format.self), "CSV when absent.")]
    ) { call in
        let format: PeopleTemplate.Format = try call.queryChoice("format") ?? .csv
        return try await call.read { (tx: borrowing TenantTransaction) in
            _ = try await keeper(in: tx)
            var reply = Reply(mediaType: PeopleListFile.mediaType(of: format), bytes: try await PeopleTemplate(as: format).perform(in: tx))
            reply.headers[.contentDisposition] = "attachment; filename=\"\(PeopleListFile.templateName(as: format))\""
            return reply
        }
    }

    private static let importList = Route(
        .post, "/people/import", name: "page.people.import", asks: .action(.manageDirectory),
        summary: "Takes people on from a spreadsheet; a dry run only says what would be done.",
        takes: .form(withFile: PeopleListFile.largest)
    ) { call in
        let form = call.form
        return try await answering(call) {
            guard let file = form.file("file") else { throw Problem.invalid("$.file", "chưa chọn tệp; chọn tệp .xlsx hoặc .csv") }
            let importing = ImportPeople(try Table(file: file.content, name: file.name), isDryRun: form["dryRun"] == "on")
            return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                let outcome = try await importing.perform(in: tx, ids: call.ids)
                guard !outcome.handouts.isEmpty else {
                    var page = try await page(call, in: tx)
                    page.outcome = PeoplePage.Outcome(outcome)
                    return .html(Templates.shared.render(page))
                }
                return .html(Templates.shared.render(SlipsPage(outcome.handouts, call, frame: Frame(try await keeper(in: tx), call))))
            }
        }
    }

    private static let join = Route(
        .post, "/people/join", name: "page.people.join", asks: .action(.manageDirectory), summary: "Takes one person on.", takes: .form
    ) { call in
        let form = call.form
        return try await answering(call) {
            let joining = try SeatForm(form).joining(form)
            return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                let answer = try await joining.perform(in: tx, ids: call.ids)
                guard let handout = answer.handout else { return .seeOther("/people/\(answer.person)") }
                return .html(Templates.shared.render(SlipsPage([handout], call, frame: Frame(try await keeper(in: tx), call))))
            }
        }
    }

    private static let links = Route(
        .post, "/people/links", name: "page.people.links", asks: .action(.manageDirectory),
        summary: "Makes new links to hand out, a slip for each person.", takes: .form
    ) { call in
        let form = call.form
        return try await answering(call) {
            try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                let making = MakeHandouts(of: SubUnit.ID(form["unit"]), includingSet: form["includingSet"] == "on")
                let handouts = try await making.perform(in: tx, ids: call.ids)
                guard !handouts.isEmpty else {
                    throw Problem.invalid("$.unit", "không có ai cần phiếu; chọn cả người đã đặt mật khẩu nếu cần cấp lại")
                }
                return .html(Templates.shared.render(SlipsPage(handouts, call, frame: Frame(try await keeper(in: tx), call))))
            }
        }
    }

    private static let reopen = Route(
        .post, "/people/reopen", name: "page.people.reopen", asks: .action(.manageDirectory),
        summary: "Takes back a closing of a sub-unit that was recorded by mistake.", takes: .form
    ) { call in
        let form = call.form
        return try await answering(call) {
            guard let unit = SubUnit.ID(form["unit"]) else { throw Problem.notFound }
            let reopening = ReopenSubUnit(unit, version: Int(form["version"]) ?? 0)
            try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                _ = try await keeper(in: tx)
                try await reopening.perform(in: tx)
            }
            return .seeOther("/people")
        }
    }

    // MARK: - The page

    /// Who keeps the directory, which of a closed unit nobody does.
    static func keeper(in tx: borrowing TenantTransaction) async throws -> WhoAmI.Answer {
        let me = try await WhoAmI().perform(in: tx)
        guard me.actions.contains(.manageDirectory), me.officer.mayWrite else { throw Problem.notAllowed }
        return me
    }

    private static func page(_ call: Call, in tx: borrowing TenantTransaction) async throws -> PeoplePage {
        let frame = Frame(try await keeper(in: tx), call)
        let (posts, next) = try await ListPosts(after: call.query("cursor").flatMap { Post.ID($0) }, limit: 200).perform(in: tx)
        let (unseated, _) = try await ListPeople(Person.Selection(withoutPost: true), limit: 1_000).perform(in: tx)
        let (known, _) = try await ListSubUnits(.init(includingClosed: true), limit: 1_000).perform(in: tx)
        return PeoplePage(
            frame: frame, posts: posts, next: next, unseated: unseated, units: try await ListUnitNames().perform(in: tx), closed: known)
    }

    /// A refusal of what was filled in shows the page again with what is wrong; any other goes its way.
    private static func answering(_ call: Call, _ body: () async throws -> Reply) async throws -> Reply {
        do {
            return try await body()
        } catch let problem as Problem where [.invalid, .refused, .conflict, .tooLarge, .notFound].contains(problem.kind) {
            return try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                var page = try await page(call, in: tx)
                page.fault = FormFault(problem)
                return Templates.shared.answer(page, to: problem)
            }
        }
    }
}

import Domain
import HTTPTypes
import Operations
import Web

/// Events at which reviews are held: of the province, and of a unit, which reads the province's too.
enum ReviewEventRoutes {
    static let all: [Route] = CouncilHome.allCases.flatMap { home in
        [list(home), show(home), invitation(home), plan(home), change(home), paper(home), hold(home)]
    }

    private static let noun = "review-events"

    private static func reads(_ home: CouncilHome) -> Deed { home == .unit ? .reading(.item) : .action(.readProvince) }
    private static func keeps(_ home: CouncilHome) -> Action { home == .unit ? .answerReview : .keepReview }

    private static func list(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("review-events"), asks: reads(home),
            summary: "Events at which reviews are held, and the form of who may plan one."
        ) { call in
            .html(Templates.shared.render(try await listPage(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { _ in ListReviewEvents() }
    }

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/{event}", name: home.page("review-event"), asks: reads(home),
            summary: "One event with its plan, papers and what happened; the forms of who keeps it."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static func invitation(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/{event}/invitation", name: home.page("review-event.invitation"), asks: reads(home),
            summary: "The invitation as it is planned now; of one's own event.", query: PaperFile.query
        ) { call in
            let (format, making) = (try PaperFile.format(call), MakeReviewInvitation(try call.path("event")))
            let paper = try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static func plan(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun), name: home.page("review-events.plan"), asks: .action(keeps(home)), summary: "Plans one.",
            takes: CouncilHome.form
        ) { call in
            return try await Templates.shared.answering {
                let named = call.form["review"].split(separator: ":", maxSplits: 1).map(String.init)
                guard named.count == 2, let review = Campaign.Review(rawValue: named[0]) else {
                    throw Problem.invalid("$.review", "chọn phong trào, kỳ")
                }
                let planning = PlanReviewEvent(.new(campaign: named[1], review), try planned(call.form))
                let id = try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await planning.perform(in: tx, ids: call.ids)
                }
                return .seeOther("\(try home.address(of: noun, call))/\(id)")
            } or: {
                try await listPage(call, home)
            }
        }
    }

    private static func change(_ home: CouncilHome) -> Route {
        keeping(home, "change", "Plans it otherwise, for a reason.") { call, id in
            let form = call.form
            let planning = PlanReviewEvent(
                .change(id, version: Int(form["version"]) ?? 0, reason: form["reason"]), try planned(form))
            return { (tx: borrowing TenantTransaction) in _ = try await planning.perform(in: tx, ids: call.ids) }
        }
    }

    private static func paper(_ home: CouncilHome) -> Route {
        keeping(home, "papers", "Names a paper of it.") { call, id in
            let form = call.form
            let adding = AddReviewPaper(
                id, what: form["what"], number: form["number"], signedOn: try FormDay.read(form["on"], "$.signedOn"),
                made: ReviewEvent.Paper.Made(rawValue: form["made"]), replaces: ReviewEvent.Paper.ID(form["replaces"]),
                reason: form["reason"])
            return { (tx: borrowing TenantTransaction) in _ = try await adding.perform(in: tx, ids: call.ids) }
        }
    }

    private static func hold(_ home: CouncilHome) -> Route {
        keeping(home, "outcome", "Records that it was held.") { call, id in
            let form = call.form
            let day = try FormDay.needed(form["on"], "$.heldOn", "nhập ngày tổ chức")
            guard let present = Int(form["present"]) else { throw Problem.invalid("$.present", "ghi số đại biểu dự") }
            return { (tx: borrowing TenantTransaction) in
                // Who was absent is ticked by his place among the guests of the plan that was read.
                let plan = try await ShowReviewEvent(id).perform(in: tx).versions.first
                guard let plan, plan.number == Int(form["version"]) else { throw Problem.stale }
                let absent = plan.plan.guests.enumerated().filter { form["a-\($0.offset)"] == "yes" }.map { $0.element }
                _ = try await HoldReviewEvent(id, heldOn: day, present: present, absent: absent, words: form["words"]).perform(in: tx)
            }
        }
    }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ home: CouncilHome, _ verb: String, _ summary: String, _ read: @escaping @Sendable (Call, ReviewEvent.ID) throws -> Act
    ) -> Route {
        Route(
            .post, home.path(of: noun) + "/{event}/\(verb)", name: home.page("review-event.\(verb)"), asks: .action(keeps(home)),
            summary: summary,
            takes: CouncilHome.form
        ) { call in
            let id: ReviewEvent.ID = try call.path("event")
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try home.entry(call), try read(call, id))
                return .seeOther("\(try home.address(of: noun, call))/\(id)")
            } or: {
                try await page(call, home)
            }
        }
    }

    private static func planned(_ form: FormBody) throws -> ReviewEvent.Plan {
        let day = try FormDay.needed(form["date"], "$.heldOn", "nhập ngày tổ chức")
        return ReviewEvent.Plan(
            heldOn: day, startsAt: form["time"], place: form["place"], chair: form["chair"], agenda: lines(form["agenda"]),
            guests: lines(form["guests"]))
    }

    private static func lines(_ typed: String) -> [String] {
        typed.split(whereSeparator: \.isNewline).map(String.init)
    }

    private static func mayKeep(_ me: WhoAmI.Answer, _ call: Call, _ home: CouncilHome) throws -> Bool {
        let isHere = try home == .province || call.path("tenant", as: String.self) == me.tenant.slug.text
        return isHere && me.actions.contains(keeps(home))
    }

    private static func listPage(_ call: Call, _ home: CouncilHome) async throws -> ReviewEventsPage {
        let me = try await CouncilHome.officer(call)
        let path = try home.address(of: noun, call)
        let keeps = try mayKeep(me, call, home)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let reviews = keeps ? try await plannable(in: tx) : []
            return ReviewEventsPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path,
                try await ListReviewEvents(limit: 200).perform(in: tx).events, reviews: reviews)
        }
    }

    /// Each review of each campaign.
    private static func plannable(in tx: borrowing TenantTransaction) async throws -> [Choice] {
        var options: [Choice] = []
        for campaign in try await ListCampaigns().perform(in: tx) {
            let record = try await ShowCampaign(code: campaign.code).perform(in: tx)
            for review in Campaign.Review.allCases where record.plan.reviewDate(review) != nil {
                options.append(
                    Choice(key: "\(review.rawValue):\(campaign.code)", name: "\(campaign.name) (\(review.vietnamese))"))
            }
        }
        return options
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> ReviewEventPage {
        let me = try await CouncilHome.officer(call)
        let path = try home.address(of: noun, call)
        let keeps = try mayKeep(me, call, home)
        let showing = ShowReviewEvent(try call.path("event"))
        let tenant = home == .unit ? try call.path("tenant", as: String.self) : nil
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let found = try await showing.perform(in: tx)
            let isOwn = found.isOfTheProvince == (home == .province)
            return ReviewEventPage(frame: Frame(me, call), list: path, in: tenant, found, isOwn: isOwn, mayKeep: isOwn && keeps)
        }
    }
}

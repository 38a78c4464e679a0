import Domain
import HTTPTypes
import Operations
import Web

/// The golden book with its money and letters, and what is published of it.
enum AwardRegisterRoutes {
    static let all: [Route] = [book, decide, letter, strikeLetter, published]

    private static let query = [
        QueryParameter(
            "review", .oneOf(Campaign.Review.self),
            "interim (sơ kết) or final (tổng kết); the latest whose day has come when absent, else the next.")
    ]

    private static let book = Route(
        .get, "/awards", name: "page.awards", asks: .action(.readProvince),
        summary: "The golden book, what a review's awards cost, letters; for Home Affairs the forms to record them.", query: query
    ) { call in
        .html(Templates.shared.render(try await page(call, try call.queryChoice("review"))))
    }.exporting(in: { call in try CouncilHome.province.entry(call) }) { _ in ListAwards() }

    private static let decide = keeping("/awards/decisions", "page.awards.record", "Records a signed decision.") { call in
        let form = call.form
        let date = try FormDay.needed(form["date"], "$.signedOn", "nhập ngày ký trên quyết định")
        return { (tx: borrowing TenantTransaction) in
            let decided = try await ListNames(isDecided: true, limit: 1_000).perform(in: tx).names.map(\.dossier.id)
            let given = decided.filter { form["d-\($0)"] == "yes" }.map { id in
                RecordDecision.Given(dossier: id, name: form["n-\(id)"], post: form["p-\(id)"])
            }
            _ = try await RecordDecision(
                number: form["number"], signedOn: date, signer: form["signer"], awards: given, nameReason: form["nameReason"]
            ).perform(in: tx, ids: call.ids)
        }
    }

    private static let letter = keeping("/awards/letters", "page.awards.letter", "Records a letter, or that it was declined.") { call in
        let form = call.form
        let date = try FormDay.needed(form["date"], "$.signedOn", "nhập ngày ký trên thư")
        guard let unit = SubUnit.ID(form["unit"]) else { throw Problem.notFound }
        let recording = RecordLetter(
            campaign: form["campaign"], review: Campaign.Review(rawValue: form["review"]) ?? .interim, unit: unit,
            isDeclined: form["declined"] == "yes", note: form["note"], signedOn: date, signer: form["signer"])
        return { (tx: borrowing TenantTransaction) in try await recording.perform(in: tx, ids: call.ids) }
    }

    private static let strikeLetter = keeping(
        "/awards/letters/strike", "page.awards.strike-letter", "Strikes a letter that was recorded by mistake."
    ) { call in
        let form = call.form
        guard let unit = SubUnit.ID(form["unit"]) else { throw Problem.notFound }
        let striking = StrikeLetter(
            campaign: form["campaign"], review: Campaign.Review(rawValue: form["review"]) ?? .interim, unit: unit, reason: form["reason"])
        return { (tx: borrowing TenantTransaction) in try await striking.perform(in: tx) }
    }

    private static let published = Route(
        .get, "/published-awards", name: "page.published-awards", asks: .reading(.catalogue),
        summary: "Name, post, unit and award of what was signed."
    ) { call in
        let me = try await CouncilHome.officer(call)
        return try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            let (awards, next) = try await ListPublishedAwards(limit: 200).perform(in: tx)
            return .html(Templates.shared.render(PublishedAwardsPage(frame: Frame(me, call), awards, more: next != nil)))
        }
    }.exporting { _ in ListPublishedAwards() }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ path: String, _ name: String, _ summary: String, _ read: @escaping @Sendable (Call) throws -> Act
    ) -> Route {
        Route(.post, path, name: name, asks: .action(.appraiseAward), summary: summary, takes: CouncilHome.form) { call in
            let review = Campaign.Review(rawValue: call.form["review"]) ?? .interim
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try CouncilHome.province.entry(call), try read(call))
                return .seeOther("/awards?review=\(review.rawValue)")
            } or: {
                try await page(call, review)
            }
        }
    }

    /// - Parameter review: nil: the one that is meant today.
    private static func page(_ call: Call, _ review: Campaign.Review?) async throws -> AwardsPage {
        let me = try await CouncilHome.officer(call)
        let mayRecord = me.actions.contains(.appraiseAward)
        return try await call.backend.entrance.read(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
            let campaigns = try await ListCampaigns().perform(in: tx)
            guard let campaign = try await ChosenCampaign.find(nil, among: campaigns, in: tx)?.code else { throw Problem.notFound }
            let plan = try await ShowCampaign(code: campaign).perform(in: tx).plan
            let review = review ?? plan.review(meantOn: me.officer.today)
            let (awards, next) = try await ListAwards(limit: 200).perform(in: tx)
            var beside = AwardsPage.Beside()
            do {
                beside.budget = try await ShowAwardBudget(campaign: campaign, review: review).perform(in: tx)
                beside.letters = try await ListLetters(campaign: campaign, review: review).perform(in: tx)
            } catch let problem as Problem where problem.code == "review-not-opened" {
                // Nothing of it is reckoned yet.
            }
            beside.praised = try await ListInitiativeLetters(limit: 200).perform(in: tx).letters
            if mayRecord {
                beside.decided = try await ListNames(isDecided: true, limit: 1_000).perform(in: tx).names
                beside.collectives = try await NameCollectives(beside.decided.map(\.dossier.id)).perform(in: tx)
            }
            return AwardsPage(
                frame: Frame(me, call), campaign: campaign, review: review, awards, more: next != nil, beside, mayRecord: mayRecord)
        }
    }
}

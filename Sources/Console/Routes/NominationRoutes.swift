import Domain
import HTTPTypes
import Operations
import Web

/// Nomination rounds and the slots of units.
enum NominationRoutes {
    static let all: [Route] = [show, open, lock]

    private static let show = Route(
        .get, "/nominations", name: "page.nominations", asks: .reading(.catalogue),
        summary: "How the nomination round stands, and the slots of each unit in sight.",
        query: [
            QueryParameter("campaign", .string, "Code of the campaign; the one that runs when absent."),
            QueryParameter("review", .oneOf(Campaign.Review.self), "interim (sơ kết) or final (tổng kết); the latest when absent."),
        ]
    ) { call in
        .html(Templates.shared.render(try await page(call, call.query("campaign"), try call.queryChoice("review"))))
    }

    private static let open = keeping("open", "Opens the round of a review.") { call, review in
        guard let opensOn = try FormDay.read(call.form["opensOn"], "$.opensOn"),
            let cutOff = try FormDay.read(call.form["cutOff"], "$.cutOff"),
            let day = try FormDay.read(call.form["date"], "$.guidanceOn")
        else { throw Problem.invalid("$.opensOn", "nhập đủ ngày mở đợt, hạn nhận hồ sơ, ngày văn bản hướng dẫn") }
        let opening = OpenNominationRound(
            campaign: call.form["campaign"], review: review, opensOn: opensOn, cutOff: cutOff, guidanceNumber: call.form["number"],
            guidanceOn: day)
        return { (tx: borrowing TenantTransaction) in _ = try await opening.perform(in: tx, ids: call.ids) }
    }

    private static let lock = keeping("lock", "Locks the list of a round.") { call, review in
        let locking = LockNominationRound(campaign: call.form["campaign"], review: review)
        return { (tx: borrowing TenantTransaction) in try await locking.perform(in: tx) }
    }

    // MARK: - Parts

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ verb: String, _ summary: String, _ read: @escaping @Sendable (Call, Campaign.Review) throws -> Act
    ) -> Route {
        Route(
            .post, "/nominations/\(verb)", name: "page.nominations.\(verb)", asks: .action(.appraiseAward), summary: summary, takes: .form
        ) { call in
            let review = Campaign.Review(rawValue: call.form["review"]) ?? .interim
            return try await Templates.shared.answering {
                let act = try read(call, review)
                var entry = try call.entry()
                entry.place = .province
                try await call.backend.entrance.write(entry, act)
                return .seeOther("/nominations?review=\(review.rawValue)")
            } or: {
                try await page(call, call.form["campaign"].isEmpty ? nil : call.form["campaign"], review)
            }
        }
    }

    private static func page(_ call: Call, _ campaign: String?, _ asked: Campaign.Review?) async throws -> NominationsPage {
        let (me, entry) = try await JudgementRoutes.seat(call)
        let place: Entry.Place = me.officer.may(.readProvince) ? .province : .home
        let frame = Frame(me, call)
        return try await call.backend.entrance.read(Entry(token: entry.token, place: place, deed: .reading(.catalogue))) {
            (tx: borrowing TenantTransaction) in
            let all = try await ListNominationRounds().perform(in: tx)
            let campaigns = try await ListCampaigns().perform(in: tx)
            let running = try await campaign == nil ? ChosenCampaign.find(nil, among: campaigns, in: tx)?.code : nil
            guard let current = campaign ?? running else { throw Problem.notFound }
            let review = asked ?? all.rounds.first { $0.campaign == current }?.kind ?? .interim
            return NominationsPage(
                frame: frame, campaign: current, review: review, try await opened(current, review, in: tx), all: all, me: me)
        }
    }

    /// Nil while it is not opened.
    private static func opened(
        _ campaign: String, _ review: Campaign.Review, in tx: borrowing TenantTransaction
    ) async throws -> ShowNominationRound.Answer? {
        do {
            return try await ShowNominationRound(campaign: campaign, review: review).perform(in: tx)
        } catch let problem as Problem where ["review-not-opened", "round-not-opened"].contains(problem.code) {
            return nil
        }
    }
}

import Domain
import HTTPTypes
import Operations
import Web

/// Reconciliation and freeze: the Office's page and each unit's.
enum ReviewRoutes {
    static let all: [Route] = [province, open, answer, freeze, correct, unit, confirm, dispute]

    private static let query = [
        QueryParameter(
            "campaign", .string, "Code of the campaign; when absent the one that runs and has items there, else the one launched last."),
        QueryParameter("review", .oneOf(Campaign.Review.self), "interim (sơ kết) or final (tổng kết); the latest that is due when absent."),
        QueryParameter("verify", .integer, "A frozen version that is computed anew: whether its hashes and verdicts agree."),
    ]

    private static let province = Route(
        .get, "/review", name: "page.review", asks: .action(.readProvince),
        summary: "Who has answered, what is open, the freeze, the versions and what each changed.", query: query
    ) { call in
        let asked = try call.queryChoice("review", Campaign.Review.self)
        return .html(Templates.shared.render(try await provincePage(call, asked, verifying: try verified(call))))
    }

    private static let open = keeping("/review/open", "page.review.open", "Opens the reconciliation.") { call, review in
        let opening = OpenReview(campaign: call.form["campaign"], review: review)
        return { (tx: borrowing TenantTransaction) in try await opening.perform(in: tx, ids: call.ids) }
    }

    private static let answer = keeping("/review/disputes/{dispute}/answer", "page.review.answer", "Answers a disputed line.") { call, _ in
        guard let outcome = ReviewDispute.Answer.Outcome(rawValue: call.form["outcome"]) else {
            throw Problem.invalid("$.outcome", "chọn kết luận")
        }
        let answering = AnswerReviewDispute(
            try call.path("dispute"), outcome, words: call.form["words"], documentNumber: call.form["number"])
        return { (tx: borrowing TenantTransaction) in try await answering.perform(in: tx) }
    }

    private static let freeze = keeping("/review/freeze", "page.review.freeze", "Freezes the figures of all units.") { call, review in
        let freezing = FreezeReview(campaign: call.form["campaign"], review: review)
        return { (tx: borrowing TenantTransaction) in _ = try await freezing.perform(in: tx) }
    }

    private static let correct = Route(
        .post, correctPath, name: "page.review.correct", asks: .action(.keepReview),
        summary: "Makes a new version by a minute; tried, it only says which verdicts would change.", takes: .form
    ) { call in
        let review = Campaign.Review(rawValue: call.form["review"]) ?? .interim
        return try await Templates.shared.answering {
            let day = try FormDay.needed(call.form["date"], "$.minuteOn", "nhập ngày trên biên bản")
            let minute = ReviewSnapshot.Minute(number: call.form["number"], on: day, reason: call.form["reason"])
            let (mark, isTried) = (call.form.mark(), call.form["act"] == "try")
            let correcting = FreezeReview(
                campaign: call.form["campaign"], review: review, minute: minute,
                isDryRun: isTried || call.form[FormBody.looked] != mark)
            let answer = try await call.backend.entrance.write(try provinceEntry(call)) { (tx: borrowing TenantTransaction) in
                try await correcting.perform(in: tx)
            }
            guard correcting.isDryRun else { return .seeOther("/review?\(address(call, review))") }
            var page = try await provincePage(call, review)
            page.preview = ProvinceReviewPage.Preview(answer, looked: mark)
            // What was tried can be made as it stands, and nothing else.
            guard isTried else {
                page.fault = FormFault(.changedSincePreview)
                return Templates.shared.answer(page, to: .changedSincePreview)
            }
            return .html(SentForm(correctPath, call.form).kept(in: Templates.shared.render(page)))
        } or: {
            try await provincePage(call, review)
        }
    }

    private static let correctPath = "/review/correct"

    private static let unit = Route(
        .get, "/units/{tenant}/review", name: "page.unit-review", asks: .reading(.item),
        summary: "The lines of a unit's ledger, to be confirmed or disputed.",
        query: query + [QueryParameter("cursor", .string, "Where the page of lines before ended.")]
    ) { call in
        let asked = try call.queryChoice("review", Campaign.Review.self)
        return .html(Templates.shared.render(try await unitPage(call, asked, verifying: try verified(call))))
    }

    private static let confirm = answering("confirm", "page.unit-review.confirm", "The unit says that its ledger is right.") {
        call, review in
        let confirming = ConfirmReview(campaign: call.form["campaign"], review: review, note: call.form["note"])
        return { (tx: borrowing TenantTransaction) in try await confirming.perform(in: tx) }
    }

    private static let dispute = answering("disputes", "page.unit-review.dispute", "The unit disputes one line.") { call, review in
        guard let item = WorkItem.ID(call.form["item"]) else { throw Problem.notFound }
        let day = try FormDay.needed(call.form["date"], "$.documentOn", "nhập ngày trên văn bản")
        let disputing = DisputeReviewItem(
            campaign: call.form["campaign"], review: review, item: item, wrong: call.form["wrong"], documentNumber: call.form["number"],
            documentOn: day)
        return { (tx: borrowing TenantTransaction) in _ = try await disputing.perform(in: tx, ids: call.ids) }
    }

    // MARK: - Forms

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ path: String, _ name: String, _ summary: String, _ read: @escaping @Sendable (Call, Campaign.Review) throws -> Act
    ) -> Route {
        Route(.post, path, name: name, asks: .action(.keepReview), summary: summary, takes: .form) { call in
            let review = Campaign.Review(rawValue: call.form["review"]) ?? .interim
            return try await Templates.shared.answering {
                let act = try read(call, review)
                try await call.backend.entrance.write(try provinceEntry(call), act)
                return .seeOther("/review?\(address(call, review))")
            } or: {
                try await provincePage(call, review)
            }
        }
    }

    private static func answering(
        _ verb: String, _ name: String, _ summary: String, _ read: @escaping @Sendable (Call, Campaign.Review) throws -> Act
    ) -> Route {
        Route(.post, "/units/{tenant}/review/\(verb)", name: name, asks: .action(.answerReview), summary: summary, takes: .form) { call in
            let review = Campaign.Review(rawValue: call.form["review"]) ?? .interim
            return try await Templates.shared.answering {
                let act = try read(call, review)
                try await call.backend.entrance.write(try call.entry(), act)
                let tenant: String = try call.path("tenant")
                return .seeOther("/units/\(tenant)/review?\(address(call, review))")
            } or: {
                try await unitPage(call, review)
            }
        }
    }

    /// Where the page is from which a form came.
    private static func address(_ call: Call, _ review: Campaign.Review) -> String {
        (ChosenCampaign.named(call).map { "campaign=\($0)&" } ?? "") + "review=\(review.rawValue)"
    }

    // MARK: - Pages

    private static func verified(_ call: Call) throws(Problem) -> Int? {
        try call.query("verify", "phải là số phiên bản, từ 1 trở lên") { Int($0).flatMap { $0 > 0 ? $0 : nil } }
    }

    private static func provinceEntry(_ call: Call) throws -> Entry {
        var entry = try call.entry()
        entry.place = .province
        return entry
    }

    private static func provincePage(
        _ call: Call, _ asked: Campaign.Review?, verifying version: Int? = nil
    ) async throws -> ProvinceReviewPage {
        let me = try await officer(call)
        return try await call.backend.entrance.read(try provinceEntry(call)) { (tx: borrowing TenantTransaction) in
            let campaigns = try await ListCampaigns().perform(in: tx)
            let (campaign, review) = try await shown(call, asked, among: campaigns, on: me.officer.today, in: tx)
            let answer = try await opened(campaign, review, in: tx)
            return ProvinceReviewPage(
                frame: Frame(me, call), campaign: campaign, review: review, answer, versions: try await versions(answer, in: tx),
                mayKeep: me.actions.contains(.keepReview), verified: try await verified(campaign, review, version, in: tx),
                among: campaigns)
        }
    }

    /// The list of a unit's lines, on its page and where a faulty form comes back.
    private static let lines = "review.lines"

    private static func unitPage(
        _ call: Call, _ asked: Campaign.Review?, verifying version: Int? = nil
    ) async throws -> UnitReviewPage {
        let me = try await officer(call)
        return try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            let tenant = try await ShowTenant().perform(in: tx)
            let campaigns = try await ListCampaigns().perform(in: tx)
            let (campaign, review) = try await shown(call, asked, among: campaigns, on: me.officer.today, in: tx)
            let answer = try await opened(campaign, review, in: tx)
            let isWhole = Policy.of(me.officer.role).reach == .tenant || me.officer.unit.uuid == me.officer.home.uuid
            let isPart = me.tenant.id == tenant.id && !isWhole && !me.officer.may(.readProvince)
            let filter = LedgerFilter(
                unit: isPart ? nil : SubUnit.ID(tenant.id.uuid), campaign: campaign, role: .lead, origin: isPart ? .any : .province)
            // What is agreed to is how each line stood on the day of the review, by all that is recorded.
            let heldOn = answer.map { min($0.review.heldOn, me.officer.today) }
            let listing = ListItems(
                filter: filter, moment: LedgerMoment(asOf: heldOn, knownOn: nil), after: try Cursor.ledger(call, of: lines), limit: 200)
            let items = try await listing.perform(in: tx)
            return UnitReviewPage(
                frame: Frame(me, call), tenant: tenant, campaign: campaign, review: review, answer,
                versions: try await versions(answer, in: tx), items: items,
                next: items.next.map { next in
                    "/units/\(tenant.slug)/review?campaign=\(campaign)&review=\(review.rawValue)&cursor=\(Cursor.text(of: lines, next))"
                },
                mayAnswer: me.actions.contains(.answerReview) && me.tenant.id == tenant.id,
                isOwn: me.tenant.id == tenant.id && Policy.of(me.officer.role).reach == .tenant, isPart: isPart,
                verified: try await verified(campaign, review, version, in: tx), among: campaigns)
        }
    }

    private static func officer(_ call: Call) async throws -> WhoAmI.Answer {
        try await call.backend.entrance.read(Entry(token: try call.entry().token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
    }

    /// Of the campaign that is named, else of the one that runs. Without being told, the latest review that is due, else the next.
    private static func shown(
        _ call: Call, _ asked: Campaign.Review?, among campaigns: [CampaignSummary], on today: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> (campaign: String, review: Campaign.Review) {
        guard let current = try await ChosenCampaign.find(ChosenCampaign.named(call), among: campaigns, in: tx) else {
            throw Problem.notFound
        }
        if let asked { return (current.code, asked) }
        let record = try await ShowCampaign(code: current.code).perform(in: tx)
        return (current.code, record.plan.review(meantOn: today))
    }

    /// Nil while it is not opened.
    private static func opened(
        _ campaign: String, _ review: Campaign.Review, in tx: borrowing TenantTransaction
    ) async throws -> ShowReview.Answer? {
        do {
            return try await ShowReview(campaign: campaign, review: review).perform(in: tx)
        } catch let problem as Problem where problem.code == "review-not-opened" {
            return nil
        }
    }

    /// What came of computing a version anew; nil where that was not asked for.
    private static func verified(
        _ campaign: String, _ review: Campaign.Review, _ version: Int?, in tx: borrowing TenantTransaction
    ) async throws -> SnapshotVerification? {
        guard let version else { return nil }
        return try await VerifySnapshot(ShowSnapshot(campaign: campaign, review: review, version: version)).perform(in: tx)
    }

    private static func versions(
        _ answer: ShowReview.Answer?, in tx: borrowing TenantTransaction
    ) async throws -> [FreezeReview.Answer] {
        guard let answer else { return [] }
        var found: [FreezeReview.Answer] = []
        for snapshot in answer.snapshots {
            let showing = ShowSnapshot(campaign: answer.review.code, review: answer.review.kind, version: snapshot.version)
            found.append(try await showing.perform(in: tx))
        }
        return found
    }
}

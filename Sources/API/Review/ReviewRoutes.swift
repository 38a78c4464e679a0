import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The reconciliation of a review: opened by the Office, confirmed or disputed line by line by each unit, answered by the Office.
enum ReviewRoutes {
    static let all: [Route] =
        LedgerPlace.both(show) + [open, confirm, dispute] + LedgerPlace.both(disputes) + LedgerPlace.both(answer) + SnapshotRoutes.all

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("review"), name: place.name("reviews.show"), asks: .reading(.item),
            summary: "Who has answered, what is open, how long there is, which versions are frozen.", query: ReviewBody.query,
            answers: .json(ReviewSchemas.review)
        ) { call in
            let (campaign, review) = try ReviewBody.named(call)
            return try await call.read { (tx: borrowing TenantTransaction) in try await shown(campaign, review, in: tx) }
        }.exporting { call in
            let (campaign, review) = try ReviewBody.named(call)
            return ShowReview(campaign: campaign, review: review)
        }
    }

    private static let open = Route(
        .post, LedgerPlace.province.path("reviews"), name: LedgerPlace.province.name("reviews.open"), asks: .action(.keepReview),
        summary: "Opens the reconciliation, on the day of the review or later.", takes: .json(.object(ReviewBody.members)),
        answers: .json(ReviewSchemas.review), status: .created
    ) { call in
        let (campaign, review) = try call.json { (body: inout JSONObjectReader) in ReviewBody.read(&body) }
        return try await change(call, campaign, review) { (tx: borrowing TenantTransaction) in
            try await OpenReview(campaign: campaign, review: review).perform(in: tx, ids: call.ids)
        }
    }

    private static let confirm = Route(
        .post, LedgerPlace.tenant.path("review-confirmations"), name: "reviews.confirm", asks: .action(.answerReview),
        summary: "The unit says that its ledger is right.",
        takes: .json(.object(ReviewBody.members + [.init("note", .text, required: false)])), answers: .json(ReviewSchemas.review),
        status: .created
    ) { call in
        let confirming = try call.json { body in
            let named = ReviewBody.read(&body)
            let note = body.optional("note", default: "") { $0.line(atMost: 4_000) }
            guard let named, let note else { return ConfirmReview?.none }
            return ConfirmReview(campaign: named.campaign, review: named.review, note: note)
        }
        return try await change(call, confirming.campaign, confirming.review) { (tx: borrowing TenantTransaction) in
            try await confirming.perform(in: tx)
        }
    }

    private static let dispute = Route(
        .post, LedgerPlace.tenant.path("review-disputes"), name: "reviews.dispute", asks: .action(.answerReview),
        summary: "The unit disputes one line of its ledger, by a paper.",
        takes: .json(
            .object(
                ReviewBody.members + [
                    .init("item", .uuid), .init("wrong", .text, "What is wrong with it."), .init("documentNumber", .string),
                    .init("documentOn", .date),
                ])), answers: .json(ReviewSchemas.dispute), status: .created
    ) { call in
        let disputing = try call.json { body in
            let named = ReviewBody.read(&body)
            let item = body.required("item")?.id(WorkItem.ID.self)
            let wrong = body.required("wrong")?.text(atMost: 4_000)
            let number = body.required("documentNumber")?.text(atMost: 100)
            let day = body.required("documentOn")?.day()
            guard let named, let item, let wrong, let number, let day else { return DisputeReviewItem?.none }
            return DisputeReviewItem(
                campaign: named.campaign, review: named.review, item: item, wrong: wrong, documentNumber: number, documentOn: day)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await disputing.perform(in: tx, ids: call.ids)
        } show: { (id: ReviewDispute.ID, tx: borrowing TenantTransaction) in
            try await disputeShown(id, in: tx)
        }
    }

    private static func disputes(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("review-disputes"), name: place.name("reviews.disputes"), asks: .reading(.item),
            summary: "Disputed lines, in the order in which they came.", query: ReviewBody.query + QueryParameter.page,
            answers: .json(.page(of: ReviewSchemas.dispute))
        ) { call in
            let (campaign, review) = try ReviewBody.named(call)
            let listing = ListDisputes(campaign: campaign, review: review, after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (disputes, next) = try await listing.perform(in: tx)
                return .json(.page(disputes.map(ReviewJSON.dispute), next: next, of: call))
            }
        }.exporting { call in
            let (campaign, review) = try ReviewBody.named(call)
            return ListDisputes(campaign: campaign, review: review)
        }
    }

    private static func answer(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("review-disputes/{dispute}/answer"), name: place.name("reviews.answer"), asks: .action(.keepReview),
            summary: "The Office answers a disputed line, once.",
            takes: .json(
                .object([
                    .init("outcome", .oneOf(ReviewDispute.Answer.Outcome.self)), .init("words", .text, "Why, or what was mended."),
                    .init("documentNumber", .string, required: false),
                ])), answers: .json(ReviewSchemas.dispute), status: .created
        ) { call in
            let id: ReviewDispute.ID = try call.path("dispute")
            let answering = try call.json { body in
                let outcome = body.required("outcome")?.oneOf(ReviewDispute.Answer.Outcome.self)
                let words = body.required("words")?.text(atMost: 4_000)
                let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
                guard let outcome, let words, let number else { return AnswerReviewDispute?.none }
                return AnswerReviewDispute(id, outcome, words: words, documentNumber: number)
            }
            return try await call.change { (tx: borrowing TenantTransaction) in
                try await answering.perform(in: tx)
                return id
            } show: { (id: ReviewDispute.ID, tx: borrowing TenantTransaction) in
                try await disputeShown(id, in: tx)
            }
        }
    }

    // MARK: - Answers

    private static func change(
        _ call: Call, _ campaign: String, _ review: Campaign.Review, _ act: (borrowing TenantTransaction) async throws -> Void
    ) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return "\(campaign)/\(review.rawValue)"
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(campaign, review, in: tx)
        }
    }

    private static func disputeShown(_ id: ReviewDispute.ID, in tx: borrowing TenantTransaction) async throws -> Reply {
        return .json(ReviewJSON.dispute(try await ShowDispute(id).perform(in: tx)))
    }

    private static func shown(_ campaign: String, _ review: Campaign.Review, in tx: borrowing TenantTransaction) async throws -> Reply {
        .json(ReviewJSON.answer(try await ShowReview(campaign: campaign, review: review).perform(in: tx)))
    }
}

extension ReviewJSON {
    /// Everything of a review that the officer sees.
    static func answer(_ answer: ShowReview.Answer) -> JSONValue {
        guard case .object(var members) = review(answer.review) else { return .null }
        members.append("clock", .string(answer.clock))
        members.append("warnings", CalendarJSON.value(answer.warnings))
        members.append("units", .array(answer.units.map { unit($0, in: answer.review, on: answer.today) }))
        members.append("disputes", .array(answer.disputes.map(dispute)))
        members.append("openResults", .array(answer.openResults.map(result)))
        members.append("openResultCount", .integer(answer.openResultCount))
        members.append("snapshots", .array(answer.snapshots.map(snapshot)))
        return .object(members)
    }
}

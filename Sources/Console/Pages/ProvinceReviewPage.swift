import Domain
import Operations

/// The reconciliation of a review as the province sees it: who has answered, what is open, the freeze, the versions and what each changed.
struct ProvinceReviewPage: FormPage {
    static let template = "province-review"
    let frame: Frame
    let review: String
    let kind: String
    let campaign: String
    let mayKeep: Bool
    /// Empty while it is not opened.
    let standing: [Standing]
    let isClosed: Bool
    let choice: ReviewChoice
    var fault: FormFault?
    /// What a correction would change, once it was tried.
    var preview: Preview?

    struct Preview: Sendable {
        let summary: String
        let changes: [ReviewVersion.Change]
        /// The form as it was tried.
        let looked: String

        init(_ answer: FreezeReview.Answer, looked: String) {
            self.looked = looked
            let (count, left) = (answer.changes.count(where: \.isOfVerdict), answer.snapshot.left)
            let others = answer.changes.count - count
            summary =
                (count == 0 ? "không đơn vị nào thay đổi kết quả xét" : "\(count) đơn vị, bộ phận thay đổi kết quả xét")
                + (others == 0 ? "" : "; \(others) đơn vị, bộ phận chỉ thay đổi số liệu, lý do")
                + "; còn để ngỏ \(left.disputes) kiến nghị, \(left.results) kết quả và số liệu"
            changes = answer.changes.map(ReviewVersion.Change.init)
        }
    }

    struct Standing: Sendable {
        let heldOn: String
        let clock: String
        let warnings: [String]
        let kind: String
        let code: String
        let units: [Unit]
        let disputed: [Dispute]
        let hasNoDisputes: Bool
        let results: [Result]
        /// How many wait, also where the table has not all.
        let resultWords: String
        let hasNoResults: Bool
        let versions: [ReviewVersion]
        let hasNoVersions: Bool
        /// Papers, once the figures are frozen.
        let report: String?
        let sheet: String?
        let annex: String
        let mayFreeze: Bool
        let mayCorrect: Bool
        let formToken: String
    }

    struct Unit: Sendable {
        let name: String
        let link: String
        let answer: String
        let confirmedOn: String
        let disputes: Int
        let open: Int
    }

    struct Dispute: Sendable {
        let id: String
        let unit: String
        let code: String
        let link: String
        let title: String
        let wrong: String
        let paper: String
        let answer: String
        let mayAnswer: Bool
        let kind: String
        let formToken: String
    }

    struct Result: Sendable {
        let unit: String
        let code: String
        let link: String
        let title: String
        let what: String
        let evidenceOn: String
        let sentOn: String
    }

    /// - Parameters:
    ///   - answer: nil while it is not opened.
    ///   - verified: what came of computing one of the versions anew.
    ///   - campaigns: all of them, of which another one may be chosen.
    init(
        frame: Frame, campaign: String, review: Campaign.Review, _ answer: ShowReview.Answer?, versions: [FreezeReview.Answer],
        mayKeep: Bool, verified: SnapshotVerification? = nil, among campaigns: [CampaignSummary] = []
    ) {
        self.frame = frame.offering(answer, at: "/api/v1/province")
        self.review = review.vietnamese
        kind = review.rawValue
        self.campaign = campaign
        self.mayKeep = mayKeep
        standing = answer.map { [Standing($0, versions, mayKeep: mayKeep, verified, formToken: frame.formToken)] } ?? []
        isClosed = answer == nil
        choice = ReviewChoice(at: "/review", campaign, review, among: campaigns)
    }
}

extension ProvinceReviewPage.Standing {
    fileprivate init(
        _ answer: ShowReview.Answer, _ versions: [FreezeReview.Answer], mayKeep: Bool, _ verified: SnapshotVerification?, formToken: String
    ) {
        let (review, kind) = (answer.review, answer.review.kind.rawValue)
        let named = "campaign=\(review.code)&review=\(kind)"
        heldOn = review.heldOn.vietnamese
        clock = answer.clock
        warnings = answer.warnings.map(\.vietnamese)
        self.kind = kind
        code = review.code
        self.formToken = formToken
        units = answer.units.map { unit in
            ProvinceReviewPage.Unit(
                name: unit.name, link: "/units/\(unit.slug)/review?\(named)",
                answer: unit.answer(in: review, on: answer.today).vietnamese, confirmedOn: unit.confirmedOn?.vietnamese ?? "",
                disputes: unit.disputes, open: unit.openDisputes)
        }
        disputed = answer.disputes.map { dispute in
            ProvinceReviewPage.Dispute(
                id: dispute.id.description, unit: dispute.unitName, code: dispute.code,
                link: "/units/\(dispute.tenant)/items/\(dispute.item)", title: dispute.title, wrong: dispute.wrong,
                paper: "số \(dispute.documentNumber) ngày \(dispute.documentOn.vietnamese)",
                answer: dispute.answer.map { "\($0.outcome.vietnamese): \($0.words)" } ?? "", mayAnswer: mayKeep && dispute.answer == nil,
                kind: kind, formToken: formToken)
        }
        hasNoDisputes = disputed.isEmpty
        results = answer.openResults.map { result in
            ProvinceReviewPage.Result(
                unit: result.unitName, code: result.code, link: "/units/\(result.tenant)/items/\(result.item)",
                title: result.title, what: result.kind.vietnamese, evidenceOn: result.evidenceOn.vietnamese,
                sentOn: result.sentOn.vietnamese)
        }
        resultWords = answer.openResultWords
        hasNoResults = results.isEmpty
        self.versions = versions.map { ReviewVersion($0, at: "/review?\(named)", verified: verified) }
        hasNoVersions = versions.isEmpty
        report = versions.isEmpty ? nil : "/review/report?\(named)"
        sheet = versions.isEmpty ? nil : "/review/sheet?\(named)"
        annex = "/assignment-annex?campaign=\(code)"
        mayFreeze = mayKeep && versions.isEmpty
        mayCorrect = mayKeep && !versions.isEmpty
    }
}

extension Frame {
    /// The answers of the units and what they dispute as files, once the review is opened.
    func offering(_ answer: ShowReview.Answer?, at place: String) -> Frame {
        guard let review = answer?.review else { return self }
        let named = "campaign=\(review.code)&review=\(review.kind.rawValue)"
        return offering("trả lời của các đơn vị", at: "\(place)/review", named)
            .offering("kiến nghị khi đối chiếu", at: "\(place)/review-disputes", named)
    }
}

import Domain
import Operations

/// The reconciliation of a review as a unit sees it: its lines, each to be disputed, or all of them to be confirmed.
struct UnitReviewPage: FormPage {
    static let template = "unit-review"
    let frame: Frame
    let review: String
    let unit: String
    let campaign: String
    /// Where its reviews are held.
    let events: String
    /// Empty while it is not opened.
    let standing: [Standing]
    let isClosed: Bool
    let choice: ReviewChoice
    var fault: FormFault?

    struct Standing: Sendable {
        let heldOn: String
        let clock: String
        let warnings: [String]
        let answer: String
        let judgement: String
        let path: String
        let code: String
        let kind: String
        let mayConfirm: Bool
        let lines: [Line]
        let hasNoLines: Bool
        /// The next page of lines; nil at the end.
        let next: String?
        let versions: [ReviewVersion]
        let hasNoVersions: Bool
        /// Papers, once the figures are frozen; the report in one's own unit.
        let report: String?
        let sheet: String?
        let formToken: String
    }

    struct Line: Sendable {
        let id: String
        let code: String
        let link: String
        let title: String
        let due: String
        /// Empty while it is not done.
        let completed: String
        let timeliness: String
        /// Step or figure of the latest report; empty where nothing was reported.
        let progress: String
        let state: String
        /// What was disputed, and the answer; empty where nothing was.
        let dispute: String
        let mayDispute: Bool
        let path: String
        let campaign: String
        let kind: String
        let formToken: String
    }

    /// - Parameters:
    ///   - answer: nil while it is not opened.
    ///   - isOwn: the unit is the officer's, and he sees all of it.
    ///   - isPart: it is his, and he sees a part of it: the lines are of that, and the unit answers for it.
    ///   - items: a page of what the province gave to the unit in this campaign, on the day of the review; of a part what is in its sight.
    ///   - next: where the next page is.
    ///   - verified: what came of computing one of the versions anew.
    ///   - campaigns: all of them, of which another one may be chosen.
    init(
        frame: Frame, tenant: Tenant, campaign: String, review: Campaign.Review, _ answer: ShowReview.Answer?,
        versions: [FreezeReview.Answer], items page: ListItems.Page, next: String? = nil, mayAnswer: Bool,
        isOwn: Bool, isPart: Bool = false, verified: SnapshotVerification? = nil, among campaigns: [CampaignSummary] = []
    ) {
        let place = "/api/v1/tenants/\(tenant.slug)"
        self.frame = frame.offering(answer, at: place).offering(linesOf: answer, at: place, isPart: isPart)
        self.review = review.vietnamese
        unit = tenant.fullName
        self.campaign = campaign
        events = "/units/\(tenant.slug)/review-events"
        isClosed = answer == nil
        let path = "/units/\(tenant.slug)/review"
        choice = ReviewChoice(at: path, campaign, review, among: campaigns)
        guard let answer else {
            standing = []
            return
        }
        let named = "campaign=\(campaign)&review=\(review.rawValue)"
        let disputes = Dictionary(answer.disputes.map { ($0.item, $0) }) { first, _ in first }
        let isOpen = mayAnswer && answer.review.isSettling(on: answer.today) && answer.snapshots.isEmpty
        let own = answer.units.first
        standing = [
            Standing(
                heldOn: answer.review.heldOn.vietnamese, clock: answer.clock, warnings: answer.warnings.map(\.vietnamese),
                answer: own?.answer(in: answer.review, on: answer.today).vietnamese
                    ?? (isPart ? "do \(tenant.nameInSentence) gửi, chung cho cả đơn vị" : "không thuộc diện xét của kỳ này"),
                judgement: "/units/\(tenant.slug)/judgement?\(named)", path: path, code: campaign, kind: review.rawValue,
                mayConfirm: isOpen && own != nil && own?.confirmedOn == nil,
                lines: page.entries.map { entry in
                    let item = entry.item
                    let dispute = disputes[item.id]
                    return Line(
                        id: item.id.description, code: item.code, link: "/units/\(tenant.slug)/items/\(item.id)",
                        title: item.terms.title, due: entry.due ?? "chưa có thời hạn",
                        completed: entry.standing.completedOn?.vietnamese ?? "", timeliness: entry.standing.timelinessWords,
                        progress: entry.standing.lastReport == nil ? "" : entry.standing.progress,
                        state: entry.standing.state.vietnamese, dispute: dispute.map(Self.words) ?? "",
                        mayDispute: isOpen && !isPart && dispute == nil, path: path, campaign: campaign, kind: review.rawValue,
                        formToken: frame.formToken)
                }, hasNoLines: page.entries.isEmpty, next: next,
                versions: versions.map { ReviewVersion($0, at: "\(path)?\(named)", verified: verified) },
                hasNoVersions: versions.isEmpty,
                report: versions.isEmpty || !isOwn ? nil : "\(path)/report?\(named)",
                sheet: versions.isEmpty ? nil : "\(path)/sheet?\(named)", formToken: frame.formToken)
        ]
    }

    private static func words(_ dispute: ReviewDispute) -> String {
        let said = "\(dispute.wrong) (văn bản số \(dispute.documentNumber) ngày \(dispute.documentOn.vietnamese))"
        return said + "; " + (dispute.answer.map { "\($0.outcome.vietnamese): \($0.words)" } ?? "chờ Văn phòng UBND tỉnh trả lời")
    }
}

extension Frame {
    /// All lines that a unit agrees to, whatever page of them is shown: as they stood on the day of the review, by all that is recorded.
    fileprivate func offering(linesOf answer: ShowReview.Answer?, at place: String, isPart: Bool) -> Frame {
        guard let answer else { return self }
        let day = min(answer.review.heldOn, answer.today)
        let query = "campaign=\(answer.review.code)&role=lead\(isPart ? "" : "&origin=province")&asOf=\(day)&knownOn=\(answer.today)"
        return offering("nhiệm vụ, chỉ tiêu được xét", at: "\(place)/items", query)
    }
}

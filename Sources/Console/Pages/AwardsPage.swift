import Domain
import Operations

/// The golden book of the province, its money and letters; for Home Affairs the forms to record a decision and a letter.
struct AwardsPage: FormPage {
    static let template = "awards"
    let frame: Frame
    let campaign: String
    let review: String
    let kind: String
    let awards: [Row]
    let hasNoAwards: Bool
    let more: Bool
    let budget: [Line]
    let total: String
    let letters: [Letter]
    let hasNoLetters: Bool
    /// The Chairman's letters to initiatives, which take their numbers of the same register.
    let praised: [Praised]
    /// Signed and not recorded yet: what a decision can give; empty for who does not record.
    let recording: [Recording]
    var fault: FormFault?

    struct Row: Sendable {
        let number: String
        let decision: String
        let signedOn: String
        let name: String
        let post: String
        let unit: String
        let form: String
        let reward: String
        let isUnconfirmed: Bool
        let consent: String
        /// What became of it, and where that is read.
        let standing: String
        let after: String
    }

    struct Line: Sendable {
        let stage: String
        let subject: String
        let count: String
        let amount: String
    }

    struct Letter: Sendable {
        let name: String
        let share: String
        let state: String
        /// What was struck before.
        let struck: [String]
        let mayRecord: Bool
        let mayStrike: Bool
        let unit: String
        let campaign: String
        let kind: String
        let formToken: String
    }

    struct Praised: Sendable {
        let number: String
        let title: String
        let link: String
        let unit: String
        let paper: String
    }

    struct Recording: Sendable {
        let formToken: String
        let dossiers: [Dossier]
    }

    struct Dossier: Sendable {
        let id: String
        let nominee: String
        let unit: String
        let printed: String
        /// Of a person: whether, and which, post is asked for.
        let posts: [Post]
    }

    struct Post: Sendable {
        let key: String
        let value: String
    }

    /// What the page shows beside the golden book; a review that is not opened has none of it.
    struct Beside: Sendable {
        var budget = AwardBudget(lines: [])
        var letters: [PraiseLetter] = []
        var praised: [InitiativeLetter] = []
        var decided: [ConfirmedName] = []
        /// What papers call the collectives among them.
        var collectives: [AwardDossier.ID: String] = [:]
    }

    init(
        frame: Frame, campaign: String, review: Campaign.Review, _ awards: [RecordedAward], more: Bool, _ beside: Beside, mayRecord: Bool
    ) {
        let named = "campaign=\(campaign)&review=\(review.rawValue)"
        let money = beside.budget.lines.isEmpty ? frame : frame.offering("kinh phí", at: "/api/v1/province/award-budget", named)
        let both = beside.letters.isEmpty ? money : money.offering("thư khen", at: "/api/v1/province/award-letters", named)
        self.frame = beside.praised.isEmpty ? both : both.offering("thư khen sáng kiến", at: "/api/v1/province/initiative-letters")
        self.campaign = campaign
        self.review = review.vietnamese
        kind = review.rawValue
        self.more = more
        self.awards = awards.map { award in
            Row(
                number: "\(award.number)/\(award.decision.signedOn.year)", decision: award.decision.number,
                signedOn: award.decision.signedOn.vietnamese, name: award.printedName, post: award.printedPost,
                unit: award.awardee.tenantName, form: award.form.vietnamese, reward: VietnameseNumber.text(award.reward),
                isUnconfirmed: !award.isNameConfirmed, consent: PublicityConsent.standing(award.subject, award.consents),
                standing: Self.standing(award.amended),
                after: "/award-dossiers/\(award.awardee.dossier)/aftermath")
        }
        hasNoAwards = awards.isEmpty
        budget = beside.budget.lines.map { line in
            Line(
                stage: line.stage.vietnamese, subject: line.subject.vietnamese, count: "\(line.count)",
                amount: VietnameseNumber.text(line.amount) + (line.unknown > 0 ? " (\(line.unknown) chưa tính được)" : ""))
        }
        total = VietnameseNumber.text(beside.budget.total)
        letters = beside.letters.map { letter in
            let waits = letter.isAwarded ? "chờ ký" : "chờ quyết định tặng Bằng khen"
            return Letter(
                name: letter.name, share: letter.share?.text ?? "", state: letter.answer?.vietnamese ?? waits,
                struck: letter.struck.map(\.vietnamese), mayRecord: mayRecord && letter.answer == nil && letter.isAwarded,
                mayStrike: mayRecord && letter.answer != nil, unit: letter.unit.description, campaign: campaign,
                kind: review.rawValue, formToken: frame.formToken)
        }
        hasNoLetters = letters.isEmpty
        praised = beside.praised.map { letter in
            Praised(
                number: "\(letter.number)/\(letter.day.year)", title: letter.title,
                link: "/units/\(letter.tenant)/initiatives/\(letter.initiative)", unit: letter.tenantName,
                paper: "\(letter.documentNumber) ngày \(letter.day.vietnamese), \(letter.signer)")
        }
        let dossiers = beside.decided.map { name in
            Dossier(
                id: name.dossier.id.description, nominee: name.dossier.nominee, unit: name.dossier.proposer,
                printed: name.printed?.name ?? beside.collectives[name.dossier.id] ?? "",
                posts: name.dossier.subject == .collective
                    ? [] : [Post(key: name.dossier.id.description, value: name.printed?.post ?? "")])
        }
        recording = mayRecord && !dossiers.isEmpty ? [Recording(formToken: frame.formToken, dossiers: dossiers)] : []
    }
}

extension AwardsPage {
    private static func standing(_ amended: RecordedAward.Amended?) -> String {
        guard let amended else { return "theo quyết định" }
        guard let name = amended.name else { return amended.vietnamese }
        let post = amended.post.flatMap { $0.isEmpty ? nil : $0 }
        return "\(amended.vietnamese): \([name, post].compactMap(\.self).joined(separator: ", "))"
    }
}

/// What is published of awards: name, post, unit, award, what became of it.
struct PublishedAwardsPage: Page {
    static let template = "published-awards"
    let frame: Frame
    let table: ListTable

    init(frame: Frame, _ awards: [PublishedAward], more: Bool) {
        self.frame = frame
        table = ListTable(
            "Bảng khen thưởng công bố", awards, nothing: "Chưa có khen thưởng nào được công bố.", isCut: more,
            [
                .text("Tên") { $0.shownName }, .text("Chức vụ") { $0.post }, .text("Đơn vị") { $0.unit },
                .text("Hình thức") { $0.form.vietnamese },
                .text("Quyết định") { "\($0.decision.number) ngày \($0.decision.signedOn.vietnamese)" },
                .text("Tình trạng") { $0.amended?.vietnamese ?? "" },
            ])
    }
}

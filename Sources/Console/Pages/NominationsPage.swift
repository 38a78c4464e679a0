import Domain
import Operations

/// Nomination rounds: how the round of a review stands, the slots of each unit in sight, and all rounds; for Home Affairs, to open and to lock one.
struct NominationsPage: FormPage {
    static let template = "nominations"
    let frame: Frame
    let campaign: String
    let review: String
    /// Empty while it is not opened.
    let standing: [Standing]
    let isClosed: Bool
    let rounds: [Round]
    let hasNoRounds: Bool
    /// Where Home Affairs opens one.
    let opening: [Opening]
    /// The list of dossiers that the officer works with, and the council that passes them.
    let dossiers: String
    /// Where initiatives for ad-hoc awards are: of the own unit, or of all.
    let initiatives: String
    let council: String
    var fault: FormFault?

    struct Standing: Sendable {
        let words: String
        let guidance: String
        /// Where it is as a paper, for who reads the province.
        let papers: [Link]
        let scope: String
        /// Empty: nothing.
        let warning: [String]
        let leaders: String
        let units: ListTable
        let locking: [Opening]
    }

    struct Link: Sendable {
        let path: String
    }

    struct Round: Sendable {
        let link: String
        let name: String
        let words: String
    }

    struct Opening: Sendable {
        let campaign: String
        let kind: String
        let formToken: String
    }

    /// - Parameter answer: nil while the round of the review is not opened.
    init(
        frame: Frame, campaign: String, review: Campaign.Review, _ answer: ShowNominationRound.Answer?, all: ListNominationRounds.Answer,
        me: WhoAmI.Answer
    ) {
        let mayKeep = me.officer.may(.appraiseAward)
        let form = Opening(campaign: campaign, kind: review.rawValue, formToken: frame.formToken)
        let place = me.officer.may(.readProvince) ? "province" : "tenants/\(me.tenant.slug)"
        let named = "campaign=\(campaign)&review=\(review.rawValue)"
        var shown = frame.offering("các đợt đề nghị", at: "/api/v1/nomination-rounds")
        if answer != nil { shown = shown.offering("suất của các đơn vị", at: "/api/v1/\(place)/nomination-round", named) }
        self.frame = shown
        self.campaign = campaign
        self.review = review.vietnamese
        let paper = Link(path: "/nominations/guidance?campaign=\(campaign)&review=\(review.rawValue)")
        let papers = me.officer.may(.readProvince) ? [paper] : []
        standing =
            answer.map { answer in
                let round = answer.round
                return [
                    Standing(
                        words: round.round.words(on: answer.today),
                        guidance: "số \(round.guidanceNumber) ngày \(round.guidanceOn.vietnamese)", papers: papers,
                        scope: answer.scope.vietnamese, warning: answer.scope.warning.map { [$0] } ?? [],
                        leaders: Self.leaders(answer.units),
                        units: Self.table(answer.units),
                        locking: mayKeep && round.round.lockedOn == nil ? [form] : [])
                ]
            } ?? []
        isClosed = answer == nil
        rounds = all.rounds.map { round in
            Round(
                link: "/nominations?campaign=\(round.campaign)&review=\(round.kind.rawValue)",
                name: "\(round.campaign), \(round.kind.vietnamese)", words: round.round.words(on: all.today))
        }
        hasNoRounds = rounds.isEmpty
        opening = mayKeep && answer == nil ? [form] : []
        let home = me.officer.may(.readProvince) ? "" : "/units/\(me.tenant.slug)"
        dossiers = "\(home)/award-dossiers"
        initiatives = "\(home)/initiatives"
        council = "\(home)/council"
    }

    private static func table(_ units: [NominationStanding]) -> ListTable {
        ListTable(
            "Bảng suất đề nghị của các đơn vị", units, nothing: "Không có đơn vị nào trong phạm vi được xem.",
            [
                .link("Đơn vị", to: { "/units/\($0.tenant)/award-dossiers" }) { $0.name }, .text("Kết quả xét") { $0.verdict.vietnamese },
                .number("Suất đề nghị") { "\($0.slots)" }, .number("Đã dùng") { "\($0.taken)" },
                .number("Trong đó lãnh đạo") { "\($0.leaders)" }, .number("Còn lại") { "\($0.free)" },
                .number("Hồ sơ đã trình") { "\($0.submitted)" },
            ])
    }

    /// The head may be one of those put forward; how many leaders they are is shown (A07).
    private static func leaders(_ units: [NominationStanding]) -> String {
        let (taken, leaders) = (units.reduce(0) { $0 + $1.taken }, units.reduce(0) { $0 + $1.leaders })
        return taken == 0 ? "" : "Cá nhân đã đề nghị là lãnh đạo: \(QuotedShare(leaders, of: taken).text)."
    }
}

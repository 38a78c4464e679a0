import Domain
import Operations

/// “Phương châm” of all units: how each stands and whose move it is.
struct MottosPage: Page {
    static let template = "mottos"
    let frame: Frame
    let campaign: String
    let review: String
    let asOf: String
    let choice: ReviewChoice
    let figures: [Figure]
    let rows: [MottoRow]
    let isEmpty: Bool

    init(frame: Frame, _ list: MottoList) {
        self.frame = frame
        campaign = list.campaign
        review = list.review.vietnamese
        asOf = list.asOf.vietnamese
        choice = ReviewChoice(at: "/mottos", list.campaign, list.review, asOf: list.asOf)
        rows = list.rows.map { MottoRow($0, in: list.review, of: list.campaign) }
        isEmpty = rows.isEmpty
        figures = MottoStanding.State.allCases.map { state in
            Figure(value: "\(list.rows.count { $0.standing.state == state })", label: state.vietnamese)
        }
    }
}

/// One unit in a table of mottos. How it stands is always a word; colour repeats it.
struct MottoRow: Sendable {
    let name: String
    let link: String
    let state: String
    let tone: String
    let move: String
    let decided: String

    /// - Parameter campaign: its code.
    init(_ row: MottoList.Row, in review: Campaign.Review, of campaign: String) {
        name = row.unit.name
        link =
            "/units/\(row.unit.slug)/motto?campaign=\(campaign)&review=\(review.rawValue)"
            + (row.unit.isFirstTier ? "" : "&unit=\(row.unit.code)")
        state = row.standing.state.vietnamese
        tone = Self.tone(row.standing.state)
        move = row.standing.moveWords
        decided = row.standing.decision.map { "số \($0.documentNumber) ngày \($0.happenedOn.vietnamese)" } ?? ""
    }

    static func tone(_ state: MottoStanding.State) -> String {
        switch state {
        case .accepted: "good"
        case .refused: "bad"
        case .open, .assessed, .commented, .reopened: "warn"
        }
    }
}

import Domain
import Operations

/// Units with something overdue: the letter to each, and the form by which a signed one is entered.
struct UrgingPage: FormPage {
    static let template = "urging"
    let frame: Frame
    let campaign: String
    let code: String
    let choice: CampaignChoice
    let asOf: String
    let units: [Unit]
    let hasNoUnits: Bool
    /// How many more are overdue and left out, as nothing is to be urged; empty where there are none.
    let apart: [String]
    /// Of all letters; empty where nothing is to be urged the first time.
    let letters: [String]
    /// The form of a letter to any unit, of who may enter one.
    let otherRecording: [OtherRecording]
    var fault: FormFault?

    struct Unit: Sendable {
        let name: String
        let link: String
        let overdue: Int
        let longest: Int
        let fresh: Int
        /// The unit's part of those.
        let waiting: [String]
        /// The letter that was signed last; nil where there was none.
        let last: String?
        /// Where something is ordered with it, for who may.
        let order: [String]
        let letter: String
        /// What is done now: a first letter, or one more.
        let letterName: String
        let items: [Item]
        /// The form of who may enter a letter.
        let recording: [Recording]
    }

    struct Item: Sendable {
        let code: String
        let link: String
        let title: String
        let source: String
        let due: String
        let days: Int
        let giver: String
        let urged: String
    }

    struct Recording: Sendable {
        let formToken: String
        let campaign: String
        let tenant: String
        /// Urges again.
        let again: String
        /// Of what the letter speaks that is made now; of one that was made before it is said otherwise.
        let codes: String
    }

    struct OtherRecording: Sendable {
        let formToken: String
        let campaign: String
        let units: [Choice]
    }

    init(frame: Frame, _ choice: CampaignChoice, _ answer: ListOverdue.Answer, mayRecord: Bool) {
        let code = answer.campaign.code
        campaign = answer.campaign.name
        self.code = code
        self.choice = choice
        asOf = answer.asOf.vietnamese
        let named = "campaign=\(code)"
        self.frame = frame.offering("danh sách quá hạn", at: "/api/v1/province/overdue", named)
        units = answer.units.map { unit in
            let isAgain = unit.fresh.isEmpty
            return Unit(
                name: unit.name, link: "/units/\(unit.slug)", overdue: unit.items.count, longest: unit.items.map(\.days).max() ?? 0,
                fresh: unit.fresh.count, waiting: answer.waiting[unit.tenant].map { ["\($0)"] } ?? [], last: unit.last?.vietnamese,
                order: mayRecord ? unit.last.map { ["/remedies?cause=\($0.id)"] } ?? [] : [],
                letter: "/urging/letter?\(named)&tenant=\(unit.slug)" + (isAgain ? "&again=true" : ""),
                letterName: isAgain ? "Tải công văn đôn đốc lại (.docx)" : "Tải công văn đôn đốc (.docx)",
                items: unit.items.map { item in
                    Item(
                        code: item.code, link: "/units/\(unit.slug)/items/\(item.id)", title: item.title, source: item.source,
                        due: item.due, days: item.days, giver: item.giver, urged: item.urgedWords)
                },
                recording: mayRecord
                    ? [
                        Recording(
                            formToken: frame.formToken, campaign: code, tenant: unit.slug.text, again: isAgain ? "yes" : "no",
                            codes: unit.spoken(again: isAgain).map(\.code).joined(separator: "\n"))
                    ] : [])
        }
        otherRecording =
            mayRecord
            ? [
                OtherRecording(
                    formToken: frame.formToken, campaign: code,
                    units: answer.tenants.map { Choice(key: $0.slug.text, name: $0.fullName) })
            ] : []
        hasNoUnits = units.isEmpty
        let waiting = answer.waiting.values.reduce(0, +)
        apart = waiting == 0 ? [] : ["\(waiting)"]
        letters = units.contains { $0.fresh > 0 } ? ["/urging/letters?\(named)"] : []
    }
}

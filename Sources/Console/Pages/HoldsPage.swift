import Domain
import Operations

/// For whom no award is considered: a unit's own, or for Home Affairs all, with the forms to record and to end one.
struct HoldsPage: FormPage {
    static let template = "holds"
    let frame: Frame
    let unit: String
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    let mayRecord: Bool
    /// From which somebody can be held.
    let units: [Choice]
    /// A form for the people of the unit that was chosen, and one for its collectives.
    let choosing: [Choosing]
    var fault: FormFault?

    struct Row: Sendable {
        let name: String
        let unit: String
        let document: String
        let issuer: String
        let from: String
        let through: String
        let mayEnd: Bool
        let path: String
        let formToken: String
    }

    struct Choosing: Sendable {
        let kind: String
        let label: String
        let subjects: [Choice]
        let formToken: String
    }

    init(frame: Frame, unit: String, _ holds: [KeptHold], more: Bool, _ chosen: ChosenUnit?) {
        let mayRecord = chosen != nil
        units = chosen?.units ?? []
        choosing =
            chosen.map { chosen in
                [
                    Choosing(kind: "person", label: "Cá nhân của \(chosen.name)", subjects: chosen.people, formToken: frame.formToken),
                    Choosing(
                        kind: "unit", label: "Tập thể của \(chosen.name)", subjects: chosen.collectives, formToken: frame.formToken),
                ].filter { !$0.subjects.isEmpty }
            } ?? []
        self.frame = frame
        self.unit = unit
        self.more = more
        self.mayRecord = mayRecord
        rows = holds.map { hold in
            Row(
                name: hold.name, unit: hold.tenantName, document: hold.hold.document, issuer: hold.issuer, from: hold.hold.from.vietnamese,
                through: hold.hold.through.map { "\($0.vietnamese) (\(hold.endedDocument ?? ""))" } ?? "đang tạm dừng xét",
                mayEnd: mayRecord && hold.hold.through == nil, path: "/award-holds/\(hold.id)/end", formToken: frame.formToken)
        }
        hasNoRows = holds.isEmpty
    }
}

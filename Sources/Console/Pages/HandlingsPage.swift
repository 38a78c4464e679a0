import Domain
import Operations

/// What a unit did itself about late work, and the form to record it.
struct HandlingsPage: FormPage {
    static let template = "handlings"
    let frame: Frame
    let unit: String
    let path: String
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    let mayRecord: Bool
    /// Late work of the unit, and its people: what and on whom can be recorded. Of each at most 500: what is not among them is named by command.
    let items: [Choice]
    let people: [Choice]
    var fault: FormFault?

    struct Row: Sendable {
        let kind: String
        let item: String
        let who: String
        let paper: String
        let words: String
    }

    init(
        frame: Frame, unit: String, path: String, _ found: [Handling], more: Bool, mayRecord: Bool, items: [Choice],
        people: [Choice]
    ) {
        self.items = items
        self.people = people
        self.frame = frame
        self.unit = unit
        self.path = path
        self.more = more
        self.mayRecord = mayRecord
        rows = found.map { handling in
            Row(
                kind: handling.kind.vietnamese, item: handling.itemCode,
                who: [handling.personName, handling.unitName].compactMap(\.self).joined(separator: ", "),
                paper: "\(handling.documentNumber) ngày \(handling.documentOn.vietnamese)", words: handling.words)
        }
        hasNoRows = found.isEmpty
    }
}

import Documents
import Domain
import Operations

/// Events at which awards are handed over, and for who keeps the awards the form to plan one.
struct PresentationsPage: FormPage {
    static let template = "presentations"
    let frame: Frame
    let unit: String
    let path: String
    /// The golden book.
    let book: String
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    let mayPlan: Bool
    var fault: FormFault?

    struct Row: Sendable {
        let path: String
        let day: String
        let name: String
        let place: String
        let state: String
    }

    init(frame: Frame, unit: String, path: String, _ presentations: [Presentation], more: Bool, mayPlan: Bool) {
        self.frame = frame
        self.unit = unit
        self.path = path
        book = path.replacing("/presentations", with: path == "/presentations" ? "/awards" : "/own-awards")
        self.more = more
        self.mayPlan = mayPlan
        rows = presentations.map { presentation in
            let cells = PresentationJSON.row(presentation)
            return Row(
                path: "\(path)/\(presentation.id)", day: "\(cells[1]) \(cells[0])", name: cells[2], place: cells[3], state: cells[5])
        }
        hasNoRows = rows.isEmpty
    }
}

/// One event with who receives from whom, in their order; for who keeps the awards the forms to add one and to record who received.
struct PresentationPage: FormPage {
    static let template = "presentation"
    let frame: Frame
    let name: String
    let list: String
    let path: String
    let facts: [DossierPage.Fact]
    let rows: [Row]
    let hasNoRows: Bool
    /// Awards that wait to be handed over, while the order is open.
    let adding: [Adding]
    /// Empty where there is nothing to record.
    let completing: [Completing]
    /// Somebody received: the press can be told.
    let isHeld: Bool
    var fault: FormFault?

    struct Row: Sendable {
        let position: String
        let name: String
        let post: String
        let unit: String
        let receiver: String
        let presenter: String
        let state: String
        let after: String
    }

    struct Adding: Sendable {
        let formToken: String
        let dossiers: [Choice]
    }

    struct Completing: Sendable {
        let formToken: String
        let dossiers: [Choice]
    }

    /// - Parameter waiting: dossiers whose award waits to be handed over; nil for who keeps no order.
    init(frame: Frame, list: String, _ presentation: Presentation, waiting: [DossierRecord]?) {
        self.frame = frame
        name = presentation.name
        self.list = list
        path = "\(list)/\(presentation.id)"
        isHeld = presentation.completedOn != nil && presentation.awardees.contains { $0.state == .presented }
        facts = [
            ("Ngày", [presentation.startsAt, presentation.heldOn.vietnamese].filter { !$0.isEmpty }.joined(separator: ", ")),
            ("Địa điểm", presentation.place), ("Chủ trì", presentation.chair), ("Văn bản", presentation.documentNumber),
            ("Tình trạng", presentation.completedOn.map { "đã ghi kết quả ngày \($0.vietnamese)" } ?? "chưa ghi kết quả"),
        ].filter { !$0.1.isEmpty }.map { DossierPage.Fact(label: $0.0, value: $0.1) }
        rows = presentation.awardees.map { awardee in
            let cells = PresentationJSON.row(awardee)
            return Row(
                position: cells[0], name: cells[1], post: cells[2], unit: cells[3], receiver: cells[4], presenter: cells[5],
                state: cells[6],
                after: (presentation.giver == nil ? "" : "/units/\(awardee.tenant)") + "/award-dossiers/\(awardee.dossier)/aftermath")
        }
        hasNoRows = rows.isEmpty
        let isOpen = waiting != nil && presentation.completedOn == nil
        let listed = Set(presentation.awardees.map(\.dossier))
        let others = (waiting ?? []).filter { !listed.contains($0.dossier.id) }.map { record in
            Choice(key: record.dossier.id.description, name: "\(record.nomineeName) (\(record.proposerName))")
        }
        adding = isOpen && !others.isEmpty ? [Adding(formToken: frame.formToken, dossiers: others)] : []
        let receiving = presentation.awardees.map { Choice(key: $0.dossier.description, name: $0.printedName) }
        completing = isOpen && !receiving.isEmpty ? [Completing(formToken: frame.formToken, dossiers: receiving)] : []
    }
}

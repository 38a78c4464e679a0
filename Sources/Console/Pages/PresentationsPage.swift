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
    let table: ListTable
    let mayPlan: Bool
    var fault: FormFault?

    init(frame: Frame, unit: String, path: String, _ presentations: [Presentation], more: Bool, mayPlan: Bool) {
        self.frame = frame
        self.unit = unit
        self.path = path
        book = path.replacing("/presentations", with: path == "/presentations" ? "/awards" : "/own-awards")
        self.mayPlan = mayPlan
        let rows = presentations.map { (cells: PresentationJSON.row($0).map(\.text), id: $0.id) }
        table = ListTable(
            "Bảng lễ trao tặng", rows, nothing: "Chưa có lễ trao tặng nào.", isCut: more,
            [
                .short("Thời gian") { "\($0.cells[1]) \($0.cells[0])" }, .link("Lễ trao tặng", to: { "\(path)/\($0.id)" }) { $0.cells[2] },
                .text("Địa điểm") { $0.cells[3] }, .text("Tình trạng") { $0.cells[5] },
            ])
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
    let order: ListTable
    /// Awards that wait to be handed over, while the order is open.
    let adding: [Adding]
    /// Empty where there is nothing to record.
    let completing: [Completing]
    /// Somebody received: the press can be told.
    let isHeld: Bool
    var fault: FormFault?

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
        let home = presentation.giver == nil ? nil : "/units/"
        order = ListTable(
            "Bảng thứ tự trao tặng", presentation.awardees.map { (cells: PresentationJSON.row($0), awardee: $0) },
            nothing: "Chưa có ai trong danh sách.",
            [
                .number("Thứ tự") { $0.cells[0] },
                .link(
                    "Tên in trên bằng",
                    to: { row in (home.map { $0 + row.awardee.tenant.text } ?? "") + "/award-dossiers/\(row.awardee.dossier)/aftermath" }
                ) { $0.cells[1] },
                .text("Chức vụ") { $0.cells[2] }, .text("Đơn vị") { $0.cells[3] }, .text("Người nhận") { $0.cells[4] },
                .text("Người trao") { $0.cells[5] }, .text("Trạng thái") { $0.cells[6] },
            ])
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

import Domain
import Operations

/// What a unit did itself about late work, and the form to record it.
struct HandlingsPage: FormPage {
    static let template = "handlings"
    let frame: Frame
    let unit: String
    let path: String
    let table: ListTable
    let mayRecord: Bool
    /// Late work of the unit, and its people: what and on whom can be recorded. Of each at most 500: what is not among them is named by command.
    let items: [Choice]
    let people: [Choice]
    var fault: FormFault?

    init(
        frame: Frame, unit: String, path: String, _ found: [Handling], more: Bool, mayRecord: Bool, items: [Choice],
        people: [Choice]
    ) {
        self.items = items
        self.people = people
        self.frame = frame
        self.unit = unit
        self.path = path
        self.mayRecord = mayRecord
        table = ListTable(
            "Bảng xử lý việc chậm", found, nothing: "Chưa ghi việc xử lý nào.", isCut: more,
            [
                .text("Hình thức") { $0.kind.vietnamese }, .short("Nhiệm vụ") { $0.itemCode },
                .text("Đối tượng") { [$0.personName, $0.unitName].compactMap(\.self).joined(separator: ", ") },
                .text("Văn bản") { "\($0.documentNumber) ngày \($0.documentOn.vietnamese)" }, .text("Nội dung") { $0.words },
            ])
    }
}

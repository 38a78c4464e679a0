import Domain
import Operations

/// Criticism and reminders: a unit's own, or for Home Affairs and who signs all, with the form to propose one.
struct CriticismsPage: FormPage {
    static let template = "criticisms"
    let frame: Frame
    let unit: String
    let table: ListTable
    let mayPropose: Bool
    /// From which somebody can be criticised.
    let units: [Choice]
    /// A form for the collectives of the unit that was chosen, and one for its people.
    let proposing: [Proposing]
    /// What units did themselves about late work; in the province.
    let counts: ListTable
    let isWide: Bool
    var fault: FormFault?

    struct Proposing: Sendable {
        let of: String
        let subject: String
        let label: String
        let subjects: [Choice]
        let campaigns: [Choice]
        let items: [Choice]
        let hasNoItems: Bool
        /// Said where there are none.
        let nothing: String
        let formToken: String
    }

    /// - Parameters:
    ///   - path: of the list.
    ///   - chosen: for who may propose; nil for who may not.
    init(
        frame: Frame, unit: String, path: String, _ found: [KeptCriticism], more: Bool, counts: [Handling.Count] = [], isWide: Bool,
        _ chosen: ChosenUnit?, campaigns: [Choice] = []
    ) {
        mayPropose = chosen != nil
        units = chosen?.units ?? []
        proposing =
            chosen.map { chosen in
                [("unit", "Tập thể của", chosen.collectives), ("person", "Cá nhân của", chosen.people)].filter { !$0.2.isEmpty }.map {
                    subject, label, subjects in
                    let isPerson = subject == "person"
                    let items = isPerson ? chosen.lateOfPeople : chosen.late
                    return Proposing(
                        of: chosen.slug, subject: subject, label: "\(label) \(chosen.name)", subjects: subjects, campaigns: campaigns,
                        items: items, hasNoItems: items.isEmpty,
                        nothing: isPerson ? "Không có nhiệm vụ chậm nào giao cho cá nhân." : "Đơn vị không có nhiệm vụ chậm.",
                        formToken: frame.formToken)
                }
            } ?? []
        self.frame = frame
        self.unit = unit
        self.isWide = isWide
        self.counts = ListTable(
            "Bảng các đơn vị tự xử lý việc chậm", counts,
            [
                .text("Đơn vị") { $0.tenantName }, .text("Hình thức") { $0.kind.vietnamese }, .number("Số lần") { "\($0.times)" },
                .day("Lần gần nhất") { $0.lastOn },
            ])
        table = ListTable(
            "Bảng phê bình, nhắc nhở", found, nothing: "Không có đề xuất phê bình, nhắc nhở nào.", isCut: more,
            [
                .link("Hình thức", to: { "\(path)/\($0.id)" }) { $0.kind.vietnamese }, .text("Đối tượng") { $0.name },
                .text("Đơn vị") { $0.tenantName }, .number("Số nhiệm vụ chậm") { "\($0.items)" }, .day("Đề xuất ngày") { $0.proposedOn },
                .day("Giải trình đến hết ngày") { $0.explainBy }, .text("Trạng thái") { $0.state.vietnamese($0.kind) },
            ])
    }
}

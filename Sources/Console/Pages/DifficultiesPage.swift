import Domain
import Operations

/// Difficulties of a unit and those that it is asked to solve, with the form to raise one; for the province all.
struct DifficultiesPage: FormPage {
    static let template = "difficulties"
    let frame: Frame
    let unit: String
    let table: ListTable
    /// The form of who may raise one.
    let raising: [Raising]
    var fault: FormFault?

    struct Raising: Sendable {
        let path: String
        let formToken: String
        /// Id of the unit of the post.
        let unit: String
        let campaigns: [Choice]
        /// Code of the item from whose page one came; empty: from none.
        let hindered: String
    }

    /// - Parameters:
    ///   - path: of the list.
    ///   - campaigns: that one can be raised in, the first chosen.
    init(frame: Frame, unit: String, path: String, _ answer: ListDifficulties.Answer, campaigns: [Choice]) {
        self.frame = frame
        self.unit = unit
        table = Self.table(
            answer.difficulties, nothing: "Chưa có khó khăn, vướng mắc nào.", isCut: answer.next != nil, on: answer.today, under: path)
        raising =
            answer.raiser.map {
                [
                    Raising(
                        path: path, formToken: frame.formToken, unit: $0.description, campaigns: campaigns,
                        hindered: answer.hindered?.item.code ?? "")
                ]
            } ?? []
    }

    /// - Parameters:
    ///   - day: by which the clocks are read.
    ///   - path: of the list, under which the page of each is.
    static func table(
        _ difficulties: [Difficulty], nothing: String, isCut: Bool = false, isShort: Bool = false, on day: CivilDate, under path: String
    ) -> ListTable {
        var columns: [ListTable.Column<Difficulty>] = [
            .link("Khó khăn, vướng mắc", to: { "\(path)/\($0.id)" }) { $0.title }, .text("Đơn vị nêu") { $0.placeName },
            .day("Nêu ngày") { $0.raisedOn }, .text("Trạng thái") { $0.state.vietnamese },
        ]
        if !isShort { columns.append(.text("Nơi xem xét") { $0.level.vietnamese }) }
        columns += [.text("Cơ quan, đơn vị giải quyết") { $0.solver?.name ?? "" }, .text("Thời hạn") { $0.clock(on: day) }]
        return ListTable("Bảng khó khăn, vướng mắc", difficulties, nothing: nothing, isCut: isCut, columns)
    }
}

import Domain

/// A list on a page: its columns, what stands in each of them of a row, and what is said of an empty list. The template `list-table` shows it.
struct ListTable: Sendable {
    /// For who hears the page.
    let label: String
    let heads: [Cell]
    let rows: [Row]
    /// Said instead of rows; empty where there are some.
    let nothing: [String]
    let width: Int
    /// Said below where it goes on; empty where it does not.
    let more: [String]
    /// Where its next page is; empty at the end.
    let next: [String]

    struct Row: Sendable {
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let text: String
        /// Where it leads; empty: nowhere.
        let link: [String]
        /// Classes of `style.css`; empty: none.
        let look: [String]
    }

    /// How a column is headed, and what stands in it of a row.
    struct Column<Item> {
        fileprivate let head: Cell
        fileprivate let cell: (Item) -> Cell
    }

    /// - Parameters:
    ///   - nothing: said of an empty list.
    ///   - isCut: there are more of them than are shown.
    ///   - words: what is said then.
    ///   - next: where the next page is.
    init<Item>(
        _ label: String, _ items: [Item], nothing: String? = nil, isCut: Bool = false, saying words: String = Self.cut,
        next: String? = nil, _ columns: [Column<Item>]
    ) {
        self.label = label
        heads = columns.map(\.head)
        rows = items.map { item in Row(cells: columns.map { $0.cell(item) }) }
        self.nothing = items.isEmpty ? [nothing].compactMap(\.self) : []
        width = columns.count
        more = isCut ? [words] : []
        self.next = [next].compactMap(\.self)
    }

    static let cut = "Chỉ hiện 200 dòng gần nhất; phần còn lại xem bằng lệnh hoặc giao diện lập trình."
}

extension ListTable.Column {
    private init(_ head: String, _ look: String? = nil, _ cell: @escaping (Item) -> ListTable.Cell) {
        self.head = ListTable.Cell(text: head, link: [], look: [look].compactMap(\.self))
        self.cell = cell
    }

    static func text(_ head: String, _ text: @escaping (Item) -> String) -> Self {
        Self(head) { ListTable.Cell(text: text($0), link: [], look: []) }
    }

    /// What is not broken into lines: a code, a number of a paper.
    static func short(_ head: String, _ text: @escaping (Item) -> String) -> Self {
        Self(head) { ListTable.Cell(text: text($0), link: [], look: ["nowrap"]) }
    }

    static func day(_ head: String, _ day: @escaping (Item) -> CivilDate?) -> Self {
        short(head) { day($0)?.vietnamese ?? "" }
    }

    /// To be read beside the numbers above and below.
    static func number(_ head: String, _ number: @escaping (Item) -> String) -> Self {
        Self(head, "n") { ListTable.Cell(text: number($0), link: [], look: ["n"]) }
    }

    static func link(
        _ head: String, isShort: Bool = false, to link: @escaping (Item) -> String, _ text: @escaping (Item) -> String
    ) -> Self {
        Self(head) { ListTable.Cell(text: text($0), link: [link($0)], look: isShort ? ["nowrap"] : []) }
    }

    /// A word that colour repeats: `good`, `warn`, `bad`; nil: none.
    static func standing(_ head: String, tone: @escaping (Item) -> String?, _ text: @escaping (Item) -> String) -> Self {
        Self(head) { ListTable.Cell(text: text($0), link: [], look: [tone($0)].compactMap(\.self)) }
    }
}

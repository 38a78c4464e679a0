public import Documents
public import Domain
public import Storage

extension ListDifficulties: Listing {
    /// With the day by which it is read.
    public struct Listed: Sendable {
        public let difficulty: Difficulty
        public let day: CivilDate
    }

    public var sheet: ListSheet<Listed> { Self.sheet }

    private static let sheet = ListSheet<Listed>(
        "difficulties", title: "Khó khăn, vướng mắc", headings: DifficultyJSON.columns,
        cells: { DifficultyJSON.row($0.difficulty, on: $0.day) },
        json: { DifficultyJSON.value($0.difficulty, on: $0.day) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Listed> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(page.difficulties.map { Listed(difficulty: $0, day: page.today) }, isLast: page.next == nil)
    }
}

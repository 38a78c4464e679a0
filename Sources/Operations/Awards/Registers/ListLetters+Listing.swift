public import Documents
public import Domain
public import Storage

extension ListLetters: Listing {
    public var sheet: ListSheet<PraiseLetter> { Self.sheet }

    private static let sheet = ListSheet<PraiseLetter>(
        "award-letters", title: "Thư khen", headings: AwardRegisterTables.letterColumns, cells: { AwardRegisterTables.letter($0) },
        json: { AwardRegisterJSON.letter($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<PraiseLetter> {
        ListedRows(try await perform(in: tx), isLast: true)
    }
}

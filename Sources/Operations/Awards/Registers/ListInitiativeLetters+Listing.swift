public import Documents
public import Domain
public import Storage

extension ListInitiativeLetters: Listing {
    public var sheet: ListSheet<InitiativeLetter> { Self.sheet }

    private static let sheet = ListSheet<InitiativeLetter>(
        "initiative-letters", title: "Thư khen giải pháp, sáng kiến", headings: AwardRegisterTables.initiativeLetterColumns,
        cells: { AwardRegisterTables.letter($0) }, json: { AwardRegisterJSON.letter($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<InitiativeLetter> {
        self.limit = limit
        let (letters, next) = try await perform(in: tx)
        after = next
        return ListedRows(letters, isLast: next == nil)
    }
}

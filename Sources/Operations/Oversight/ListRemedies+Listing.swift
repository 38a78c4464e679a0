public import Documents
public import Domain
public import Storage

extension ListRemedies: Listing {
    /// A remedy with the day by which its clock is read.
    public struct Listed: Sendable {
        public let remedy: Remedy
        public let today: CivilDate
    }

    public var sheet: ListSheet<Listed> { Self.sheet }

    private static let sheet = ListSheet<Listed>(
        "remedies", title: "Yêu cầu khắc phục", headings: RemedyJSON.columns, cells: { RemedyJSON.row($0.remedy, on: $0.today) },
        json: { RemedyJSON.value($0.remedy, on: $0.today) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Listed> {
        self.limit = limit
        let answer = try await perform(in: tx)
        after = answer.next
        return ListedRows(answer.remedies.map { Listed(remedy: $0, today: answer.today) }, isLast: answer.next == nil)
    }
}

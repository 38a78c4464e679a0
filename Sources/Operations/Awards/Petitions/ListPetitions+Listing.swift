public import Documents
import Domain
public import Storage

extension ListPetitions: Listing {
    public var sheet: ListSheet<Row> { Self.sheet }

    /// With the day of which its clock speaks.
    public struct Row: Sendable {
        let petition: Petition
        let day: CivilDate
    }

    private static let sheet = ListSheet<Row>(
        "petitions", title: "Kiến nghị, khiếu nại về kết quả", headings: PetitionJSON.columns,
        cells: { PetitionJSON.row($0.petition, on: $0.day) }, json: { PetitionJSON.value($0.petition, on: $0.day) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Row> {
        self.limit = limit
        let (found, next, day) = try await perform(in: tx)
        after = next
        return ListedRows(found.map { Row(petition: $0, day: day) }, isLast: next == nil)
    }
}

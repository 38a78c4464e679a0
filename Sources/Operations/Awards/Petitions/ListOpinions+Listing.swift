public import Documents
import Domain
public import Storage

extension ListOpinions: Listing {
    public var sheet: ListSheet<Row> { Self.sheet }

    /// With the day of which its clock speaks.
    public struct Row: Sendable {
        let opinion: DossierOpinion
        let day: CivilDate
    }

    private static let sheet = ListSheet<Row>(
        "opinions", title: "Hỏi ý kiến về hồ sơ khen thưởng", headings: OpinionJSON.columns,
        cells: { OpinionJSON.row($0.opinion, on: $0.day) }, json: { OpinionJSON.value($0.opinion, on: $0.day) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Row> {
        self.limit = limit
        let (found, next, day) = try await perform(in: tx)
        after = next
        return ListedRows(found.map { Row(opinion: $0, day: day) }, isLast: next == nil)
    }
}

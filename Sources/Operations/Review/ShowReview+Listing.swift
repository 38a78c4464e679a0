public import Documents
public import Domain
public import Storage

extension ShowReview: Listing {
    /// A unit with the review and the day by which its answer is read.
    public struct Listed: Sendable {
        public let unit: ReviewUnit
        public let review: HeldReview
        public let day: CivilDate
    }

    public var sheet: ListSheet<Listed> { Self.sheet }

    private static let sheet = ListSheet<Listed>(
        "review-units", title: "Đối chiếu theo đơn vị", headings: ReviewTables.unitColumns,
        cells: { ReviewTables.unitRow($0.unit, in: $0.review, on: $0.day) }, json: { ReviewJSON.unit($0.unit, in: $0.review, on: $0.day) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Listed> {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        let today = try await tx.officer().today
        let units = try await ReviewUnit.list(in: held, in: tx)
        return ListedRows(units.map { Listed(unit: $0, review: held, day: today) }, isLast: true)
    }
}

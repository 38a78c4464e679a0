public import Documents
public import Domain
public import Storage

extension ListSubUnits: Listing {
    public var sheet: ListSheet<Listed> { Self.sheet }

    /// A sub-unit with the code of the unit above it.
    public struct Listed: Sendable {
        public let unit: SubUnit
        public let parentCode: String

        /// - Parameter day: on which the codes are looked up; today when nil.
        public static func all(
            _ units: [SubUnit], on day: CivilDate? = nil, in tx: borrowing TenantTransaction
        ) async throws -> [Listed] {
            var codes = Dictionary(units.map { ($0.id, $0.code) }) { first, _ in first }
            for parent in Set(units.compactMap(\.parent)) where codes[parent] == nil {
                codes[parent] = try await ShowSubUnit(parent, on: day).perform(in: tx).code
            }
            return units.map { unit in Listed(unit: unit, parentCode: unit.parent.flatMap { codes[$0] } ?? "") }
        }
    }

    public static let sheet = ListSheet<Listed>(
        "units", title: "Danh sách đơn vị trực thuộc",
        columns: [
            .init("Mã"), .init("Tên đầy đủ", width: 40), .init("Loại"), .init("Trực thuộc"), .init("Tư cách pháp nhân"), .init("Thành lập"),
            .init("Kết thúc"), .init("Mã định danh", width: 38),
        ],
        cells: { listed in
            let unit = listed.unit
            return [
                .text(unit.code), .text(unit.fullName), .text(unit.kind.vietnamese), .text(listed.parentCode), .flag(unit.legalPersonality),
                .date(unit.openedOn), .day(unit.closedOn), .text(unit.id.description),
            ]
        }, json: { DirectoryJSON.unit($0.unit) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Listed> {
        self.limit = limit
        let (units, next) = try await perform(in: tx)
        after = next
        return ListedRows(try await Listed.all(units, on: selection.day, in: tx), isLast: next == nil)
    }
}

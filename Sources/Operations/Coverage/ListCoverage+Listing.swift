public import Documents
public import Domain
public import Storage

extension ListCoverageLines: Listing {
    /// A line with the day by which it is told what is missing.
    public struct Listed: Sendable {
        public let line: CoverageLine
        public let today: CivilDate
    }

    public var sheet: ListSheet<Listed> { Self.sheet }

    private static let sheet = ListSheet<Listed>(
        "coverage-plan", title: "Kế hoạch truyền thông", headings: CoverageJSON.lineColumns,
        cells: { CoverageJSON.lineRow($0.line, on: $0.today) }, json: { CoverageJSON.line($0.line, on: $0.today) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Listed> {
        self.limit = limit
        let answer = try await perform(in: tx)
        after = answer.next
        return ListedRows(answer.lines.map { Listed(line: $0, today: answer.today) }, isLast: answer.next == nil)
    }
}

extension ListCoverage: Listing {
    public var sheet: ListSheet<Coverage> { Self.sheet }

    private static let sheet = ListSheet<Coverage>(
        "coverage", title: "Kết quả đăng, phát", headings: CoverageJSON.columns, cells: { CoverageJSON.row($0) },
        json: { CoverageJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Coverage> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}

extension CountCoverage: Listing {
    public var sheet: ListSheet<CoverageCount> { Self.sheet }

    private static let sheet = ListSheet<CoverageCount>(
        "coverage-counts", title: "Số lượng đăng, phát theo cơ quan, thể loại", headings: CoverageJSON.countColumns,
        cells: { CoverageJSON.countRow($0) }, json: { CoverageJSON.count($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<CoverageCount> {
        ListedRows(try await perform(in: tx), isLast: true)
    }
}

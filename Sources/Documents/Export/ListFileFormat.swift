/// In what form a list leaves the product.
public enum ListFileFormat: String, Sendable, Hashable, CaseIterable {
    case xlsx, csv, json

    public var mediaType: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        }
    }

    /// As officers know it.
    public var vietnamese: String {
        switch self {
        case .xlsx: "Excel (.xlsx)"
        case .csv: "CSV"
        case .json: "JSON"
        }
    }
}

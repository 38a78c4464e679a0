public import Operations

/// The files in which whole ledgers come and go, for the API and the pages alike.
public enum LedgerSheetFile {
    public static let workbookType = PeopleListFile.workbookType
    public static let largest = ImportLedger.largestFile
    /// Twenty thousand items with the history of each.
    public static let largestExport = 64 * 1_048_576

    /// What it may be sent as.
    public static let types = ["text/csv", workbookType, "application/octet-stream"]

    public static func mediaType(of format: LedgerFileFormat) -> String {
        switch format {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: workbookType
        }
    }

    public static func templateName(as format: LedgerFileFormat) -> String { "mau-so-theo-doi.\(format.rawValue)" }
    public static func exportName(as format: LedgerFileFormat) -> String { "so-theo-doi.\(format.rawValue)" }
    public static func checkedName(as format: LedgerFileFormat) -> String { "so-theo-doi-can-sua.\(format.rawValue)" }
}

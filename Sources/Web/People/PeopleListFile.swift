public import Operations

/// The files in which lists of people come and go, for the API and the pages alike.
public enum PeopleListFile {
    public static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    /// Five thousand rows of eight columns take half a megabyte.
    public static let largest = 8 * 1_048_576

    public static func mediaType(of format: PeopleTemplate.Format) -> String {
        switch format {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: workbookType
        }
    }

    public static func templateName(as format: PeopleTemplate.Format) -> String { "mau-danh-sach-nhan-su.\(format.rawValue)" }
}

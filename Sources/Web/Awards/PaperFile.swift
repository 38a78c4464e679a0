public import Documents
public import Domain
public import Operations

/// Generated papers as files, for the API and the pages alike.
public enum PaperFile {
    /// A list of all units, and the pictures of LibreOffice.
    public static let largest = 32 * 1_048_576
    public static let mediaTypes = MadePaper.Format.allCases.map(\.document.mediaType)
    public static let query = [
        QueryParameter("format", .oneOf(MadePaper.Format.self), "docx when absent; pdf where LibreOffice is installed.")
    ]

    /// The kind that a path names; what is none of these is not there.
    public static func kind(_ call: Call, of kinds: [PaperKind]) throws(Problem) -> PaperKind {
        guard let kind = PaperKind(rawValue: try call.path("document", as: String.self)), kinds.contains(kind) else { throw .notFound }
        return kind
    }

    public static func format(_ call: Call) throws(Problem) -> MadePaper.Format {
        try call.queryChoice("format") ?? .docx
    }

    /// To be kept, not shown; after the transaction in which it was made.
    ///
    /// - Parameter call: knows where programs are.
    public static func reply(_ paper: MadePaper, as format: MadePaper.Format, to call: Call) async throws(Problem) -> Reply {
        let (name, plain) = paper.name(as: format)
        return .attachment(
            try await paper.content(as: format, programs: call.backend.programs), mediaType: format.document.mediaType, name: name,
            plain: plain)
    }
}

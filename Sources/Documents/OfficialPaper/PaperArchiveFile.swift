public import Domain

/// Several papers in one file.
public enum PaperArchiveFile {
    public static let mediaType = "application/zip"

    /// The same papers in the same order give the same bytes.
    ///
    /// - Throws: ``Problem/unavailable`` when there is no memory.
    public static func zip(_ papers: [(name: String, content: [UInt8])]) throws(Problem) -> [UInt8] {
        try ZipWriter.archive(papers.map { ZipWriter.Member($0.name, $0.content) })
    }
}

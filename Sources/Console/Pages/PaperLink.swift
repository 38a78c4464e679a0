import Documents

/// A generated paper that a page offers.
struct PaperLink: Sendable {
    let name: String
    let path: String

    /// - Parameter page: the path of the page that offers it.
    init(_ kind: PaperKind, on page: String) {
        name = kind.vietnamese
        path = "\(page)/papers/\(kind.rawValue)"
    }
}

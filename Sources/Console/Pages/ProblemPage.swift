import Domain
import Web

/// A refusal as a page.
struct ProblemPage: Page {
    static let template = "problem"
    let frame: Frame
    let heading: String
    let detail: String
    let fields: [Field]
    let requestID: String
    let hasFields: Bool
    /// Behind the address of the page that explains: what was refused, where it is of a unit; empty elsewhere.
    let asked: String

    struct Field: Sendable {
        let path: String
        let reason: String
    }

    /// - Parameter path: of what was refused.
    init(_ problem: Problem, requestID: String, path: String? = nil, frame: Frame = Frame()) {
        self.frame = frame
        heading = problem.kind.title
        detail = problem.detail
        fields = problem.fields.map { Field(path: $0.path, reason: $0.reason) }
        hasFields = !fields.isEmpty
        self.requestID = requestID
        let address = (path ?? "").prefix { $0 != "?" }
        // Addresses of ours need no encoding; others are not asked about.
        let isPlain = address.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/-_".contains($0)) }
        asked = address.hasPrefix("/units/") && isPlain ? "?object=\(address)" : ""
    }
}

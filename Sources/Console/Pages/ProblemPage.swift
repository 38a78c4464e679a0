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

    struct Field: Sendable {
        let path: String
        let reason: String
    }

    init(_ problem: Problem, requestID: String, frame: Frame = Frame()) {
        self.frame = frame
        heading = problem.kind.title
        detail = problem.detail
        fields = problem.fields.map { Field(path: $0.path, reason: $0.reason) }
        hasFields = !fields.isEmpty
        self.requestID = requestID
    }
}

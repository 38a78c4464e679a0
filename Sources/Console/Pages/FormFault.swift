import Domain

/// A page with forms, above which it is said what was wrong with one that was sent.
protocol FormPage: Page {
    var fault: FormFault? { get set }
}

/// What was wrong with a form, above it: the sentence and each field or cell.
struct FormFault: Sendable {
    let detail: String
    let lines: [Line]

    struct Line: Sendable {
        /// `ô B7`, `nhiệm vụ A-1`; empty where the field is one of the form's.
        let place: String
        /// `$.dueOn`, of a field of the form: ``SentForm`` puts its label there.
        let field: String?
        let reason: String
    }

    init(_ problem: Problem) {
        detail = problem.detail
        lines = problem.fields.map { fault in
            let isOfForm = fault.path.hasPrefix("$")
            return Line(place: isOfForm ? "" : fault.path + ": ", field: isOfForm ? fault.path : nil, reason: fault.reason)
        }
    }
}

import Domain
import HTTPTypes
import Web

extension Templates {
    /// The form again, with what was wrong, under the refusal's status.
    func answer(_ page: some Page, to problem: Problem) -> Reply {
        var reply = Reply.html(render(page), status: problem.kind.status)
        if let seconds = problem.retryAfter { reply.headers[.retryAfter] = String(seconds) }
        return reply
    }
}

extension Templates {
    /// Does what a form asks for. What is said above forms is said above the page that it was sent from.
    ///
    /// - Parameter kinds: of problems that this form says too.
    func answering<Shown: FormPage>(
        also kinds: Set<Problem.Kind> = [], _ act: () async throws -> Reply, or page: () async throws -> Shown
    ) async throws -> Reply {
        do {
            return try await act()
        } catch let problem as Problem where problem.isShownOnForms || kinds.contains(problem.kind) {
            var shown = try await page()
            shown.fault = FormFault(problem)
            return answer(shown, to: problem)
        }
    }
}

extension Problem {
    /// One sentence for above a form: what is wrong, field by field, each by the label that it has there.
    ///
    /// - Parameter labels: of the members, without `$.`; a member without one is said by its reason alone.
    func sentence(_ labels: [String: String] = [:]) -> String {
        guard !fields.isEmpty else { return detail }
        return fields.map { fault in
            labels[String(fault.path.dropFirst(2))].map { "\($0): \(fault.reason)" } ?? fault.reason
        }.joined(separator: "; ")
    }
}

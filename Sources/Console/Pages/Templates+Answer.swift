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

extension Problem {
    /// One sentence for above a form: what is wrong, field by field.
    var sentence: String {
        fields.isEmpty ? detail : fields.map { $0.reason }.joined(separator: "; ")
    }
}

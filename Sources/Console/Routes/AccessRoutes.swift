import Domain
import HTTPTypes
import Operations
import Web

/// The page that explains a refusal.
enum AccessRoutes {
    static let all: [Route] = [explain]

    private static let explain = Route(
        .get, "/access", name: "page.access", asks: .selfService, summary: "Why the officer may do something or not.",
        query: [QueryParameter("action", .string, "What is asked."), QueryParameter("object", .string, "About what.")]
    ) { call in
        let (action, object) = (call.query("action"), call.query("object") ?? "")
        return try await call.read { (tx: borrowing TenantTransaction) in
            let frame = Frame(try await WhoAmI().perform(in: tx), call)
            guard let action else { return page(ExplanationPage(frame: frame, deed: nil, object: object)) }
            guard let deed = Deed(action) else {
                return page(ExplanationPage(frame: frame, deed: nil, object: object, fault: "Chọn việc cần làm trong danh sách."))
            }
            let asked: AccessObject
            do {
                asked = try await FindAccessObject(object).perform(in: tx)
            } catch let problem as Problem where problem.kind == .invalid {
                let fault = problem.fields.first?.reason ?? problem.detail
                return page(ExplanationPage(frame: frame, deed: deed, object: object, fault: fault))
            }
            return page(
                ExplanationPage(
                    frame: frame, deed: deed, object: object, explanations: try await ExplainAccess(deed, on: asked).perform(in: tx)))
        }
    }

    private static func page(_ page: ExplanationPage) -> Reply {
        .html(Templates.shared.render(page))
    }
}

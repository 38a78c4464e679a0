import Domain
import HTTPTypes
import Operations
import Web

/// Why an officer may do something or not.
enum AccessRoutes {
    static let all: [Route] = [explain]

    private static let schema: Schema = .named(
        "AccessExplanation",
        [
            .init("post", .uuid), .init("title", .string), .init("role", .oneOf(Role.self)), .init("action", .string),
            .init("object", .string),
            .init("relation", .nullable(.oneOf(Relation.self)), "How the object stands to the post; null where none is in sight."),
            .init("allowed", .boolean), .init("rule", .oneOf(Decision.Rule.self), "Which rule decided."), .init("text", .text),
        ])

    private static let explain = Route(
        .get, "/api/v1/access/explanation", name: "access.explain", asks: .selfService,
        summary: "Why the acting post may do something or not, from the policy table; about another person for who keeps the directory.",
        query: [
            QueryParameter("action", .choice(Deed.all.map(\.name)), required: true, "What is asked."),
            QueryParameter("object", .string, required: true, "item:, unit:, launch:, post: with an id, tenant: with a slug, or province."),
            QueryParameter("person", .uuid, "Whose posts; one's own acting post when absent."),
        ], answers: .json(.object([.init("items", .array(schema))]))
    ) { call in
        guard let deed = try call.query("action", "phải là một trong: " + Deed.all.map(\.name).joined(separator: ", "), { Deed($0) }) else {
            throw Problem.invalid("?action", "thiếu; ghi việc cần hỏi, ví dụ item.read")
        }
        guard let object = try call.query("object", "phải là \(AccessObject.form)", { AccessObject($0) }) else {
            throw Problem.invalid("?object", "thiếu; ghi \(AccessObject.form)")
        }
        let explaining = ExplainAccess(deed, on: object, for: try call.queryID("person"))
        return try await call.read { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await explaining.perform(in: tx).map(value))])
        }
    }

    private static func value(_ explanation: AccessExplanation) -> JSONValue {
        [
            "post": .string(explanation.post.id.description), "title": .string(explanation.post.title),
            "role": .string(explanation.post.role.rawValue), "action": .string(explanation.deed.name),
            "object": .string(explanation.object.description), "relation": .string(orNull: explanation.relation?.rawValue),
            "allowed": .bool(explanation.isAllowed), "rule": .string(explanation.rule.rawValue), "text": .string(explanation.vietnamese),
        ]
    }
}

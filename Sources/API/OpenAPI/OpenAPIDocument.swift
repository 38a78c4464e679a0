public import Domain
import HTTPTypes
public import Web

/// The OpenAPI 3.1 document, made from the same routes that the router is made from.
public enum OpenAPIDocument {
    public static func make(_ routes: [Route]) -> JSONValue {
        var components = Components()
        var paths: [(String, [(String, JSONValue)])] = []
        for route in routes {
            let operation = (route.method.rawValue.lowercased(), operation(route, &components))
            if let index = paths.firstIndex(where: { $0.0 == route.path }) {
                paths[index].1.append(operation)
            } else {
                paths.append((route.path, [operation]))
            }
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "ThiDua",
                "version": "1",
                "description": "Emulation campaigns of a province: units, launch and cascade, the ledger of tasks and targets.",
            ],
            "paths": .object(JSONObject(paths.map { ($0.0, .object(JSONObject($0.1))) })),
            "components": [
                "schemas": .object(JSONObject([("Problem", problem)] + components.schemas)),
                "securitySchemes": [
                    "token": ["type": "http", "scheme": "bearer"],
                    "session": ["type": "apiKey", "in": "cookie", "name": .string(Credentials.cookieName(secure: true))],
                ],
            ],
        ]
    }

    private static func operation(_ route: Route, _ components: inout Components) -> JSONValue {
        var operation = JSONObject([
            ("operationId", .string(route.name)), ("summary", .string(route.summary)),
            ("parameters", .array(parameters(route, &components))),
        ])
        if let takes = route.takes { operation.append("requestBody", ["required": true, "content": content(takes, &components)]) }
        var success = JSONObject([("description", .string(route.status.reasonPhrase))])
        if let answers = route.answers { success.append("content", content(answers, files: route.files, &components)) }
        var responses = JSONObject([("\(route.status.code)", .object(success))])
        for other in route.otherwise {
            responses.append(
                "\(other.status.code)",
                ["description": .string(other.status.reasonPhrase), "content": content(other.answers, &components)])
        }
        responses.append(
            "default",
            [
                "description": "A problem document (RFC 9457)",
                "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
            ])
        operation.append("responses", .object(responses))
        operation.append("security", route.access == .open ? [] : [["token": []], ["session": []]])
        return .object(operation)
    }

    private static func parameters(_ route: Route, _ components: inout Components) -> [JSONValue] {
        var all: [JSONValue] = route.parameterNames.map { name in
            ["name": .string(name), "in": "path", "required": true, "schema": ["type": "string"]]
        }
        for parameter in route.query {
            all.append([
                "name": .string(parameter.name), "in": "query", "required": .bool(parameter.isRequired),
                "description": .string(parameter.summary),
                "schema": parameter.schema.json(&components),
            ])
        }
        func header(_ name: String, required: Bool, _ description: String) -> JSONValue {
            [
                "name": .string(name), "in": "header", "required": .bool(required), "description": .string(description),
                "schema": ["type": "string"],
            ]
        }
        if route.takesIdempotencyKey {
            all.append(header("Idempotency-Key", required: false, "The same request repeated is done once; kept 7 days."))
        }
        if route.versioned { all.append(header("If-Match", required: true, "The ETag of what is being changed.")) }
        return all
    }

    /// - Parameter files: other media types in which the same is answered when it is asked as a file.
    private static func content(_ payload: Payload, files: [String], _ components: inout Components) -> JSONValue {
        guard case .object(var all) = content(payload, &components) else { return .null }
        for type in files where type != "application/json; charset=utf-8" {
            all.append(type, ["schema": ["type": "string", "format": "binary"]])
        }
        return .object(all)
    }

    private static func content(_ payload: Payload, _ components: inout Components) -> JSONValue {
        switch payload {
        case .json(let schema): ["application/json": ["schema": schema.json(&components)]]
        case .bytes(let types, _), .file(let types, _):
            .object(JSONObject(types.map { ($0, ["schema": ["type": "string", "format": "binary"]]) }))
        case .formWithFile: ["multipart/form-data": ["schema": ["type": "object"]]]
        }
    }

    private static let problem: JSONValue = [
        "type": "object",
        "required": ["type", "title", "status", "code", "detail", "errors", "instance"],
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
            "code": ["type": "string", "description": "Stable; programs may depend on it."],
            "detail": ["type": "string", "description": "Vietnamese: what is wrong and the next step."],
            "errors": [
                "type": "array",
                "items": [
                    "type": "object", "properties": ["path": ["type": "string"], "reason": ["type": "string"]],
                    "required": ["path", "reason"],
                ],
            ],
            "instance": ["type": "string", "description": "Id of the request, also in the log."],
        ],
    ]
}

/// The schemas that are named once.
struct Components {
    var schemas: [(String, JSONValue)] = []
}

extension Schema {
    func json(_ components: inout Components) -> JSONValue {
        switch self {
        case .string, .text: ["type": "string"]
        case .date: ["type": "string", "format": "date"]
        case .instant: ["type": "string", "format": "date-time"]
        case .uuid: ["type": "string", "format": "uuid"]
        case .decimal: ["type": "string", "pattern": "^-?[0-9]{1,15}(\\.[0-9]{1,10})?$"]
        case .integer: ["type": "integer"]
        case .boolean: ["type": "boolean"]
        case .choice(let values): ["type": "string", "enum": .array(values.map { .string($0) })]
        case .array(let element): ["type": "array", "items": element.json(&components)]
        case .any: ["type": "object", "additionalProperties": true]
        case .nullable(let schema): ["anyOf": [schema.json(&components), ["type": "null"]]]
        case .object(let properties): Self.object(properties, &components)
        case .named(let name, let properties): Self.reference(name, properties, &components)
        }
    }

    private static func reference(_ name: String, _ properties: [Property], _ components: inout Components) -> JSONValue {
        if !components.schemas.contains(where: { $0.0 == name }) {
            // Its place is taken first: a schema may contain itself.
            components.schemas.append((name, .null))
            let index = components.schemas.count - 1
            components.schemas[index].1 = object(properties, &components)
        }
        return ["$ref": .string("#/components/schemas/\(name)")]
    }

    private static func object(_ properties: [Property], _ components: inout Components) -> JSONValue {
        let members = properties.map { property -> (String, JSONValue) in
            guard case .object(var schema) = property.schema.json(&components) else { return (property.name, .null) }
            if !property.summary.isEmpty { schema.append("description", .string(property.summary)) }
            return (property.name, .object(schema))
        }
        return [
            "type": "object",
            "properties": .object(JSONObject(members)),
            "required": .array(properties.filter(\.required).map { .string($0.name) }),
            "additionalProperties": false,
        ]
    }
}

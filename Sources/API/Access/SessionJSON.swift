import Documents
import Domain
import FoundationEssentials
import Operations
import Web

/// Sessions, tokens and the acting officer as the API shows them.
enum SessionJSON {
    static let signInSchema: Schema = .object([
        .init("username", .string), .init("password", .string),
        .init("post", .uuid, required: false, "The post to act in; the first in customary order when absent."),
    ])

    static let stepSchema: Schema = .object([
        .init("step", .string, "Sent back with the code, within five minutes; opens nothing by itself."), .init("expiresAt", .instant),
    ])

    static func step(_ step: SignInStep) -> JSONValue {
        ["step": .string(step.token.text), "expiresAt": instant(step.expiresAt)]
    }

    static let codeSchema: Schema = .object([
        .init("step", .string, "From the sign-in that asked for the code."),
        .init("code", .string, "Six digits of the device, or a recovery code."),
        .init("post", .uuid, required: false, "The post to act in; the first in customary order when absent."),
    ])

    static let choiceSchema: Schema = .named(
        "PostChoice",
        [
            .init("id", .uuid), .init("title", .string), .init("role", .oneOf(Role.self)), .init("roleName", .string),
            .init("tenant", .string, "Slug, for paths."), .init("tenantName", .string),
        ])

    static func choice(_ choice: PostChoice) -> JSONValue {
        [
            "id": .string(choice.post.description), "title": .string(choice.title), "role": .string(choice.role.rawValue),
            "roleName": .string(choice.role.vietnamese), "tenant": .string(choice.tenant.text), "tenantName": .string(choice.tenantName),
        ]
    }

    static let schema: Schema = .named(
        "Session",
        [
            .init("token", .string, "Shown this once; sent as Authorization: Bearer."), .init("expiresAt", .instant),
            .init("post", choiceSchema, "The acting post."), .init("posts", .array(choiceSchema), "Every post of the account today."),
            .init("delegation", .nullable(delegationSchema), "What is acted under; null in one's own post."),
        ])

    static func value(_ session: Session) -> JSONValue {
        [
            "token": .string(session.token.text), "expiresAt": instant(session.expiresAt), "post": choice(session.post),
            "posts": .array(session.posts.map(choice)), "delegation": session.delegation.map(delegation) ?? .null,
        ]
    }

    static let delegationSchema: Schema = .named(
        "DelegationChoice",
        [
            .init("id", .uuid), .init("form", .oneOf(Delegation.Form.self)), .init("signature", .string, "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH."),
            .init("scope", .array(.oneOf(Action.self))), .init("validTo", .date, "Last day."),
            .init("post", choiceSchema, "In whose stead."),
        ])

    static func delegation(_ delegation: DelegationChoice) -> JSONValue {
        [
            "id": .string(delegation.id.description), "form": .string(delegation.form.rawValue),
            "signature": .string(delegation.signature.line), "scope": .array(delegation.scope.map { .string($0.rawValue) }),
            "validTo": .string(delegation.validTo.description), "post": choice(delegation.post),
        ]
    }

    static let officerSchema: Schema = .named(
        "Officer",
        [
            .init("post", PostJSON.schema), .init("tenant", TenantSchemas.tenant),
            .init("today", .date, "The day on which business is done."),
            .init("mayWrite", .boolean), .init("actions", .array(.oneOf(Action.self))), .init("posts", .array(choiceSchema)),
            .init("delegation", .nullable(delegationSchema), "What is acted under; null in one's own post."),
            .init("delegations", .array(delegationSchema), "What the account may act under today."),
        ])

    static func officer(_ answer: WhoAmI.Answer) -> JSONValue {
        [
            "post": PostJSON.value(answer.post), "tenant": TenantJSON.value(answer.tenant),
            "today": .string(answer.officer.today.description),
            "mayWrite": .bool(answer.officer.mayWrite), "actions": .array(answer.actions.map { .string($0.rawValue) }),
            "posts": .array(answer.posts.map(choice)), "delegation": answer.delegation.map(delegation) ?? .null,
            "delegations": .array(answer.delegations.map(delegation)),
        ]
    }

    static let credentialSchema: Schema = .named(
        "Credential",
        [
            .init("id", .uuid), .init("kind", .oneOf(Credential.Kind.self)), .init("post", .uuid), .init("label", .string),
            .init("createdAt", .instant), .init("lastUsedAt", .nullable(.instant), "To the minute."), .init("expiresAt", .instant),
            .init("current", .boolean, "Whether the request came with it."),
            .init("proof", .oneOf(Credential.Proof.self), "With what its session was opened."),
            .init("scopes", .nullable(.array(scopeSchema)), "What a token may do; null: all that its post may."),
            .init("prefix", .nullable(.string), "The beginning of a token."),
        ])

    static let scopeSchema: Schema = .choice(Deed.all.map(\.name))

    static func credential(_ credential: Credential) -> JSONValue {
        [
            "id": .string(credential.id.description), "kind": .string(credential.kind.rawValue),
            "post": .string(credential.post.description),
            "label": .string(credential.label), "createdAt": instant(credential.createdAt),
            "lastUsedAt": credential.lastUsedAt.map(instant) ?? .null, "expiresAt": instant(credential.expiresAt),
            "current": .bool(credential.isCurrent), "proof": .string(credential.proof.rawValue),
            "scopes": credential.scopes.map { .array($0.map { .string($0.name) }) } ?? .null, "prefix": .string(orNull: credential.prefix),
        ]
    }

    static let openedSchema: Schema = .object([
        .init("id", .uuid), .init("token", .string, "Shown this once."), .init("label", .string), .init("scopes", .array(scopeSchema)),
        .init("expiresAt", .instant),
    ])

    static func opened(_ opened: OpenToken.Opened) -> JSONValue {
        [
            "id": .string(opened.id.description), "token": .string(opened.token.text), "label": .string(opened.label),
            "scopes": .array(opened.scopes.map { .string($0.name) }), "expiresAt": instant(opened.expiresAt),
        ]
    }

    /// RFC 3339 in UTC, whole seconds.
    static func instant(_ date: Date) -> JSONValue { .string(date.ISO8601Format()) }
}

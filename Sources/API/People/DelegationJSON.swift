import Domain
import Web

/// A delegation as the API shows it.
enum DelegationJSON {
    static let schema: Schema = .named(
        "Delegation",
        [
            .init("id", .uuid), .init("post", .uuid, "In whose stead."), .init("postTitle", .string), .init("person", .uuid),
            .init("personName", .string), .init("delegatePost", .uuid, "The delegate's own."), .init("delegateTitle", .string),
            .init("delegate", .uuid, "Person."), .init("delegateName", .string), .init("form", .oneOf(Delegation.Form.self)),
            .init("formName", .string), .init("signature", .string, "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH."),
            .init("scope", .array(.oneOf(Action.self))), .init("validFrom", .date), .init("validTo", .date, "Last day."),
            .init("reason", .text), .init("documentNumber", .string), .init("givenBy", .uuid, "Post."), .init("recordedOn", .date),
            .init("revokedBy", .nullable(.uuid), "Post."), .init("revokedReason", .nullable(.text)), .init("version", .integer),
        ])

    static func value(_ delegation: Delegation) -> JSONValue {
        [
            "id": .string(delegation.id.description), "post": .string(delegation.giver.post.description),
            "postTitle": .string(delegation.giver.title), "person": .string(delegation.giver.person.description),
            "personName": .string(delegation.giver.personName), "delegatePost": .string(delegation.delegate.post.description),
            "delegateTitle": .string(delegation.delegate.title), "delegate": .string(delegation.delegate.person.description),
            "delegateName": .string(delegation.delegate.personName), "form": .string(delegation.form.rawValue),
            "formName": .string(delegation.form.vietnamese), "signature": .string(delegation.signature.line),
            "scope": .array(delegation.scope.map { .string($0.rawValue) }), "validFrom": .string(delegation.validFrom.description),
            "validTo": .string(delegation.validTo.description), "reason": .string(delegation.reason),
            "documentNumber": .string(delegation.documentNumber), "givenBy": .string(delegation.givenBy.description),
            "recordedOn": .string(delegation.recordedOn.description), "revokedBy": .string(orNull: delegation.revocation?.by),
            "revokedReason": .string(orNull: delegation.revocation?.reason), "version": .integer(delegation.version),
        ]
    }

    static let giveSchema: Schema = .object([
        .init("post", .uuid, required: false, "In whose stead; one's own when absent."),
        .init("delegatePost", .uuid, "The delegate's own post."), .init("form", .oneOf(Delegation.Form.self)),
        .init("scope", .array(.oneOf(Action.self)), "Some of what the post may do."),
        .init("validFrom", .date, required: false, "First day; today when absent."), .init("validTo", .date, "Last day."),
        .init("reason", .text), .init("documentNumber", .string, required: false, "Needed for tuq."),
    ])
}

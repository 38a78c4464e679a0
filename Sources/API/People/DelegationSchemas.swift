import Domain
import Web

/// The shapes of delegations, for the OpenAPI document.
enum DelegationSchemas {
    static let delegation: Schema = .named(
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

    static let given: Schema = .object([
        .init("post", .uuid, required: false, "In whose stead; one's own when absent."),
        .init("delegatePost", .uuid, "The delegate's own post."), .init("form", .oneOf(Delegation.Form.self)),
        .init("scope", .array(.oneOf(Action.self)), "Some of what the post may do."),
        .init("validFrom", .date, required: false, "First day; today when absent."), .init("validTo", .date, "Last day."),
        .init("reason", .text), .init("documentNumber", .string, required: false, "Needed for tuq."),
    ])
}

import Documents
import Domain
import Web

/// A post as the API shows it, with the names of who holds it and where.
enum PostJSON {
    static let schema: Schema = .named(
        "Post",
        [
            .init("id", .uuid), .init("person", .uuid), .init("personName", .string), .init("unit", .uuid), .init("unitName", .string),
            .init("role", .oneOf(Role.self)), .init("roleName", .string, "As officers read it."), .init("title", .string, "As on papers."),
            .init("leaderRank", .oneOf(Post.LeaderRank.self)), .init("validFrom", .date),
            .init("validTo", .nullable(.date), "Last day; the day before validFrom: never held."), .init("version", .integer),
        ])

    static func value(_ holding: PostHolding) -> JSONValue { DirectoryJSON.post(holding) }

    static let giveSchema: Schema = .object([
        .init("person", .uuid), .init("unit", .nullable(.uuid), required: false, "The tenant itself when absent."),
        .init("role", .choice(Role.grantable.map(\.rawValue))), .init("title", .string), .init("leaderRank", .oneOf(Post.LeaderRank.self)),
        .init("validFrom", .date, required: false, "First day; today when absent."),
        .init("validTo", .nullable(.date), required: false, "Last day, when it is known."),
    ])
}

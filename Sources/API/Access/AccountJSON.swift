import Domain
import Web

enum AccountJSON {
    private static let properties: [Schema.Property] = [
        .init("id", .uuid), .init("person", .uuid), .init("username", .string), .init("createdAt", .instant),
        .init("hasPassword", .boolean, "False while its first link was not used."),
        .init("secondFactor", .boolean, "Whether signing in asks for a code."), .init("disabled", .boolean),
        .init("disabledReason", .nullable(.string)),
    ]

    static let schema: Schema = .named("Account", properties)

    static func value(_ account: Account) -> JSONValue { .object(JSONObject(members(account))) }

    static let linkSchema: Schema = .object([
        .init("link", .string, "Shown this once; the page that sets the password."), .init("linkExpiresAt", .instant),
    ])

    static func link(_ link: PasswordLink, at service: String?) -> JSONValue { .object(JSONObject(members(link, service))) }

    static let openedSchema: Schema = .object(
        properties + [.init("link", .string, "Shown this once; the page that sets the password."), .init("linkExpiresAt", .instant)])

    static func opened(_ account: Account, _ link: PasswordLink, at service: String?) -> JSONValue {
        .object(JSONObject(members(account) + members(link, service)))
    }

    private static func members(_ account: Account) -> [(String, JSONValue)] {
        [
            ("id", .string(account.id.description)), ("person", .string(account.person.description)),
            ("username", .string(account.username)), ("createdAt", SessionJSON.instant(account.createdAt)),
            ("hasPassword", .bool(account.hasPassword)), ("secondFactor", .bool(account.hasSecondFactor)),
            ("disabled", .bool(account.disabledAt != nil)),
            ("disabledReason", .string(orNull: account.disabledReason)),
        ]
    }

    private static func members(_ link: PasswordLink, _ service: String?) -> [(String, JSONValue)] {
        [("link", .string(link.address(at: service))), ("linkExpiresAt", SessionJSON.instant(link.expiresAt))]
    }
}

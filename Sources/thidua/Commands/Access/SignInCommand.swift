import ArgumentParser
import Domain
import Operations

struct SignInCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "sign-in", abstract: "Signs in and keeps the session's token in a file of one's own.",
        discussion: """
            The password is asked for, or read from standard input.
            Example: thidua sign-in --username u-minh.thuky
            """)

    @Option(help: "Name of the account.")
    var username: String

    @Option(help: "Id of the post to act in; the first in customary order when absent.")
    var post: String?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let chosen = try post.map { text in
            guard let id = Post.ID(text) else { throw Problem.invalid("--post", "phải là mã định danh (UUID) của chức vụ") }
            return id
        }
        let signIn = SignIn(username: username, password: try PasswordPrompt.read("Mật khẩu: "), post: chosen)
        let session = try await officer.withEntrance { entrance in
            try await signIn.perform(at: entrance.signIn, passwords: PasswordHasher(), ids: .system)
        }
        try TokenFile(officer.tokenFile).write(session.token)
        PostChoiceOutput.print(session.posts, acting: session.post.post, as: officer.output)
    }
}

/// The posts of an account, the acting one marked.
enum PostChoiceOutput {
    static func print(_ posts: [PostChoice], acting: Post.ID?, as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Đang làm việc", "Chức vụ", "Vai trò", "Đơn vị", "Mã đơn vị", "Mã chức vụ"],
            rows: posts.map { choice in
                [
                    choice.post == acting ? "✓" : "", choice.title, choice.role.vietnamese, choice.tenantName, choice.tenant.text,
                    choice.post.description,
                ]
            },
            json: .array(
                posts.map { choice in
                    [
                        "id": .string(choice.post.description), "acting": .bool(choice.post == acting), "title": .string(choice.title),
                        "role": .string(choice.role.rawValue), "tenant": .string(choice.tenant.text),
                        "tenantName": .string(choice.tenantName),
                    ]
                }),
            as: format)
    }
}

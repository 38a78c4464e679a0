import ArgumentParser
import Domain
import Foundation
import Operations

struct SignInCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "sign-in", abstract: "Signs in and keeps the session's token in a file of one's own.",
        discussion: """
            The password is asked for, or read from standard input; so is the code, where the account has a second factor.
            Example: thidua sign-in --username district_964.thuky
            Example: thidua sign-in --username quan.tri --code 123456
            """)

    @Option(help: "Name of the account.")
    var username: String

    @Option(help: "Id of the post to act in; the first in customary order when absent.")
    var post: String?

    @Option(help: "Code of the second factor, or a recovery code; asked for where it is needed.")
    var code: String?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let chosen = try post.map { text in
            guard let id = Post.ID(text) else { throw Problem.invalid("--post", "phải là mã định danh (UUID) của chức vụ") }
            return id
        }
        let signIn = SignIn(username: username, password: try PasswordPrompt.read("Mật khẩu: "), post: chosen)
        let (session, mustEnrol) = try await officer.withEntrance { entrance in
            let session =
                switch try await signIn.begin(at: entrance.signIn, passwords: PasswordHasher(), ids: .system) {
                case .signedIn(let session): session
                case .codeNeeded(let step):
                    try await FinishSignIn(step.token.text, code: try code ?? PasswordPrompt.code(), post: chosen)
                        .perform(at: entrance.signIn, ids: .system)
                }
            return (session, try await ShowFactor(with: session.token).perform(at: entrance.signIn).mustEnrol)
        }
        try TokenFile(officer.tokenFile).write(session.token)
        PostChoiceOutput.print(session.posts, acting: session.post.post, as: officer.output)
        if mustEnrol {
            FileHandle.standardError.write(
                Data("Chức vụ này phải xác thực hai lớp trước khi làm việc. Tiếp theo: thidua factor begin\n".utf8))
        }
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

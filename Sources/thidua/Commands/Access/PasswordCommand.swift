import ArgumentParser
import Domain
import Operations

struct PasswordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "One's own password.", subcommands: [ChangePasswordCommand.self, SetPasswordCommand.self])
}

struct ChangePasswordCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Changes one's own password; every other session and every token ends.",
        discussion:
            "The present password and the new one are asked for, or read from standard input, a line each.\nExample: thidua password change"
    )

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let session = try CommandEnvironment.token(file: officer.tokenFile)
        let changing = ChangePassword(
            session, from: try PasswordPrompt.read("Mật khẩu đang dùng: "), to: try PasswordPrompt.read("Mật khẩu mới: "))
        try await officer.withEntrance { entrance in try await changing.perform(at: entrance.signIn, passwords: PasswordHasher()) }
        print("Đã đổi mật khẩu. Các phiên làm việc và mã truy cập khác đã kết thúc.")
    }
}

struct SetPasswordCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Sets a password by a one-time link.",
        discussion:
            "The password is asked for, or read from standard input.\nExample: thidua password set https://thidua.example/set-password/tdl_…"
    )

    @Argument(help: "The link, or its last part.")
    var link: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        guard let token = LinkToken(link) else { throw Problem.linkUsed }
        let setting = SetPassword(by: token, to: try PasswordPrompt.read("Mật khẩu (ít nhất \(PasswordRule.least) ký tự): "))
        let username = try await officer.withEntrance { entrance in
            try await setting.perform(at: entrance.signIn, passwords: PasswordHasher())
        }
        print("Đã đặt mật khẩu. Đăng nhập bằng tên \(username).")
    }
}

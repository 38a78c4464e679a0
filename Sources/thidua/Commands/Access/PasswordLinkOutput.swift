import Domain
import Foundation

/// A one-time link, to be handed out.
enum PasswordLinkOutput {
    static func print(_ link: PasswordLink, for username: String?, as format: OutputFormat) {
        let address = link.address(at: CommandEnvironment.publicAddress)
        let until = link.expiresAt.ISO8601Format()
        CommandOutput.print(
            columns: ["Tên đăng nhập", "Liên kết đặt mật khẩu (dùng một lần)", "Hết hạn"], rows: [[username ?? "", address, until]],
            json: ["username": .string(orNull: username), "link": .string(address), "linkExpiresAt": .string(until)], as: format)
    }
}

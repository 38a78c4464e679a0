import Domain
import Postgres

extension SignInDoor {
    /// Asks whether a password may be tried now. It counts as failed until ``succeeded(_:from:)`` says otherwise, so that a hundred at once
    /// are no way around.
    ///
    /// - Parameters:
    ///   - username: counted alike whether or not there is such an account.
    ///   - address: an IP address; nil for the command line.
    /// - Throws: ``Problem`` `too-many-attempts` with the seconds to wait, at most 15 minutes.
    public func attempt(_ username: String, from address: String?) async throws {
        let wait = try await query("SELECT core.signin_attempt(\(username), \(address))") { result in
            try result.only { row in Int(try row.next(Int32.self)) }
        }
        guard wait == 0 else {
            let time = wait < 60 ? "\(wait) giây" : "\((wait + 59) / 60) phút"
            throw Problem(
                .tooMany, "too-many-attempts",
                "Đã thử sai quá nhiều lần. Chờ \(time) rồi đăng nhập lại; nếu quên mật khẩu, đề nghị người quản trị của đơn vị cấp liên kết đặt lại mật khẩu.",
                retryAfter: wait)
        }
    }

    public func failed(_ username: String, from address: String?) async throws {
        try await query("SELECT core.signin_failed(\(username), \(address))") { _ in }
    }

    public func succeeded(_ username: String, from address: String?) async throws {
        try await query("SELECT core.signin_succeeded(\(username), \(address))") { _ in }
    }
}

import Domain
import FoundationEssentials
import Storage

extension SignInDoor {
    /// Under which name codes of an account are counted: by the same rule as passwords, apart from them, so that a right password does not
    /// give more tries at the code. No account has a name with a blank.
    static func codeName(of account: Account.ID) -> String { "code \(account)" }

    /// The step of a code that was typed; it counts as failed until the caller says ``succeeded(_:from:)``.
    ///
    /// - Throws: ``Problem/wrongCode``, `too-many-attempts`.
    func checked(_ code: String, of totp: TOTP, account: Account.ID, from address: String?, now: Date) async throws -> Int64 {
        try await attempt(Self.codeName(of: account), from: address)
        guard let step = totp.step(ofCode: code.filter { !$0.isWhitespace }, at: now) else {
            try await failed(Self.codeName(of: account), from: address)
            throw Problem.wrongCode
        }
        return step
    }
}

import Crypto
import Domain

extension Token {
    /// A new token, and what is kept of it.
    static func fresh() -> (token: Token, hash: [UInt8]) {
        var generator = SystemRandomNumberGenerator()
        let token = Token.random(using: &generator)
        return (token, Array(SHA256.hash(data: token.bytes)))
    }
}

extension LinkToken {
    /// A new link, and what is kept of it.
    static func fresh() -> (token: LinkToken, hash: [UInt8]) {
        var generator = SystemRandomNumberGenerator()
        let token = LinkToken.random(using: &generator)
        return (token, Array(SHA256.hash(data: token.bytes)))
    }
}

extension StepToken {
    /// A new half-open sign-in, and what is kept of it.
    static func fresh() -> (token: StepToken, hash: [UInt8]) {
        var generator = SystemRandomNumberGenerator()
        let token = StepToken.random(using: &generator)
        return (token, Array(SHA256.hash(data: token.bytes)))
    }
}

extension ReleaseCode {
    /// A new code, and what is kept of it.
    static func fresh() -> (code: ReleaseCode, hash: [UInt8]) {
        var generator = SystemRandomNumberGenerator()
        let code = ReleaseCode.random(using: &generator)
        return (code, Array(SHA256.hash(data: code.bytes)))
    }
}

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

extension MarkedToken {
    /// A new one, and what is kept of it.
    static func fresh() -> (token: MarkedToken, hash: [UInt8]) {
        var generator = SystemRandomNumberGenerator()
        let token = MarkedToken.random(using: &generator)
        return (token, Array(SHA256.hash(data: token.bytes)))
    }
}

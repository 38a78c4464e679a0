import Crypto
import Domain

/// A code for who lost his device: 60 random bits as three groups of four letters and digits, good once.
struct RecoveryCode: Sendable, Hashable {
    /// `ABCD-EFGH-2345`.
    let text: String

    static func random() -> RecoveryCode {
        var generator = SystemRandomNumberGenerator()
        // 8 bytes make 13 characters, of which 12 are random to the last bit.
        let letters = Base32.text((0..<8).map { _ in UInt8.random(in: .min ... .max, using: &generator) }).prefix(12)
        return RecoveryCode(letters: letters)
    }

    /// What was typed, in capitals or not, with whatever between the groups; nil for what cannot be one.
    init?(typed: String) {
        let letters = typed.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard letters.count == 12 else { return nil }
        self.init(letters: letters[...])
    }

    private init(letters: Substring) {
        let letters = Array(letters)
        text = stride(from: 0, to: 12, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// What is kept of it. So many random bits need no slow hash.
    var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

extension RecoveryCode {
    /// Ten of them, and what is kept: one hash behind the other.
    static func fresh() -> (codes: [String], hashes: [UInt8]) {
        let codes = (0..<SecondFactor.codeCount).map { _ in RecoveryCode.random() }
        return (codes.map(\.text), codes.flatMap(\.hash))
    }
}

/// What a session or an API token is known by: 256 random bits, written as 43 characters of base64url behind a prefix.
public struct Token: Sendable, Hashable {
    public static let byteCount = 32
    /// Says what a leaked text is, so that scanners can find it.
    public static let prefix = "tdx_"
    public let bytes: [UInt8]

    /// Nil unless there are exactly 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    public static func random(using generator: inout some RandomNumberGenerator) -> Token {
        Token(unchecked: (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Reads what ``text`` wrote; nil for anything else.
    public init?(_ text: some StringProtocol) {
        // At every request: of a type that is known, and by bytes.
        let text = String(text)
        guard text.utf8.starts(with: Self.prefix.utf8) else { return nil }
        var bits: UInt32 = 0
        var bitCount = 0
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        for character in text.utf8.dropFirst(Self.prefix.utf8.count) {
            guard let value = Self.alphabet.firstIndex(of: character) else { return nil }
            bits = bits << 6 | UInt32(value)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
            }
        }
        self.init(bytes: bytes)
        // 43 characters carry two bits too many: they must be zero, so that every token has one spelling.
        guard text.utf8.count == Self.prefix.utf8.count + 43, bits & 0b11 == 0 else { return nil }
    }

    public var text: String {
        var characters: [UInt8] = Array(Self.prefix.utf8)
        var bits: UInt32 = 0
        var bitCount = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            bitCount += 8
            while bitCount >= 6 {
                bitCount -= 6
                characters.append(Self.alphabet[Int(bits >> UInt32(bitCount) & 0x3F)])
            }
        }
        characters.append(Self.alphabet[Int(bits << UInt32(6 - bitCount) & 0x3F)])
        return String(decoding: characters, as: UTF8.self)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension Token: CustomStringConvertible {
    /// Never the token itself: it may come into a log.
    public var description: String { "\(Self.prefix)…" }
}

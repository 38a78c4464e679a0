import Crypto
public import FoundationEssentials

/// Codes that follow from a secret and the time (RFC 6238 over RFC 4226): SHA-1, 30 seconds, 6 digits, as every authenticator has them.
public struct TOTP: Sendable, Hashable {
    public let secret: [UInt8]

    /// 160 bits, as RFC 4226 recommends.
    public static let secretLength = 20
    /// Seconds that one code lasts.
    public static let period: Int64 = 30
    /// Codes of so many steps before and after now are taken as well: clocks differ, and typing takes its time.
    public static let window: Int64 = 1

    public init(secret: [UInt8]) {
        self.secret = secret
    }

    public static func random() -> TOTP {
        var generator = SystemRandomNumberGenerator()
        return TOTP(secret: (0..<secretLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// The number of the 30 seconds that a moment lies in.
    public static func step(at date: Date) -> Int64 {
        Int64(date.timeIntervalSince1970.rounded(.down)) / period
    }

    /// The code of one step.
    public func code(_ step: Int64, digits: Int = 6) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        // Dynamic truncation: the last four bits say where the four bytes begin, whose sign is dropped.
        let start = Int(mac[mac.count - 1] & 0x0F)
        let number = mac[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code was typed, at most one away from now; nil for none. Each candidate is compared to its end.
    public func step(ofCode typed: String, at date: Date) -> Int64? {
        let now = Self.step(at: date)
        return (now - Self.window...now + Self.window).reduce(Int64?.none) { found, step in
            let differs = zip(code(step).utf8, typed.utf8).reduce(typed.utf8.count == 6 ? 0 : 1) { $0 | ($1.0 ^ $1.1) }
            return differs == 0 ? step : found
        }
    }

    /// For typing it into an authenticator.
    public var base32: String { Base32.text(secret) }

    /// What an authenticator reads, also as a link on a telephone.
    public func uri(for username: String) -> String {
        "otpauth://totp/\(Self.issuer):\(username)?secret=\(base32)&issuer=\(Self.issuer)&algorithm=SHA1&digits=6&period=\(Self.period)"
    }

    private static let issuer = "ThiDua"
}

/// RFC 4648, without padding.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        var (bits, count): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                characters.append(alphabet[Int(bits >> count & 0x1F)])
            }
        }
        if count > 0 { characters.append(alphabet[Int(bits << (5 - count) & 0x1F)]) }
        return String(decoding: characters, as: UTF8.self)
    }
}

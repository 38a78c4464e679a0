import CArgon2
import Dispatch
import Domain
import Synchronization

/// Argon2id (RFC 9106) on a thread of its own, one password at a time: a storm of sign-ins takes one core and 19 MiB, never the whole
/// machine, and blocks no thread that serves requests.
public final class PasswordHasher: Sendable {
    /// What ``hash(_:)`` spends; ``verify(_:against:)`` spends what the hash says.
    public let cost: PasswordCost
    private let queue = DispatchQueue(label: "thidua.passwords")
    private let waiting = Mutex(0)
    /// A well-formed hash of no password at all.
    private let nobody: String

    /// At 50 ms each, whoever comes last has waited about 10 s: longer no browser waits.
    private static let mostWaiting = 200
    private static let saltLength = 16
    private static let hashLength = 32

    public init(_ cost: PasswordCost = .standard) {
        self.cost = cost
        let salt = Base64.text(Self.random(Self.saltLength))
        nobody = "$argon2id$v=19$\(cost.text)$\(salt)$\(Base64.text(Self.random(Self.hashLength)))"
    }

    /// A PHC string with cost, fresh salt and hash.
    ///
    /// - Throws: ``Problem/unavailable`` when too many wait already.
    public func hash(_ password: String) async throws -> String {
        let (bytes, salt, cost) = (Self.bytes(password), Self.random(Self.saltLength), cost)
        return try await run {
            let capacity = argon2_encodedlen(
                cost.passes, cost.memoryKiB, cost.lanes, UInt32(Self.saltLength), UInt32(Self.hashLength), Argon2_id)
            var encoded = [CChar](repeating: 0, count: capacity)
            let failure = argon2id_hash_encoded(
                cost.passes, cost.memoryKiB, cost.lanes, bytes, bytes.count, salt, salt.count, Self.hashLength, &encoded, encoded.count)
            guard failure == ARGON2_OK.rawValue else { throw Problem.unavailable }
            return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    /// Whether the password is the one of the hash. Without a hash the answer is no, and takes as long: an unknown name is not told from a
    /// wrong password by a clock.
    ///
    /// - Throws: ``Problem/unavailable`` when too many wait already.
    public func verify(_ password: String, against hash: String?) async throws -> Bool {
        let (bytes, encoded) = (Self.bytes(password), hash ?? nobody)
        return try await run { argon2id_verify(encoded, bytes, bytes.count) == ARGON2_OK.rawValue }
    }

    /// The same password typed on another keyboard may come decomposed.
    private static func bytes(_ password: String) -> [UInt8] {
        Array(VietnameseText.composed(password).utf8)
    }

    private static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    private func run<R: Sendable>(_ work: @escaping @Sendable () throws -> R) async throws -> R {
        let admitted = waiting.withLock { count in
            guard count < Self.mostWaiting else { return false }
            count += 1
            return true
        }
        guard admitted else { throw Problem.unavailable }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}

/// As PHC strings write bytes: RFC 4648 without padding.
private enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                characters.append(alphabet[Int(bits >> UInt32(count) & 0x3F)])
            }
        }
        if count > 0 { characters.append(alphabet[Int(bits << UInt32(6 - count) & 0x3F)]) }
        return String(decoding: characters, as: UTF8.self)
    }
}

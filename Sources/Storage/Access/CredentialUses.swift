import Crypto
import Domain
import Postgres
import Synchronization

/// Which credentials this process saw used since it last told the database. Requests only read; what they used is written in one
/// statement for all of them, by the sign-in login.
final class CredentialUses: Sendable {
    /// What an attacker can fill between two writes is bounded; a use that is not noted costs an idle session at worst.
    private static let capacity = 20_000

    private let seen = Mutex<[Token: ContinuousClock.Instant]>([:])

    /// Called once the database let the credential in.
    func note(_ token: Token) {
        seen.withLock { seen in
            guard seen.count < Self.capacity || seen[token] != nil else { return }
            seen[token] = .now
        }
    }

    /// SHA-256 of what was used, one behind the other, and how many seconds ago; forgets it.
    func take() -> (hashes: [UInt8], secondsAgo: [Double]) {
        let now = ContinuousClock.now
        let taken = seen.withLock { seen in
            defer { seen.removeAll(keepingCapacity: true) }
            return Array(seen)
        }
        return (taken.flatMap { Array(SHA256.hash(data: $0.key.bytes)) }, taken.map { ($0.value.duration(to: now)).seconds })
    }
}

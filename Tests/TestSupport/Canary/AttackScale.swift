import Foundation

/// How much is tried. `ISOLATION_ATTEMPTS=1000000` is the long run, `ISOLATION_SEED` repeats one that failed. `CONTESTED_ATTEMPTS=100000` is the
/// long run of what many want at once: slots of a round, votes of a council.
public enum AttackScale {
    public static let contested = number("CONTESTED_ATTEMPTS").map(Int.init(clamping:)) ?? 2_000
    public static let attempts = number("ISOLATION_ATTEMPTS").map(Int.init(clamping:)) ?? 20_000
    public static let seed = number("ISOLATION_SEED") ?? 0x7D1A_2023
    /// For the time limit of a suite: generous, since a stuck attempt is what it is for.
    public static let minutes = 30 + max(attempts, contested) / 2_000

    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }
}

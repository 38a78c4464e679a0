/// What one Argon2id hash costs. It is written into every hash (PHC string), so it can rise while older hashes stay good.
public struct PasswordCost: Sendable, Hashable {
    public let memoryKiB: UInt32
    public let passes: UInt32
    public let lanes: UInt32

    public init(memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
        self.memoryKiB = memoryKiB
        self.passes = passes
        self.lanes = lanes
    }

    /// 19 MiB, 2 passes, 1 lane: about 50 ms on one core.
    public static let standard = PasswordCost(memoryKiB: 19 * 1_024, passes: 2, lanes: 1)

    /// The least that Argon2 takes, for tests: guards nothing.
    public static let least = PasswordCost(memoryKiB: 8, passes: 1, lanes: 1)

    /// As in a PHC string.
    var text: String { "m=\(memoryKiB),t=\(passes),p=\(lanes)" }
}

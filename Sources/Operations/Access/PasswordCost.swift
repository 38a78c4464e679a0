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

    /// Whether a hash was made for less than this: then the next sign-in makes another.
    func exceeds(_ hash: String) -> Bool {
        guard let kept = PasswordCost(phc: hash) else { return true }
        return (kept.memoryKiB, kept.passes) != (memoryKiB, passes) && kept.memoryKiB <= memoryKiB && kept.passes <= passes
    }

    /// Reads the cost out of a PHC string.
    init?(phc hash: String) {
        let parts = hash.split(separator: "$")
        guard parts.count == 5, parts[0] == "argon2id" else { return nil }
        let numbers = parts[2].split(separator: ",").map { $0.split(separator: "=").last.flatMap { UInt32($0) } }
        guard numbers.count == 3, let memory = numbers[0], let passes = numbers[1], let lanes = numbers[2] else { return nil }
        self.init(memoryKiB: memory, passes: passes, lanes: lanes)
    }

    /// As in a PHC string.
    var text: String { "m=\(memoryKiB),t=\(passes),p=\(lanes)" }
}

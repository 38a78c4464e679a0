import Foundation
import TestSupport
import Testing

/// The check that holds the policies against the matrix finds what is wrong with them: each of thirty changes, drawn by chance, makes it red.
/// `THIDUA_ALL_MUTATIONS=1` tries all there are, `THIDUA_SEED` others.
@Suite("Mutations of the policies", .province, .timeLimit(.minutes(15)))
struct PolicyMutationTests {
    private let province = Province.current

    @Test("are caught by the matrix check, thirty of thirty")
    func caught() async throws {
        let stage = try await MatrixStage(in: province)
        let check = MatrixCheck(stage, in: province)
        let all = try await PolicyMutation.all(in: province)
        let environment = ProcessInfo.processInfo.environment
        let seed = environment["THIDUA_SEED"].flatMap(UInt64.init) ?? 20_230_620
        var generator = SeededNumbers(seed)
        let drawn = environment["THIDUA_ALL_MUTATIONS"] == nil ? Array(all.shuffled(using: &generator).prefix(30)) : all
        var survivors: [String] = []
        for mutation in drawn {
            try await province.asSuperuser(mutation.apply)
            let report = try await check.run(stopsEarly: true)
            try await province.asSuperuser(mutation.undo)
            print("mutation \(report.differences.isEmpty ? "SURVIVES" : "caught"): \(mutation.name)")
            if report.differences.isEmpty { survivors.append(mutation.name) }
        }
        print("mutations: \(drawn.count) of \(all.count) tried with seed \(seed), \(drawn.count - survivors.count) caught")
        #expect(survivors.isEmpty, "\(survivors.joined(separator: "\n"))")
        // The database is as before: otherwise one mutation would have been caught in the place of the next.
        #expect(try await check.run().differences.isEmpty)
    }
}

/// The same draw for the same seed (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

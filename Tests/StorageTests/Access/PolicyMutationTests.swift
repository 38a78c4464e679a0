import Foundation
import TestSupport
import Testing

/// The matrix is worth something: whatever is changed in the policies, it finds. `MUTATION_SEED` repeats a draw, `MUTATIONS=all` tries every
/// mutation there is.
@Suite("Mutations of the policies", .province, .serialized, .timeLimit(.minutes(MutationScale.minutes)))
struct PolicyMutationTests {
    private let province = Province.current

    @Test("are each found by the policy matrix")
    func found() async throws {
        let stage = try await MatrixStage(in: province)
        let check = MatrixCheck(stage, in: province)
        let before = try await PolicyMutation.fingerprint(of: province)

        let every = try await PolicyMutation.all(in: province)
        let meant = every.filter { $0.equivalence == nil }
        #expect(meant.count > 400, "there are hardly any: \(meant.count)")
        var draw = MutationDraw(meant, seed: MutationScale.seed)
        var (caught, impossible, survivors) = (0, 0, [String]())
        while caught + survivors.count < MutationScale.count, let mutation = draw.next() {
            switch try await mutation.outcome(against: check, in: province) {
            case .caught(let difference):
                caught += 1
                print("mutation \(caught): \(mutation): \(difference.prefix(160))")
            case .survived: survivors.append(mutation.description)
            // What `PolicyMatrixTests` would have found without any mutation.
            case .unsound(let difference): throw MutationFailure(description: "\(mutation): differs also without it: \(difference)")
            case .impossible: impossible += 1
            }
        }
        print(
            "policy mutations: \(caught) of \(caught + survivors.count) caught, seed \(MutationScale.seed), of \(every.count) there are, "
                + "\(every.count - meant.count) equivalent by rule, \(impossible) refused by the database")
        #expect(survivors.isEmpty, "\(survivors.joined(separator: "\n"))")
        #expect(caught >= min(30, MutationScale.count))

        // Everything was taken back.
        #expect(try await PolicyMutation.fingerprint(of: province) == before)
    }
}

private struct MutationFailure: Error, CustomStringConvertible {
    let description: String
}

/// How many are drawn, and by which numbers.
private enum MutationScale {
    private static let asked = ProcessInfo.processInfo.environment["MUTATIONS"]
    static let count = asked == "all" ? Int.max : asked.flatMap { Int($0) } ?? 30
    static let seed = ProcessInfo.processInfo.environment["MUTATION_SEED"].flatMap { UInt64($0) } ?? 2023
    static let minutes = count > 100 ? 240 : 45
}

/// Each kind in turn, and of each kind one after the other in an order of chance: thirty are not all of the kind that there are most of. The
/// order comes from the seed and what each is called, so that a new policy does not draw all others anew.
private struct MutationDraw {
    private var decks: [[PolicyMutation]]
    private var turn = 0

    init(_ mutations: [PolicyMutation], seed: UInt64) {
        decks = PolicyMutation.Kind.allCases.map { kind in
            mutations.filter { $0.kind == kind }.sorted { Self.place($0, seed) < Self.place($1, seed) }
        }
    }

    private static func place(_ mutation: PolicyMutation, _ seed: UInt64) -> UInt64 {
        // FNV-1a, and one step of a generator: neighbouring texts are strewn far apart.
        let hash = mutation.description.utf8.reduce(0xcbf2_9ce4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        var generator = SeededGenerator(seed: hash)
        return generator.next()
    }

    mutating func next() -> PolicyMutation? {
        for _ in decks.indices {
            defer { turn += 1 }
            if let mutation = decks[turn % decks.count].popLast() { return mutation }
        }
        return nil
    }
}

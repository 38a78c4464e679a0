import Domain
import TestSupport
import Testing

/// Role × deed × relation × state: what the policy says, the row policies do.
@Suite("The policy matrix against the row policies", .province, .timeLimit(.minutes(30)))
struct PolicyMatrixTests {
    private let province = Province.current

    @Test("agrees in every cell, by raw SQL of every role's seats")
    func everyCell() async throws {
        let stage = try await MatrixStage(in: province)
        let clock = ContinuousClock()
        let start = clock.now
        let report = try await MatrixCheck(stage, in: province).run()
        print(
            "policy matrix: \(MatrixCell.all.count) cells, \(report.cells.count) of them with something to ask for, "
                + "\(report.attempts) statements tried, \(report.differences.count) differences, \(clock.now - start)")
        #expect(report.differences.isEmpty, "\(report.differences.prefix(60).joined(separator: "\n"))")
    }
}

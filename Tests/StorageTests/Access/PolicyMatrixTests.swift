import Domain
import TestSupport
import Testing

/// Role × deed × relation × state: what the policy says, the row policies do.
@Suite("The policy matrix against the row policies", .provinceFirst, .timeLimit(.minutes(30)))
struct PolicyMatrixTests {
    private let province = Province.current

    @Test("agrees in every cell, by raw SQL of every role's seats")
    func everyCell() async throws {
        let stage = try await MatrixStage(in: province)
        let clock = ContinuousClock()
        let start = clock.now
        let check = MatrixCheck(stage, in: province)
        let report = try await check.run()
        print(
            "policy matrix: \(MatrixCell.all.count) cells, \(report.cells.count) of them with something to ask for, "
                + "\(report.attempts) statements tried, \(report.differences.count) differences, \(clock.now - start)")
        #expect(report.differences.isEmpty, "\(report.differences.prefix(60).joined(separator: "\n"))")

        // As the control: a cell that is read the wrong way round is found. That a policy less is found, the drawn mutations show.
        let turned = MatrixCell(.subUnitOfficer, .reading(.item), .sibling, .open)
        let control = try await check.run(stopsEarly: true, .about(["work_item"]), turning: turned)
        #expect(control.differences.contains { $0.contains("\(turned)") })
    }
}

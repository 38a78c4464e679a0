import ArgumentParser
import Domain
import TestSupport
import Testing

@testable import thidua

/// Officers' commands ask the policy the same as HTTP: each declares its deed, and each is run as some who may and some who may not.
@Suite("The policy matrix by commands", .province, .serialized, .timeLimit(.minutes(30)))
struct CommandMatrixTests {
    private let province = Province.current

    @Test("every command that takes a token declares what it asks, and has a question")
    func complete() {
        let taking = CommandRunner.commands.filter { $0.type.helpMessage(columns: 400).contains("--token-file") }
        #expect(taking.count > 40)
        for (words, type) in taking {
            let line = words.joined(separator: " ")
            #expect(type is any OfficerCommand.Type, "\(line) does not declare the deed that it asks")
            #expect(CommandQuestion.of(words) != nil || CommandQuestion.others[line] != nil, "\(line): add it to CommandQuestion")
        }
    }

    @Test("agrees with the table, for every command and every role")
    func everyCommand() async throws {
        let stage = try await MatrixStage(in: province)
        try await province.undoEveryChange()
        let runner = CommandRunner(database: province.url)
        let start = ContinuousClock.now
        var draw = Draw(stage)
        var (runs, cells, differences) = (0, Set<MatrixCell>(), [String]())
        for (words, type) in CommandRunner.commands {
            guard let officers = type as? any OfficerCommand.Type, let question = CommandQuestion.of(words) else { continue }
            for (seat, target, cell) in draw.cases(of: question, officers.asks) {
                var heard: [(place: [String], answer: MatrixAnswer, text: String)] = []
                for place in question.places(target) {
                    let outcome = try await runner.run(words + question.words(target) + place, as: seat.token)
                    let isSeen = question.sees.map { outcome.text.contains($0(target)) } ?? true
                    let isRefused = !isSeen || question.refusals.contains(where: outcome.text.contains)
                    heard.append((place, outcome.answer == .allowed && isRefused ? .refused : outcome.answer, outcome.text))
                    runs += 1
                }
                cells.insert(cell)
                let isOdd = heard.contains { if case .odd = $0.answer { true } else { false } }
                guard isOdd || heard.contains(where: { $0.answer == .allowed }) != cell.decision.isAllowed else { continue }
                let said = heard.map { "\($0.place.joined(separator: " ")): \($0.answer) \($0.text.prefix(200))" }.joined(separator: "; ")
                differences.append(
                    "\(words.joined(separator: " ")): \(cell) [\(seat), \(target)]: \(cell.decision.isAllowed ? "allowed" : "refused"), but \(said)"
                )
            }
        }
        print(
            "policy matrix by commands: \(cells.count) cells over \(CommandRunner.commands.count { $0.type is any OfficerCommand.Type }) "
                + "commands, \(runs) runs, \(differences.count) differences, \(ContinuousClock.now - start)")
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
        #expect(draw.uncovered.isEmpty, "roles that were not both allowed and refused something: \(draw.uncovered)")
    }

    /// Chooses who asks: two who may and two who may not, of the roles that had least of it so far.
    private struct Draw {
        private let stage: MatrixStage
        private var times: [Bool: [Role: Int]] = [true: [:], false: [:]]

        init(_ stage: MatrixStage) {
            self.stage = stage
        }

        var uncovered: [String] {
            [true, false].flatMap { isAllowed in
                Set(stage.officers.map(\.role)).filter { times[isAllowed]?[$0] == nil }.map { "\($0.rawValue) \(isAllowed)" }
            }
        }

        mutating func cases(
            of question: CommandQuestion, _ deed: Deed
        ) -> [(seat: MatrixStage.MatrixSeat, target: MatrixTarget, cell: MatrixCell)] {
            let every = stage.officers.filter { $0.slot == .middle && !$0.place.isClosed }.flatMap { seat in
                stage.targets(of: seat, question.subject).filter { !question.skips($0) }.map { target in
                    (seat: seat, target: target, cell: MatrixCell(seat.role, deed, target.relation, target.state))
                }
            }
            return [true, false].flatMap { isAllowed in
                (0..<2).compactMap { _ in
                    let choice = every.filter { $0.cell.decision.isAllowed == isAllowed }
                        .min { (times[isAllowed]?[$0.seat.role] ?? 0) < (times[isAllowed]?[$1.seat.role] ?? 0) }
                    if let choice { times[isAllowed]?[choice.seat.role, default: 0] += 1 }
                    return choice
                }
            }
        }
    }
}

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
        let taking = CommandRunner.commands.filter { Self.takesToken($0.type) }
        #expect(taking.count > 40)
        for (words, type) in taking {
            let line = words.joined(separator: " ")
            #expect(type is any OfficerCommand.Type, "\(line) does not declare the deed that it asks")
            #expect(CommandQuestion.of(words) != nil || CommandQuestion.others[line] != nil, "\(line): add it to CommandQuestion")
        }
    }

    @Test("agrees with the table, for every command and every role")
    func everyCommand() async throws {
        let stage = try await MatrixStage(in: province, asks: .officers)
        try await province.undoEveryChange()
        let start = ContinuousClock.now
        var draw = Draw(stage)
        let cases = CommandRunner.commands.flatMap { words, type -> [Case] in
            guard let officers = type as? any OfficerCommand.Type, let question = CommandQuestion.of(words) else { return [] }
            return draw.cases(of: question, words, officers.asks)
        }
        let runner = CommandRunner(database: province.url, entrance: province.entrance)
        let report = try await withThrowingTaskGroup(of: Report.self) { group in
            for lane in 0..<4 {
                group.addTask {
                    var report = Report()
                    for index in stride(from: lane, to: cases.count, by: 4) { try await cases[index].ask(runner, &report) }
                    return report
                }
            }
            return try await group.reduce(into: Report()) { $0.add($1) }
        }
        print(
            "policy matrix by commands: \(report.cells.count) cells over \(Set(cases.map(\.words)).count) commands, \(report.runs) runs, "
                + "\(report.differences.count) differences, \(ContinuousClock.now - start)")
        #expect(report.differences.isEmpty, "\(report.differences.sorted().joined(separator: "\n"))")
        // As the control: the same answer is a difference when the cell is read the wrong way round.
        for question in [cases.first { $0.isAllowed }, cases.first { !$0.isAllowed }] {
            let question = try #require(question)
            var turned = Report()
            try await question.ask(runner, &turned, turned: true)
            #expect(turned.differences.count == 1)
        }
        #expect(draw.uncovered.isEmpty, "roles that were not both allowed and refused something: \(draw.uncovered)")
    }

    /// Whether an officer's seat is among what a command takes, at whatever depth.
    private static func takesToken(_ type: any ParsableArguments.Type) -> Bool {
        type == OfficerSeat.self
            || Mirror(reflecting: type.init()).children.contains { part in
                (part.value as? any ArgumentGroup).map { takesToken(Swift.type(of: $0).arguments) } ?? false
            }
    }

    private struct Report: Sendable {
        var cells: Set<MatrixCell> = []
        var runs = 0
        var differences: [String] = []

        mutating func add(_ other: Report) {
            cells.formUnion(other.cells)
            runs += other.runs
            differences += other.differences
        }
    }

    /// One command of one who may or may not.
    private struct Case: Sendable {
        let words: [String]
        let question: CommandQuestion
        let seat: MatrixStage.MatrixSeat
        let target: MatrixTarget
        let cell: MatrixCell

        /// What the command asks is allowed, and what it asks besides.
        var isAllowed: Bool {
            cell.decision.isAllowed
                && question.alsoAsks.allSatisfy {
                    MatrixCell(seat.role, $0, target.relation, question.alsoIn ?? target.state).decision.isAllowed
                }
        }

        /// - Parameter turned: the cell is read the wrong way round, as the control.
        func ask(_ runner: CommandRunner, _ report: inout Report, turned: Bool = false) async throws {
            let isExpected = isAllowed != turned
            var heard: [(place: [String], answer: MatrixAnswer, text: String)] = []
            for place in question.places(target) {
                let outcome = try await runner.run(words + question.words(target) + place, as: seat.token)
                let isSeen = question.sees.map { outcome.text.contains($0(target)) } ?? true
                let isRefused = !isSeen || question.refusals.contains(where: outcome.text.contains)
                heard.append((place, outcome.answer == .allowed && isRefused ? .refused : outcome.answer, outcome.text))
                report.runs += 1
            }
            report.cells.insert(cell)
            let isOdd = heard.contains { if case .odd = $0.answer { true } else { false } }
            guard isOdd || heard.contains(where: { $0.answer == .allowed }) != isExpected else { return }
            let said = heard.map { "\($0.place.joined(separator: " ")): \($0.answer) \($0.text.prefix(300))" }.joined(separator: "; ")
            report.differences.append(
                "\(words.joined(separator: " ")): \(cell) [\(seat), \(target)]: \(isExpected ? "allowed" : "refused"), but \(said)")
        }
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

        mutating func cases(of question: CommandQuestion, _ words: [String], _ deed: Deed) -> [Case] {
            let every = stage.officers.filter { $0.slot == .middle && !$0.place.isClosed }.flatMap { seat in
                stage.targets(of: seat, question.subject).filter { !question.skips($0) }.map { target in
                    Case(
                        words: words, question: question, seat: seat, target: target,
                        cell: MatrixCell(seat.role, deed, target.relation, target.state))
                }
            }
            return [true, false].flatMap { isAllowed in
                (0..<2).compactMap { _ in
                    let choice = every.filter { $0.isAllowed == isAllowed }
                        .min { (times[isAllowed]?[$0.seat.role] ?? 0) < (times[isAllowed]?[$1.seat.role] ?? 0) }
                    if let choice { times[isAllowed]?[choice.seat.role, default: 0] += 1 }
                    return choice
                }
            }
        }
    }
}

/// Arguments within arguments.
private protocol ArgumentGroup {
    static var arguments: any ParsableArguments.Type { get }
}

extension OptionGroup: ArgumentGroup {
    static var arguments: any ParsableArguments.Type { Value.self }
}

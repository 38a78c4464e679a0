import ArgumentParser
import Domain
import Foundation
import Operations
import Synchronization
import TestSupport

@testable import thidua

/// Runs an officer's command as the executable does, in this process: parsed from its words, by the token of a file.
struct CommandRunner: Sendable {
    let database: String
    /// Doors that all of them share; nil: each opens its own, as the executable does.
    var entrance: Entrance?

    struct Outcome: Sendable {
        let answer: MatrixAnswer
        /// What was printed, and what was said of a refusal.
        let text: String
    }

    func run(_ words: [String], as token: Token) async throws -> Outcome {
        let file = FileManager.default.temporaryDirectory.appending(path: "thidua-token-\(UUID())").path
        try Data(token.text.utf8).write(to: URL(filePath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let printed = Printed()
        do {
            try await CommandOutput.$taker.withValue({ printed.add($0) }) {
                let command = try ThiDua.parseAsRoot(words + ["--database", database, "--token-file", file])
                guard let officer = command as? any OfficerCommand else { throw NotAnOfficers(words: words) }
                try await CommandRun.$entrance.withValue(entrance) { try await CommandRun.run(officer) }
            }
            return Outcome(answer: .allowed, text: printed.text)
        } catch let problem as Problem {
            let said = "\(problem.code): \(problem.detail) \(problem.fields.map { "\($0.path) \($0.reason)" }.joined(separator: "; "))"
            return Outcome(answer: MatrixAnswer(problem.kind, problem.code), text: printed.text + said)
        } catch is ExitCode {
            // It was answered; the answer was no.
            return Outcome(answer: .allowed, text: printed.text)
        } catch {
            return Outcome(answer: .odd("\(error)"), text: printed.text + ThiDua.fullMessage(for: error))
        }
    }

    private struct NotAnOfficers: Error { let words: [String] }

    private final class Printed: Sendable {
        private let lines = Mutex("")
        var text: String { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0 += line } }
    }

    /// Every command that does something, with the words that call it.
    static let commands: [(words: [String], type: any ParsableCommand.Type)] = below(ThiDua.self, [])

    private static func below(_ type: any ParsableCommand.Type, _ words: [String]) -> [(words: [String], type: any ParsableCommand.Type)] {
        let subcommands = type.configuration.subcommands
        guard !subcommands.isEmpty else { return [(words, type)] }
        return subcommands.flatMap { below($0, words + [$0.configuration.commandName ?? ""]) }
    }
}

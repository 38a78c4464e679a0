import ArgumentParser
import Domain
import Operations

/// A command that acts for an officer, by his token and through the same door as HTTP.
protocol OfficerCommand: AsyncParsableCommand {
    /// What it asks of the policy. Every one says so: the tests hold it against the table, and refuse a command that takes a token and
    /// declares nothing.
    static var asks: Deed { get }
    /// What it asks instead, with some options or about some things.
    static var orAsks: [Deed] { get }
    /// What this run asks, one of them.
    var deeds: [Deed] { get }
}

extension OfficerCommand {
    static var orAsks: [Deed] { [] }
    var deeds: [Deed] { [Self.asks] + Self.orAsks }
}

/// A command on its run.
enum CommandRun {
    /// What the command asks; its entry says it at the door, where an API token that may not do it is refused.
    @TaskLocal static var deeds: [Deed] = []

    /// Doors that stand open already, for who runs many commands in his own process; nil: each command opens its own and closes them.
    @TaskLocal static var entrance: Entrance?

    /// What was typed after `thidua`; nothing where nobody typed.
    @TaskLocal static var words: [String] = []

    /// The same without where the database, the token and the answer are: what a list was filtered by, for the audit.
    static var filterWords: String {
        let beside = ["--database", "--token-file", "--output-file", "--output"]
        var kept: [String] = []
        var isValue = false
        for word in words {
            if isValue {
                isValue = false
            } else if beside.contains(word) {
                isValue = true
            } else if !beside.contains(where: { word.hasPrefix("\($0)=") }) {
                kept.append(word)
            }
        }
        return kept.joined(separator: " ")
    }

    static func run(_ command: any AsyncParsableCommand) async throws {
        let deeds = (command as? any OfficerCommand)?.deeds ?? []
        do {
            try await $deeds.withValue(deeds) {
                var running = command
                try await running.run()
            }
        } catch let problem as Problem {
            throw problem.naming(deeds)
        }
    }
}

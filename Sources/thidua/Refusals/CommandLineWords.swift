import ArgumentParser

/// The words that were typed after the program's name, and the command they lead to.
struct CommandLineWords {
    let command: any ParsableCommand.Type
    /// `thidua item show`.
    let name: String
    /// After the names of the commands.
    let words: [String]

    init(_ typed: [String]) {
        var (command, name): (any ParsableCommand.Type, String) = (ThiDua.self, "thidua")
        var rest = typed[...]
        while let word = rest.first, let next = command.configuration.subcommands.first(where: { $0._commandName == word }) {
            (command, name) = (next, name + " " + word)
            rest.removeFirst()
        }
        (self.command, self.name, words) = (command, name, Array(rest))
    }

    /// Each option or argument with the value given to it; nil for an option without one.
    func parts(_ help: CommandHelp) -> [(name: String, value: String?)] {
        var parts: [(name: String, value: String?)] = []
        var (rest, arguments) = (words[...], help.arguments[...])
        while let word = rest.popFirst() {
            if word.hasPrefix("--"), let sign = word.firstIndex(of: "=") {
                parts.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
            } else if word.hasPrefix("-"), word.count > 1 {
                parts.append((word, help.valued.contains(word) ? rest.popFirst() : nil))
            } else {
                // The last argument may be repeated.
                parts.append((arguments.first ?? help.arguments.last ?? "", word))
                arguments = arguments.dropFirst()
            }
        }
        return parts
    }
}

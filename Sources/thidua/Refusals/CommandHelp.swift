import ArgumentParser

/// What a command takes, read from its own help: so that what is said of an option is never said of one that the command does not have.
struct CommandHelp {
    /// As they are typed: `--full-name`.
    let options: Set<String>
    /// Those that are followed by a value.
    let valued: Set<String>
    /// Names of what is given without an option, in order: `<item>`.
    let arguments: [String]

    init(_ command: any ParsableCommand.Type) {
        self.init(ThiDua.helpMessage(for: command, columns: 1_000))
    }

    /// - Parameter text: in the parser's form: `  --unit <unit>   Only of …`, `  -h, --help   …`, `  --a/--no-a   …`.
    init(_ text: String) {
        var (options, valued, arguments): (Set<String>, Set<String>, [String]) = ([], [], [])
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("  ") {
            let words: [String] = line.split(separator: " ").prefix(4).map(String.init)
            guard let first = words.first, !line.dropFirst(2).hasPrefix(" ") else { continue }
            if first.hasPrefix("<"), let end = first.firstIndex(of: ">") {
                arguments.append(String(first[...end]))
            } else if first.hasPrefix("-") {
                let flags = words.prefix { $0.hasPrefix("-") }
                let names = flags.flatMap { flag in flag.split(separator: "/").map { String($0.prefix { $0 != "," }) } }
                options.formUnion(names)
                if words.dropFirst(flags.count).first?.hasPrefix("<") == true { valued.formUnion(names) }
            }
        }
        (self.options, self.valued, self.arguments) = (options, valued, arguments)
    }
}

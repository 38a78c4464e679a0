import ArgumentParser
import Domain
import Foundation

/// What the argument parser, or a command's own check of its options, says no to: first in Vietnamese, with the option and the next step.
struct UsageRefusal {
    let line: CommandLineWords
    /// The parser's own sentence, or that of a command's check, which is Vietnamese already.
    let message: String
    /// What the parser prints on its own, usage included.
    let original: String

    var text: String {
        let help = CommandHelp(line.command)
        let next = "Xem cách dùng: \(line.name) --help"
        guard let sentence = unknownCommand ?? unknownOption(help) ?? translated(help) else {
            // What a command's own check says is Vietnamese; any other sentence of the parser is English and stands below, as it is.
            let isEnglish = message.allSatisfy(\.isASCII)
            let said = isEnglish ? ["Lệnh chưa đúng: xem thông báo dưới đây", next, original] : ["Lệnh chưa đúng: \(message)", next]
            return said.joined(separator: "\n") + "\n"
        }
        let form = original.split(separator: "\n").first { $0.hasPrefix("Usage: ") }.map { "Cú pháp: \($0.dropFirst(7))" }
        return ["Lệnh chưa đúng: \(sentence)", form, next].compactMap(\.self).joined(separator: "\n") + "\n"
    }

    /// A verb that the command does not have: none of its options can be judged.
    private var unknownCommand: String? {
        let commands = line.command.configuration.subcommands.map { $0._commandName }
        guard !commands.isEmpty, line.command.configuration.defaultSubcommand == nil, let word = line.words.first, !word.hasPrefix("-")
        else {
            return nil
        }
        return "không có lệnh “\(word)”; chọn một trong: \(commands.joined(separator: ", "))"
    }

    /// Said before anything else is found missing: a slip of the keyboard explains the rest.
    private func unknownOption(_ help: CommandHelp) -> String? {
        let unknown = line.words.prefix { $0 != "--" }.filter { $0.hasPrefix("--") && $0.count > 2 }
            .map { String($0.prefix { $0 != "=" }) }.first { !help.options.contains($0) }
        return unknown.map { "không có tùy chọn \($0)" }
    }

    /// What a command itself says of a value that it cannot read: `The value 'a' is invalid for '--b <b>': …`.
    private var commandsOwn: String? {
        guard let place = message.range(of: " is invalid for '"),
            let end = message.range(of: "': ", range: place.upperBound..<message.endIndex)
        else { return nil }
        let said = String(message[end.upperBound...])
        return said.allSatisfy(\.isASCII) ? nil : said
    }

    private func translated(_ help: CommandHelp) -> String? {
        if let commandsOwn { return commandsOwn }
        let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
        let places = quoted.map { String($0.prefix { $0 != " " }) }
        // The value 'a' is invalid for '--b <b>'. Please provide one of 'c' and 'd'.
        // Many are listed below each other: `  - c`.
        if message.hasPrefix("The value "), quoted.count > 1 {
            let listed = message.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }.filter { $0.hasPrefix("- ") }
            return invalid(quoted[0], at: places[1], of: Array(quoted.dropFirst(2)) + listed.map { String($0.dropFirst(2)) })
        }
        let place = places.first ?? ""
        if message.hasPrefix("Missing value for") {
            let words = line.words
            if let index = words.firstIndex(of: place), words.indices.contains(index + 1), Int(words[index + 1]) != nil {
                return "\(place): “\(words[index + 1])” không hợp lệ; ghi số không âm"
            }
            return "thiếu giá trị của \(place)"
        }
        if message.hasPrefix("Missing expected argument") { return "thiếu \(place)" }
        if message.hasPrefix("Unknown option") { return "không có tùy chọn \(place)" }
        if message.hasPrefix("Unexpected argument") || message.contains("unexpected arguments") {
            return "thừa \(quoted.map { "“\($0)”" }.joined(separator: ", "))"
        }
        return nil
    }

    private func invalid(_ value: String, at place: String, of choices: [String]) -> String {
        let known = Self.numbers[place] ?? Problem.steps[place] ?? "xem giá trị được nhận trong phần trợ giúp"
        let step = choices.isEmpty ? known : "chọn một trong: \(choices.joined(separator: ", "))"
        guard Self.dates.contains(place) else { return "\(place): “\(value)” không hợp lệ; \(step)" }
        let today = CivilDate(atSecondsSince1970: Int64(Date().timeIntervalSince1970))
        if let refusal = (CivilDate(value) ?? CivilDate(vietnamese: value))?.refusal(on: today) { return "\(place): \(refusal)" }
        return "\(place): “\(value)” không phải ngày có thật; ghi ngày có trên lịch, dạng 2023-03-31 hoặc 31/3/2023"
    }

    /// The options that are numbers, and how each is written.
    private static let numbers: [String: String] = [
        "--limit": "ghi số nguyên", "--port": "ghi số nguyên", "--connections": "ghi số nguyên", "--days": "ghi số nguyên",
        "--position": "ghi số nguyên", "--attendance": "ghi số nguyên", "--version": "ghi số nguyên",
        "--milestone": "chọn một mức: 0, 10, 30, 50, 70, 90", "--target": "ghi số như 7,5 hoặc 24.000",
        "--baseline": "ghi số như 7,5 hoặc 24.000", "--figure": "ghi số như 7,5 hoặc 24.000",
    ]

    /// The options and arguments that are days.
    static let dates: Set<String> = [
        "--as-of", "--known-on", "--due-on", "--due-from", "--due-to", "--assigned-on", "--opened-on", "--last-day", "--date", "--from",
        "--to",
        "--on", "<day>",
    ]
}

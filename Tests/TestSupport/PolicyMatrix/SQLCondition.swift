/// A condition in SQL as text, taken apart just far enough to make it weaker or to turn it round.
struct SQLCondition {
    private let characters: [Character]
    /// Of each character: how many parentheses are open around it; -1 inside a quoted text or a comment.
    private let depths: [Int]

    init(_ text: some StringProtocol) {
        characters = Array(text)
        var depths: [Int] = []
        var (depth, quote, comment) = (0, Character?.none, false)
        for (index, character) in characters.enumerated() {
            if comment {
                comment = character != "\n"
                depths.append(-1)
                continue
            }
            if let open = quote {
                depths.append(-1)
                if character == open { quote = nil }
                continue
            }
            switch character {
            case "'", "\"":
                quote = character
                depths.append(-1)
            case "-" where index + 1 < characters.count && characters[index + 1] == "-":
                comment = true
                depths.append(-1)
            case "(":
                depths.append(depth)
                depth += 1
            case ")":
                depth -= 1
                depths.append(depth)
            default: depths.append(depth)
            }
        }
        self.depths = depths
    }

    /// The text with one condition of an AND left out, for each there is; with what was left out.
    var withoutOneCondition: [(text: String, change: String)] {
        var found: [(text: String, change: String)] = []
        for index in characters.indices where isWord("AND", at: index) {
            let (start, end) = (startOfOperand(before: index), endOfOperand(after: index + 3))
            found.append((text(without: start..<(index + 3)), "without “\(brief(start..<index))”"))
            found.append((text(without: index..<end), "without “\(brief((index + 3)..<end))”"))
        }
        return found
    }

    /// What stands between the ANDs of the outermost parentheses: one condition when there is none.
    var conditions: [String] { parts(between: "AND") }

    /// What stands between the ORs of the outermost parentheses.
    var alternatives: [String] { parts(between: "OR") }

    private func parts(between word: String) -> [String] {
        let outer = depths.indices.filter { depths[$0] == 1 && isWord(word, at: $0) }
        guard !outer.isEmpty else { return [brief(characters.indices)] }
        var (parts, start) = ([String](), 1)
        for index in outer {
            parts.append(brief(start..<index))
            start = index + word.count
        }
        return parts + [brief(start..<max(start, characters.count - 1))]
    }

    /// The words of a text that could be names of columns.
    static func names(in text: String) -> Set<String> {
        Set(text.split { !isName($0) }.map(String.init))
    }

    /// The text with one `=` turned into `<>` or the other way round, for each there is.
    var turnedRound: [(text: String, change: String)] {
        var found: [(text: String, change: String)] = []
        for index in characters.indices where depths[index] >= 0 {
            let around = max(0, index - 24)..<min(characters.count, index + 24)
            if isOperator("=", at: index) {
                found.append((text(replacing: index..<(index + 1), with: "<>"), "turned round “\(brief(around))”"))
            } else if isOperator("<>", at: index) {
                found.append((text(replacing: index..<(index + 2), with: "="), "turned round “\(brief(around))”"))
            }
        }
        return found
    }

    // MARK: - Taking apart

    private func isWord(_ word: String, at index: Int) -> Bool {
        guard depths[index] >= 0, index > 0, index + word.count < characters.count else { return false }
        return zip(word, characters[index...]).allSatisfy { $0 == $1 } && !Self.isName(characters[index - 1])
            && !Self.isName(characters[index + word.count])
    }

    /// Blanks stand around it: no part of `:=`, `<=`, `=>`.
    private func isOperator(_ sign: String, at index: Int) -> Bool {
        guard index > 0, index + sign.count < characters.count else { return false }
        return zip(sign, characters[index...]).allSatisfy { $0 == $1 } && characters[index - 1] == " "
            && characters[index + sign.count] == " "
    }

    private static func isName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    private static let fences = [
        "AND", "OR", "THEN", "ELSE", "WHEN", "WHERE", "IF", "ON", "ORDER", "GROUP", "LIMIT", "LOOP", "END", "RETURN",
    ]

    private func startOfOperand(before index: Int) -> Int {
        let depth = depths[index]
        var place = index - 1
        while place >= 0 {
            if depths[place] >= 0 {
                if depths[place] < depth { return place + 1 }
                if depths[place] == depth, characters[place] == ";" { return place + 1 }
                if depths[place] == depth, let fence = Self.fences.first(where: { isWord($0, at: place) }) { return place + fence.count }
            }
            place -= 1
        }
        return 0
    }

    private func endOfOperand(after index: Int) -> Int {
        let depth = depths[index]
        var place = index
        while place < characters.count {
            if depths[place] >= 0 {
                if depths[place] < depth { return place }
                if depths[place] == depth, characters[place] == ";" || Self.fences.contains(where: { isWord($0, at: place) }) {
                    return place
                }
            }
            place += 1
        }
        return characters.count
    }

    // MARK: - Putting together

    private func text(without range: Range<Int>) -> String { text(replacing: range, with: "") }

    private func text(replacing range: Range<Int>, with other: String) -> String {
        String(characters[..<range.lowerBound]) + other + String(characters[range.upperBound...])
    }

    private func brief(_ range: Range<Int>) -> String {
        String(characters[range]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

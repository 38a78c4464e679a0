/// The terms of a row policy's expression as PostgreSQL writes it back: everything that stands between AND and OR, at any depth, the conditions
/// inside EXISTS included.
struct BooleanTerms {
    private let text: [UInt8]
    private var ranges: [Range<Int>] = []

    init(of expression: String) {
        text = Array(expression.utf8)
        visit(0..<text.count)
    }

    /// The terms as one line each.
    var all: [String] { ranges.map(term) }

    /// The expression with one term replaced by true; as it is where the term does not occur.
    func dropping(_ dropped: String) -> String {
        guard let range = ranges.first(where: { term($0) == dropped }) else { return String(decoding: text, as: UTF8.self) }
        return String(decoding: text[..<range.lowerBound], as: UTF8.self) + "true"
            + String(decoding: text[range.upperBound...], as: UTF8.self)
    }

    private func term(_ range: Range<Int>) -> String {
        String(decoding: text[range], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func visit(_ range: Range<Int>) {
        let inner = unwrapped(range)
        let parts = split(inner)
        guard parts.count == 1 else {
            for part in parts { visit(part) }
            return
        }
        ranges.append(inner)
        // The conditions of a subquery stand behind its WHERE.
        let leaf = Array(text[inner])
        let word = Array("WHERE ".utf8)
        guard leaf.starts(with: Array("EXISTS".utf8)), let end = leaf.lastIndex(of: UInt8(ascii: ")")) else { return }
        let start = (0..<leaf.count - word.count).first { Array(leaf[$0..<$0 + word.count]) == word }
        if let start { visit(inner.lowerBound + start + word.count..<inner.lowerBound + end) }
    }

    /// Without blanks and the parentheses around the whole.
    private func unwrapped(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while true {
            while let first = range.first, text[first] <= 32 { range = first + 1..<range.upperBound }
            while let last = range.last, text[last] <= 32 { range = range.lowerBound..<last }
            guard let first = range.first, text[first] == UInt8(ascii: "("), closing(first) == range.upperBound - 1 else { return range }
            range = first + 1..<range.upperBound - 1
        }
    }

    private func closing(_ open: Int) -> Int? {
        var depth = 0
        var isQuoted = false
        for index in open..<text.count {
            if text[index] == UInt8(ascii: "'") { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if text[index] == UInt8(ascii: "(") { depth += 1 }
            if text[index] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private func split(_ range: Range<Int>) -> [Range<Int>] {
        // A CASE is one term: what stands in it is no condition of its own.
        guard !text[range].starts(with: Array("CASE".utf8)) else { return [range] }
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index] == UInt8(ascii: "("), let end = closing(index) {
                index = end + 1
                continue
            }
            if let word = [" AND ", " OR "].first(where: { text[index..<range.upperBound].starts(with: Array($0.utf8)) }) {
                parts.append(start..<index)
                index += word.utf8.count
                start = index
                continue
            }
            index += 1
        }
        parts.append(start..<range.upperBound)
        return parts
    }
}

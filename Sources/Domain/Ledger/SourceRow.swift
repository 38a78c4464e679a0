/// TT of a row in the table of a paper, in the order of the paper: `2` before `10`, `1.9` before `1.10`, `2` before `2a`.
public struct SourceRow: Sendable, Hashable, Comparable {
    public let text: String
    private let parts: [Part]

    private enum Part: Sendable, Hashable, Comparable {
        case number(Double)
        case word(String)
    }

    public init(_ text: String) {
        self.text = text
        var parts: [Part] = []
        var run = ""
        func close() {
            guard !run.isEmpty else { return }
            parts.append((run.first.map(Self.isDigit) == true ? Double(run) : nil).map(Part.number) ?? .word(run))
            run = ""
        }
        for character in text {
            guard character.isLetter || character.isNumber else {
                close()
                continue
            }
            if let last = run.last, Self.isDigit(last) != Self.isDigit(character) { close() }
            run.append(character)
        }
        close()
        self.parts = parts
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    public static func < (one: SourceRow, other: SourceRow) -> Bool {
        if one.parts != other.parts { return one.parts.lexicographicallyPrecedes(other.parts) }
        return one.text < other.text
    }
}

extension WorkItem {
    /// The row of the paper that orders it: as it was imported, else as its clause says it (`Danh mục, số thứ tự 73`). Nil where neither is.
    public var rowOfPaper: SourceRow? {
        if let sourceRow { return SourceRow(sourceRow) }
        let clause = terms.sourceClause
        let lowered = clause.lowercased()
        guard let words = lowered.firstRange(of: "số thứ tự ") else { return nil }
        let rest = clause.dropFirst(lowered.distance(from: lowered.startIndex, to: words.upperBound))
        var row = rest.prefix { $0.isLetter || $0.isNumber || $0 == "." }
        while row.last == "." { row.removeLast() }
        return row.isEmpty ? nil : SourceRow(String(row))
    }

    /// Where in its paper, as far as its row does not say it already.
    public var clauseBesidesRow: String {
        guard let row = rowOfPaper else { return terms.sourceClause }
        return terms.sourceClause.lowercased() == "số thứ tự \(row.text.lowercased())" ? "" : terms.sourceClause
    }
}

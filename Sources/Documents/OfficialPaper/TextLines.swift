/// Heads of papers broken into lines of about one length, as a person sets them: no line with a single word left over.
enum TextLines {
    /// The fewest lines that fit the width (twips), of these the ones whose longest is shortest.
    static func balanced(_ text: String, points: Int, in width: Int) -> [String] {
        let words = text.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return [] }
        let whole = TimesBoldWidth.of(words.joined(separator: " "), points: points)
        if whole <= width { return [words.joined(separator: " ")] }
        var limit = whole / ((whole + width - 1) / width)
        // A little wider step by step, until no more lines are needed than the width asks for.
        let fewest = filled(words, points: points, in: width).count
        while limit < width {
            let lines = filled(words, points: points, in: limit)
            if lines.count <= fewest, lines.allSatisfy({ TimesBoldWidth.of($0, points: points) <= width }) { return lines }
            limit += 20
        }
        return filled(words, points: points, in: width)
    }

    /// A rule goes below a third to a half of the text (ô số 2, 5a): two fifths of its longest line, in twips.
    static func ruleLength(under lines: [String], points: Int) -> Int {
        (lines.map { TimesBoldWidth.of($0, points: points) }.max() ?? 0) * 2 / 5
    }

    /// Word after word while they fit; a word that is too long stands alone.
    private static func filled(_ words: [String], points: Int, in width: Int) -> [String] {
        var lines: [String] = []
        for word in words {
            guard let last = lines.last else {
                lines.append(word)
                continue
            }
            let longer = "\(last) \(word)"
            if TimesBoldWidth.of(longer, points: points) <= width {
                lines[lines.count - 1] = longer
            } else {
                lines.append(word)
            }
        }
        return lines
    }
}

/// Heads of papers broken into lines of about one length, as a person sets them: names, dates and phrases stay together.
enum TextLines {
    /// Words that stay together on a line.
    private struct Piece {
        let text: String
        /// Twips.
        let width: Int
    }

    /// The fewest lines that fit the width (twips), of these the ones whose longest is shortest.
    static func balanced(_ text: String, points: Int, in width: Int) -> [String] {
        let pieces = bound(text).map { Piece(text: $0, width: TimesBoldWidth.of($0, points: points)) }
        let space = TimesBoldWidth.of(" ", points: points)
        func lines(_ limit: Int) -> [[Piece]] { filled(pieces, space: space, in: limit) }
        let fewest = lines(width).count
        // A little wider step by step, until no more lines are needed than the width asks for.
        var limit = pieces.reduce(0) { $0 + $1.width } / max(1, fewest)
        while limit < width, lines(limit).count > fewest || lines(limit).contains(where: { length($0, space) > width }) { limit += 20 }
        return lines(min(limit, width)).map { $0.map(\.text).joined(separator: " ") }
    }

    /// A rule goes below a third to a half of the text (ô số 2, 5a): two fifths of its longest line, in twips.
    static func ruleLength(under lines: [String], points: Int) -> Int {
        (lines.map { TimesBoldWidth.of($0, points: points) }.max() ?? 0) * 2 / 5
    }

    /// The words, with those joined that belong together on one line; a dash stays with what is before it.
    private static func bound(_ text: String) -> [String] {
        var words: [String] = []
        let all = text.split(separator: " ").map(String.init)
        var index = 0
        while index < all.count {
            let count = bound(all[index...])
            words.append(all[index..<index + count].joined(separator: " "))
            index += count
            if index < all.count, all[index] == "-" {
                words[words.count - 1] += " -"
                index += 1
            }
        }
        return words
    }

    /// How many of the next words belong together: a phrase, a date.
    private static func bound(_ words: ArraySlice<String>) -> Int {
        let next = words.prefix(6).map { $0.lowercased() }
        if next.count == 6, next[0] == "ngày", next[2] == "tháng", next[4] == "năm" { return 6 }
        // `năm 2023`, also after a date that is still open.
        if next.count > 1, next[0].hasSuffix("năm"), next[1].first?.isNumber == true { return 2 }
        return phrases.first { next.starts(with: $0) }?.count ?? 1
    }

    /// Longer before shorter where they begin alike.
    private static let phrases: [[String]] = [
        "ủy ban nhân dân", "hội đồng nhân dân", "phong trào thi đua", "khu kinh tế", "khu công nghiệp", "hội đồng", "thi đua",
        "khen thưởng",
        "chủ tịch", "phó chủ tịch", "bằng khen", "giấy khen", "văn phòng", "tập thể", "cá nhân", "thành tích", "nhiệm vụ", "trọng tâm",
        "xuất sắc", "thực hiện", "tiền thưởng", "hiện vật", "cà mau",
    ].map { $0.split(separator: " ").map(String.init) }

    /// Piece after piece while they fit; one that is too long stands alone.
    private static func filled(_ pieces: [Piece], space: Int, in width: Int) -> [[Piece]] {
        var lines: [[Piece]] = []
        var used = 0
        for piece in pieces {
            if !lines.isEmpty, used + space + piece.width <= width {
                lines[lines.count - 1].append(piece)
                used += space + piece.width
            } else {
                lines.append([piece])
                used = piece.width
            }
        }
        return lines
    }

    private static func length(_ line: [Piece], _ space: Int) -> Int {
        line.reduce(-space) { $0 + $1.width + space }
    }
}

/// Heads of papers broken into lines of about one length, as a person sets them: no line with a single word left over.
enum TextLines {
    /// The fewest lines that fit the width (twips), of these the ones whose longest is shortest.
    static func balanced(_ text: String, points: Int, in width: Int) -> [String] {
        let words = bound(text)
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

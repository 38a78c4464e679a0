/// Finds what a misspelt name was meant to be.
enum Spelling {
    /// The closest candidate, if it is close: at most a third of the letters changed, added or left out.
    static func nearest(to name: String, among candidates: [String]) -> String? {
        let ranked = candidates.map { (candidate: $0, distance: distance(name.lowercased(), $0.lowercased())) }
        guard let best = ranked.min(by: { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }),
            best.distance * 3 <= max(name.count, 3)
        else { return nil }
        return best.candidate
    }

    /// Levenshtein's distance, row by row.
    private static func distance(_ left: String, _ right: String) -> Int {
        // Field names are short; a longer text is no misspelt name and would only cost time.
        guard left.count <= 64, right.count <= 64 else { return .max / 4 }
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let substitution = diagonal + (character == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substitution, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}

import Domain

/// How long a bold text of Times New Roman is: rules under the heads of a paper are measured against it.
enum TimesBoldWidth {
    /// - Returns: twips.
    static func of(_ text: String, points: Int) -> Int {
        text.reduce(0) { $0 + thousandths(of: $1) } * points * 20 / 1_000
    }

    /// Marks above and below do not make a letter wider.
    private static func thousandths(of character: Character) -> Int {
        if let width = widths[character] { return width }
        let plain = VietnameseText(String(character)).folded
        guard let base = character.isUppercase ? plain.uppercased().first : plain.first else { return 0 }
        return widths[base] ?? 500
    }

    private static let widths: [Character: Int] = [
        " ": 250, "\u{A0}": 250, ",": 250, ".": 250, ":": 333, ";": 333, "-": 333, "–": 500, "/": 278, "(": 333, ")": 333, "“": 500,
        "”": 500, "\"": 555,
        "A": 722, "B": 667, "C": 722, "D": 722, "E": 667, "F": 611, "G": 778, "H": 778, "I": 389, "J": 500, "K": 778, "L": 667, "M": 944,
        "N": 722, "O": 778, "P": 611, "Q": 778, "R": 722, "S": 556, "T": 667, "U": 722, "V": 722, "W": 1_000, "X": 722, "Y": 722, "Z": 667,
        "a": 500, "b": 556, "c": 444, "d": 556, "e": 444, "f": 333, "g": 500, "h": 556, "i": 278, "j": 333, "k": 556, "l": 278, "m": 833,
        "n": 556, "o": 500, "p": 556, "q": 556, "r": 444, "s": 389, "t": 333, "u": 556, "v": 500, "w": 722, "x": 500, "y": 500, "z": 444,
    ]
}

/// One line of text as the system keeps it: composed (NFC), trimmed, with single spaces, without invisible characters.
///
/// Text reaches us decomposed from some keyboards and file systems. It is composed once, where it enters, so that equal words are
/// equal bytes in the database, in hashes and in files. Of marks heaped on one letter, only ``maximumMarks`` are kept.
public struct VietnameseText: Hashable, Sendable, CustomStringConvertible {
    /// No letter of any language needs more, and comparing strings takes time with the square of their number (UAX #15, section 13).
    public static let maximumMarks = 30

    public let string: String

    public init(_ typed: String) {
        var line = String.UnicodeScalarView()
        var spaceIsDue = false
        var marks = 0
        for scalar in Self.composed(typed).unicodeScalars where !Self.isInvisible(scalar) {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                spaceIsDue = !line.isEmpty
                continue
            }
            marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
            if marks > Self.maximumMarks { continue }
            if spaceIsDue { line.append(" ") }
            spaceIsDue = false
            line.append(scalar)
        }
        string = String(line)
    }

    public var isEmpty: Bool { string.isEmpty }

    public var description: String { string }

    /// What a search compares: lower case without marks, đ as d. "Đường Ước" and "DUONG UOC" fold to the same.
    ///
    /// The same as PostgreSQL's `lower(unaccent(…))` makes of Vietnamese words.
    public var folded: String {
        var result = String.UnicodeScalarView()
        for scalar in string.lowercased().unicodeScalars where !LatinComposition.isMark(scalar) {
            switch scalar {
            // A stroke is no mark that could be taken off. Eth and African d look like đ on paper and are typed for it by mistake.
            case "đ", "ð", "ɖ": result.append("d")
            default: result.append(LatinComposition.base(of: scalar))
            }
        }
        return String(result)
    }

    /// The text with every Latin letter composed, and nothing else changed: for texts of many lines.
    public static func composed(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: LatinComposition.isMark) else { return text }
        var result = String.UnicodeScalarView()
        for character in text {
            let scalars = character.unicodeScalars
            result.append(
                contentsOf: scalars.contains(where: LatinComposition.isMark) ? LatinComposition.composed(scalars) : Array(scalars))
        }
        return String(result)
    }

    /// Lines of text, each as one line is kept, parted by a line feed; none that is empty before the first or after the last.
    public static func lines(_ typed: String) -> String {
        let lines = typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { VietnameseText(String($0)).string }
        guard let first = lines.firstIndex(where: { !$0.isEmpty }), let last = lines.lastIndex(where: { !$0.isEmpty }) else { return "" }
        return lines[first...last].joined(separator: "\n")
    }

    /// What word processors leave behind: soft hyphen, zero-width space, word joiner, byte order mark.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        [0xAD, 0x200B, 0x2060, 0xFEFF].contains(scalar.value)
    }
}

/// One line of text as the system keeps it: composed (NFC), trimmed, with single spaces, without invisible characters.
///
/// Text reaches us decomposed from some keyboards and file systems. It is composed once, where it enters, so that equal words are
/// equal bytes in the database, in hashes and in files.
public struct VietnameseText: Hashable, Sendable, CustomStringConvertible {
    public let string: String

    public init(_ typed: String) {
        var line = String.UnicodeScalarView()
        var spaceIsDue = false
        for scalar in Self.composed(typed).unicodeScalars where !Self.isInvisible(scalar) {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                spaceIsDue = !line.isEmpty
            } else {
                if spaceIsDue { line.append(" ") }
                spaceIsDue = false
                line.append(scalar)
            }
        }
        string = String(line)
    }

    public var isEmpty: Bool { string.isEmpty }

    public var description: String { string }

    /// What a search compares: lower case without marks, đ as d. "Đường Ước" and "DUONG UOC" fold to the same.
    public var folded: String {
        var result = String.UnicodeScalarView()
        for scalar in string.lowercased().unicodeScalars where !Self.isCombiningMark(scalar) {
            if let plain = VietnameseLetters.plain[Character(scalar)] {
                result.append(contentsOf: plain.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text with every Latin letter composed, and nothing else changed: for texts of many lines.
    public static func composed(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isCombiningMark) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for character in text {
            result.append(composed(character))
        }
        return result
    }

    /// Composes the longest beginning of the character that is a letter, so that a mark too many does not undo the rest.
    private static func composed(_ character: Character) -> String {
        let scalars = Array(character.unicodeScalars)
        for length in stride(from: scalars.count, to: 1, by: -1) {
            var start = String.UnicodeScalarView(scalars.prefix(length))
            guard let letter = String(start).first, let index = VietnameseLetters.composed.firstIndex(of: letter) else { continue }
            start = String.UnicodeScalarView(VietnameseLetters.composed[index].unicodeScalars)
            start.append(contentsOf: scalars.dropFirst(length))
            return String(start)
        }
        return String(character)
    }

    /// The block Combining Diacritical Marks.
    private static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x36F).contains(scalar.value)
    }

    /// What word processors leave behind: soft hyphen, zero-width space, word joiner, byte order mark.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        [0xAD, 0x200B, 0x2060, 0xFEFF].contains(scalar.value)
    }
}

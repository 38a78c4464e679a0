import Domain

/// Text as it stands in a part of a Word document.
enum WordText {
    /// Composed (NFC), with markup made harmless; what XML 1.0 does not allow at all is left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in VietnameseText.composed(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            default:
                if scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// The elements inside a run: text, breaks where a line ends, tabulators.
    static func run(_ text: String) -> String {
        var result = ""
        var piece = ""
        func flush() {
            if !piece.isEmpty { result += "<w:t xml:space=\"preserve\">\(escaped(piece))</w:t>" }
            piece = ""
        }
        for character in text {
            switch character {
            case "\n", "\r\n", "\r":
                flush()
                result += "<w:br/>"
            case "\t":
                flush()
                result += "<w:tab/>"
            default: piece.append(character)
            }
        }
        flush()
        return result
    }
}

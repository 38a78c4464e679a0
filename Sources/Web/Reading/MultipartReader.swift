/// The parts of `multipart/form-data` (RFC 7578), as browsers send forms that carry files. What is not of that form has no parts.
enum MultipartReader {
    static let mediaType = "multipart/form-data"

    struct Part {
        let name: String
        /// Nil for a plain field.
        let fileName: String?
        let content: [UInt8]
    }

    /// A form of ours has some ten fields and one file.
    private static let mostParts = 50

    /// What parts the parts; nil for another media type.
    static func boundary(of contentType: String) -> String? {
        let pieces = contentType.split(separator: ";").map { $0.trimmed }
        guard pieces.first?.lowercased() == mediaType else { return nil }
        guard let parameter = pieces.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") }) else { return nil }
        let value = parameter.dropFirst("boundary=".count).filter { $0 != "\"" }
        return (1...70).contains(value.utf8.count) ? value : nil
    }

    static func parts(of body: [UInt8], boundary: String) -> [Part] {
        let fence = Array("\r\n--\(boundary)".utf8)
        // The first fence may stand at the very start, without a line before it.
        let text = Array("\r\n".utf8) + body
        var parts: [Part] = []
        guard var start = next(fence, in: text, from: 0) else { return [] }
        while parts.count < mostParts {
            let begin = start + fence.count
            // Two hyphens behind the fence end the form; a form that breaks off before them has no last part.
            guard begin + 2 <= text.count, text[begin..<(begin + 2)] != [0x2D, 0x2D], let end = next(fence, in: text, from: begin) else {
                break
            }
            if let part = part(text, begin..<end) { parts.append(part) }
            start = end
        }
        return parts
    }

    private static func part(_ text: [UInt8], _ range: Range<Int>) -> Part? {
        let gap = Array("\r\n\r\n".utf8)
        guard let end = next(gap, in: text, from: range.lowerBound), end + gap.count <= range.upperBound, end - range.lowerBound < 4_096,
            let head = String(validating: text[range.lowerBound..<end], as: UTF8.self)
        else { return nil }
        let lines = head.split(separator: "\r\n")
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = parameter("name", of: disposition)
        else { return nil }
        return Part(
            name: name, fileName: parameter("filename", of: disposition), content: Array(text[(end + gap.count)..<range.upperBound]))
    }

    /// `name="…"`, in which browsers write a quote as %22.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        for piece in line.split(separator: ";").dropFirst() {
            let piece = piece.trimmed
            guard piece.hasPrefix(name + "=\""), piece.hasSuffix("\""), piece.count > name.count + 2 else { continue }
            return String(piece.dropFirst(name.count + 2).dropLast()).replacing("%22", with: "\"")
        }
        return nil
    }

    /// Where a pattern that begins with CR comes next: a file has few of those, so most bytes are looked at once.
    private static func next(_ pattern: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        text.withUnsafeBufferPointer { bytes in
            var place = start
            while place + pattern.count <= bytes.count {
                if bytes[place] == pattern[0], (1..<pattern.count).allSatisfy({ bytes[place + $0] == pattern[$0] }) { return place }
                place += 1
            }
            return nil
        }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        let start = drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}

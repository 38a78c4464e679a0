import Domain
import Operations

/// The parts of `multipart/form-data` (RFC 7578), as browsers send forms that carry files, taken as they come: fields are kept, a file goes to
/// disk piece by piece. What is not of that form has no parts. A file that is too large is passed over: the fields are read, before and behind it.
struct MultipartReader {
    static let mediaType = "multipart/form-data"

    struct Part {
        let name: String
        let content: Content
    }

    enum Content {
        case field([UInt8])
        /// Nil: larger than it may be.
        case file(name: String, SpooledFile?)
    }

    /// A form of ours has one file and some ten fields, that of a paper with forty rows eight hundred.
    private static let mostParts = 1_000
    /// Each is an open file until the form is read: further ones are passed over.
    private static let mostFiles = 10
    private static let mostOfHead = 4_096

    private(set) var parts: [Part] = []
    private let fence: [UInt8]
    private let largestFile: Int
    private let largestFields: Int
    private var fieldBytes = 0
    /// What came and was not looked at yet. The first fence may stand at the very start, without a line before it.
    private var rest = Array("\r\n".utf8)
    private var place = Place.preamble

    private enum Place {
        case preamble, fence, head, field(name: String, [UInt8]), file(name: String, fileName: String, Spool?), end
    }

    /// - Parameters:
    ///   - boundary: what parts the parts.
    ///   - largestFile: bytes of one file; `largestFields`: of all fields together.
    init(boundary: String, largestFile: Int, largestFields: Int) {
        fence = Array("\r\n--\(boundary)".utf8)
        self.largestFile = largestFile
        self.largestFields = largestFields
    }

    /// What parts the parts; nil for another media type.
    static func boundary(of contentType: String) -> String? {
        let pieces = contentType.split(separator: ";").map { $0.trimmed }
        guard pieces.first?.lowercased() == mediaType else { return nil }
        guard let parameter = pieces.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") }) else { return nil }
        let value = parameter.dropFirst("boundary=".count).filter { $0 != "\"" }
        return (1...70).contains(value.utf8.count) ? value : nil
    }

    /// Takes the next bytes in. A form that breaks off before a fence has no last part.
    ///
    /// - Throws: `too-large` where the fields together are.
    mutating func take(_ bytes: [UInt8]) throws(Problem) {
        rest += bytes
        while try advance() {}
    }

    /// Goes on by one place. False: more must come first.
    private mutating func advance() throws(Problem) -> Bool {
        switch place {
        case .end:
            rest = []
            return false
        case .preamble:
            guard let start = Self.next(fence, in: rest) else {
                rest.removeFirst(max(0, rest.count - fence.count))
                return false
            }
            rest.removeFirst(start + fence.count)
            place = .fence
        case .fence:
            guard rest.count >= 2 else { return false }
            // Two hyphens behind the fence end the form.
            place = rest.starts(with: [0x2D, 0x2D]) || parts.count >= Self.mostParts ? .end : .head
        case .head:
            let gap = Array("\r\n\r\n".utf8)
            guard let end = Self.next(gap, in: rest), end < Self.mostOfHead else {
                if rest.count > Self.mostOfHead { place = .preamble }
                return rest.count > Self.mostOfHead
            }
            place = try opened(by: rest[..<end])
            rest.removeFirst(end + gap.count)
        case .field(let name, let content):
            let (bytes, isWhole) = passed()
            fieldBytes += bytes.count
            guard fieldBytes <= largestFields else {
                throw Problem(
                    .tooLarge, "too-large", "Nội dung các ô nhập quá dài. Rút gọn nội dung rồi gửi lại.",
                    fields: [FieldFault("$.\(name)", "quá dài")])
            }
            if isWhole { parts.append(Part(name: name, content: .field(content + bytes))) }
            place = isWhole ? .fence : .field(name: name, content + bytes)
            return isWhole
        case .file(let name, let fileName, var spool):
            let (bytes, isWhole) = passed()
            do throws(Problem) {
                try spool?.append(bytes)
            } catch {
                guard error == .fileTooLarge else { throw error }
                spool = nil
            }
            if isWhole { parts.append(Part(name: name, content: .file(name: fileName, spool?.finish()))) }
            place = isWhole ? .fence : .file(name: name, fileName: fileName, spool)
            return isWhole
        }
        return true
    }

    /// What certainly belongs to the part that is read, up to its fence where it has come.
    private mutating func passed() -> (bytes: [UInt8], isWhole: Bool) {
        let end = Self.next(fence, in: rest)
        let count = end ?? max(0, rest.count - fence.count)
        let bytes = Array(rest[..<count])
        rest.removeFirst(count + (end == nil ? 0 : fence.count))
        return (bytes, end != nil)
    }

    /// The part that a head begins; one without a name, and a file too many, is passed over.
    private func opened(by head: ArraySlice<UInt8>) throws(Problem) -> Place {
        guard let head = String(validating: head, as: UTF8.self),
            let disposition = head.split(separator: "\r\n").first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.parameter("name", of: disposition)
        else { return .preamble }
        guard let fileName = Self.parameter("filename", of: disposition) else { return .field(name: name, []) }
        let files = parts.count { if case .file = $0.content { true } else { false } }
        guard files < Self.mostFiles else { return .preamble }
        return .file(name: name, fileName: fileName, try Spool(atMost: largestFile))
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

    /// Where a pattern that begins with CR comes first: a file has few of those, so most bytes are looked at once.
    private static func next(_ pattern: [UInt8], in text: [UInt8]) -> Int? {
        text.withUnsafeBufferPointer { bytes in
            var place = 0
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

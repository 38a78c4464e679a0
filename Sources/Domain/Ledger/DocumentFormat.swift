/// The kinds of file that are kept beside papers and reports, told by their content and never by their name.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    case pdf, docx, xlsx, png, jpeg

    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        }
    }

    /// The endings of its files, the usual one first.
    private var endings: [String] {
        switch self {
        case .pdf: [".pdf"]
        case .docx: [".docx"]
        case .xlsx: [".xlsx"]
        case .png: [".png"]
        case .jpeg: [".jpg", ".jpeg", ".jpe", ".jfif"]
        }
    }

    /// The name with an ending by which a machine opens what the file is: a PDF that was sent as `d.docx` is `d.docx.pdf`.
    public func named(_ name: String) -> String {
        let small = name.lowercased()
        return endings.contains { small.hasSuffix($0) } ? name : name + endings[0]
    }

    public init?(mediaType: String) {
        guard let format = Self.allCases.first(where: { $0.mediaType == mediaType }) else { return nil }
        self = format
    }

    /// Why a file is none of these.
    public enum Fault: Error, Sendable, Hashable {
        case empty
        case unknown
        /// It begins like one and does not end like one: the upload was cut off, or the file is damaged.
        case cutOff(DocumentFormat)
    }

    /// Looks at both ends of the content.
    public init(detecting content: [UInt8]) throws(Fault) {
        try self.init(detecting: content.count) { (range: Range<Int>) throws(Fault) in Array(content[range]) }
    }

    /// Looks at both ends of a content that lies elsewhere.
    ///
    /// - Parameter read: gives some of its bytes; asked for at most 1 MB at once.
    public init(detecting byteCount: Int, read: (Range<Int>) throws(Fault) -> [UInt8]) throws(Fault) {
        guard byteCount > 0 else { throw .empty }
        let beginning = try read(0..<min(8, byteCount))
        guard let kind = Beginning.allCases.first(where: { beginning.starts(with: $0.bytes) }) else { throw .unknown }
        switch kind {
        case .zip:
            // Every office file is a ZIP archive; what is inside says which.
            guard let names = try ZIPDirectory.names(byteCount, read) else { throw .cutOff(.docx) }
            guard let format = Self.office(names) else { throw .unknown }
            self = format
        case .pdf, .png, .jpeg:
            // Readers allow some bytes behind the end mark, and so do scanners.
            let end = try read(max(0, byteCount - 1_024)..<byteCount)
            guard end.lastIndex(of: kind.ending) != nil else { throw .cutOff(kind.format) }
            self = kind.format
        }
    }

    /// Of an archive with these members. A document that carries programs is not kept.
    private static func office(_ names: [String]) -> DocumentFormat? {
        guard names.contains("[Content_Types].xml"), !names.contains(where: { $0.hasSuffix("vbaProject.bin") }) else { return nil }
        if names.contains("word/document.xml") { return .docx }
        return names.contains("xl/workbook.xml") ? .xlsx : nil
    }

    private enum Beginning: CaseIterable {
        case pdf, zip, png, jpeg

        var bytes: [UInt8] {
            switch self {
            case .pdf: Array("%PDF-".utf8)
            case .zip: [0x50, 0x4B, 0x03, 0x04]
            case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            case .jpeg: [0xFF, 0xD8, 0xFF]
            }
        }

        var ending: [UInt8] {
            switch self {
            case .pdf: Array("%%EOF".utf8)
            case .zip: ZIPDirectory.endMark
            case .png: Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
            case .jpeg: [0xFF, 0xD9]
            }
        }

        /// Of a ZIP archive the commonest one.
        var format: DocumentFormat {
            switch self {
            case .pdf: .pdf
            case .zip: .docx
            case .png: .png
            case .jpeg: .jpeg
            }
        }
    }
}

/// The list of files at the end of a ZIP archive.
enum ZIPDirectory {
    static let endMark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

    /// No office file has so many members.
    private static let largest = 1_048_576

    /// Nil when the archive has no complete directory.
    static func names(_ byteCount: Int, _ read: (Range<Int>) throws(DocumentFormat.Fault) -> [UInt8]) throws(DocumentFormat.Fault)
        -> [String]?
    {
        // The end record is 22 bytes and may be followed by a comment of up to 65,535.
        let tailStart = max(0, byteCount - 22 - 65_535)
        let tail = try read(tailStart..<byteCount)
        guard let end = tail.lastIndex(of: endMark), end + 22 <= tail.count else { return nil }
        let count = tail.littleEndian(at: end + 10, bytes: 2)
        let start = tail.littleEndian(at: end + 16, bytes: 4)
        guard start < tailStart + end, tailStart + end - start <= largest else { return nil }
        let directory = try read(start..<tailStart + end)
        var position = 0
        var names: [String] = []
        for _ in 0..<count {
            guard position + 46 <= directory.count, directory[position..<position + 4].elementsEqual([0x50, 0x4B, 0x01, 0x02]) else {
                return nil
            }
            let nameLength = directory.littleEndian(at: position + 28, bytes: 2)
            let further = directory.littleEndian(at: position + 30, bytes: 2) + directory.littleEndian(at: position + 32, bytes: 2)
            guard position + 46 + nameLength + further <= directory.count else { return nil }
            names.append(String(decoding: directory[position + 46..<position + 46 + nameLength], as: UTF8.self))
            position += 46 + nameLength + further
        }
        return names
    }
}

extension [UInt8] {
    fileprivate func littleEndian(at start: Int, bytes: Int) -> Int {
        self[start..<start + bytes].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Where the sequence begins for the last time.
    fileprivate func lastIndex(of sequence: [UInt8]) -> Int? {
        guard count >= sequence.count else { return nil }
        return (0...count - sequence.count).last { self[$0..<$0 + sequence.count].elementsEqual(sequence) }
    }
}

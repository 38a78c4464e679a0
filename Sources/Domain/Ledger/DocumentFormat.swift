/// The kinds of file that are kept beside papers, told by their content and never by their name.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    case pdf, docx, png, jpeg

    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        }
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
        guard !content.isEmpty else { throw .empty }
        guard let format = Self.allCases.first(where: { content.starts(with: $0.beginning) }) else { throw .unknown }
        switch format {
        case .docx:
            // Every office file is a ZIP archive; what is inside says which.
            guard let names = ZIPDirectory.names(in: content) else { throw .cutOff(.docx) }
            guard names.contains("[Content_Types].xml"), names.contains("word/document.xml") else { throw .unknown }
        case .pdf, .png, .jpeg:
            // Readers allow some bytes behind the end mark, and so do scanners.
            guard content.suffix(1_024).contains(sequence: format.ending) else { throw .cutOff(format) }
        }
        self = format
    }

    private var beginning: [UInt8] {
        switch self {
        case .pdf: Array("%PDF-".utf8)
        case .docx: [0x50, 0x4B, 0x03, 0x04]
        case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        case .jpeg: [0xFF, 0xD8, 0xFF]
        }
    }

    private var ending: [UInt8] {
        switch self {
        case .pdf: Array("%%EOF".utf8)
        case .docx: [0x50, 0x4B, 0x05, 0x06]
        case .png: Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
        case .jpeg: [0xFF, 0xD9]
        }
    }
}

/// The list of files at the end of a ZIP archive.
enum ZIPDirectory {
    /// Nil when the archive has no complete directory.
    static func names(in archive: [UInt8]) -> [String]? {
        // The end record is 22 bytes and may be followed by a comment of up to 65,535.
        guard let end = archive.suffix(22 + 65_535).lastIndex(of: [0x50, 0x4B, 0x05, 0x06]), end + 22 <= archive.count else { return nil }
        let count = archive.littleEndian(at: end + 10, bytes: 2)
        var position = archive.littleEndian(at: end + 16, bytes: 4)
        var names: [String] = []
        for _ in 0..<count {
            guard position + 46 <= end, archive[position..<position + 4].elementsEqual([0x50, 0x4B, 0x01, 0x02]) else { return nil }
            let nameLength = archive.littleEndian(at: position + 28, bytes: 2)
            let further = archive.littleEndian(at: position + 30, bytes: 2) + archive.littleEndian(at: position + 32, bytes: 2)
            guard position + 46 + nameLength + further <= end else { return nil }
            names.append(String(decoding: archive[position + 46..<position + 46 + nameLength], as: UTF8.self))
            position += 46 + nameLength + further
        }
        return names
    }
}

extension [UInt8] {
    fileprivate func littleEndian(at start: Int, bytes: Int) -> Int {
        self[start..<start + bytes].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func contains(sequence: [UInt8]) -> Bool {
        lastIndex(of: sequence) != nil
    }

    /// Where the sequence begins for the last time.
    fileprivate func lastIndex(of sequence: [UInt8]) -> Int? {
        guard count >= sequence.count else { return nil }
        return (startIndex...endIndex - sequence.count).last { self[$0..<$0 + sequence.count].elementsEqual(sequence) }
    }
}

import Domain
import Testing

@Suite("The format of a file")
struct DocumentFormatTests {
    private static let pdf = Array("%PDF-1.7 nội dung %%EOF\n".utf8)
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
    private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 0xFF, 0xD9]

    /// A ZIP archive of empty files.
    private static func zip(_ names: [String], comment: Int = 0) -> [UInt8] {
        func bytes(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for name in names {
            let utf8 = Array(name.utf8)
            directory +=
                [0x50, 0x4B, 0x01, 0x02] + [UInt8](repeating: 0, count: 24) + bytes(utf8.count, 2) + [UInt8](repeating: 0, count: 12)
            directory += bytes(archive.count, 4) + utf8
            archive += [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 22) + bytes(utf8.count, 2) + [0, 0] + utf8
        }
        let end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0] + bytes(names.count, 2) + bytes(names.count, 2)
        return archive + directory + end + bytes(directory.count, 4) + bytes(archive.count, 4) + bytes(comment, 2)
            + [UInt8](repeating: 0x20, count: comment)
    }

    private static let docx = zip(["[Content_Types].xml", "word/document.xml"])

    @Test("is told by both ends of its content")
    func detects() throws {
        #expect(try DocumentFormat(detecting: Self.pdf) == .pdf)
        #expect(try DocumentFormat(detecting: Self.png) == .png)
        #expect(try DocumentFormat(detecting: Self.jpeg) == .jpeg)
        #expect(try DocumentFormat(detecting: Self.docx) == .docx)
        #expect(try DocumentFormat(detecting: Self.zip(["word/document.xml", "[Content_Types].xml"], comment: 300)) == .docx)
        #expect(try DocumentFormat(detecting: Self.zip(["xl/workbook.xml", "[Content_Types].xml"])) == .xlsx)
    }

    @Test("gives its files the ending by which they open, whatever they were sent as")
    func named() {
        let names: [(DocumentFormat, String, String)] = [
            (.pdf, "bao-cao.exe", "bao-cao.exe.pdf"), (.pdf, "d.docx", "d.docx.pdf"), (.pdf, "Báo cáo.PDF", "Báo cáo.PDF"),
            (.docx, "Tờ trình", "Tờ trình.docx"), (.jpeg, "ảnh.jpeg", "ảnh.jpeg"), (.jpeg, "ảnh.JPG", "ảnh.JPG"),
            (.xlsx, "bảng.xls", "bảng.xls.xlsx"),
        ]
        for (format, sent, name) in names { #expect(format.named(sent) == name) }
    }

    @Test("is missed by a file that was cut off at any place", arguments: [pdf, png, jpeg, docx])
    func cutOff(content: [UInt8]) throws {
        let format = try DocumentFormat(detecting: content)
        for length in stride(from: content.count - 2, to: 8, by: -1) {
            #expect(throws: DocumentFormat.Fault.cutOff(format)) { try DocumentFormat(detecting: Array(content.prefix(length))) }
        }
    }

    @Test(
        "is unknown of anything else, whatever it is called",
        arguments: [
            Array("MZ…".utf8), Array("<html>".utf8), Array("%PD".utf8), [0x00], zip(["a.txt"]),
            zip(["[Content_Types].xml", "ppt/presentation.xml"]), zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
        ])
    func unknown(content: [UInt8]) {
        #expect(throws: DocumentFormat.Fault.unknown) { try DocumentFormat(detecting: content) }
    }

    @Test("needs a content")
    func empty() {
        #expect(throws: DocumentFormat.Fault.empty) { try DocumentFormat(detecting: []) }
    }

    @Test("goes by its media type and back", arguments: DocumentFormat.allCases)
    func mediaTypes(format: DocumentFormat) {
        #expect(DocumentFormat(mediaType: format.mediaType) == format)
    }
}

import CZip
import Domain
import Foundation
import Testing

/// The text of a generated paper, as a test reads it.
enum ReadPaper {
    /// A line for each paragraph, without markup.
    static func text(_ docx: [UInt8]) throws -> String {
        plain(try markup(docx))
    }

    /// The cells of every row of a table, from top to bottom.
    static func rows(_ docx: [UInt8]) throws -> [[String]] {
        try markup(docx).split(separator: "<w:tr>").dropFirst().map { row in
            row.split(separator: "<w:tc>").dropFirst().map { cell in
                let end = cell.firstRange(of: "</w:tc>")?.lowerBound ?? cell.endIndex
                return plain(String(cell[..<end])).trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
    }

    private static func markup(_ docx: [UInt8]) throws -> String {
        String(decoding: try part("word/document.xml", of: docx), as: UTF8.self)
    }

    private static func plain(_ markup: String) -> String {
        // Where a heading is broken, and where a space must not break, is not what these tests look at.
        let lines = markup.replacing("</w:p>", with: "\n").replacing("<w:br/>", with: " ").replacing("\u{A0}", with: " ")
        let words = lines.replacing(/<[^>]*>/, with: "")
        return VietnameseText.composed(words.replacing("&quot;", with: "\"").replacing("&amp;", with: "&"))
    }

    private static func part(_ name: String, of docx: [UInt8]) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "thidua-test-\(UUID().uuidString).docx"
        defer { unlink(path) }
        try Data(docx).write(to: URL(filePath: path))
        var failure: Int32 = 0
        let archive = try #require(zip_open(path, ZIP_RDONLY, &failure), "no archive")
        defer { zip_discard(archive) }
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        try #require(zip_stat(archive, name, 0, &facts) == 0, "no \(name)")
        var content = [UInt8](repeating: 0, count: Int(facts.size))
        let member = try #require(zip_fopen(archive, name, 0))
        defer { zip_fclose(member) }
        try #require(zip_fread(member, &content, facts.size) == zip_int64_t(facts.size))
        return content
    }
}

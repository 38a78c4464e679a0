import CZip
import Domain
import Foundation
import Testing

/// The text of a generated paper, as a test reads it.
enum ReadPaper {
    /// A line for each paragraph, without markup.
    static func text(_ docx: [UInt8]) throws -> String {
        let markup = String(decoding: try part("word/document.xml", of: docx), as: UTF8.self)
        // Where a heading is broken, and where a space must not break, is not what these tests look at.
        let lines = markup.replacing("</w:p>", with: "\n").replacing("<w:br/>", with: " ").replacing("\u{A0}", with: " ")
        let plain = lines.replacing(/<[^>]*>/, with: "")
        return VietnameseText.composed(plain.replacing("&quot;", with: "\"").replacing("&amp;", with: "&"))
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

import CZip
import Documents
import Domain
import Foundation

/// Word documents that an office brings as templates, made for tests with libzip itself.
enum MadeTemplate {
    struct Unmade: Error {}

    /// One that has a mark of its own and says what its kind must.
    static func docx(_ mark: String, for kind: PaperKind, without left: String? = nil, _ more: [String: String] = [:]) throws -> [UInt8] {
        let names = kind.requiredNames.filter { $0 != left }
        let lines = [mark] + names.filter { !$0.contains(".") }.map { "{{\($0)}}" }
        let texts = lines.map(line).joined()
        let cells = names.filter { $0.contains(".") }.map { "<w:tc>\(line("{{\($0)}}"))</w:tc>" }.joined()
        let table = cells.isEmpty ? "" : "<w:tbl><w:tr>\(cells)</w:tr></w:tbl>"
        let document = "<w:document xmlns:w=\"w\"><w:body>\(texts)\(table)</w:body></w:document>"
        return try archive([("[Content_Types].xml", "<Types/>"), ("word/document.xml", document)] + more.sorted { $0.key < $1.key })
    }

    private static func line(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    private static func archive(_ members: [(name: String, text: String)]) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "thidua-test-\(UUID().uuidString).docx"
        defer { unlink(path) }
        var failure: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &failure) else { throw Unmade() }
        for member in members {
            let content = Array(member.text.utf8)
            let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, content.count), alignment: 1)
            content.withUnsafeBytes { bytes in
                if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
            }
            let source = zip_source_buffer(archive, copy, zip_uint64_t(content.count), 0)
            zip_file_add(archive, member.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        }
        guard zip_close(archive) == 0 else { throw Unmade() }
        return Array(try Data(contentsOf: URL(filePath: path)))
    }
}

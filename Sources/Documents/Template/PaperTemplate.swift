public import Domain

/// A template of an office, in place of the built-in form: an ordinary Word document in which `{{so_ky_hieu}}` stands where the number goes.
///
/// - A name in double braces is replaced by the text of that name (``PaperFields``), in the letters in which it was typed.
/// - A paragraph that is such a name alone comes once for each line of its text: `{{noi_dung}}`, `{{noi_nhan}}`.
/// - A row of a table that names columns, `{{danh_sach.ten}}`, comes once for each row of that list.
///
/// Everything else of the document stays as it is. What the paper does not know is refused by name and never left in the text.
public struct PaperTemplate: Sendable {
    let members: [ZipWriter.Member]
    let name: String

    /// - Parameter name: of the file, for messages.
    /// - Throws: `invalid-template` for what is no Word document, `template-too-large`, `template-with-macros`, `template-with-objects`,
    ///   `template-with-links`.
    public init(_ content: [UInt8], name: String) throws(Problem) {
        self.name = name
        members = try Self.members(of: content, name: name)
        try Self.refuseHostile(members, name: name)
    }

    /// The template with the paper's data in it; the same paper gives the same bytes.
    ///
    /// - Throws: `unknown-template-field` with the names that the paper does not know.
    func filled(_ fields: PaperFields) throws(Problem) -> [UInt8] {
        var filled: [ZipWriter.Member] = []
        var unknown: Set<String> = []
        for member in members {
            guard Self.holdsText(member.name) else {
                filled.append(member)
                continue
            }
            var part = TemplatePart(String(decoding: member.content, as: UTF8.self), fields: fields)
            filled.append(ZipWriter.Member(member.name, part.filled()))
            unknown.formUnion(part.unknown)
        }
        guard unknown.isEmpty else { throw unknownFields(unknown, fields) }
        return try ZipWriter.archive(filled)
    }

    static func holdsText(_ name: String) -> Bool {
        guard name.hasPrefix("word/"), name.hasSuffix(".xml") else { return false }
        return ["word/document", "word/header", "word/footer"].contains { name.hasPrefix($0) }
    }

    /// A form of two pages with a letterhead takes some hundred kilobytes: what unpacks to much more is no form.
    private static let limits = TableLimits(rows: 0, columns: 0, cells: 0, unpacked: 32 << 20, members: 1_000)

    private static func members(of content: [UInt8], name: String) throws(Problem) -> [ZipWriter.Member] {
        var members: [ZipWriter.Member] = []
        do throws(Problem) {
            let archive = try ZipArchive(content, file: name, limits: limits)
            for member in archive.names() {
                guard let content = try archive.read(member) else { continue }
                if holdsText(member) {
                    // Also finds document types out.
                    try XMLPart(content, file: name).walk { _ in }
                    guard TemplatePart.isClosed(String(decoding: content, as: UTF8.self)) else { throw invalid(name) }
                }
                members.append(ZipWriter.Member(member, content))
            }
        } catch {
            guard error.kind == .tooLarge else { throw invalid(name) }
            throw Problem(
                .tooLarge, "template-too-large", "\(name): tệp mẫu quá lớn sau khi giải nén. Bỏ bớt hình ảnh trong mẫu rồi tải lên lại.")
        }
        // Two members of one name would be one thing here and another in Word.
        guard members.contains(where: { $0.name == "word/document.xml" }), Set(members.map(\.name)).count == members.count else {
            throw invalid(name)
        }
        return members
    }

    static func invalid(_ name: String) -> Problem {
        Problem(
            .invalid, "invalid-template", "\(name): không phải tệp Word (.docx) hoặc tệp đã hỏng. Mở bằng Word rồi lưu lại dưới dạng .docx."
        )
    }

    private func unknownFields(_ unknown: Set<String>, _ fields: PaperFields) -> Problem {
        let names = unknown.sorted()
        return Problem(
            .invalid, "unknown-template-field",
            """
            \(name): mẫu dùng tên trường không có trong loại văn bản này: \(names.map { "{{\($0)}}" }.joined(separator: ", ")). Sửa lại trong \
            mẫu; các tên dùng được: \(fields.names().joined(separator: ", ")).
            """, fields: names.map { FieldFault("{{\($0)}}", "không có trong loại văn bản này") })
    }
}

extension OfficialPaper {
    /// The paper in the office's own template.
    ///
    /// - Throws: `unknown-template-field`; ``Problem/unavailable`` when there is no memory.
    public func docx(filling template: PaperTemplate) throws(Problem) -> [UInt8] {
        try template.filled(templateFields)
    }
}

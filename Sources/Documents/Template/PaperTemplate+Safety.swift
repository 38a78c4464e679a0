import Domain

extension PaperTemplate {
    /// What a template must not bring: programs, foreign objects, and what is fetched from elsewhere whenever the paper is opened.
    ///
    /// - Throws: `template-with-macros`, `template-with-objects`, `template-with-links`.
    static func refuseHostile(_ members: [ZipWriter.Member], name: String) throws(Problem) {
        for member in members {
            let path = member.name.lowercased()
            if ["vbaproject", "vbadata"].contains(where: path.contains) || saysMacros(member) { throw macros(name) }
            if ["embeddings/", "activex/", "oleobject", "afchunk"].contains(where: path.contains) { throw objects(name) }
            if foreign.contains(where: { member.content.starts(with: $0) }) { throw objects(name) }
            if path.hasSuffix(".rels") { try refuseRelations(member, name: name) }
            // The list of types may name any member a part of the document, wherever it lies and whatever it is called.
            if path.hasSuffix(".xml") || looksLikeMarkup(member.content) { try refuseFields(member, name: name) }
        }
    }

    /// How other archives, old Office files and RTF begin.
    private static let foreign: [[UInt8]] = [
        [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0x1F, 0x8B, 0x08], Array("Rar!".utf8),
        [0x37, 0x7A, 0xBC, 0xAF], Array("{\\rtf".utf8),
    ]

    private static func looksLikeMarkup(_ content: [UInt8]) -> Bool {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]]
        let text = content.dropFirst(marks.first(where: { content.starts(with: $0) })?.count ?? 0)
        return text.first { ![0x00, 0x09, 0x0A, 0x0D, 0x20].contains($0) } == UInt8(ascii: "<")
    }

    private static func saysMacros(_ member: ZipWriter.Member) -> Bool {
        member.name == "[Content_Types].xml" && String(decoding: member.content, as: UTF8.self).lowercased().contains("macroenabled")
    }

    private static func refuseRelations(_ member: ZipWriter.Member, name: String) throws(Problem) {
        var target: String?
        var holdsObject = false
        do {
            try XMLPart(member.content, file: name).walk { event in
                guard case .start("Relationship", let attributes) = event else { return }
                if attributes["TargetMode"]?.lowercased().contains("external") == true { target = attributes["Target"] ?? "" }
                let type = (attributes["Type"] ?? "").lowercased()
                if ["/oleobject", "/package", "/afchunk", "/vbaproject", "/control"].contains(where: type.hasSuffix) { holdsObject = true }
            }
        } catch {
            throw invalid(name)
        }
        if let target { throw links(name, target) }
        if holdsObject { throw objects(name) }
    }

    /// Fields of Word that read another file, ask another program or put together what others do when the paper is opened.
    private static let fetching = [
        "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "DDEAUTO", "DDE", "LINK", "DATABASE", "IMPORT", "MACROBUTTON", "RD", "QUOTE", "EMBED",
        "AUTOTEXT", "AUTOTEXTLIST", "PRINT", "HTMLACTIVEX",
    ]

    private static func refuseFields(_ member: ZipWriter.Member, name: String) throws(Problem) {
        // An instruction may be cut into several runs, and stand in plain text runs; of a field within a field each is a word of its own.
        var (instruction, isInside, isSpliced) = ("", false, false)
        // Of each field that is open: what it says itself; nil once its result begins.
        var open: [String?] = []
        do {
            try XMLPart(member.content, file: name).walk { event in
                switch event {
                case .start("instrText", _), .start("delInstrText", _): isInside = true
                case .end("instrText"), .end("delInstrText"): isInside = false
                case .start("fldSimple", let attributes): instruction += " \(attributes["instr"] ?? "") "
                case .text(let text) where isInside || open.contains(where: { $0 != nil }):
                    instruction += text
                    if case .some(.some(let own)) = open.last { open[open.count - 1] = own + text }
                case .start("fldChar", let attributes):
                    instruction += " "
                    switch attributes["fldCharType"] {
                    case "separate": if !open.isEmpty { open[open.count - 1] = nil }
                    case "end": if !open.isEmpty { open.removeLast() }
                    // Begins, also where it does not say so plainly. While the name of the field around it is not said, it would be made of what
                    // this one gives.
                    default:
                        if case .some(.some(let own)) = open.last, !own.drop(while: \.isWhitespace).contains(where: \.isWhitespace) {
                            isSpliced = true
                        }
                        open.append("")
                    }
                default: break
                }
            }
        } catch {
            throw invalid(name)
        }
        let said = instruction.uppercased().split { !$0.isLetter }.map(String.init)
        if let word = fetching.first(where: said.contains) { throw links(name, word) }
        if isSpliced { throw links(name, "trường lồng trong tên trường khác") }
    }

    private static func macros(_ name: String) -> Problem {
        Problem(
            .invalid, "template-with-macros",
            "\(name): mẫu có macro nên không dùng được. Mở bằng Word, lưu lại dưới dạng .docx (không có macro) rồi tải lên lại.")
    }

    private static func objects(_ name: String) -> Problem {
        Problem(
            .invalid, "template-with-objects",
            "\(name): mẫu có đối tượng nhúng (OLE, ActiveX, tệp đính kèm) nên không dùng được. Xóa đối tượng đó trong mẫu rồi tải lên lại.")
    }

    private static func links(_ name: String, _ target: String) -> Problem {
        Problem(
            .invalid, "template-with-links",
            """
            \(name): mẫu lấy nội dung từ nơi khác (\(target.prefix(200))) nên không dùng được. Chèn trực tiếp hình ảnh vào mẫu, bỏ liên kết \
            ra ngoài rồi tải lên lại.
            """)
    }
}

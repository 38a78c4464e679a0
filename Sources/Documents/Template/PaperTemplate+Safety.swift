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
            if path.hasSuffix(".rels") { try refuseRelations(member, name: name) }
            if path.hasPrefix("word/"), path.hasSuffix(".xml") { try refuseFields(member, name: name) }
        }
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
                if attributes["TargetMode"]?.lowercased() == "external" { target = attributes["Target"] ?? "" }
                let type = (attributes["Type"] ?? "").lowercased()
                if ["/oleobject", "/package", "/afchunk", "/vbaproject", "/control"].contains(where: type.hasSuffix) { holdsObject = true }
            }
        } catch {
            throw invalid(name)
        }
        if let target { throw links(name, target) }
        if holdsObject { throw objects(name) }
    }

    /// Fields of Word that read another file or ask another program when the paper is opened.
    private static let fetching = ["INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO", "DDE", "LINK", "DATABASE", "IMPORT", "MACROBUTTON", "RD"]

    private static func refuseFields(_ member: ZipWriter.Member, name: String) throws(Problem) {
        // An instruction may be cut into several runs.
        var (instruction, isInside) = ("", false)
        do {
            try XMLPart(member.content, file: name).walk { event in
                switch event {
                case .start("instrText", _), .start("delInstrText", _): isInside = true
                case .start("fldSimple", let attributes): instruction += " \(attributes["instr"] ?? "") "
                case .text(let text) where isInside: instruction += text
                case .end("instrText"), .end("delInstrText"): isInside = false
                // The next field begins: its name is a word of its own.
                case .start("fldChar", _): instruction += " "
                default: break
                }
            }
        } catch {
            throw invalid(name)
        }
        let said = instruction.uppercased().split { !$0.isLetter }.map(String.init)
        if let word = fetching.first(where: said.contains) { throw links(name, word) }
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

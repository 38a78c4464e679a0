import Documents
import Domain
import Testing

@Suite("A template that an office brings")
struct PaperTemplateSafetyTests {
    private let samples: SamplePapers

    init() throws {
        samples = try SamplePapers()
    }

    private static let types = "[Content_Types].xml"

    private static func line(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    /// A Word document that names what a kind must and has more members besides.
    private static func template(
        for kind: PaperKind = .proposal, body: String = "", types: String = "<Types/>", _ more: [(name: String, content: [UInt8])] = []
    ) throws -> [UInt8] {
        let texts = kind.requiredNames.filter { !$0.contains(".") }.map { line("{{\($0)}}") }.joined()
        let cells = kind.requiredNames.filter { $0.contains(".") }.map { "<w:tc>\(line("{{\($0)}}"))</w:tc>" }.joined()
        let named = texts + (cells.isEmpty ? "" : "<w:tbl><w:tr>\(cells)</w:tr></w:tbl>")
        return try SampleArchive.make(
            [
                (Self.types, Array(types.utf8)),
                ("word/document.xml", Array("<w:document xmlns:w=\"w\"><w:body>\(named)\(body)</w:body></w:document>".utf8)),
            ] + more)
    }

    private static func refusal(_ content: [UInt8], for kind: PaperKind = .proposal) -> Problem? {
        do {
            try PaperTemplate(content, name: "mau.docx").check(for: kind)
            return nil
        } catch {
            return error
        }
    }

    private static func relation(_ rest: String) -> [(name: String, content: [UInt8])] {
        [("word/_rels/document.xml.rels", Array("<Relationships><Relationship Id=\"r\" \(rest)/></Relationships>".utf8))]
    }

    @Test("with nothing but text, pictures and the names that it must have is taken, for every kind")
    func taken() throws {
        for kind in PaperKind.replaceable {
            let picture: [(name: String, content: [UInt8])] = [("word/media/image1.png", [0x89])]
            let inside = Self.relation("Type=\"http://x/image\" Target=\"media/image1.png\"")
            let content = try Self.template(for: kind, picture + inside)
            #expect(Self.refusal(content, for: kind) == nil, "\(kind)")
        }
    }

    @Test("with a program in it is refused, however it is hidden")
    func macros() throws {
        for content in [
            try Self.template([("word/vbaProject.bin", [1])]), try Self.template([("customXml/VBAPROJECT.bin", [1])]),
            try Self.template(types: "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"),
        ] {
            let problem = try #require(Self.refusal(content))
            #expect(problem.code == "template-with-macros" && problem.detail.contains("macro") && problem.kind == .invalid)
        }
    }

    @Test("with a foreign object in it is refused")
    func objects() throws {
        for content in [
            try Self.template([("word/embeddings/oleObject1.bin", [1])]), try Self.template([("word/activeX/activeX1.xml", [1])]),
            try Self.template(Self.relation("Type=\"http://x/relationships/oleObject\" Target=\"elsewhere.bin\"")),
            try Self.template(Self.relation("Type=\"http://x/relationships/aFChunk\" Target=\"chunk.html\"")),
        ] {
            #expect(Self.refusal(content)?.code == "template-with-objects")
        }
    }

    @Test("that fetches something from elsewhere is refused, and says what")
    func links() throws {
        let linked = try Self.template(Self.relation("Type=\"http://x/image\" TargetMode=\"External\" Target=\"http://la.example/x.png\""))
        let problem = try #require(Self.refusal(linked))
        #expect(problem.code == "template-with-links" && problem.detail.contains("http://la.example/x.png"))
        for field in [
            "<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT \"c:/x\"</w:instrText></w:r></w:p>",
            "<w:p><w:fldSimple w:instr=\" DDEAUTO x y \"/></w:p>",
            "<w:p><w:r><w:instrText xml:space=\"preserve\"> includepicture http://x </w:instrText></w:r></w:p>",
            "<w:p><w:r><w:instrText>&#73;NCLUDETEXT c:/x</w:instrText></w:r></w:p>",
            "<w:p><w:r><w:instrText><![CDATA[INCLUDETEXT c:/x]]></w:instrText></w:r></w:p>", "<w:p><w:fldSimple w:instr=' LINK x '/></w:p>",
        ] {
            #expect(Self.refusal(try Self.template(body: field))?.code == "template-with-links", "\(field)")
        }
        let note = "<w:footnotes xmlns:w=\"w\"><w:instrText>DATABASE x</w:instrText></w:footnotes>"
        #expect(Self.refusal(try Self.template([("word/footnotes.xml", Array(note.utf8))]))?.code == "template-with-links")
        let page = "<w:p><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r></w:p>"
        #expect(Self.refusal(try Self.template(body: page)) == nil, "a page number fetches nothing")
    }

    @Test("that hides it in another part, in plain runs, in a field within a field or behind a second attribute is refused as well")
    func hidden() throws {
        func field(_ runs: String) -> String { "<w:hdr xmlns:w=\"w\" xmlns:x=\"x\">\(runs)</w:hdr>" }
        let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        let (separate, end) = ("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
        func code(_ text: String) -> String { "<w:r><w:instrText>\(text)</w:instrText></w:r>" }
        let dde = begin + code("DD") + code("E") + code("AUTO c:\\x") + separate + end
        let plain = begin + "<w:r><w:t>DDEAUTO c:\\x</w:t></w:r>" + separate + end
        let spliced =
            begin + code("DD") + begin + code("REF a") + separate + "<w:r><w:t>EAUTO</w:t></w:r>" + end + code(" c:\\x") + separate + end
        let quoted = begin + begin + code("QUOTE 68 68 69") + separate + end + code(" c:\\x") + separate + end
        let twice = "<w:fldSimple x:instr=\"PAGE\" w:instr=\"DDEAUTO x\"/>"
        for runs in [dde, plain, spliced, quoted, twice] {
            for part in ["word/header1.xml", "word/footer2.xml", "other/part.xml", "word/media/image1.png"] {
                let content = try Self.template([(part, Array(field(runs).utf8))])
                #expect(Self.refusal(content)?.code == "template-with-links", "\(part): \(runs)")
            }
        }
        let header = "<Relationships><Relationship Id=\"r\" TargetMode=\"External\" Target=\"http://la.example/h.png\"/></Relationships>"
        let twoModes = header.replacing("TargetMode", with: "xmlns:x=\"x\" x:TargetMode=\"Internal\" TargetMode", maxReplacements: 1)
        for rels in [header, twoModes] {
            let content = try Self.template([("word/_rels/header1.xml.rels", Array(rels.utf8))])
            #expect(Self.refusal(content)?.code == "template-with-links", "\(rels)")
        }
        // What fetches nothing is taken: a page number in the header, and a field within another's condition.
        let page = begin + code(" PAGE ") + separate + "<w:r><w:t>1</w:t></w:r>" + end
        let condition = begin + code(" IF ") + begin + code(" PAGE ") + separate + end + code(" = 1 a b ") + separate + end
        for runs in [page, condition] {
            let content = try Self.template([("word/header1.xml", Array(field(runs).utf8))])
            #expect(Self.refusal(content) == nil, "\(runs)")
        }
    }

    @Test("with another archive or an old Office file under another name is refused")
    func nested() throws {
        let inner = try SampleArchive.make([("word/document.xml", Array("<x/>".utf8))])
        for content in [inner, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], Array("{\\rtf1 x}".utf8)] {
            #expect(Self.refusal(try Self.template([("word/media/image1.png", content)]))?.code == "template-with-objects")
        }
    }

    @Test("that unpacks to much more than a form, names a member twice or has a document type is refused")
    func bombs() throws {
        let bomb = try Self.template([("word/media/image1.png", [UInt8](repeating: 0, count: 40 << 20))])
        #expect(bomb.count < 1 << 20)
        #expect(Self.refusal(bomb)?.code == "template-too-large")
        let typed = "<!DOCTYPE x [<!ENTITY a \"b\">]><w:hdr xmlns:w=\"w\"/>"
        #expect(Self.refusal(try Self.template([("word/header1.xml", Array(typed.utf8))]))?.code == "invalid-template")
    }

    @Test("without a name that the paper must say, or with one that it does not know, is refused by that name")
    func names() throws {
        let bare = try SampleArchive.make([
            ("word/document.xml", Array("<w:document xmlns:w=\"w\">\(Self.line("{{noi_dung}} {{so_ky_hieu}}"))</w:document>".utf8))
        ])
        let missing = try #require(Self.refusal(bare, for: .awardDecision))
        #expect(missing.code == "template-field-missing" && missing.fields.map(\.path) == ["{{nguoi_ky}}", "{{danh_sach.ten}}"])
        let unknown = try #require(Self.refusal(try Self.template(body: Self.line("{{khong_co}}"))))
        #expect(unknown.code == "unknown-template-field" && unknown.fields.map(\.path) == ["{{khong_co}}"])
        #expect(unknown.detail.contains("danh_sach.ten"))
    }

    @Test("may name all that a paper of its kind says, and nothing that is declared is left in the text where a paper has it not")
    func declared() throws {
        var seen: Set<PaperKind> = []
        for source in samples.all {
            let kind = type(of: source).kind
            guard PaperKind.replaceable.contains(kind) else { continue }
            seen.insert(kind)
            let fields = source.paper.templateFields
            let said = fields.texts.keys + fields.lists.flatMap { list, rows in (rows.first?.keys.sorted() ?? []).map { "\(list).\($0)" } }
            #expect(Set(said).isSubset(of: kind.templateNames), "\(kind): \(Set(said).subtracting(kind.templateNames).sorted())")
            let texts = kind.templateNames.filter { !$0.contains(".") }.map { Self.line("{{\($0)}}") }.joined()
            let rows = kind.templateNames.filter { $0.contains(".") }.map { "<w:tr><w:tc>\(Self.line("{{\($0)}}"))</w:tc></w:tr>" }.joined()
            let styles = [(name: "word/styles.xml", content: Array("<w:styles xmlns:w=\"w\"/>".utf8))]
            let form = try Self.template(for: kind, body: "\(texts)<w:tbl>\(rows)</w:tbl>", styles)
            let template = try PaperTemplate(form, name: "mau.docx")
            let document = try ReadDocument(source.paper.docx(filling: template, as: kind))
            #expect(!document.text.contains("{{"), "\(kind)")
        }
        #expect(seen == Set(PaperKind.replaceable), "\(Set(PaperKind.replaceable).subtracting(seen))")
    }
}

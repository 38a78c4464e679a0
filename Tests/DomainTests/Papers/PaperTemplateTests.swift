import Documents
import Domain
import Testing

@Suite("A template of an office")
struct PaperTemplateTests {
    private let samples: SamplePapers

    init() throws {
        samples = try SamplePapers()
    }

    /// A Word document with that body.
    private static func template(_ body: String) throws -> PaperTemplate {
        let members: [(name: String, content: [UInt8])] = [
            ("[Content_Types].xml", Array("<Types/>".utf8)),
            ("word/styles.xml", Array("<w:styles xmlns:w=\"w\">{{so_ky_hieu}}</w:styles>".utf8)),
            ("word/document.xml", Array("<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>".utf8)),
            ("word/media/image1.png", [0x89, 0x50, 0x4E, 0x47]),
        ]
        return try PaperTemplate(SampleArchive.make(members), name: "mau.docx")
    }

    private func proposal() throws -> OfficialPaper {
        try #require(samples.all.first { type(of: $0).kind == .proposal }).paper
    }

    private func filled(_ body: String) throws -> ReadDocument {
        try ReadDocument(proposal().docx(filling: Self.template(body)))
    }

    private static func line(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    @Test("a name is replaced where it stands, in the letters in which it was typed; the rest stays, pictures too")
    func names() throws {
        let document = try filled(
            "<w:p><w:pPr><w:pStyle w:val=\"X\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>[{{so_ky_hieu}}]</w:t></w:r></w:p>\(Self.line("a &amp; b"))"
        )
        let paragraphs = document.body.all("w:p")
        #expect(paragraphs.map(\.text) == ["[Số: 58/TTr-UBND]", "a & b"])
        #expect(paragraphs[0].style == "X" && paragraphs[0].all("w:b").count == 1)
        #expect(document.members.map(\.name) == ["[Content_Types].xml", "word/styles.xml", "word/document.xml", "word/media/image1.png"])
        #expect(document.members[3].content == [0x89, 0x50, 0x4E, 0x47])
        #expect(String(decoding: document.members[1].content, as: UTF8.self).contains("{{so_ky_hieu}}"))
    }

    @Test("a name that Word has cut into pieces is one name")
    func pieces() throws {
        let pieces = ["x {", "{so_", "ky", "_hieu}", "} y {{dia_danh_ngay}}", "!"]
        let runs = pieces.map { "<w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r><w:proofErr w:type=\"spellStart\"/>" }
        #expect(try filled("<w:p>\(runs.joined())</w:p>").text == "x Số: 58/TTr-UBND y U Minh, ngày 05 tháng 7 năm 2023!")
    }

    @Test("a paragraph that is a name alone comes once for each line; within other words lines are breaks")
    func lines() throws {
        #expect(
            try filled(Self.line("{{kinh_gui}}")).body.all("w:p").map(\.text) == [
                "Chủ tịch Ủy ban nhân dân tỉnh", "Sở Nội vụ tỉnh Cà Mau",
            ])
        #expect(
            try filled(Self.line("Gửi {{kinh_gui}}")).body.all("w:p").map(\.text) == [
                "Gửi Chủ tịch Ủy ban nhân dân tỉnh\nSở Nội vụ tỉnh Cà Mau"
            ])
        #expect(try filled(Self.line("{{tham_quyen}}")).body.all("w:p").map(\.text) == [""])
    }

    @Test("a row that names columns comes once for each row of the list, and only that row")
    func rows() throws {
        func row(_ text: String) -> String { "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>\(Self.line(text))</w:tc></w:tr>" }
        let document = try filled("<w:tbl>\(row("Tên"))\(row("{{danh_sach.stt}}. {{danh_sach.ten}} ({{ten_loai}})"))\(row("Hết"))</w:tbl>")
        #expect(
            document.body.all("w:tr").map(\.text) == [
                "Tên", "1. Ủy ban nhân dân huyện U Minh (TỜ TRÌNH)", "2. Phòng Tài chính - Kế hoạch (TỜ TRÌNH)",
                "1. (Họ và tên người thứ nhất) (TỜ TRÌNH)", "2. (Họ và tên người thứ hai) (TỜ TRÌNH)", "Hết",
            ])
    }

    @Test(
        "what the paper does not know is refused by name, with the names that it knows",
        arguments: ["{{khong_co}}", "{{danh_sach.khong_co}}", "{{khac.ten}}"])
    func unknown(text: String) throws {
        let template = try Self.template("<w:tbl><w:tr><w:tc>\(Self.line(text))</w:tc></w:tr></w:tbl>")
        let paper = try proposal()
        let problem = try #require(throws: Problem.self) { try paper.docx(filling: template) }
        #expect(problem.code == "unknown-template-field" && problem.fields.map(\.path) == [text])
        #expect(problem.detail.contains("danh_sach.ten") && problem.detail.contains("so_ky_hieu"))
    }

    @Test("every name that a paper lists is filled")
    func everyName() throws {
        for source in samples.all {
            let fields = source.paper.templateFields
            let texts = fields.texts.keys.sorted().map { Self.line("{{\($0)}}") }.joined()
            let rows = fields.lists.flatMap { list, rows in
                (rows.first?.keys.sorted() ?? []).map { "<w:tr><w:tc>\(Self.line("{{\(list).\($0)}}"))</w:tc></w:tr>" }
            }
            let document = try ReadDocument(source.paper.docx(filling: Self.template("\(texts)<w:tbl>\(rows.joined())</w:tbl>")))
            #expect(!document.text.contains("{{"), "\(type(of: source).kind)")
        }
    }

    @Test("what is no Word document is refused")
    func noDocument() throws {
        for content in [Array("chữ".utf8), try SampleArchive.make([("xl/workbook.xml", [])])] {
            let problem = try #require(throws: Problem.self) { try PaperTemplate(content, name: "mau.docx") }
            #expect(problem.code == "invalid-template" && problem.detail.hasPrefix("mau.docx: không phải tệp Word"))
        }
        #expect(throws: Problem.self) { try Self.template("<w:p>") }
    }

    @Test("the same paper gives the same bytes, and markup in names stays text")
    func same() throws {
        var paper = try proposal()
        paper.addressees = ["A & <B>"]
        let template = try Self.template(Self.line("{{kinh_gui}}"))
        #expect(try paper.docx(filling: template) == paper.docx(filling: template))
        #expect(try ReadDocument(paper.docx(filling: template)).text == "A & <B>")
    }
}

import Domain

/// A Word document (.docx, ECMA-376): what is in it gives its bytes, and nothing else does.
struct WordDocument {
    enum Block: Hashable {
        case paragraph(WordParagraph)
        case table(WordTable)
    }

    /// Pages that are numbered on their own, from 1; the number is not shown on the first.
    struct Section: Hashable {
        var blocks: [Block]
        /// Along the long side of the page.
        var isWide = false
    }

    /// Twips.
    struct Page: Hashable {
        let width: Int
        let height: Int
        let top: Int
        let bottom: Int
        let left: Int
        let right: Int
        /// Of the page number, from the upper edge.
        let header: Int

        var textWidth: Int { width - left - right }

        /// Along its long side, with the same edges.
        var turned: Page { Page(width: height, height: width, top: top, bottom: bottom, left: left, right: right, header: header) }
    }

    /// For its properties.
    var title: String
    var author: String
    let page: Page
    let font: String
    let styles: [WordStyle]
    /// Size of letters without a style of their own.
    let points: Int
    /// Of the page number, and of what needs none.
    let numberStyle: WordStyle
    /// At least one.
    var sections: [Section]
    /// At the foot of the first page.
    var foot: [WordParagraph] = []

    /// - Throws: ``Problem/unavailable`` when there is no memory.
    func bytes() throws(Problem) -> [UInt8] {
        var members = [
            ZipWriter.Member("[Content_Types].xml", contentTypes), ZipWriter.Member("_rels/.rels", Self.packageRelationships),
            ZipWriter.Member("docProps/core.xml", properties), ZipWriter.Member("word/document.xml", main),
            ZipWriter.Member("word/_rels/document.xml.rels", relationships), ZipWriter.Member("word/styles.xml", styleSheet),
            ZipWriter.Member("word/settings.xml", Self.settings), ZipWriter.Member("word/header1.xml", header(Self.pageNumber)),
            ZipWriter.Member("word/header2.xml", header("")),
        ]
        members += footers.map { ZipWriter.Member("word/\($0.part).xml", footer($0.lines)) }
        return try ZipWriter.archive(members)
    }

    private var main: String {
        var body = ""
        for (index, section) in sections.enumerated() {
            var last: Block?
            for block in section.blocks {
                // Tables with nothing between them would be joined to one.
                if case .table = last, case .table = block { body += WordParagraph.thin(numberStyle).xml() }
                switch block {
                case .paragraph(let paragraph): body += paragraph.xml()
                case .table(let table): body += table.xml
                }
                last = block
            }
            let isLast = index == sections.count - 1
            let end = sectionProperties(isFirst: index == 0, section.isWide ? page.turned : page)
            if case .table = last, isLast { body += WordParagraph.thin(numberStyle).xml() }
            body += isLast ? end : WordParagraph.thin(numberStyle).xml(ending: end)
        }
        return Self.head + "<w:document \(Self.spaces)><w:body>\(body)</w:body></w:document>"
    }

    private func sectionProperties(isFirst: Bool, _ page: Page) -> String {
        """
        <w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>\
        \(foot.isEmpty ? "" : "<w:footerReference w:type=\"first\" r:id=\"\(isFirst ? "rId5" : "rId6")\"/>")<w:type w:val="nextPage"/>\
        <w:pgSz w:w="\(page.width)" w:h="\(page.height)"\(page.width > page.height ? " w:orient=\"landscape\"" : "")/><w:pgMar w:top="\(page.top)" w:right="\(page.right)" w:bottom="\(page.bottom)" \
        w:left="\(page.left)" w:header="\(page.header)" w:footer="\(page.header)" w:gutter="0"/><w:pgNumType w:fmt="decimal" w:start="1"/>\
        <w:cols w:space="708"/><w:titlePg/></w:sectPr>
        """
    }

    private var styleSheet: String {
        let font = WordText.escaped(font)
        return """
            \(Self.head)<w:styles \(Self.spaces)><w:docDefaults><w:rPrDefault><w:rPr>\
            <w:rFonts w:ascii="\(font)" w:hAnsi="\(font)" w:eastAsia="\(font)" w:cs="\(font)"/><w:color w:val="000000"/>\
            <w:sz w:val="\(points * 2)"/><w:szCs w:val="\(points * 2)"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr>\
            </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>\
            </w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
            \(styles.map(\.xml).joined())</w:styles>
            """
    }

    private func header(_ field: String) -> String {
        "\(Self.head)<w:hdr \(Self.spaces)><w:p><w:pPr><w:pStyle w:val=\"\(numberStyle.id)\"/></w:pPr>\(field)</w:p></w:hdr>"
    }

    /// Of the first page, and an empty one where more sections follow: they would take the first over.
    private var footers: [(part: String, lines: [WordParagraph])] {
        if foot.isEmpty { return [] }
        return sections.count > 1 ? [("footer1", foot), ("footer2", [.thin(numberStyle)])] : [("footer1", foot)]
    }

    private func footer(_ lines: [WordParagraph]) -> String {
        "\(Self.head)<w:ftr \(Self.spaces)>\(lines.map { $0.xml() }.joined())</w:ftr>"
    }

    private var properties: String {
        """
        \(Self.head)<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(WordText.escaped(title))</dc:title>\
        <dc:creator>\(WordText.escaped(author))</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>
        """
    }

    private var contentTypes: String {
        let parts = [
            ("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("header1", "header"), ("header2", "header"),
        ]
        let all = parts + footers.map { ($0.part, "footer") }
        let overrides = all.map { part, type in
            "<Override PartName=\"/word/\(part).xml\" ContentType=\"\(Self.wordType).\(type)+xml\"/>"
        }
        return """
            \(Self.head)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\(overrides.joined())<Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """
    }

    private var relationships: String {
        let parts = [("styles", "styles"), ("settings", "settings"), ("header", "header1"), ("header", "header2")]
        let all = parts + footers.map { ("footer", $0.part) }
        let lines = all.enumerated().map { index, part in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.relationshipType)/\(part.0)\" Target=\"\(part.1).xml\"/>"
        }
        return "\(Self.head)<Relationships xmlns=\"\(Self.relationshipSpace)\">\(lines.joined())</Relationships>"
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let spaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """
    private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    private static let relationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let relationshipSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let packageRelationships = """
        \(head)<Relationships xmlns="\(relationshipSpace)"><Relationship Id="rId1" Type="\(relationshipType)/officeDocument" \
        Target="word/document.xml"/><Relationship Id="rId2" \
        Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
        </Relationships>
        """
    /// Of Word 2013 and later: without it Word opens the paper in a mode for older programs.
    private static let settings = """
        \(head)<w:settings \(spaces)><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>\
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """
    private static let pageNumber = """
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
        """
}

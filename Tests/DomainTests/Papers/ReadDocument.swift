import CZip
import Foundation
import FoundationXML
import Testing

/// A Word document as tests read it: unpacked with libzip, its parts as trees, its letters as Word reckons them.
struct ReadDocument {
    /// In the order of the archive.
    let members: [(name: String, content: [UInt8])]
    let body: ReadElement
    private let styles: ReadElement

    init(_ bytes: [UInt8]) throws {
        members = try Self.unpacked(bytes)
        let parts = Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.content) })
        let main = try #require(parts["word/document.xml"])
        body = try #require(try ReadElement.read(main).child("w:body"))
        styles = try ReadElement.read(try #require(parts["word/styles.xml"]))
    }

    func part(_ name: String) throws -> ReadElement {
        let content = members.first { $0.name == name }?.content
        return try ReadElement.read(try #require(content, "\(name)"))
    }

    /// The whole text, a line for a paragraph.
    var text: String { body.all("w:p").map(\.text).joined(separator: "\n") }

    /// Paragraphs of a style, in their order; those that only draw a line have no text and are left out.
    func paragraphs(_ style: String) -> [ReadElement] { body.all("w:p").filter { $0.style == style && !$0.text.isEmpty } }

    /// The paragraphs of a part other than the body.
    func paragraphs(of part: String) throws -> [ReadElement] { try self.part(part).all("w:p") }

    struct Letters: Equatable {
        var points: Double
        var isBold = false
        var isItalic = false
        var font: String
        var color: String
    }

    /// As the defaults, the style and the run itself say, in that order.
    func letters(_ run: ReadElement?, style id: String?) throws -> Letters {
        let defaults = try #require(styles.all("w:rPrDefault").first?.child("w:rPr"))
        var letters = Letters(points: 10, font: "", color: "auto")
        for properties in [defaults, style(id)?.child("w:rPr"), run?.child("w:rPr")] {
            guard let properties else { continue }
            if let size = properties.child("w:sz")?.value.flatMap(Double.init) { letters.points = size / 2 }
            if let bold = properties.child("w:b") { letters.isBold = bold.value != "0" }
            if let italic = properties.child("w:i") { letters.isItalic = italic.value != "0" }
            if let font = properties.child("w:rFonts")?.attributes["w:ascii"] { letters.font = font }
            if let color = properties.child("w:color")?.value { letters.color = color }
        }
        return letters
    }

    /// What the paragraph says of itself, or else its style: `w:jc`, `w:ind`, `w:spacing`.
    func property(_ name: String, _ attribute: String, of paragraph: ReadElement) -> String? {
        paragraph.child("w:pPr")?.child(name)?.attributes[attribute]
            ?? style(paragraph.style)?.child("w:pPr")?.child(name)?.attributes[attribute]
    }

    func style(_ id: String?) -> ReadElement? { styles.children.first { $0.attributes["w:styleId"] == id && id != nil } }

    private static func unpacked(_ bytes: [UInt8]) throws -> [(name: String, content: [UInt8])] {
        let path = NSTemporaryDirectory() + "thidua-test-\(UUID().uuidString).docx"
        defer { unlink(path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        var failure: Int32 = 0
        let archive = try #require(zip_open(path, ZIP_RDONLY, &failure))
        defer { zip_discard(archive) }
        return try (0..<zip_uint64_t(zip_get_num_entries(archive, 0))).map { index in
            let name = String(cString: try #require(zip_get_name(archive, index, 0)))
            var facts = zip_stat_t()
            zip_stat_init(&facts)
            try #require(zip_stat_index(archive, index, 0, &facts) == 0)
            var content = [UInt8](repeating: 0, count: Int(facts.size))
            let member = try #require(zip_fopen_index(archive, index, 0))
            defer { zip_fclose(member) }
            try #require(zip_fread(member, &content, facts.size) == zip_int64_t(facts.size))
            return (name, content)
        }
    }
}

/// One element of a part, with its names as they are written.
final class ReadElement {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [ReadElement] = []
    fileprivate var characters = ""

    init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    func child(_ name: String) -> ReadElement? { children.first { $0.name == name } }

    /// Wherever below it.
    func all(_ name: String) -> [ReadElement] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    var value: String? { attributes["w:val"] }

    /// Style of a paragraph.
    var style: String? { child("w:pPr")?.child("w:pStyle")?.value }

    /// Of a run, a paragraph or more; a break is a line.
    var text: String {
        switch name {
        case "w:t": characters
        case "w:br": "\n"
        case "w:tab": "\t"
        default: children.map(\.text).joined()
        }
    }

    /// What stands in the element itself.
    var characterText: String { characters }

    static func read(_ content: [UInt8]) throws -> ReadElement {
        let reader = Reader()
        let parser = XMLParser(data: Data(content))
        parser.delegate = reader
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
        return try #require(reader.root)
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var root: ReadElement?
        private var open: [ReadElement] = []

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
            attributes attributeDict: [String: String]
        ) {
            let element = ReadElement(elementName, attributeDict)
            if let parent = open.last { parent.children.append(element) } else { root = element }
            open.append(element)
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.characters += string }

        func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName qName: String?) {
            open.removeLast()
        }
    }
}

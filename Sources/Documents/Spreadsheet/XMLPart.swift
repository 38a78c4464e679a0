import Domain
import Foundation
import FoundationXML

/// One XML part of an office document, walked from start to end. A document type is refused: entities that multiply need one, and no
/// spreadsheet program writes any.
struct XMLPart {
    enum Event {
        /// The element's name without prefix, its attributes without prefixes.
        case start(String, [String: String])
        case text(String)
        case end(String)
    }

    private let content: [UInt8]
    private let file: String

    /// - Throws: `invalid-table` for another encoding than UTF-8 and for a document type.
    init(_ content: [UInt8], file: String) throws(Problem) {
        self.content = content
        self.file = file
        guard let text = String(validating: content, as: UTF8.self), !content.contains(0), Self.saysUTF8(text),
            content.firstRange(of: Array("<!DOCTYPE".utf8)) == nil, content.firstRange(of: Array("<!ENTITY".utf8)) == nil
        else { throw unreadable }
    }

    /// - Throws: what `visit` throws; `invalid-table` where the XML breaks off.
    func walk(_ visit: @escaping (Event) throws(Problem) -> Void) throws(Problem) {
        let parser = XMLParser(data: Data(content))
        let walker = Walker(visit)
        parser.delegate = walker
        parser.shouldResolveExternalEntities = false
        let ended = parser.parse()
        if let problem = walker.problem { throw problem }
        guard ended else { throw unreadable }
    }

    /// Another encoding could hide a document type from a look at the bytes.
    private static func saysUTF8(_ text: String) -> Bool {
        let plain = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        guard plain.hasPrefix("<?xml") else { return true }
        let declaration = plain.prefix(200).prefix { $0 != ">" }.lowercased()
        guard let encoding = declaration.firstRange(of: "encoding") else { return true }
        let value = declaration[encoding.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
        return value.hasPrefix("utf-8") || value.hasPrefix("us-ascii")
    }

    private var unreadable: Problem {
        Problem(.invalid, "invalid-table", "\(file): tệp Excel đã hỏng. Mở bằng Excel rồi lưu lại dưới dạng .xlsx.")
    }

    private final class Walker: NSObject, XMLParserDelegate {
        private let visit: (Event) throws(Problem) -> Void
        var problem: Problem?

        init(_ visit: @escaping (Event) throws(Problem) -> Void) {
            self.visit = visit
        }

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
            attributes attributeDict: [String: String]
        ) {
            var attributes: [String: String] = [:]
            // Two of one local name are read as both: which of them the other program takes is not known.
            for (name, value) in attributeDict.sorted(by: { $0.key < $1.key }) where !name.hasPrefix("xmlns:") {
                let local = Self.local(name)
                attributes[local] = attributes[local].map { "\($0) \(value)" } ?? value
            }
            pass(.start(Self.local(elementName), attributes), parser)
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { pass(.text(string), parser) }

        func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
            pass(.text(String(decoding: CDATABlock, as: UTF8.self)), parser)
        }

        func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName qName: String?) {
            pass(.end(Self.local(elementName)), parser)
        }

        private func pass(_ event: Event, _ parser: XMLParser) {
            // The parser may hand over some more after it was told to stop.
            guard problem == nil else { return }
            do {
                try visit(event)
            } catch {
                problem = error
                parser.abortParsing()
            }
        }

        private static func local(_ name: String) -> String {
            name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
        }
    }
}

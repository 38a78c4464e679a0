/// One XML part of a template while it is filled. All but the placeholders is copied as it stands.
struct TemplatePart {
    private enum Token {
        /// `<w:p …>`, with its brackets.
        case tag(String)
        /// Between tags, as it is written in XML.
        case text(String)
    }

    private let tokens: [Token]
    private let fields: PaperFields
    /// Names in the template that the paper does not know.
    private(set) var unknown: Set<String> = []

    init(_ xml: String, fields: PaperFields) {
        tokens = Self.tokens(of: xml)
        self.fields = fields
    }

    mutating func filled() -> String {
        filled(0..<tokens.count, row: nil)
    }

    /// - Parameter row: name of the list and its row, inside a row that is repeated.
    private mutating func filled(_ range: Range<Int>, row: (list: String, cells: [String: String])?) -> String {
        var result = ""
        var index = range.lowerBound
        while index < range.upperBound {
            if row == nil, opens("w:tr", at: index), let end = end(of: "w:tr", from: index, in: range), let list = list(in: index..<end) {
                guard let rows = fields.lists[list] else {
                    unknown.formUnion(Self.names(in: text(of: index..<end)).filter { $0.hasPrefix("\(list).") })
                    index = end
                    continue
                }
                for cells in rows { result += filled(index..<end, row: (list, cells)) }
                index = end
            } else if opens("w:p", at: index), let end = end(of: "w:p", from: index, in: range), !contains("w:p", in: index + 1..<end) {
                result += paragraph(index..<end, row: row)
                index = end
            } else {
                result += written(tokens[index])
                index += 1
            }
        }
        return result
    }

    private mutating func paragraph(_ range: Range<Int>, row: (list: String, cells: [String: String])?) -> String {
        let text = text(of: range)
        let names = Self.names(in: text)
        guard !names.isEmpty else { return tokens[range].map(written).joined() }
        var values: [String: String] = [:]
        for name in names { values[name] = value(of: name, row: row) }
        // A paragraph of one name alone comes once for each line.
        if names.count == 1, text.trimmingSpaces == "{{\(names[0])}}", let lines = values[names[0]]?.split(separator: "\n"), lines.count > 1
        {
            return lines.map { replaced(range, [names[0]: String($0)]) }.joined()
        }
        return replaced(range, values)
    }

    private mutating func value(of name: String, row: (list: String, cells: [String: String])?) -> String {
        if let row, name.hasPrefix("\(row.list)."), let cell = row.cells[String(name.dropFirst(row.list.count + 1))] { return cell }
        if let text = fields.texts[name] { return text }
        unknown.insert(name)
        return ""
    }

    /// Word cuts a text into pieces wherever somebody stopped typing: a name may begin in one and end in another.
    private func replaced(_ range: Range<Int>, _ values: [String: String]) -> String {
        var result = ""
        var rest = Substring(text(of: range))
        // How much of a name that began in an earlier piece is still to be left out.
        var skipped = 0
        for index in range {
            guard case .text(let piece) = tokens[index], isText(index) else {
                let tag = written(tokens[index])
                result += tag.hasPrefix("<w:t>") || tag.hasPrefix("<w:t ") ? "<w:t xml:space=\"preserve\">" : tag
                continue
            }
            var left = piece.count
            while left > 0 {
                if skipped > 0 {
                    let count = min(skipped, left)
                    skipped -= count
                    left -= count
                    rest = rest.dropFirst(count)
                } else if let name = Self.name(at: rest), let value = values[name] {
                    skipped = name.count + 4
                    result += "</w:t>\(WordText.run(value))<w:t xml:space=\"preserve\">"
                } else {
                    result += String(rest.prefix(1))
                    rest = rest.dropFirst()
                    left -= 1
                }
            }
        }
        return result
    }

    /// What a part names in what is read of it.
    static func placeholders(in xml: String) -> [String] {
        let part = TemplatePart(xml, fields: PaperFields(texts: [:], lists: [:]))
        return names(in: part.text(of: 0..<part.tokens.count))
    }

    /// Name of the placeholder with which the text begins.
    private static func name(at text: Substring) -> String? {
        guard text.hasPrefix("{{") else { return nil }
        let name = text.dropFirst(2).prefix { $0 == "_" || $0 == "." || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return !name.isEmpty && text.dropFirst(2 + name.count).hasPrefix("}}") ? String(name) : nil
    }

    /// In their order, each once.
    private static func names(in text: String) -> [String] {
        var names: [String] = []
        var rest = Substring(text)
        while let start = rest.firstRange(of: "{{") {
            rest = rest[start.lowerBound...]
            if let name = name(at: rest), !names.contains(name) { names.append(name) }
            rest = rest.dropFirst(2)
        }
        return names
    }

    /// The list that a row names, if it does and holds no other row.
    private func list(in range: Range<Int>) -> String? {
        guard !contains("w:tr", in: range.lowerBound + 1..<range.upperBound) else { return nil }
        return Self.names(in: text(of: range)).compactMap { name in
            name.firstIndex(of: ".").map { String(name[..<$0]) }
        }.first
    }

    /// Whether every element that begins also ends, and in its order.
    static func isClosed(_ xml: String) -> Bool {
        var open: [Substring] = []
        for case .tag(let tag) in tokens(of: xml) where !tag.hasPrefix("<?") && !tag.hasPrefix("<!") && !tag.hasSuffix("/>") {
            let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0 != ">" && !$0.isWhitespace }
            if !tag.hasPrefix("</") {
                open.append(name)
            } else if open.popLast() != name {
                return false
            }
        }
        return open.isEmpty
    }

    private func written(_ token: Token) -> String {
        switch token {
        case .tag(let text), .text(let text): text
        }
    }

    /// What is read in a stretch.
    private func text(of range: Range<Int>) -> String {
        range.map { index in
            if case .text(let text) = tokens[index], isText(index) { text } else { "" }
        }.joined()
    }

    /// Whether a text stands in `<w:t>`, and not in a field's instruction.
    private func isText(_ index: Int) -> Bool {
        guard index > 0, case .tag(let tag) = tokens[index - 1] else { return false }
        return (tag.hasPrefix("<w:t>") || tag.hasPrefix("<w:t ")) && !tag.hasSuffix("/>")
    }

    private func opens(_ name: String, at index: Int) -> Bool {
        guard case .tag(let tag) = tokens[index], !tag.hasSuffix("/>") else { return false }
        return tag.hasPrefix("<\(name)>") || tag.hasPrefix("<\(name) ")
    }

    private func contains(_ name: String, in range: Range<Int>) -> Bool {
        range.contains { opens(name, at: $0) }
    }

    /// After the closing tag.
    private func end(of name: String, from start: Int, in range: Range<Int>) -> Int? {
        var depth = 0
        for index in start..<range.upperBound {
            if opens(name, at: index) { depth += 1 }
            if case .tag(let tag) = tokens[index], tag.hasPrefix("</\(name)>") { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return nil
    }

    private static func tokens(of xml: String) -> [Token] {
        var tokens: [Token] = []
        var rest = Substring(xml)
        while !rest.isEmpty {
            guard rest.hasPrefix("<") else {
                let text = rest.prefix { $0 != "<" }
                tokens.append(.text(String(text)))
                rest = rest.dropFirst(text.count)
                continue
            }
            // What is no element is copied whole.
            let end = rest.hasPrefix("<!--") ? "-->" : rest.hasPrefix("<![CDATA[") ? "]]>" : ">"
            let stop = rest.firstRange(of: end)?.upperBound ?? rest.endIndex
            tokens.append(.tag(String(rest[..<stop])))
            rest = rest[stop...]
        }
        return tokens
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}

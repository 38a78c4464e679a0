extension JSONValue {
    public enum Layout: Hashable, Sendable {
        /// Without any space: for machines and hashes.
        case compact
        /// One member or element a line, indented by two spaces: for people.
        case indented
    }

    /// The value as JSON text. Equal values give equal text: members in their order, only the escapes that RFC 8259 demands.
    public func text(_ layout: Layout = .compact) -> String {
        var writer = JSONWriter(layout: layout)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The UTF-8 bytes of ``text(_:)``.
    public func bytes(_ layout: Layout = .compact) -> [UInt8] {
        var writer = JSONWriter(layout: layout)
        writer.write(self)
        return writer.bytes
    }
}

private struct JSONWriter {
    var bytes: [UInt8] = []
    private let layout: JSONValue.Layout
    private var depth = 0

    init(layout: JSONValue.Layout) {
        self.layout = layout
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .object(let object):
            writeList("{", object.members, "}") { writer, member in
                writer.write(string: member.name)
                writer.append(writer.layout == .compact ? ":" : ": ")
                writer.write(member.value)
            }
        case .array(let elements):
            writeList("[", elements, "]") { $0.write($1) }
        case .string(let string): write(string: string)
        case .number(let number): append(number.text)
        case .bool(let bool): append(bool ? "true" : "false")
        case .null: append("null")
        }
    }

    private mutating func writeList<Element>(_ open: String, _ list: [Element], _ close: String, _ write: (inout Self, Element) -> Void) {
        append(open)
        depth += 1
        for (index, element) in list.enumerated() {
            if index > 0 { append(",") }
            breakLine()
            write(&self, element)
        }
        depth -= 1
        if !list.isEmpty { breakLine() }
        append(close)
    }

    private mutating func breakLine() {
        guard layout == .indented else { return }
        append("\n")
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func write(string: String) {
        append("\"")
        // Nearly no text needs an escape, so the whole of it is copied at once.
        let isPlain = string.utf8.withContiguousStorageIfAvailable { text in
            guard text.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) else { return false }
            bytes.append(contentsOf: text)
            return true
        }
        if isPlain != true { appendEscaped(string) }
        append("\"")
    }

    private mutating func appendEscaped(_ string: String) {
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x08: append("\\b")
            case 0x09: append("\\t")
            case 0x0A: append("\\n")
            case 0x0C: append("\\f")
            case 0x0D: append("\\r")
            case 0..<0x20: append("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}

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
        // Most answers fit; a list grows a few times.
        bytes.reserveCapacity(4_096)
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .object(let object):
            open("{")
            var isFirst = true
            for (name, value) in object.members {
                separate(&isFirst)
                write(string: name)
                append(":")
                if layout == .indented { append(" ") }
                write(value)
            }
            close("}", isEmpty: object.members.isEmpty)
        case .array(let elements):
            open("[")
            var isFirst = true
            for element in elements {
                separate(&isFirst)
                write(element)
            }
            close("]", isEmpty: elements.isEmpty)
        case .string(let string): write(string: string)
        case .number(let number): append(text: number.text)
        case .bool(let bool): append(text: bool ? "true" : "false")
        case .null: append(text: "null")
        }
    }

    // MARK: - Lists

    private mutating func open(_ sign: Unicode.Scalar) {
        append(sign)
        depth += 1
    }

    private mutating func separate(_ isFirst: inout Bool) {
        if !isFirst { append(",") }
        isFirst = false
        breakLine()
    }

    private mutating func close(_ sign: Unicode.Scalar, isEmpty: Bool) {
        depth -= 1
        if !isEmpty { breakLine() }
        append(sign)
    }

    private mutating func breakLine() {
        guard layout == .indented else { return }
        append("\n")
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    // MARK: - Texts

    private mutating func write(string: String) {
        append("\"")
        // Nearly no text needs an escape, so the whole of it is copied at once.
        let isPlain = string.utf8.withContiguousStorageIfAvailable { text in
            for byte in text where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
            bytes.append(contentsOf: text)
            return true
        }
        if isPlain != true { appendEscaped(string) }
        append("\"")
    }

    private mutating func appendEscaped(_ string: String) {
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append(text: "\\\"")
            case UInt8(ascii: "\\"): append(text: "\\\\")
            case 0x08: append(text: "\\b")
            case 0x09: append(text: "\\t")
            case 0x0A: append(text: "\\n")
            case 0x0C: append(text: "\\f")
            case 0x0D: append(text: "\\r")
            case 0..<0x20: append(text: "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
    }

    private mutating func append(_ sign: Unicode.Scalar) {
        bytes.append(UInt8(ascii: sign))
    }

    private mutating func append(text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}

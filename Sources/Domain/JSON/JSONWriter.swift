extension JSONValue {
    public enum Layout: Hashable, Sendable {
        /// Without any space: for machines and hashes.
        case compact
        /// One member or element a line, indented by two spaces: for people.
        case indented
    }

    /// The value as JSON text. Equal values give equal text: members in their order, only the escapes that RFC 8259 demands.
    ///
    /// - Parameter depth: how deep it stands in what it is a part of, for its indentation.
    public func text(_ layout: Layout = .compact, depth: Int = 0) -> String {
        var writer = JSONWriter(layout: layout, depth: depth)
        writer.write(self)
        return writer.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The UTF-8 bytes of ``text(_:)``.
    public func bytes(_ layout: Layout = .compact) -> [UInt8] {
        var writer = JSONWriter(layout: layout)
        writer.write(self)
        return writer.withBytes { Array($0) }
    }
}

extension JSONObject {
    /// The text of the object with one more member, a list: what is long is in memory as text, once, and not as a tree.
    ///
    /// - Parameters:
    ///   - name: of the list.
    ///   - elements: each the text of an element, two deep.
    ///   - piece: is given the text, a piece at a time.
    public func writeIndented(ending name: String, _ elements: [String], piece: (String) -> Void) {
        let empty = JSONValue.object(JSONObject(members + [(name, .array([]))])).text(.indented)
        if elements.isEmpty { return piece(empty) }
        // It ends with the list and with itself.
        piece(String(empty.dropLast(3)))
        for (index, element) in elements.enumerated() {
            piece(index == 0 ? "\n    " : ",\n    ")
            piece(element)
        }
        piece("\n  ]\n}")
    }
}

/// Writes into memory of its own: a list of fifty items is a hundred thousand bytes, and an array would ask at every piece whose it is.
private struct JSONWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity = 16_384
    private let isIndented: Bool
    private var depth: Int

    init(layout: JSONValue.Layout, depth: Int = 0) {
        isIndented = layout == .indented
        self.depth = depth
        start = .allocate(capacity: capacity)
    }

    deinit {
        start.deallocate()
    }

    borrowing func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        body(UnsafeBufferPointer(start: start, count: count))
    }

    mutating func write(_ value: borrowing JSONValue) {
        switch value {
        case .object(let object): write(object)
        case .array(let elements): write(elements)
        case .string(let string): write(string: string)
        case .number(let number): append(contentsOf: number.text)
        case .bool(let bool): append(text: bool ? "true" : "false")
        case .null: append(text: "null")
        }
    }

    // MARK: - Lists

    private mutating func write(_ object: JSONObject) {
        open("{")
        object.members.withUnsafeBufferPointer { members in
            for index in members.indices {
                separate(isFirst: index == 0)
                write(string: members[index].0)
                append(":")
                if isIndented { append(" ") }
                write(members[index].1)
            }
        }
        close("}", isEmpty: object.members.isEmpty)
    }

    private mutating func write(_ elements: [JSONValue]) {
        open("[")
        elements.withUnsafeBufferPointer { elements in
            for index in elements.indices {
                separate(isFirst: index == 0)
                write(elements[index])
            }
        }
        close("]", isEmpty: elements.isEmpty)
    }

    private mutating func open(_ sign: Unicode.Scalar) {
        append(sign)
        depth += 1
    }

    private mutating func separate(isFirst: Bool) {
        if !isFirst { append(",") }
        breakLine()
    }

    private mutating func close(_ sign: Unicode.Scalar, isEmpty: Bool) {
        depth -= 1
        if !isEmpty { breakLine() }
        append(sign)
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        append("\n")
        for _ in 0..<depth { append(text: "  ") }
    }

    // MARK: - Texts

    private mutating func write(string: String) {
        // Nearly no text needs an escape, so it is copied as it is and looked at on the way.
        let isPlain = string.utf8.withContiguousStorageIfAvailable { text in
            reserve(text.count + 2)
            let place = start + count
            place[0] = UInt8(ascii: "\"")
            guard Self.copy(text, to: place + 1) else { return false }
            place[text.count + 1] = UInt8(ascii: "\"")
            count += text.count + 2
            return true
        }
        if isPlain != true { appendEscaped(string) }
    }

    /// False: there is something below a space, a quotation mark or a backslash among it.
    private static func copy(_ text: UnsafeBufferPointer<UInt8>, to place: UnsafeMutablePointer<UInt8>) -> Bool {
        guard text.count >= 8 else {
            var isPlain = true
            for (index, byte) in text.enumerated() {
                place[index] = byte
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { isPlain = false }
            }
            return isPlain
        }
        // Eight bytes at once, the last eight maybe for the second time. The highest bit of a byte comes to be set where it is one of those, or
        // where it follows one.
        let (source, target) = (UnsafeRawPointer(text.baseAddress!), UnsafeMutableRawPointer(place))
        let (ones, highest): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var (offset, found): (Int, UInt64) = (0, 0)
        while offset < text.count {
            let at = min(offset, text.count - 8)
            let word = source.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            target.storeBytes(of: word, toByteOffset: at, as: UInt64.self)
            let (quotes, slashes) = (word ^ ones &* 0x22, word ^ ones &* 0x5C)
            found |= (word &- ones &* 0x20) & ~word | (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
            offset += 8
        }
        return found & highest == 0
    }

    private mutating func appendEscaped(_ string: String) {
        append("\"")
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append(text: "\\\"")
            case UInt8(ascii: "\\"): append(text: "\\\\")
            case 0x08: append(text: "\\b")
            case 0x09: append(text: "\\t")
            case 0x0A: append(text: "\\n")
            case 0x0C: append(text: "\\f")
            case 0x0D: append(text: "\\r")
            case 0..<0x20: append(contentsOf: "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
            default: append(byte)
            }
        }
        append("\"")
    }

    private mutating func append(_ sign: Unicode.Scalar) {
        append(UInt8(ascii: sign))
    }

    private mutating func append(text: StaticString) {
        reserve(text.utf8CodeUnitCount)
        (start + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        count += text.utf8CodeUnitCount
    }

    private mutating func append(contentsOf text: String) {
        for byte in text.utf8 { append(byte) }
    }

    private mutating func append(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    private mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        capacity = max(2 * capacity, count + more)
        let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        wider.update(from: start, count: count)
        start.deallocate()
        start = wider
    }
}

/// A recursive descent parser over bytes; its depth is bounded, so no input can exhaust the stack.
struct StrictJSONParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    private var path = JSONPath.root
    private var duplicates: [JSONFault] = []
    private let sink: JSONElementSink?

    init(_ bytes: [UInt8], sink: JSONElementSink? = nil) {
        self.bytes = bytes
        self.sink = sink
    }

    mutating func parseDocument() throws(JSONFaults) -> JSONValue {
        let value: JSONValue
        do throws(JSONFault) {
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw fault("tệp bắt đầu bằng dấu BOM; hãy lưu lại dạng UTF-8 không BOM") }
            value = try parseValue()
            skipSpace()
            path = .root
            if position < bytes.count { throw fault("còn nội dung sau khi tài liệu JSON đã kết thúc") }
        } catch {
            guard let first = duplicates.first else { throw JSONFaults(error) }
            throw JSONFaults(first, duplicates.dropFirst() + [error])
        }
        if let first = duplicates.first { throw JSONFaults(first, Array(duplicates.dropFirst())) }
        return value
    }

    // MARK: Values

    private mutating func parseValue() throws(JSONFault) -> JSONValue {
        skipSpace()
        guard let byte = peek() else { throw fault("tài liệu kết thúc khi còn thiếu một giá trị") }
        switch byte {
        case UInt8(ascii: "{"): return .object(try parseObject())
        case UInt8(ascii: "["): return .array(try parseArray())
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try parseNumber())
        case UInt8(ascii: "t"): return try parse(word: "true", as: .bool(true))
        case UInt8(ascii: "f"): return try parse(word: "false", as: .bool(false))
        case UInt8(ascii: "n"): return try parse(word: "null", as: .null)
        default: throw fault("cần một giá trị JSON")
        }
    }

    private mutating func parseObject() throws(JSONFault) -> JSONObject {
        try open()
        var object = JSONObject()
        var names: Set<String> = []
        let parent = path
        skipSpace()
        if take("}") {
            depth -= 1
            return object
        }
        while true {
            skipSpace()
            guard peek() == UInt8(ascii: "\"") else { throw fault("cần tên trường trong dấu ngoặc kép") }
            let name = try parseString()
            path = .member(parent, name)
            let isNew = names.insert(name).inserted
            if !isNew { duplicates.append(JSONFault(path, "trường bị lặp lại")) }
            skipSpace()
            guard take(":") else { throw fault("thiếu dấu hai chấm sau tên trường") }
            let value = try parseValue()
            if isNew { object.append(name, value) }
            path = parent
            skipSpace()
            if take(",") { continue }
            guard take("}") else { throw fault("thiếu dấu phẩy hoặc dấu “}”") }
            depth -= 1
            return object
        }
    }

    private mutating func parseArray() throws(JSONFault) -> [JSONValue] {
        try open()
        var elements: [JSONValue] = []
        let parent = path
        let taking = sink.flatMap { $0.takes(parent) ? $0 : nil }
        skipSpace()
        if take("]") {
            depth -= 1
            return elements
        }
        while true {
            path = .element(parent, elements.count)
            let element = try parseValue()
            if let taking {
                taking.take(element, .element(parent, elements.count))
                elements.append(.null)
            } else {
                elements.append(element)
            }
            path = parent
            skipSpace()
            if take(",") { continue }
            guard take("]") else { throw fault("thiếu dấu phẩy hoặc dấu “]”") }
            depth -= 1
            return elements
        }
    }

    private mutating func open() throws(JSONFault) {
        depth += 1
        guard depth <= StrictJSON.maximumDepth else { throw fault("lồng nhau quá \(StrictJSON.maximumDepth) cấp") }
        position += 1
    }

    private mutating func parse(word: StaticString, as value: JSONValue) throws(JSONFault) -> JSONValue {
        for byte in word.description.utf8 {
            guard peek() == byte else { throw fault("cần một giá trị JSON") }
            position += 1
        }
        return value
    }

    private mutating func parseNumber() throws(JSONFault) -> JSONNumber {
        let start = position
        _ = take("-")
        if !take("0") { try skipDigits() }
        if take(".") { try skipDigits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try skipDigits()
        }
        return JSONNumber(checked: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func skipDigits() throws(JSONFault) {
        let start = position
        while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw fault("số viết sai") }
    }

    // MARK: Strings

    private mutating func parseString() throws(JSONFault) -> String {
        let start = position
        position += 1
        var content: [UInt8] = []
        while true {
            guard let byte = peek() else { throw fault("chuỗi không có dấu ngoặc kép đóng", at: start) }
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                guard let string = String(validating: content, as: UTF8.self) else {
                    throw fault("chuỗi không phải UTF-8 hợp lệ", at: start)
                }
                guard string.isStreamSafe else {
                    throw fault("chuỗi có quá \(StrictJSON.maximumMarks) dấu liên tiếp trên một chữ", at: start)
                }
                return string
            case UInt8(ascii: "\\"): content.append(contentsOf: String(try parseEscape()).utf8)
            case 0..<0x20: throw fault("ký tự điều khiển trong chuỗi phải viết dạng \\u")
            default:
                content.append(byte)
                position += 1
            }
        }
    }

    private mutating func parseEscape() throws(JSONFault) -> Unicode.Scalar {
        let start = position
        position += 1
        let byte = peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try parseUnicodeEscape(from: start)
        default: throw fault("dấu “\\” không đi với ký tự nào của JSON", at: start)
        }
    }

    private mutating func parseUnicodeEscape(from start: Int) throws(JSONFault) -> Unicode.Scalar {
        let unit = try parseFourHexDigits(from: start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit), take("\\"), take("u") else { throw fault("nửa cặp ký tự UTF-16 đứng một mình", at: start) }
        let second = try parseFourHexDigits(from: start)
        guard UTF16.isTrailSurrogate(second) else { throw fault("nửa cặp ký tự UTF-16 đứng một mình", at: start) }
        return UTF16.decode(UTF16.EncodedScalar([unit, second]))
    }

    private mutating func parseFourHexDigits(from start: Int) throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("sau “\\u” phải có bốn chữ số hệ 16", at: start)
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    // MARK: Bytes

    private func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D { position += 1 }
    }

    /// A fault with line and column, both from 1; the column counts characters.
    private func fault(_ reason: String, at place: Int? = nil) -> JSONFault {
        let before = bytes[..<min(place ?? position, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        // Scalars, told by their first bytes: a file may be one line of any length.
        let column = before[start...].count { $0 & 0b1100_0000 != 0b1000_0000 } + 1
        return JSONFault(path, "dòng \(line), cột \(column): \(reason)")
    }
}

extension String {
    /// Whether no more marks follow each other than is allowed. Comparing and hashing strings takes time with the square of their number.
    fileprivate var isStreamSafe: Bool {
        guard utf8.count > StrictJSON.maximumMarks else { return true }
        var marks = 0
        for scalar in unicodeScalars {
            // Nothing before U+0300 combines.
            let isMark = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
            marks = isMark ? marks + 1 : 0
            if marks > StrictJSON.maximumMarks { return false }
        }
        return true
    }
}

import Domain
import Testing

@Suite("Strict JSON")
struct StrictJSONTests {
    @Test(
        "is written as it was read",
        arguments: [
            #"{"b":1,"a":[true,false,null,"x"],"c":{}}"#, "[]", "0", "-0", "1.50", "1E+9", "-12.0e-3", #""""#, #""\"\\\b\f\n\r\t\u0001""#,
            #""Cà Mau 😀""#, "123456789012345678901234567890", "[[[]]]",
        ])
    func roundTrip(text: String) throws {
        #expect(try StrictJSON.parse(text.utf8).text() == text)
    }

    @Test("understands every escape") func escapes() throws {
        #expect(try StrictJSON.parse(#""\u0041\/\ud83d\ude00\u0000\u1EA3""#.utf8) == .string("A/😀\0ả"))
    }

    @Test("allows space around everything") func space() throws {
        #expect(try StrictJSON.parse(" \r\n\t{ \"a\" : [ 1 , 2 ] } \n".utf8) == ["a": [1, 2]])
    }

    @Test("may nest 32 deep and no deeper") func depth() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(throws: Never.self) { try StrictJSON.parse(nested(32).utf8) }
        #expect(throws: JSONFaults.self) { try StrictJSON.parse(nested(33).utf8) }
        #expect(throws: JSONFaults.self) { try StrictJSON.parse(String(repeating: "[", count: 1_000_000).utf8) }
        #expect(throws: JSONFaults.self) { try StrictJSON.parse(String(repeating: #"{"a":"#, count: 33).utf8) }
        let siblings = "[" + Array(repeating: nested(31), count: 50).joined(separator: ",") + "]"
        #expect(throws: Never.self) { try StrictJSON.parse(siblings.utf8) }
    }

    @Test(
        "refuses what is not JSON",
        arguments: [
            "", " ", "nul", "nulll", "True", "tru", "'a'", "{", "[", "[1", "[1,", "[1,]", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#,
            "{a:1}", "{1:2}", "1 2", "[] x",
            "{}{}", "01", "-", "-a", "1.", ".5", "+1", "1e", "1e+", "0x10", "NaN", "Infinity", "-Infinity", #"""#, #""a"#, #""\x""#,
            #""\u12""#,
            #""\u12g4""#, #""\ud800""#, #""\ud800x""#, #""\ud800\u0041""#, #""\udc00""#, #""\ude00\ud83d""#, "\"a\nb\"", "\"a\tb\"",
            "// c\n1",
            "[1 2]", #"{"a":1 "b":2}"#, "\u{FEFF}1", "\u{A0}1", "]", "}", ",",
        ])
    func refusal(text: String) {
        #expect(throws: JSONFaults.self) { try StrictJSON.parse(text.utf8) }
    }

    @Test(
        "refuses bytes that are not UTF-8",
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE1, 0xBA, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
            [0x80], [0xEF, 0xBB, 0xBF, 0x31],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        #expect(throws: JSONFaults.self) { try StrictJSON.parse(bytes) }
    }

    @Test("refuses marks heaped on one letter") func heapedMarks() throws {
        func text(_ marks: Int) -> String { "\"a" + String(repeating: "\u{301}\u{323}", count: marks / 2) + "\"" }
        #expect(throws: Never.self) { try StrictJSON.parse(text(30).utf8) }
        #expect(throws: JSONFaults.self) { try StrictJSON.parse(text(32).utf8) }
        let long = String(repeating: "e\u{302}\u{323}", count: 100)
        #expect(try StrictJSON.parse("\"\(long)\"".utf8) == .string(long))
    }

    @Test("reports every duplicate name with its path, even before a fault of syntax") func duplicates() {
        let text = #"{"a":[{"b":1,"b":2}],"a":3,"\u0061":4,"c":{"b":1}} x"#
        let faults = #expect(throws: JSONFaults.self) { try StrictJSON.parse(text.utf8) }
        #expect(
            faults?.description == """
                $.a[0].b: trường bị lặp lại
                $.a: trường bị lặp lại
                $.a: trường bị lặp lại
                $: dòng 1, cột 52: còn nội dung sau khi tài liệu JSON đã kết thúc
                """)
    }

    @Test("says where the text stops being JSON") func place() {
        let faults = #expect(throws: JSONFaults.self) { try StrictJSON.parse("{\n  \"đơn vị\": [1,\n    tru]\n}".utf8) }
        #expect(faults?.description == "$[\"đơn vị\"][1]: dòng 3, cột 8: cần một giá trị JSON")
    }

    @Test("is the same when the elements of its last list were written beforehand", arguments: 0...3)
    func elements(_ count: Int) {
        let elements = (0..<count).map { JSONValue.object(JSONObject([("n", .integer($0)), ("of", .array([.string("x"), .array([])]))])) }
        let head = JSONObject([("a", .string("]}")), ("b", .array([]))])
        var pieces = ""
        head.writeIndented(ending: "list", elements.map { $0.text(.indented, depth: 2) }) { pieces += $0 }
        #expect(pieces == JSONValue.object(JSONObject(head.members + [("list", .array(elements))])).text(.indented))
    }

    @Test("is indented for people") func indented() {
        let value: JSONValue = ["a": [1, "x"], "b": [], "c": [:], "d": nil]
        #expect(value.text(.indented) == "{\n  \"a\": [\n    1,\n    \"x\"\n  ],\n  \"b\": [],\n  \"c\": {},\n  \"d\": null\n}")
        #expect(value.bytes() == Array(#"{"a":[1,"x"],"b":[],"c":{},"d":null}"#.utf8))
    }

    /// The writer looks at eight bytes at once.
    @Test("escapes what must be escaped wherever it stands in a text, and nothing else", arguments: 1...20)
    func escapes(length: Int) throws {
        let scalars = (UInt8.min...0x7F).map { Unicode.Scalar($0) } + ["ế", "\u{7FF}", "😀"]
        for scalar in scalars {
            for place in 0..<length {
                var letters = [String](repeating: "ệ", count: length)
                if place.isMultiple(of: 2) { letters = [String](repeating: "x", count: length) }
                letters[place] = String(scalar)
                let text = letters.joined()
                let written = JSONValue.string(text).bytes()
                #expect(try StrictJSON.parse(written) == .string(text))
                let needsEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
                #expect(needsEscape || written == Array("\"\(text)\"".utf8), "\(scalar.value) at \(place)")
            }
        }
    }

    @Test("survives writing and reading, whatever the tree", arguments: 1...60)
    func anyTree(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let value = tree(depth: 5, using: &generator)
        #expect(try StrictJSON.parse(value.bytes()) == value)
        #expect(try StrictJSON.parse(value.bytes(.indented)) == value)
    }

    private func tree(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: depth > 0 ? 0...6 : 2...6, using: &generator) {
        case 0: return .array((0..<Int.random(in: 0...4, using: &generator)).map { _ in tree(depth: depth - 1, using: &generator) })
        case 1:
            let names = Set((0..<Int.random(in: 0...4, using: &generator)).map { _ in text(using: &generator) }).sorted()
            return .object(JSONObject(names.map { ($0, tree(depth: depth - 1, using: &generator)) }))
        case 2: return .integer(Int.random(in: Int.min...Int.max, using: &generator))
        case 3: return .bool(.random(using: &generator))
        case 4: return .null
        default: return .string(text(using: &generator))
        }
    }

    private func text(using generator: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
            Unicode.Scalar(UInt32.random(in: 0...0x2FF, using: &generator)) ?? "?"
        }
        return String(String.UnicodeScalarView(scalars))
    }
}

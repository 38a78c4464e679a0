import Testing

@testable import Web

@Suite("Forms as browsers send them")
struct FormBodyTests {
    private static let boundary = "----WebKitFormBoundaryAb12"
    private static let type = "multipart/form-data; boundary=\(boundary)"

    private func body(_ parts: [(head: String, content: [UInt8])], end: String = "--\r\n") -> [UInt8] {
        parts.flatMap {
            Array("--\(Self.boundary)\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n".utf8) + $0.content + Array("\r\n".utf8)
        }
            + Array("--\(Self.boundary)\(end)".utf8)
    }

    @Test("fields and files come out as they went in, line breaks and what looks like a fence too")
    func parts() throws {
        let content = Array("PK\u{3}\u{4}\r\n--\r\n----WebKitFormBoundaryAb1\r\n\r\n".utf8) + [0, 255, 13, 10]
        let form = FormBody(
            body([
                (#"name="form""#, Array("0a1b".utf8)),
                ("name=\"file\"; filename=\"danh %22sách.xlsx\"\r\nContent-Type: application/octet-stream", content),
                (#"name="reason""#, Array("điều động\r\nngay".utf8)),
            ]), contentType: Self.type)
        #expect(form["form"] == "0a1b")
        #expect(form["reason"] == "điều động\r\nngay")
        let file = try #require(form.file("file"))
        #expect(file.name == "danh \"sách.xlsx" && file.content == content)
        #expect(form["file"] == "" && form.file("form") == nil)
    }

    @Test("no file chosen is no file; an empty one is one")
    func noFile() {
        let none = FormBody(body([(#"name="file"; filename="""#, [])]), contentType: Self.type)
        #expect(none.file("file") == nil)
        let empty = FormBody(body([(#"name="file"; filename="a.csv""#, [])]), contentType: Self.type)
        #expect(empty.file("file")?.content == [])
    }

    @Test("what breaks off, has no fence or another type has no parts and does no harm")
    func broken() {
        let whole = body([(#"name="form""#, Array("0a1b".utf8)), (#"name="x""#, Array("y".utf8))])
        for length in whole.indices {
            let form = FormBody(Array(whole.prefix(length)), contentType: Self.type)
            #expect(form["x"].isEmpty || form["x"] == "y")
        }
        for type in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=\(Self.boundary)"] {
            #expect(FormBody(whole, contentType: type)["form"] != "0a1b")
        }
        #expect(
            FormBody(Array("form=1&reason=%C4%91i%E1%BB%81u+%C4%91%E1%BB%99ng".utf8), contentType: FormBody.mediaType)["reason"]
                == "điều động")
    }

    @Test("of many parts fifty are read")
    func many() {
        let form = FormBody(body((0..<200).map { ("name=\"f\($0)\"", Array("1".utf8)) }), contentType: Self.type)
        #expect(form["f49"] == "1" && form["f50"] == "")
    }
}

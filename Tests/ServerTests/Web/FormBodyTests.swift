import Domain
import Operations
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

    /// Read in pieces of so many bytes, as a network may bring them.
    private func read(_ body: [UInt8], type: String = type, pieces: Int = .max, largest: Int = 1 << 20) throws -> FormBody {
        guard let boundary = MultipartReader.boundary(of: type) else { return FormBody(body) }
        var reader = MultipartReader(boundary: boundary, largestFile: largest, largestFields: 1_000)
        for start in stride(from: 0, to: body.count, by: min(pieces, max(1, body.count))) {
            try reader.take(Array(body[start..<min(body.count, start + min(pieces, body.count))]))
        }
        return FormBody(reader.parts)
    }

    @Test("fields and files come out as they went in, line breaks and what looks like a fence too", arguments: [1, 2, 7, 50, Int.max])
    func parts(pieces: Int) throws {
        let content = Array("PK\u{3}\u{4}\r\n--\r\n----WebKitFormBoundaryAb1\r\n\r\n".utf8) + [0, 255, 13, 10]
        let form = try read(
            body([
                (#"name="form""#, Array("0a1b".utf8)),
                ("name=\"file\"; filename=\"danh %22sách.xlsx\"\r\nContent-Type: application/octet-stream", content),
                (#"name="reason""#, Array("điều động\r\nngay".utf8)),
            ]), pieces: pieces)
        #expect(form["form"] == "0a1b")
        #expect(form["reason"] == "điều động\r\nngay")
        let file = try #require(form.file("file"))
        #expect(file.name == "danh \"sách.xlsx")
        #expect(try file.content == content)
        #expect(form["file"] == "" && form.file("form") == nil)
    }

    @Test("no file chosen is no file; an empty one is one")
    func noFile() throws {
        let none = try read(body([(#"name="file"; filename="""#, [])]))
        #expect(none.file("file") == nil)
        let empty = try read(body([(#"name="file"; filename="a.csv""#, [])]))
        #expect(try empty.file("file")?.spooled.byteCount == 0)
    }

    @Test("a file beyond the limit is refused where it is asked for, with the fields around it in hand; long fields while they come")
    func tooLarge() throws {
        let file = body([
            (#"name="before""#, Array("1".utf8)), (#"name="file"; filename="a.csv""#, [UInt8](repeating: 7, count: 300)),
            (#"name="behind""#, Array("2".utf8)),
        ])
        #expect(try read(file, pieces: 10, largest: 300).file("file")?.spooled.byteCount == 300)
        for pieces in [10, Int.max] {
            let form = try read(file, pieces: pieces, largest: 299)
            #expect(form["before"] == "1" && form["behind"] == "2")
            let large = try #require(form.file("file"))
            #expect(throws: Problem.fileTooLarge) { try large.spooled }
            #expect(throws: Problem.fileTooLarge) { try large.content }
        }
        let long = #expect(throws: Problem.self) { try read(body([(#"name="reason""#, [UInt8](repeating: 65, count: 1_001))]), pieces: 10) }
        #expect(long?.code == "too-large" && long?.fields.map(\.path) == ["$.reason"])
    }

    @Test("what breaks off, has no fence or another type has no parts and does no harm")
    func broken() throws {
        let whole = body([(#"name="form""#, Array("0a1b".utf8)), (#"name="x""#, Array("y".utf8))])
        for length in whole.indices {
            let form = try read(Array(whole.prefix(length)), pieces: 5)
            #expect(form["x"].isEmpty || form["x"] == "y")
        }
        for type in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=\(Self.boundary)"] {
            #expect(try read(whole, type: type)["form"] != "0a1b")
        }
        #expect(
            FormBody(Array("form=1&reason=%C4%91i%E1%BB%81u+%C4%91%E1%BB%99ng".utf8))["reason"]
                == "điều động")
    }

    @Test("of many parts a thousand are read, of many files ten, and what stands behind these")
    func many() throws {
        let form = try read(body((0..<1_200).map { ("name=\"f\($0)\"", Array("1".utf8)) }))
        #expect(form["f999"] == "1" && form["f1000"] == "")
        let files = (0..<20).map { ("name=\"f\($0)\"; filename=\"a\"", Array("1".utf8)) }
        let carrying = try read(body(files + [("name=\"last\"", Array("2".utf8))]), pieces: 7)
        #expect(carrying.file("f9") != nil && carrying.file("f10") == nil && carrying["last"] == "2")
    }
}

import Documents
import Testing

@Suite("QR codes")
struct QRCodeTests {
    /// A finder pattern, as ISO/IEC 18004 6.3.3 draws it.
    private static let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]

    private func square(_ code: QRCode, row: Int, column: Int) -> [String] {
        (row..<row + 7).map { row in String((column..<column + 7).map { code[row, $0] ? "#" : "." }) }
    }

    @Test("a code has its finder patterns in three corners, and not in the fourth")
    func finders() throws {
        let code = try #require(QRCode("otpauth://totp/ThiDua:van.thu?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ThiDua"))
        let far = code.width - 7
        #expect(square(code, row: 0, column: 0) == Self.finder)
        #expect(square(code, row: 0, column: far) == Self.finder && square(code, row: far, column: 0) == Self.finder)
        #expect(square(code, row: far, column: far) != Self.finder)
    }

    @Test("as SVG it has one dark bar for each run of dark modules, inside a quiet zone of four, and no style")
    func picture() throws {
        let code = try #require(QRCode("Ứng Hòa"))
        let svg = code.svg(title: "khóa")
        #expect(svg.contains("viewBox=\"0 0 \(code.width + 8) \(code.width + 8)\"") && svg.contains("M4 4h7v1h-7z"))
        let runs = (0..<code.width).map { row in
            (0..<code.width).count { code[row, $0] && ($0 == 0 || !code[row, $0 - 1]) }
        }
        #expect(svg.count { $0 == "M" } == runs.reduce(0, +))
        #expect(!svg.contains("style"))
    }

    @Test("a longer text makes a wider code; none at all, and more than a code holds, make none")
    func limits() throws {
        let short = try #require(QRCode("a")), long = try #require(QRCode(String(repeating: "a", count: 500)))
        #expect(short.width == 21 && long.width > short.width)
        #expect(QRCode("") == nil && QRCode(String(repeating: "a", count: 3_000)) == nil)
    }
}

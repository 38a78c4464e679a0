import Domain
import Testing

@Suite("A character that hides in a text")
struct StrayCharacterTests {
    @Test("is found and named", arguments: ["\0", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}"])
    func found(_ stray: String) throws {
        let found = try #require(StrayCharacter(in: "Sở \(stray)Nội vụ"))
        #expect(String(Character(found.scalar)) == stray)
        #expect(found.reason.contains("U+" + (found.scalar.value > 0xFF ? "20" : "00")))
    }

    @Test(
        "is none of what people write, over several lines too",
        arguments: ["", "Sở Nội vụ", "một\nhai\r\nba\tbốn", "Đ\u{323}", "👍 – “…”", "\u{200D}"])
    func clean(_ text: String) {
        #expect(StrayCharacter(in: text) == nil)
    }

    @Test("is a fault of the member that holds it")
    func member() throws {
        let log = JSONFaultLog()
        let cursor = JSONCursor(try StrictJSON.parse(Array(#"["a\u0000b", "x"]"#.utf8)), log: log)
        #expect(cursor.array { $0.string() } == nil)
        #expect(log.faults?.faults.map(\.path.description) == ["$[0]"])
    }
}

@Suite("A day that can be entered")
struct EnterableDayTests {
    private let today = CivilDate("2023-06-20")!

    @Test("lies between 1900 and the end of the fiftieth year", arguments: ["1900-01-01", "2023-06-20", "2073-12-31"])
    func taken(_ day: String) {
        #expect(CivilDate(day)?.refusal(on: today) == nil)
    }

    @Test("is otherwise refused, with the days that can", arguments: ["0001-01-01", "1899-12-31", "2074-01-01", "9999-12-31"])
    func refused(_ day: String) throws {
        let reason = try #require(CivilDate(day)?.refusal(on: today))
        #expect(reason.contains("01/01/1900") && reason.contains("31/12/2073"))
    }
}

import Domain
import FoundationEssentials
import Testing

@Suite("An entity id")
struct EntityIDTests {
    private enum Paper {}
    private typealias ID = EntityID<Paper>

    @Test("is written in lower case and read in either") func text() throws {
        let id = try #require(ID("0188F1B0-0000-7ABC-8DEF-0123456789AB"))
        #expect(id.description == "0188f1b0-0000-7abc-8def-0123456789ab")
        #expect(ID(id.description) == id)
    }

    @Test(
        "refuses other forms",
        arguments: [
            "", "0188f1b000007abc8def0123456789ab", "{0188f1b0-0000-7abc-8def-0123456789ab}", "x", "0188f1b0-0000-7abc-8def-0123456789ag",
            "0188f1b0-0000-7abc-8def-0123456789 b", "+188f1b0-0000-7abc-8def-0123456789ab", "0188f1b00-000-7abc-8def-0123456789ab",
        ])
    func refusal(text: String) {
        #expect(ID(text) == nil)
    }

    @Test("travels as a string") func codable() throws {
        let id = try #require(ID("0188f1b0-0000-7abc-8def-0123456789ab"))
        let data = try JSONEncoder().encode([id])
        #expect(String(decoding: data, as: UTF8.self) == #"["0188f1b0-0000-7abc-8def-0123456789ab"]"#)
        #expect(try JSONDecoder().decode([ID].self, from: data) == [id])
    }

    @Test("carries time, version and variant in the places of RFC 9562") func layout() {
        let ones = EntityID<Paper>(UUIDVersion7.make(atMilliseconds: 0x0123_4567_89AB, random: (.max, .max)))
        #expect(ones.description == "01234567-89ab-7fff-bfff-ffffffffffff")
        let zeros = EntityID<Paper>(UUIDVersion7.make(atMilliseconds: 0xFFFF_0123_4567_89AB, random: (0, 0)))
        #expect(zeros.description == "01234567-89ab-7000-8000-000000000000")
        let mixed = EntityID<Paper>(UUIDVersion7.make(atMilliseconds: 0, random: (0xABCD, 0x0123_4567_89AB_CDEF)))
        #expect(mixed.description == "00000000-0000-7bcd-8123-456789abcdef")
    }

    @Test("made later sorts later, by value and by text") func order() {
        var generator = SeededGenerator(seed: 1)
        let ids = (0..<1_000).map { ID.make(atMilliseconds: 1_688_144_400_000 + $0, using: &generator) }
        #expect(ids == ids.sorted())
        #expect(ids == ids.sorted { $0.description < $1.description })
        #expect(Set(ids).count == ids.count)
    }
}

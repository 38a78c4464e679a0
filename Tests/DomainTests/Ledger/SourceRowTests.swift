import Domain
import Testing

@Suite("TT of a paper")
struct SourceRowTests {
    @Test("stand in the order of the paper, not of the alphabet")
    func order() {
        let rows = ["10", "2a", "II.1", "1.10", "9", "2", "1.9", "I"]
        #expect(rows.map { SourceRow($0) }.sorted().map(\.text) == ["1.9", "1.10", "2", "2a", "9", "10", "I", "II.1"])
    }
}

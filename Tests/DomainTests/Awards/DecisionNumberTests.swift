import Domain
import Testing

@Suite("The number of a decision")
struct DecisionNumberTests {
    @Test(
        "has one form, however it is typed",
        arguments: [
            ("5", "05/QĐ-UBND", "5/QĐ-UBND"), ("05/QĐ-UBND", "05/QĐ-UBND", "5/QĐ-UBND"), (" 5 / qđ-ubnd ", "05/QĐ-UBND", "5/QĐ-UBND"),
            ("005/QĐ-UBND", "05/QĐ-UBND", "5/QĐ-UBND"), ("50/QĐ-UBND", "50/QĐ-UBND", "50/QĐ-UBND"), ("0", "00/QĐ-UBND", "0/QĐ-UBND"),
            ("5/QĐ-SNV", "05/QĐ-SNV", "5/QĐ-SNV"), ("12a/QĐ-UBND", "12A/QĐ-UBND", "12A/QĐ-UBND"),
            ("7/qđ-ubnd (minh họa)", "07/QĐ-UBND (minh họa)", "7/QĐ-UBND(MINHHỌA)"), ("7 (bản 2)", "07/QĐ-UBND (bản 2)", "7/QĐ-UBND(BẢN2)"),
        ])
    func normal(typed: String, text: String, key: String) {
        #expect(DecisionNumber(typed).text == text)
        #expect(DecisionNumber(typed).key == key)
        #expect(DecisionNumber(text) == DecisionNumber(typed))
    }

    @Test("takes the symbol of its series; a công văn has none that is known")
    func symbols() {
        #expect(DecisionNumber("7", symbol: "QĐ-SNV").text == "07/QĐ-SNV")
        #expect(DecisionNumber("7", symbol: nil).text == "07")
        #expect(DecisionNumber("7/UBND-NC", symbol: nil).text == "07/UBND-NC")
        #expect(DecisionNumber("", symbol: nil).key == "")
    }
}

import Domain
import Testing

@Suite("A number of a Vietnamese table")
struct VietnameseQuantityTests {
    @Test(
        "is read as its table means it",
        arguments: [
            ("7", "7"), ("7,5", "7.5"), ("7.5", "7.5"), ("24.000", "24000"), ("1.234.567,89", "1234567.89"), ("-0,25", "-0.25"),
            ("0.500", "0.5"),
            ("12.5", "12.5"), ("1.2345", "1.2345"),
        ])
    func reads(text: String, value: String) {
        #expect(Quantity(vietnamese: text) == Quantity(value))
    }

    @Test("is not guessed", arguments: ["", "7%", "bảy", "1,2,3", "1.23.456", "1.2345.678", "1.234.56", "7,", ",5", "1 000", "1.234,5.6"])
    func refuses(text: String) {
        #expect(Quantity(vietnamese: text) == nil)
    }

    @Test(
        "has its side in words or signs",
        arguments: [
            ("≥", TargetMeasure.Direction.atLeast), (">=", .atLeast), ("Từ ", .atLeast), ("tối thiểu", .atLeast), ("trên", .moreThan),
            (">", .moreThan),
            ("không quá", .atMost), ("≤", .atMost), ("Dưới", .lessThan), ("<", .lessThan),
        ])
    func directions(words: String, direction: TargetMeasure.Direction) {
        #expect(TargetMeasure.Direction(vietnamese: words) == direction)
        #expect(TargetMeasure.Direction(vietnamese: "khoảng") == nil)
    }
}

import Domain
import FoundationEssentials
import Testing

@Suite("A quantity")
struct QuantityTests {
    @Test(
        "is read as the contract writes it",
        arguments: [
            ("0", "0"), ("-0", "0"), ("007", "7"), ("12.50", "12.5"), ("-12.5", "-12.5"), ("0.0000000001", "0.0000000001"),
            ("-0.10", "-0.1"),
            ("999999999999999.9999999999", "999999999999999.9999999999"), ("-999999999999999", "-999999999999999"),
            ("000000000000001.0", "1"),
        ])
    func reading(text: String, shortest: String) throws {
        let quantity = try #require(Quantity(text))
        #expect(quantity.description == shortest)
        #expect(Quantity(shortest) == quantity)
    }

    @Test(
        "has no other form",
        arguments: [
            "", "-", ".5", "5.", "+5", "1,5", "1e3", "--1", "1.2.3", " 1", "1 ", "0x1", "1_000", "1000000000000000", "0000000000000001",
            "1.00000000000",
            "NaN", "१", "1.-5", "5\u{301}",
        ])
    func refusal(text: String) {
        #expect(Quantity(text) == nil)
    }

    @Test(
        "is compared exactly",
        arguments: [
            ("0.1", "0.1000000001"), ("999999999999999.9999999998", "999999999999999.9999999999"), ("-1", "-0.9999999999"), ("-0.5", "0"),
            ("9", "10"),
            ("9007199254740992", nil), ("900719925474099.2", "900719925474099.2000000001"),
        ] as [(String, String?)])
    func comparison(smaller: String, larger: String?) throws {
        guard let larger else {
            #expect(Quantity(smaller) == nil)
            return
        }
        #expect(try #require(Quantity(smaller)) < #require(Quantity(larger)))
    }

    @Test("is shown with a comma") func vietnamese() throws {
        #expect(try #require(Quantity("1234567.50")).vietnamese == "1.234.567,5")
        #expect(try #require(Quantity("-0.05")).vietnamese == "-0,05")
    }

    @Test("travels as a string") func codable() throws {
        let quantity = try #require(Quantity("69.80"))
        let data = try JSONEncoder().encode([quantity])
        #expect(String(decoding: data, as: UTF8.self) == #"["69.8"]"#)
        #expect(try JSONDecoder().decode([Quantity].self, from: data) == [quantity])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Quantity].self, from: Data(#"["1e3"]"#.utf8)) }
    }
}

@Suite("The measure of a target")
struct TargetMeasureTests {
    private typealias Case = (
        direction: TargetMeasure.Direction, baseline: String?, target: String, actual: String?, met: Bool, above: Bool, progress: String
    )

    @Test(
        "is met, above and in progress by its direction",
        arguments: [
            (.atLeast, nil, "7", "7", true, false, "100%"),
            (.atLeast, nil, "7", "7.0000000001", true, true, "100%"),
            (.atLeast, nil, "7", "6.9999999999", false, false, "99,9999%"),
            (.moreThan, nil, "7", "7", false, false, "100%"),
            (.moreThan, nil, "7", "7.1", true, true, "101,4285%"),
            (.atLeast, nil, "3", "1", false, false, "33,3333%"),
            (.atLeast, nil, "3", "-1", false, false, "-33,3334%"),
            (.atLeast, nil, "0", "0", true, false, "100%"),
            (.atLeast, nil, "0", "-1", false, false, "0%"),
            (.moreThan, nil, "0", "0", false, false, "0%"),
            (.atLeast, nil, "-5", "-4", true, true, "100%"),
            (.atLeast, nil, "7", nil, false, false, "0%"),
            (.atLeast, "100", "7", "3.5", false, false, "50%"),
            (.atMost, "10", "4", "4", true, false, "100%"),
            (.atMost, "10", "4", "7", false, false, "50%"),
            (.atMost, "10", "4", "11", false, false, "-16,6667%"),
            (.atMost, "10", "4", "1", true, true, "150%"),
            (.atMost, "4", "4", "4", true, false, "100%"),
            (.atMost, "3", "4", "5", false, false, "0%"),
            (.atMost, "4", "-2", "1", false, false, "50%"),
            (.lessThan, "10", "4", "4", false, false, "100%"),
            (.lessThan, "10", "4", "3.9", true, true, "101,6666%"),
            (.lessThan, "4", "4", "4", false, false, "0%"),
            (.lessThan, "10", "4", nil, false, false, "0%"),
            (.atLeast, nil, "999999999999999.9999999999", "499999999999999.9999999999", false, false, "49,9999%"),
            (.atLeast, nil, "0.0000000001", "999999999999999.9999999999", true, true, "999.999.999.999.999.999.999.999.900%"),
        ] as [Case])
    private func figures(_ figures: Case) throws {
        let measure = try #require(
            TargetMeasure(
                direction: figures.direction, target: quantity(figures.target),
                actual: figures.actual.map(quantity),
                baseline: figures.baseline.map(quantity)))
        #expect(measure.isMet == figures.met)
        #expect(measure.isAbove == figures.above)
        #expect(measure.progress.vietnamese == figures.progress)
    }

    @Test("that is a reduction starts from a baseline", arguments: TargetMeasure.Direction.allCases)
    func baseline(direction: TargetMeasure.Direction) throws {
        let target = try #require(Quantity("4"))
        #expect((TargetMeasure(direction: direction, target: target, actual: nil) == nil) == direction.isReduction)
    }
}

@Suite("Progress")
struct ProgressTests {
    @Test("is below a percent only by its exact value") func exact() throws {
        let target = try #require(Quantity("999999999999999.9999999998"))
        let half = try measure(target, actual: "499999999999999.9999999999")
        let less = try measure(target, actual: "499999999999999.9999999998")
        #expect(!half.isBelow(percent: 50))
        #expect(less.isBelow(percent: 50))
        #expect(less.vietnamese == "49,9999%")
    }

    @Test(
        "is clipped and rounded down for the mean",
        arguments: [("1", 333_333), ("3", 1_000_000), ("9", 1_000_000), ("-1", 0), ("0", 0), ("2", 666_666)])
    func clipped(actual: String, tenThousandths: Int) throws {
        #expect(try measure(quantity("3"), actual: actual).clippedTenThousandths == tenThousandths)
    }

    private func measure(_ target: Quantity, actual: String) throws -> Progress {
        try #require(TargetMeasure(direction: .atLeast, target: target, actual: quantity(actual))).progress
    }
}

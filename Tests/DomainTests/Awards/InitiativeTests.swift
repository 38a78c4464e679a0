import Domain
import Testing

@Suite("An initiative")
struct InitiativeTests {
    private static func unit(_ number: Int) throws -> SubUnit.ID {
        try #require(SubUnit.ID("01890000-0000-7000-8000-0000000000\(number)"))
    }

    private static func initiative(
        effect: Initiative.Effect = Initiative.Effect(cost: "", time: "rút ngắn từ 15 xuống 7 ngày", volume: ""),
        scope: Initiative.Scope = .outside, example: String = "đã áp dụng ở ba huyện", confirmedBy: Int? = 12,
        document: String = "12/UBND-NV"
    ) throws -> Initiative {
        Initiative(
            unit: try unit(11), obstacle: "hồ sơ đi lại nhiều lần", solution: "một mẫu dùng chung", effect: effect, scope: scope,
            example: example,
            confirmations: try confirmedBy.map { [Initiative.Confirmation(unit: try unit($0), documentNumber: document)] } ?? [])
    }

    @Test("may be proposed for a Bằng khen when effect, reach, confirmation and example are there, else for a letter (A68)")
    func conditions() throws {
        let full = try Self.initiative()
        #expect(full.missing.isEmpty && full.highest == .certificate)
        let cases: [(Initiative, Initiative.Condition)] = [
            (try Self.initiative(effect: Initiative.Effect(cost: "", time: "nhanh hơn nhiều", volume: "")), .measuredEffect),
            (try Self.initiative(scope: .inUnit), .outsideScope), (try Self.initiative(confirmedBy: nil), .confirmation),
            // Its own unit is no other unit, and a confirmation is a paper.
            (try Self.initiative(confirmedBy: 11), .confirmation), (try Self.initiative(document: " "), .confirmation),
            (try Self.initiative(example: ""), .example),
        ]
        for (initiative, condition) in cases {
            #expect(initiative.missing == [condition] && initiative.highest == .letter)
        }
        #expect(try Self.initiative(scope: .province).highest == .certificate)
        #expect(Set(Initiative.Condition.allCases.map(\.vietnamese)).count == Initiative.Condition.allCases.count)
    }
}

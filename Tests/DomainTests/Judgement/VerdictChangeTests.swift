import Documents
import Domain
import Testing

/// What a correction is said to have changed of a unit.
@Suite("What a correction changed")
struct VerdictChangeTests {
    private static let failures =
        #"{"item":"CT04-1","rule":"late","detail":"Quá hạn 1 ngày"},{"item":null,"rule":"motto","detail":"Không"}"#

    private func verdict(_ counts: String, _ failures: String) throws -> UnitVerdict {
        let text = """
            {"code":"SXD","verdict":"fail","letter":false,"individuals":0,\(counts),"failures":[\(failures)],"flags":[]}
            """
        return try UnitVerdict(reading: Array(text.utf8), name: "Sở Xây dựng")
    }

    @Test("is said by what differs: a reason that is gone or new, its dates, the counts; equal sides are said once")
    func words() throws {
        let counts = #""counted":41,"aheadOrAbove":1,"aheadBase":41,"s1":12,"s2":29"#
        let before = try verdict(counts, #"{"item":"CT04-112","rule":"progress","detail":"Tiến độ 30%, dưới 50%"},"# + Self.failures)
        func change(_ after: UnitVerdict) -> VerdictChange { VerdictChange(code: "SXD", name: "Sở Xây dựng", before: before, after: after) }
        let gone = change(try verdict(counts, Self.failures))
        #expect(VerdictChangeWords.whole(gone) == "không đạt, 1/41 (2,4%); hết: CT04-112 tiến độ dưới mức tối thiểu")
        #expect(!gone.isOfVerdict)
        let row = ReviewTables.change(gone)
        #expect(row == ["SXD", "Sở Xây dựng", "không đạt, 1/41 (2,4%)", VerdictChangeWords.whole(gone)], "the command says the same")
        let more = #""counted":42,"aheadOrAbove":1,"aheadBase":42,"s1":13,"s2":29"#
        let moved = change(
            try verdict(
                more,
                #"{"item":"CT04-112","rule":"progress","detail":"Tiến độ 40%, dưới 50%"},{"item":"CT04-9","rule":"notDone","detail":"x"},"#
                    + Self.failures))
        #expect(
            VerdictChangeWords.whole(moved) == """
                không đạt, 1/41 (2,4%) → không đạt, 1/42 (2,3%); được tính 41 → 42; đến hạn trước sơ kết 12 → 13; \
                thêm: CT04-9 chưa hoàn thành khi đến hạn; \
                CT04-112 tiến độ dưới mức tối thiểu: Tiến độ 30%, dưới 50% → Tiến độ 40%, dưới 50%
                """)
    }
}

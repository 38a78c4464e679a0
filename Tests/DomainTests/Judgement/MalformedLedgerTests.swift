import Domain
import Testing

/// Every field rule of the ledger file format (its rule 8): one thing spoiled in a good file, and the path under which it is refused.
@Suite("A malformed ledger file")
struct MalformedLedgerTests {
    /// Each fragment that a row spoils stands in it once, or its first place is meant.
    static let good = #"""
        {"campaign": "PT", "review": "final", "frozen": false, "asOf": "2023-12-31", "holidays": ["2023-09-04", "2023-05-01"],
         "workingDays": ["2023-06-24"],
         "parameters": {"interimEnd": "2023-06-30", "minimumProgressPercent": 50, "s2Rule": "each", "aheadBase": "counted",
           "individualsFinal": 4, "carryPhaseOneLate": true},
         "units": [
           {"code": "A", "name": "Sở A", "firstTier": true, "mottoAccepted": true, "items": [
             {"code": "A1", "kind": "task", "campaign": true, "role": "lead", "status": "active", "assignedOn": "2023-01-31",
              "originalDueOn": "2023-06-15",
              "extensions": [{"requestedOn": "2023-06-10", "decidedOn": "2023-06-11", "granted": true, "newDueOn": "2023-06-25", "postFacto": false}],
              "completedOn": "2023-06-20", "accepted": true, "qualityReturns": 0, "violations": 0, "milestonePercent": 100,
              "occurrences": [{"dueOn": "2023-03-30", "completedOn": "2023-03-29"}]},
             {"code": "A2", "kind": "target", "campaign": true, "role": "coordinate", "status": "exempt", "assignedOn": "2023-02-01",
              "originalDueOn": null, "completedOn": null, "accepted": false, "qualityReturns": 1, "violations": 2,
              "direction": "atMost", "target": "4.5", "actual": "5", "baseline": "6.25", "measuredAtYearEnd": true}]},
           {"code": "B", "name": "Huyện B", "mottoAccepted": null, "items": []}]}
        """#

    struct Row: CustomTestStringConvertible, Sendable {
        let good: String
        let bad: String
        let paths: [String]

        init(_ good: String, _ bad: String, _ paths: String...) {
            self.good = good
            self.bad = bad
            self.paths = paths
        }

        var testDescription: String { bad.isEmpty ? "without \(good)" : bad }
    }

    private static let item = "$.units[0].items[0]"
    private static let target = "$.units[0].items[1]"

    static let document: [Row] = [
        Row(#""campaign": "PT", "#, "", "$.campaign"), Row(#""PT""#, "7", "$.campaign"), Row(#""PT""#, "null", "$.campaign"),
        Row(#""PT""#, #""P\u0007T""#, "$.campaign"), Row(#""review": "final""#, #""review": "annual""#, "$.review"),
        Row(#""review": "final", "#, "", "$.review"), Row(#""frozen": false, "#, "", "$.frozen"),
        Row(#""frozen": false"#, #""frozen": "false""#, "$.frozen"), Row(#""asOf": "2023-12-31", "#, "", "$.asOf"),
        Row(#""asOf": "2023-12-31""#, #""asOf": "2023-02-30""#, "$.asOf"),
        Row(#""asOf": "2023-12-31""#, #""asOf": "31/12/2023""#, "$.asOf"),
        Row(#""asOf": "2023-12-31""#, #""asOf": "2023-12-31T00:00:00Z""#, "$.asOf"),
        Row(#""asOf": "2023-12-31""#, #""asOf": "2023-1-31""#, "$.asOf"), Row(#""asOf": "2023-12-31""#, #""asOf": null"#, "$.asOf"),
        Row(#"["2023-06-24"]"#, #""2023-06-24""#, "$.workingDays"), Row(#""2023-05-01"]"#, #""2022-02-29"]"#, "$.holidays[1]"),
        Row(#""2023-05-01"]"#, "20230501]", "$.holidays[1]"), Row(#""frozen""#, #""note": 1, "frozen""#, "$.note"),
        Row(#""frozen""#, #""Frozen": true, "frozen""#, "$.Frozen"), Row(#""frozen""#, #""đã chốt": true, "frozen""#, #"$["đã chốt"]"#),
        Row(#""units": ["#, #""units": {}, "khac": ["#, "$.units", "$.khac"),
    ]

    static let parameters: [Row] = [
        Row(#""interimEnd": "2023-06-30""#, #""interimEnd": "2023-06-31""#, "$.parameters.interimEnd"),
        Row(#""interimEnd""#, #""sơ kết": 1, "interimEnd""#, #"$.parameters["sơ kết"]"#),
        Row(#""minimumProgressPercent": 50"#, #""minimumProgressPercent": 101"#, "$.parameters.minimumProgressPercent"),
        Row(#""minimumProgressPercent": 50"#, #""minimumProgressPercent": -1"#, "$.parameters.minimumProgressPercent"),
        Row(#""minimumProgressPercent": 50"#, #""minimumProgressPercent": 5e1"#, "$.parameters.minimumProgressPercent"),
        Row(#""minimumProgressPercent": 50"#, #""minimumProgressPercent": 50.0"#, "$.parameters.minimumProgressPercent"),
        Row(#""minimumProgressPercent": 50"#, #""minimumProgressPercent": "50""#, "$.parameters.minimumProgressPercent"),
        Row(#""s2Rule": "each""#, #""s2Rule": "all""#, "$.parameters.s2Rule"),
        Row(#""aheadBase": "counted""#, #""aheadBase": true"#, "$.parameters.aheadBase"),
        Row(#""individualsFinal": 4"#, #""individualsFinal": -4"#, "$.parameters.individualsFinal"),
        Row(#""individualsFinal": 4"#, #""individualsfinal": 4"#, "$.parameters.individualsfinal"),
        Row(#""carryPhaseOneLate": true"#, #""carryPhaseOneLate": 1"#, "$.parameters.carryPhaseOneLate"),
        Row(#""s2Rule": "each""#, #""s2Rule": "each", "s2Rule": "each""#, "$.parameters.s2Rule"),
    ]

    static let units: [Row] = [
        Row(#""code": "A", "#, "", "$.units[0].code"), Row(#""code": "B""#, #""code": "A""#, "$.units[1].code"),
        Row(#""name": "Huyện B", "#, "", "$.units[1].name"), Row(#""firstTier": true"#, #""firstTier": null"#, "$.units[0].firstTier"),
        Row(#""mottoAccepted": true, "#, "", "$.units[0].mottoAccepted"), Row(#", "items": []"#, "", "$.units[1].items"),
        Row(#""items": []"#, #""items": null"#, "$.units[1].items"), Row(#""items": []"#, #""items": [[]]"#, "$.units[1].items[0]"),
        Row(#""items": []"#, #""items": [], "rank": 1"#, "$.units[1].rank"), Row(#"{"code": "B""#, #"[], {"code": "B""#, "$.units[1]"),
    ]

    static let items: [Row] = [
        Row(#""code": "A1", "#, "", "\(item).code"), Row(#""code": "A2""#, #""code": "A1""#, "\(target).code"),
        Row(#""kind": "task""#, #""kind": "nhiem_vu""#, "\(item).kind"),
        Row(#""campaign": true"#, #""campaign": null"#, "\(item).campaign"),
        Row(#""role": "lead", "#, "", "\(item).role"), Row(#""role": "lead""#, #""role": "Lead""#, "\(item).role"),
        Row(#""status": "exempt""#, #""status": "done""#, "\(target).status"),
        Row(#""assignedOn": "2023-01-31""#, #""assignedOn": null"#, "\(item).assignedOn"),
        Row(#""assignedOn": "2023-01-31""#, #""assignedOn": "2023-01-32""#, "\(item).assignedOn"),
        Row(#""originalDueOn": null, "#, "", "\(target).originalDueOn"),
        Row(#""completedOn": null, "#, "", "\(target).completedOn"),
        Row(#""completedOn": "2023-06-20""#, #""completedOn": false"#, "\(item).completedOn"),
        Row(#""accepted": true"#, #""accepted": "true""#, "\(item).accepted"),
        Row(#""qualityReturns": 1"#, #""qualityReturns": 1.0"#, "\(target).qualityReturns"),
        Row(#""violations": 2"#, #""violations": -2"#, "\(target).violations"),
        Row(#""milestonePercent": 100"#, #""milestonePercent": 40"#, "\(item).milestonePercent"),
        Row(#", "milestonePercent": 100"#, "", "\(item).milestonePercent"),
        Row(#""direction": "atMost", "#, "", "\(target).direction"),
        Row(#""direction": "atMost""#, #""direction": "down""#, "\(target).direction"),
        Row(#""target": "4.5""#, #""target": 4.5"#, "\(target).target"), Row(#""target": "4.5""#, #""target": "4,5""#, "\(target).target"),
        Row(#""target": "4.5""#, #""target": "+4.5""#, "\(target).target"),
        Row(#""target": "4.5""#, #""target": ".5""#, "\(target).target"),
        Row(#""target": "4.5""#, #""target": "1234567890123456""#, "\(target).target"),
        Row(#""actual": "5""#, #""actual": "5.00000000001""#, "\(target).actual"),
        Row(#""actual": "5""#, #""actual": "5e0""#, "\(target).actual"), Row(#""actual": "5""#, #""actual": """#, "\(target).actual"),
        Row(#", "baseline": "6.25""#, "", "\(target).baseline"), Row(#""baseline": "6.25""#, #""baseline": null"#, "\(target).baseline"),
        Row(#""measuredAtYearEnd": true"#, #""measuredAtYearEnd": null"#, "\(target).measuredAtYearEnd"),
        Row(#""accepted": true"#, #""accepted": true, "note": """#, "\(item).note"),
        Row(#""kind": "task""#, #""kind": "task", "kind": "task""#, "\(item).kind"),
    ]

    static let parts: [Row] = [
        Row(#""requestedOn": "2023-06-10""#, #""requestedOn": null"#, "\(item).extensions[0].requestedOn"),
        Row(#""requestedOn": "2023-06-10", "#, "", "\(item).extensions[0].requestedOn"),
        Row(#""newDueOn": "2023-06-25""#, #""newDueOn": null"#, "\(item).extensions[0].newDueOn"),
        Row(#""granted": true"#, #""granted": false"#, "\(item).extensions[0].newDueOn"),
        Row(#""decidedOn": "2023-06-11""#, #""decidedOn": null"#, "\(item).extensions[0].decidedOn"),
        Row(#""decidedOn": "2023-06-11""#, #""decidedOn": "2023-11-31""#, "\(item).extensions[0].decidedOn"),
        Row(#", "postFacto": false"#, "", "\(item).extensions[0].postFacto"),
        Row(#""postFacto": false"#, #""postFacto": false, "by": "x""#, "\(item).extensions[0].by"),
        Row(#""extensions": [{"#, #""extensions": [null, {"#, "\(item).extensions[0]"),
        Row(#""dueOn": "2023-03-30", "#, "", "\(item).occurrences[0].dueOn"),
        Row(#""dueOn": "2023-03-30""#, #""dueOn": null"#, "\(item).occurrences[0].dueOn"),
        Row(#", "completedOn": "2023-03-29""#, "", "\(item).occurrences[0].completedOn"),
        Row(#""dueOn": "2023-03-30""#, #""dueOn": "2023-03-30", "dueOn": "2023-03-30""#, "\(item).occurrences[0].dueOn"),
    ]

    /// Every member that may not be absent, and every kind of value that is not one of its own.
    static let further: [Row] = [
        Row(#""units": ["#, #""khac": ["#, "$.units", "$.khac"), Row(#"["2023-09-04", "2023-05-01"]"#, "null", "$.holidays"),
        Row(#"["2023-06-24"]"#, #"["2023-06-24", null]"#, "$.workingDays[1]"),
        Row(#"["2023-06-24"]"#, #"["24/6/2023"]"#, "$.workingDays[0]"),
        Row(#""review": "final""#, #""review": null"#, "$.review"), Row(#""frozen": false"#, #""frozen": 0"#, "$.frozen"),
        Row(#""campaign": "PT""#, #""campaign": "PT", "campaign": "PT""#, "$.campaign"),
        Row(#""individualsFinal": 4"#, #""letterPercentInterim": 101"#, "$.parameters.letterPercentInterim"),
        Row(#""individualsFinal": 4"#, #""letterPercentFinal": "30""#, "$.parameters.letterPercentFinal"),
        Row(#""individualsFinal": 4"#, #""individualsInterim": 2.0"#, "$.parameters.individualsInterim"),
        Row(#""individualsFinal": 4"#, #""minimumEarlyWorkingDays": -1"#, "$.parameters.minimumEarlyWorkingDays"),
        Row(#""individualsFinal": 4"#, #""newItemGraceWorkingDays": null"#, "$.parameters.newItemGraceWorkingDays"),
        Row(#""individualsFinal": 4"#, #""maximumQualityReturns": true"#, "$.parameters.maximumQualityReturns"),
        Row(#""individualsFinal": 4"#, #""minimumItems": "3""#, "$.parameters.minimumItems"),
        Row(#""individualsFinal": 4"#, #""finalEnd": 20231231"#, "$.parameters.finalEnd"),
        Row(#""s2Rule": "each""#, #""s2Rule": null"#, "$.parameters.s2Rule"),
        Row(#""aheadBase": "counted""#, #""aheadBase": "Counted""#, "$.parameters.aheadBase"),
        Row(#""name": "Huyện B""#, #""name": 7"#, "$.units[1].name"),
        Row(#""firstTier": true"#, #""firstTier": "true""#, "$.units[0].firstTier"),
        Row(#""mottoAccepted": true"#, #""mottoAccepted": "true""#, "$.units[0].mottoAccepted"),
        Row(#""name": "Huyện B""#, #""name": "Huyện B", "name": "Huyện B""#, "$.units[1].name"),
        Row(#""code": "B""#, #""code": null"#, "$.units[1].code"),
        Row(#""kind": "task", "#, "", "\(item).kind"), Row(#""campaign": true, "#, "", "\(item).campaign"),
        Row(#""status": "active", "#, "", "\(item).status"), Row(#""status": "active""#, #""status": null"#, "\(item).status"),
        Row(#""assignedOn": "2023-02-01","#, "", "\(target).assignedOn"), Row(#""accepted": true, "#, "", "\(item).accepted"),
        Row(#""qualityReturns": 0, "#, "", "\(item).qualityReturns"),
        Row(#""qualityReturns": 0"#, #""qualityReturns": null"#, "\(item).qualityReturns"),
        Row(#""violations": 0, "#, "", "\(item).violations"), Row(#""violations": 0"#, #""violations": false"#, "\(item).violations"),
        Row(#""milestonePercent": 100"#, #""milestonePercent": null"#, "\(item).milestonePercent"),
        Row(#""milestonePercent": 100"#, #""milestonePercent": "100""#, "\(item).milestonePercent"),
        Row(#""milestonePercent": 100"#, #""milestonePercent": 110"#, "\(item).milestonePercent"),
        Row(#""target": "4.5", "#, "", "\(target).target"), Row(#""target": "4.5""#, #""target": null"#, "\(target).target"),
        Row(#""target": "4.5""#, #""target": "4.""#, "\(target).target"), Row(#""target": "4.5""#, #""target": "−4""#, "\(target).target"),
        Row(#""target": "4.5""#, #""target": " 4.5""#, "\(target).target"), Row(#""actual": "5", "#, "", "\(target).actual"),
        Row(#""actual": "5""#, #""actual": 5"#, "\(target).actual"),
        Row(#""baseline": "6.25""#, #""baseline": "6,25""#, "\(target).baseline"),
        Row(#""measuredAtYearEnd": true"#, #""measuredAtYearEnd": 1"#, "\(target).measuredAtYearEnd"),
        Row(#""originalDueOn": "2023-06-15""#, #""originalDueOn": """#, "\(item).originalDueOn"),
        Row(#""decidedOn": "2023-06-11", "#, "", "\(item).extensions[0].decidedOn"),
        Row(#""granted": true, "#, "", "\(item).extensions[0].granted"),
        Row(#""granted": true"#, #""granted": null"#, "\(item).extensions[0].granted"),
        Row(#""newDueOn": "2023-06-25", "#, "", "\(item).extensions[0].newDueOn"),
        Row(#""newDueOn": "2023-06-25""#, #""newDueOn": "2023-06-31""#, "\(item).extensions[0].newDueOn"),
        Row(#""postFacto": false"#, #""postFacto": null"#, "\(item).extensions[0].postFacto"),
        Row(#""completedOn": "2023-03-29""#, #""completedOn": "2023-03-32""#, "\(item).occurrences[0].completedOn"),
        Row(#""completedOn": "2023-03-29""#, #""completedOn": null, "note": 1"#, "\(item).occurrences[0].note"),
        Row(#""occurrences": [{"#, #""occurrences": [7, {"#, "\(item).occurrences[0]"),
    ]

    /// Where the text itself stops being one JSON document.
    static let texts: [Row] = [
        Row(#"{"campaign""#, "\u{FEFF}{\"campaign\"", "$"), Row(#""items": []}]}"#, #""items": []}]} {}"#, "$"),
        Row(#""frozen": false"#, "frozen: false", "$"),
        Row(#""frozen": false"#, #""frozen": False"#, "$.frozen"), Row(#""frozen": false"#, #""frozen": NaN"#, "$.frozen"),
        Row(#""qualityReturns": 0"#, #""qualityReturns": 01"#, "\(item)"),
        Row(#""violations": 0"#, #""violations": .0"#, "\(item).violations"),
        Row(#""PT""#, #"'PT'"#, "$.campaign"), Row(#""PT","#, #""PT" // phong trào,"#, "$"), Row(#""A1""#, #""A\1""#, "\(item).code"),
        Row(#""A1""#, #""A\ud800""#, "\(item).code"), Row(#""milestonePercent": 100,"#, #""milestonePercent": 100,,"#, "\(item)"),
        Row(#""items": []}"#, #""items": [],}"#, "$.units[1]"), Row(#""name": "Huyện B", "#, "\"name\": \"Huyện\tB\", ", "$.units[1].name"),
    ]

    @Test(
        "is refused with the path of what is wrong, and of nothing else",
        arguments: document + parameters + units + items + parts + further + texts)
    func path(row: Row) throws {
        let place = try #require(Self.good.firstRange(of: row.good), "the row spoils nothing")
        let text = Self.good[..<place.lowerBound] + row.bad + Self.good[place.upperBound...]
        let faults = #expect(throws: JSONFaults.self) { try LedgerFile(reading: String(text).utf8) }
        #expect(faults?.faults.map(\.path.description) == row.paths, "\(faults?.description ?? "")")
        #expect(faults?.faults.allSatisfy { !$0.reason.isEmpty } == true)
    }

    @Test("the table is long, and the file it spoils is a good one") func control() throws {
        let rows = Self.document + Self.parameters + Self.units + Self.items + Self.parts + Self.further + Self.texts
        #expect(rows.count >= 120)
        #expect(try LedgerFile(reading: Self.good.utf8).units.map(\.items.count) == [2, 0])
    }

    @Test("nested past 32 is refused, and what is nested 32 deep is only unknown")
    func nesting() {
        func file(_ depth: Int) -> String {
            // One level is the document itself.
            let inner = String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
            return #"{"x": \#(inner), "campaign": "PT", "review": "final", "frozen": false, "asOf": "2023-12-31", "units": []}"#
        }
        let deep = #expect(throws: JSONFaults.self) { try LedgerFile(reading: file(33).utf8) }
        #expect(deep?.description.contains("lồng nhau quá 32 cấp") == true)
        let allowed = #expect(throws: JSONFaults.self) { try LedgerFile(reading: file(32).utf8) }
        #expect(allowed?.description == "$.x: không có mục này trong quy định; bỏ đi hoặc sửa tên mục")
    }

    @Test("each fault stands on a line of its own, however the document breaks its lines") func lines() {
        let text = Self.good.replacing(#""role": "lead""#, with: #""role": "le\nad""#)
        let faults = #expect(throws: JSONFaults.self) { try LedgerFile(reading: text.utf8) }
        #expect(faults?.description.contains("\n") == false)
        let long = Self.good.replacing(#""role": "lead""#, with: "\"role\": \"\(String(repeating: "x", count: 10_000))\"")
        let quoted = #expect(throws: JSONFaults.self) { try LedgerFile(reading: long.utf8) }
        #expect((quoted?.description.count ?? 1_000) < 300)
    }

    @Test("an invalid byte is refused where it stands") func bytes() {
        let bytes = Self.good.utf8.map { $0 == UInt8(ascii: "P") ? 0xFF : $0 }
        let faults = #expect(throws: JSONFaults.self) { try LedgerFile(reading: bytes) }
        #expect(faults?.faults.first?.path.description == "$.campaign")
    }
}

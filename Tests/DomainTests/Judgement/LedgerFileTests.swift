import Domain
import Testing

@Suite("A ledger file")
struct LedgerFileTests {
    /// Every field once, every form of extension.
    private static let document = #"""
        {
          "campaign": "PT", "review": "interim", "frozen": true, "asOf": "2023-06-30",
          "holidays": ["2023-05-01"], "workingDays": ["2023-06-24"],
          "parameters": {"minimumItems": 2, "s2Rule": "share", "carryPhaseOneLate": false, "finalEnd": "2023-12-30"},
          "units": [
            {"code": "A", "name": "Đơn vị A", "firstTier": false, "mottoAccepted": null, "items": [
              {"code": "1", "kind": "task", "campaign": true, "role": "lead", "status": "active", "assignedOn": "2023-01-10",
               "originalDueOn": "2023-06-15",
               "extensions": [
                 {"requestedOn": "2023-06-01", "decidedOn": "2023-06-02", "granted": true, "newDueOn": "2023-06-20", "postFacto": false},
                 {"requestedOn": "2023-06-18", "decidedOn": "2023-06-19", "granted": false, "newDueOn": null, "postFacto": false},
                 {"requestedOn": "2023-06-20", "decidedOn": null, "granted": false, "newDueOn": null, "postFacto": false},
                 {"requestedOn": null, "decidedOn": "2023-06-22", "granted": true, "newDueOn": "2023-06-25", "postFacto": true}],
               "completedOn": "2023-06-24", "accepted": true, "qualityReturns": 1, "violations": 0, "milestonePercent": 100,
               "occurrences": [{"dueOn": "2023-03-31", "completedOn": "2023-03-30"}, {"dueOn": "2023-09-30", "completedOn": null}]},
              {"code": "2", "kind": "target", "campaign": false, "role": "coordinate", "status": "exempt", "assignedOn": "2023-01-10",
               "originalDueOn": null, "completedOn": null, "accepted": false, "qualityReturns": 0, "violations": 2,
               "direction": "lessThan", "target": "4.50", "actual": null, "baseline": "-6", "measuredAtYearEnd": true, "milestonePercent": 55},
              {"code": "3", "kind": "task", "campaign": true, "role": "lead", "status": "cancelled", "assignedOn": "2023-01-10",
               "originalDueOn": null, "completedOn": null, "accepted": false, "qualityReturns": 0, "violations": 0, "milestonePercent": 0,
               "direction": "atLeast", "target": "1", "actual": "2", "measuredAtYearEnd": false}
            ]},
            {"code": "B", "name": "Đơn vị B", "mottoAccepted": true, "items": []}
          ]
        }
        """#

    @Test("is read with every field") func reading() throws {
        let file = try LedgerFile(reading: Self.document.utf8)
        #expect((file.campaign, file.review, file.isFrozen, file.asOf) == ("PT", .interim, true, day("2023-06-30")))
        #expect(!file.calendar.isWorkingDay(day("2023-05-01")))
        #expect(file.calendar.isWorkingDay(day("2023-06-24")))
        var parameters = JudgementParameters.ledgerFileDefaults
        parameters.minimumItems = 2
        parameters.s2Rule = .share
        parameters.carryPhaseOneLate = false
        parameters.finalEnd = day("2023-12-30")
        #expect(file.parameters == parameters)
        #expect(file.units.map(\.code) == ["A", "B"])
        #expect(file.units.map(\.isFirstTier) == [false, true])
        #expect(file.units.map(\.isMottoAccepted) == [nil, true])
        let items = file.units[0].items
        #expect(items.map(\.kind) == [.task, .target, .task])
        #expect(items[0].dueDate(at: file.asOf) == day("2023-06-25"))
        #expect(items[0].occurrences.count == 2)
        #expect(items[1].measure?.baseline == quantity("-6"))
        #expect(items[1].measure?.isMeasuredAtYearEnd == true)
        #expect((items[1].role, items[1].status, items[1].violations, items[1].isInCampaign) == (.coordinate, .exempt, 2, false))
    }

    @Test("is the same after writing and reading") func roundTrip() throws {
        let file = try LedgerFile(reading: Self.document.utf8)
        #expect(try LedgerFile(reading: file.json.bytes()) == file)
        #expect(try LedgerFile(reading: file.json.bytes(.indented)) == file)
    }

    @Test("has the defaults of its format") func defaults() throws {
        let file = try LedgerFile(reading: #"{"campaign":"","review":"final","frozen":false,"asOf":"2023-12-31","units":[]}"#.utf8)
        #expect(
            file.parameters.json.text()
                == #"{"interimEnd":"2023-06-30","finalEnd":"2023-12-31","minimumProgressPercent":50,"s2Rule":"each","letterPercentInterim":15,"#
                + #""letterPercentFinal":30,"individualsInterim":2,"individualsFinal":4,"minimumEarlyWorkingDays":1,"aheadBase":"counted","#
                + #""newItemGraceWorkingDays":10,"maximumQualityReturns":1,"minimumItems":3,"carryPhaseOneLate":true}"#)
        #expect(file.calendar == WorkingCalendar())
    }

    @Test(
        "with one thing wrong is refused and says where",
        arguments: [
            (#""campaign": "PT", "#, "", "$.campaign: thiếu mục bắt buộc này; ghi thêm"),
            (#""review": "interim""#, #""review": "Interim""#, "$.review: “Interim” không hợp lệ, phải là một trong “interim”, “final”"),
            (#""frozen": true"#, #""frozen": 1"#, "$.frozen: phải là true hoặc false"),
            (
                #""asOf": "2023-06-30""#, #""asOf": "2023-06-31""#,
                "$.asOf: “2023-06-31” không phải ngày có thật; ghi ngày có trên lịch, viết năm-tháng-ngày như 2023-03-31"
            ),
            (
                #"["2023-05-01"]"#, #"["2023-05-01", null]"#,
                "$.holidays[1]: phải là ngày viết năm-tháng-ngày trong dấu nháy kép, ví dụ “2023-03-31”"
            ),
            (
                #""minimumItems": 2"#, #""minimumItem": 2"#,
                "$.parameters.minimumItem: không có mục này trong quy định; bỏ đi hoặc sửa tên mục"
            ),
            (#""minimumItems": 2"#, #""minimumItems": -1"#, "$.parameters.minimumItems: phải từ 0 trở lên"),
            (#""minimumItems": 2"#, #""letterPercentFinal": 101"#, "$.parameters.letterPercentFinal: phải từ 0 đến 100"),
            (#""s2Rule": "share""#, #""s2Rule": null"#, "$.parameters.s2Rule: phải là một trong “each”, “average”, “share”"),
            (#""mottoAccepted": null"#, #""mottoAccepted": "true""#, "$.units[0].mottoAccepted: phải là true hoặc false"),
            (#""mottoAccepted": null, "#, "", "$.units[0].mottoAccepted: thiếu mục bắt buộc này; ghi thêm"),
            (#""name": "Đơn vị B""#, #""name": null"#, "$.units[1].name: phải là chữ đặt trong dấu nháy kép"),
            (#"{"code": "B""#, #"{"code": "A""#, "$.units[1].code: mã “A” đã dùng ở $.units[0].code"),
            (#"{"code": "3""#, #"{"code": "1""#, "$.units[0].items[2].code: mã “1” đã dùng ở $.units[0].items[0].code"),
            (#""items": []"#, #""items": {}"#, "$.units[1].items: phải là danh sách đặt trong [ ]"),
            (
                #""role": "lead""#, #""role": "leader""#,
                "$.units[0].items[0].role: “leader” không hợp lệ, phải là một trong “lead”, “coordinate”"
            ),
            (
                #""kind": "target""#, #""kind": "chi_tieu""#,
                "$.units[0].items[1].kind: “chi_tieu” không hợp lệ, phải là một trong “task”, “target”"
            ),
            (
                #""accepted": true, "#, #""accepted": true, "note": "x", "#,
                "$.units[0].items[0].note: không có mục này trong quy định; bỏ đi hoặc sửa tên mục"
            ),
            (#""accepted": true, "#, #""accepted": true, "accepted": true, "#, "$.units[0].items[0].accepted: trường bị lặp lại"),
            (
                #""qualityReturns": 1"#, #""qualityReturns": 1.0"#,
                "$.units[0].items[0].qualityReturns: phải là số nguyên như 12, không dấu nháy, không phần lẻ"
            ),
            (
                #""milestonePercent": 100"#, #""milestonePercent": 60"#,
                "$.units[0].items[0].milestonePercent: phải là một trong 0, 10, 30, 50, 70, 90, 100"
            ),
            (#""milestonePercent": 100,"#, "", "$.units[0].items[0].milestonePercent: thiếu mục bắt buộc này; ghi thêm"),
            (#""milestonePercent": 55"#, #""milestonePercent": 101"#, "$.units[0].items[1].milestonePercent: phải từ 0 đến 100"),
            (#""target": "4.50""#, #""target": 4.5"#, "$.units[0].items[1].target: phải là chuỗi số thập phân như \"12.5\""),
            (#""target": "4.50", "#, "", "$.units[0].items[1].target: thiếu mục bắt buộc này; ghi thêm"),
            (#""actual": null, "#, "", "$.units[0].items[1].actual: thiếu mục bắt buộc này; ghi thêm"),
            (#""baseline": "-6", "#, "", "$.units[0].items[1].baseline: thiếu mục bắt buộc này; ghi thêm"),
            (
                #""actual": "2""#, #""actual": "2,5""#,
                "$.units[0].items[2].actual: “2,5” không phải số thập phân có 1 đến 15 chữ số, nếu lẻ thì sau dấu chấm có 1 đến 10 chữ số"
            ),
            (
                #""direction": "atLeast""#, #""direction": "up""#,
                "$.units[0].items[2].direction: “up” không hợp lệ, phải là một trong “atLeast”, “moreThan”, “atMost”, “lessThan”"
            ),
            (
                #""requestedOn": "2023-06-01""#, #""requestedOn": null"#,
                "$.units[0].items[0].extensions[0].requestedOn: chỉ được null khi postFacto là true"
            ),
            (
                #""decidedOn": "2023-06-02""#, #""decidedOn": null"#,
                "$.units[0].items[0].extensions[0].decidedOn: phải có ngày khi granted là true"
            ),
            (
                #""newDueOn": "2023-06-20""#, #""newDueOn": null"#,
                "$.units[0].items[0].extensions[0].newDueOn: phải có ngày khi granted là true"
            ),
            (
                #""decidedOn": "2023-06-19", "granted": false, "newDueOn": null"#,
                #""decidedOn": "2023-06-19", "granted": false, "newDueOn": "2023-07-01""#,
                "$.units[0].items[0].extensions[1].newDueOn: phải là null khi granted là false"
            ),
            (#", "postFacto": true"#, "", "$.units[0].items[0].extensions[3].postFacto: thiếu mục bắt buộc này; ghi thêm"),
            (#"{"dueOn": "2023-03-31", "#, #"{"#, "$.units[0].items[0].occurrences[0].dueOn: thiếu mục bắt buộc này; ghi thêm"),
            (#""occurrences": [{"#, #""occurrences": [7, {"#, "$.units[0].items[0].occurrences[0]: phải là nhóm mục đặt trong { }"),
        ])
    func oneFault(good: String, bad: String, fault: String) throws {
        let place = try #require(Self.document.firstRange(of: good))
        let text = Self.document.replacingCharacters(in: place, with: bad)
        let faults = #expect(throws: JSONFaults.self) { try LedgerFile(reading: text.utf8) }
        #expect(faults?.description == fault)
    }

    @Test("with many things wrong says all of them") func manyFaults() {
        let text = #"{"review":"x","frozen":true,"asOf":"2023-02-30","units":[{"code":1,"items":[{"code":"a"}]},{}],"extra":1}"#
        let faults = #expect(throws: JSONFaults.self) { try LedgerFile(reading: text.utf8) }
        let paths = faults?.faults.map(\.path.description)
        #expect(
            paths == [
                "$.campaign", "$.review", "$.asOf", "$.units[0].code", "$.units[0].name", "$.units[0].mottoAccepted",
            ]
                + [
                    "kind", "campaign", "role", "status", "assignedOn", "originalDueOn", "completedOn", "accepted", "qualityReturns",
                    "violations",
                ].map {
                    "$.units[0].items[0].\($0)"
                } + ["$.units[1].code", "$.units[1].name", "$.units[1].mottoAccepted", "$.units[1].items", "$.extra"])
    }

    @Test("that is no document at all is refused", arguments: ["", "null", "[]", "{", #"{} {}"#, "7"])
    func noDocument(text: String) {
        #expect(throws: JSONFaults.self) { try LedgerFile(reading: text.utf8) }
    }

    @Test("is answered in the form of the contract") func answer() {
        let ledger = LedgerFile.interim([.task("NV1", due: "2023-06-15", completed: "2023-06-16")], motto: false)
        #expect(
            Judgement.judge(ledger).json.text()
                == #"{"campaign":"PT","review":"interim","asOf":"2023-06-30","units":[{"code":"DV","verdict":"fail","letter":false,"individuals":0,"#
                + #""counted":1,"aheadOrAbove":0,"aheadBase":1,"s1":1,"s2":0,"failures":["#
                + #"{"item":"NV1","rule":"late","detail":"Hoàn thành ngày 16/06/2023, quá hạn 1 ngày, hạn 15/06/2023"},"#
                + #"{"item":null,"rule":"motto","detail":"Hội đồng không công nhận thực hiện tốt phương châm của phong trào thi đua"}],"#
                + #""flags":["fewItems"]}]}"#)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}

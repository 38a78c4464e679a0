import Domain
import Foundation
import Testing

@Suite("Why a unit passes or not")
struct UnitExplanationTests {
    private func explain(_ ledger: LedgerFile) -> UnitExplanation {
        UnitExplanation(ledger.units[0], in: ledger)
    }

    private func short(_ steps: [UnitExplanation.Step]) -> [String] {
        steps.map { "\($0.kind.rawValue) \($0.item ?? "-") \($0.by?.description ?? "-")" }
    }

    @Test("shows the share with its numbers, rounded down and never for nothing")
    func share() {
        let items = (1...17).map { LedgerItem.task("NV\($0)", due: "2023-12-15", completed: $0 <= 5 ? "2023-12-14" : "2023-12-15") }
        #expect(LedgerFile.final(items).verdict.share == "5/17 (29,4%)")
        #expect(LedgerFile.interim([]).verdict.share == "0/0")
        let twenty = (1...20).map { LedgerItem.task("NV\($0)", due: "2023-06-15", completed: $0 <= 4 ? "2023-06-14" : "2023-06-15") }
        #expect(LedgerFile.interim(twenty).verdict.share == "4/20 (20,0%)")
    }

    @Test("names rule, item and dates of each reason, and what cannot be mended")
    func reasons() {
        let late = LedgerItem.task("L", due: "2023-05-15", completed: "2023-05-16")
        let returned = LedgerItem.task("Q", due: "2023-06-15", completed: "2023-06-15").with { $0.qualityReturns = 2 }
        let explanation = explain(.interim([late, returned, .task("X", due: "2023-06-01")]))
        #expect(explanation.reasons.map { "\($0.failure.item ?? "") \($0.failure.rule.rawValue)" } == ["L late", "Q quality", "X notDone"])
        #expect(explanation.reasons[0].failure.detail.contains("16/05/2023"))
        #expect(short(explanation.toPass) == ["beyondRepair L -", "beyondRepair Q -", "beyondRepair X -"])
        #expect(short(explanation.toLetter) == ["note - -"])
    }

    @Test("tells of an extension what it is worth, and whose delay it was where nobody decided what was asked in time")
    func extensions() {
        func step(
            _ kind: ExtensionStep.Kind, _ on: String, number: String = "", reason: String = "", version: Int? = nil,
            recorded: String? = nil
        ) -> ExtensionStep {
            ExtensionStep(
                id: ExtensionStep.ID(UUID()), item: WorkItem.ID(UUID()), position: 1, kind: kind, happenedOn: day(on),
                newDueOn: kind == .refused ? nil : day("2023-05-29"), isPostFacto: false, documentNumber: number, reason: reason,
                dueBefore: day("2023-05-16"), replacedVersion: version, recordedBy: Post.ID(UUID()),
                recordedOn: day(recorded ?? on),
                documentIssuer: number.isEmpty ? "" : "UBND tỉnh")
        }
        func acts(_ steps: [ExtensionStep], at iso: String) -> [String] {
            ItemExtension.paired(steps).flatMap { $0.acts(at: day(iso)) }.map(\.vietnamese)
        }
        let asked = step(.asked, "2023-05-16", reason: "Chờ Bộ")
        let delay = "16/05/2023: chậm quyết định gia hạn, cơ quan giao chưa quyết định đến ngày hết hạn; không phải lỗi của đơn vị"
        #expect(
            acts([asked, step(.granted, "2023-05-18", number: "03/UBND-TH")], at: "2023-06-30") == [
                "16/05/2023: đề nghị gia hạn đến 29/05/2023, Chờ Bộ",
                "18/05/2023: đồng ý gia hạn đến 29/05/2023, văn bản số 03/UBND-TH của UBND tỉnh, "
                    + "đồng ý khi đã quá hạn, chỉ là ngày điều hành",
                delay,
            ])
        #expect(acts([asked], at: "2023-05-16") == ["16/05/2023: đề nghị gia hạn đến 29/05/2023, Chờ Bộ", delay])
        #expect(
            acts([step(.asked, "2023-05-17", reason: "Chờ Bộ")], at: "2023-06-30") == [
                "17/05/2023: đề nghị gia hạn đến 29/05/2023, chờ quyết định, Chờ Bộ"
            ], "asked too late: nobody's delay")
        #expect(
            acts([step(.asked, "2023-05-15", reason: "Chờ Bộ", recorded: "2023-05-17")], at: "2023-06-30") == [
                "15/05/2023: đề nghị gia hạn đến 29/05/2023, chờ quyết định, Chờ Bộ, ghi ngày 17/05/2023"
            ], "recorded too late: nobody could have decided it")
        #expect(
            acts([asked, step(.granted, "2023-05-16", number: "03/UBND-TH", version: 1)], at: "2023-06-30").last
                == "16/05/2023: đồng ý gia hạn đến 29/05/2023, văn bản số 03/UBND-TH của UBND tỉnh")
    }

    @Test("says what is still to be done, and by when")
    func steps() {
        let items = [
            LedgerItem.task("MO", due: "2023-06-28"), .task("SAU", due: "2023-11-30", milestone: 30), .task("KHONG", due: nil),
            .task("XONG", due: "2023-06-10", completed: "2023-06-10"),
            .target("7", code: "CT", actual: "6", due: "2023-06-30"),
        ]
        let ledger = LedgerFile.interim(items, motto: nil) {
            $0.asOf = day("2023-06-20")
            $0.isFrozen = false
        }
        let explanation = explain(ledger)
        #expect(
            short(explanation.toPass) == [
                "progress SAU 2023-06-30", "complete MO 2023-06-28", "complete CT 2023-06-30", "fixDate KHONG 2023-06-30", "motto - -",
            ])
        #expect(explanation.toPass.first { $0.item == "CT" }?.words.contains("ít nhất 7, hiện 6") == true)
        #expect(
            explanation.toPass.first { $0.item == "KHONG" }?.words
                == "Chưa có thời hạn. Cơ quan giao phải ấn định trong 3 ngày làm việc kể từ ngày giao (chậm nhất 13/01/2023); "
                + "nếu không, khi chốt số liệu thời hạn là ngày 31/12/2023.")
        // Frozen, what nobody gave a date is held to that one, and it is said why; the control has its own.
        let frozen = explain(.final([.task("KHONG", due: nil), .task("CO", due: "2023-12-31")])).toPass
        let words = "Chưa được ấn định thời hạn nên xét theo thời hạn 31/12/2023. "
        #expect(frozen.first { $0.item == "KHONG" }?.words.hasPrefix(words) == true)
        #expect(frozen.first { $0.item == "CO" }?.words.contains(words) == false)
        // 15 % of the four counted items is one.
        #expect(explanation.toLetter.first?.words.contains("Cần thêm 1 ") == true)
        #expect(
            short(Array(explanation.toLetter.dropFirst())) == ["ahead MO 2023-06-27", "ahead CT 2023-06-29", "ahead SAU 2023-06-30"],
            "what is ahead after the review's own day comes too late for it")
    }

    @Test("of a day that is still to come it says so, and takes nothing for lost that can still be done; once the day is there it is lost")
    func forecast() {
        let items = [
            LedgerItem.task("HOM", due: "2023-06-20"), .task("MO", due: "2023-06-28"), .task("QUA", due: "2023-06-19"),
            .task("SAU", due: "2023-11-30", milestone: 30),
        ]
        let ledger = LedgerFile.interim(items)
        func steps(_ today: String?) -> Set<String> {
            Set(short(UnitExplanation(ledger.units[0], in: ledger, today: today.map { day($0) }).toPass))
        }
        let seen = steps("2023-06-20")
        #expect(
            seen.isSuperset(of: [
                "note - -", "complete HOM 2023-06-20", "complete MO 2023-06-28", "beyondRepair QUA -", "progress SAU 2023-06-30",
            ]))
        #expect(!seen.contains("beyondRepair HOM -") && !seen.contains("beyondRepair MO -"))
        for today in [nil, "2023-07-01"] {
            #expect(steps(today).isSuperset(of: ["beyondRepair HOM -", "beyondRepair MO -", "beyondRepair QUA -", "beyondRepair SAU -"]))
        }
    }

    @Test("a result that waits for who gave the item is not lost, if it was there in time")
    func waiting() {
        func steps(sent: String) -> [UnitExplanation.Step] {
            explain(.interim([.task("CHO", due: "2023-06-20", completed: sent).with { $0.isAccepted = false }])).toPass
        }
        #expect(short(steps(sent: "2023-06-20")) == ["complete CHO -"])
        #expect(steps(sent: "2023-06-20")[0].words.contains("20/06/2023, trong hạn; chờ cơ quan giao xác nhận"))
        #expect(short(steps(sent: "2023-06-21")) == ["beyondRepair CHO -"])
        let missed = explain(.interim([.target("7", code: "CT", actual: "6", due: "2023-06-20", completed: "2023-06-19")])).toPass
        #expect(missed.map(\.kind) == [.beyondRepair] && missed[0].words.contains("số liệu 6 chưa đạt mức ít nhất 7"))
        #expect(missed[0].words.hasSuffix("đánh giá, ký chậm nhất ngày 30/06/2023."), "what is signed later changes nothing of this review")
    }

    @Test("progress, figures and deliveries that wait for confirmation are named with who they wait for, and are not lost; too little is")
    func unconfirmed() throws {
        let tenant = try #require(Tenant.Slug("dept_snv"))
        func papers(_ unconfirmed: [ItemPapers.Unconfirmed]) -> ItemPapers {
            ItemPapers(
                item: WorkItem.ID(UUID()), tenant: tenant, title: "x", directive: nil, source: "", acts: [], unconfirmed: unconfirmed,
                confirmer: "Văn phòng UBND tỉnh")
        }
        func steps(_ item: LedgerItem, _ unconfirmed: ItemPapers.Unconfirmed...) -> [UnitExplanation.Step] {
            let ledger = LedgerFile.interim([item])
            return UnitExplanation(ledger.units[0], in: ledger, papers: [item.code: papers(unconfirmed)]).toPass
        }
        func progress(_ percent: Int) -> ItemPapers.Unconfirmed {
            ItemPapers.Unconfirmed(on: day("2023-06-15"), percent: percent, words: "tiến độ \(percent)%")
        }
        let task = LedgerItem.task("SAU", due: "2023-11-30", milestone: 30)
        let waiting = steps(task, progress(70))
        #expect(short(waiting) == ["progress SAU -"])
        #expect(waiting[0].words.hasPrefix("Đã báo cáo tiến độ 70% ngày 15/06/2023, chờ Văn phòng UBND tỉnh xác nhận. "))
        for lost in [steps(task), steps(task, progress(30))] { #expect(short(lost) == ["beyondRepair SAU -"]) }
        #expect(steps(task)[0].words == "Ngày chốt số liệu đã đến mà tiến độ được tính chưa đạt 50%.")
        func figure(_ value: Quantity) -> ItemPapers.Unconfirmed {
            ItemPapers.Unconfirmed(on: day("2023-06-30"), figure: value, words: "số liệu")
        }
        let target = LedgerItem.target("80", code: "CT", actual: "10", due: "2023-12-31")
        #expect(short(steps(target, figure(quantity("41")))) == ["progress CT -"])
        #expect(short(steps(target, figure(quantity("39")))) == ["beyondRepair CT -"])
        let periodic = LedgerItem.task("KY", due: "2023-06-30", completed: "2023-06-30").with {
            $0.occurrences = ["2023-04-25", "2023-05-25"].map { LedgerItem.Occurrence(dueOn: day($0), completedOn: nil) }
        }
        func delivery(_ due: String, on iso: String) -> ItemPapers.Unconfirmed {
            ItemPapers.Unconfirmed(on: day(iso), occurrence: day(due), words: "kỳ hạn \(day(due).vietnamese)")
        }
        let delivered = steps(periodic, delivery("2023-04-25", on: "2023-04-24"), delivery("2023-05-25", on: "2023-05-25"))
        #expect(short(delivered) == ["complete KY -"])
        #expect(delivered[0].words.hasPrefix("Đã báo cáo kỳ hạn 25/04/2023 ngày 24/04/2023, kỳ hạn 25/05/2023 ngày 25/05/2023, chờ "))
        let missed = steps(periodic, delivery("2023-05-25", on: "2023-05-25"))
        #expect(missed.map(\.kind) == [.beyondRepair] && missed[0].words.hasPrefix("Các kỳ hạn 25/04/2023, 25/05/2023 đã qua; "))
    }

    @Test("each deadline of a periodic item is a step, and lost when it was missed: no extension moves it")
    func deadlines() {
        func steps(asOf: String) -> [UnitExplanation.Step] {
            let item = LedgerItem.task("KY", due: "2023-12-31", milestone: 50).with {
                $0.occurrences = [
                    .init(dueOn: day("2023-05-25"), completedOn: day("2023-05-25")), .init(dueOn: day("2023-06-25"), completedOn: nil),
                ]
            }
            return explain(.interim([item]) { $0.asOf = day(asOf) }).toPass
        }
        #expect(short(steps(asOf: "2023-06-20")) == ["complete KY 2023-06-25"])
        let missed = steps(asOf: "2023-06-26")
        #expect(short(missed) == ["beyondRepair KY -"])
        #expect(missed[0].words.contains("Kỳ hạn 25/06/2023 đã qua") && !missed[0].words.contains("gia hạn"))
        // What was done late is lost, whatever deadline is still to come.
        let late = LedgerItem.task("KY", due: "2023-06-10", completed: "2023-06-12").with {
            $0.occurrences = [.init(dueOn: day("2023-06-25"), completedOn: nil)]
        }
        let ledger = LedgerFile.interim([late])
        let seen = UnitExplanation(ledger.units[0], in: ledger, today: day("2023-06-20")).toPass
        #expect(seen.contains { $0.kind == .beyondRepair && $0.words.contains("Đã quá hạn") })
    }

    @Test("who may move a date is the Chairman for a unit of the province, inside a unit its head")
    func signer() {
        var ledger = LedgerFile.interim([.task("X", due: "2023-06-01")])
        #expect(explain(ledger).toPass[0].words.contains("Chủ tịch UBND tỉnh đồng ý gia hạn"))
        ledger.units[0].isFirstTier = false
        #expect(explain(ledger).toPass[0].words.contains("thủ trưởng đơn vị đồng ý gia hạn"))
    }

    @Test("a letter out of reach is not asked for")
    func unreachable() {
        let done = (1...7).map { LedgerItem.task("NV\($0)", due: "2023-06-15", completed: "2023-06-15") }
        let steps = explain(.interim(done)).toLetter
        #expect(short(steps) == ["note - -"] && steps[0].words.contains("Không còn đạt được 15%: cần thêm 2"))
    }

    @Test("what it asks for is enough: who does it passes and is praised")
    func enough() {
        let items = [
            LedgerItem.task("A", due: "2023-06-28"), .task("B", due: "2023-11-30", milestone: 10),
            .task("C", due: "2023-06-10", completed: "2023-06-10"),
        ]
        var ledger = LedgerFile.interim(items) { $0.asOf = day("2023-06-20") }
        let before = explain(ledger)
        #expect(before.verdict.verdict == .fail)
        for step in before.toPass {
            let index = ledger.units[0].items.firstIndex { $0.code == step.item }!
            if step.kind == .progress { ledger.units[0].items[index].work = .task(milestonePercent: 50) }
        }
        let first = before.toLetter[1]
        let index = ledger.units[0].items.firstIndex { $0.code == first.item }!
        ledger.units[0].items[index].completedOn = first.by
        ledger.units[0].items[index].isAccepted = true
        ledger.asOf = day("2023-06-30")
        let after = explain(ledger)
        #expect(after.verdict.verdict == .pass && after.verdict.letter)
        #expect(after.toPass.isEmpty && after.toLetter.isEmpty)
    }

    @Test("the council is told what to look at, and no verdict changes by it")
    func checks() throws {
        func moved(_ item: LedgerItem, on decided: String) throws -> LedgerItem {
            try item.with {
                $0.extensions = [
                    try #require(
                        DueDateExtension(requestedOn: day(decided), decision: .granted(on: day(decided), newDueOn: day("2023-06-30"))))
                ]
            }
        }
        let plain = (1...4).map { LedgerItem.task("NV\($0)", due: "2023-06-30", completed: "2023-06-30") }
        #expect(explain(.interim(plain)).checks.isEmpty)
        let gamed =
            plain + [
                try moved(.task("D1", due: "2023-06-25", completed: "2023-06-29"), on: "2023-06-20"),
                try moved(.task("D2", due: "2023-06-25", completed: "2023-06-29"), on: "2023-06-24"),
                .task("E1", due: "2023-06-30", completed: "2023-06-28", assigned: "2023-06-20"),
                .task("E2", due: "2023-06-30", completed: "2023-06-28", assigned: "2023-06-21"),
                .task("S1", due: "2023-06-30", completed: "2023-02-01"), .task("B1", due: "2023-06-30", completed: "2023-01-09"),
                LedgerItem.task("X1", due: "2023-06-30").with { $0.status = .exempt },
                LedgerItem.task("X2", due: "2023-06-30").with { $0.status = .exempt },
            ]
        let explanation = explain(.interim(gamed))
        #expect(
            explanation.checks.map { "\($0.kind.rawValue) \($0.items.joined(separator: ","))" } == [
                "movedLate D1,D2", "exemptedShare X1,X2", "easyLate E1,E2", "slack S1,B1", "backDated B1",
            ])
        #expect(explanation.verdict.verdict == .pass && explanation.verdict.flags.isEmpty)
        // Exactly ten in a hundred are no matter.
        let nine = (1...9).map { LedgerItem.task("NV\($0)", due: "2023-06-30", completed: "2023-06-30") }
        let exempt = LedgerItem.task("X", due: "2023-06-30").with { $0.status = .exempt }
        #expect(explain(.interim(nine + [exempt])).checks.isEmpty)
        #expect(explain(.interim(nine.dropLast() + [exempt])).checks.map(\.kind) == [.exemptedShare])
        // The plan's own limits, and nothing in the code, say from which point on; each is what makes its line.
        func checks(_ change: (inout CheckPoint.Limits) -> Void) -> [CheckPoint] {
            var limits = CheckPoint.Limits()
            change(&limits)
            let ledger = LedgerFile.interim(gamed)
            return UnitExplanation(ledger.units[0], in: ledger, limits: limits).checks
        }
        let all: [CheckPoint.Kind] = [.movedLate, .exemptedShare, .easyLate, .slack, .backDated]
        #expect(checks { _ in }.map(\.kind) == all)
        #expect(checks { $0.movedDays = 5 }.map(\.kind) == [.exemptedShare, .slack, .backDated])
        #expect(checks { $0.exemptedPercent = 20 }.map(\.kind) == all.filter { $0 != .exemptedShare })
        // Of S1 seven eighths of its time were left.
        #expect(checks { $0.slackPercent = 90 }.first { $0.kind == .slack }?.items == ["B1"])
    }

    @Test("of what was recorded after its date the council is told both days, of many the first ten")
    func recordedLate() {
        let entries = (1...11).map {
            CheckPoint.LateEntry(code: "NV\(($0 + 1) / 2)", act: "đồng ý gia hạn", on: day("2023-06-12"), recordedOn: day("2023-07-05"))
        }
        let found = CheckPoint.recordedLate(entries)
        #expect(found.kind == .recordedLate && found.items == (1...6).map { "NV\($0)" })
        #expect(found.words.hasPrefix("11 lần gia hạn, ") && found.words.hasSuffix("; …"))
        #expect(found.words.contains(": NV1 đồng ý gia hạn ngày 12/06/2023, ghi ngày 05/07/2023; NV1 "))
        #expect(CheckPoint.recordedLate([entries[0]]).words.hasSuffix("ghi ngày 05/07/2023."))
    }

    @Test("the council is told of what has no date after the working days of the plan (A26)")
    func undated() {
        let plain = (1...3).map { LedgerItem.task("NV\($0)", due: "2023-06-30", completed: "2023-06-30") }
        func words(_ assigned: String, fixingDate days: Int = 3) -> String? {
            var limits = CheckPoint.Limits()
            limits.clocks.fixingDate = days
            var ledger = LedgerFile.interim(plain + [.task("T", due: nil, assigned: assigned)])
            ledger.isFrozen = false
            return UnitExplanation(ledger.units[0], in: ledger, limits: limits).checks.first { $0.kind == .undated }?.words
        }
        // The review is on Friday, 30/6: three working days after Tuesday, four after Monday.
        #expect(words("2023-06-27") == nil && words("2023-06-26", fixingDate: 4) == nil)
        #expect(words("2023-06-26") == "1 nhiệm vụ, chỉ tiêu chưa có thời hạn sau 3 ngày làm việc kể từ ngày giao.")
    }
}

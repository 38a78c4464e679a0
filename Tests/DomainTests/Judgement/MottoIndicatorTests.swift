import Domain
import Testing

@Suite("The indicators of the motto")
struct MottoIndicatorTests {
    private let calendar = WorkingCalendar()
    private let launch = MottoFacts.Launch(provinceOn: day("2023-03-31"), deadline: day("2023-04-09"), unitOn: day("2023-04-11"))

    private static func id(_ number: Int) -> WorkItem.ID { WorkItem.ID("00000000-0000-7000-8000-00000000000\(number)")! }

    /// Done a day late and entered on the third working day after; acknowledged on the last day in time, counted from when it stood in the ledger.
    private let late = MottoFacts.Item(
        id: Self.id(1), code: "A", assignedOn: day("2023-03-20"), recordedOn: day("2023-03-31"), dueOn: day("2023-05-15"),
        acknowledgedOn: day("2023-04-05"),
        doneOn: day("2023-05-16"), resultNumber: "12/BC", resultEnteredOn: day("2023-05-19"),
        updatedOn: [day("2023-04-20"), day("2023-05-16")])
    /// Acknowledged on the fourth working day, returned once for quality.
    private let returned = MottoFacts.Item(
        id: Self.id(2), code: "B", assignedOn: day("2023-04-10"), recordedOn: day("2023-04-10"), dueOn: day("2023-06-30"),
        acknowledgedOn: day("2023-04-14"),
        updatedOn: [day("2023-05-10")], returns: [.init(on: day("2023-06-01"), number: "3/CV", isQuality: true)])
    /// Never touched, overdue, found fault with.
    private let lost = MottoFacts.Item(
        id: Self.id(3), code: "C", assignedOn: day("2023-04-03"), recordedOn: day("2023-04-03"), dueOn: day("2023-06-01"),
        violations: [.init(on: day("2023-06-05"), number: "7/KL")])
    /// Given two working days ago, without a date yet.
    private let fresh = MottoFacts.Item(id: Self.id(4), code: "D", assignedOn: day("2023-06-16"), recordedOn: day("2023-06-16"))

    private func figures(
        _ facts: MottoFacts, on date: String = "2023-06-20", _ clocks: WorkItem.Clocks = WorkItem.Clocks()
    ) -> [Campaign.MottoMeasure: MottoIndicator.Figure] {
        let part = Campaign.MottoPart(code: "III.1.1", words: "Có", indicator: "x", measures: Campaign.MottoMeasure.allCases)
        let motto = Campaign.Motto(content: "III.1", name: "một có", parts: [part])
        let indicator = MottoIndicator.all(of: motto, facts, on: day(date), clocks, calendar)[0]
        return Dictionary(uniqueKeysWithValues: indicator.figures.map { ($0.measure, $0) })
    }

    @Test(
        "are counted as by hand, each of the items that it is a share of",
        arguments: [
            (Campaign.MottoMeasure.acknowledgedLate, "2/4", ["B", "C"]), (.late, "2/2", ["A", "C"]), (.returned, "1/2", ["B"]),
            (.enteredLate, "1/1", ["A"]), (.launchedLate, "1", [""]), (.qualityReturned, "1/2", ["B"]), (.violated, "1/4", ["C"]),
            (.updateMissed, "1/3", ["C"]), (.criticised, "chưa có dữ liệu", []),
            (.disciplined, "chưa có dữ liệu", []), (.monthlyReturnLate, "chưa có dữ liệu", []),
        ] as [(Campaign.MottoMeasure, String, [String])])
    func byHand(measure: Campaign.MottoMeasure, words: String, codes: [String]) throws {
        let figure = try #require(figures(MottoFacts(items: [late, returned, lost, fresh], launch: launch))[measure])
        #expect(figure.vietnamese == words)
        #expect(figure.sources.map(\.code) == codes)
    }

    @Test("say dates and papers")
    func papers() {
        let all = figures(MottoFacts(items: [late, returned, lost, fresh], launch: launch))
        #expect(
            all[.late]?.sources.map(\.words) == [
                "thời hạn 15/05/2023, hoàn thành ngày 16/05/2023, văn bản số 12/BC", "thời hạn 01/06/2023, chưa hoàn thành",
            ])
        #expect(all[.qualityReturned]?.sources.map(\.words) == ["trả lại vì chất lượng ngày 01/06/2023, văn bản số 3/CV"])
        #expect(all[.launchedLate]?.sources.map(\.words) == ["phát động ngày 11/04/2023, hạn 09/04/2023"])
        #expect(all[.updateMissed]?.sources.map(\.words) == ["không cập nhật tháng 5/2023"])
    }

    @Test(
        "ask for updates of an item from when it stood in the ledger, whenever it was given",
        arguments: [("2023-04-03", 1), ("2023-06-19", 0)])
    func enteredLate(recorded: String, missed: Int) {
        let item = MottoFacts.Item(
            id: Self.id(7), code: "G", assignedOn: day("2023-04-03"), recordedOn: day(recorded), dueOn: day("2023-12-31"),
            acknowledgedOn: day(recorded), occurrences: [])
        #expect(figures(MottoFacts(items: [item], launch: launch))[.updateMissed]?.sources.count == missed)
    }

    @Test("count a missed deadline of a periodic item as late, as the verdict does (A16)")
    func periodic() {
        func item(_ delivered: String?) -> MottoFacts.Item {
            MottoFacts.Item(
                id: Self.id(6), code: "F", assignedOn: day("2023-04-03"), recordedOn: day("2023-04-03"), dueOn: day("2023-12-31"),
                acknowledgedOn: day("2023-04-03"),
                occurrences: [.init(dueOn: day("2023-05-25"), completedOn: delivered.map { day($0) })])
        }
        func late(_ delivered: String?, on date: String = "2023-06-20") -> MottoIndicator.Figure? {
            figures(MottoFacts(items: [item(delivered)], launch: launch), on: date)[.late]
        }
        #expect(late("2023-05-27")?.vietnamese == "1/1")
        #expect(late("2023-05-27")?.sources.map(\.words) == ["kỳ hạn 25/05/2023 hoàn thành ngày 27/05/2023"])
        #expect(late(nil)?.sources.map(\.words) == ["kỳ hạn 25/05/2023 chưa hoàn thành"])
        // The controls: delivered in time, and before anything was due.
        #expect(late("2023-05-25")?.vietnamese == "0/1" && late(nil, on: "2023-05-24")?.count == nil)
    }

    @Test("turn on the day: the last day in time counts for the unit, the next against it")
    func edges() {
        let facts = MottoFacts(items: [fresh], launch: launch)
        #expect(figures(facts, on: "2023-06-21")[.acknowledgedLate]?.count == 0)
        #expect(figures(facts, on: "2023-06-22")[.acknowledgedLate]?.count == 1)
        let entered = MottoFacts.Item(
            id: Self.id(5), code: "E", assignedOn: day("2023-04-03"), recordedOn: day("2023-04-03"), dueOn: day("2023-05-16"),
            acknowledgedOn: day("2023-04-03"),
            doneOn: day("2023-05-16"), resultEnteredOn: day("2023-05-18"))
        let good = figures(MottoFacts(items: [entered], launch: launch))
        #expect(good[.enteredLate]?.count == 0 && good[.late]?.count == 0)
        let inTime = MottoFacts.Launch(provinceOn: day("2023-03-31"), deadline: day("2023-04-09"), unitOn: day("2023-04-09"))
        #expect(figures(MottoFacts(items: [], launch: inTime))[.launchedLate]?.count == 0)
        let never = MottoFacts.Launch(provinceOn: day("2023-03-31"), deadline: day("2023-04-09"), unitOn: nil)
        #expect(figures(MottoFacts(items: [], launch: never), on: "2023-04-09")[.launchedLate]?.count == 0)
        #expect(figures(MottoFacts(items: [], launch: never), on: "2023-04-10")[.launchedLate]?.count == 1)
        // Who was opened later could not have launched in time, whether it has by now or not.
        for on in [day("2023-06-05"), nil] {
            let opened = MottoFacts.Launch(
                provinceOn: day("2023-03-31"), deadline: day("2023-04-09"), unitOn: on, openedOn: day("2023-06-01"))
            #expect(figures(MottoFacts(items: [], launch: opened))[.launchedLate]?.vietnamese == "chưa có dữ liệu")
        }
    }

    @Test("count the papers that criticised the unit, and say nothing where the officer may not know of them")
    func criticised() {
        let papers = [MottoFacts.Act(on: day("2023-06-05"), number: "21/UBND-NC")]
        let figure = figures(MottoFacts(items: [], launch: launch, criticisms: papers))[.criticised]
        #expect(figure?.vietnamese == "1")
        #expect(figure?.sources.map(\.words) == ["phê bình ngày 05/06/2023, văn bản số 21/UBND-NC"])
        #expect(figures(MottoFacts(items: [], launch: launch, criticisms: []))[.criticised]?.vietnamese == "0")
        #expect(figures(MottoFacts(items: [], launch: launch, criticisms: nil))[.criticised]?.vietnamese == "chưa có dữ liệu")
    }

    @Test("count monthly returns from the day after their last, sent late or not at all")
    func monthlyReturns() {
        func owed(_ month: String, due: String, sent: String?) -> MottoFacts.MonthlyReturn {
            .init(month: ReportMonth(day(month)), dueOn: day(due), approvedOn: sent.map { day($0) })
        }
        let returns = [
            owed("2023-04-01", due: "2023-04-18", sent: "2023-04-18"), owed("2023-05-01", due: "2023-05-17", sent: "2023-05-18"),
            owed("2023-06-01", due: "2023-06-19", sent: nil),
        ]
        let facts = MottoFacts(items: [], launch: launch, monthlyReturns: returns)
        #expect(figures(facts)[.monthlyReturnLate]?.vietnamese == "2/3")
        #expect(
            figures(facts)[.monthlyReturnLate]?.sources.map(\.words) == [
                "báo cáo tháng 5 năm 2023 gửi ngày 18/05/2023, hạn 17/05/2023", "báo cáo tháng 6 năm 2023 chưa gửi, hạn 19/06/2023",
            ])
        // The control: on its last day a return is not late yet.
        #expect(figures(facts, on: "2023-06-19")[.monthlyReturnLate]?.vietnamese == "1/2")
    }

    @Test("are measured by the plan's own days, and are late on the item's page and here on the same day")
    func clocks() throws {
        var clocks = WorkItem.Clocks()
        (clocks.acknowledging, clocks.entering) = (4, 3)
        let facts = MottoFacts(items: [late, returned], launch: launch)
        #expect(figures(facts)[.acknowledgedLate]?.vietnamese == "1/2" && figures(facts)[.enteredLate]?.vietnamese == "1/1")
        #expect(
            figures(facts, on: "2023-06-20", clocks)[.acknowledgedLate]?.vietnamese == "0/2"
                && figures(facts, on: "2023-06-20", clocks)[.enteredLate]?.vietnamese == "0/1")
        // Entered into the ledger after its paper: until the working day that the item's page names nothing is late.
        let item = MottoFacts.Item(id: Self.id(7), code: "G", assignedOn: day("2023-05-02"), recordedOn: day("2023-06-12"))
        for clocks in [WorkItem.Clocks(), clocks] {
            let last = clocks.acknowledgeBy(assignedOn: item.assignedOn, recordedOn: item.recordedOn, calendar)
            let facts = MottoFacts(items: [item], launch: launch)
            #expect(figures(facts, on: last.description, clocks)[.acknowledgedLate]?.count == 0)
            #expect(figures(facts, on: last.adding(days: 1).description, clocks)[.acknowledgedLate]?.count == 1)
        }
    }

    @Test("take the first report for the acknowledgement where it came first, as the item's page does")
    func reportedFirst() {
        func words(_ reported: [String], acknowledged: String? = nil) -> [String]? {
            let item = MottoFacts.Item(
                id: Self.id(8), code: "H", assignedOn: day("2023-06-01"), recordedOn: day("2023-06-01"),
                acknowledgedOn: acknowledged.map { day($0) }, updatedOn: reported.map { day($0) })
            return figures(MottoFacts(items: [item], launch: launch))[.acknowledgedLate]?.sources.map(\.words)
        }
        // Thursday: the last day in time is Tuesday, the 6th.
        #expect(words(["2023-06-06", "2023-06-12"]) == [])
        #expect(words(["2023-06-06"], acknowledged: "2023-06-09") == [])
        #expect(words(["2023-06-12", "2023-06-07"]) == ["giao ngày 01/06/2023, báo cáo lần đầu ngày 07/06/2023"])
        #expect(words(["2023-06-12"], acknowledged: "2023-06-07") == ["giao ngày 01/06/2023, tiếp nhận ngày 07/06/2023"])
        #expect(words([]) == ["giao ngày 01/06/2023, chưa tiếp nhận"])
    }

    @Test("say that there is no data where nothing is recorded or there is nothing to count; of a plan without measures there are none")
    func empty() {
        let none = figures(.none)
        #expect(none.values.allSatisfy { $0.vietnamese == "chưa có dữ liệu" && $0.count == nil })
        // The control: where something is recorded, nothing found is a figure; of discipline there is none whatever else is known.
        let known = figures(MottoFacts(items: [fresh], launch: launch, criticisms: []))
        #expect(known[.criticised]?.vietnamese == "0" && known[.violated]?.vietnamese == "0/1")
        #expect(known[.disciplined]?.vietnamese == "chưa có dữ liệu")
        let plain = Campaign.Motto(content: "III.1", name: "x", parts: [.init(code: "III.1.1", words: "Có", indicator: "x")])
        #expect(MottoIndicator.all(of: plain, .none, on: day("2023-06-20"), WorkItem.Clocks(), calendar)[0].figures.isEmpty)
    }
}

import Domain
import Foundation
import HTTPTypes
import Logging
import Operations
import TestSupport
import Testing

/// What the officers of the demonstration do about their months, beside what its plan holds.
///
/// In each month district 964 collects its communes' returns first and sends at once, district 966 has to wait for a commune; BQLKKT answers that
/// nothing arose, SXD is late, STNMT is silent until June. In May the Office enters an item of SNV that was given, and already late, in April; in
/// June one more, by a minute.
actor PlayedMonths {
    private let province: Province
    private let plan: DemonstrationPlan
    private let desk: OperatorDesk
    private var tokens: [String: Token] = [:]
    private var ahead: [Step]
    /// Every version as the API told it when it was closed.
    private var closed: [(month: Month, version: Int, told: APIAnswer)] = []

    private static let campaign = "KH-77-2023"
    private static let silent = "STNMT"
    private static let late = "SXD"
    private static let corrected = "SNV"
    /// Nothing was given to it.
    private static let idle = "BQLKKT"
    private static let collecting = "964"
    private static let waiting = "966"

    /// A month with its days, as NĐ 09/2019 and the calendar of the year make them.
    private struct Month: Hashable {
        let name: String
        let from: CivilDate
        let to: CivilDate
        let subUnitDueOn: CivilDate
        let dueOn: CivilDate
        let closesOn: CivilDate

        init(_ name: String, _ from: String, _ to: String, _ subUnitDueOn: String, _ dueOn: String, _ closesOn: String) {
            self.name = name
            self.from = Plans.day(from)
            self.to = Plans.day(to)
            self.subUnitDueOn = Plans.day(subUnitDueOn)
            self.dueOn = Plans.day(dueOn)
            self.closesOn = Plans.day(closesOn)
        }
    }

    private static let months = [
        Month("2023-04", "2023-03-15", "2023-04-14", "2023-04-17", "2023-04-18", "2023-04-20"),
        Month("2023-05", "2023-04-15", "2023-05-14", "2023-05-15", "2023-05-16", "2023-05-18"),
        Month("2023-06", "2023-05-15", "2023-06-14", "2023-06-15", "2023-06-16", "2023-06-20"),
    ]

    private struct Step {
        let day: CivilDate
        let month: Month
        let deed: Deed
    }

    private enum Deed {
        case communesReport, unitsReport, close
    }

    init(_ province: Province, _ plan: DemonstrationPlan) throws {
        self.province = province
        self.plan = plan
        desk = try OperatorDesk(database: province.url, home: RepositoryPaths.root, logger: Logger(label: "tests"))
        ahead = Self.months.flatMap { month in
            [
                Step(day: month.subUnitDueOn, month: month, deed: .communesReport),
                Step(day: month.dueOn, month: month, deed: .unitsReport), Step(day: month.closesOn, month: month, deed: .close),
            ]
        }
    }

    var isOver: Bool { ahead.isEmpty }

    /// Does what falls on the days before this one; nil: all that is left.
    func play(before day: CivilDate?) async throws {
        while let step = ahead.first, day.map({ step.day < $0 }) ?? true {
            ahead.removeFirst()
            try await desk.moveBusinessDate(to: step.day)
            switch step.deed {
            case .communesReport: try await communesReport(step.month)
            case .unitsReport: try await unitsReport(step.month)
            case .close: try await close(step.month)
            }
        }
    }

    // MARK: - Officers

    private var api: APICaller { APICaller(province) }

    private func token(_ username: String) async throws -> Token {
        if let known = tokens[username] { return known }
        let session = try await SignIn(username: username, password: plan.password)
            .perform(at: province.signIn, passwords: PasswordHasher(.least), ids: .system)
        tokens[username] = session.token
        return session.token
    }

    private func office() async throws -> Token { try await token(plan.enteredBy) }

    private func unit(_ code: String) throws -> PlannedUnit { try #require(plan.units.first { $0.code == code }) }

    private func coordinator(_ unit: PlannedUnit) async throws -> Token { try await token("\(unit.login).dieuphoi") }

    /// In the Office, whose chief monitors the province, the deputy.
    private func head(_ unit: PlannedUnit) async throws -> Token {
        try await token("\(unit.login).\(unit.code == "VPUB" ? "phothutruong" : "thutruong")")
    }

    private static func tenant(_ unit: PlannedUnit) -> String {
        unit.isDistrict ? "district_\(unit.code)" : "dept_\(unit.code.lowercased())"
    }

    private static func path(_ unit: PlannedUnit) -> String { "/api/v1/tenants/\(tenant(unit))" }

    private static func body(_ month: Month, _ more: [(String, JSONValue)] = []) -> JSONValue {
        .object(JSONObject([("campaign", .string(campaign)), ("month", .string(month.name))] + more))
    }

    private static func query(_ month: Month) -> String { "campaign=\(campaign)&month=\(month.name)" }

    private func write(
        _ month: Month, of unit: PlannedUnit, as token: Token, _ words: [(String, JSONValue)], version: Int = 0
    ) async throws -> APIAnswer {
        try await api.send(.put, "\(Self.path(unit))/return", as: token, Self.body(month, words), version: "\"\(version)\"")
    }

    private func approve(_ month: Month, of unit: PlannedUnit, as token: Token) async throws -> APIAnswer {
        try await api.send(.post, "\(Self.path(unit))/return/approval", as: token, Self.body(month), version: "\"1\"")
    }

    private func draft(_ month: Month, of unit: PlannedUnit) async throws {
        let words: [(String, JSONValue)] =
            unit.code == Self.idle
            ? [("nothing", true)]
            : [
                ("results", .string("Kết quả của \(unit.name)")), ("difficulties", .string("Khó khăn của \(unit.name)")),
                ("explanation", "Đã rà soát, đôn đốc từng nhiệm vụ"),
            ]
        let drafted = try await write(month, of: unit, as: try await coordinator(unit), words)
        #expect(drafted.status == 200, "\(unit.code) \(month.name): \(drafted.json.text())")
    }

    /// - Returns: what was approved.
    @discardableResult
    private func send(_ month: Month, of unit: PlannedUnit) async throws -> JSONValue {
        let sent = try await approve(month, of: unit, as: try await head(unit))
        #expect(sent.status == 201, "\(unit.code) \(month.name): \(sent.json.text())")
        return sent.json.members("return").members("approval")
    }

    // MARK: - The last day of communes

    private func communesReport(_ month: Month) async throws {
        let opened = try await api.send(.post, "/api/v1/province/months", as: try await office(), Self.body(month))
        let period = opened.json.members("period")
        #expect(opened.status == 201, "\(opened.json.text())")
        let days = [month.from, month.to, month.subUnitDueOn, month.dueOn, month.closesOn]
        #expect(["from", "to", "subUnitDueOn", "dueOn", "closesOn"].map { period.member($0) } == days.map(\.description), "\(month.name)")
        if month.name == "2023-05" { try await enterForgotten("BS-04", given: "2023-04-10", due: "2023-04-13") }

        let (collecting, waiting) = (try unit(Self.collecting), try unit(Self.waiting))
        for commune in collecting.subUnits.filter(\.isCommune) + waiting.subUnits.filter(\.isCommune).prefix(1) {
            let unit = collecting.subUnits.contains(commune) ? collecting : waiting
            let words: [(String, JSONValue)] = [("results", "Kết quả của xã"), ("explanation", "Đã rà soát")]
            let drafted = try await write(month, of: unit, as: try await token("x\(commune.code).vanphong"), words)
            #expect(drafted.status == 200, "\(commune.code): \(drafted.json.text())")
            let approved = try await approve(month, of: unit, as: try await token("x\(commune.code).chutich"))
            #expect(approved.status == 201, "\(commune.code): \(approved.json.text())")
        }
        for district in [collecting, waiting] { try await draft(month, of: district) }
        let collected = try await api.send(
            .get, "\(Self.path(collecting))/returns?\(Self.query(month))", as: try await coordinator(collecting))
        #expect(collected.list("returns").count { $0.members("approval") != .null } == collecting.subUnits.count(where: \.isCommune))
        let approval = try await send(month, of: collecting)
        #expect(approval.member("missingUnits") == "0" && approval.member("late") == "false")
        let early = try await approve(month, of: waiting, as: try await head(waiting))
        #expect(early.code == "return-waits", "a commune still has this day: \(early.json.text())")
    }

    /// The Office enters what was given earlier, to a unit that did not do it.
    private func enterForgotten(_ code: String, given: String, due: String) async throws {
        let directives = try await api.send(.get, "/api/v1/province/directives?limit=50", as: try await office())
        let directive = try #require(directives.items.first { $0.member("number") == "503/QĐ-UBND" }, "\(directives.json.text())")
        let entered = try await api.send(
            .post, "/api/v1/province/items", as: try await office(),
            [
                "lead": .string(Self.tenant(try unit(Self.corrected))), "kind": "task", "code": .string(code), "title": "Nhiệm vụ bổ sung",
                "campaign": .string(Self.campaign), "content": "III.3", "directive": .string(directive.member("id")),
                "sourceClause": "Phụ lục bổ sung", "sector": "NV", "completion": "ketQua", "dueOn": .string(due),
                "assignedOn": .string(given),
            ])
        #expect(entered.status == 201, "\(entered.json.text())")
    }

    // MARK: - The last day of units

    private func isSilent(_ unit: PlannedUnit, in month: Month) -> Bool { unit.code == Self.silent && month.name < "2023-06" }

    private func unitsReport(_ month: Month) async throws {
        for unit in plan.units where unit.code != Self.collecting && unit.code != Self.late && !isSilent(unit, in: month) {
            if unit.code != Self.waiting { try await draft(month, of: unit) }
            let approval = try await send(month, of: unit)
            #expect(approval.member("late") == "false", "\(unit.code)")
            let missing = unit.isDistrict ? unit.subUnits.count(where: \.isCommune) - (unit.code == Self.waiting ? 1 : 0) : 0
            #expect(approval.member("missingUnits") == "\(missing)", "\(unit.code)")
        }
        let early = try await api.send(.post, "/api/v1/province/month-closes", as: try await office(), Self.body(month))
        let missing = plan.units.filter { $0.code == Self.late || isSilent($0, in: month) }.map(Self.tenant)
        #expect(early.code == "returns-missing" && Set(early.faults) == Set(missing), "\(early.json.text())")
    }

    // MARK: - The close

    private func close(_ month: Month) async throws {
        let late = try unit(Self.late)
        try await draft(month, of: late)
        #expect(try await send(month, of: late).member("late") == "true")
        let closed = try await api.send(.post, "/api/v1/province/month-closes", as: try await office(), Self.body(month))
        #expect(closed.status == 201, "\(closed.json.text())")
        try await checkReturns(closed, month)
        checkAdjustments(closed, month)
        try await compareProvince(month, version: 1)
        for code in [Self.late, Self.idle, Self.collecting] { try await compareUnit(try unit(code), month) }
        if month.name == "2023-06" { try await correct(month) }
    }

    private func checkReturns(_ closed: APIAnswer, _ month: Month) async throws {
        var states: [String: String] = [:]
        for row in closed.list("rows") { states[row.member("code")] = row.member("answerName") }
        #expect(states.count == plan.units.count)
        for unit in plan.units where unit.code != Self.silent {
            let expected = [Self.late: "đã gửi, muộn", Self.idle: "không phát sinh"][unit.code] ?? "đã gửi"
            #expect(states[unit.code] == expected, "\(unit.code) \(month.name)")
        }
        let silent = ["2023-04": "không báo cáo", "2023-05": "không báo cáo (2 kỳ liên tiếp)"][month.name] ?? "đã gửi"
        #expect(states[Self.silent] == silent, "\(month.name)")
        if silent != "đã gửi" {
            let silentUnit = try unit(Self.silent)
            let after = try await write(month, of: silentUnit, as: try await coordinator(silentUnit), [("results", "Gửi sau khi chốt")])
            #expect(after.code == "month-closed", "\(after.json.text())")
        }
    }

    /// What May knows otherwise of April is that one item; no other month has anything to adjust.
    private func checkAdjustments(_ closed: APIAnswer, _ month: Month) {
        let figures: [MonthFigures.Figure: Int] = month.name == "2023-05" ? [.given: 1, .items: 1, .overdue: 1, .unacknowledged: 1] : [:]
        for row in closed.list("rows") {
            for figure in MonthFigures.Figure.allCases {
                let expected = row.member("code") == Self.corrected ? figures[figure] ?? 0 : 0
                #expect(
                    row.members("adjustment").member(figure.rawValue) == "\(expected)", "\(row.member("code")) \(figure) \(month.name)")
            }
        }
    }

    /// By a minute, while the next month is open: a second version, of which one unit has other figures.
    private func correct(_ month: Month) async throws {
        try await enterForgotten("BS-06", given: "2023-06-12", due: "2023-06-13")
        let before = try await api.send(.get, "/api/v1/province/month?\(Self.query(month))", as: try await office())
        #expect(before.json.members("total") == closed.last?.told.json.members("total"), "what was closed stays")
        let minute: [(String, JSONValue)] = [
            ("minuteNumber", "1/BB-VP"), ("minuteOn", .string(month.closesOn.description)), ("reason", "Nhập sót một nhiệm vụ"),
        ]
        let corrected = try await api.send(
            .post, "/api/v1/province/month-corrections", as: try await office(), Self.body(month, minute))
        #expect(corrected.status == 201, "\(corrected.json.text())")
        #expect(corrected.json.members("snapshot").member("version") == "2")
        try await compareProvince(month, version: 2)
        // The control: the workbook of the first version is told from the second one.
        let first = try await workbook(month, version: 1)
        let differing = MonthReading.differences(between: MonthReading(corrected), and: first)
        #expect(!differing.isEmpty && differing.allSatisfy { $0.hasPrefix("Sở Nội vụ: ") || $0.hasPrefix("Tổng số: ") }, "\(differing)")
        let earlier = try await api.send(
            .post, "/api/v1/province/month-corrections", as: try await office(), Self.body(Self.months[1], minute))
        #expect(earlier.code == "later-month-closed", "\(earlier.json.text())")
    }

    // MARK: - The same figures everywhere

    private func workbook(_ month: Month, version: Int) async throws -> MonthReading {
        let sheet = try await api.send(
            .get, "/api/v1/province/month/sheet?\(Self.query(month))&version=\(version)", as: try await office())
        return try MonthReading(workbook: sheet.bytes)
    }

    private func compareProvince(_ month: Month, version: Int) async throws {
        let office = try await office()
        let told = try await api.send(.get, "/api/v1/province/month?\(Self.query(month))", as: office)
        #expect(told.json.members("snapshot").member("version") == "\(version)")
        let expected = MonthReading(told)
        #expect(expected.units.count == plan.units.count + 1, "each unit and the sum")

        let page = try await province.call(.get, "/months?month=\(month.name)", headers: [.cookie: "thidua=\(office.text)"])
        let printed = try await Executable.run(
            ["month", "show", "--campaign", Self.campaign, "--month", month.name, "--province", "--output", "csv"],
            environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": office.text])
        #expect(printed.code == 0, "\(printed.errors)")
        let report = try await api.send(.get, "/api/v1/province/month/report?\(Self.query(month))", as: office)
        #expect(report.status == 200, "\(report.json.text())")
        for (place, reading) in [
            ("page", MonthReading(page: page.body)), ("command", try MonthReading(command: printed.output)),
            ("workbook", try await workbook(month, version: version)), ("paper", try MonthReading(paper: report.bytes)),
        ] {
            let differences = MonthReading.differences(between: expected, and: reading)
            #expect(differences.isEmpty, "\(place), \(month.name): \(differences)")
        }

        let mark = "chốt ngày \(month.closesOn.vietnamese), phiên bản \(version)"
        let text = try ReadPaper.text(report.bytes)
        for words in MonthReading.summary(of: told) + [mark] { #expect(text.contains(words), "\(month.name): \(words)") }
        #expect(page.body.contains(mark) && told.text("standing") == mark)
        #expect(text.contains("Lưu: VT, TH."), "who drafted it, of the Office")
        closed.append((month, version, told))
    }

    /// What the head approved, in his paper, on his page, by the API and by command; and the row that the Office closed, in his workbook. Who
    /// approved on the day of the close, and who has nothing, has the same in all five.
    private func compareUnit(_ unit: PlannedUnit, _ month: Month) async throws {
        let head = try await head(unit)
        let told = try await api.send(.get, "\(Self.path(unit))/return?\(Self.query(month))", as: head)
        let expected = MonthReading.figures(told.json.members("return").members("approval").members("figures"))
        #expect(expected.count == MonthFigures.Figure.allCases.count, "\(told.json.text())")

        let page = try await province.call(
            .get, "/units/\(Self.tenant(unit))/months?month=\(month.name)", headers: [.cookie: "thidua=\(head.text)"])
        let printed = try await CommandRunner(database: province.url, entrance: province.entrance).run(
            ["return", "show", "--campaign", Self.campaign, "--month", month.name, "--output", "csv"], as: head)
        let paper = try await api.send(.get, "\(Self.path(unit))/return/report?\(Self.query(month))", as: head)
        #expect(paper.status == 200, "\(paper.json.text())")
        #expect(MonthReading.figures(page: page.body) == expected, "\(unit.code) \(month.name)")
        #expect(try MonthReading.figures(command: printed.text) == expected, "\(unit.code) \(month.name)")
        #expect(try MonthReading.figures(paper: paper.bytes) == expected, "\(unit.code) \(month.name)")

        let sheet = try await api.send(.get, "\(Self.path(unit))/month/sheet?\(Self.query(month))", as: head)
        let own = try MonthReading.figures(workbook: sheet.bytes, of: unit.code)
        let row = closed.last?.told.list("rows").first { $0.member("code") == unit.code } ?? .null
        #expect(own == MonthReading.figures(row.members("figures")), "\(unit.code) \(month.name)")
        if unit.code != Self.collecting { #expect(own == expected, "\(unit.code) \(month.name)") }
    }

    // MARK: - Afterwards

    /// Every version is told today as on the day of its close, and its hashes are found again.
    func checkThatNothingMoved() async throws {
        #expect(closed.map { "\($0.month.name) \($0.version)" } == ["2023-04 1", "2023-05 1", "2023-06 1", "2023-06 2"])
        for (month, version, told) in closed {
            let named = "\(Self.query(month))&version=\(version)"
            let again = try await api.send(.get, "/api/v1/province/month?\(named)", as: try await office())
            for member in ["rows", "total", "adjustment", "standing", "snapshot"] {
                #expect(again.json.members(member) == told.json.members(member), "\(named) \(member)")
            }
            let verified = try await api.send(.get, "/api/v1/province/month/verification?\(named)", as: try await office())
            #expect(verified.text("agrees") == "true" && verified.text("whole") == "true", "\(verified.json.text())")
        }
    }
}

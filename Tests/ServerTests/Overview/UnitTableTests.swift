import Documents
import Domain
import Foundation
import HTTPTypes
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The table of all units: the same numbers everywhere, each with its list; past days as they were shown; what the worker counts.
@Suite("The table of units", .province(opening: 1), .serialized, .timeLimit(.minutes(30)))
struct UnitTableTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }

    /// Of district_101 one item was late, one is overdue, one is due soon; of district_102 one was done early.
    private func bench(_ campaign: String) async throws -> ReviewBench {
        let bench = try await ReviewBench(province, campaign: campaign)
        try await province.launch(campaign)
        try await province.work()
        _ = try await bench.assign(to: "district_101", due: "2023-06-12")
        _ = try await bench.assign(to: "district_101", due: "2023-06-25")
        return bench
    }

    private func table(_ campaign: String, _ more: String = "", in tenant: String? = nil, as token: Token? = nil) async throws -> APIAnswer
    {
        let place = tenant.map { "tenants/\($0)" } ?? "province"
        return try await api.send(.get, "/api/v1/\(place)/unit-table?campaign=\(campaign)\(more)", as: token ?? office)
    }

    private func figures(_ code: String, in answer: APIAnswer) -> JSONValue {
        (answer.items.first { $0.member("code") == code } ?? .null).members("figures")
    }

    private func count() async throws {
        _ = try await QueueUnitDays(again: true).perform(at: province.worker)
        let tally = try await province.work()
        #expect(tally.failed == 0)
    }

    @Test("is the same over HTTP, on the page, by command and as a file, the worst first, and each number opens exactly its list")
    func everywhere() async throws {
        let campaign = try await bench("BANG-1").campaign
        let answer = try await table(campaign)
        #expect(answer.status == 200 && answer.items.first?.member("code") == "101", "\(answer.json.text())")
        let (worst, early) = (figures("101", in: answer), figures("102", in: answer))
        #expect(worst.member("items") == "3" && worst.member("late") == "1" && worst.member("overdue") == "1", "\(worst.text())")
        #expect(worst.member("dueSoon") == "1" && worst.member("done") == "1" && early.member("early") == "1")
        #expect(answer.items.first?.member("verdict") == "fail" && answer.text("standing") == "tính đến 20/06/2023")
        #expect(answer.items.first?.members("change").member("overdue") == "1", "nothing was known of it at the end of May")

        for figure in UnitFigure.allCases {
            var filter = LedgerFilter()
            figure.narrow(&filter)
            let narrowed = filter.timeliness.map { "timeliness=\($0.rawValue)" } ?? "figure=\(filter.figure?.rawValue ?? "")"
            for (code, own) in [("101", worst), ("102", early)] {
                let list = try await api.send(
                    .get,
                    "/api/v1/province/items?limit=200&campaign=\(campaign)&tenant=district_\(code)&role=lead&origin=province&\(narrowed)",
                    as: office)
                #expect(String(list.items.count) == own.member(figure.rawValue), "\(figure) of \(code): \(list.json.text())")
            }
        }

        let cookie: HTTPFields = [.cookie: "thidua=\(office.text)"]
        let page = try await province.call(.get, "/unit-table?campaign=\(campaign)", headers: cookie)
        #expect(page.status == .ok && page.body.contains("figure=overdue\">1</a>"), "\(page.body)")
        #expect(page.body.contains("tính đến 20/06/2023"))
        let list = try await province.call(
            .get, "/units/district_101/unit-table/items?campaign=\(campaign)&asOf=2023-06-20&figure=overdue", headers: cookie)
        #expect(list.status == .ok && list.body.contains("1 nhiệm vụ, chỉ tiêu"), "\(list.body)")

        let file = try await table(campaign, "&format=json")
        #expect(file.json == .array(answer.items), "a row of the file is a row of the table")
        let (csv, xlsx) = (try await table(campaign, "&format=csv"), try await table(campaign, "&format=xlsx"))
        let texts = try Table(file: csv.bytes, name: "unit-table.csv").rows.map { $0.cells.map(\.text) }
        let cells = try Table(file: xlsx.bytes, name: "unit-table.xlsx").rows.map { $0.cells.map(\.text) }
        #expect(texts.count == answer.items.count + 1 && texts[1][0] == "101")
        let counted = 3..<(3 + UnitFigure.allCases.count)
        #expect(texts.map { Array($0[counted]) } == cells.map { Array($0[counted]) })
        #expect(Array(texts[1][counted]) == UnitFigure.allCases.map { worst.member($0.rawValue) })
        let runner = CommandRunner(database: province.url, entrance: province.entrance)
        let printed = try await runner.run(
            ["unit-table", "show", "--province", "--campaign", campaign, "--output", "csv"], as: office)
        #expect(printed.text.contains("101,"), "\(printed.text)")
        let line = try #require(printed.text.split(whereSeparator: \.isNewline).map(String.init).first { $0.hasPrefix("101,") })
        #expect(line.contains(texts[1][counted].joined(separator: ",")), "\(line)")
    }

    @Test("says whose return of the latest month has come in, as a past day knew it")
    func returns() async throws {
        let bench = try await bench("BANG-6")
        func answer(_ code: String, _ more: String = "") async throws -> JSONValue {
            (try await table(bench.campaign, more).items.first { $0.member("code") == code } ?? .null).members("return")
        }
        #expect(try await answer("102") == .null, "no month was opened")
        let named: [(String, JSONValue)] = [("campaign", .string(bench.campaign)), ("month", "2023-06")]
        #expect(try await api.send(.post, "/api/v1/province/months", as: office, .object(JSONObject(named))).status == 201)
        try await province.openedInTime(bench.campaign, "2023-06")
        #expect(try await answer("102").member("state") == "missing")
        try await bench.move(to: "2023-06-21")
        let place = "/api/v1/tenants/district_102/return"
        let words: [(String, JSONValue)] = [("results", "Hoàn thành báo cáo"), ("explanation", "Gửi sau ngày lễ")]
        let drafted = try await api.send(
            .put, place, as: province.token(of: .unitCoordinator, in: "district_102"), .object(JSONObject(named + words)), version: "\"0\"")
        #expect(drafted.status == 200, "\(drafted.json.text())")
        #expect(try await answer("102").member("state") == "missing", "a draft is none")
        let approved = try await api.send(
            .post, place + "/approval", as: province.token(of: .unitHead, in: "district_102"), .object(JSONObject(named)), version: "\"1\"")
        #expect(approved.status == 200 || approved.status == 201, "\(approved.json.text())")
        #expect(try await answer("102").text() == #"{"state":"sent","approvedOn":"2023-06-21","late":true}"#)
        #expect(try await answer("101").member("state") == "missing", "the control")
        #expect(try await answer("102", "&asOf=2023-06-20").member("state") == "missing", "as that day knew it")
        let page = try await province.call(
            .get, "/unit-table?campaign=\(bench.campaign)", headers: [.cookie: "thidua=\(office.text)"])
        #expect(page.body.contains("Báo cáo tháng 6 năm 2023") && page.body.contains("đã gửi, muộn") && page.body.contains("chưa gửi"))
        try await bench.move(to: "2023-06-20")
    }

    @Test("opens the list of each number of its total too: of the province its first tier alone, of a unit itself and what is below it")
    func totals() async throws {
        let bench = try await bench("BANG-5")
        let campaign = bench.campaign
        let head = province.token(of: .unitHead, in: "district_101")
        // The newspaper is no unit of the table.
        _ = try await bench.assign(to: "dept_bao", due: "2023-06-10")
        let undated = try await bench.assign(to: "district_102", due: "2023-06-30") { $0.dueOn = nil }
        for (place, tenant) in [("", String?.none), ("/units/district_101", "district_101")] {
            let token = tenant == nil ? office : head
            let shown = try await table(campaign, in: tenant, as: token)
            let cookie: HTTPFields = [.cookie: "thidua=\(token.text)"]
            let page = try await province.call(.get, "\(place)/unit-table?campaign=\(campaign)", headers: cookie)
            let total = shown.json.members("total")
            #expect(total.member("overdue") == "1" && total.member("items") != "0", "\(shown.json.text())")
            for figure in UnitFigure.allCases {
                let count = try #require(Int(total.member(figure.rawValue)))
                let address = "\(place)/unit-table/items?campaign=\(campaign)&asOf=2023-06-20&total=true&figure=\(figure.rawValue)"
                let link = address.replacing("&", with: "&amp;") + "\">\(VietnameseNumber.text(count))</a>"
                #expect(page.body.contains(link) == (count > 0), "\(figure) of \(place): \(page.body)")
                let list = try await province.call(.get, address + "&format=json", headers: cookie)
                guard case .array(let items) = try StrictJSON.parse(Array(list.body.utf8)) else {
                    Issue.record("\(figure) of \(place): \(list.body)")
                    continue
                }
                #expect(items.count == count, "\(figure) of \(place): \(list.body)")
            }
        }
        let all = try await api.send(
            .get, "/api/v1/province/items?limit=200&campaign=\(campaign)&role=lead&origin=province&timeliness=overdue", as: office)
        #expect(all.items.count == 2, "the control: the newspaper's is there")

        // What has no date yet has a list of its own.
        let cookie: HTTPFields = [.cookie: "thidua=\(office.text)"]
        let address = "/unit-table/items?campaign=\(campaign)&asOf=2023-06-20&total=true&undated=true"
        let whole = try await province.call(.get, "/unit-table?campaign=\(campaign)", headers: cookie)
        #expect(whole.body.contains("\(address.replacing("&", with: "&amp;"))\""), "\(whole.body)")
        let list = try await province.call(.get, address + "&format=json", headers: cookie)
        guard case .array(let items) = try StrictJSON.parse(Array(list.body.utf8)) else { throw Problem.notFound }
        #expect(items.map { $0.member("id") } == [undated.description], "\(list.body)")
    }

    @Test("keeps in its total what a unit leads that has ended, live and as the worker counted it, until it is passed on")
    func ended() async throws {
        let bench = try await bench("BANG-7")
        let campaign = bench.campaign
        let district = try await province.freshDistrict()
        _ = try await bench.assign(to: district, due: "2023-06-12")
        let before = try await table(campaign)
        #expect(before.items.contains { $0.member("tenant") == district }, "\(before.json.text())")
        let slug = try #require(Tenant.Slug(district))
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.close(slug, lastDay: Plans.day("2023-06-19"))
        }
        func check(_ shown: APIAnswer) {
            #expect(shown.json.members("total") == before.json.members("total"), "\(shown.json.text())")
            let row = shown.items.first { $0.member("tenant") == district } ?? .null
            #expect(row.member("endedOn") == "2023-06-19" && row.members("figures").member("overdue") == "1", "\(row.text())")
        }
        check(try await table(campaign))
        let cookie: HTTPFields = [.cookie: "thidua=\(office.text)"]
        let page = try await province.call(.get, "/unit-table?campaign=\(campaign)", headers: cookie)
        #expect(page.body.contains("đã kết thúc hoạt động ngày 19/06/2023"), "\(page.body)")
        let list = try await province.call(
            .get, "/unit-table/items?campaign=\(campaign)&asOf=2023-06-20&total=true&figure=overdue&format=json", headers: cookie)
        guard case .array(let items) = try StrictJSON.parse(Array(list.body.utf8)) else { throw Problem.notFound }
        #expect(String(items.count) == before.json.members("total").member("overdue"), "\(list.body)")
        try await province.asSuperuser("UPDATE core.unit_table_rule SET live_units = 0")
        try await count()
        let counted = try await table(campaign)
        #expect(counted.json.member("isLive") == "false", "\(counted.json.text())")
        check(counted)
        #expect(counted.items == (try await table(campaign, "&live=true")).items, "\(counted.json.text())")
        try await province.asSuperuser("UPDATE core.unit_table_rule SET live_units = 150")
    }

    @Test("shows as of a past day what that day showed, and what changed between two days with the old value struck through")
    func pastDays() async throws {
        let bench = try await bench("BANG-2")
        let item = try await bench.assign(to: "district_102", due: "2023-06-22")
        var shown: [String: APIAnswer] = [:]
        let steps: [(String, @Sendable () async throws -> Void)] = [
            ("2023-06-20", {}),
            ("2023-06-23", {}),
            ("2023-06-24", { try await bench.finish(item, in: "district_102", on: "2023-06-24") }),
            ("2023-06-27", { try await bench.accept(item) }),
            ("2023-07-03", { _ = try await bench.assign(to: "district_102", due: "2023-07-05") }),
        ]
        for (day, act) in steps {
            try await bench.move(to: day)
            try await act()
            let answer = try await table(bench.campaign)
            #expect(answer.status == 200, "\(answer.json.text())")
            shown[day] = answer
        }
        try await bench.move(to: "2023-07-20")
        for (day, then) in shown {
            let again = try await table(bench.campaign, "&asOf=\(day)")
            #expect(again.items == then.items && again.json.members("total") == then.json.members("total"), "\(day)")
        }
        #expect(
            Set(shown.values.map { figures("102", in: $0).text() }).count == 5, "the control: the days differ")
        #expect(try await table(bench.campaign, "&asOf=2023-07-21").faults == ["?asOf"])
        // What was reported on 20/6 and 24/6 lies in the period from 15/6 to 14/7.
        for (day, reported) in [("2023-07-14", "2"), ("2023-07-15", "0")] {
            let shown = try await table(bench.campaign, "&asOf=\(day)")
            #expect(figures("102", in: shown).member("reported") == reported, "\(day)")
        }

        let changes = try await api.send(
            .get, "/api/v1/province/unit-table/changes?campaign=\(bench.campaign)&from=2023-06-23&to=2023-06-27", as: office)
        let row = try #require(changes.items.first { $0.members("after").member("code") == "102" }, "\(changes.json.text())")
        #expect(row.member("effect") == "changed")
        #expect(row.members("before").members("figures") == figures("102", in: try #require(shown["2023-06-23"])))
        #expect(row.members("after").members("figures") == figures("102", in: try #require(shown["2023-06-27"])))
        #expect(Set(changes.items.map { $0.members("after").member("code") }) == ["101", "102"], "what is the same is left out")
        let page = try await province.call(
            .get, "/unit-table/changes?campaign=\(bench.campaign)&from=2023-06-23&to=2023-06-27",
            headers: [.cookie: "thidua=\(office.text)"])
        for after in ["0", "2"] {
            let pair = try Regex(
                "<del><a href=\"([^\"]*)\">1</a></del> <a href=\"([^\"]*)\">\(after)</a>", as: (Substring, Substring, Substring).self)
            let links = try #require(page.body.firstMatch(of: pair), "\(page.body)").output
            for (link, count) in [(String(links.1), "1"), (String(links.2), after)] {
                let list = try await province.call(
                    .get, link.replacing("&amp;", with: "&"), headers: [.cookie: "thidua=\(office.text)"])
                #expect(list.status == .ok && list.body.contains(" \(count) nhiệm vụ"), "\(link): \(list.body)")
            }
        }
        let backwards = try await api.send(
            .get, "/api/v1/province/unit-table/changes?campaign=\(bench.campaign)&from=2023-06-27&to=2023-06-23", as: office)
        #expect(backwards.faults == ["?from"])
        try await bench.move(to: "2023-06-20")
    }

    @Test("is shown as the worker counted it where there are many units; its comparison with the ledger finds what was planted")
    func counted() async throws {
        let bench = try await bench("BANG-3")
        let campaign = bench.campaign
        let isLiveBefore = try await table(campaign).json.member("isLive")
        #expect(isLiveBefore == "true")
        try await province.asSuperuser("UPDATE core.unit_table_rule SET live_units = 0")
        try await count()
        let counted = try await table(campaign)
        #expect(counted.json.member("isLive") == "false", "\(counted.json.text())")
        #expect(counted.json.members("check").member("differing") == "0" && counted.text("standing").contains(":"))
        let live = try await table(campaign, "&live=true")
        #expect(live.json.member("isLive") == "true" && live.items == counted.items, "\(live.json.text()) \(counted.json.text())")
        // Down to each commune, as it shows when it is opened.
        let inside = try await table(campaign, in: "district_101")
        #expect(inside.items.count > 1 && inside.json.member("isLive") == "true")
        let below = try await province.count(
            """
            SELECT count(*)
            FROM core.unit_day AS d
                JOIN core.campaign AS c ON c.id = d.campaign_id
                JOIN core.tenant AS t ON t.id = d.tenant_id
            WHERE c.code = \(campaign) AND t.slug = 'district_101' AND d.day = '2023-06-20'
            """)
        #expect(below == inside.items.count)

        // What comes after the count shows live, and with the next count.
        let item = try await bench.assign(to: "district_102", due: "2023-06-10")
        #expect(try await table(campaign).items == counted.items)
        let after = try await table(campaign, "&live=true")
        #expect(figures("102", in: after).member("overdue") == "1", "\(item)")
        try await count()
        #expect(try await table(campaign).items == after.items)

        // On the next day, when this one is over.
        try await bench.move(to: "2023-06-21")
        try await count()
        let planted = """
            UPDATE core.unit_day AS d SET items = d.items + 1
            FROM core.campaign AS c, core.tenant AS t
            WHERE c.id = d.campaign_id AND c.code = '\(campaign)' AND t.id = d.tenant_id AND t.slug = 'district_101' AND d.unit_id = d.tenant_id
              AND d.day = '2023-06-20'
            """
        try await province.asSuperuser(planted)
        try await count()
        let found = try await table(campaign)
        #expect(found.json.members("check").member("differing") == "1", "\(found.json.text())")
        #expect(found.json.members("check").member("words").contains("lệch 1/"))
        let page = try await province.call(.get, "/unit-table?campaign=\(campaign)", headers: [.cookie: "thidua=\(office.text)"])
        #expect(page.body.contains("lệch 1/"), "\(page.body)")
        try await province.asSuperuser(planted.replacing("items + 1", with: "items - 1"))
        try await count()
        #expect(try await table(campaign).json.members("check").member("words").hasSuffix("khớp"))
        try await province.asSuperuser("UPDATE core.unit_table_rule SET live_units = 150")
        try await bench.move(to: "2023-06-20")
    }

    @Test("shows a unit its own rows alone, of the day and of the reporting period before")
    func ownRows() async throws {
        let campaign = try await bench("BANG-4").campaign
        // Its parts were known at the end of the period before.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE district_101.sub_unit SET recorded_on = '2023-01-01';
            UPDATE district_101.sub_unit_version SET recorded_on = '2023-01-01'
            """)
        try await count()
        let head = province.token(of: .unitHead, in: "district_101")
        let own = try await table(campaign, in: "district_101", as: head)
        #expect(own.status == 200 && own.items.count > 1, "\(own.json.text())")
        #expect(own.items.allSatisfy { $0.member("tenant") == "district_101" && $0.members("change") != .null })
        let officer = province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")
        let part = try await table(campaign, in: "district_101", as: officer)
        let codes = part.items.map { $0.member("code") }
        #expect(codes.contains("10101") && !codes.contains("101") && !codes.contains("10102"), "\(part.json.text())")
        #expect(try await table(campaign, in: "district_102", as: head).status == 404)
        #expect(try await table(campaign, as: head).status == 403)
    }
}

import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing

/// Who sees which verdicts, over HTTP.
@Suite("Verdicts over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct JudgementAPITests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func units(_ answer: APIAnswer) -> [String] {
        answer.list("units").map { "\($0.member("code")) \($0.member("verdict"))" }
    }

    @Test("the Office sees all units, a district itself, and nobody another")
    func sight() async throws {
        let judged = try await JudgedProvince(province, campaign: "XET-1")
        let all = try await api.send(.get, "/api/v1/province/judgement\(judged.query)", as: province.token(of: .officeMonitor))
        #expect(all.status == 200)
        #expect(
            units(all) == [
                "VPUB insufficientBasis", "SNV insufficientBasis", "TTT insufficientBasis", "101 fail", "102 pending",
            ], "\(units(all))")
        for role in [Role.chairman, .councilMember, .auditor, .homeAffairsOfficer] {
            let same = try await api.send(.get, "/api/v1/province/judgement\(judged.query)", as: province.token(of: role))
            #expect(same.json == all.json)
        }
        let head = province.token(of: .unitHead, in: "district_101")
        let own = try await api.send(.get, "/api/v1/tenants/district_101/judgement\(judged.query)", as: head)
        #expect(units(own) == ["101 fail"])
        #expect(own.list("units") == all.list("units").filter { $0.member("code") == "101" })
        let one = try await api.send(.get, "/api/v1/province/judgement\(judged.query)&code=101", as: province.token(of: .officeMonitor))
        #expect(one.list("units") == own.list("units"))
        #expect(try await api.send(.get, "/api/v1/province/judgement\(judged.query)", as: head).status == 403)
        let foreign = try await api.send(.get, "/api/v1/tenants/district_102/judgement\(judged.query)", as: head)
        #expect(foreign.status == 404)
        #expect(try await api.send(.get, "/api/v1/tenants/district_101/judgement\(judged.query)&code=102", as: head).status == 404)
        let looked = try await api.send(
            .get, "/api/v1/tenants/district_101/judgement\(judged.query)", as: province.token(of: .officeMonitor))
        #expect(looked.json == own.json)
    }

    @Test("a sub-unit is judged by its own ledger, without individuals; who sees his own items alone judges nobody")
    func subUnits() async throws {
        let judged = try await JudgedProvince(province, campaign: "XET-2")
        let commune = province.token(of: .subUnitHead, in: "district_101", unit: "10101")
        let own = try await api.send(.get, "/api/v1/tenants/district_101/judgement\(judged.query)", as: commune)
        #expect(units(own) == ["101/10101 insufficientBasis"])
        let tree = try await api.send(.get, "/api/v1/tenants/district_101/judgement\(judged.query)&tier=subUnits", as: commune)
        #expect(units(tree) == ["101/10101 insufficientBasis", "101/TT01 insufficientBasis"])
        let beside = try await api.send(.get, "/api/v1/tenants/district_101/judgement\(judged.query)&code=10102", as: commune)
        #expect(beside.status == 404)
        let head = province.token(of: .unitHead, in: "district_101")
        let below = try await api.send(.get, "/api/v1/tenants/district_101/judgement\(judged.query)&tier=subUnits", as: head)
        #expect(below.list("units").count == 6)
        #expect(units(try await api.send(.get, "/api/v1/tenants/district_101/judgement\(judged.query)&code=PNV", as: head)).count == 1)
        let everywhere = try await api.send(
            .get, "/api/v1/province/judgement\(judged.query)&tier=subUnits", as: province.token(of: .officeMonitor))
        #expect(Set(units(everywhere)).isSuperset(of: units(below)))
        let alone = try await api.send(
            .get, "/api/v1/tenants/district_101/judgement\(judged.query)",
            as: province.token(of: .individual, in: "district_101", unit: "10101"))
        #expect(alone.status == 403)
    }

    @Test("explains down to the paper, on page, API and command alike")
    func explained() async throws {
        let judged = try await JudgedProvince(province, campaign: "XET-3")
        let head = province.token(of: .unitHead, in: "district_101")
        let answer = try await api.send(.get, "/api/v1/tenants/district_101/judgement/explanation\(judged.query)", as: head)
        let reason = try #require(answer.list("units").first?.members("explanation").elements("reasons").first)
        #expect(reason.member("rule") == "late" && reason.member("detail").contains("11/06/2023"))
        let papers = reason.members("papers")
        #expect(papers.member("id") == judged.late.description)
        #expect(papers.member("source") == "Quyết định số 503/QĐ-XET-3 ngày 20/03/2023, mục Danh mục")
        let acts = papers.elements("acts").map { "\($0.member("on")) \($0.member("words"))" }
        #expect(acts == ["2023-06-11 báo cáo kết quả, văn bản số 12/BC-district_101 của UBND", "2023-06-20 xác nhận hoàn thành"])

        let command = try await Executable.run(
            ["judge", "--campaign", judged.campaign, "--review", "interim", "--as-of", "2023-06-20", "--explain", "--output", "json"],
            environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": head.text])
        #expect(command.code == 0, "\(command.errors)")
        #expect(try StrictJSON.parse(command.output.utf8) == answer.json)

        // Beside the mark: the confirmed step, and whose delay it was (A27); of reports no narrative.
        let overdue = try await judged.overdue()
        let office = province.token(of: .officeMonitor)
        for (path, token) in [("tenants/district_101", head), ("province", office)] {
            let answer = try await api.send(.get, "/api/v1/\(path)/judgement/explanation\(judged.query)&code=101", as: token)
            let reasons = answer.list("units").first?.members("explanation").elements("reasons") ?? []
            let papers = try #require(reasons.map { $0.members("papers") }.first { $0.member("id") == overdue.description })
            #expect(
                papers.elements("acts").map { "\($0.member("on")) \($0.member("words"))" } == [
                    "2023-06-05 báo cáo tiến độ 50%, văn bản số 9/BC",
                    "2023-06-11 đề nghị gia hạn đến 30/06/2023, văn bản số 45/UBND, Chờ ý kiến của Bộ",
                    "2023-06-12 chậm quyết định gia hạn, cơ quan giao chưa quyết định đến ngày hết hạn; không phải lỗi của đơn vị",
                    "2023-06-20 xác nhận tiến độ 50%",
                ], "\(path)")
        }
    }

    @Test("other parameters are tried by the Office, Home Affairs and the leadership, and by nobody else")
    func whatIf() async throws {
        let judged = try await JudgedProvince(province, campaign: "XET-4")
        let path = "/api/v1/province/judgement/what-if\(judged.query)&minimumEarlyWorkingDays=3"
        for role in [Role.officeChief, .officeMonitor, .homeAffairsOfficer, .chairman, .viceChairman] {
            let answer = try await api.send(.get, path, as: province.token(of: role))
            #expect(answer.status == 200, "\(role)")
            #expect(answer.list("parameters").map { $0.member("after") } == ["3"])
        }
        for role in [Role.councilMember, .auditor] {
            #expect(try await api.send(.get, path, as: province.token(of: role)).status == 403, "\(role)")
        }
        #expect(try await api.send(.get, path, as: province.token(of: .unitHead, in: "district_101")).status == 403)
        let office = province.token(of: .officeMonitor)
        let wrong = try await api.send(.get, "/api/v1/province/judgement/what-if\(judged.query)&s2Rule=all", as: office)
        #expect(wrong.status == 422 && wrong.faults == ["$.s2Rule"])
        let none = try await api.send(.get, "/api/v1/province/judgement/what-if\(judged.query)", as: office)
        #expect(none.status == 422)
    }

    @Test("the file of the API is the file of the command, and judging it gives the same answer")
    func file() async throws {
        let judged = try await JudgedProvince(province, campaign: "XET-5")
        let office = province.token(of: .officeMonitor)
        let path = "/api/v1/province/ledger-file\(judged.query)"
        let answer = try await province.call(.get, path, token: office)
        #expect(answer.status == .ok && answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        let verdicts = Judgement.judge(try LedgerFile(reading: answer.body.utf8)).json
        #expect(try await api.send(.get, "/api/v1/province/judgement\(judged.query)", as: office).json == verdicts)
        let command = try await Executable.run(
            ["ledger", "export", "--campaign", judged.campaign, "--review", "interim", "--as-of", "2023-06-20"],
            environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": office.text])
        #expect(command.code == 0 && command.output == answer.body + "\n", "\(command.errors)")
    }

    @Test("from its own day until it is frozen a review is judged by that day, whatever was done since, on pages and their files too")
    func ownDay() async throws {
        let judged = try await JudgedProvince(province, campaign: "XET-6")
        let office = province.token(of: .officeMonitor)
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-07-10'")
        _ = try await JudgedProvince.item(
            to: "district_102", due: "2023-07-20", done: "2023-07-05", judged.directive, judged.campaign, province)
        let query = "?campaign=\(judged.campaign)&review=interim"
        let path = "/api/v1/province/judgement\(query)"
        let now = try await api.send(.get, path, as: office)
        let then = try await api.send(.get, path + "&asOf=2023-06-30", as: office)
        #expect(now.status == 200 && now.json == then.json)
        #expect(units(now).contains("102 fail"), "no progress by that day: \(units(now))")
        let later = try await api.send(.get, path + "&asOf=2023-07-10", as: office)
        #expect(!units(later).contains("102 fail"), "the control, whoever asks for another day: \(units(later))")
        for shown in ["/judgement", "/units/district_102/judgement", "/mottos"] {
            let page = try await province.call(.get, shown + query, headers: [.cookie: "thidua=\(office.text)"])
            let day = "name=\"asOf\" type=\"date\" value=\"2023-06-30\""
            #expect(page.status == .ok && page.body.contains(day), "\(shown): \(page.body)")
            if shown != "/mottos" { #expect(page.body.contains("review=interim&amp;asOf=2023-06-30&amp;format=csv"), "\(shown)") }
        }
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-06-20'")
    }

    @Test("a fault of the query is named", arguments: [("", "?campaign"), ("?campaign=X", "?review"), ("?campaign=X&review=x", "?review")])
    func faults(_ query: String, _ fault: String) async throws {
        let answer = try await api.send(.get, "/api/v1/province/judgement\(query)", as: province.token(of: .officeMonitor))
        #expect(answer.status == 422 && answer.faults == [fault])
    }
}

extension JSONValue {
    fileprivate func elements(_ name: String) -> [JSONValue] {
        guard case .array(let elements) = members(name) else { return [] }
        return elements
    }
}

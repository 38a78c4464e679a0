import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite("Sub-units over HTTP", .province(opening: 5), .timeLimit(.minutes(30)))
struct UnitRouteTests {
    let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func opened(_ code: String, _ more: [(String, JSONValue)] = [], in district: String) async throws -> APIAnswer {
        let fields: [(String, JSONValue)] = [("code", .string(code)), ("name", "Tân Lộc"), ("kind", "xa"), ("legalPersonality", true)]
        return try await api.send(
            .post, "/api/v1/tenants/\(district)/units", as: province.token(of: .councilSecretary, in: district),
            .object(JSONObject(fields + more)))
    }

    @Test("opened, shown, changed from a day, closed")
    func wholeWay() async throws {
        let district = try await province.freshDistrict()
        let secretary = province.token(of: .councilSecretary, in: district)
        let unit = try await opened("X1", [("openedOn", "2023-01-01")], in: district)
        #expect(unit.status == 201)
        #expect(unit.version == "\"1\"")
        #expect((unit.text("fullName"), unit.text("kindName")) == ("Xã Tân Lộc", "xã"))
        #expect(unit.text("parent") == province.tenant(district).description)
        let path = "/api/v1/tenants/\(district)/units/\(unit.text("id"))"
        let changed = try await api.send(
            .patch, path, as: secretary, ["name": "Tân Lộc Đông", "validFrom": "2023-05-01"], version: unit.version)
        #expect(changed.status == 200)
        #expect(changed.version == "\"2\"")
        #expect(changed.text("fullName") == "Xã Tân Lộc Đông")
        #expect(try await api.send(.get, path + "?asOf=2023-04-30", as: secretary).text("name") == "Tân Lộc")
        #expect(try await api.send(.get, path + "/history", as: secretary).items.map { $0.member("name") } == ["Tân Lộc Đông", "Tân Lộc"])
        let closed = try await api.send(.post, path + "/closure", as: secretary, ["lastDay": "2023-06-10"], version: changed.version)
        #expect(closed.status == 200)
        #expect(closed.text("closedOn") == "2023-06-10")
        let list = try await api.send(.get, "/api/v1/tenants/\(district)/units?kind=xa&limit=200", as: secretary)
        #expect(!list.items.contains { $0.member("code") == "X1" })
        let all = try await api.send(.get, "/api/v1/tenants/\(district)/units?kind=xa&closed=true&limit=200", as: secretary)
        #expect(all.items.contains { $0.member("code") == "X1" })
        let cookie: HTTPFields = [.cookie: "\(Credentials.cookieName(secure: province.backend.secure))=\(secretary.text)"]
        #expect(try await province.call(.get, "/people", headers: cookie).body.contains("Mở lại đơn vị"))
        let again = try await api.send(.post, path + "/reopening", as: secretary, version: closed.version)
        #expect(again.status == 200 && again.text("closedOn").isEmpty, "\(again.json)")
        #expect(try await api.send(.post, path + "/reopening", as: secretary, version: again.version).code == "not-closed")
        let runner = CommandRunner(database: province.url, entrance: province.entrance)
        _ = try await runner.run(["unit", "close", "X1", "--tenant", district, "--last-day", "2023-05-31"], as: secretary)
        let reopened = try await runner.run(["unit", "reopen", "X1", "--tenant", district], as: secretary)
        #expect(reopened.text.contains("Tân Lộc Đông"), "\(reopened.text)")
        let open = try await api.send(.get, path, as: secretary)
        #expect(open.text("closedOn").isEmpty)
        let mistake = try await api.send(.post, path + "/closure", as: secretary, ["lastDay": "2023-06-01"], version: open.version)
        let shown = try await province.call(.get, "/people", headers: cookie).body
        let sent = try await province.submit(
            "/people/reopen", "unit=\(unit.text("id"))&version=\(mistake.version?.filter(\.isNumber) ?? "")", of: shown,
            cookie: cookie[.cookie] ?? "")
        #expect(sent.status == .seeOther, "\(sent.body)")
        #expect(try await !province.call(.get, "/people", headers: cookie).body.contains("Mở lại đơn vị"))
    }

    @Test("a change that is shown later shows what it made, from its day")
    func later() async throws {
        let district = try await province.freshDistrict()
        let unit = try await opened("X1", in: district)
        let path = "/api/v1/tenants/\(district)/units/\(unit.text("id"))"
        let token = province.token(of: .unitHead, in: district)
        let changed = try await api.send(.patch, path, as: token, ["name": "Mới", "validFrom": "2023-12-01"], version: unit.version)
        #expect((changed.text("name"), changed.text("validFrom")) == ("Mới", "2023-12-01"))
        #expect(try await api.send(.get, path, as: token).text("name") == "Tân Lộc")
    }

    @Test("the version must be named, and be the present one")
    func versions() async throws {
        let district = try await province.freshDistrict()
        let unit = try await opened("X1", in: district)
        let token = province.token(of: .tenantAdmin, in: district)
        let path = "/api/v1/tenants/\(district)/units/\(unit.text("id"))"
        for (method, place) in [(HTTPRequest.Method.patch, path), (.post, path + "/closure")] {
            #expect(try await api.send(method, place, as: token, [:]).status == 428)
            #expect(try await api.send(method, place, as: token, method == .patch ? ["position": 3] : [:], version: "\"7\"").status == 412)
        }
    }

    @Test("the same request with the same key opens one unit")
    func repeated() async throws {
        let district = try await province.freshDistrict()
        let token = province.token(of: .tenantAdmin, in: district)
        let body: JSONValue = ["code": "X1", "name": "Tân Lộc", "kind": "xa", "legalPersonality": true]
        let key: HTTPFields = [HTTPField.Name("Idempotency-Key")!: "k1"]
        let path = "/api/v1/tenants/\(district)/units"
        let first = try await api.send(.post, path, as: token, body, headers: key)
        let second = try await api.send(.post, path, as: token, body, headers: key)
        #expect((first.status, second.status) == (201, 201))
        #expect(first.json == second.json)
        let without = try await api.send(.post, path, as: token, body)
        #expect(without.status == 409)
        #expect(without.code == "code-taken")
        #expect(without.faults == ["$.code"])
    }

    @Test("every fault of a body is named at once")
    func faults() async throws {
        let answer = try await api.send(
            .post, "/api/v1/tenants/district_101/units", as: province.token(of: .tenantAdmin, in: "district_101"),
            ["code": " ", "kind": "lang", "legalPersonality": "có", "parent": "x", "openedOn": "2023-02-30", "mau": 1])
        #expect(answer.status == 422)
        #expect(Set(answer.faults) == ["$.code", "$.name", "$.kind", "$.legalPersonality", "$.parent", "$.openedOn", "$.mau"])
    }

    @Test("the Office reads but does not write; another district finds nothing, as under an absent one")
    func others() async throws {
        let path = "/api/v1/tenants/district_101/units"
        let body: JSONValue = ["code": "N1", "name": "Một", "kind": "phong", "legalPersonality": false]
        let office = province.token(of: .officeMonitor)
        #expect(try await api.send(.get, path, as: office).status == 200)
        #expect(try await api.send(.post, path, as: office, body).status == 403)
        let neighbour = province.token(of: .tenantAdmin, in: "district_102")
        #expect(try await api.send(.get, path, as: neighbour).status == 404)
        #expect(try await api.send(.post, path, as: neighbour, body).status == 404)
        let commune = province.token(of: .subUnitHead, in: "district_101", unit: "10101")
        #expect(try await api.send(.get, path, as: commune).status == 200)
        #expect(try await api.send(.post, path, as: commune, body).status == 403)
        #expect(try await api.send(.get, path, as: nil).status == 401)
    }

    @Test("a list is read page by page by its cursor; a cursor that is not ours is a fault")
    func pages() async throws {
        let token = province.token(of: .clerk, in: "district_102")
        var codes: [String] = []
        var cursor = ""
        repeat {
            let page = try await api.send(
                .get, "/api/v1/tenants/district_102/units?limit=3" + (cursor.isEmpty ? "" : "&cursor=\(cursor)"), as: token)
            codes += page.items.map { $0.member("code") }
            cursor = page.text("next")
        } while !cursor.isEmpty
        #expect(codes.count == 7 && Set(codes).count == 7)
        for wrong in ["zz", "00", "78"] {
            let answer = try await api.send(.get, "/api/v1/tenants/district_102/units?cursor=\(wrong)", as: token)
            #expect(answer.status == 422)
            #expect(answer.faults == ["?cursor"])
        }
        // Nor is one of another list whose keys look the same, which would seem to be at its end.
        let head = province.token(of: .unitHead, in: "district_102")
        let next = try await api.send(.get, "/api/v1/tenants/district_102/people?limit=1", as: head).text("next")
        #expect(try await api.send(.get, "/api/v1/tenants/district_102/people?limit=1&cursor=\(next)", as: head).items.count == 1)
        let posts = try await api.send(.get, "/api/v1/tenants/district_102/posts?cursor=\(next)", as: head)
        #expect(posts.status == 422)
        #expect(posts.faults == ["?cursor"])
    }

    @Test("of a unit that has ended nobody writes, and who might have hears that it has ended, on its pages too")
    func ended() async throws {
        let district = try await province.freshDistrict()
        try await province.bring(try Plans.shipped("ENDED"))
        let name = try await api.send(.get, "/api/v1/tenants/\(district)", as: province.token(of: .clerk, in: district)).text("fullName")
        let head = province.token(of: .unitHead, in: district)
        let cookie: HTTPFields = [.cookie: "\(Credentials.cookieName(secure: province.backend.secure))=\(head.text)"]
        func cascaded() async throws -> APIAnswer {
            try await api.send(.post, "/api/v1/tenants/\(district)/campaigns/ENDED/cascade", as: head)
        }
        func given() async throws -> [String] {
            let item: JSONValue = ["lead": .string(name), "kind": "task", "title": "Việc", "sector": "không có", "dueWords": "năm 2023"]
            let refused = try await api.send(.post, "/api/v1/province/items", as: province.token(of: .officeMonitor), item)
            return refused.list("errors").filter { $0.member("path") == "$.lead" }.map { $0.member("reason") }
        }
        let notice = "Đơn vị đã kết thúc hoạt động sau ngày 19/06/2023: chỉ xem, không ghi."
        // The controls, while it stands.
        #expect(try await opened("X1", in: district).status == 201)
        #expect(try await cascaded().code == "not-launched-yet")
        #expect(try await given().isEmpty)
        #expect(try await !province.call(.get, "/", headers: cookie).body.contains(notice))

        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.close(Tenant.Slug(district)!, lastDay: CivilDate("2023-06-19")!)
        }
        let refused = try await opened("X2", in: district)
        #expect((refused.status, refused.code) == (403, "unit-ended"))
        #expect(try await cascaded().code == "unit-ended")
        #expect(try await province.call(.get, "/directives/new", headers: cookie).body.contains("Đơn vị đã kết thúc hoạt động: chỉ xem"))
        #expect(try await province.call(.get, "/", headers: cookie).body.contains(notice))
        #expect(try await given() == ["“\(name)” đã kết thúc hoạt động sau ngày 19/06/2023; ghi đơn vị kế thừa"])
        // Who never might hears who may.
        let clerk = try await api.send(
            .post, "/api/v1/tenants/\(district)/units", as: province.token(of: .clerk, in: district),
            ["code": "X3", "name": "X", "kind": "xa", "legalPersonality": true])
        #expect((clerk.status, clerk.code) == (403, "not-allowed"))
    }

    @Test("every officer may know which units the province has, and enter his own alone")
    func tenants() async throws {
        let token = province.token(of: .individual, in: "district_101", unit: "10101")
        let list = try await api.send(.get, "/api/v1/tenants?kind=district", as: token)
        #expect(list.items.map { $0.member("slug") }.contains("district_102"))
        #expect(try await api.send(.get, "/api/v1/tenants/district_101", as: token).text("slug") == "district_101")
        #expect(try await api.send(.get, "/api/v1/tenants/district_102", as: token).status == 404)
    }
}

import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Why somebody may do something or not", .province, .timeLimit(.minutes(30)))
struct ExplainAccessTests {
    private let province = Province.current

    private func ask(
        _ action: String, _ object: String, as token: Token, person: Person.ID? = nil
    ) async throws -> APIAnswer {
        let whom = person.map { "&person=\($0)" } ?? ""
        return try await APICaller(province).send(.get, "/api/v1/access/explanation?action=\(action)&object=\(object)\(whom)", as: token)
    }

    private func rule(_ action: String, _ object: String, as token: Token, person: Person.ID? = nil) async throws -> String {
        let items = try await ask(action, object, as: token, person: person).items
        return items.map { "\($0.member("allowed")) \($0.member("relation")) \($0.member("rule"))" }.joined(separator: "; ")
    }

    @Test("names the rule that decided: role, reach, relation")
    func rules() async throws {
        let head = province.token(of: .subUnitHead, in: "district_101", unit: "10101")
        let own = province.unit("10101", in: "district_101")
        let below = province.unit("TT01", in: "district_101")
        let beside = province.unit("10102", in: "district_101")
        #expect(try await rule("launch.report", "unit:\(own)", as: head) == "true own reach")
        #expect(try await rule("launch.report", "unit:\(below)", as: head) == "true sub_unit reach")
        #expect(try await rule("launch.report", "unit:\(beside)", as: head) == "false sibling reach")
        #expect(try await rule("launch.report", "tenant:district_101", as: head) == "false parent reach")
        #expect(try await rule("directory.manage", "unit:\(own)", as: head) == "false own role")
        #expect(try await rule("item.read", "tenant:district_102", as: head) == "false foreign_tenant relation")
        #expect(try await rule("campaign.launch", "province", as: province.token(of: .chairman)) == "true province role")
        #expect(try await rule("item.read", "tenant:district_102", as: province.token(of: .officeMonitor)) == "true foreign_tenant role")
    }

    @Test("answers what is another tenant's like what is not there")
    func foreign() async throws {
        let token = province.token(of: .tenantAdmin, in: "district_101")
        let foreign = try await ask("item.read", "unit:\(province.unit("10201", in: "district_102"))", as: token)
        let absent = try await ask("item.read", "unit:00000000-0000-7000-8000-000000000000", as: token)
        #expect(foreign.status == 200)
        for name in ["allowed", "relation", "rule", "text"] {
            #expect(foreign.items.map { $0.member(name) } == absent.items.map { $0.member(name) })
        }
        // The control: one's own is in sight.
        #expect(try await rule("item.read", "unit:\(province.unit("10101", in: "district_101"))", as: token) == "true sub_unit reach")
    }

    @Test("about another person only for who keeps the directory and the auditor")
    func others() async throws {
        let person = province.person(of: .subUnitOfficer, in: "district_101", unit: "10101")
        let unit = "unit:\(province.unit("10101", in: "district_101"))"
        #expect(
            try await rule("item.assign", unit, as: province.token(of: .tenantAdmin, in: "district_101"), person: person)
                == "false own role")
        #expect(try await ask("item.assign", unit, as: province.token(of: .clerk, in: "district_101"), person: person).status == 403)
        #expect(try await ask("item.assign", unit, as: province.token(of: .tenantAdmin, in: "district_102"), person: person).status == 404)
        let own = province.person(of: .clerk, in: "dept_ttt")
        #expect(try await rule("launch.report", "tenant:dept_ttt", as: province.token(of: .auditor), person: own) == "true own reach")
    }

    @Test("a post that is over decides first, whatever its role")
    func over() async throws {
        let person = province.person(of: .individual, in: "district_101", unit: "10102")
        let post = province.post(of: .individual, in: "district_101", unit: "10102")
        try await province.asSuperuser("UPDATE core.post SET valid_to = '2023-06-19' WHERE id = '\(post)'")
        let admin = province.token(of: .tenantAdmin, in: "district_101")
        #expect(try await rule("catalogue.read", "province", as: admin, person: person) == "false province post_over")
    }

    @Test("the page says the same in Vietnamese, and asks again for what it does not understand")
    func page() async throws {
        let token = province.token(of: .subUnitHead, in: "district_101", unit: "10101")
        let empty = try await province.call(.get, "/access", token: token)
        #expect(empty.status == .ok && empty.body.contains("Vì sao tôi không xem được?"))
        let answer = try await province.call(.get, "/access?action=item.read&object=tenant:district_102", token: token)
        #expect(answer.body.contains("không được xem nhiệm vụ, chỉ tiêu đối với nội dung của đơn vị khác"))
        // The same by the address of what was refused, which the refusal hands over, and by the unit's name.
        let refused = try await province.call(.get, "/units/district_102/months", token: token).body
        #expect(refused.contains("/access?object=/units/district_102/months"), "\(refused)")
        for object in ["/units/district_102/months", "https%3A%2F%2Fthidua.vn%2Funits%2Fdistrict_102%2Fitems%2Fx", "SNV"] {
            let named = try await province.call(.get, "/access?action=item.read&object=\(object)", token: token)
            #expect(named.body.contains("không được xem nhiệm vụ, chỉ tiêu đối với nội dung của đơn vị khác"), "\(object)")
        }
        let whole = try await province.call(.get, "/access?action=catalogue.read&object=", token: token).body
        #expect(whole.contains("role=\"status\"") && !whole.contains("role=\"alert\""), "nothing is the province")
        let odd = try await province.call(.get, "/access?action=item.read&object=%3Cb%3E", token: token)
        #expect(odd.body.contains("role=\"alert\"") && !odd.body.contains("<b>"))
    }
}

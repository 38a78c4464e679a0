import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing

@Suite("People and posts over HTTP", .province(opening: 6), .timeLimit(.minutes(30)))
struct PeopleRouteTests {
    let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func added(_ name: String, in district: String) async throws -> APIAnswer {
        try await api.send(
            .post, "/api/v1/tenants/\(district)/people", as: province.token(of: .tenantAdmin, in: district),
            ["fullName": .string(name), "kind": "vien_chuc", "activeFrom": "2023-01-01"])
    }

    @Test("entered, changed, listed by given name, and gone after the last day")
    func wholeWay() async throws {
        let district = try await province.freshDistrict()
        let token = province.token(of: .tenantAdmin, in: district)
        let person = try await added("Trần Thị Bé", in: district)
        _ = try await added("Võ Văn Ba", in: district)
        #expect(person.status == 201)
        let path = "/api/v1/tenants/\(district)/people"
        let changed = try await api.send(
            .patch, path + "/\(person.text("id"))", as: token, ["fullName": "Trần Thị An", "validFrom": "2023-06-01"],
            version: person.version)
        #expect(changed.version == "\"2\"")
        let names = try await api.send(.get, path + "?kind=vien_chuc", as: token).items.map { $0.member("fullName") }
        #expect(names == ["Trần Thị An", "Võ Văn Ba"])
        #expect(try await api.send(.get, path + "/\(person.text("id"))?asOf=2023-05-31", as: token).text("fullName") == "Trần Thị Bé")
        let left = try await api.send(
            .post, path + "/\(person.text("id"))/departure", as: token, ["lastDay": "2023-06-10"], version: changed.version)
        #expect(left.text("endedOn") == "2023-06-10")
        #expect(try await api.send(.get, path + "?kind=vien_chuc", as: token).items.count == 1)
        #expect(try await api.send(.get, path + "?kind=vien_chuc&ended=true", as: token).items.count == 2)
    }

    @Test("a post is given, listed and ended")
    func posts() async throws {
        let district = try await province.freshDistrict()
        let token = province.token(of: .councilSecretary, in: district)
        let person = try await added("Trần Thị Bé", in: district).text("id")
        let path = "/api/v1/tenants/\(district)/posts"
        let body: JSONValue = [
            "person": .string(person), "role": "clerk", "title": "Văn thư", "leaderRank": "direct_worker", "validFrom": "2023-02-01",
        ]
        let given = try await api.send(.post, path, as: token, body)
        #expect(given.status == 201)
        #expect((given.text("personName"), given.text("roleName"), given.text("validTo")) == ("Trần Thị Bé", "Văn thư", ""))
        #expect(try await api.send(.post, path, as: token, body).code == "post-there")
        #expect(try await api.send(.get, path + "?person=\(person)", as: token).items.count == 1)
        let place = path + "/\(given.text("id"))/closure"
        #expect(try await api.send(.post, place, as: token, ["lastDay": "2023-06-10"]).status == 428)
        #expect(try await api.send(.post, place, as: token, ["lastDay": "2023-06-10"], version: "\"2\"").status == 412)
        #expect(
            try await api.send(.post, place, as: token, ["lastDay": "2023-06-10"], version: given.version).text("validTo") == "2023-06-10")
        #expect(try await api.send(.get, path + "?person=\(person)", as: token).items.isEmpty)
        #expect(try await api.send(.get, path + "?person=\(person)&ever=true", as: token).items.count == 1)
    }

    @Test(
        "a role past the tenant, a post for oneself, somebody else's person: each refused with its field",
        arguments: ["office_monitor", "system", "chairman"])
    func escalation(role: String) async throws {
        let district = try await province.freshDistrict()
        let token = province.token(of: .tenantAdmin, in: district)
        func give(_ role: String, to person: String) async throws -> APIAnswer {
            try await api.send(
                .post, "/api/v1/tenants/\(district)/posts", as: token,
                ["person": .string(person), "role": .string(role), "title": "x", "leaderRank": "direct_worker"])
        }
        let person = try await added("Trần Thị Bé", in: district).text("id")
        let past = try await give(role, to: person)
        #expect((past.status, past.code, past.faults) == (403, "role-not-grantable", ["$.role"]))
        let own = try await give("unit_head", to: province.person(of: .tenantAdmin, in: district).description)
        #expect((own.status, own.faults) == (403, ["$.person"]))
        let foreign = try await give("clerk", to: province.person(of: .clerk, in: "district_101").description)
        #expect((foreign.status, foreign.faults) == (422, ["$.person"]))
    }

    @Test("an account is opened once, by a link and no password, and no key kept with it")
    func accounts() async throws {
        let district = try await province.freshDistrict()
        let token = province.token(of: .tenantAdmin, in: district)
        let person = try await added("Trần Thị Bé", in: district).text("id")
        let path = "/api/v1/tenants/\(district)/people/\(person)/account"
        #expect(try await api.send(.get, path, as: token).status == 404)
        let chosen: JSONValue = ["username": .string("\(district).be"), "password": "bon con ga vang"]
        #expect(try await api.send(.post, path, as: token, chosen).faults == ["$.password"])
        let body: JSONValue = ["username": .string("\(district).be")]
        let opened = try await api.send(.post, path, as: token, body, headers: [HTTPField.Name("Idempotency-Key")!: "k1"])
        #expect(opened.status == 201)
        #expect(opened.text("link").contains("/set-password/tdl_") && opened.text("hasPassword") == "false")
        #expect(try await api.send(.post, path, as: token, body).code == "account-there")
        #expect(try await api.send(.get, path, as: token).text("username") == "\(district).be")
        #expect(try await api.send(.get, path, as: province.token(of: .clerk, in: district)).status == 404)
        let short = try await api.send(.post, path, as: token, ["username": "A"])
        #expect(short.faults == ["$.username"])
        let kept = try await province.read(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await RepeatedRequest(route: "accounts.open", key: "k1", hash: []).find(in: tx)
        }
        #expect(kept == nil)
    }

    @Test("the province-wide readers read, and write nothing")
    func readers() async throws {
        let office = province.token(of: .officeMonitor)
        for path in ["people", "posts"] {
            #expect(try await api.send(.get, "/api/v1/tenants/district_101/\(path)", as: office).items.count > 5)
        }
        let body: JSONValue = ["fullName": "Trần Thị Bé", "kind": "vien_chuc"]
        #expect(try await api.send(.post, "/api/v1/tenants/district_101/people", as: office, body).status == 403)
        let own = try await api.send(.get, "/api/v1/tenants/district_101/people", as: province.token(of: .clerk, in: "district_101"))
        let seen = try await api.send(.get, "/api/v1/tenants/district_101/people", as: office)
        #expect(own.json == seen.json)
    }
}

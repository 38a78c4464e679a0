import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Storage
import TestSupport
import Testing

/// The timeline of an object over HTTP, for who may see it.
@Suite("The audit's timeline over HTTP", .province(opening: 2), .timeLimit(.minutes(30)))
struct AuditTimelineTests {
    let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func timeline(
        _ object: String, _ id: String, as role: Role, in tenant: String? = nil, unit: String? = nil, at place: String, more: String = ""
    ) async throws -> APIAnswer {
        try await api.send(
            .get, "/api/v1/\(place)/audit?object=\(object)&id=\(id)\(more)", as: province.token(of: role, in: tenant, unit: unit))
    }

    /// A person who was entered and then changed, by his district's administrator.
    private func changedPerson(in district: String) async throws -> (id: String, request: String) {
        let token = province.token(of: .tenantAdmin, in: district)
        let path = "/api/v1/tenants/\(district)/people"
        let person = try await api.send(
            .post, path, as: token, ["fullName": "Trần Thị Bé", "kind": "vien_chuc", "activeFrom": "2023-01-01"])
        let changed = try await api.send(
            .patch, path + "/\(person.text("id"))", as: token, ["fullName": "Trần Thị An", "validFrom": "2023-06-01"],
            version: person.version)
        #expect(changed.status == 200)
        return (person.text("id"), changed.headers[HTTPField.Name("X-Request-Id")!] ?? "")
    }

    @Test("says in Vietnamese who did what, on the request that the client was told, page by page")
    func wholeWay() async throws {
        let district = try await province.freshDistrict()
        let (person, request) = try await changedPerson(in: district)
        let answer = try await timeline("person", person, as: .unitHead, in: district, at: "tenants/\(district)")
        #expect(answer.status == 200)
        #expect(
            answer.items.map { $0.member("actionName") + " " + $0.member("noun") } == [
                "sửa hồ sơ cá nhân", "thêm hồ sơ cá nhân trước khi sửa", "thêm hồ sơ cá nhân",
            ])
        let newest = try #require(answer.items.first)
        #expect(newest.member("request") == request && !request.isEmpty)
        #expect(newest.members("actor").member("name").hasPrefix("tenant_admin \(district), "))
        #expect(newest.members("before").member("full_name") == "Trần Thị Bé")
        #expect(newest.members("after").member("full_name") == "Trần Thị An")
        var pages: [JSONValue] = []
        var cursor = ""
        repeat {
            let page = try await timeline(
                "person", person, as: .unitHead, in: district, at: "tenants/\(district)",
                more: "&limit=1" + (cursor.isEmpty ? "" : "&cursor=\(cursor)"))
            #expect(page.items.count == 1)
            pages += page.items
            cursor = page.text("next")
        } while !cursor.isEmpty
        #expect(pages == answer.items)
    }

    @Test("is for posts that reach the whole tenant and may read the audit, and for nobody of another tenant")
    func readers() async throws {
        let district = try await province.freshDistrict()
        let (person, _) = try await changedPerson(in: district)
        let place = "tenants/\(district)"
        for role in [Role.tenantAdmin, .unitCoordinator] {
            #expect(try await timeline("person", person, as: role, in: district, at: place).items.count == 3, "\(role)")
        }
        #expect(try await timeline("person", person, as: .clerk, in: district, at: place).status == 403)
        #expect(
            try await timeline("person", person, as: .subUnitHead, in: district, unit: district.dropFirst(9) + "01", at: place).status
                == 403)
        // Another tenant's place is not there; its object, asked for at one's own, has no timeline: like one that does not exist.
        #expect(try await timeline("person", person, as: .unitHead, in: "district_102", at: place).status == 404)
        let foreign = try await timeline("person", person, as: .unitHead, in: "district_102", at: "tenants/district_102")
        let absent = try await timeline(
            "person", "00000000-0000-7000-8000-000000000000", as: .unitHead, in: "district_102", at: "tenants/district_102")
        #expect(foreign.status == 200 && foreign.json == absent.json && foreign.items.isEmpty)
        for role in [Role.auditor, .officeMonitor, .homeAffairsOfficer, .viceChairman] {
            #expect(try await timeline("person", person, as: role, at: "province").items.count == 3, "\(role)")
            #expect(try await timeline("person", person, as: role, at: place).items.count == 3, "\(role)")
        }
        #expect(try await timeline("person", person, as: .councilMember, at: "province").status == 403)
    }

    @Test("what a kind of object may be is told; what is missing is named")
    func faults() async throws {
        let answer = try await timeline("nothing", "x", as: .auditor, at: "province")
        #expect(answer.status == 422)
        #expect(answer.faults == ["?object"])
        let empty = try await api.send(.get, "/api/v1/province/audit", as: province.token(of: .auditor))
        #expect(empty.faults == ["?object", "?id"])
        let cursor = try await timeline("person", "x", as: .auditor, at: "province", more: "&cursor=zz")
        #expect(cursor.faults == ["?cursor"])
    }
}

import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// Criticism and reminders over HTTP with the real posts.
@Suite("Criticism over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct CriticismRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private static let tenant = CriticismStage.tenant
    private let wide = "/api/v1/province/criticisms"
    private let own = "/api/v1/tenants/\(CriticismStage.tenant)/criticisms"

    private var homeAffairs: Token { province.token(of: .homeAffairsOfficer) }
    private var chairman: Token { province.token(of: .chairman) }
    private func token(_ role: Role, in tenant: String = tenant, unit: String? = nil) -> Token {
        province.token(of: role, in: tenant, unit: unit)
    }

    private func proposal(_ stage: CriticismStage, _ items: [WorkItem.ID], person: Person.ID? = nil) -> JSONValue {
        let subject =
            person.map { ("person", JSONValue.string($0.description)) } ?? (
                "unit", .string(province.unit(nil, in: Self.tenant).description)
            )
        return .object(
            JSONObject([
                ("kind", "criticism"), ("campaign", .string(stage.code)), subject,
                ("items", .array(items.map { .string($0.description) })), ("words", "Hoàn thành ngay\nBáo cáo nguyên nhân"),
            ]))
    }

    @Test("is proposed, waits for its time, is put and signed; a letter is made of it, and others know nothing of it")
    func way() async throws {
        let stage = try await CriticismStage(province, campaign: "PB-1")
        let body = proposal(stage, [try await stage.item("1", due: "2023-05-01")])
        for outsider in [chairman, province.token(of: .officeMonitor), province.token(of: .councilMember)] {
            #expect(try await api.send(.post, wide, as: outsider, body).status == 403)
        }
        let proposed = try await api.send(.post, wide, as: homeAffairs, body)
        #expect(proposed.status == 201 && proposed.text("state") == "proposed", "\(proposed.json.text())")
        #expect(proposed.list("facts").map { $0.member("lateDays") } == ["50"])
        let id = proposed.text("id")

        func told(_ role: Role, _ rule: String) async throws -> [JSONValue] {
            try await api.send(.get, "/api/v1/notices?unread=true", as: token(role)).items.filter {
                $0.member("criticism") == id && $0.member("rule") == rule
            }
        }
        for role in [Role.unitHead, .unitCoordinator] {
            let notices = try await told(role, "criticism_proposed")
            #expect(notices.map { $0.member("dueOn") } == [proposed.text("explainBy")], "who may explain is told until when: \(role)")
        }
        for role in [Role.clerk, .councilSecretary] { #expect(try await told(role, "criticism_proposed").isEmpty, "\(role)") }
        for role in [Role.unitHead, .unitCoordinator, .councilSecretary] {
            #expect(try await api.send(.get, "\(own)/\(id)", as: token(role)).status == 200, "\(role)")
        }
        for role in [Role.clerk, .tenantAdmin, .unitCouncilMember] {
            #expect(try await api.send(.get, "\(own)/\(id)", as: token(role)).status == 404, "not public in the unit: \(role)")
        }
        let absent = "0192a000-0000-7000-8000-00000000abcd"
        for (path, reader) in [
            (own, token(.subUnitOfficer, unit: "10101")), ("/api/v1/tenants/district_102/criticisms", token(.unitHead, in: "district_102")),
        ] {
            let hidden = try await api.send(.get, "\(path)/\(id)", as: reader)
            let none = try await api.send(.get, "\(path)/\(absent)", as: reader)
            #expect(hidden.status == 404 && hidden.code == none.code, "\(hidden.json.text())")
            let listed = try await api.send(.get, "\(path)?limit=200", as: reader)
            #expect(!listed.items.contains { $0.member("id") == id })
        }
        for role in [Role.officeMonitor, .councilMember] {
            #expect(try await api.send(.get, wide, as: province.token(of: role)).status == 403, "not public: \(role)")
        }
        #expect(try await api.send(.get, "\(wide)/\(id)/letter", as: homeAffairs).code == "paper-too-early")

        let early = try await api.send(.post, "\(wide)/\(id)/put", as: homeAffairs, [:])
        #expect(early.code == "criticism-explanation-awaited", "\(early.json.text())")
        try await stage.move(to: "2023-07-10")
        #expect(try await api.send(.post, "\(wide)/\(id)/put", as: chairman, [:]).status == 403)
        let put = try await api.send(.post, "\(wide)/\(id)/put", as: homeAffairs, ["documentNumber": "15/TTr-SNV"])
        #expect(put.status == 201 && put.text("state") == "put", "\(put.json.text())")
        let signature: JSONValue = ["documentNumber": "99/UBND-TH", "documentOn": "2023-07-10"]
        #expect(
            try await api.send(.post, "\(wide)/\(id)/signature", as: homeAffairs, signature).status == 403, "who proposes does not sign")
        let before = try await api.send(
            .post, "\(wide)/\(id)/signature", as: chairman, ["documentNumber": "99/UBND-TH", "documentOn": "2023-07-09"])
        #expect(before.status == 422 && before.faults == ["$.documentOn"], "\(before.json.text())")
        let signed = try await api.send(.post, "\(wide)/\(id)/signature", as: chairman, signature)
        #expect(
            signed.status == 201 && signed.text("state") == "signed" && signed.text("signedOn") == "2023-07-10", "\(signed.json.text())")
        #expect(try await told(.unitHead, "criticism_ended").count == 1)
        #expect(try await api.send(.post, "\(wide)/\(id)/refusal", as: chairman, ["words": "x"]).code == "criticism-out-of-order")

        let letter = try await api.send(.get, "\(wide)/\(id)/letter", as: homeAffairs)
        #expect(letter.status == 200, "\(letter.json.text())")
        let text = try ReadPaper.text(letter.bytes)
        for words in [
            "99/UBND-TH", "PB-1-1", "thời hạn 01/5/2023", "chưa hoàn thành, tính đến ngày 20/6/2023, chậm 50 ngày",
            "chưa nhận được giải trình",
            "Báo cáo nguyên nhân", "phê bình", "CHỦ TỊCH",
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        try await stage.move(to: "2023-06-20")
    }

    @Test("falls on a person, who explains himself in his own post; then it is put at once and not signed")
    func person() async throws {
        let stage = try await CriticismStage(province, campaign: "PB-2")
        let person = province.person(of: .subUnitOfficer, in: Self.tenant, unit: "10101")
        let item = try await stage.item("1", due: "2023-05-01", unit: "10101", of: person)
        let proposed = try await api.send(.post, wide, as: homeAffairs, proposal(stage, [item], person: person))
        #expect(proposed.status == 201, "\(proposed.json.text())")
        let id = proposed.text("id")
        let words: JSONValue = ["words": "Chờ hướng dẫn của Sở"]
        let himself = token(.subUnitOfficer, unit: "10101")
        #expect(try await api.send(.get, own + "/own", as: himself).items.contains { $0.member("id") == id })
        for stranger in [token(.individual, unit: "10101"), token(.subUnitHead, unit: "10102")] {
            #expect(try await api.send(.post, "\(own)/\(id)/own-explanation", as: stranger, words).status == 404)
        }
        let clerk = try await api.send(.post, "\(own)/\(id)/explanation", as: token(.clerk), words)
        #expect(clerk.status == 404, "a clerk reads none: \(clerk.json.text())")
        let empty = try await api.send(.post, "\(own)/\(id)/own-explanation", as: himself, ["words": " "])
        #expect(empty.status == 422, "\(empty.json.text())")
        let explained = try await api.send(.post, "\(own)/\(id)/own-explanation", as: himself, words)
        #expect(explained.status == 201 && explained.text("state") == "explained", "\(explained.json.text())")
        #expect(try await api.send(.post, "\(own)/\(id)/own-explanation", as: himself, words).code == "criticism-out-of-order")
        #expect(try await api.send(.post, "\(wide)/\(id)/put", as: homeAffairs, [:]).status == 201, "who explained waits for nothing")
        let declined = try await api.send(.post, "\(wide)/\(id)/refusal", as: chairman, ["words": "Giải trình có cơ sở"])
        #expect(declined.status == 201 && declined.text("state") == "notSigned", "\(declined.json.text())")
        #expect(declined.list("acts").map { $0.member("step") } == ["explain", "put", "decline"])
    }

    @Test("falls on a part of the unit, whose head explains; the unit may do so for it")
    func part() async throws {
        let stage = try await CriticismStage(province, campaign: "PB-3")
        let unit = province.unit("10102", in: Self.tenant)
        for (path, officer) in [("own-explanation", token(.subUnitHead, unit: "10102")), ("explanation", token(.unitCoordinator))] {
            let item = try await stage.item(path, due: "2023-05-01", unit: "10102")
            let proposed = try await api.send(
                .post, wide, as: homeAffairs,
                [
                    "kind": "reminder", "campaign": .string(stage.code), "unit": .string(unit.description),
                    "items": [.string(item.description)], "words": "Hoàn thành ngay",
                ])
            #expect(proposed.status == 201, "\(proposed.json.text())")
            let id = proposed.text("id")
            let other = try await api.send(
                .post, "\(own)/\(id)/own-explanation", as: token(.subUnitHead, unit: "10103"), ["words": "x"])
            #expect(other.status == 404, "another part knows nothing of it")
            let officers = try await api.send(
                .post, "\(own)/\(id)/own-explanation", as: token(.subUnitOfficer, unit: "10102"), ["words": "x"])
            #expect(officers.status == 403, "its head speaks for it")
            let explained = try await api.send(.post, "\(own)/\(id)/\(path)", as: officer, ["words": "Chờ kinh phí"])
            #expect(explained.status == 201 && explained.text("state") == "explained", "\(explained.json.text())")
        }
    }
}

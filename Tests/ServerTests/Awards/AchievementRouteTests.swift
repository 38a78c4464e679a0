import Domain
import Foundation
import HTTPTypes
import Operations
import TestSupport
import Testing

/// One achievement behind one award: a constraint where one body decides, a flag for Home Affairs across units and levels.
@Suite("One achievement behind one award", .province, .serialized, .timeLimit(.minutes(30)))
struct AchievementRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private func head(_ tenant: String) -> Token { province.token(of: .unitHead, in: tenant) }

    private static let wide = "/api/v1/province"

    /// Drafts a deed with its papers, as far as submitting it.
    private func deed(
        _ achievement: String, campaign: String, of person: Person.ID?, in tenant: String = "district_101"
    ) async throws -> String {
        let base = "/api/v1/tenants/\(tenant)/award-dossiers"
        let ofUnit: JSONValue = ["campaign": .string(campaign), "achievement": .string(achievement)]
        let ofPerson: JSONValue = [
            "campaign": .string(campaign), "achievement": .string(achievement), "person": .string(person?.description ?? ""),
        ]
        let drafted = try await api.send(.post, base, as: head(tenant), person == nil ? ofUnit : ofPerson)
        #expect(drafted.status == 201, "\(drafted.json.text())")
        let id = drafted.text("id")
        for kind in ["proposal", "summaryReport"] {
            let paper: JSONValue = ["kind": .string(kind), "documentNumber": "2/TTr", "documentOn": "2023-06-19"]
            #expect(try await api.send(.post, "\(base)/\(id)/papers", as: head(tenant), paper).status == 201)
        }
        return id
    }

    private func submit(_ id: String, in tenant: String = "district_101") async throws -> APIAnswer {
        try await api.send(.post, "/api/v1/tenants/\(tenant)/award-dossiers/\(id)/submission", as: head(tenant), [:])
    }

    private func take(_ verb: String, _ id: String, _ body: JSONValue = [:]) async throws -> APIAnswer {
        try await api.send(.post, "\(Self.wide)/award-dossiers/\(id)/\(verb)", as: affairs, body)
    }

    private func flags(_ query: String = "") async throws -> [JSONValue] {
        let answer = try await api.send(.get, "\(Self.wide)/achievement-flags\(query)", as: affairs)
        #expect(answer.status == 200, "\(answer.json.text())")
        return answer.items
    }

    @Test("the same deed of the same person is submitted once, however it is written; withdrawn, it may be submitted again")
    func once() async throws {
        _ = try await AwardStage(province, campaign: "TT-1")
        let person = province.person(of: .clerk, in: "district_101")
        let first = try await deed("Cứu người bị nạn trong bão", campaign: "TT-1", of: person)
        let same = try await deed("  cứu người   bị nạn TRONG bão ".decomposedStringWithCanonicalMapping, campaign: "TT-1", of: person)
        let other = try await deed("Cứu tàu bị nạn trong bão", campaign: "TT-1", of: person)
        #expect(try await submit(first).status == 201)
        let refused = try await submit(same)
        #expect(refused.status == 409 && refused.code == "achievement-claimed", "\(refused.json.text())")
        #expect(try await submit(other).status == 201, "another deed is another achievement")
        let withdrawn = try await api.send(
            .post, "/api/v1/tenants/district_101/award-dossiers/\(first)/withdrawal", as: head("district_101"), ["reason": "Sai"])
        #expect(withdrawn.status == 201, "\(withdrawn.json.text())")
        #expect(try await submit(same).status == 201)
    }

    @Test("two who submit the same deed at once: one is let through; without the key both are")
    func contested() async throws {
        _ = try await AwardStage(province, campaign: "TT-2")
        let person = province.person(of: .clerk, in: "district_101")
        func race(_ achievement: String) async throws -> [Int] {
            let dossiers = [
                try await deed(achievement, campaign: "TT-2", of: person), try await deed(achievement, campaign: "TT-2", of: person),
            ]
            return try await withThrowingTaskGroup(of: Int.self) { group in
                for id in dossiers { group.addTask { try await submit(id).status } }
                return try await group.reduce(into: []) { $0.append($1) }.sorted()
            }
        }
        #expect(try await race("Sáng kiến cắt giảm thủ tục") == [201, 409])
        try await province.asSuperuser("DROP INDEX core.achievement_rewarded_once")
        #expect(try await race("Sáng kiến họp trực tuyến") == [201, 201], "the key is what holds it")
        try await province.asSuperuser(
            """
            UPDATE core.achievement_claim SET freed_on = '2023-06-20' WHERE freed_on IS NULL;
            CREATE UNIQUE INDEX achievement_rewarded_once ON core.achievement_claim (decider_id, nominee_id, achievement) WHERE freed_on IS NULL
            """)
    }

    @Test("a person is put forward by one unit in one review (A08), whoever was first")
    func oneUnit() async throws {
        let stage = try await AwardStage(province, campaign: "TT-3")
        let person = try await stage.people(1)[0]
        let first = try await stage.dossier(.councilReviewed, person: person)
        let second = try await stage.dossier(.councilReviewed, of: "district_102", person: person)
        #expect(try await submit(first.description).status == 201)
        let refused = try await submit(second.description, in: "district_102")
        #expect(refused.status == 409 && refused.code == "nomination-elsewhere", "\(refused.json.text())")
        // Taken on by another unit he has a record of his own there, and is the same person.
        let record = try await stage.people(1, of: "district_102")[0]
        let moved = try await stage.dossier(.councilReviewed, of: "district_102", person: record)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.person SET continues_id = '\(person)' WHERE id = '\(record)';
            SET session_replication_role = origin;
            """)
        let again = try await submit(moved.description, in: "district_102")
        #expect(again.status == 409 && again.code == "nomination-elsewhere", "\(again.json.text())")
        let free = try await stage.dossier(.councilReviewed, of: "district_102", person: try await stage.people(1, of: "district_102")[0])
        #expect(try await submit(free.description, in: "district_102").status == 201, "another person is taken")
    }

    @Test(
        "a deed of two units, and an award of the campaign's time, are flags: Home Affairs decides each with a reason before the Chairman is asked"
    )
    func flagged() async throws {
        let stage = try await AwardStage(province, campaign: "TT-4")
        let person = try await stage.people(1)[0]
        let (one, two) = (
            try await deed("Mô hình một cửa liên thông", campaign: "TT-4", of: person),
            try await deed("Mô hình một cửa liên thông", campaign: "TT-4", of: nil, in: "district_102")
        )
        #expect(try await submit(one).status == 201)
        #expect(try await flags("?dossier=\(one)").isEmpty)
        #expect(try await submit(two, in: "district_102").status == 201, "across units it is no constraint")
        let award: PastAward.ID = IDSource.system.next()
        try await province.asSuperuser(
            """
            INSERT INTO core.earlier_award (id, tenant_id, unit_id, person_id, awarded_name, form, issuer, decision_number, decision_on, recorded_by, recorded_on)
            SELECT '\(award)', '\(province.tenant("district_101"))', '\(province.tenant("district_101"))', '\(person)', 'x', 'Giấy khen', 'UBND huyện', '9/QĐ',
                c.first_day, '\(province.post(of: .unitHead, in: "district_101"))', '2023-06-20'
            FROM core.campaign AS c WHERE c.code = 'TT-4'
            """)
        let found = try await flags("?dossier=\(one)")
        #expect(found.map { $0.member("otherKind") }.sorted() == ["dossier", "earlierAward"], "\(found)")
        #expect(found.allSatisfy { $0.member("open") == "true" })
        for verb in ["receipt", "appraisal"] { #expect(try await take(verb, one).status == 201) }
        let early = try await take("submission-to-chairman", one, ["documentNumber": "9/TTr-SNV"])
        #expect(early.status == 409 && early.code == "achievement-open", "\(early.json.text())")

        func rule(_ kind: String, _ other: String, _ ruling: String, _ reason: String = "Trường hợp tiêu biểu") async throws -> APIAnswer {
            try await take(
                "achievement-rulings", one,
                ["otherKind": .string(kind), "other": .string(other), "ruling": .string(ruling), "reason": .string(reason)])
        }
        #expect(try await rule("dossier", two, "another", " ").status == 422)
        let odd = try await rule("dossier", one, "another")
        #expect(odd.status == 409 && odd.code == "achievement-not-flagged", "\(odd.json.text())")
        let byUnit = try await api.send(
            .post, "\(Self.wide)/award-dossiers/\(one)/achievement-rulings", as: head("district_101"),
            ["otherKind": "dossier", "other": .string(two), "ruling": "another", "reason": "x"])
        #expect(byUnit.status == 403)
        let ruled = try await rule("dossier", two, "another")
        #expect(ruled.status == 201 && ruled.items.count == 2, "\(ruled.json.text())")
        #expect(try await rule("earlierAward", award.description, "doubled").status == 201)
        #expect(
            try await take("submission-to-chairman", one, ["documentNumber": "9/TTr-SNV"]).code == "achievement-open",
            "found to be the same, it is not put")
        #expect(try await flags("?open=true").contains { $0.member("dossier") == one })
        #expect(try await rule("earlierAward", award.description, "allowed").status == 201, "the last word counts")
        let put = try await take("submission-to-chairman", one, ["documentNumber": "9/TTr-SNV"])
        #expect(put.status == 201, "\(put.json.text())")
        #expect(!(try await flags("?open=true")).contains { $0.member("dossier") == one })
        #expect(try await flags("?dossier=\(one)").allSatisfy { !$0.member("reason").isEmpty })
    }

    @Test("the page of the province shows flags with their forms, a unit's page its own history; commands print both")
    func pages() async throws {
        let wide = try await province.call(.get, "/award-history", headers: [.cookie: "thidua=\(affairs.text)"])
        #expect(wide.status == .ok && wide.body.contains("Trùng thành tích") && wide.body.contains("multipart/form-data"))
        let unit = try await province.call(
            .get, "/units/district_101/award-history", headers: [.cookie: "thidua=\(head("district_101").text)"])
        #expect(unit.status == .ok && unit.body.contains("Khen thưởng đã nhận") && !unit.body.contains("Trùng thành tích"))
        let runner = CommandRunner(database: province.url)
        for words in [["award", "flags"], ["award", "history", "--province"]] {
            let outcome = try await runner.run(words + ["--output", "json"], as: affairs)
            #expect(outcome.answer == .allowed, "\(outcome.text)")
        }
        #expect(try await runner.run(["award", "flags"], as: head("district_101")).answer != .allowed)
    }
}

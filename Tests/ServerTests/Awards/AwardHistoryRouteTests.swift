import Documents
import Domain
import Foundation
import HTTPTypes
import Operations
import Postgres
import TestSupport
import Testing
import Web

/// The past of awards over HTTP: earlier ones from a list, history with predecessors, reports that name them, one achievement rewarded once.
@Suite("The past of awards over HTTP", .province(opening: 1), .serialized, .timeLimit(.minutes(30)))
struct AwardHistoryRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }
    private var elsewhere: Token { province.token(of: .unitHead, in: "district_102") }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }

    private static let unit = "/api/v1/tenants/district_101"
    private static let wide = "/api/v1/province"
    private static let heading = [
        "Đơn vị", "Họ và tên", "Mã cá nhân", "Hình thức khen thưởng", "Cơ quan ban hành", "Số quyết định", "Ngày quyết định", "Thành tích",
    ]

    private func send(
        _ rows: [[String]], dryRun: Bool = false, workbook: Bool = false, at base: String = unit, as token: Token
    ) async throws -> APIAnswer {
        var content = Array(CSVText.make(columns: Self.heading, rows: rows).utf8)
        if workbook {
            var writer = try WorkbookWriter(title: "x", createdOn: province.businessDate)
            writer.begin("Khen thưởng", columns: Self.heading.map { WorkbookWriter.Column($0) })
            for row in rows { writer.append(row.map { .text($0) }) }
            content = try writer.finish()
        }
        return try await api.send(
            .post, "\(base)/earlier-awards-import\(dryRun ? "?dryRun=true" : "")", as: token, bytes: content,
            type: workbook ? PeopleListFile.workbookType : "text/csv")
    }

    /// A person of a unit under a name that nobody else has.
    private func person(named name: String, of tenant: String = "district_101") async throws -> Person.ID {
        let id: Person.ID = IDSource.system.next()
        try await province.asSuperuser(
            """
            INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
            VALUES ('\(id)', '\(province.tenant(tenant))', '\(name)', 'x', 'cong_chuc', '2020-01-01')
            """)
        return id
    }

    private func history(_ query: String = "", at base: String = unit, as token: Token) async throws -> [JSONValue] {
        let answer = try await api.send(.get, "\(base)/award-history\(query)", as: token)
        #expect(answer.status == 200, "\(answer.json.text())")
        return answer.items
    }

    @Test("earlier awards are tried, then imported, from CSV and a workbook; the same list again adds nothing, in composed letters or not")
    func importing() async throws {
        let id = try await person(named: "Trần Văn Lịch Sử")
        let rows = [
            ["PNV", "", "", "Giấy khen", "Chủ tịch UBND huyện", "11/QĐ-UBND", "05/03/2021", ""],
            ["PNV", "Trần Văn Lịch Sử", "", "Bằng khen", "Chủ tịch UBND tỉnh", "12/QĐ-UBND", "06/03/2021", "Chuyển đổi số"],
        ]
        let dry = try await send(rows, dryRun: true, as: head)
        #expect((dry.status, dry.text("added"), dry.text("dryRun")) == (200, "2", "true"), "\(dry.json.text())")
        #expect(try await history("?person=\(id)", as: head).isEmpty, "tried, not written")
        let done = try await send(rows, as: head)
        #expect((done.text("added"), done.text("unchanged")) == ("2", "0"), "\(done.json.text())")
        let apart = rows.map { $0.map { $0.decomposedStringWithCanonicalMapping } }
        let again = try await send(apart, workbook: true, as: head)
        #expect((again.text("added"), again.text("unchanged")) == ("0", "2"), "\(again.json.text())")

        let told = try await history("?person=\(id)", as: head)
        #expect(told.map { $0.member("decision") } == ["12/QĐ-UBND"] && told[0].member("earlier") == "true", "\(told)")
        // By the province too; in another unit there is nothing of him, and nobody of it may import for another.
        let seen = try await history("?person=\(id)", at: Self.wide, as: affairs)
        #expect(seen.map { $0.member("decision") } == ["12/QĐ-UBND"], "\(seen)")
        #expect(try await history("?person=\(id)", at: "/api/v1/tenants/district_102", as: elsewhere).isEmpty)
        #expect([403, 404].contains(try await send(rows, as: elsewhere).status))
        #expect(try await send(rows, at: Self.wide, as: head).status == 403)
        #expect(try await send(rows, as: province.token(of: .clerk, in: "district_101")).status == 403)
        #expect(try await api.send(.get, "\(Self.unit)/earlier-awards-template?format=xlsx", as: head).status == 200)
        #expect(try await api.send(.get, "\(Self.wide)/earlier-awards-template", as: affairs).status == 200)

        // Who sees nothing of the unit as a whole is told of himself, whom he need not name.
        let himself = province.person(of: .individual, in: "district_101", unit: "10101")
        try await province.asSuperuser(
            """
            INSERT INTO core.earlier_award (id, tenant_id, unit_id, person_id, awarded_name, form, issuer, decision_number, decision_on, recorded_by,
                recorded_on)
            SELECT gen_random_uuid(), p.tenant_id, p.unit_id, p.person_id, 'x', 'Giấy khen', 'UBND huyện', '15/QĐ-UBND', '2021-03-05', p.id, '2023-06-20'
            FROM core.post AS p WHERE p.person_id = '\(himself)' LIMIT 1
            """)
        let own = try await history(as: province.token(of: .individual, in: "district_101", unit: "10101"))
        #expect(own.map { $0.member("decision") } == ["15/QĐ-UBND"], "\(own)")
        #expect(try await history(as: province.token(of: .individual, in: "district_101", unit: "10102")).isEmpty)
    }

    @Test("every fault comes by its cell, and one fault writes nothing; two of one name are told apart by id")
    func faults() async throws {
        _ = try await person(named: "Lê Thị Trùng Tên")
        let one = try await person(named: "Lê Thị Trùng Tên")
        let good = ["PNV", "", "", "Giấy khen", "UBND huyện", "21/QĐ", "05/03/2021", ""]
        let wrong = try await send(
            [
                good, ["Nơi không có", "", "", "Giấy khen", "UBND huyện", "22/QĐ", "05/03/2021", ""],
                ["PNV", "Người Không Có", "", "", "UBND huyện", "", "31/02/2021", ""],
                ["PNV", "Lê Thị Trùng Tên", "", "Giấy khen", "UBND huyện", "23/QĐ", "05/03/2031", ""],
            ], as: head)
        #expect(wrong.status == 422, "\(wrong.json.text())")
        #expect(Set(wrong.faults) == ["ô A3", "ô B4", "ô D4", "ô F4", "ô G4", "ô B5", "ô G5"], "\(wrong.json.text())")
        #expect(!(try await history(as: head)).contains { $0.member("decision") == "21/QĐ" }, "all or nothing")
        let named = try await send(
            [["PNV", "Lê Thị Trùng Tên", one.description, "Giấy khen", "UBND huyện", "23/QĐ", "05/03/2021", ""]], as: head)
        #expect(named.text("added") == "1", "\(named.json.text())")
        #expect(try await history("?person=\(one)", as: head).count == 1)
    }

    @Test("what was recorded by mistake is struck out with a reason, once; it is no longer told and may be recorded anew")
    func struck() async throws {
        let id = try await person(named: "Nguyễn Thị Ghi Nhầm")
        let row = ["PNV", "Nguyễn Thị Ghi Nhầm", "", "Giấy khen", "UBND huyện", "31/QĐ", "05/03/2021", ""]
        _ = try await send([row], as: head)
        let award = try #require(try await history("?person=\(id)", as: head).first?.member("id"))
        func strike(_ base: String, as token: Token, _ reason: String = "Ghi nhầm người") async throws -> APIAnswer {
            try await api.send(.post, "\(base)/earlier-awards/\(award)/strike", as: token, ["reason": .string(reason)])
        }
        #expect(try await strike("/api/v1/tenants/district_102", as: elsewhere).status == 404)
        #expect(try await strike(Self.unit, as: head, " ").status == 422)
        #expect(try await strike(Self.unit, as: head).status == 201)
        let twice = try await strike(Self.unit, as: head)
        #expect(twice.status == 409 && twice.code == "award-struck", "\(twice.json.text())")
        #expect(try await history("?person=\(id)", as: head).isEmpty)
        #expect(try await send([row], as: head).text("added") == "1")
        #expect(try await province.count("SELECT count(*) FROM core.earlier_award WHERE person_id = \(id)") == 2, "nothing is deleted")
    }

    @Test("a unit is told of the awards of those that it came from, and of nobody else's; a person's follow him")
    func predecessors() async throws {
        let gone = try await province.freshDistrict()
        let row = [gone, "", "", "Giấy khen", "UBND tỉnh", "41/QĐ", "05/03/2021", ""]
        #expect(try await send([row], at: Self.wide, as: affairs).text("added") == "1")
        // What its people and its parts got is not the successor's own.
        let somebody = try await person(named: "Ngô Văn Ở Huyện Cũ", of: gone)
        try await province.asSuperuser(
            """
            INSERT INTO core.earlier_award (id, tenant_id, unit_id, person_id, awarded_name, form, issuer, decision_number, decision_on, recorded_by,
                recorded_on)
            SELECT gen_random_uuid(), t.id, x.unit_id, x.person_id, 'x', 'Giấy khen', 'UBND huyện', x.number, '2021-03-05',
                '\(province.post(of: .homeAffairsOfficer))', '2023-06-20'
            FROM core.tenant AS t
                CROSS JOIN LATERAL (VALUES (t.id, uuid '\(somebody)', '43/QĐ'), (gen_random_uuid(), NULL, '44/QĐ')) AS x (unit_id, person_id, number)
            WHERE t.id = '\(province.tenant(gone))'
            """)
        func own() async throws -> [String] {
            try await history(as: head).filter { $0.member("ofPredecessor") == "true" }.map { $0.member("decision") }
        }
        #expect(try await own().isEmpty)
        try await province.asSuperuser(
            """
            INSERT INTO core.tenant_succession (predecessor_id, successor_id, effective_on, document)
            VALUES ('\(province.tenant(gone))', '\(province.tenant("district_101"))', '2022-01-01', 'NQ 1')
            """)
        #expect(try await own() == ["41/QĐ"])
        #expect(!(try await history(at: "/api/v1/tenants/district_102", as: elsewhere)).contains { $0.member("decision") == "41/QĐ" })
        let asked = try await history("?tenant=district_101", at: Self.wide, as: affairs).filter { $0.member("decision") == "41/QĐ" }
        #expect(asked.map { $0.member("ofPredecessor") } == ["true"])
        // The control: of the unit that was, all of it.
        let whole = try await history("?tenant=\(gone)", at: Self.wide, as: affairs).map { $0.member("decision") }
        #expect(Set(whole) == ["41/QĐ", "43/QĐ", "44/QĐ"], "\(whole)")
        // A person who came from another unit: what he got there is told by who keeps his record now.
        let moved = try await person(named: "Phạm Văn Chuyển Đến", of: "district_102")
        _ = try await send(
            [["district_102", "Phạm Văn Chuyển Đến", "", "Giấy khen", "UBND huyện", "42/QĐ", "05/03/2021", ""]], at: Self.wide, as: affairs)
        #expect(try await history("?person=\(moved)", as: head).isEmpty)
        let taken = try await person(named: "Phạm Văn Chuyển Đến")
        #expect(try await history("?person=\(taken)", as: head).isEmpty, "another person of the same name")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.person SET continues_id = '\(moved)' WHERE id = '\(taken)';
            SET session_replication_role = origin;
            """)
        #expect(try await history("?person=\(taken)", as: head).map { $0.member("decision") } == ["42/QĐ"])
    }

    @Test("a báo cáo thành tích names what its nominee got before, and says that there is nothing only where there is nothing")
    func report() async throws {
        let papers = try await PaperStage(province, campaign: "QK-1")
        let dossier = try await papers.dossier(.drafted, named: "Đỗ Thị Đã Khen")
        let path = "\(Self.unit)/award-dossiers/\(dossier)/papers/achievement-report"
        #expect(try ReadPaper.text(try await api.send(.get, path, as: head).bytes).contains("Không có."))
        _ = try await send(
            [
                ["PNV", "Đỗ Thị Đã Khen", "", "Bằng khen", "Chủ tịch UBND tỉnh", "52/QĐ-UBND", "05/03/2022", ""],
                ["PNV", "", "", "Giấy khen", "UBND huyện", "53/QĐ-UBND", "05/03/2022", ""],
            ], as: head)
        let said = try ReadPaper.text(try await api.send(.get, path, as: head).bytes)
        #expect(said.contains("Bằng khen (Quyết định số 52/QĐ-UBND ngày 05/3/2022 của Chủ tịch UBND tỉnh)"), "\(said)")
        #expect(!said.contains("Không có.") && !said.contains("53/QĐ-UBND"), "the unit's is not his")
    }

    @Test("drafts bear the name that the unit and the nominee confirmed, and mark one that they did not")
    func confirmedNames() async throws {
        let papers = try await PaperStage(province, campaign: "QK-2")
        let (sure, open) = (
            try await papers.dossier(.councilReviewed, named: "Tên Chưa Sửa"),
            try await papers.dossier(.councilReviewed, named: "Tên Còn Chờ")
        )
        for party in ["unit", "nominee"] {
            let said = try await api.send(
                .post, "\(Self.unit)/award-names", as: head,
                [
                    "dossier": .string(sure.description), "party": .string(party), "name": "Tên Đã Xác Nhận",
                    "post": "Trưởng phòng Văn hóa",
                    "documentNumber": party == "unit" ? "" : "1/XN",
                ])
            #expect(said.status == 201, "\(said.json.text())")
        }
        let unit = try await api.send(
            .post, "\(Self.unit)/award-names", as: head,
            ["dossier": .string(open.description), "party": "unit", "name": "Tên Đơn Vị Ghi", "post": "Chuyên viên"])
        #expect(unit.status == 201, "\(unit.json.text())")
        let made = try await api.send(.get, "\(Self.unit)/award-dossiers/\(sure)/papers/proposal", as: head)
        let said = try ReadPaper.text(made.bytes)
        #expect(said.contains("Tên Đã Xác Nhận") && said.contains("Trưởng phòng Văn hóa") && !said.contains("Tên Chưa Sửa"), "\(said)")
        let rows = try ReadPaper.rows(made.bytes).filter { $0.count > 2 }
        #expect(rows.contains { $0[1] == "Tên Còn Chờ" } && !said.contains("Tên Đơn Vị Ghi"), "a name and no more: \(said)")
        #expect(said.contains("Tên chưa được xác nhận, phải xác nhận trước khi in: Tên Còn Chờ."), "\(said)")
        #expect(rows.contains { $0[1] == "Tên Đã Xác Nhận" && $0[2] == "Trưởng phòng Văn hóa, Huyện Một" }, "with the unit: \(rows)")
    }
}

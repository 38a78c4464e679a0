import Domain
import Foundation
import HTTPTypes
import Postgres
import Storage
import TestSupport
import Testing

/// Inspections, remedies and members who follow units over HTTP and on pages, with the real posts, and in the month.
@Suite("Oversight over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct OversightRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private static let tenant = CriticismStage.tenant
    private let wide = "/api/v1/province"
    private let own = "/api/v1/tenants/\(CriticismStage.tenant)"

    private var office: Token { province.token(of: .officeMonitor) }
    private func token(_ role: Role, in tenant: String = tenant, unit: String? = nil) -> Token {
        province.token(of: role, in: tenant, unit: unit)
    }

    private func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    @Test("the Office plans, records and orders; the unit reports; open ones stand in the month, its paper and its workbook")
    func way() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-API")
        let target = province.tenant(Self.tenant).description
        let plan: JSONValue = [
            "campaign": .string(stage.code), "title": "Kiểm tra quý II", "content": "Sổ theo dõi", "leader": "Phó Chánh Văn phòng",
            "from": "2023-06-01", "to": "2023-06-30", "units": [.string(target)],
        ]
        for role in [Role.homeAffairsOfficer, .auditor, .councilMember] {
            #expect(try await api.send(.post, "\(wide)/inspections", as: province.token(of: role), plan).status == 403, "\(role)")
        }
        let planned = try await api.send(.post, "\(wide)/inspections", as: office, plan)
        #expect(planned.status == 201, "\(planned.json.text())")
        let inspection = "\(wide)/inspections/\(planned.text("id"))"
        #expect(try await api.send(.get, inspection, as: province.token(of: .auditor)).status == 200)
        #expect(try await api.send(.get, inspection, as: token(.unitHead)).status != 200, "a plan is the province's alone")
        let before = try await api.send(.get, "\(own)/inspection-visits?limit=200", as: token(.unitHead)).items
        #expect(!before.contains { $0.member("title") == "Kiểm tra quý II" }, "not before it is held")
        let held: JSONValue = [
            "unit": .string(target), "heldOn": "2023-06-15", "minutesNumber": "1/BB-VP", "minutesOn": "2023-06-16",
            "findings": ["Chưa cập nhật tiến độ"],
        ]
        let early: JSONValue = ["unit": .string(target), "heldOn": "2023-06-15", "minutesNumber": "1/BB-VP", "minutesOn": "2023-06-14"]
        let refused = try await api.send(.post, "\(inspection)/visits", as: office, early)
        #expect(refused.status == 422 && refused.faults == ["$.minutesOn"], "\(refused.json.text())")
        let unplanned: JSONValue = ["unit": .string(target), "heldOn": "2023-05-31", "minutesNumber": "1/BB-VP", "minutesOn": "2023-06-14"]
        let outside = try await api.send(.post, "\(inspection)/visits", as: office, unplanned)
        #expect(outside.status == 422 && outside.faults == ["$.heldOn"], "not before the plan begins: \(outside.json.text())")
        #expect(try await api.send(.post, "\(inspection)/visits", as: office, held).status == 201)
        #expect(try await api.send(.post, "\(inspection)/visits", as: office, held).code == "visit-recorded")
        let visits = try await api.send(.get, "\(own)/inspection-visits?limit=200", as: token(.unitHead)).items
        let finding = try #require(visits.first { $0.member("title") == "Kiểm tra quý II" }.flatMap(Self.finding))
        #expect(
            try await api.send(.get, "/api/v1/tenants/district_102/inspection-visits", as: token(.unitHead, in: "district_102")).items
                .isEmpty)

        let unit = province.unit("10101", in: Self.tenant).description
        let order: JSONValue = [
            "origin": "finding", "originID": .string(finding), "tenant": .string(target), "unit": .string(unit),
            "words": "Cập nhật đủ tiến độ", "dueOn": "2023-06-22",
        ]
        #expect(try await api.send(.post, "\(wide)/remedies", as: province.token(of: .homeAffairsOfficer), order).status == 403)
        let ordered = try await api.send(.post, "\(wide)/remedies", as: office, order)
        #expect(ordered.status == 201 && ordered.text("state") == "open" && ordered.text("body") == "office", "\(ordered.json.text())")
        let id = ordered.text("id")
        #expect(
            try await api.send(.get, "/api/v1/tenants/district_102/remedies/\(id)", as: token(.unitHead, in: "district_102")).status == 404)

        // In the month it stands with its clock, in the paper and the workbook too.
        #expect(
            try await api.send(.post, "\(wide)/months", as: office, ["campaign": .string(stage.code), "month": "2023-07"]).status == 201)
        let month = "campaign=\(stage.code)&month=2023-07"
        #expect(try await api.send(.get, "\(wide)/month?\(month)", as: office).list("remedies").map { $0.member("id") } == [id])
        // The month before was over when it was ordered.
        #expect(
            try await api.send(.post, "\(wide)/months", as: office, ["campaign": .string(stage.code), "month": "2023-06"]).status == 201)
        let past = "campaign=\(stage.code)&month=2023-06"
        #expect(try await api.send(.get, "\(wide)/month?\(past)", as: office).list("remedies").isEmpty)
        try await stage.move(to: "2023-06-23")
        #expect(try await api.send(.get, "\(wide)/month?\(month)", as: office).list("remedies").map { $0.member("overdue") } == ["true"])
        #expect(try await api.send(.get, "\(own)/remedies?show=overdue", as: token(.unitHead)).items.map { $0.member("id") } == [id])

        let report: JSONValue = ["step": "report", "words": "Đã cập nhật", "documentNumber": "5/BC", "documentOn": "2023-06-22"]
        let bare = try await api.send(
            .post, "\(own)/remedies/\(id)/steps", as: token(.subUnitOfficer, unit: "10101"), ["step": "report", "words": " "])
        #expect(bare.status == 422 && bare.faults == ["$.words"], "\(bare.json.text())")
        #expect(try await api.send(.post, "\(own)/remedies/\(id)/steps", as: token(.subUnitOfficer, unit: "10102"), report).status == 404)
        let reported = try await api.send(.post, "\(own)/remedies/\(id)/steps", as: token(.subUnitOfficer, unit: "10101"), report)
        #expect(reported.status == 201 && reported.text("state") == "reported", "\(reported.json.text())")
        let shown = try await page("/remedies/\(id)", as: office)
        #expect(
            shown.body.contains("value=\"close\"") && shown.body.contains("value=\"return\"") && !shown.body.contains("value=\"report\""))
        #expect(!(try await page("/remedies/\(id)", as: province.token(of: .auditor)).body.contains("value=\"close\"")))
        let closed = try await province.submit(
            "/remedies/\(id)/step", "step=close&words=&number=&on=", of: shown.body, cookie: "thidua=\(office.text)")
        #expect(closed.status == .seeOther, "\(closed.body)")
        #expect(try await api.send(.get, "\(wide)/month?\(month)", as: office).list("remedies").isEmpty)
        #expect(
            try await api.send(.get, "\(wide)/month?\(month)&asOf=2023-06-22", as: office).list("remedies").isEmpty == false,
            "as that day showed it")
        try await stage.move(to: "2023-06-20")
    }

    private static func finding(_ visit: JSONValue) -> String? {
        guard case .array(let findings) = visit.members("findings") else { return nil }
        return findings.first?.member("id")
    }

    /// Sends a form as the page that shows it offers it.
    private func submit(_ path: String, _ fields: String, as token: Token, on shown: String) async throws -> HTTPResponse.Status {
        let there = try await page(shown, as: token)
        return try await province.submit(path, fields, of: there.body, cookie: "thidua=\(token.text)").status
    }

    @Test("with what a unit did itself about late work its head orders, and nobody else there")
    func handled() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-XL")
        let late = try await stage.item("1", due: "2023-05-01", unit: "10101")
        let recorded = try await api.send(
            .post, "\(own)/handlings", as: token(.unitHead),
            [
                "kind": "review", "item": .string(late.description), "documentNumber": "5/TB", "documentOn": "2023-06-19",
                "words": "Kiểm điểm",
            ])
        #expect(recorded.status == 201, "\(recorded.json.text())")
        let order: JSONValue = [
            "origin": "handling", "originID": .string(recorded.text("id")), "tenant": .string(province.tenant(Self.tenant).description),
            "unit": .string(province.unit("10101", in: Self.tenant).description), "words": "Hoàn thành phần còn lại", "dueOn": "2023-06-30",
        ]
        for seat in [token(.clerk), token(.councilSecretary), token(.subUnitHead, unit: "10101"), token(.unitHead, in: "district_102")] {
            #expect(try await api.send(.post, "\(own)/remedies", as: seat, order).status != 201)
        }
        let ordered = try await api.send(.post, "\(own)/remedies", as: token(.unitHead), order)
        #expect(ordered.status == 201, "\(ordered.json.text())")
    }

    @Test("the pages take the forms that they offer, and show a unit what is its own")
    func pages() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-TRANG")
        let target = province.tenant(Self.tenant).description
        let (home, head) = ("/units/\(Self.tenant)", token(.unitHead))
        let plan = "campaign=\(stage.code)&content=x&leader=x&from=2023-06-01&to=2023-06-30&number=&u-\(target)=yes"
        #expect(try await submit("/inspections", plan + "&title=", as: office, on: "/inspections") == .unprocessableContent)
        #expect(try await submit("/inspections", plan + "&title=Kiem+tra", as: office, on: "/inspections") == .seeOther)
        let plans = try await api.send(.get, "\(wide)/inspections?limit=200", as: office).items
        let planned = try #require(plans.first { $0.member("campaign") == stage.code }).member("id")
        let held = "unit=\(target)&held=2023-06-15&number=1&minutes=2023-06-16&findings=Chua+cap+nhat+so"
        #expect(try await submit("/inspections/\(planned)/visit", held, as: office, on: "/inspections") == .seeOther)
        let own = try await page("\(home)/inspections", as: head)
        #expect(own.status == .ok && own.body.contains("Chua cap nhat so") && !own.body.contains("Lập kế hoạch kiểm tra"))
        let visits = try await api.send(.get, "\(self.own)/inspection-visits?limit=200", as: head).items
        let finding = try #require(visits.first.flatMap(Self.finding))

        #expect(try await page("/inspections", as: office).body.contains("<a href=\"/remedies?cause=\(finding)\">Yêu cầu khắc phục</a>"))
        #expect(!own.body.contains("?cause="), "the unit orders nothing with it")
        let chosen = try await page("/remedies?cause=\(finding)", as: office).body
        #expect(chosen.contains("name=\"cause\" value=\"\(finding)\"") && chosen.contains("Chua cap nhat so"))
        #expect(chosen.contains("<option value=\"\(target)\" selected>") && !chosen.contains("Mã định danh của căn cứ"))
        let plain = try await page("/remedies", as: office).body
        #expect(plain.contains("<option value=\"\(finding)\">") && plain.contains("Chua cap nhat so"), "what was found is named")
        let (part, people) = (province.unit("10101", in: Self.tenant), chosen.components(separatedBy: "<option value=\""))
        #expect(chosen.contains("<option value=\"\(part)\">") && people.contains { $0.hasPrefix("\(part):") }, "and whose it is")
        let order = "cause=\(finding)&tenant=\(target)&unit=&person=&words=Cap+nhat&due=2023-06-22"
        #expect(try await submit("/remedies", "origin=finding&" + order, as: office, on: "/remedies") == .seeOther)
        #expect(
            try await submit("\(home)/remedies", "origin=handling&" + order, as: head, on: "\(home)/remedies") == .unprocessableContent,
            "the unit did nothing of that id itself")
        let listed = try await api.send(.get, "\(self.own)/remedies?show=open&limit=200", as: head).items
        let ordered = try #require(listed.first { $0.member("campaign") == stage.code }).member("id")
        let remedy = "\(home)/remedies/\(ordered)"
        #expect(try await submit("\(remedy)/step", "step=report&words=Da+cap+nhat&number=&on=", as: head, on: remedy) == .seeOther)
        #expect(!(try await page(remedy, as: head)).body.contains("name=\"step\""), "it waits for the Office")

        let (secretary, member) = (token(.councilSecretary), token(.unitCouncilMember))
        let person = province.person(of: .unitCouncilMember, in: Self.tenant)
        try await province.asSuperuser(
            """
            INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(target)', '\(person)', 'member', '2023-06-01', 'x',
                '\(province.post(of: .councilSecretary, in: Self.tenant))', '2023-06-01')
            ON CONFLICT DO NOTHING
            """)
        let assigning = "person=\(person)&unit=\(province.unit("10101", in: Self.tenant))&campaign=\(stage.code)&through=&number=&from="
        let followings = "\(home)/followings"
        #expect(try await submit(followings, assigning, as: secretary, on: followings) == .unprocessableContent, "from no day")
        #expect(try await submit(followings, assigning + "2023-06-01", as: secretary, on: followings) == .seeOther)
        let kept = try await api.send(.get, "\(self.own)/followings?limit=200", as: secretary).items
        let following = try #require(kept.first { $0.member("campaign") == stage.code }).member("id")
        let note = "following=\(following)&kind=urging&on=2023-06-19&words=Don+doc+som"
        #expect(try await submit("\(followings)/note", note, as: member, on: followings) == .seeOther)
        #expect(try await page(followings, as: secretary).body.contains("Don doc som"))

        // Who answers for the unit notes what is assigned to him; until then no form is offered to him.
        #expect(!(try await page(followings, as: head)).body.contains("Ghi nhận của đồng chí"))
        let headPerson = province.person(of: .unitHead, in: Self.tenant)
        try await province.asSuperuser(
            """
            INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(target)', '\(headPerson)', 'member', '2023-06-01', 'x',
                '\(province.post(of: .councilSecretary, in: Self.tenant))', '2023-06-01')
            ON CONFLICT DO NOTHING
            """)
        let toHead =
            "person=\(headPerson)&unit=\(province.unit("10102", in: Self.tenant))&campaign=\(stage.code)&through=&number=&from=2023-06-01"
        #expect(try await submit(followings, toHead, as: secretary, on: followings) == .seeOther)
        let all = try await api.send(.get, "\(self.own)/followings?limit=200", as: head).items
        let his = try #require(all.first { $0.member("campaign") == stage.code && $0.member("person") == headPerson.description }).member(
            "id")
        #expect(try await page(followings, as: head).body.contains("Ghi nhận của đồng chí"))
        let urged = "following=\(his)&kind=urging&on=2023-06-19&words=Nhac+tien+do"
        #expect(try await submit("\(followings)/note", urged, as: head, on: followings) == .seeOther)
        #expect(!(try await page(followings, as: token(.unitCoordinator))).body.contains("Ghi nhận của đồng chí"))
        #expect(try await submit("\(followings)/note", urged, as: token(.unitCoordinator), on: followings) == .forbidden)
    }

    @Test("members follow units by their council, and note in their own names; the list with its counts leaves as a file")
    func followings() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-HD")
        let affairs = province.token(of: .homeAffairsOfficer)
        let member = province.person(of: .councilMember)
        try await province.asSuperuser(
            """
            INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), core.province_tenant(), '\(member)', 'member', '2023-06-01', 'x', '\(province.post(of: .homeAffairsOfficer))',
                '2023-06-01')
            ON CONFLICT DO NOTHING
            """)
        let assigning: JSONValue = [
            "person": .string(member.description), "unit": .string(province.tenant(Self.tenant).description),
            "campaign": .string(stage.code), "from": "2023-06-01",
        ]
        #expect(try await api.send(.post, "\(wide)/followings", as: office, assigning).status == 403)
        let assigned = try await api.send(.post, "\(wide)/followings", as: affairs, assigning)
        #expect(assigned.status == 201, "\(assigned.json.text())")
        let path = "\(wide)/followings/\(assigned.text("id"))"
        let noting: JSONValue = ["kind": "urging", "words": "Đề nghị sớm hoàn thành", "on": "2023-06-19"]
        let unfit = try await api.send(.post, "\(path)/notes", as: affairs, noting)
        #expect(unfit.status == 403 && unfit.text("detail").contains("thành viên Hội đồng được phân công"), "not who keeps the council")
        #expect(!unfit.text("detail").contains("phương châm"), "of the deed that was asked for")
        let noted = try await api.send(.post, "\(path)/notes", as: province.token(of: .councilMember), noting)
        #expect(noted.status == 201 && noted.text("urging") == "1", "\(noted.json.text())")
        let told = try await api.send(.get, "\(own)/follow-notes?limit=200", as: token(.unitHead)).items
        let note = try #require(told.first { $0.member("words") == "Đề nghị sớm hoàn thành" }, "the unit is told")
        // What he urged may be ordered as something to be put right, by him and nobody else.
        let ordering: JSONValue = [
            "origin": "note", "originID": .string(note.member("id")), "tenant": .string(province.tenant(Self.tenant).description),
            "words": "Hoàn thành trước hạn mới", "dueOn": "2023-06-30",
        ]
        #expect(try await api.send(.post, "\(wide)/remedies", as: office, ordering).status == 403)
        let ordered = try await api.send(.post, "\(wide)/remedies", as: province.token(of: .councilMember), ordering)
        #expect(ordered.status == 201 && ordered.text("body") == "member", "\(ordered.json.text())")
        // Of which unit, and in whose name: the unit does not read the directory of the province's council, so the note itself says it.
        let (name, title) = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT n.full_name, p.title FROM core.person AS n JOIN core.post AS p ON p.person_id = n.id
                WHERE n.id = \(member) AND p.id = \(province.post(of: .councilMember))
                """
            ).only { row in (try row.next(String.self), try row.next(String.self)) }
        }
        #expect(note.member("memberName") == name && note.member("post") == title && !name.isEmpty, "\(note.text())")
        #expect(note.member("tenant") == Self.tenant && note.member("followed") == province.tenant(Self.tenant).description)
        #expect(note.member("followedName") == note.member("tenantName"))
        let person = "SELECT 1 / count(*) FROM core.person WHERE id = '\(member)'"
        #expect(try await province.raw(.unitHead, in: Self.tenant, person)?.sqlState == "22012", "the control")
        let file = try await api.send(.get, "\(wide)/follow-notes?format=csv", as: affairs)
        #expect(String(decoding: file.bytes, as: UTF8.self).contains(name), "and the file")
        #expect(
            try await api.send(.get, "/api/v1/tenants/district_102/follow-notes", as: token(.unitHead, in: "district_102")).items.isEmpty)
        let within = try await api.send(.get, "\(own)/followings?limit=200", as: token(.unitHead)).items
        #expect(!within.contains { $0.member("campaign") == stage.code }, "the province's assignment is its own")
        let list = try await api.send(.get, "\(wide)/followings?format=csv", as: affairs)
        #expect(list.status == 200 && String(decoding: list.bytes, as: UTF8.self).contains("2023"), "\(list.status)")
        let shown = try await page("/followings", as: province.token(of: .councilMember))
        #expect(shown.status == .ok && shown.body.contains("Đề nghị sớm hoàn thành") && shown.body.contains("Ghi nhận của đồng chí"))
        #expect(try await page("/followings", as: affairs).body.contains("Phân công theo dõi"))
        let fields = "campaign=\(stage.code)&person=\(member)&unit=\(province.tenant(Self.tenant))&from=2023-06-05&through=&number="
        #expect(try await submit("/followings", fields, as: affairs, on: "/followings") == .conflict, "he follows it already")
        #expect(shown.body.contains(name))
        let guidance = "following=\(assigned.text("id"))&kind=guidance&on=2023-06-19&words=Huong+dan"
        #expect(try await submit("/followings/note", guidance, as: province.token(of: .councilMember), on: "/followings") == .seeOther)
        let ended = try await api.send(.post, "\(path)/end", as: affairs, ["on": "2023-06-19"])
        #expect(ended.status == 200 && ended.text("through") == "2023-06-19", "\(ended.json.text())")
        #expect(try await api.send(.post, "\(path)/notes", as: province.token(of: .councilMember), noting).status == 403, "no longer")
    }

    @Test("a leader of the province who sits in its council notes and orders what is assigned to him, and no other leader does")
    func leaders() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-LD")
        let (vice, chairman) = (province.token(of: .viceChairman), province.token(of: .chairman))
        for role in [Role.viceChairman, .chairman] {
            try await province.asSuperuser(
                """
                INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
                VALUES (gen_random_uuid(), core.province_tenant(), '\(province.person(of: role))', 'member', '2023-06-01', 'x',
                    '\(province.post(of: .homeAffairsOfficer))', '2023-06-01')
                ON CONFLICT DO NOTHING
                """)
        }
        #expect(!(try await page("/followings", as: vice)).body.contains("Ghi nhận của đồng chí"), "nothing is assigned to him")
        let assigned = try await api.send(
            .post, "\(wide)/followings", as: province.token(of: .homeAffairsOfficer),
            [
                "person": .string(province.person(of: .viceChairman).description),
                "unit": .string(province.tenant(Self.tenant).description), "campaign": .string(stage.code), "from": "2023-06-01",
            ])
        #expect(assigned.status == 201, "\(assigned.json.text())")
        let path = "\(wide)/followings/\(assigned.text("id"))/notes"
        let noting: JSONValue = ["kind": "finding", "words": "Còn chậm theo dõi", "on": "2023-06-19"]
        for other in [chairman, office, province.token(of: .auditor), province.token(of: .councilMember)] {
            #expect(try await api.send(.post, path, as: other, noting).status == 403, "it is assigned to another")
        }
        let noted = try await api.send(.post, path, as: vice, noting)
        #expect(noted.status == 201 && noted.text("findings") == "1", "\(noted.json.text())")
        #expect(try await page("/followings", as: vice).body.contains("Ghi nhận của đồng chí"))
        #expect(!(try await page("/followings", as: chairman)).body.contains("Ghi nhận của đồng chí"))
        let told = try await api.send(.get, "\(own)/follow-notes?limit=200", as: token(.unitHead)).items
        let note = try #require(told.first { $0.member("words") == "Còn chậm theo dõi" }, "the unit is told")
        let ordering: JSONValue = [
            "origin": "note", "originID": .string(note.member("id")), "tenant": .string(province.tenant(Self.tenant).description),
            "words": "Theo dõi hằng tuần", "dueOn": "2023-06-30",
        ]
        #expect(try await api.send(.post, "\(wide)/remedies", as: chairman, ordering).status != 201, "what another found")
        let ordered = try await api.send(.post, "\(wide)/remedies", as: vice, ordering)
        #expect(ordered.status == 201 && ordered.text("body") == "member", "\(ordered.json.text())")
        let steps = "\(wide)/remedies/\(ordered.text("id"))/steps"
        let withdrawing: JSONValue = ["step": "withdraw", "words": "Đã xong"]
        #expect(try await api.send(.post, steps, as: chairman, withdrawing).status == 403)
        #expect(try await api.send(.post, steps, as: vice, withdrawing).status == 201)
    }

    @Test("the Office plans and records by command, who keeps a council assigns, the member notes; nobody else")
    func commands() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-LENH")
        func run(_ arguments: [String], as token: Token) async throws -> Executable.Outcome {
            try await Executable.run(
                arguments + ["--output", "json"], environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
        }
        func id(_ outcome: Executable.Outcome) throws -> String {
            try #require(outcome.output.firstMatch(of: /"id": "([0-9a-f-]{36})"/)).output.1.description
        }
        let plan = [
            "inspection", "plan", "--campaign", stage.code, "--title", "Kiểm tra quý II", "--content", "Sổ", "--leader",
            "Phó Chánh Văn phòng",
            "--from", "2023-06-01", "--to", "2023-06-30", "--unit",
        ]
        #expect(try await run(plan + [Self.tenant], as: province.token(of: .auditor)).code == 4)
        #expect(try await run(plan + ["district_nowhere"], as: office).code == 1)
        let planned = try await run(plan + [Self.tenant], as: office)
        #expect(planned.code == 0 && planned.output.contains("Kiểm tra quý II"), "\(planned)")
        let recorded = try await run(
            [
                "inspection", "record", try id(planned), "--unit", Self.tenant, "--held-on", "2023-06-15", "--minutes", "1/BB",
                "--minutes-on",
                "2023-06-16", "--finding", "Chưa cập nhật sổ",
            ], as: office)
        #expect(recorded.code == 0 && recorded.output.contains("Chưa cập nhật sổ"), "\(recorded)")
        #expect(try await run(["inspection", "plans"], as: province.token(of: .auditor)).output.contains(stage.code))

        let (secretary, member) = (token(.councilSecretary), token(.unitCouncilMember))
        let person = province.person(of: .unitCouncilMember, in: Self.tenant)
        try await province.asSuperuser(
            """
            INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(province.tenant(Self.tenant))', '\(person)', 'member', '2023-06-01', 'x',
                '\(province.post(of: .councilSecretary, in: Self.tenant))', '2023-06-01')
            ON CONFLICT DO NOTHING
            """)
        let assign = [
            "following", "assign", "\(person)", "--unit", "10101", "--unit", "10102", "--campaign", stage.code, "--from", "2023-06-01",
        ]
        #expect(try await run(assign, as: member).code == 4)
        let assigned = try await run(assign, as: secretary)
        #expect(assigned.code == 0, "\(assigned)")
        let note = ["following", "note", try id(assigned), "urging", "--words", "Sớm hoàn thành", "--on", "2023-06-19"]
        #expect(try await run(note, as: secretary).code == 4, "not in the member's name")
        #expect(try await run(note, as: member).code == 0)
        #expect(try await run(["following", "end", try id(assigned), "--on", "2023-06-19"], as: secretary).output.contains("2023-06-19"))
        let shown = try await page("/units/\(Self.tenant)/followings", as: secretary)
        #expect(shown.body.contains("<option value=\"\(stage.code)\">"), "the campaign is chosen by its name")
    }
}

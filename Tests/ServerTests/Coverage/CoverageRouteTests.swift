import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// The media plan over HTTP and on pages, with the real posts, and in the month.
@Suite("Coverage over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct CoverageRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private let wide = "/api/v1/province"
    private let own = "/api/v1/tenants/dept_bao"

    private var office: Token { province.token(of: .officeMonitor) }
    private var editor: Token { province.token(of: .mediaEditor) }

    private func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    /// Sends a form as the page that shows it offers it.
    private func submit(_ path: String, _ fields: String, as token: Token, on shown: String) async throws -> HTTPResponse.Status {
        let there = try await page(shown, as: token)
        return try await province.submit(path, fields, of: there.body, cookie: "thidua=\(token.text)").status
    }

    private func plan(_ stage: CriticismStage, on day: String = "2023-06-15") -> JSONValue {
        [
            "campaign": .string(stage.code), "occasion": "monthlyModel", "subject": "Mô hình một cửa", "kind": "article",
            "outlet": .string(province.tenant("dept_bao").description), "plannedOn": .string(day),
        ]
    }

    @Test("the Office plans and approves, the editor reports and corrects, and it is counted in the month")
    func way() async throws {
        let stage = try await CriticismStage(province, campaign: "TT-API")
        for role in [Role.homeAffairsOfficer, .auditor, .chairman, .councilMember] {
            #expect(try await api.send(.post, "\(wide)/coverage-lines", as: province.token(of: role), plan(stage)).status == 403, "\(role)")
        }
        let planned = try await api.send(.post, "\(wide)/coverage-lines", as: office, plan(stage))
        #expect(planned.status == 201 && planned.text("state") == "missing", "\(planned.json.text())")
        let line = planned.text("id")
        let kept = "\(wide)/coverage-lines/\(line)"
        for act in ["drop", "kits/withdrawal"] {
            let another = province.token(of: .homeAffairsOfficer)
            #expect(try await api.send(.post, "\(kept)/\(act)", as: another, ["reason": "x"]).status == 403, "\(act)")
        }
        #expect(try await api.send(.get, "\(own)/coverage-lines/\(line)", as: editor).list("kits").isEmpty)
        let kit: JSONValue = [
            "facts": "Giải quyết trước hạn 98%", "approver": "Chánh Văn phòng", "approvedOn": "2023-06-14", "notBefore": "2023-06-15",
            "person": ["name": "Người được nêu", "consentOn": "2023-06-13", "manner": "paper", "documentNumber": "1/ĐY"],
        ]
        let approved = try await api.send(.post, "\(kept)/kits", as: office, kit)
        #expect(approved.status == 201, "\(approved.json.text())")
        let told = try await api.send(.get, "\(own)/coverage-lines/\(line)", as: editor)
        #expect(told.list("kits").map { $0.member("facts") } == ["Giải quyết trước hạn 98%"])
        #expect(try await api.send(.get, "\(own)/coverage-lines/\(line)", as: province.token(of: .unitHead, in: "dept_bao")).status == 404)
        #expect(try await api.send(.get, "\(wide)/coverage-lines", as: editor).status == 403)

        let said: JSONValue = [
            "line": .string(line), "kind": "article", "title": "Một cửa", "on": "2023-06-17", "link": "https://bao.vn/mot-cua",
        ]
        for token in [office, province.token(of: .unitHead, in: "dept_bao"), province.token(of: .unitHead, in: "district_101")] {
            #expect(try await api.send(.post, "\(own)/coverage", as: token, said).status != 201)
        }
        let reported = try await api.send(.post, "\(own)/coverage", as: editor, said)
        #expect(reported.status == 201 && reported.text("subject") == "Mô hình một cửa", "\(reported.json.text())")
        #expect(reported.text("isEarly") == "false", "\(reported.json.text())")
        #expect(try await api.send(.get, kept, as: office).text("state") == "late")
        let correction: JSONValue = ["kind": "feature", "title": "Một cửa", "on": "2023-06-14", "minutes": 6, "reason": "Ghi nhầm"]
        let id = reported.text("id")
        let corrected = try await api.send(.post, "\(own)/coverage/\(id)/corrections", as: editor, correction)
        #expect(corrected.status == 201 && corrected.text("corrects") == id, "\(corrected.json.text())")
        #expect(try await api.send(.get, "\(own)/coverage/\(id)", as: editor).status == 404, "another stands in its place")
        #expect(try await api.send(.get, kept, as: office).text("state") == "published")
        #expect(corrected.text("hasKit") == "true", "on the day on which it was approved")
        #expect(corrected.text("isEarly") == "true", "which is before the day from which it may be published")
        // What was published before its facts were approved is marked, in the plan, in the list and in its file, also to the outlet.
        let mark = "chưa có bộ tư liệu được duyệt"
        let hasty: JSONValue = ["kind": "feature", "title": "Một cửa", "on": "2023-06-13", "minutes": 6, "reason": "Ghi nhầm ngày"]
        let early = try await api.send(.post, "\(own)/coverage/\(corrected.text("id"))/corrections", as: editor, hasty)
        #expect(early.status == 201 && early.text("hasKit") == "false", "\(early.json.text())")
        for (path, reader) in [(kept, office), ("\(own)/coverage-lines/\(line)", editor)] {
            let marked = try await api.send(.get, path, as: reader)
            #expect(marked.text("stateName").contains(mark) && marked.text("withoutKit") == "1", "\(marked.json.text())")
        }
        for (path, reader) in [("\(wide)/coverage", office), ("\(wide)/coverage-lines", office), ("\(own)/coverage", editor)] {
            let file = try await api.send(.get, "\(path)?campaign=\(stage.code)&format=csv", as: reader)
            #expect(file.status == 200 && String(decoding: file.bytes, as: UTF8.self).contains(mark), "\(path)")
        }
        let settled = try await api.send(.post, "\(own)/coverage/\(early.text("id"))/corrections", as: editor, correction)
        #expect(settled.status == 201 && settled.text("hasKit") == "true", "\(settled.json.text())")
        #expect(try await api.send(.get, kept, as: office).text("stateName") == "đã đăng, phát, trước ngày được đăng, phát")
        let file = try await api.send(.get, "\(own)/coverage?campaign=\(stage.code)&format=csv", as: editor)
        #expect(String(decoding: file.bytes, as: UTF8.self).contains("đã duyệt, trước ngày được đăng, phát"))
        let beside: JSONValue = [
            "campaign": .string(stage.code), "kind": "news", "title": "Tin", "on": "2023-06-12", "link": "https://bao.vn/tin",
        ]
        let unplanned = try await api.send(.post, "\(own)/coverage", as: editor, beside)
        #expect(unplanned.status == 201 && unplanned.text("hasKit") == "false", "\(unplanned.json.text())")
        let counts = try await api.send(.get, "\(wide)/coverage-counts?campaign=\(stage.code)&from=2023-06-01&to=2023-06-13", as: office)
        #expect(counts.list("counts").map { $0.member("news") + $0.member("total") } == ["11"], "\(counts.json.text())")

        #expect(
            try await api.send(.post, "\(wide)/months", as: office, ["campaign": .string(stage.code), "month": "2023-06"]).status == 201)
        let month = "\(wide)/month?campaign=\(stage.code)&month=2023-06"
        let counted = try await api.send(.get, month, as: office).list("coverage")
        #expect(counted.map { $0.member("feature") + $0.member("news") + $0.member("minutes") } == ["116"], "\(counted)")
        #expect(try await api.send(.get, month + "&asOf=2023-06-19", as: office).list("coverage").isEmpty, "it was not reported by then")
        let withdrawn = try await api.send(
            .post, "\(own)/coverage/\(unplanned.text("id"))/withdrawal", as: editor, ["reason": "Ghi hai lần"])
        #expect(withdrawn.status == 204)
        #expect(try await api.send(.get, month, as: office).list("coverage").map { $0.member("total") } == ["1"])

        let change: JSONValue = [
            "occasion": "monthlyModel", "subject": "Mô hình một cửa", "kind": "article",
            "outlet": .string(province.tenant("dept_bao").description), "plannedOn": "2023-06-25", "reason": "Dời ngày",
        ]
        #expect(try await api.send(.post, "\(kept)/changes", as: office, change).status == 201)
        #expect(try await api.send(.post, "\(kept)/kits/withdrawal", as: office, ["reason": "Người được nêu rút ý kiến"]).status == 201)
        #expect(try await api.send(.get, "\(own)/coverage-lines/\(line)", as: editor).list("kits").isEmpty)
        let dropped = try await api.send(.post, "\(kept)/drop", as: office, ["reason": "Không còn cần"])
        #expect(dropped.status == 201 && dropped.text("state") == "dropped" && dropped.list("versions").count == 3)
    }

    @Test("the pages take the forms that they offer, and show an outlet what is its own")
    func pages() async throws {
        let stage = try await CriticismStage(province, campaign: "TT-TRANG")
        let outlet = province.tenant("dept_bao").description
        let planning = "campaign=\(stage.code)&occasion=launch&kind=news&outlet=\(outlet)&planned=2023-06-15"
        #expect(try await submit("/coverage", planning + "&subject=", as: office, on: "/coverage") == .unprocessableContent)
        #expect(try await submit("/coverage", planning + "&subject=Le+phat+dong", as: office, on: "/coverage") == .seeOther)
        let lines = try await api.send(.get, "\(wide)/coverage-lines?campaign=\(stage.code)", as: office).items
        let line = try #require(lines.first).member("id")
        let kept = "/coverage/\(line)"
        let kit = "facts=28+don+vi&approver=Chanh+VP&approved=2023-06-14&number=&before=&consent=&manner=paper&paper=&note=&award=&person="
        #expect(try await submit("\(kept)/kit", kit + "Nguoi", as: office, on: kept) == .unprocessableContent, "without his consent")
        #expect(try await submit("\(kept)/kit", kit, as: office, on: kept) == .seeOther)

        let home = "/units/dept_bao/coverage"
        let shown = try await page("\(home)/\(line)", as: editor)
        #expect(shown.body.contains("28 don vi") && !shown.body.contains("Bỏ khỏi kế hoạch"))
        #expect(!(try await page("\(home)/\(line)", as: office)).body.contains("name=\"title\""), "the outlet alone reports")
        let said = "line=\(line)&kind=news&title=Tin+phat+dong&minutes=&on=2023-06-14&link="
        #expect(try await submit(home, said, as: editor, on: "\(home)/\(line)") == .unprocessableContent, "neither minutes nor link")
        #expect(try await submit(home, said + "https://bao.vn/1", as: editor, on: "\(home)/\(line)") == .seeOther)
        let published = "\(home)-published"
        #expect(try await page("\(published)?campaign=\(stage.code)", as: editor).body.contains("Tin phat dong"))
        let reported = try #require(try await api.send(.get, "\(own)/coverage?campaign=\(stage.code)", as: editor).items.first).member("id")
        let corrected = "kind=feature&title=Phong+su&minutes=5&on=2023-06-14&link=&reason=Nham"
        #expect(try await submit("\(published)/\(reported)/correct", corrected, as: editor, on: published) == .seeOther)
        let stands = try #require(try await api.send(.get, "\(own)/coverage?campaign=\(stage.code)", as: editor).items.first).member("id")
        #expect(try await submit("\(published)/\(stands)/withdraw", "reason=Nham", as: editor, on: published) == .seeOther)
        #expect(try await api.send(.get, "\(own)/coverage?campaign=\(stage.code)", as: editor).items.isEmpty)

        #expect(try await submit("\(kept)/kit-withdrawal", "reason=Sai", as: office, on: kept) == .seeOther)
        let changed = "occasion=launch&subject=Doi+ngay&kind=news&outlet=\(outlet)&planned=2023-06-16&reason=Doi"
        #expect(try await submit("\(kept)/change", changed, as: office, on: kept) == .seeOther)
        #expect(try await submit("\(kept)/drop", "reason=Khong+can", as: office, on: kept) == .seeOther)
        #expect(!(try await page(kept, as: office)).body.contains("name=\"reason\""), "nothing more is done with it")
        #expect(try await page("/coverage", as: province.token(of: .auditor)).body.contains("Doi ngay"))
    }

    @Test("a form says which version was read: who was overtaken is told and overwrites nothing; a day that is moved moves nothing else")
    func overtaken() async throws {
        let stage = try await CriticismStage(province, campaign: "TT-VUOT")
        let line = try await api.send(.post, "\(wide)/coverage-lines", as: office, plan(stage)).text("id")
        let kept = "/coverage/\(line)"
        func shown() async throws -> String { try await page(kept, as: office).body }
        func send(_ act: String, _ typed: [String: String], of shown: String) async throws -> HTTPResponse.Status {
            let answer = try await province.send("\(kept)/\(act)", typed, of: shown, cookie: "thidua=\(office.text)")
            #expect((answer.status == .preconditionFailed) == answer.body.contains("Tải lại"), "\(act)")
            return answer.status
        }
        let kit = ["facts": "28 don vi", "approver": "Chanh VP", "approved": "2023-06-14"]
        let other = kit.merging(["facts": "30 don vi"]) { $1 }

        // Two read the same page.
        let first = try await shown()
        #expect(try await send("change", ["planned": "2023-06-25", "reason": "Doi"], of: first) == .seeOther)
        #expect(try await send("change", ["subject": "Khac", "reason": "Doi"], of: first) == .preconditionFailed)
        #expect(try await send("drop", ["reason": "Bo"], of: first) == .preconditionFailed)
        #expect(try await send("kit", kit, of: first) == .seeOther)
        #expect(try await send("kit", other, of: first) == .preconditionFailed)
        let second = try await shown()
        #expect(try await send("kit", other, of: second) == .seeOther)
        #expect(try await send("kit-withdrawal", ["reason": "Sai"], of: second) == .preconditionFailed)

        let stands = try await api.send(.get, "\(wide)/coverage-lines/\(line)", as: office)
        #expect(stands.list("kits").map { $0.member("facts") } == ["28 don vi", "30 don vi"], "\(stands.json.text())")
        let moved = try #require(stands.list("versions").last)
        #expect(stands.list("versions").count == 2 && moved.member("plannedOn") == "2023-06-25", "\(stands.json.text())")
        #expect(
            ["occasion", "subject", "kind", "outlet"].map { moved.member($0) } == [
                "monthlyModel", "Mô hình một cửa", "article", "dept_bao",
            ])

        // The control: who reads it again.
        let third = try await shown()
        #expect(try await send("kit-withdrawal", ["reason": "Sai"], of: third) == .seeOther)
        #expect(try await send("drop", ["reason": "Bo"], of: third) == .seeOther)
    }
}

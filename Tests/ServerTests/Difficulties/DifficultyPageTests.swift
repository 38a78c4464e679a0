import Domain
import HTTPTypes
import TestSupport
import Testing

/// The pages of difficulties: only the forms that state and role allow.
@Suite("Pages of difficulties", .province, .serialized, .timeLimit(.minutes(30)))
struct DifficultyPageTests {
    private let province = Province.current

    private func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    private func offers(_ body: String, _ step: String) -> Bool { body.contains("name=\"step\" value=\"\(step)\"") }

    @Test("lead from raising to the confirmation")
    func way() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-TRANG")
        let home = "/units/\(CriticismStage.tenant)"
        let head = province.token(of: .unitHead, in: CriticismStage.tenant)
        let office = province.token(of: .officeMonitor)
        let asked = province.token(of: .unitHead, in: "dept_ttt")
        func submit(_ path: String, _ fields: String, as token: Token, on shown: String) async throws -> HTTPResponse.Status {
            let there = try await page(shown, as: token)
            return try await province.submit(path, fields, of: there.body, cookie: "thidua=\(token.text)").status
        }
        let list = try await page("\(home)/difficulties", as: head)
        #expect(list.status == .ok && list.body.contains("Nêu khó khăn, vướng mắc"), "\(list.body)")
        let unit = province.unit(nil, in: CriticismStage.tenant)
        let raised = try await province.submit(
            "\(home)/difficulties", "unit=\(unit)&campaign=\(stage.code)&title=Cham+von&obstacle=Chua+duoc+phan+bo&proposal=&items=",
            of: list.body, cookie: "thidua=\(head.text)")
        #expect(raised.status == .seeOther, "\(raised.body)")
        let own = try #require(raised.headers[.location])
        let wide = String(own.dropFirst(home.count))
        let faulty = try await province.submit(
            "\(home)/difficulties", "unit=\(unit)&campaign=\(stage.code)&title=&obstacle=Chua+duoc+phan+bo", of: list.body,
            cookie: "thidua=\(head.text)")
        #expect(faulty.status == .unprocessableContent && faulty.body.contains("<li>Tóm tắt: "), "\(faulty.body)")
        #expect(faulty.body.contains("Chua duoc phan bo</textarea>"), "what was typed stays")
        #expect(faulty.body.contains("value=\"\(stage.code)\" selected"))
        for (campaign, status) in [("", HTTPResponse.Status.unprocessableContent), ("KHONG-CO", .notFound)] {
            let lost = try await province.submit(
                "\(home)/difficulties", "unit=\(unit)&campaign=\(campaign)&title=Giu+lai&obstacle=x", of: list.body,
                cookie: "thidua=\(head.text)")
            #expect(lost.status == status && lost.body.contains("value=\"Giu lai\""), "\(campaign): \(lost.body)")
        }

        let item = try await stage.item("1", due: "2023-06-25")
        let code = "\(stage.code)-1"
        let linked = try await page("\(home)/difficulties?item=\(item)", as: head)
        #expect(linked.body.contains(">\(code)</textarea>"), "from an item's page it is named already: \(linked.body)")
        let fields = "unit=\(unit)&campaign=\(stage.code)&title=Cham+von&obstacle=x&proposal=&items="
        let unknown = try await province.submit(
            "\(home)/difficulties", fields + "KHONG-CO", of: linked.body, cookie: "thidua=\(head.text)")
        #expect(unknown.status == .unprocessableContent && unknown.body.contains("<li>Mã nhiệm vụ, chỉ tiêu liên quan"), "\(unknown.body)")
        for named in [code, "\(item)"] {
            let sent = try await province.submit(
                "\(home)/difficulties", fields + named, of: linked.body, cookie: "thidua=\(head.text)")
            #expect(sent.status == .seeOther, "\(named): \(sent.body)")
            #expect(try await page(try #require(sent.headers[.location]), as: head).body.contains(code), "\(named)")
        }

        let mine = try await page(own, as: head)
        #expect(mine.status == .ok && offers(mine.body, "withdraw") && !offers(mine.body, "accept"), "\(mine.body)")
        let taking = try await page(wide, as: office)
        #expect(offers(taking.body, "accept") && !offers(taking.body, "withdraw"), "\(taking.body)")
        #expect(!offers(try await page(wide, as: province.token(of: .auditor)).body, "accept"))
        #expect(try await page("/units/district_102\(wide)", as: province.token(of: .unitHead, in: "district_102")).status == .notFound)

        #expect(try await submit("\(wide)/step", "step=accept", as: office, on: wide) == .seeOther)
        let department = province.unit(nil, in: "dept_ttt")
        let routing = try await page(wide, as: office)
        #expect(routing.body.contains("value=\"\(department)\"") && !routing.body.contains("value=\"\(unit)\""), "not to who raised it")
        #expect(try await submit("\(wide)/step", "step=route&solver=\(department)&number=12", as: office, on: wide) == .seeOther)
        #expect(try await page("\(wide)/slip", as: office).status == .ok)
        #expect(try await page("\(own)/slip", as: head).status == .ok)
        let solving = "/units/dept_ttt\(wide)"
        #expect(offers(try await page(solving, as: asked).body, "answer"))
        #expect(try await submit("\(solving)/step", "step=answer&words=Da+trinh&number=", as: asked, on: solving) == .unprocessableContent)
        #expect(try await submit("\(solving)/step", "step=answer&words=Da+trinh&number=90", as: asked, on: solving) == .seeOther)
        #expect(try await submit("\(own)/step", "step=confirm", as: head, on: own) == .seeOther)
        #expect(try await page(own, as: head).body.contains("đã giải quyết"))
    }
}

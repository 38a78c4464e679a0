import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// The pages of criticism: only the forms that state and role allow.
@Suite("Pages of criticism", .province, .serialized, .timeLimit(.minutes(30)))
struct CriticismPageTests {
    private let province = Province.current

    private func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    private func offers(_ body: String, _ verb: String) -> Bool { body.contains("/\(verb)\" class=\"stacked\"") }

    @Test("offer for a person late work that was given to people alone, and say to whom; for a collective all of it")
    func persons() async throws {
        let stage = try await CriticismStage(province, campaign: "PB-CANHAN")
        let head = province.person(of: .unitHead, in: CriticismStage.tenant)
        let (whole, his) = (try await stage.item("1", due: "2023-05-01"), try await stage.item("2", due: "2023-05-01", of: head))
        let list = try await page("/criticisms?of=\(CriticismStage.tenant)", as: province.token(of: .homeAffairsOfficer))
        let forms = list.body.components(separatedBy: "name=\"subject\" value=\"")
        let collective = try #require(forms.first { $0.hasPrefix("unit\"") })
        let person = try #require(forms.first { $0.hasPrefix("person\"") })
        #expect(collective.contains("i-\(whole)") && collective.contains("i-\(his)"), "\(list.body)")
        #expect(person.contains("i-\(his)") && !person.contains("i-\(whole)"), "\(person)")
        #expect(person.contains("\(stage.code)-2: Báo cáo 2 (giao cho "), "\(person)")
    }

    @Test("lead from the proposal to the signature")
    func way() async throws {
        let stage = try await CriticismStage(province, campaign: "PB-TRANG")
        let item = try await stage.item("1", due: "2023-05-01")
        let unit = province.unit(nil, in: CriticismStage.tenant)
        let affairs = province.token(of: .homeAffairsOfficer)
        let head = province.token(of: .unitHead, in: CriticismStage.tenant)
        let chairman = province.token(of: .chairman)
        func submit(_ path: String, _ fields: String, as token: Token, on shown: String) async throws -> HTTPResponse.Status {
            let there = try await page(shown, as: token)
            return try await province.submit(path, fields, of: there.body, cookie: "thidua=\(token.text)").status
        }
        let list = try await page("/criticisms?of=\(CriticismStage.tenant)", as: affairs)
        #expect(list.body.contains("i-\(item)") && !list.body.contains("Mã định danh"), "late work is ticked, nobody types an id")
        #expect(list.status == .ok && list.body.contains("Đề xuất phê bình, nhắc nhở"), "\(list.body)")
        let proposed = try await province.submit(
            "/criticisms",
            "kind=criticism&campaign=\(stage.code)&subject=unit&of=\(CriticismStage.tenant)&id=\(unit)&i-\(item)=yes&words=Hoan+thanh+ngay",
            of: list.body,
            cookie: "thidua=\(affairs.text)")
        #expect(proposed.status == .seeOther, "\(proposed.body)")
        let wide = try #require(proposed.headers[.location])
        let own = "/units/\(CriticismStage.tenant)\(wide)"

        let waiting = try await page(own, as: head)
        #expect(waiting.status == .ok && offers(waiting.body, "explanation"), "\(waiting.body)")
        #expect(!offers(try await page(wide, as: affairs).body, "put"), "the unit still has time")
        #expect(!offers(try await page(own, as: province.token(of: .clerk, in: CriticismStage.tenant)).body, "explanation"))
        #expect(try await page("/units/district_102\(wide)", as: province.token(of: .unitHead, in: "district_102")).status == .notFound)
        #expect(try await page(wide, as: province.token(of: .councilMember)).status == .forbidden)

        #expect(try await submit("\(own)/explanation", "words=Cho+kinh+phi&number=", as: head, on: own) == .seeOther)
        #expect(try await submit("\(wide)/put", "number=15", as: affairs, on: wide) == .seeOther)
        let put = try await page(wide, as: chairman)
        #expect(offers(put.body, "signature") && offers(put.body, "refusal") && put.body.contains("/letter"))
        #expect(!offers(try await page(wide, as: affairs).body, "signature"))
        #expect(try await page("\(wide)/letter", as: affairs).status == .ok)
        #expect(try await submit("\(wide)/signature", "number=99&date=2023-06-19", as: chairman, on: wide) == .unprocessableContent)
        #expect(try await submit("\(wide)/signature", "number=99&date=2023-06-20", as: chairman, on: wide) == .seeOther)
        #expect(try await page(own, as: head).body.contains("đã ký phê bình"))
        #expect(try await page("\(own)/letter", as: head).status == .ok)
    }
}

import Domain
import Foundation
import HTTPTypes
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What holds own authority against its own officers: whose word rules need, to whom a unit does not give, and when a list is closed. A province of its
/// own: before the first rules nothing serves.
@Suite("Own authority against its own officers", .province, .serialized, .timeLimit(.minutes(30)))
struct OwnAwardGuardTests {
    private let province = Province.current

    @Test("rules wait for the word of the head, nobody gives to himself, and a locked list is closed on the same day")
    func guarded() async throws {
        let stage = try await OwnAwardStage(province, campaign: "GK-CHAN", in: "dept_snv")
        let sent = try await stage.sendRules(["SNV,GIÁM ĐỐC,Quỹ thi đua sở,5,5,eachUnit"], number: "40/QĐ", from: "2023-06-15")
        let rules = sent.items.first { $0.member("documentNumber") == "40/QĐ" }
        let id = try #require(rules?.member("id"))
        #expect(rules?.member("confirmedOn") == "", "nobody did yet: \(sent.json.text())")
        #expect(try await stage.confirmRules(id, as: stage.secretary).status == 403, "who took them does not confirm them")
        let shown = try await page("/units/dept_snv/own-awards", as: stage.head)
        #expect(shown.contains("chờ người đứng đầu đơn vị xác nhận") && shown.contains("/rules/\(id)/confirm"))
        #expect(try await stage.confirmRules((IDSource.system.next() as OwnRules.ID).description, as: stage.head).status == 404)
        #expect(try await stage.openRound().status == 409, "they serve nothing yet")
        let bare = try await province.submit(
            "/units/dept_snv/own-awards/rules/\(id)/confirm", "number=", of: shown, cookie: "thidua=\(stage.head.text)")
        #expect(bare.status == .unprocessableContent, "without its paper")
        let confirmed = try await province.submit(
            "/units/dept_snv/own-awards/rules/\(id)/confirm", "number=4", of: shown, cookie: "thidua=\(stage.head.text)")
        #expect(confirmed.status == .seeOther, "\(confirmed.body)")
        let listed = try await stage.api.send(.get, stage.path + "/award-rules", as: stage.secretary)
        #expect(listed.items.first?.member("confirmedDocument") == "4", "\(listed.json.text())")
        #expect(try await stage.confirmRules(id, as: stage.head).code == "own-rules-confirmed")
        let round = try await stage.openRound()
        #expect(round.status == 201, "\(round.json.text())")

        let itself = try await stage.draft(nil, round: round.text("id"), as: stage.secretary)
        #expect(itself.hasPrefix("422"), "the unit does not give to itself: \(itself)")
        let adHoc = try await stage.draft(nil, giver: province.unit(nil, in: stage.tenant).description, as: stage.secretary)
        #expect(adHoc.hasPrefix("422"), "nor for a deed: \(adHoc)")
        let part = try await stage.draft("CCVTLT", round: round.text("id"), as: stage.secretary)
        let other = try await stage.draft("CCVTLT-P1", round: round.text("id"), as: stage.secretary)
        #expect(try await stage.step("submission", part, as: stage.secretary).status == 201, "the control")
        let locked = try await stage.api.send(.post, "\(stage.path)/award-rounds/\(round.text("id"))/lock", as: stage.secretary)
        #expect(locked.status == 201, "\(locked.json.text())")
        #expect(try await stage.step("submission", other, as: stage.secretary).status == 409, "on the day of the lock too")
        #expect(try await stage.step("withdrawal", part, as: stage.secretary, ["reason": "Xin rút"]).status == 201)
        let opened = try #require(OwnRound.ID(round.text("id")))
        let slots = try await province.count(
            "SELECT count(*) FROM core.own_slot WHERE round_id = \(opened) AND freed_on IS NULL")
        #expect(slots == 1, "withdrawn after the lock it stays taken (A04)")
    }

    private func page(_ path: String, as token: Token) async throws -> String {
        let answer = try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
        #expect(answer.status == .ok, "\(path): \(answer.status)")
        return answer.body
    }
}

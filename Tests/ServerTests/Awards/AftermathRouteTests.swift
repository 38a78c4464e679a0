import Domain
import Foundation
import HTTPTypes
import Operations
import TestSupport
import Testing

/// What follows a decision over HTTP with the real posts: every state and role of the papers that amend, money, certificates, events.
@Suite("After a decision over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct AftermathRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private static let wide: [Role] = [.homeAffairsOfficer, .chairman, .viceChairman, .officeMonitor, .councilMember, .auditor]
    private static let here: [Role] = [.unitHead, .councilSecretary, .clerk]

    private func token(_ role: Role) -> Token {
        Self.wide.contains(role) ? province.token(of: role) : province.token(of: role, in: AwardStage.tenant)
    }

    private func ask(_ path: String, _ id: AwardDossier.ID, as role: Role, _ body: JSONValue) async throws -> APIAnswer {
        try await api.send(.post, "/api/v1/province/award-dossiers/\(id)/\(path)", as: token(role), body)
    }

    private func show(_ id: AwardDossier.ID, as role: Role = .homeAffairsOfficer) async throws -> APIAnswer {
        try await api.send(.get, "/api/v1/province/award-dossiers/\(id)/aftermath", as: token(role))
    }

    private static func paper(_ number: String, _ more: [String: JSONValue] = [:]) -> JSONValue {
        var members = JSONObject([
            ("number", .string(number)), ("signedOn", "2023-06-20"), ("signer", "CHỦ TỊCH"), ("facts", "Theo kết luận"),
        ])
        for (name, value) in more.sorted(by: { $0.key < $1.key }) { members.append(name, value) }
        return .object(members)
    }

    @Test("every paper in every state works for whom the machine allows it; all others hear 403, 404 or 409 with a reason")
    func everyCell() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-SAU1")
        let id = try await stage.issued("801/QĐ-UBND")
        try await stage.propose(id)
        let papers: [(AwardDossier.Step, String, JSONValue, Action)] = [
            (.correct, "correction", Self.paper("802/UBND-NV", ["wrong": "Điều 12", "right": "Điều 13"]), .appraiseAward),
            (.replace, "replacement", Self.paper("803/QĐ-UBND", ["name": "Lê Thị Bình"]), .decideAward),
            (.revoke, "revocation", Self.paper("804/QĐ-UBND"), .decideAward),
        ]
        var (done, refused) = (0, 0)
        for state in AwardDossier.State.allCases {
            for (step, path, body, action) in papers {
                var isMoved = true
                let isInOrder: Bool
                if case .moves = AwardDossier.cell(state, step, .provincialReview) { isInOrder = true } else { isInOrder = false }
                for role in Self.wide + Self.here {
                    if isMoved { try await stage.put(id, in: state) }
                    let answer = try await ask(path, id, as: role, body)
                    isMoved = answer.status == 201
                    if isInOrder, Self.wide.contains(role), Policy.of(role).actions.contains(action) {
                        #expect(answer.status == 201, "\(step) when \(state) by \(role): \(answer.json.text())")
                        done += 1
                    } else {
                        let isAllowed = Policy.of(role).actions.contains(action) && Self.wide.contains(role)
                        // What the unit has not submitted yet, nobody of the province sees.
                        let isUnseen = Self.wide.contains(role) && [.drafted, .councilReviewed].contains(state)
                        let statuses = isAllowed ? [404, 409] : isUnseen ? [404] : [403]
                        #expect(statuses.contains(answer.status), "\(step) when \(state) by \(role): \(answer.json.text())")
                        #expect(!answer.code.isEmpty && !answer.text("detail").isEmpty)
                        refused += 1
                    }
                }
            }
        }
        // 4 states that are corrected and replaced, 5 that are revoked; one role corrects, two sign.
        #expect(done == 4 * 1 + 4 * 2 + 5 * 2, "\(done) allowed, \(refused) refused")
        #expect(done + refused == 17 * 3 * 9, "\(done) allowed, \(refused) refused")
    }

    @Test("an award is proposed for revocation, revoked, its money comes back and is waived; nobody else does it")
    func revocation() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-SAU2")
        let id = try await stage.issued("811/QĐ-UBND")
        let proposal: JSONValue = [
            "ground": "forgedPapers", "facts": "Giấy tờ giả", "documentNumber": "9/KL-TTr", "documentOn": "2023-06-19",
        ]
        for role in [Role.chairman, .officeMonitor, .auditor, .unitHead] {
            #expect(try await ask("revocation-proposals", id, as: role, proposal).status == 403, "\(role)")
        }
        let faults = try await ask(
            "revocation-proposals", id, as: .homeAffairsOfficer,
            ["ground": "forgedPapers", "facts": " ", "documentNumber": "9", "documentOn": "2023-06-21"])
        #expect(faults.status == 422 && Set(faults.faults) == ["$.facts", "$.documentOn"], "\(faults.json.text())")
        let early = try await ask("revocation", id, as: .chairman, Self.paper("812/QĐ-UBND"))
        #expect(early.status == 409 && early.code == "revocation-not-proposed", "\(early.json.text())")
        let proposed = try await ask("revocation-proposals", id, as: .homeAffairsOfficer, proposal)
        #expect(proposed.status == 201 && proposed.list("proposals").count == 1, "\(proposed.json.text())")
        let draft = try await api.send(.get, "/api/v1/province/award-dossiers/\(id)/revocation-decision", as: token(.homeAffairsOfficer))
        #expect(draft.status == 200)
        let said = try ReadPaper.text(draft.bytes)
        for words in ["Hủy bỏ việc tặng", "811/QĐ-UBND", "hồ sơ, giấy tờ giả", "9/KL-TTr", "1.490.000"] {
            #expect(said.contains(words), "\(words) in \(said)")
        }
        // Under the law in force on that day, and no other.
        #expect(said.contains("Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017") && !said.contains("2022"), "\(said)")
        #expect(said.contains("Theo đề nghị của") && !said.contains("Tờ trình"), "no tờ trình is recorded: \(said)")
        let revoked = try await ask("revocation", id, as: .chairman, Self.paper("812/QĐ-UBND"))
        #expect(revoked.status == 201 && revoked.text("state") == "revoked", "\(revoked.json.text())")
        #expect(revoked.json.members("recovery").member("outstanding") == "1490000")
        let twice = try await ask("revocation", id, as: .chairman, Self.paper("813/QĐ-UBND"))
        #expect(twice.status == 409 && twice.code == "dossier-closed")

        func pay(_ amount: Int, as role: Role = .homeAffairsOfficer) async throws -> APIAnswer {
            try await ask("recoveries", id, as: role, ["amount": .integer(amount), "happenedOn": "2023-06-20", "documentNumber": "PT 1"])
        }
        let above = try await pay(1_490_001)
        #expect(above.status == 422 && above.faults == ["$.amount"], "\(above.json.text())")
        #expect(try await pay(1_000_000, as: .chairman).status == 403)
        #expect(try await pay(1_000_000).status == 201)
        let waiver: JSONValue = ["amount": 490_000, "happenedOn": "2023-06-20", "documentNumber": "95/UBND-NV", "reason": "Đã mất"]
        #expect(try await ask("recovery-waivers", id, as: .homeAffairsOfficer, waiver).status == 403)
        let waived = try await ask("recovery-waivers", id, as: .chairman, waiver)
        #expect(waived.json.members("recovery").member("state") == "settledWithWaiver", "\(waived.json.text())")

        for role in Self.wide { #expect(try await show(id, as: role).status == 200, "\(role)") }
        for role in Self.here { #expect(try await show(id, as: role).status == 403, "\(role)") }
        #expect(try await show(IDSource.system.next()).status == 404)
        let told = try await api.send(
            .get, "/api/v1/published-awards?limit=200&tenant=\(AwardStage.tenant)",
            as: province.token(of: .clerk, in: "district_102"))
        let mine = try #require(told.items.first { $0.member("decision") == "811/QĐ-UBND" })
        #expect(mine.members("amended").member("kind") == "revoke" && mine.members("amended").member("number") == "812/QĐ-UBND")
        #expect(!told.json.text().contains("forgedPapers") && !told.json.text().contains("Giấy tờ giả"))
        // The unit reads it in the steps of its dossier.
        let own = try await api.send(.get, "/api/v1/tenants/\(AwardStage.tenant)/award-dossiers/\(id)", as: token(.unitHead))
        #expect(own.text("state") == "revoked" && own.json.text().contains("812/QĐ-UBND"), "\(own.json.text())")
    }

    @Test("what was typed wrongly of a decision is put right by who recorded it, also for the unit and on the certificate")
    func recordedWrongly() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-SAU4")
        let id = try await stage.issued("831/QĐ-UBND")
        let body: JSONValue = ["number": "832/QĐ-UBND", "reason": "Ghi nhầm số"]
        for role in [Role.chairman, .officeMonitor, .auditor, .unitHead] {
            #expect(try await ask("entry-correction", id, as: role, body).status == 403, "\(role)")
        }
        let future = try await ask("entry-correction", id, as: .homeAffairsOfficer, ["signedOn": "2023-06-21", "reason": "x"])
        #expect(future.status == 422 && future.faults == ["$.signedOn"], "\(future.json.text())")
        let corrected = try await ask("entry-correction", id, as: .homeAffairsOfficer, body)
        #expect(corrected.status == 201 && corrected.json.members("decision").member("number") == "832/QĐ-UBND", "\(corrected.json.text())")
        let stood = corrected.list("corrections").first
        #expect(stood?.member("number") == "831/QĐ-UBND" && stood?.member("reason") == "Ghi nhầm số", "\(corrected.json.text())")
        let again = try await ask("entry-correction", id, as: .homeAffairsOfficer, body)
        #expect(again.status == 409 && again.code == "decision-unchanged", "\(again.json.text())")
        let own = try await api.send(.get, "/api/v1/tenants/\(AwardStage.tenant)/award-dossiers/\(id)", as: token(.unitHead))
        #expect(own.json.text().contains("832/QĐ-UBND") && !own.json.text().contains("831/QĐ-UBND"), "\(own.json.text())")
        let printed = try await api.send(
            .get, "/api/v1/province/award-dossiers/\(id)/papers/certificate-print", as: token(.homeAffairsOfficer))
        let said = try ReadPaper.text(printed.bytes)
        #expect(said.contains("832/QĐ-UBND") && !said.contains("831/QĐ-UBND"), "\(said)")
    }

    @Test("a proposal is declined by who signs, a certificate given anew and a verdict ruled on by Home Affairs")
    func others() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-SAU3")
        let id = try await stage.issued("821/QĐ-UBND")
        try await stage.propose(id)
        #expect(try await ask("revocation-refusal", id, as: .homeAffairsOfficer, ["reason": "x"]).status == 403)
        let declined = try await ask("revocation-refusal", id, as: .viceChairman, ["reason": "Chưa đủ căn cứ"])
        #expect(declined.status == 201 && declined.text("state") == "issued", "\(declined.json.text())")
        #expect(try await ask("revocation-refusal", id, as: .viceChairman, ["reason": "x"]).code == "revocation-not-proposed")

        let copy: JSONValue = ["kind": "lost", "reason": "Mất", "requestNumber": "3/ĐĐN", "requestOn": "2023-06-19"]
        #expect(try await ask("certificate-copies", id, as: .chairman, copy).status == 403)
        let numbers = try await (0..<2).asyncMap { _ in
            try await ask("certificate-copies", id, as: .homeAffairsOfficer, copy).list("copies").last?.member("number") ?? ""
        }
        #expect(numbers.compactMap(Int.init).count == 2 && Int(numbers[1]) == (Int(numbers[0]) ?? 0) + 1, "\(numbers)")

        let ruling: JSONValue = ["ruling": "stands", "reason": "Không thuộc thời gian tính thành tích"]
        #expect(try await ask("verdict-rulings", id, as: .chairman, ruling).status == 403)
        #expect(try await ask("verdict-rulings", id, as: .homeAffairsOfficer, ruling).code == "verdict-unchanged")
    }
}

extension Sequence {
    fileprivate func asyncMap<R>(_ make: (Element) async throws -> R) async rethrows -> [R] {
        var made: [R] = []
        for element in self { made.append(try await make(element)) }
        return made
    }
}

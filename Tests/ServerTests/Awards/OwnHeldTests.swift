import Domain
import Foundation
import HTTPTypes
import Operations
import Postgres
import TestSupport
import Testing

/// What a unit's own awards are held against: opinions asked, petitions and complaints, and the events at which they are handed over; inside the unit as the
/// province's in the province, and of a closed unit by who answers in its stead.
@Suite("What a unit's own awards are held against", .province(opening: 1), .serialized, .timeLimit(.minutes(30)))
struct OwnHeldTests {
    private let province = Province.current
    private static let tenant = "district_102"
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private let wide = "/api/v1/province"

    private func stage(_ campaign: String, rules number: String) async throws -> OwnAwardStage {
        let stage = try await OwnAwardStage(province, campaign: campaign, in: Self.tenant)
        let taken = try await stage.takeRules(["102,CHỦ TỊCH,Quỹ thi đua huyện,9,9,giver"], number: number)
        #expect(taken.status == 201, "\(taken.json.text())")
        return stage
    }

    /// A deed of a commune that the district is to reward, as far as its steps lead.
    private func dossier(_ stage: OwnAwardStage, unit: String = "10201", through steps: [String]) async throws -> String {
        let id = try await stage.draft(
            unit, giver: province.unit(nil, in: stage.tenant).description,
            achievement: "Hoàn thành tốt nhiệm vụ của \(stage.campaign)", as: stage.secretary)
        for verb in steps {
            let taken = try await stage.step(verb, id, as: verb == "decision" ? stage.head : stage.secretary)
            #expect(taken.status == 201, "\(verb): \(taken.json.text())")
        }
        return id
    }

    private static let decided = ["submission", "receipt", "appraisal", "submission-to-chairman", "decision"]

    @Test("an opinion is asked and its answer recorded by who keeps the unit's awards; who proposes and the province read nothing of it")
    func opinions() async throws {
        let stage = try await stage("GK-YK1", rules: "81/QĐ")
        let id = try await dossier(stage, through: ["submission", "receipt"])
        let ask = "\(stage.path)/award-dossiers/\(id)/opinions"
        let body: JSONValue = [
            "body": "Công an huyện", "question": "Việc chấp hành pháp luật", "documentNumber": "12/TĐKT", "dueOn": "2023-06-27",
        ]
        for token in [stage.head, stage.officer("10201"), province.token(of: .clerk, in: Self.tenant)] {
            #expect(try await stage.api.send(.post, ask, as: token, body).status == 403)
        }
        #expect(try await stage.api.send(.post, "\(wide)/award-dossiers/\(id)/opinions", as: affairs, body).status == 404)
        let asked = try await stage.api.send(.post, ask, as: stage.secretary, body)
        #expect(asked.status == 201 && asked.text("standing").contains("27/06/2023"), "\(asked.json.text())")
        let path = "\(stage.path)/opinions"
        for (token, sees) in [(stage.secretary, true), (stage.head, true), (stage.officer("10201"), false)] {
            let listed = try await stage.api.send(.get, path, as: token)
            #expect(listed.items.contains { $0.member("id") == asked.text("id") } == sees)
            let shown = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(id)", as: token)
            #expect(shown.status == 200 && shown.list("opinions").isEmpty != sees, "\(shown.json.text())")
        }
        #expect(!(try await stage.api.send(.get, "\(wide)/opinions?limit=200", as: affairs)).json.text().contains("12/TĐKT"))
        let answer: JSONValue = ["agrees": true, "words": "Không vi phạm", "documentNumber": "31/CAH", "answeredOn": "2023-06-20"]
        let answering = "\(path)/\(asked.text("id"))/answer"
        #expect(try await stage.api.send(.post, answering, as: stage.head, answer).status == 403)
        #expect(try await stage.api.send(.post, "\(wide)/opinions/\(asked.text("id"))/answer", as: affairs, answer).status == 404)
        let answered = try await stage.api.send(.post, answering, as: stage.secretary, answer)
        #expect(answered.status == 201 && answered.text("standing") == "đồng ý", "\(answered.json.text())")
        #expect(try await stage.api.send(.post, answering, as: stage.secretary, answer).code == "opinion-answered")
        let list = try await stage.api.send(.get, "\(path)?format=csv", as: stage.secretary)
        #expect(list.status == 200 && String(decoding: list.bytes, as: UTF8.self).contains("31/CAH"))
    }

    @Test(
        "a petition of a commune or a person goes to who gave, with its clock; it is answered there once, and not by who asks for himself")
    func petitions() async throws {
        let stage = try await stage("GK-KN1", rules: "82/QĐ")
        let id = try await dossier(stage, through: Self.decided)
        let path = "\(stage.path)/petitions"
        let about: JSONValue = ["kind": "petition", "campaign": "GK-KN1", "dossier": .string(id), "words": "Đề nghị xem lại mức thưởng"]
        let whole = try await stage.api.send(.post, path, as: stage.head, about)
        #expect(whole.status == 422 && whole.faults == ["$.dossier"], "the unit does not petition itself: \(whole.json.text())")
        let foreign = try await stage.api.send(.post, path, as: stage.officer("10202"), about)
        #expect(foreign.status != 201, "\(foreign.json.text())")
        let filed = try await stage.api.send(.post, path, as: stage.officer("10201"), about)
        #expect(filed.status == 201 && filed.text("dueOn") == "2023-07-04", "\(filed.json.text())")
        #expect(filed.text("giver") == province.unit(nil, in: Self.tenant).description)
        for (token, sees) in [(stage.secretary, true), (stage.chairman("10201"), true), (stage.officer("10202"), false)] {
            let listed = try await stage.api.send(.get, path + "?limit=200", as: token)
            #expect(listed.items.contains { $0.member("id") == filed.text("id") } == sees)
        }
        #expect(!(try await stage.api.send(.get, "\(wide)/petitions?limit=200", as: affairs)).json.text().contains("mức thưởng"))
        let answer: JSONValue = ["outcome": "rejected", "words": "Đúng quy định của huyện", "documentNumber": "20/UBND"]
        func answering(_ petition: String) -> String { "\(path)/\(petition)/answer" }
        #expect(try await stage.api.send(.post, answering(filed.text("id")), as: stage.head, answer).status == 403)
        #expect(try await stage.api.send(.post, "\(wide)/petitions/\(filed.text("id"))/answer", as: affairs, answer).status == 404)
        let answered = try await stage.api.send(.post, answering(filed.text("id")), as: stage.secretary, answer)
        #expect(answered.status == 201 && answered.text("answerNumber") == "20/UBND", "\(answered.json.text())")
        #expect(try await stage.api.send(.post, answering(filed.text("id")), as: stage.secretary, answer).code == "petition-answered")

        let mine: JSONValue = [
            "kind": "complaint", "campaign": "GK-KN1", "giver": stage.unit(nil), "words": "Đề nghị xem lại danh sách xét",
        ]
        let himself = try await stage.api.send(.post, path + "/own", as: stage.secretary, mine)
        #expect(himself.status == 201, "\(himself.json.text())")
        #expect(try await stage.api.send(.post, answering(himself.text("id")), as: stage.secretary, answer).code == "petition-own")
        let nobody: JSONValue = ["kind": "petition", "campaign": "GK-KN1", "giver": stage.unit("10202"), "words": "x"]
        let refused = try await stage.api.send(.post, path, as: stage.officer("10201"), nobody)
        #expect(refused.status == 422 && refused.faults == ["$.giver"], "a commune that gives nothing: \(refused.json.text())")
    }

    @Test("an event of the unit has its order, invitation and what goes to the press in the unit's name, and who received is recorded")
    func events() async throws {
        let stage = try await stage("GK-TRAO1", rules: "83/QĐ")
        let id = try await dossier(stage, through: Self.decided)
        #expect(try await stage.record([id], number: "83/QĐ-UBND", as: stage.secretary).status == 201)
        let path = "\(stage.path)/presentations"
        let event: JSONValue = [
            "name": "Hội nghị tổng kết huyện", "place": "Hội trường huyện", "heldOn": "2023-06-20", "startsAt": "08 giờ 00",
            "chair": "Chủ tịch UBND huyện",
        ]
        #expect(try await stage.api.send(.post, path, as: stage.head, event).status == 403)
        let planned = try await stage.api.send(.post, path, as: stage.secretary, event)
        #expect(planned.status == 201, "\(planned.json.text())")
        let own = "\(path)/\(planned.text("id"))"
        let body: JSONValue = ["dossier": .string(id), "presenter": "Chủ tịch UBND huyện"]
        #expect(try await stage.api.send(.post, own + "/awardees", as: stage.head, body).status == 403)
        let added = try await stage.api.send(.post, own + "/awardees", as: stage.secretary, body)
        #expect(added.status == 201, "\(added.json.text())")
        #expect(try await stage.api.send(.post, own + "/awardees", as: stage.secretary, body).code == "presentation-repeated")
        for verb in ["order", "invitation"] {
            let made = try await stage.api.send(.get, "\(own)/\(verb)", as: stage.secretary)
            #expect(made.status == 200, "\(verb): \(made.status)")
            let said = try ReadPaper.text(made.bytes)
            #expect(said.contains("Hội trường huyện") && !said.contains("Sở Nội vụ"), "\(verb): \(said)")
            // Its own parts are invited, and what it hands over is its own Giấy khen.
            let (words, not) =
                verb == "invitation"
                ? ("Đại diện lãnh đạo Ủy ban nhân dân xã", "Đại diện lãnh đạo Ủy ban nhân dân huyện")
                : ("Giấy khen của Chủ tịch Ủy ban nhân dân thị xã Hai", "Ủy ban nhân dân huyện, thành phố")
            #expect(said.contains(words) && !said.contains(not), "\(verb): \(said)")
        }
        #expect(try await stage.api.send(.get, own + "/press-release", as: stage.secretary).code == "paper-too-early")
        // Neither the province nor another unit, nor in an event of the province.
        let stranger = province.token(of: .councilSecretary, in: "district_101")
        #expect([403, 404].contains(try await stage.api.send(.get, own, as: stranger).status))
        #expect([403, 404].contains(try await stage.api.send(.get, own, as: affairs).status))
        let theirs = try await stage.api.send(.post, "\(wide)/presentations", as: affairs, event)
        #expect(theirs.status == 201)
        #expect(try await stage.api.send(.post, "\(wide)/presentations/\(theirs.text("id"))/awardees", as: affairs, body).status == 422)
        let listed = try await stage.api.send(.get, "\(wide)/presentations?limit=200", as: affairs)
        #expect(!listed.items.contains { $0.member("id") == planned.text("id") })
        let inside = try await stage.api.send(.get, path, as: stage.head)
        #expect(inside.items.map { $0.member("id") } == [planned.text("id")], "\(inside.json.text())")
        #expect(try await stage.api.send(.post, own + "/completion", as: stage.head, [:]).status == 403)
        let completed = try await stage.api.send(.post, own + "/completion", as: stage.secretary, [:])
        #expect(
            completed.status == 201 && completed.list("awardees").map { $0.member("state") } == ["presented"], "\(completed.json.text())")
        #expect(try await stage.api.send(.post, own + "/completion", as: stage.secretary, [:]).code == "presentation-completed")
        let press = try await stage.api.send(.get, own + "/press-release", as: stage.secretary)
        #expect(press.status == 200)
        #expect(try ReadPaper.text(press.bytes).contains("83/QĐ-UBND"))
    }

    @Test("the unit's pages offer the forms to who keeps its awards alone, and take them")
    func pages() async throws {
        let stage = try await stage("GK-TRANG1", rules: "84/QĐ")
        let (open, signed) = (
            try await dossier(stage, through: ["submission", "receipt"]), try await dossier(stage, unit: "10202", through: Self.decided)
        )
        #expect(try await stage.record([signed], number: "84/QĐ-UBND", as: stage.secretary).status == 201)
        let home = "/units/\(Self.tenant)"
        func shown(_ path: String, _ token: Token) async throws -> String {
            let answer = try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
            #expect(answer.status == .ok, "\(path): \(answer.status)")
            return answer.body
        }
        func submit(_ path: String, _ fields: String, from page: String) async throws -> HTTPResponse.Status {
            let token = stage.secretary
            return try await province.submit(path, fields, of: try await shown(page, token), cookie: "thidua=\(token.text)").status
        }
        let links = try await shown(home + "/own-awards", stage.secretary)
        for noun in ["opinions", "petitions", "presentations"] { #expect(links.contains("\(home)/\(noun)\""), "\(noun)") }
        #expect(try await !shown(home + "/opinions", stage.head).contains("Hỏi ý kiến</button>"))
        let asking = "dossier=\(open)&body=Cong+an&question=x&number=9&due=2023-06-27"
        #expect(try await submit(home + "/opinions", asking, from: home + "/opinions") == .seeOther)
        let asked = try await stage.api.send(.get, "\(stage.path)/opinions?dossier=\(open)", as: stage.secretary)
        let opinion = try #require(asked.items.first?.member("id"))
        let said = "agrees=yes&words=x&number=10&date=2023-06-20"
        #expect(try await submit("\(home)/opinions/\(opinion)/answer", said, from: home + "/opinions") == .seeOther)
        let filed = try await stage.api.send(
            .post, "\(stage.path)/petitions", as: stage.officer("10202"),
            ["kind": "petition", "campaign": "GK-TRANG1", "dossier": .string(signed), "words": "Đề nghị xem lại"])
        #expect(filed.status == 201, "\(filed.json.text())")
        #expect(try await shown(home + "/petitions", stage.officer("10202")).contains("Gửi kiến nghị, khiếu nại</button>"))
        let answer = "outcome=rejected&words=x&number=11"
        #expect(try await submit("\(home)/petitions/\(filed.text("id"))/answer", answer, from: home + "/petitions") == .seeOther)
        let planning = "name=Le+trao&place=Hoi+truong&date=2023-06-20&time=&chair=Chu+tich&number="
        #expect(try await submit(home + "/presentations", planning, from: home + "/presentations") == .seeOther)
        let events = try await stage.api.send(.get, "\(stage.path)/presentations", as: stage.secretary)
        let event = "\(home)/presentations/\(try #require(events.items.first?.member("id")))"
        #expect(try await !shown(event, stage.head).contains("Thêm vào danh sách</button>"))
        #expect(try await submit(event + "/awardees", "dossier=\(signed)&receiver=&presenter=Chu+tich", from: event) == .seeOther)
        #expect(try await submit(event + "/completion", "", from: event) == .seeOther)
        #expect(try await shown(event, stage.head).contains("đã trao tặng"))
    }

    @Test(
        "of a closed unit its one heir answers, and without one Home Affairs; its own people and all others do not, and with no policy nobody"
    )
    func inStead() async throws {
        let (gone, heir) = (try await province.freshDistrict(), "district_101")
        let campaign = try await OwnAwardStage(province, campaign: "GK-DONG1").campaign
        func petition() async throws -> String {
            let id = UUID().uuidString.lowercased()
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                INSERT INTO core.petition (id, tenant_id, campaign_id, kind, words, recorded_by, recorded_on, term_days, term_source, due_on, giver_id)
                SELECT '\(id)', t.id, c.id, 'complaint', 'Đề nghị xem lại Giấy khen', '\(province.post(of: .homeAffairsOfficer))', '2023-06-12', 30, 'x',
                    '2023-07-12', t.id
                FROM core.tenant AS t, core.campaign AS c WHERE t.slug = '\(gone)' AND c.code = '\(campaign)';
                SET session_replication_role = origin;
                """)
            return id
        }
        let api = APICaller(province)
        let answer: JSONValue = ["outcome": "rejected", "words": "Đã xét lại", "documentNumber": "20/SNV"]
        /// Of Home Affairs, then of who keeps the heir's awards.
        func statuses(_ id: String) async throws -> [Int] {
            let keeper = province.token(of: .councilSecretary, in: heir)
            let wideAnswer = try await api.send(.post, "\(wide)/petitions/\(id)/answer", as: affairs, answer)
            let own = try await api.send(.post, "/api/v1/tenants/\(heir)/petitions/\(id)/answer", as: keeper, answer)
            return [wideAnswer.status, own.status]
        }
        let first = try await petition()
        #expect(try await statuses(first) == [404, 404], "while the unit is open it is its own to answer")
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = '2023-06-19' WHERE slug = '\(gone)'")
        #expect(try await statuses(first) == [201, 404], "nothing came of it")
        let second = try await petition()
        try await province.asSuperuser(
            """
            INSERT INTO core.tenant_succession (predecessor_id, successor_id, effective_on, document)
            VALUES ('\(province.tenant(gone))', '\(province.tenant(heir))', '2023-06-20', 'NQ 1')
            """)
        let head = province.token(of: .unitHead, in: heir)
        #expect(!(try await api.send(.get, "/api/v1/tenants/\(heir)/petitions?limit=200", as: head)).json.text().contains(second))
        try await province.asSuperuser("ALTER POLICY in_stead ON core.petition USING (false)")
        #expect(try await statuses(second) == [404, 404], "the control")
        try await province.asSuperuser(
            """
            ALTER POLICY in_stead ON core.petition
            USING (CASE WHEN giver_id IS NOT NULL THEN tenant_id END = ANY ((SELECT core.tenants_in_stead())::uuid[]))
            """)
        #expect(try await statuses(second) == [404, 201])
        // Several units came of it: none of them alone.
        let third = try await petition()
        try await province.asSuperuser(
            """
            INSERT INTO core.tenant_succession (predecessor_id, successor_id, effective_on, document)
            VALUES ('\(province.tenant(gone))', '\(province.tenant(Self.tenant))', '2023-06-20', 'NQ 1')
            """)
        #expect(try await statuses(third) == [201, 404])
    }
}

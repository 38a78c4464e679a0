import Domain
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing

/// A council over HTTP with the real posts: from who sits in it to what follows from a sealed count.
@Suite("A council over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct CouncilRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private static let tenant = CouncilStage.tenant
    private static let members: [Role] = [.unitHead, .unitCoordinator, .tenantAdmin, .councilSecretary, .unitCouncilMember, .clerk]
    private let own = "/api/v1/tenants/\(CouncilStage.tenant)/council"
    private let wide = "/api/v1/province/council"

    /// An entry of the audit that says how somebody voted.
    private static let choice = #"e.after::text ~ '"choice": ?"(yes|no|blank)"'"#

    private func token(_ role: Role, in tenant: String = tenant, unit: String? = nil) -> Token {
        province.token(of: role, in: tenant, unit: unit)
    }
    private var secretary: Token { token(.councilSecretary) }
    private var homeAffairs: Token { province.token(of: .homeAffairsOfficer) }
    private func person(_ role: Role) -> JSONValue { .string(province.person(of: role, in: Self.tenant).description) }
    private func id(_ dossier: AwardDossier.ID) -> JSONValue { .string(dossier.description) }

    /// Seats the unit's council by its secretary, once in the suite's province.
    private func seat() async throws {
        let council = try await api.send(.get, own, as: secretary)
        guard council.list("terms").isEmpty else { return }
        for role in Self.members {
            let seated = try await api.send(
                .post, own + "/terms", as: secretary,
                [
                    "person": person(role),
                    "duty": .string(role == .unitHead ? "chair" : role == .councilSecretary ? "secretary" : "member"),
                    "from": "2023-01-01", "documentNumber": "5/QĐ-UBND",
                ])
            #expect(seated.status == 201, "\(seated.json.text())")
        }
    }

    private func open(_ dossiers: [AwardDossier.ID], present: [Role] = members) async throws -> APIAnswer {
        try await api.send(
            .post, own + "/sessions", as: secretary,
            [
                "heldOn": "2023-06-20", "place": "Phòng họp số 1", "present": .array(present.map(person)),
                "dossiers": .array(dossiers.map(id)),
            ])
    }

    private func cast(_ session: String, by token: Token, _ body: JSONValue, headers: HTTPFields = [:]) async throws -> APIAnswer {
        try await api.send(.post, "\(own)/sessions/\(session)/ballots", as: token, body, headers: headers)
    }

    @Test("of a unit goes from its members over one sheet to a sealed count, on which the steps of the dossiers rest")
    func unitCouncil() async throws {
        try await seat()
        let stage = try await CouncilStage(province, campaign: "HD-1")
        let again = try await api.send(
            .post, own + "/terms", as: secretary,
            ["person": person(.clerk), "duty": "member", "from": "2023-05-01", "documentNumber": "6/QĐ"])
        #expect(again.status == 409 && again.code == "member-there", "\(again.json.text())")
        let byHead = try await api.send(
            .post, own + "/terms", as: token(.unitHead),
            ["person": person(.clerk), "duty": "member", "from": "2023-05-01", "documentNumber": "6/QĐ"])
        #expect(byHead.status == 403)

        var people: [AwardDossier.ID] = []
        for person in try await stage.people(3) { people.append(try await stage.dossier(.drafted, person: person)) }
        let unit = try await stage.dossier(.drafted)
        let waiting = try await api.send(.get, own, as: token(.unitCouncilMember))
        let named = Set(waiting.list("waiting").map { $0.member("id") })
        #expect(named.isSuperset(of: (people + [unit]).map(\.description)), "\(waiting.json.text())")

        let opened = try await open(people + [unit])
        #expect(opened.status == 201, "\(opened.json.text())")
        let session = opened.text("id")
        #expect(opened.list("dossiers").map { $0.member("method") } == ["secret", "secret", "secret", "showOfHands"])
        #expect(opened.list("attendees").first?.member("duty") == "chair" && opened.text("closed") == "false")
        #expect(opened.list("sheet").count == 3, "the secretary votes too")

        // “Đồng ý tất cả, trừ …”: two say no to the first, the others agree with all.
        for role in Self.members {
            let isAgainst = role == .unitHead || role == .clerk
            let except: [JSONValue] = isAgainst ? [["dossier": id(people[0]), "choice": "no"]] : []
            let voted = try await cast(session, by: token(role), ["choices": .array(except), "otherwise": "yes"])
            #expect(voted.status == 201 && voted.list("sheet").isEmpty, "\(role): \(voted.json.text())")
            #expect(!voted.json.text().contains("\"no\""), "nothing says how")
        }
        let twice = try await cast(session, by: token(.clerk), ["otherwise": "yes"])
        #expect(twice.status == 409 && twice.code == "voted-already", "\(twice.json.text())")
        let changed = try await cast(session, by: token(.clerk), ["choices": [["dossier": id(people[0]), "choice": "yes"]]])
        #expect(changed.status == 409 && changed.code == "voted-already")

        let early = try await api.send(.post, "\(own)/sessions/\(session)/outcomes", as: secretary, [:])
        #expect(early.code == "session-open")
        let raised = try await api.send(
            .post, "\(own)/sessions/\(session)/votes", as: secretary,
            ["dossier": id(unit), "votes": [["member": person(.clerk), "choice": "no"]], "otherwise": "yes"])
        #expect(raised.status == 201, "\(raised.json.text())")
        #expect(raised.list("dossiers").last?.member("voters") == "6")
        let inSecret = try await api.send(
            .post, "\(own)/sessions/\(session)/votes", as: secretary,
            ["dossier": id(people[0]), "votes": [["member": person(.clerk), "choice": "no"]]])
        #expect(inSecret.code == "vote-method", "nobody enters the secret vote of another")

        let closed = try await api.send(.post, "\(own)/sessions/\(session)/closing", as: secretary, [:])
        #expect(closed.status == 201 && closed.text("closed") == "true", "\(closed.json.text())")
        // 4 of 6 are below 70 of 100; 6 of 6 and 5 of 6 are not.
        #expect(closed.list("dossiers").map { $0.member("outcome") } == ["notPassed", "passed", "passed", "passed"])
        #expect(closed.list("dossiers").map { $0.members("counted").member("yes") } == ["4", "6", "6", "5"])
        #expect(closed.list("dossiers").first?.member("words").contains("Đồng ý 4/6 (66,6%)") == true)
        #expect(try await stage.count("SELECT count(*) FROM core.council_session WHERE id = '\(session)' AND length(sealed) = 32") == 1)

        let found = try await api.send(.post, "\(own)/sessions/\(session)/outcomes", as: secretary, [:])
        #expect(found.status == 201, "\(found.json.text())")
        #expect(try await stage.state(people[0]) == "refused")
        for dossier in [people[1], people[2], unit] { #expect(try await stage.state(dossier) == "councilReviewed") }
        // Who proposed is told by whom it was refused, and why; not who wrote it down, nor members who propose nothing.
        func told(_ token: Token) async throws -> [JSONValue] {
            try await api.send(.get, "/api/v1/notices?unread=true", as: token).items.filter {
                $0.member("dossier") == people[0].description
            }
        }
        let refusal = try await told(token(.unitHead))
        #expect(refusal.map { $0.member("rule") } == ["award_refused"])
        let words = refusal.first?.member("text") ?? ""
        #expect(words.contains("; đơn vị xét, ") && words.contains("không đủ điều kiện, tiêu chuẩn: "), "\(words)")
        #expect(words.contains("Đồng ý 4/6 (66,6%)"), "\(words)")
        for role in [Role.councilSecretary, .clerk, .unitCouncilMember] { #expect(try await told(token(role)).isEmpty, "\(role)") }
        // What is said of a paper that comes now is what happened to the dossier.
        for (dossier, code) in [(people[0], Optional("dossier-closed")), (people[1], nil)] {
            let added = try await api.send(
                .post, "/api/v1/tenants/\(Self.tenant)/award-dossiers/\(dossier)/papers", as: token(.unitHead),
                ["kind": "proposal", "documentNumber": "2/TTr", "documentOn": "2023-06-20", "confirmed": true])
            #expect(added.status == (code == nil ? 201 : 409) && (code == nil || added.code == code), "\(added.json.text())")
        }
        #expect(try await steps(of: session, in: stage) == 4)
        // The control: another number than that of the register is not taken.
        let typed = try await api.send(.post, "\(own)/sessions/\(session)/outcomes", as: secretary, ["minutesNumber": "3/BB-HĐ"])
        #expect(typed.status == 422, "\(typed.json.text())")
        let done = try await api.send(.post, "\(own)/sessions/\(session)/outcomes", as: secretary, [:])
        #expect(done.code == "session-without-outcome")
    }

    @Test("bars who is proposed himself, who has no seat, and other units and the province from a unit's council")
    func barred() async throws {
        try await seat()
        let stage = try await CouncilStage(province, campaign: "HD-2")
        let mine = try await stage.dossier(.drafted, person: province.person(of: .clerk, in: Self.tenant))
        let other = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let opened = try await open([mine, other], present: Self.members.filter { $0 != .tenantAdmin })
        let session = opened.text("id")
        #expect(opened.list("dossiers").first?.members("recused") == .array([person(.clerk)]), "shown to everybody")
        let recused = try await cast(session, by: token(.clerk), ["choices": [["dossier": id(mine), "choice": "yes"]]])
        #expect(recused.code == "vote-recused", "\(recused.json.text())")
        let rest = try await cast(session, by: token(.clerk), ["otherwise": "yes"])
        #expect(rest.status == 201)
        #expect(rest.list("dossiers").map { $0.member("voters") } == ["0", "1"], "his sheet holds the other alone")
        for (outsider, code) in [
            (token(.subUnitHead, unit: "10101"), 404), (token(.councilSecretary, in: "district_102"), 404), (homeAffairs, 404),
        ] {
            #expect(try await cast(session, by: outsider, ["otherwise": "yes"]).status == code)
            #expect(try await api.send(.get, "\(own)/sessions/\(session)", as: outsider).status == code)
        }
        let foreign = try await api.send(.post, "\(own)/sessions/\(session)/closing", as: homeAffairs, [:])
        #expect(foreign.status == 403 || foreign.status == 404)
        // The control: a member who reads it.
        #expect(try await api.send(.get, "\(own)/sessions/\(session)", as: token(.unitCouncilMember)).status == 200)
    }

    /// Steps that cite the minutes of a session by the number of its council's register, as they print it.
    private func steps(of session: String, in stage: CouncilStage) async throws -> Int {
        try await stage.count(
            """
            SELECT count(*)
            FROM core.dossier_step AS s JOIN core.council_session AS c ON c.tenant_id = s.tenant_id AND c.id = s.session_id
            WHERE s.session_id = '\(session)'
              AND s.document_number = CASE WHEN c.minutes < 10 THEN '0' ELSE '' END || c.minutes || '/BB-HĐTĐKT'
            """)
    }

    @Test(
        "is read by a member whose post reaches a part of the unit alone, and voted in, on what it lists; a nominee reads his own dossier alone"
    )
    func memberOfAPart() async throws {
        let there = "district_102"
        let (council, dossiers) = ("/api/v1/tenants/\(there)/council", "/api/v1/tenants/\(there)/award-dossiers")
        let (secretary, member) = (token(.councilSecretary, in: there), token(.subUnitHead, in: there, unit: "10201"))
        let seats: [(role: Role, unit: String?, duty: JSONValue)] = [
            (.unitHead, nil, "chair"), (.councilSecretary, nil, "secretary"), (.subUnitHead, "10201", "member"),
        ]
        let people = seats.map { JSONValue.string(province.person(of: $0.role, in: there, unit: $0.unit).description) }
        for (seat, person) in zip(seats, people) {
            let seated = try await api.send(
                .post, council + "/terms", as: secretary,
                ["person": person, "duty": seat.duty, "from": "2023-01-01", "documentNumber": "5/QĐ-UBND"])
            #expect(seated.status == 201, "\(seated.json.text())")
        }
        let stage = try await CouncilStage(province, campaign: "HD-XA")
        let nominees = try await stage.people(2, of: there)
        let listed = try await stage.dossier(.drafted, of: there, person: nominees[0])
        let other = try await stage.dossier(.drafted, of: there, person: nominees[1])
        let opened = try await api.send(
            .post, council + "/sessions", as: secretary,
            ["heldOn": "2023-06-20", "place": "Phòng họp", "present": .array(people), "dossiers": [id(listed)]])
        #expect(opened.status == 201, "\(opened.json.text())")
        let session = "\(council)/sessions/\(opened.text("id"))"

        #expect(try await api.send(.get, council + "/sessions", as: member).items.map { $0.member("id") } == [opened.text("id")])
        let shown = try await api.send(.get, session, as: member)
        #expect(shown.status == 200 && shown.list("sheet").count == 1, "\(shown.json.text())")
        #expect(try await api.send(.get, "\(dossiers)/\(listed)", as: member).status == 200)
        #expect(try await api.send(.get, "\(dossiers)/\(other)", as: member).status == 404, "on which he does not vote")
        try await province.asSuperuser(
            """
            INSERT INTO core.dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on)
            VALUES ('\(province.tenant(there))', gen_random_uuid(), '\(listed)', 'achievementReport', '1/BC', '2023-06-12', true,
                '\(province.post(of: .unitHead, in: there))', '2023-06-12')
            """)
        let contents = [("award_dossier", "id"), ("dossier_document", "dossier_id")].map { table, key in
            "SELECT 1 / count(*) FROM \(there).\(table) WHERE \(key) = '\(listed)'"
        }
        for read in contents { #expect(try await province.raw(.subUnitHead, in: there, unit: "10201", read) == nil, "\(read)") }
        let page = try await province.call(
            .get, "/units/\(there)/award-dossiers/\(listed)", headers: [.cookie: "thidua=\(member.text)"])
        #expect(page.status == .ok && !page.body.contains("action=\"/units/\(there)/award-dossiers/\(listed)"), "\(page.body)")
        for (role, unit) in [(Role.subUnitHead, "10202"), (.subUnitOfficer, "10201"), (.individual, "10201")] {
            let stranger = token(role, in: there, unit: unit)
            #expect(try await api.send(.get, session, as: stranger).status == 404, "\(role)")
            #expect(try await api.send(.get, "\(dossiers)/\(listed)", as: stranger).status == 404, "\(role)")
            #expect(try await api.send(.post, session + "/ballots", as: stranger, ["otherwise": "no"]).status == 404, "\(role)")
        }

        // Who is proposed reads how far he came, and complains about it; nothing that was said or recorded of it besides.
        let nominee = province.person(of: .individual, in: there, unit: "10201")
        let proposed = try await stage.dossier(.received, of: there, unit: "10201", person: nominee)
        let himself = token(.individual, in: there, unit: "10201")
        #expect(try await api.send(.get, dossiers, as: himself).items.map { $0.member("id") } == [proposed.description])
        let told = try await api.send(.get, "\(dossiers)/\(proposed)", as: himself)
        #expect(told.text("state") == "received" && told.list("defects").isEmpty, "\(told.json.text())")
        #expect(try await api.send(.get, "\(dossiers)/\(proposed)/papers/achievement-report", as: himself).status == 404)
        #expect(try await api.send(.get, "\(dossiers)/\(proposed)", as: token(.subUnitHead, in: there, unit: "10201")).status == 404)
        let petition: JSONValue = ["kind": "petition", "campaign": "HD-XA", "dossier": id(proposed), "words": "Đề nghị xem lại"]
        #expect(try await api.send(.post, "/api/v1/tenants/\(there)/petitions/own", as: himself, petition).status == 201)
        for (reader, count) in [(secretary, "1"), (himself, "0")] {
            let flagged = try await api.send(.get, "\(dossiers)/\(proposed)", as: reader)
            #expect(flagged.text("openPetitions") == count, "whether somebody complains of him, he is not told: \(flagged.json.text())")
        }
        for voter in [member, secretary, token(.unitHead, in: there)] {
            let voted = try await api.send(.post, session + "/ballots", as: voter, ["otherwise": "yes"])
            #expect(voted.status == 201, "\(voted.json.text())")
        }
        #expect(try await api.send(.post, session + "/closing", as: member, [:]).status == 403)
        let closed = try await api.send(.post, session + "/closing", as: secretary, [:])
        #expect(closed.list("dossiers").map { $0.member("outcome") } == ["passed"], "\(closed.json.text())")

        // What the session found stays his to read, with whom it named and that he voted; what was reported of them no longer is.
        let kept = try await api.send(.get, session, as: member)
        #expect(kept.status == 200 && kept.list("dossiers").map { $0.member("outcome") } == ["passed"], "\(kept.json.text())")
        #expect(kept.list("dossiers").first?.members("named").member("nominee") == "Người được đề nghị 1", "\(kept.json.text())")
        #expect(kept.list("dossiers").first?.member("voters") == "3")
        let shownAfter = try await province.call(
            .get, "/units/\(there)/council/sessions/\(opened.text("id"))", headers: [.cookie: "thidua=\(member.text)"])
        #expect(shownAfter.status == .ok && shownAfter.body.contains("Người được đề nghị 1"))
        #expect(!shownAfter.body.contains("award-dossiers/\(listed)"), "no way to what he no longer reads")
        for (reader, status) in [(member, 404), (secretary, 200), (token(.unitHead, in: there), 200)] {
            #expect(try await api.send(.get, "\(dossiers)/\(listed)", as: reader).status == status)
        }
        let minutes = try await api.send(.get, "\(session)/papers/council-minutes", as: member)
        #expect(minutes.code == "session-over", "they would leave out whom he does not read: \(minutes.json.text())")
        for read in contents {
            #expect(try await province.raw(.subUnitHead, in: there, unit: "10201", read)?.sqlState == "22012", "\(read)")
        }
    }

    @Test("is recorded on one sheet: all in the room alike but who is named; what the absent wrote by name, and the minutes name them")
    func oneSheet() async throws {
        try await seat()
        let stage = try await CouncilStage(province, campaign: "HD-7")
        // Communes, for a unit has one dossier of itself.
        let dossiers = [
            try await stage.dossier(.drafted), try await stage.dossier(.drafted, unit: "10101"),
            try await stage.dossier(.drafted, unit: "10102"),
        ]
        let session = try await open(dossiers, present: Self.members.filter { $0 != .tenantAdmin && $0 != .clerk }).text("id")
        func record(_ body: JSONValue) async throws -> APIAnswer {
            try await api.send(.post, "\(own)/sessions/\(session)/votes", as: secretary, body)
        }
        // The control: who is away has said nothing, whatever is said of the others.
        let first = try await record(["dossier": id(dossiers[0]), "otherwise": "yes"])
        #expect(first.status == 201 && first.list("dossiers").map { $0.member("voters") } == ["4", "0", "0"], "\(first.json.text())")
        let nobody = try await record(["dossier": id(dossiers[0]), "otherwise": "yes"])
        #expect(nobody.status == 422, "all in the room have voted, and of the absent nothing is known")
        let rest = try await record([
            "otherwise": "yes",
            "votes": [
                ["member": person(.tenantAdmin), "choice": "blank"],
                ["member": person(.unitHead), "choice": "no", "dossier": id(dossiers[2])],
            ],
        ])
        #expect(rest.status == 201, "\(rest.json.text())")
        #expect(rest.list("dossiers").map { $0.member("voters") } == ["5", "5", "5"])
        let choices = rest.list("dossiers").map { dossier -> [String] in
            guard case .array(let votes) = dossier.members("votes") else { return [] }
            return votes.map { $0.member("choice") }.sorted()
        }
        #expect(
            choices == [
                ["blank", "yes", "yes", "yes", "yes"], ["blank", "yes", "yes", "yes", "yes"], ["blank", "no", "yes", "yes", "yes"],
            ])
        let closed = try await api.send(.post, "\(own)/sessions/\(session)/closing", as: secretary, [:])
        #expect(closed.status == 201, "what the absent did not write is not missing: \(closed.json.text())")
        #expect(closed.list("dossiers").map { $0.members("counted").member("written") } == ["1", "1", "1"])
        let minutes = try await api.send(.get, "\(own)/sessions/\(session)/papers/council-minutes", as: secretary)
        let said = try ReadPaper.text(minutes.bytes)
        #expect(said.contains("Thành phần tham dự: 04/06") && said.contains("ý kiến bằng văn bản của thành viên vắng mặt"), "\(said)")
        #expect(said.contains(": về 03 hồ sơ"), "\(said)")
    }

    @Test("adds hands counted together to votes by name, each member once, and asks who is still missing; a secret vote is counted one way")
    func twoParts() async throws {
        try await seat()
        let stage = try await CouncilStage(province, campaign: "HD-8")
        let nominee = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let unit = try await stage.dossier(.drafted)
        let session = try await open([nominee, unit]).text("id")
        func close(_ papers: [(AwardDossier.ID, Int, Int)], incomplete: Bool = false) async throws -> APIAnswer {
            let counted = papers.map { dossier, yes, no -> JSONValue in
                ["dossier": id(dossier), "yes": .integer(yes), "no": .integer(no)]
            }
            return try await api.send(
                .post, "\(own)/sessions/\(session)/closing", as: secretary,
                ["papers": .array(counted), "incomplete": .bool(incomplete)])
        }
        func page() async throws -> String {
            try await province.call(
                .get, "/units/\(Self.tenant)/council/sessions/\(session)", headers: [.cookie: "thidua=\(secretary.text)"]
            ).body
        }
        // The control: a vote in secret can be counted by hand while nobody has voted on a screen.
        #expect(try await page().contains("name=\"yes-\(nominee)\""))
        for role in Self.members.prefix(3) {
            #expect(try await cast(session, by: token(role), ["otherwise": "yes"]).status == 201)
        }
        let raised = try await api.send(
            .post, "\(own)/sessions/\(session)/votes", as: secretary,
            [
                "dossier": id(unit),
                "votes": [["member": person(.unitHead), "choice": "yes"], ["member": person(.clerk), "choice": "no"]],
            ])
        #expect(raised.status == 201, "\(raised.json.text())")
        let shown = try await page()
        #expect(shown.contains("đã có 3 người bỏ phiếu trên màn hình") && shown.contains("đã có 2 người ghi theo tên"), "\(shown)")
        #expect(!shown.contains("name=\"yes-\(nominee)\"") && shown.contains("name=\"yes-\(unit)\""))
        #expect(try await close([(nominee, 3, 0), (unit, 4, 0)]).code == "session-counted-twice", "as many as are left, yet in secret")
        for role in Self.members.dropFirst(3) {
            #expect(try await cast(session, by: token(role), ["otherwise": "no"]).status == 201)
        }
        #expect(try await close([(unit, 5, 0)]).code == "session-counted-twice", "four are left")
        let few = try await close([(unit, 2, 1)])
        #expect(few.code == "session-votes-missing" && few.json.text().contains("mới đếm 3 trong 4 thành viên"), "\(few.json.text())")
        let closed = try await close([(unit, 2, 1)], incomplete: true)
        #expect(closed.status == 201, "\(closed.json.text())")
        let counted = closed.list("dossiers").map { $0.members("counted") }
        #expect(counted.map { $0.member("source") } == ["screen", "both"])
        #expect(counted.map { $0.member("yes") } == ["3", "3"] && counted.map { $0.member("no") } == ["3", "2"])
        #expect(counted.map { $0.member("blank") } == ["0", "1"])
        let made = try await api.send(.get, "\(own)/sessions/\(session)/papers/council-minutes", as: secretary)
        let said = try ReadPaper.text(made.bytes)
        #expect(said.contains("02 thành viên ghi theo tên, 03 thành viên đếm chung, 01 thành viên không có ý kiến"), "\(said)")
    }

    @Test("refuses every change once it is closed")
    func closed() async throws {
        try await seat()
        let stage = try await CouncilStage(province, campaign: "HD-3")
        let dossier = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let unit = try await stage.dossier(.drafted)
        let session = try await open([dossier, unit]).text("id")
        let missing = try await api.send(.post, "\(own)/sessions/\(session)/closing", as: secretary, [:])
        #expect(missing.status == 409 && missing.code == "session-votes-missing" && missing.faults.count == 2, "\(missing.json.text())")
        #expect(try await api.send(.get, "\(own)/sessions/\(session)", as: secretary).text("closed") == "false")
        #expect(try await api.send(.post, "\(own)/sessions/\(session)/closing", as: secretary, ["incomplete": true]).status == 201)
        let before = try await api.send(.get, "\(own)/sessions/\(session)", as: secretary)
        let late = try await cast(session, by: token(.clerk), ["choices": [["dossier": id(dossier), "choice": "yes"]]])
        #expect(late.code == "session-closed")
        #expect(try await cast(session, by: token(.clerk), ["otherwise": "yes"]).code == "session-closed")
        let raised = try await api.send(
            .post, "\(own)/sessions/\(session)/votes", as: secretary,
            ["dossier": id(unit), "votes": [["member": person(.clerk), "choice": "yes"]]])
        #expect(raised.code == "session-closed")
        let again = try await api.send(
            .post, "\(own)/sessions/\(session)/closing", as: secretary,
            ["papers": [["dossier": id(dossier), "yes": 6, "no": 0]]])
        #expect(again.code == "session-closed", "\(again.json.text())")
        #expect(try await api.send(.get, "\(own)/sessions/\(session)", as: secretary).json == before.json)
        #expect(before.list("dossiers").map { $0.member("outcome") } == ["", ""], "where nobody votes nothing is decided")
        #expect(try await open([dossier, unit]).status == 201, "another session votes on it")
    }

    @Test("that is open is put right by who keeps it: its day, its place, who came; not of whom has voted, nor once it is closed")
    func corrected() async throws {
        try await seat()
        let stage = try await CouncilStage(province, campaign: "HD-SUA")
        let session = try await open([try await stage.dossier(.drafted, person: stage.people(1)[0])]).text("id")
        func correct(_ present: [Role], on day: String = "2023-06-19", as keeper: Token? = nil) async throws -> APIAnswer {
            try await api.send(
                .post, "\(own)/sessions/\(session)/correction", as: keeper ?? secretary,
                ["heldOn": .string(day), "place": "Phòng họp số 2", "present": .array(present.map(person))])
        }
        let others = Self.members.filter { $0 != .clerk }
        #expect(try await correct(others, as: token(.unitHead)).status == 403)
        let corrected = try await correct(others)
        #expect(corrected.status == 201 && corrected.text("heldOn") == "2023-06-19", "\(corrected.json.text())")
        #expect(corrected.text("place") == "Phòng họp số 2")
        #expect(corrected.list("attendees").count { $0.member("present") == "true" } == others.count)
        for (day, words) in [("2023-06-01", "before the round"), ("2023-06-21", "after today")] {
            #expect(try await correct(others, on: day).status == 422, "\(words)")
        }
        #expect(try await correct(others, on: "2022-12-30").code == "session-day-differs", "nobody sat in it")
        #expect(try await cast(session, by: token(.unitHead), ["otherwise": "yes"]).status == 201)
        #expect(try await correct(others.filter { $0 != .unitHead }).code == "session-member-voted")
        #expect(try await correct(Self.members, on: "2023-06-20").status == 201, "who has not voted, on a day with the same rule")
        #expect(try await api.send(.post, "\(own)/sessions/\(session)/closing", as: secretary, ["incomplete": true]).status == 201)
        #expect(try await correct(Self.members).code == "session-closed")
    }

    @Test("that was opened by mistake is cancelled while it is open: nothing is counted or numbered, and its list waits for another")
    func cancelled() async throws {
        try await seat()
        let stage = try await CouncilStage(province, campaign: "HD-HUY")
        let dossier = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let unit = try await stage.dossier(.drafted)
        let session = try await open([dossier, unit]).text("id")
        let path = "\(own)/sessions/\(session)"
        #expect(try await cast(session, by: token(.clerk), ["otherwise": "no"]).status == 201)
        func cancel(_ reason: String, as token: Token) async throws -> APIAnswer {
            try await api.send(.post, path + "/cancellation", as: token, ["reason": .string(reason)])
        }
        for other in [token(.unitHead), token(.clerk), token(.councilSecretary, in: "district_102"), homeAffairs] {
            #expect([403, 404].contains(try await cancel("x", as: other).status), "who does not keep it")
        }
        #expect(try await cancel(" ", as: secretary).status == 422)
        let cancelled = try await cancel("Mở nhầm ngày họp", as: secretary)
        #expect(cancelled.status == 201 && cancelled.text("cancelReason") == "Mở nhầm ngày họp", "\(cancelled.json.text())")
        #expect(cancelled.text("closed") == "false" && cancelled.text("minutes").isEmpty)
        let listed = try await api.send(.get, "\(own)/sessions?limit=200", as: secretary)
        #expect(listed.items.first { $0.member("id") == session }?.member("cancelled") == "true", "its row stays")
        for (rows, count) in [
            ("ballot_choice WHERE session_id", 0), ("vote_count WHERE session_id", 0), ("register_entry WHERE subject_id", 0),
            ("vote_turnout WHERE session_id", 1),
        ] {
            #expect(try await stage.count("SELECT count(*) FROM core.\(rows) = '\(session)'") == count, "\(rows)")
        }
        let bodies: [(String, JSONValue)] = [
            ("closing", ["incomplete": true]), ("votes", ["dossier": id(unit), "votes": [], "otherwise": "yes"]), ("outcomes", [:]),
            ("cancellation", ["reason": "x"]), ("ballots", ["otherwise": "yes"]),
        ]
        for (verb, body) in bodies {
            #expect(try await api.send(.post, "\(path)/\(verb)", as: secretary, body).code == "session-cancelled", "\(verb)")
        }
        let again = try await open([dossier, unit])
        #expect(again.status == 201, "\(again.json.text())")
        // A vote in which enough took part is counted, and not undone.
        let second = "\(own)/sessions/\(again.text("id"))"
        let voted = try await api.send(.post, second + "/votes", as: secretary, ["dossier": id(unit), "votes": [], "otherwise": "no"])
        #expect(voted.status == 201, "\(voted.json.text())")
        let undone = try await api.send(.post, second + "/cancellation", as: secretary, ["reason": "x"])
        #expect(undone.code == "session-voted", "\(undone.json.text())")
    }

    @Test("tells nobody who chose what in secret: no answer, no entry of the audit, no key of a request")
    func secrecy() async throws {
        try await seat()
        let stage = try await CouncilStage(province, campaign: "HD-4")
        let dossier = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let session = try await open([dossier]).text("id")
        let key: HTTPFields = [HTTPField.Name("Idempotency-Key")!: "phieu-kin-1"]
        for role in Self.members {
            let choice: JSONValue = role == .clerk ? "blank" : "yes"
            let voted = try await cast(
                session, by: token(role), ["choices": [["dossier": id(dossier), "choice": choice]]], headers: role == .clerk ? key : [:])
            #expect(voted.status == 201)
        }
        #expect(try await stage.count("SELECT count(*) FROM core.idempotency AS i WHERE i::text LIKE '%phieu-kin-1%'") == 0)
        _ = try await api.send(.post, "\(own)/sessions/\(session)/closing", as: secretary, [:])
        for role in Self.members {
            let seen = try await api.send(.get, "\(own)/sessions/\(session)", as: token(role))
            let votes = seen.list("dossiers").first?.members("votes")
            guard case .array(let all)? = votes else {
                Issue.record("no votes in \(seen.json.text())")
                continue
            }
            #expect(all.count == 6 && all.allSatisfy { $0.members("choice") == .null }, "\(role)")
        }
        // The audit says who voted, six times, and nowhere how.
        let entries = "SELECT count(*) FROM core.audit_entry AS e WHERE e.subject_id = '\(session)'"
        #expect(try await stage.count(entries + " AND e.relation = 'vote_turnout'") == 6)
        #expect(try await stage.count(entries + " AND e.relation = 'ballot_choice'") == 0)
        #expect(
            try await stage.count(entries + " AND e.relation = 'vote_turnout' AND \(Self.choice)") == 0)
        // The control: an open vote stands in the audit with its choice.
        let unit = try await stage.dossier(.drafted)
        let other = try await open([unit]).text("id")
        _ = try await api.send(.post, "\(own)/sessions/\(other)/votes", as: secretary, ["dossier": id(unit), "otherwise": "blank"])
        #expect(
            try await stage.count(
                "SELECT count(*) FROM core.audit_entry AS e WHERE e.subject_id = '\(other)' AND e.relation = 'vote_turnout' AND \(Self.choice)"
            )
                == 6)
    }

    @Test("of the province is kept by Home Affairs: members of any unit, secret ballots counted on paper, and the dossier goes on")
    func provincialCouncil() async throws {
        let stage = try await CouncilStage(province, campaign: "HD-5")
        let sitting: [Role] = [.chairman, .viceChairman, .officeChief, .councilMember]
        for role in sitting {
            let seated = try await api.send(
                .post, wide + "/terms", as: homeAffairs,
                [
                    "person": .string(province.person(of: role).description), "duty": .string(role == .chairman ? "chair" : "member"),
                    "from": "2023-01-01", "documentNumber": "9/QĐ-UBND",
                ])
            #expect(seated.status == 201, "\(seated.json.text())")
        }
        let person = try await stage.dossier(.appraised, person: stage.people(1)[0])
        let paper = try await stage.dossier(.appraised, person: stage.people(1)[0])
        let present = JSONValue.array(sitting.map { .string(province.person(of: $0).description) })
        let opening: JSONValue = [
            "heldOn": "2023-06-20", "place": "Trụ sở UBND tỉnh", "present": present, "dossiers": [id(person), id(paper)],
        ]
        #expect(try await api.send(.post, wide + "/sessions", as: province.token(of: .councilMember), opening).status == 403)
        let opened = try await api.send(.post, wide + "/sessions", as: homeAffairs, opening)
        #expect(opened.status == 201, "\(opened.json.text())")
        let session = opened.text("id")
        // Both report one word, which is too short to say anything; then the same long words (A75).
        func checks() async throws -> [[String]] {
            let shown = try await api.send(.get, "\(wide)/sessions/\(session)", as: province.token(of: .councilMember))
            #expect(shown.status == 200, "\(shown.json.text())")
            return shown.list("dossiers").map { dossier in
                guard case .array(let checks) = dossier.members("checks") else { return [] }
                return checks.map { $0.member("kind") }
            }
        }
        #expect(try await checks() == [[], []])
        let words = (1...25).map { "kết quả thứ \($0)" }.joined(separator: ", ")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.award_dossier SET achievement = '\(words)', words = cardinality(core.plain_words('\(words)')), words_key = 'HD-5'
            WHERE id IN ('\(person)', '\(paper)');
            SET session_replication_role = origin;
            """)
        #expect(try await checks() == [["sameReport"], ["sameReport"]])
        let sheet = try await province.call(
            .get, "/council/sessions/\(session)", headers: [.cookie: "thidua=\(province.token(of: .councilMember).text)"])
        #expect(sheet.status == .ok && sheet.body.contains("Điểm cần kiểm tra: Báo cáo thành tích trùng lời"), "\(sheet.body)")
        for role in sitting {
            let voted = try await api.send(
                .post, "\(wide)/sessions/\(session)/ballots", as: province.token(of: role),
                ["choices": [["dossier": id(person), "choice": "yes"]]])
            #expect(voted.status == 201, "\(role): \(voted.json.text())")
        }
        let outsider = try await api.send(
            .post, "\(wide)/sessions/\(session)/ballots", as: province.token(of: .officeMonitor), ["otherwise": "yes"])
        #expect(outsider.code == "vote-not-yours", "\(outsider.json.text())")
        func close(_ papers: JSONValue, incomplete: Bool = false) async throws -> APIAnswer {
            try await api.send(
                .post, "\(wide)/sessions/\(session)/closing", as: homeAffairs, ["papers": papers, "incomplete": .bool(incomplete)])
        }
        #expect(
            try await close([["dossier": id(person), "yes": 4, "no": 0]]).code == "session-votes-missing", "of the other no ballot is there"
        )
        #expect(try await close([["dossier": id(person), "yes": 4, "no": 0]], incomplete: true).code == "session-counted-twice")
        #expect(try await close([["dossier": id(paper), "yes": 4, "no": 1]]).code == "session-miscounted", "five ballots of four")
        let closed = try await close([["dossier": id(paper), "yes": 3, "no": 1]])
        #expect(closed.status == 201, "\(closed.json.text())")
        #expect(closed.list("dossiers").map { $0.member("outcome") } == ["passed", "passed"])
        #expect(closed.list("dossiers").map { $0.members("counted").member("source") } == ["screen", "paper"])
        let found = try await api.send(.post, "\(wide)/sessions/\(session)/outcomes", as: homeAffairs, ["dossiers": [id(person)]])
        #expect(found.status == 201, "\(found.json.text())")
        #expect(try await stage.state(person) == "provincialCouncilReviewed")
        #expect(try await stage.state(paper) == "appraised", "it was not named")
        // A unit's people see nothing of it.
        #expect(try await api.send(.get, "\(wide)/sessions/\(session)", as: token(.unitHead)).status == 403)
    }

    @Test("ends a term once, and lists its sessions page by page")
    func terms() async throws {
        try await seat()
        let stage = try await CouncilStage(province, campaign: "HD-6")
        let newcomer = try await stage.people(1)[0]
        let seated = try await api.send(
            .post, own + "/terms", as: secretary,
            ["person": .string(newcomer.description), "duty": "member", "from": "2023-03-01", "documentNumber": "7/QĐ"])
        let term = seated.list("terms").first { $0.member("person") == newcomer.description }?.member("id") ?? ""
        let before = try await api.send(.post, "\(own)/terms/\(term)/end", as: secretary, ["through": "2023-02-01"])
        #expect(before.status == 422 && before.faults == ["$.through"], "\(before.json.text())")
        #expect(try await api.send(.post, "\(own)/terms/\(term)/end", as: token(.clerk), ["through": "2023-06-01"]).status == 403)
        let ended = try await api.send(.post, "\(own)/terms/\(term)/end", as: secretary, ["through": "2023-06-01"])
        #expect(ended.status == 201, "\(ended.json.text())")
        let again = try await api.send(.post, "\(own)/terms/\(term)/end", as: secretary, ["through": "2023-06-10"])
        #expect(again.status == 409 && again.code == "term-ended")
        for _ in 0..<2 { _ = try await open([try await stage.dossier(.drafted, person: stage.people(1)[0])]) }
        let first = try await api.send(.get, own + "/sessions?limit=1", as: secretary)
        let second = try await api.send(.get, own + "/sessions?limit=1&cursor=\(first.text("next"))", as: secretary)
        #expect(first.items.count == 1 && second.items.count == 1 && first.items != second.items)
    }
}

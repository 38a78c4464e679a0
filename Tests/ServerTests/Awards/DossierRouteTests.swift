import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing

/// Nomination rounds and dossiers over HTTP, by the officers whose work they are. Councils have a suite of their own: what they found is set.
@Suite("Dossiers of nomination over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct DossierRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private var chairman: Token { province.token(of: .chairman) }

    private static let unit = "/api/v1/tenants/district_101/award-dossiers"
    private static let wide = "/api/v1/province/award-dossiers"

    private func take(_ verb: String, _ id: AwardDossier.ID, as token: Token, _ body: JSONValue = [:]) async throws -> APIAnswer {
        let base = ["submission", "supplement", "withdrawal", "papers"].contains(verb) ? Self.unit : Self.wide
        return try await api.send(.post, "\(base)/\(id)/\(verb)", as: token, body)
    }

    private func id(_ answer: APIAnswer) throws -> AwardDossier.ID { try #require(AwardDossier.ID(answer.text("id"))) }

    private func strings(_ answer: APIAnswer, _ name: String) -> [String] {
        answer.list(name).compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    @Test("go from the unit to Home Affairs and the Chairman, each told whose move it is and how much time is left")
    func wholeWay() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-KT1")
        let draft: JSONValue = ["campaign": "HTTP-KT1", "review": "interim", "achievement": "Hoàn thành 100% nhiệm vụ"]
        #expect(try await api.send(.post, Self.unit, as: province.token(of: .clerk, in: "district_101"), draft).status == 403)
        let drafted = try await api.send(.post, Self.unit, as: head, draft)
        #expect(drafted.status == 201 && drafted.text("state") == "drafted", "\(drafted.json.text())")
        #expect(drafted.text("move") == "Hội đồng TĐKT của đơn vị" && drafted.json.members("clock").member("stage") == "unitCouncil")
        #expect(strings(drafted, "possibleSteps") == ["withdraw"])
        let id = try id(drafted)
        #expect(try await api.send(.get, "\(Self.wide)/\(id)", as: affairs).status == 404, "a draft is the unit's")
        #expect(try await api.send(.post, Self.unit, as: head, draft).code == "nomination-repeated")
        for kind in ["proposal", "achievementReport", "councilMinutes"] {
            let added = try await take(
                "papers", id, as: head,
                ["kind": .string(kind), "documentNumber": "1/TTr", "documentOn": "2023-06-19", "confirmed": true])
            #expect(added.status == 201, "\(added.json.text())")
        }
        try await stage.pass(id, by: .passUnitCouncil, to: .councilReviewed)
        let submitted = try await take("submission", id, as: head)
        #expect(submitted.status == 201 && submitted.text("state") == "submitted" && submitted.text("late") == "false")
        #expect(submitted.text("verdict") == "pass" && submitted.text("move") == "Sở Nội vụ" && submitted.list("defects").isEmpty)

        let queue = try await api.send(.get, "\(Self.wide)?party=appraiser&campaign=HTTP-KT1&review=interim", as: affairs)
        #expect(queue.items.map { $0.member("id") } == [id.description])
        #expect(try await api.send(.get, "\(Self.wide)?party=signer&campaign=HTTP-KT1", as: affairs).items.isEmpty)
        #expect(try await api.send(.get, "\(Self.wide)?proposer=district_102&campaign=HTTP-KT1", as: affairs).items.isEmpty)
        #expect(try await api.send(.get, "\(Self.unit)?state=submitted&campaign=HTTP-KT1", as: head).items.count == 1)

        let key: HTTPFields = [HTTPField.Name("Idempotency-Key")!: "nhan-1"]
        let received = try await api.send(.post, "\(Self.wide)/\(id)/receipt", as: affairs, [:], headers: key)
        #expect(received.status == 201 && received.text("regime") == "nd91", "\(received.json.text())")
        #expect(received.json.members("clock").member("stage") == "appraisal" && received.json.members("clock").member("paused") == "false")
        let again = try await api.send(.post, "\(Self.wide)/\(id)/receipt", as: affairs, [:], headers: key)
        #expect(again.status == 201 && again.json == received.json, "the same request again takes no step")
        let empty = try await take("supplement-request", id, as: affairs, ["reason": " "])
        #expect(empty.status == 422 && empty.faults == ["$.reason"], "\(empty.json.text())")
        let asked = try await take("supplement-request", id, as: affairs, ["reason": "Thiếu dấu; thiếu ngày"])
        #expect(asked.status == 201 && asked.text("move") == "đơn vị đề nghị", "\(asked.json.text())")
        #expect(asked.json.members("clock").member("paused") == "true")
        func told(_ token: Token) async throws -> [String] {
            try await api.send(.get, "/api/v1/notices?unread=true", as: token).items.filter { $0.member("dossier") == id.description }
                .map { $0.member("rule") }
        }
        #expect(try await told(head) == ["supplement_asked"], "who proposed is told")
        #expect(try await told(province.token(of: .clerk, in: "district_101")).isEmpty)
        #expect(try await take("supplement", id, as: head, ["reason": "Đã đóng dấu"]).text("state") == "received")
        #expect(try await take("supplement-request", id, as: affairs, ["reason": "Thiếu"]).code == "dossier-supplements-exhausted")
        #expect(try await take("decision", id, as: chairman).code == "dossier-out-of-order")
        #expect(try await take("appraisal", id, as: affairs).text("state") == "appraised")
        let unvoted = try await take("refusal", id, as: affairs, ["reason": "Chưa đạt", "documentNumber": "3/TB"])
        #expect(unvoted.code == "dossier-not-voted", "what the council says, it says in its session")
        try await stage.pass(id, by: .passProvincialCouncil, to: .provincialCouncilReviewed)
        #expect(try await take("submission-to-chairman", id, as: affairs, ["documentNumber": "9/TTr-SNV"]).text("mover") == "signer")
        #expect(try await take("decision", id, as: affairs).status == 403)
        #expect(try await take("decision", id, as: chairman).text("state") == "decided")
        let issue: JSONValue = [
            "number": "1500/QĐ-UBND", "signedOn": "2023-06-20", "signer": "CHỦ TỊCH", "nameReason": "Danh sách in trước",
            "awards": [["dossier": .string(id.description), "name": "Huyện 101"]],
        ]
        #expect(try await api.send(.post, "/api/v1/province/award-decisions", as: affairs, issue).status == 201)
        let issued = try await api.send(.get, "\(Self.wide)/\(id)", as: affairs)
        #expect(issued.text("state") == "issued", "\(issued.json.text())")
        // Twice the base salary of 1.490.000 VND: a collective under NĐ 91/2017.
        #expect(issued.json.members("decision").member("reward") == "2980000")
        #expect(issued.json.members("decision").member("goldenBook") != "")
        let presented = try await take("presentation", id, as: affairs, ["reason": "Hội nghị sơ kết"])
        #expect(presented.text("state") == "presented" && presented.text("move") == "không còn việc")
        let seen = try await api.send(.get, "\(Self.unit)/\(id)", as: head)
        #expect(
            seen.list("steps").map { $0.member("step") } == [
                "passUnitCouncil", "submit", "receive", "askSupplement", "supplement", "appraise", "passProvincialCouncil", "putToChairman",
                "decide", "issue", "present",
            ])
        #expect(seen.version == "\"11\"" && seen.json.members("decision") == .null)
        let other = province.token(of: .unitHead, in: "district_102")
        #expect(try await api.send(.get, "\(Self.unit)/\(id)", as: other).status == 404)
    }

    @Test("a round is opened and locked by Home Affairs, and shows to each unit its slots and to the province all")
    func round() async throws {
        _ = try await AwardStage(
            province, campaign: "HTTP-KT2", verdicts: ["district_102": "fail"], opens: false)
        let body: JSONValue = [
            "campaign": "HTTP-KT2", "review": "interim", "opensOn": "2023-06-10", "cutOff": "2023-06-30", "guidanceNumber": "12/HD-SNV",
            "guidanceOn": "2023-06-10",
        ]
        let path = "/api/v1/province/nomination-rounds"
        #expect(try await api.send(.post, path, as: province.token(of: .officeMonitor), body).status == 403)
        let absent = try await api.send(.get, "/api/v1/province/nomination-round?campaign=HTTP-KT2&review=interim", as: affairs)
        #expect(absent.code == "round-not-opened")
        let opened = try await api.send(.post, path, as: affairs, body)
        #expect(opened.status == 201 && opened.text("words").contains("30/06/2023"), "\(opened.json.text())")
        #expect(try await api.send(.post, path, as: affairs, body).code == "round-there")
        let slots = Dictionary(
            opened.list("units").map { ($0.member("tenant"), $0.member("slots")) }, uniquingKeysWith: { first, _ in first })
        #expect(slots["district_101"] == "2" && slots["district_102"] == "0", "\(slots)")
        let own = try await api.send(.get, "/api/v1/tenants/district_101/nomination-round?campaign=HTTP-KT2&review=interim", as: head)
        #expect(own.list("units").map { $0.member("tenant") } == ["district_101"])
        let list = try await api.send(.get, "/api/v1/nomination-rounds", as: head)
        #expect(list.items.contains { $0.member("campaign") == "HTTP-KT2" })
        let named: JSONValue = ["campaign": "HTTP-KT2", "review": "interim"]
        #expect(try await api.send(.post, "/api/v1/province/nomination-locks", as: chairman, named).status == 403)
        let locked = try await api.send(.post, "/api/v1/province/nomination-locks", as: affairs, named)
        #expect(locked.text("lockedOn") == "2023-06-20", "\(locked.json.text())")
        #expect(try await api.send(.post, "/api/v1/province/nomination-locks", as: affairs, named).code == "round-locked")
        let rules = try await api.send(
            .get, "/api/v1/award-rules", as: province.token(of: .subUnitOfficer, in: "district_101", unit: "10101"))
        #expect(rules.status == 200 && rules.list("regimes").count >= 5 && rules.list("dossierPapers").count >= 5)
    }

    @Test("individuals take the unit's slots: one too many is refused, withdrawing frees one")
    func quota() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-KT3")
        var dossiers: [AwardDossier.ID] = []
        for person in try await stage.people(3) { dossiers.append(try await stage.dossier(.councilReviewed, person: person)) }
        #expect(try await take("submission", dossiers[0], as: head).status == 201)
        #expect(try await take("submission", dossiers[1], as: head).status == 201)
        let full = try await take("submission", dossiers[2], as: head)
        #expect(full.status == 409 && full.code == "nomination-quota-full", "\(full.json.text())")
        func standing() async throws -> JSONValue? {
            try await api.send(.get, "/api/v1/tenants/district_101/nomination-round?campaign=HTTP-KT3&review=interim", as: head)
                .list("units").first
        }
        #expect(try await standing()?.member("taken") == "2")
        #expect(try await standing()?.member("free") == "0")
        #expect(try await take("withdrawal", dossiers[0], as: head).status == 422, "a reason is needed")
        #expect(try await take("withdrawal", dossiers[0], as: head, ["reason": "Xin rút"]).text("state") == "withdrawn")
        #expect(try await standing()?.member("free") == "1")
        #expect(try await take("submission", dossiers[2], as: head).status == 201)
    }

    @Test("what comes after the cut-off is marked, and received by a decision alone")
    func late() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-KT4", opens: false)
        try await stage.openRound(cutOff: "2023-06-19")
        let id = try await stage.dossier(.councilReviewed)
        #expect(try await take("submission", id, as: head).text("late") == "true")
        let refused = try await take("receipt", id, as: affairs)
        #expect(refused.status == 409 && refused.code == "dossier-late")
        #expect(try await take("receipt", id, as: affairs, ["documentNumber": "15/SNV-TĐKT"]).text("state") == "received")
    }

    @Test("those that rest on a verdict which a correction turned round are flagged, on the dossier and on the list")
    func flipped() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-KT5")
        let id = try await stage.dossier(.councilReviewed)
        #expect(try await take("submission", id, as: head).text("flipped") == "false")
        try await stage.correct(to: "fail")
        for (path, token) in [("\(Self.wide)/\(id)", affairs), ("\(Self.unit)/\(id)", head)] {
            let shown = try await api.send(.get, path, as: token)
            #expect(shown.text("flipped") == "true" && shown.text("verdictNow") == "fail", "\(shown.json.text())")
        }
        let list = try await api.send(.get, "\(Self.wide)?campaign=HTTP-KT5", as: affairs)
        #expect(list.items.map { $0.member("flipped") } == ["true"])
    }

    @Test("of Home Affairs itself is appraised by whom the Chairman names: he records it, by its paper")
    func ownDossier() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-KT6")
        let id = try await stage.dossier(.received, of: "dept_snv")
        #expect(try await take("appraisal", id, as: affairs, ["documentNumber": "20/QĐ"]).status == 403)
        #expect(strings(try await api.send(.get, "\(Self.wide)/\(id)", as: chairman), "possibleSteps").contains("appraise"))
        #expect(try await take("appraisal", id, as: chairman).faults == ["$.documentNumber"])
        #expect(try await take("appraisal", id, as: chairman, ["documentNumber": "20/QĐ-UBND"]).text("state") == "appraised")
    }

    @Test("stand under the regime of the day on which they were complete, or under another one for a reason, until they are decided")
    func regime() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-KT8")
        let id = try await stage.dossier(.received)
        let same = try await take("regime", id, as: affairs, ["regime": "nd91", "reason": "x"])
        #expect(same.status == 409 && same.code == "regime-unchanged", "\(same.json.text())")
        #expect(try await take("regime", id, as: affairs, ["regime": "nd00", "reason": "x"]).faults == ["$.regime"])
        #expect(try await take("regime", id, as: affairs, ["regime": "nd98", "reason": " "]).faults == ["$.reason"])
        #expect(try await take("regime", id, as: chairman, ["regime": "nd98", "reason": "x"]).status == 403)
        let changed = try await take("regime", id, as: affairs, ["regime": "nd98", "reason": "Điều khoản chuyển tiếp"])
        #expect(changed.status == 201 && changed.text("regime") == "nd98" && changed.text("regimeReason") == "Điều khoản chuyển tiếp")
        try await stage.put(id, in: .decided)
        #expect(try await take("regime", id, as: affairs, ["regime": "nd98", "reason": "x"]).code == "regime-fixed")
    }

    @Test("of a deed go by no council, rest on no verdict and take no slot")
    func deed() async throws {
        _ = try await AwardStage(province, campaign: "HTTP-KT9", verdicts: ["district_101": "fail"])
        let person = province.person(of: .clerk, in: "district_101")
        let drafted = try await api.send(
            .post, Self.unit, as: head,
            ["campaign": "HTTP-KT9", "person": .string(person.description), "achievement": "Cứu người bị nạn trong bão"])
        #expect(drafted.status == 201 && drafted.text("track") == "provincialAdHoc", "\(drafted.json.text())")
        #expect(strings(drafted, "possibleSteps") == ["submit", "withdraw"] && drafted.text("mover") == "proposer")
        let id = try id(drafted)
        let wanting = try await take("submission", id, as: head)
        #expect(wanting.code == "dossier-incomplete")
        let missing = Set(wanting.list("errors").map { $0.member("reason") })
        let kinds: [DossierPaper.Kind] = [.proposal, .summaryReport]
        #expect(missing == Set(kinds.map { "Thiếu \($0.vietnamese)" }), "each is named: \(wanting.json.text())")
        for kind in ["proposal", "summaryReport"] {
            let paper: JSONValue = ["kind": .string(kind), "documentNumber": "2/TTr", "documentOn": "2023-06-19"]
            #expect(try await take("papers", id, as: head, paper).status == 201)
        }
        let submitted = try await take("submission", id, as: head)
        #expect(submitted.status == 201 && submitted.json.members("verdict") == .null, "\(submitted.json.text())")
        #expect(submitted.json.members("clock").member("stage") == "adHoc" && submitted.json.members("clock").member("limit") == "5")
        for (verb, token) in [("receipt", affairs), ("appraisal", affairs), ("submission-to-chairman", affairs), ("decision", chairman)] {
            // What is put to the Chairman is an issued paper (domain.md 2.4).
            let isPut = verb == "submission-to-chairman"
            if isPut { #expect(try await take(verb, id, as: token, ["documentNumber": " "]).status == 422) }
            #expect(try await take(verb, id, as: token, isPut ? ["documentNumber": "9/TTr-SNV"] : [:]).status == 201, "\(verb)")
        }
        let named = try await api.send(.get, "/api/v1/tenants/district_101/nomination-round?campaign=HTTP-KT9&review=interim", as: head)
        #expect(named.list("units").map { $0.member("taken") } == ["0"], "\(named.json.text())")
        #expect(try await api.send(.get, "\(Self.wide)?track=provincialAdHoc&campaign=HTTP-KT9", as: affairs).items.count == 1)
    }

    @Test("are listed page by page, in the order in which they were drafted")
    func pages() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-KT7")
        for person in try await stage.people(5) { _ = try await stage.dossier(.drafted, person: person) }
        var (seen, cursor): ([String], String?) = ([], nil)
        repeat {
            let page = try await api.send(
                .get, "\(Self.unit)?campaign=HTTP-KT7&limit=2" + (cursor.map { "&cursor=\($0)" } ?? ""), as: head)
            #expect(page.status == 200 && page.items.count <= 2)
            seen += page.items.map { $0.member("id") }
            cursor = page.text("next").isEmpty ? nil : page.text("next")
        } while cursor != nil
        #expect(seen.count == 5 && seen == seen.sorted())
        #expect(try await api.send(.get, "\(Self.unit)?cursor=00", as: head).status == 422)
    }
}

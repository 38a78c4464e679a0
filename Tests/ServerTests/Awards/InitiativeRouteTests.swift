import Domain
import Foundation
import HTTPTypes
import Operations
import Postgres
import TestSupport
import Testing

/// Initiatives over HTTP, by the officers whose work they are: from a commune to the golden book, and what each is told on the way.
@Suite("Initiatives over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct InitiativeRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var officer: Token { province.token(of: .subUnitOfficer, in: "district_101", unit: "10101") }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }
    private var other: Token { province.token(of: .unitHead, in: "district_102") }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }

    private static let unit = "/api/v1/tenants/district_101/initiatives"
    private static let wide = "/api/v1/province/initiatives"
    private static let asked = "/api/v1/tenants/district_102/initiative-confirmations"

    private func body(_ campaign: String, _ more: KeyValuePairs<String, JSONValue> = [:]) -> JSONValue {
        var object = JSONObject([
            ("campaign", .string(campaign)), ("title", "Một mẫu dùng chung"), ("obstacle", "Hồ sơ đi lại nhiều lần"),
            ("solution", "Gộp ba mẫu thành một"), ("days", 8), ("scope", "outside"), ("example", "Ba xã đã áp dụng"),
        ])
        for (name, value) in more { object.append(name, value) }
        return .object(object)
    }

    private func take(_ verb: String, _ id: String, as token: Token, _ body: JSONValue = [:]) async throws -> APIAnswer {
        try await api.send(.post, "\(Self.unit)/\(id)/\(verb)", as: token, body)
    }

    private func strings(_ answer: APIAnswer, _ name: String) -> [String] {
        answer.list(name).compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    private func confirm(_ id: String) async throws {
        #expect(try await take("confirmations", id, as: officer, ["tenant": "district_102"]).status == 201)
        let owed = try await api.send(.get, Self.asked + "?open=true&limit=200", as: other)
        let asked = try #require(owed.items.first { $0.member("initiative") == id })
        let answer = try await api.send(
            .post, "\(Self.asked)/\(asked.member("id"))/answer", as: other, ["answer": "confirmed", "documentNumber": "12/UBND-NV"])
        #expect(answer.status == 201 && answer.text("answer") == "confirmed", "\(answer.json.text())")
    }

    @Test("go from a commune over another unit, the district and Home Affairs to the Chairman and the golden book")
    func wholeWay() async throws {
        try await AwardStage.loadRules(into: province)
        try await province.bring(Plans.shipped("HTTP-SK1"))
        #expect(try await api.send(.post, Self.unit, as: province.token(of: .clerk, in: "district_101"), body("HTTP-SK1")).status == 403)
        let registered = try await api.send(.post, Self.unit, as: officer, body("HTTP-SK1"))
        #expect(registered.status == 201 && registered.text("state") == "registered", "\(registered.json.text())")
        let id = registered.text("id")
        #expect(registered.text("mover") == "desk" && registered.json.members("clock").member("limit") == "5")
        #expect(registered.text("nominee").hasPrefix("Xã 101 số 1") && registered.text("tenant") == "district_101")
        #expect(registered.list("conditions").filter { $0.member("missing") == "true" }.map { $0.member("condition") } == ["confirmation"])
        #expect(registered.list("conditions").allSatisfy { !$0.member("source").isEmpty })

        // Who may see what: its own unit and what stands over it, Home Affairs; not a neighbour, not another district.
        for (token, path, status) in [
            (head, Self.unit, 200), (affairs, Self.wide, 200),
            (province.token(of: .subUnitHead, in: "district_101", unit: "10101"), Self.unit, 200),
            (province.token(of: .subUnitHead, in: "district_101", unit: "10102"), Self.unit, 404), (other, Self.unit, 404),
        ] {
            #expect(try await api.send(.get, "\(path)/\(id)", as: token).status == status, "\(path)")
        }

        let early = try await take("proposal", id, as: head)
        #expect(early.status == 409 && early.code == "initiative-conditions", "\(early.json.text())")
        for (body, name) in [
            (["unit": .string(registered.text("unit"))] as JSONValue, "$.unit"), (["tenant": "district_101"], "$.unit"),
            (["tenant": "district_999"], "$.tenant"), ([:], "$.unit"),
        ] {
            let refused = try await take("confirmations", id, as: officer, body)
            #expect(refused.status == 422 && refused.faults == [name], "\(refused.json.text())")
        }
        let returned = try await take("return", id, as: head, ["reason": "Thiếu bảng số liệu"])
        #expect(returned.text("mover") == "registrant" && returned.json.members("clock").member("paused") == "true")
        #expect(try await take("letter", id, as: head, ["documentNumber": "5/TK", "signer": "CHỦ TỊCH"]).code == "initiative-out-of-order")
        #expect(try await take("supplement", id, as: head, ["reason": " "]).faults == ["$.reason"])
        let supplemented = try await take("supplement", id, as: officer, ["reason": "Bảng số liệu kèm theo"])
        #expect(supplemented.text("state") == "registered" && supplemented.version == "\"2\"", "\(supplemented.json.text())")
        try await confirm(id)
        #expect(try await take("confirmations", id, as: officer, ["tenant": "district_102"]).code == "confirmation-asked")

        let proposed = try await take("proposal", id, as: head)
        #expect(proposed.status == 201 && proposed.text("state") == "proposed", "\(proposed.json.text())")
        #expect(proposed.json.members("clock").member("stopped") == "true")
        let dossier = proposed.text("dossier")
        let (own, wide) = ("/api/v1/tenants/district_101/award-dossiers/\(dossier)", "/api/v1/province/award-dossiers/\(dossier)")
        let drafted = try await api.send(.get, own, as: head)
        #expect(drafted.text("track") == "provincialAdHoc" && drafted.text("nominee").hasPrefix("Xã 101 số 1"), "\(drafted.json.text())")
        // What was registered and who confirmed it, for who proposes and for who appraises.
        let report = try await api.send(.get, "\(own)/papers/achievement-report", as: head)
        let said = try ReadPaper.text(report.bytes)
        for words in [
            "Khó khăn, vướng mắc: Hồ sơ đi lại nhiều lần.", "Cách làm: Gộp ba mẫu thành một.", "8 ngày",
            "Gương tiêu biểu: Ba xã đã áp dụng.",
            "Thị xã Hai đã xác nhận tại Văn bản số 12/UBND-NV ngày 20/6/2023",
        ] {
            #expect(said.contains(words), "\(words) in \(said)")
        }
        #expect(!said.contains("nhiệm vụ, chỉ tiêu được giao trong"), "no figures of a review: \(said)")
        let listed = try ReadPaper.text(try await api.send(.get, "\(own)/papers/proposal", as: head).bytes)
        #expect(!listed.contains("Phiếu đồng ý của Hội đồng"), "no council votes on it: \(listed)")
        let wanting = try await api.send(.post, "\(own)/submission", as: head, [:])
        #expect(wanting.code == "dossier-incomplete" && !wanting.text("detail").contains("Hội đồng"), "\(wanting.json.text())")
        for kind in ["proposal", "summaryReport"] {
            let added = try await api.send(
                .post, "\(own)/papers", as: head, ["kind": .string(kind), "documentNumber": "1/TTr", "documentOn": "2023-06-19"])
            #expect(added.status == 201, "\(added.json.text())")
        }
        #expect(try await api.send(.post, "\(own)/submission", as: head, [:]).text("state") == "submitted", "no council is asked")
        for (verb, token, state) in [
            ("receipt", affairs, "received"), ("appraisal", affairs, "appraised"), ("submission-to-chairman", affairs, "putToChairman"),
            ("decision", province.token(of: .chairman), "decided"),
        ] {
            let taken = try await api.send(
                .post, "\(wide)/\(verb)", as: token, state == "putToChairman" ? ["documentNumber": "9/TTr-SNV"] : [:])
            #expect(taken.status == 201 && taken.text("state") == state, "\(taken.json.text())")
            if state != "appraised" { continue }
            let found = try ReadPaper.text(try await api.send(.get, "\(wide)/papers/appraisal-report", as: affairs).bytes)
            #expect(found.contains("hồ sơ đề nghị khen thưởng đột xuất") && !found.contains("Hội đồng"), "to the Chairman alone: \(found)")
        }
        let decision: JSONValue = [
            "number": "1600/QĐ-UBND", "signedOn": "2023-06-20", "signer": "CHỦ TỊCH", "nameReason": "Danh sách in trước",
            "awards": [["dossier": .string(dossier), "name": "Xã 101 số 1"]],
        ]
        #expect(try await api.send(.post, "/api/v1/province/award-decisions", as: affairs, decision).status == 201)
        let book = try await api.send(.get, "/api/v1/province/awards?limit=200", as: affairs)
        #expect(book.items.contains { $0.member("dossier") == dossier && $0.member("printedName") == "Xã 101 số 1" })

        // Published, it is for every officer: what was blocked and how it was solved, and nothing of who decided what.
        let before = try await api.send(.get, "/api/v1/published-initiatives?limit=200", as: other)
        #expect(!before.items.contains { $0.member("id") == id })
        #expect(try await take("publication", id, as: head).text("publishedOn") == "2023-06-20")
        let after = try await api.send(.get, "/api/v1/published-initiatives?limit=200", as: other)
        #expect(after.items.contains { $0.member("id") == id && $0.member("solution") == "Gộp ba mẫu thành một" })
        #expect(try await api.send(.get, "\(Self.unit)/\(id)", as: other).status == 404)
        #expect(try await take("publication", id, as: head).code == "initiative-out-of-order")
    }

    @Test("are answered by a letter with the next number of its register, or with a reason; by a Giấy khen only under the unit's rules")
    func answers() async throws {
        try await province.bring(Plans.shipped("HTTP-SK2"))
        func registered() async throws -> String {
            try await api.send(.post, Self.unit, as: officer, body("HTTP-SK2")).text("id")
        }
        func paper(_ number: String) -> JSONValue { ["documentNumber": .string(number), "signer": "CHỦ TỊCH"] }
        var numbers: [Int] = []
        for number in ["5/TK-UBND", "15/TK-UBND"] {
            let praised = try await take("letter", try await registered(), as: head, paper(number))
            #expect(praised.text("state") == "praised", "\(praised.json.text())")
            numbers += praised.list("steps").compactMap { Int($0.member("register")) }
        }
        #expect(numbers.count == 2 && numbers[1] == numbers[0] + 1, "\(numbers)")
        // One number of a body in a year is on one letter, however it is typed; another body has numbers of its own.
        let letter = try await registered()
        let again = try await take("letter", letter, as: head, paper("05/tk-ubnd"))
        #expect(again.status == 409 && again.code == "decision-number-taken", "\(again.json.text())")
        #expect(again.faults == ["$.documentNumber"])
        let chairman = try await api.send(.post, "\(Self.wide)/\(letter)/letter", as: affairs, paper("5/TK-UBND"))
        #expect(chairman.text("state") == "praised" && chairman.list("steps").first?.member("party") == "province")
        #expect(chairman.list("steps").first.map { Int($0.member("register")) != nil } == true, "its number in the register")
        let made = try await api.send(.get, "\(Self.wide)/\(letter)/papers/letter-of-praise", as: affairs)
        let words = try ReadPaper.text(made.bytes)
        #expect(words.contains("THƯ KHEN") && words.contains("Một mẫu dùng chung"), "\(words)")
        #expect(words.contains("ngày 20 tháng 6 năm 2023"), "\(words)")
        // The same by commands; the province's register has the Chairman's letter, and not those that the unit gave.
        let register = try await api.send(.get, "/api/v1/province/initiative-letters?limit=200", as: affairs)
        #expect(register.items.map { $0.member("initiative") } == [letter], "\(register.json.text())")
        #expect(register.items.first?.member("documentNumber").hasSuffix("5/TK-UBND") == true, "\(register.json.text())")
        #expect(try await api.send(.get, "/api/v1/province/initiative-letters", as: head).status == 403)
        func run(_ arguments: [String], as token: Token) async throws -> Executable.Outcome {
            try await Executable.run(arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
        }
        let listed = try await run(["register", "initiative-letters", "--output", "csv"], as: affairs)
        #expect(listed.code == 0 && listed.output.contains("Giải pháp, sáng kiến") && listed.output.contains(letter), "\(listed.errors)")
        let file = FileManager.default.temporaryDirectory.appending(path: "thu-khen-\(letter).docx")
        let written = try await run(["initiative", "paper", letter, "--province", "--output-file", file.path], as: affairs)
        #expect(written.code == 0, "\(written.errors)")
        #expect(Array(try Data(contentsOf: file)) == made.bytes, "the same paper")
        try FileManager.default.removeItem(at: file)
        let other = try await registered()
        #expect(try await api.send(.get, "\(Self.wide)/\(other)/papers/letter-of-praise", as: affairs).code == "paper-too-early")
        let twice = try await api.send(.post, "\(Self.wide)/\(other)/letter", as: affairs, paper("05/TK-UBND"))
        #expect(twice.status == 409 && twice.code == "decision-number-taken", "\(twice.json.text())")
        #expect(try await take("refusal", other, as: head, ["reason": "Đã khen"]).text("state") == "declined", "nothing was done by it")
        let commended = try await registered()
        let without = try await take("commendation", commended, as: head)
        #expect(without.status == 409 && without.code == "own-rules-missing", "\(without.json.text())")
        let declined = try await registered()
        #expect(try await take("refusal", declined, as: officer, ["reason": "x"]).status == 403)
        #expect(try await take("refusal", declined, as: head, ["reason": "Đã khen"]).text("stateName") == "chưa xét khen thưởng")
        let withdrawn = try await registered()
        #expect(try await take("withdrawal", withdrawn, as: officer, ["reason": "Đăng ký nhầm"]).text("state") == "withdrawn")
        #expect(try await take("confirmations", withdrawn, as: officer, ["tenant": "district_102"]).code == "initiative-answered")
        let list = try await api.send(.get, "\(Self.unit)?campaign=HTTP-SK2&state=praised", as: head)
        #expect(list.items.count == 3 && list.items.allSatisfy { $0.member("state") == "praised" })
        #expect(try await api.send(.get, "\(Self.wide)?campaign=HTTP-SK2&of=district_102", as: affairs).items.isEmpty)
        #expect(try await api.send(.get, "\(Self.wide)?campaign=HTTP-SK2&of=district_101", as: affairs).items.count == 7)
    }

    @Test("get a Giấy khen by a dossier that the head decides, with number, book and money, and no answer from who registered them")
    func commended() async throws {
        let stage = try await OwnAwardStage(province, campaign: "HTTP-SK6")
        #expect(try await stage.takeRules(["101,CHỦ TỊCH,Quỹ thi đua huyện,1,1,giver"]).status == 201)
        let id = try await api.send(.post, Self.unit, as: officer, body("HTTP-SK6")).text("id")
        let asked = try await take("commendation", id, as: stage.secretary)
        #expect(asked.status == 201 && asked.text("state") == "commended", "\(asked.json.text())")
        let dossier = asked.text("dossier")
        let drafted = try await api.send(.get, "\(stage.path)/award-dossiers/\(dossier)", as: head)
        #expect(drafted.text("track") == "ownAdHoc" && drafted.text("form") == "districtCommendation", "\(drafted.json.text())")
        #expect(try await take("letter", id, as: head, ["documentNumber": "5/TK", "signer": "CT"]).code == "initiative-out-of-order")
        for kind in ["proposal", "summaryReport"] {
            let added = try await api.send(
                .post, "\(stage.path)/award-dossiers/\(dossier)/papers", as: stage.secretary,
                ["kind": .string(kind), "documentNumber": "1/TTr", "documentOn": "2023-06-19", "confirmed": true])
            #expect(added.status == 201, "\(added.json.text())")
        }
        let paper = try await api.send(.get, "\(stage.path)/award-dossiers/\(dossier)/papers/proposal", as: stage.secretary)
        #expect(paper.status == 200 && paper.bytes.starts(with: Array("PK".utf8)), "made while it is a draft: \(paper.json.text())")
        for verb in ["submission", "receipt", "appraisal", "submission-to-chairman"] {
            let taken = try await stage.step(verb, dossier, as: stage.secretary)
            #expect(taken.status == 201, "\(verb): \(taken.json.text())")
        }
        #expect(try await take("publication", id, as: head).code == "initiative-out-of-order", "nothing is given yet")
        #expect(try await stage.step("decision", dossier, as: stage.secretary).status == 403)
        #expect(try await stage.step("decision", dossier, as: head).status == 201)
        let recorded = try await stage.record([dossier], number: "51/QĐ-UBND", as: stage.secretary)
        #expect(recorded.status == 201 && recorded.items.first?.member("reward") == "890000", "\(recorded.json.text())")
        let shown = try await api.send(.get, "\(Self.unit)/\(id)", as: officer)
        #expect(shown.text("state") == "commended" && shown.text("move").contains("theo hồ sơ đề nghị"), "\(shown.json.text())")
        #expect(try await take("publication", id, as: head).status == 201)

        // The secretary's own: somebody else answers it.
        let person = province.person(of: .councilSecretary, in: "district_101").description
        let own = try await api.send(
            .post, Self.unit, as: stage.secretary,
            body("HTTP-SK6", ["person": .string(person), "unit": stage.unit(nil)]))
        #expect(own.status == 201, "\(own.json.text())")
        for (verb, more) in [
            ("letter", ["documentNumber": "5/TK", "signer": "CT"] as JSONValue), ("commendation", [:]), ("refusal", ["reason": "x"]),
        ] {
            let refused = try await take(verb, own.text("id"), as: stage.secretary, more)
            #expect(refused.status == 403 && refused.code == "initiative-own", "\(verb): \(refused.json.text())")
        }
        #expect(try await take("refusal", own.text("id"), as: head, ["reason": "Đã khen"]).status == 201, "the control")
    }

    @Test("may be answered otherwise once the proposal ended without an award, and not before")
    func endedProposal() async throws {
        try await province.bring(Plans.shipped("HTTP-SK3"))
        let id = try await api.send(.post, Self.unit, as: officer, body("HTTP-SK3")).text("id")
        try await confirm(id)
        let dossier = try await take("proposal", id, as: head).text("dossier")
        let paper: JSONValue = ["documentNumber": "6/TK-UBND", "signer": "CHỦ TỊCH"]
        #expect(try await take("letter", id, as: head, paper).code == "initiative-out-of-order")
        func withdraw(_ dossier: String) async throws -> APIAnswer {
            try await api.send(
                .post, "/api/v1/tenants/district_101/award-dossiers/\(dossier)/withdrawal", as: head, ["reason": "Xin rút"])
        }
        #expect(try await withdraw(dossier).status == 201)
        // Proposed anew: the page of either dossier leads to what it asks for, or asked.
        let anew = try await take("proposal", id, as: head).text("dossier")
        #expect(!anew.isEmpty && anew != dossier)
        for dossier in [dossier, anew] {
            let page = try await province.call(
                .get, "/units/district_101/award-dossiers/\(dossier)", headers: [.cookie: "thidua=\(head.text)"])
            #expect(page.status == .ok && page.body.contains("<a href=\"/units/district_101/initiatives/\(id)\">"), "\(page.body)")
        }
        #expect(try await withdraw(anew).status == 201)
        let shown = try await api.send(.get, "\(Self.unit)/\(id)", as: head)
        #expect(shown.text("mover") == "desk" && strings(shown, "possibleSteps").contains("letter"), "\(shown.json.text())")
        #expect(try await take("letter", id, as: head, paper).text("state") == "praised")
    }

    @Test("are registered by a person for himself alone, and every fault of one is told at once")
    func registering() async throws {
        try await province.bring(Plans.shipped("HTTP-SK4"))
        let person = province.token(of: .individual, in: "district_101", unit: "10101")
        let own = try await api.send(.post, Self.unit, as: person, body("HTTP-SK4"))
        #expect(own.status == 201 && own.text("subject") == "individual", "\(own.json.text())")
        #expect(own.text("person") == province.person(of: .individual, in: "district_101", unit: "10101").description)
        let elsewhere = province.person(of: .individual, in: "district_101", unit: "10102")
        let another = try await api.send(.post, Self.unit, as: person, body("HTTP-SK4", ["person": .string(elsewhere.description)]))
        #expect(another.status == 403, "\(another.json.text())")
        let faulty: JSONValue = [
            "campaign": "HTTP-SK4", "title": " ", "obstacle": "x", "solution": "x", "days": 0, "scope": "everywhere",
        ]
        let told = try await api.send(.post, Self.unit, as: officer, faulty)
        #expect(told.status == 422 && Set(told.faults) == ["$.title", "$.days", "$.scope"], "\(told.json.text())")
        let unit = try await api.send(.post, Self.unit, as: officer, body("HTTP-SK4", ["volume": 300]))
        #expect(unit.faults == ["$.volumeUnit"], "a figure has its unit")
        let decomposed = try await api.send(
            .post, Self.unit, as: officer, body("HTTP-SK4", ["volume": 300, "volumeUnit": "ho\u{0302}\u{0300} sơ"]))
        #expect(Array(decomposed.text("volumeUnit").utf8) == Array("h\u{1ED3} sơ".utf8))
        let key: HTTPFields = [HTTPField.Name("Idempotency-Key")!: "sang-kien-1"]
        let first = try await api.send(.post, Self.unit, as: officer, body("HTTP-SK4"), headers: key)
        let again = try await api.send(.post, Self.unit, as: officer, body("HTTP-SK4"), headers: key)
        #expect(first.status == 201 && first.text("id") == again.text("id"), "the same request again registers nothing")
    }

    @Test("show the asked unit the claim alone, and let it decline with a reason, once")
    func declining() async throws {
        try await province.bring(Plans.shipped("HTTP-SK5"))
        let id = try await api.send(.post, Self.unit, as: officer, body("HTTP-SK5")).text("id")
        #expect(try await take("confirmations", id, as: officer, ["tenant": "district_102", "claim": "Có áp dụng không?"]).status == 201)
        let owed = try await api.send(.get, Self.asked + "?open=true&limit=200", as: other)
        let asked = try #require(owed.items.first { $0.member("initiative") == id })
        #expect(asked.member("claim") == "Có áp dụng không?" && !owed.json.text().contains("Hồ sơ đi lại nhiều lần"))
        #expect(try await api.send(.get, Self.asked, as: province.token(of: .clerk, in: "district_102")).status == 403)
        // Who confirms for the asked unit is told, in the words of the question alone; nobody else, and who asked neither.
        func told(_ token: Token) async throws -> [JSONValue] {
            try await api.send(.get, "/api/v1/notices", as: token).items.filter { $0.member("confirmation") == asked.member("id") }
        }
        let notices = try await told(other)
        #expect(notices.map { $0.member("rule") } == ["confirmation_asked"])
        #expect(notices.allSatisfy { $0.members("campaign") == .null })
        let words = "Xác nhận giải pháp, sáng kiến: Có áp dụng không?; đơn vị khác đề nghị; chờ trả lời: xác nhận hoặc không xác nhận."
        #expect(notices.first?.member("text") == words)
        let opened = try await province.call(
            .get, "/units/district_102/initiative-confirmations", headers: [.cookie: "thidua=\(other.text)"])
        #expect(opened.status == .ok && opened.body.contains("Có áp dụng không?"))
        for role in [Role.clerk, .unitCoordinator, .councilSecretary] {
            #expect(try await told(province.token(of: role, in: "district_102")).isEmpty, "\(role)")
        }
        for token in [head, officer, affairs] { #expect(try await told(token).isEmpty) }
        func stands() async throws -> Int {
            try await province.count(
                """
                SELECT count(*) FROM core.notice AS n
                WHERE n.rule = 'confirmation_asked' AND n.title LIKE '%Có áp dụng không?' AND core.notice_stands(n)
                """)
        }
        #expect(try await stands() == 1)
        let path = "\(Self.asked)/\(asked.member("id"))/answer"
        #expect(try await api.send(.post, path, as: other, ["answer": "declined"]).faults == ["$.reason"])
        #expect(try await api.send(.post, path, as: other, ["answer": "confirmed"]).faults == ["$.documentNumber"])
        #expect(try await api.send(.post, path, as: other, ["answer": "declined", "reason": "Chưa áp dụng"]).status == 201)
        #expect(try await stands() == 0, "it is answered")
        let again = try await api.send(.post, path, as: other, ["answer": "confirmed", "documentNumber": "1"])
        #expect(again.status == 409 && again.code == "confirmation-answered")
        let own = "/api/v1/tenants/district_101/initiative-confirmations/\(asked.member("id"))/answer"
        #expect(try await api.send(.post, own, as: head, ["answer": "confirmed", "documentNumber": "1"]).status == 403, "not by who asks")
        let shown = try await api.send(.get, "\(Self.unit)/\(id)", as: officer)
        #expect(shown.list("confirmations").map { $0.member("answer") } == ["declined"])
        #expect(try await take("proposal", id, as: head).code == "initiative-conditions")
    }
}

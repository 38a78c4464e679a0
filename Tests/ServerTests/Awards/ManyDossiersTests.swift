import Domain
import HTTPTypes
import Operations
import Postgres
import TestSupport
import Testing

/// One step of many dossiers at once: over HTTP, on the page, by the command.
@Suite("One step of many dossiers", .province, .serialized, .timeLimit(.minutes(30)))
struct ManyDossiersTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private var chairman: Token { province.token(of: .chairman) }
    private static let path = "/api/v1/province/dossier-steps"

    private func take(
        _ step: String, _ dossiers: [AwardDossier.ID], as token: Token, dryRun: Bool = false, number: String = "", at path: String = path
    ) async throws -> APIAnswer {
        try await api.send(
            .post, path + (dryRun ? "?dryRun=true" : ""), as: token,
            [
                "step": .string(step), "dossiers": .array(dossiers.map { .string($0.description) }), "happenedOn": "2023-06-20",
                "documentNumber": .string(number),
            ])
    }

    private func states(_ dossiers: [AwardDossier.ID]) async throws -> [String] {
        var found: [String] = []
        for dossier in dossiers {
            found.append(
                try await province.withConnection(as: "postgres") { connection in
                    try await connection.query("SELECT state FROM core.award_dossier WHERE id = \(dossier)").only { row in try row.next() }
                })
        }
        return found
    }

    @Test("goes all the way from the receipt to the decision, all or none, by whose step it is; a look changes nothing")
    func way() async throws {
        let stage = try await AwardStage(province, campaign: "NHIEU-1")
        var dossiers: [AwardDossier.ID] = []
        for person in try await stage.people(3) { dossiers.append(try await stage.dossier(.submitted, person: person)) }
        let behind = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let looked = try await take("receive", dossiers, as: affairs, dryRun: true)
        #expect(looked.status == 200 && looked.text("dryRun") == "true" && looked.text("refused") == "0", "\(looked.json.text())")
        #expect(looked.list("dossiers").map { $0.member("stateAfter") } == ["received", "received", "received"])
        #expect(try await states(dossiers) == ["submitted", "submitted", "submitted"], "a look")
        // One that is not there, or not in its state, stops all of them.
        for other in [behind, IDSource.system.next()] {
            let refused = try await take("receive", dossiers + [other], as: affairs)
            #expect(refused.status == 409 && refused.code == "some-refused", "\(refused.json.text())")
            #expect(refused.faults == ["$.dossiers[3]"])
        }
        let twice = try await take("receive", dossiers + [dossiers[0]], as: affairs)
        #expect(twice.status == 422 && twice.faults == ["$.dossiers"])
        #expect(try await states(dossiers) == ["submitted", "submitted", "submitted"], "all or none")
        for (role, step) in [
            (Role.chairman, "receive"), (.auditor, "receive"), (.officeMonitor, "receive"), (.homeAffairsOfficer, "decide"),
        ] {
            #expect(try await take(step, dossiers, as: province.token(of: role)).status == 403, "\(role) \(step)")
        }
        let done = try await take("receive", dossiers, as: affairs)
        #expect(done.status == 200 || done.status == 201, "\(done.json.text())")
        #expect(try await states(dossiers) == ["received", "received", "received"])
        #expect(try await take("appraise", dossiers, as: affairs).status < 300)
        for dossier in dossiers { try await stage.pass(dossier, by: .passProvincialCouncil, to: .provincialCouncilReviewed) }
        #expect(try await take("putToChairman", dossiers, as: affairs, number: "20/TTr-SNV").status < 300)
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.dossier_step WHERE document_number = '20/TTr-SNV' AND step = 'putToChairman'")
                == 3)
        #expect(try await take("decide", dossiers, as: chairman).status < 300)
        #expect(try await states(dossiers) == ["decided", "decided", "decided"])
    }

    @Test("is looked at and taken on the page of the list, of what is ticked or of all on it; and by the command")
    func page() async throws {
        let stage = try await AwardStage(province, campaign: "NHIEU-2")
        let people = try await stage.people(3)
        let (one, two) = (try await stage.dossier(.received, person: people[0]), try await stage.dossier(.received, person: people[1]))
        func shownPage(_ token: Token) async throws -> String {
            try await province.call(.get, "/award-dossiers?state=received&limit=200", headers: [.cookie: "thidua=\(token.text)"]).body
        }
        func send(_ fields: String, on looked: String? = nil) async throws -> (status: Int, body: String) {
            var page = looked ?? ""
            if looked == nil { page = try await shownPage(affairs) }
            let sent = try await province.submit(
                "/award-dossiers?state=received&limit=200", fields, of: page, cookie: "thidua=\(affairs.text)")
            return (sent.status.code, sent.body)
        }
        let shown = try await shownPage(affairs)
        #expect(shown.contains("name=\"d-\(one)\"") && shown.contains("Thực hiện với nhiều hồ sơ"))
        #expect(try await !shownPage(province.token(of: .auditor)).contains("name=\"d-\(one)\""), "who takes no step ticks nothing")
        let nothing = try await send("verb=appraise&step=preview")
        #expect(nothing.status == 422 && nothing.body.contains("chọn ít nhất một hồ sơ"), "\(nothing.body)")
        let wrong = try await send("verb=putToChairman&step=preview&d-\(one)=1")
        #expect(wrong.status == 200 && !wrong.body.contains("value=\"confirm\""), "nothing is offered that would be refused")
        #expect(wrong.body.contains("1 hồ sơ không thực hiện được: lý do ở cột Xem trước"), "\(wrong.body)")
        let looked = try await send("verb=appraise&step=preview&d-\(one)=1")
        #expect(
            looked.status == 200 && looked.body.contains("sẽ chuyển sang") && looked.body.contains("value=\"confirm\""), "\(looked.body)")
        #expect(try await states([one, two]) == ["received", "received"])
        let more = try await send("verb=appraise&step=confirm&d-\(one)=1&d-\(two)=1", on: looked.body)
        #expect(more.status == 409 && more.body.contains("Nội dung đã đổi sau khi xem trước"), "\(more.body)")
        #expect(try await states([one, two]) == ["received", "received"], "what was not looked at is not done")
        #expect(try await send("verb=appraise&step=confirm&d-\(one)=1", on: looked.body).status == 303)
        #expect(try await states([one, two]) == ["appraised", "received"])
        let gone = try await send("verb=appraise&step=preview&d-\(one)=1&d-\(two)=1")
        #expect(gone.status == 422 && gone.body.contains("1 hồ sơ đã chọn không còn trong danh sách"), "\(gone.body)")
        let all = try await send("verb=appraise&step=preview&all=1")
        #expect(try await send("verb=appraise&step=confirm&all=1", on: all.body).status == 303)
        #expect(try await states([two]) == ["appraised"])

        let three = try await stage.dossier(.submitted, person: people[2])
        func run(_ arguments: [String]) async throws -> Executable.Outcome {
            try await Executable.run(arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": affairs.text])
        }
        let tried = try await run(["dossier", "step-many", "\(three)", "--step", "receive", "--dry-run"])
        #expect(tried.code == 0 && tried.output.contains("Chạy thử: chưa có gì được ghi."), "\(tried.errors)")
        #expect(try await states([three]) == ["submitted"])
        #expect(try await run(["dossier", "step-many", "\(three)", "--step", "receive"]).code == 0)
        #expect(try await states([three]) == ["received"])
        #expect(try await run(["dossier", "step-many", "\(three)", "--step", "decide"]).code == 4)
    }

    @Test("is taken in a unit of what that gives itself, by who keeps its awards and who signs: over HTTP, on its page, by the command")
    func own() async throws {
        let stage = try await OwnAwardStage(province, campaign: "NHIEU-3")
        let rules = try await stage.takeRules([
            "101,CHỦ TỊCH,Quỹ thi đua huyện,5,5,giver", "10101,CHỦ TỊCH,Quỹ thi đua xã,1,1,giver",
        ])
        #expect(rules.status == 201, "\(rules.json.text())")
        let giver = province.unit(nil, in: stage.tenant).description
        var all: [AwardDossier.ID] = []
        for unit in ["10101", "10102", "10103"] {
            let id = try await stage.draft(unit, giver: giver, achievement: "Xử lý kịp thời sự cố ở \(unit)", as: stage.secretary)
            let submitted = try await stage.step("submission", id, as: stage.secretary)
            #expect(submitted.status == 201, "\(id) \(submitted.json.text())")
            all.append(try #require(AwardDossier.ID(id)))
        }
        let (dossiers, third) = (Array(all.prefix(2)), all[2])
        let path = stage.path + "/dossier-steps"
        let looked = try await take("receive", dossiers, as: stage.secretary, dryRun: true, at: path)
        #expect(looked.status == 200 && looked.text("refused") == "0", "\(looked.json.text())")
        #expect(try await states(dossiers) == ["submitted", "submitted"], "a look")
        #expect(try await take("receive", dossiers, as: stage.head, at: path).status == 403, "the head signs, and receives nothing")
        #expect(try await take("decide", dossiers, as: stage.secretary, at: path).status == 403)
        let commune = try await take("receive", dossiers, as: stage.officer("10101"), at: path)
        #expect(commune.status == 409 && commune.code == "some-refused", "he keeps what his commune gives: \(commune.json.text())")
        let foreign = try await take("receive", dossiers, as: province.token(of: .councilSecretary, in: "district_102"), at: path)
        #expect([403, 404].contains(foreign.status), "\(foreign.json.text())")
        #expect(try await take("receive", dossiers, as: affairs).code == "some-refused", "the province has nothing to do with it")
        #expect(try await states(dossiers) == ["submitted", "submitted"], "all or none")
        for (step, token) in [
            ("receive", stage.secretary), ("appraise", stage.secretary), ("putToChairman", stage.secretary), ("decide", stage.head),
        ] {
            let taken = try await take(step, dossiers, as: token, number: step == "putToChairman" ? "5/TTr" : "", at: path)
            #expect(taken.status < 300, "\(step): \(taken.json.text())")
        }
        #expect(try await states(dossiers) == ["decided", "decided"])

        let list = "/units/\(stage.tenant)/award-dossiers"
        func page(_ token: Token) async throws -> String {
            try await province.call(.get, list + "?state=submitted", headers: [.cookie: "thidua=\(token.text)"]).body
        }
        // What the province looks into stands in the same list, and is none of theirs.
        let wide = try await stage.draft("10101", achievement: "Cứu dân trong lũ", as: stage.secretary)
        let submitted = try await stage.step("submission", wide, as: stage.secretary)
        #expect(submitted.status == 201, "\(wide) \(submitted.json.text())")
        let shown = try await page(stage.secretary)
        #expect(shown.contains(wide) && !shown.contains("name=\"d-\(wide)\""))
        let everything = try await province.submit(
            list + "/steps?state=submitted", "verb=receive&step=preview&all=1", of: shown, cookie: "thidua=\(stage.secretary.text)")
        #expect(everything.status == .ok && everything.body.contains("value=\"confirm\""), "\(everything.body)")
        #expect(everything.body.contains("không thực hiện ở đây: hồ sơ do tỉnh xét"), "\(everything.body)")
        #expect(shown.contains("name=\"d-\(third)\"") && shown.contains("Thực hiện với nhiều hồ sơ"), "\(shown)")
        #expect(
            try await !page(province.token(of: .clerk, in: stage.tenant)).contains("name=\"d-\(third)\""), "who takes no step ticks nothing"
        )
        let previewed = try await province.submit(
            list + "/steps?state=submitted", "verb=receive&step=preview&d-\(third)=1", of: shown, cookie: "thidua=\(stage.secretary.text)")
        #expect(previewed.status == .ok && previewed.body.contains("value=\"confirm\""), "\(previewed.body)")
        let done = try await province.submit(
            list + "/steps?state=submitted", "verb=receive&step=confirm&d-\(third)=1", of: previewed.body,
            cookie: "thidua=\(stage.secretary.text)")
        #expect(done.status == .seeOther, "\(done.body)")
        #expect(try await states([third]) == ["received"])
        let run = try await Executable.run(
            ["dossier", "step-many", "\(third)", "--step", "appraise", "--own"],
            environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": stage.secretary.text])
        #expect(run.code == 0, "\(run.errors)")
        #expect(try await states([third]) == ["appraised"])
    }
}

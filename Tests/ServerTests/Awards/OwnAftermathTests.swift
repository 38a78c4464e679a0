import Domain
import Foundation
import HTTPTypes
import Operations
import Postgres
import TestSupport
import Testing

/// What follows a decision that a unit took by its own authority: as the province's, by the unit's own posts, in its own book and fund.
@Suite("After a unit's own decision", .province, .serialized, .timeLimit(.minutes(30)))
struct OwnAftermathTests {
    private let province = Province.current
    private static let tenant = "district_102"

    /// A deed of a collective that the district rewarded, and its decision recorded.
    private func issued(_ stage: OwnAwardStage, _ number: String, unit: String = "10201") async throws -> String {
        let giver = province.unit(nil, in: stage.tenant).description
        let id = try await stage.draft(unit, giver: giver, as: stage.secretary)
        for verb in ["submission", "receipt", "appraisal", "submission-to-chairman"] {
            let taken = try await stage.step(verb, id, as: stage.secretary)
            #expect(taken.status == 201, "\(verb): \(taken.json.text())")
        }
        let decided = try await stage.step("decision", id, as: stage.head)
        #expect(decided.status == 201, "\(decided.json.text())")
        let recorded = try await stage.record([id], number: number, as: stage.secretary)
        #expect(recorded.status == 201, "\(recorded.json.text())")
        return id
    }

    private func stage(_ campaign: String, rules number: String) async throws -> OwnAwardStage {
        let stage = try await OwnAwardStage(province, campaign: campaign, in: Self.tenant)
        let taken = try await stage.takeRules(["102,CHỦ TỊCH,Quỹ thi đua huyện,9,9,giver"], number: number)
        #expect(taken.status == 201, "\(taken.json.text())")
        return stage
    }

    private static func paper(_ number: String, _ more: [(String, JSONValue)] = []) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("number", .string(number)), ("signedOn", "2023-06-20"), ("signer", "CHỦ TỊCH"), ("facts", "Theo kết luận"),
        ]
        members += more
        return .object(JSONObject(members))
    }

    private static let proposal: JSONValue = [
        "ground": "falseDeclaration", "facts": "Báo cáo thành tích không đúng", "documentNumber": "7/KL", "documentOn": "2023-06-19",
    ]

    @Test("is corrected, replaced and revoked by the unit itself, its money comes back into its own fund, and nobody else does or reads it")
    func way() async throws {
        let stage = try await stage("GK-SAU1", rules: "41/QĐ")
        let id = try await issued(stage, "40/QĐ-UBND")
        func ask(_ path: String, _ token: Token, _ body: JSONValue) async throws -> APIAnswer {
            try await stage.step(path, id, as: token, body)
        }
        let entry: JSONValue = ["number": "41/QĐ-UBND", "reason": "Ghi nhầm số"]
        #expect(try await ask("entry-correction", stage.head, entry).status == 403)
        let entered = try await ask("entry-correction", stage.secretary, entry)
        #expect(entered.status == 201 && entered.list("corrections").first?.member("number") == "40/QĐ-UBND", "\(entered.json.text())")
        let wrong: [(String, JSONValue)] = [("wrong", "Điều 12"), ("right", "Điều 13")]
        #expect(try await ask("correction", stage.head, Self.paper("42/UBND", wrong)).status == 403)
        let corrected = try await ask("correction", stage.secretary, Self.paper("42/UBND", wrong))
        #expect(corrected.status == 201 && corrected.text("state") == "corrected", "\(corrected.json.text())")
        let name: [(String, JSONValue)] = [("name", "Tập thể xã Một")]
        #expect(try await ask("replacement", stage.secretary, Self.paper("43/QĐ-UBND", name)).status == 403)
        let taken = try await ask("replacement", stage.head, Self.paper("41/QĐ-UBND", name))
        #expect(taken.status == 409 && taken.code == "decision-number-taken", "\(taken.json.text())")
        let replaced = try await ask("replacement", stage.head, Self.paper("43/QĐ-UBND", name))
        #expect(replaced.status == 201 && replaced.text("state") == "replaced", "\(replaced.json.text())")
        func certificates() async throws -> String {
            let made = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(id)/papers/certificate-print", as: stage.head)
            return try ReadPaper.text(made.bytes)
        }
        let printed = try await certificates()
        #expect(printed.contains("Tập thể xã Một") && !printed.contains("Tên in trên Giấy khen"), "the name in force: \(printed)")
        #expect(!printed.contains("đã được người được khen và đơn vị xác nhận"), "nobody confirmed it: \(printed)")
        let copy: JSONValue = ["kind": "wrong", "reason": "Sai tên", "requestNumber": "3/ĐĐN", "requestOn": "2023-06-19"]
        #expect(try await ask("certificate-copies", stage.officer("10201"), copy).status != 201)
        let copied = try await ask("certificate-copies", stage.secretary, copy)
        #expect(copied.status == 201 && copied.list("copies").first?.member("number") == "1", "\(copied.json.text())")

        let early = try await ask("revocation", stage.head, Self.paper("44/QĐ-UBND"))
        #expect(early.status == 409 && early.code == "revocation-not-proposed", "\(early.json.text())")
        #expect(try await ask("revocation-proposals", stage.head, Self.proposal).status == 403)
        #expect(try await ask("revocation-proposals", stage.secretary, Self.proposal).status == 201)
        #expect(try await ask("revocation-refusal", stage.secretary, ["reason": "x"]).status == 403)
        #expect(try await ask("revocation-refusal", stage.head, ["reason": "Chưa đủ căn cứ"]).status == 201)
        #expect(try await ask("revocation-proposals", stage.secretary, Self.proposal).status == 201)
        let draft = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(id)/revocation-decision", as: stage.head)
        let said = try ReadPaper.text(draft.bytes)
        for words in ["Hủy bỏ việc tặng", "41/QĐ-UBND", "7/KL", "Quỹ thi đua huyện", "khoản 1 Điều 96 Luật Thi đua, khen thưởng"] {
            #expect(said.contains(words), "\(words) in \(said)")
        }
        #expect(try await ask("revocation", stage.secretary, Self.paper("44/QĐ-UBND")).status == 403)
        let revoked = try await ask("revocation", stage.head, Self.paper("44/QĐ-UBND"))
        #expect(revoked.status == 201 && revoked.text("state") == "revoked", "\(revoked.json.text())")
        #expect(try await !certificates().contains("Tập thể xã Một"), "of what was revoked nothing is printed")
        let owed = revoked.json.members("recovery")
        #expect(owed.member("outstanding") == "890000" && owed.member("fund") == "Quỹ thi đua huyện", "\(revoked.json.text())")

        func payment(_ amount: Int) -> JSONValue { ["amount": .integer(amount), "happenedOn": "2023-06-20", "documentNumber": "PT 1"] }
        #expect(try await ask("recoveries", stage.head, payment(1)).status == 403)
        #expect(try await ask("recoveries", stage.secretary, payment(890_001)).status == 422)
        #expect(try await ask("recoveries", stage.secretary, payment(800_000)).status == 201)
        let waiver: JSONValue = ["amount": 90_000, "happenedOn": "2023-06-20", "documentNumber": "9/UBND", "reason": "Đã giải thể"]
        #expect(try await ask("recovery-waivers", stage.secretary, waiver).status == 403)
        let waived = try await ask("recovery-waivers", stage.head, waiver)
        #expect(waived.json.members("recovery").member("state") == "settledWithWaiver", "\(waived.json.text())")

        // Its own book and what is published inside it say it; the province and another unit read nothing of it.
        let book = try await stage.api.send(.get, stage.path + "/awards?decision=41/Q%C4%90-UBND", as: stage.head)
        #expect(book.items.first?.members("amended").member("kind") == "revoke", "\(book.json.text())")
        let clerk = province.token(of: .clerk, in: Self.tenant)
        let inside = try await stage.api.send(.get, "/api/v1/published-awards?limit=200", as: clerk)
        let told = try #require(inside.items.first { $0.member("decision") == "41/QĐ-UBND" }, "\(inside.json.text())")
        #expect(told.members("amended").member("number") == "44/QĐ-UBND" && !inside.json.text().contains("falseDeclaration"))
        let stranger = province.token(of: .councilSecretary, in: "district_101")
        let affairs = province.token(of: .homeAffairsOfficer)
        for token in [stranger, affairs] {
            let outside = try await stage.api.send(.get, "/api/v1/published-awards?limit=200", as: token)
            #expect(!outside.json.text().contains("Tập thể xã Một"))
            #expect([403, 404].contains(try await stage.step("recoveries", id, as: token, payment(1)).status))
            let shown = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(id)/aftermath", as: token)
            #expect([403, 404].contains(shown.status), "\(shown.status)")
        }
        #expect(try await stage.api.send(.get, "/api/v1/province/award-dossiers/\(id)/aftermath", as: affairs).status == 404)
        let commune = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(id)/aftermath", as: stage.chairman("10201"))
        #expect(commune.status == 403, "the district gave it, not the commune: \(commune.status)")
    }

    @Test("is done by forms of its page, which offers each only what is his")
    func page() async throws {
        let stage = try await stage("GK-SAU2", rules: "51/QĐ")
        let id = try await issued(stage, "51/QĐ-UBND", unit: "10202")
        let path = "/units/\(Self.tenant)/award-dossiers/\(id)"
        func shown(_ path: String, _ token: Token) async throws -> String {
            let answer = try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
            #expect(answer.status == .ok, "\(path): \(answer.status)")
            return answer.body
        }
        func submit(_ verb: String, _ fields: String, _ token: Token) async throws -> HTTPResponse.Status {
            let page = try await shown("\(path)/aftermath", token)
            return try await province.submit("\(path)/aftermath/\(verb)", fields, of: page, cookie: "thidua=\(token.text)").status
        }
        #expect(try await shown(path, stage.secretary).contains("\(path)/aftermath"))
        let keeper = try await shown("\(path)/aftermath", stage.secretary)
        #expect(keeper.contains("aftermath/correct\"") && !keeper.contains("aftermath/replace\"") && !keeper.contains("rule-flip"))
        let signer = try await shown("\(path)/aftermath", stage.head)
        #expect(signer.contains("aftermath/replace\"") && !signer.contains("aftermath/correct\""))
        let paper = "date=2023-06-20&signer=CHU+TICH&facts=Theo+ket+luan"
        #expect(try await submit("correct", "number=52/UBND&\(paper)&wrong=Dieu+12&right=Dieu+13", stage.secretary) == .seeOther)
        #expect(try await submit("replace", "number=53&\(paper)&name=Ten+moi&post=", stage.head) == .seeOther)
        let proposal = "ground=forgedPapers&facts=x&number=7&date=2023-06-19"
        #expect(try await submit("propose-revocation", proposal, stage.secretary) == .seeOther)
        #expect(try await submit("revoke", "number=54&\(paper)", stage.head) == .seeOther)
        #expect(try await submit("recover", "amount=890.000&number=1&date=2023-06-20", stage.secretary) == .seeOther)
        let after = try await shown("\(path)/aftermath", stage.secretary)
        #expect(after.contains("Quỹ thi đua huyện") && after.contains("54/QĐ-UBND"), "\(after)")
        let file = try await province.call(.get, "\(path)/revocation-decision", headers: [.cookie: "thidua=\(stage.head.text)"])
        #expect(file.status == .ok)
    }

    @Test("is done by commands with --own")
    func commands() async throws {
        let stage = try await stage("GK-SAU3", rules: "61/QĐ")
        let id = try await issued(stage, "61/QĐ-UBND", unit: "10203")
        func run(_ arguments: [String], _ token: Token) async throws -> Executable.Outcome {
            try await Executable.run(
                ["aftermath"] + arguments + ["--own"], environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
        }
        let paper = ["--date", "2023-06-20", "--signer", "CHỦ TỊCH", "--facts", "Theo kết luận"]
        let replace = ["replace", id, "--number", "62/QĐ-UBND", "--name", "Tên mới"] + paper
        #expect(try await run(replace, stage.secretary).code == 4)
        let replaced = try await run(replace, stage.head)
        #expect(replaced.code == 0, "\(replaced.errors)")
        let propose = ["propose-revocation", id, "--ground", "forgedPapers", "--facts", "x", "--number", "7", "--date", "2023-06-19"]
        #expect(try await run(propose, stage.secretary).code == 0)
        #expect(try await run(["revoke", id, "--number", "63/QĐ-UBND"] + paper, stage.head).code == 0)
        let recover = ["recover", id, "--amount", "890000", "--date", "2023-06-20", "--number", "PT 1"]
        #expect(try await run(recover, stage.secretary).code == 0)
        let shown = try await run(["show", id], stage.head)
        #expect(shown.code == 0 && shown.output.contains("Quỹ thi đua huyện") && shown.output.contains("63/QĐ-UBND"), "\(shown.output)")
    }

    @Test(
        "is refused past the service too: by any other post, about one's own award, under a number that another signed; with no policy it would pass"
    )
    func rows() async throws {
        let stage = try await stage("GK-SAU4", rules: "71/QĐ")
        let id = try await issued(stage, "71/QĐ-UBND", unit: "10204")
        let tenant = province.tenant(Self.tenant)
        func proposed(_ role: Role) -> String {
            """
            INSERT INTO core.revocation_proposal (id, tenant_id, dossier_id, ground, facts, document_number, document_on, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(tenant)', '\(id)', 'forgedPapers', 'x', '7', '2023-06-19', '\(province.post(of: role, in: Self.tenant))', '2023-06-20')
            """
        }
        for role in [Role.unitHead, .clerk, .unitCoordinator, .tenantAdmin] {
            #expect(try await province.raw(role, in: Self.tenant, proposed(role))?.sqlState == "42501", "\(role)")
        }
        #expect(try await province.raw(.councilSecretary, in: Self.tenant, proposed(.councilSecretary)) == nil)
        try await province.asSuperuser("CREATE POLICY loose ON core.revocation_proposal FOR INSERT TO thidua_tenant WITH CHECK (true)")
        #expect(try await province.raw(.clerk, in: Self.tenant, proposed(.clerk)) == nil, "the control")
        try await province.asSuperuser("DROP POLICY loose ON core.revocation_proposal")
        func give(to person: Person.ID) async throws {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                UPDATE core.award_dossier SET subject = 'individual', person_id = '\(person)' WHERE id = '\(id)';
                SET session_replication_role = origin;
                """)
        }
        try await give(to: province.person(of: .councilSecretary, in: Self.tenant))
        #expect(
            try await province.raw(.councilSecretary, in: Self.tenant, proposed(.councilSecretary))?.constraint == "proposal_not_ones_own")
        try await give(to: province.person(of: .clerk, in: Self.tenant))
        let first = try await stage.step(
            "correction", id, as: stage.secretary, Self.paper("72/UBND", [("wrong", "x"), ("right", "y")]))
        #expect(first.status == 201, "\(first.json.text())")
        let other = try await issued(stage, "73/QĐ-UBND", unit: "TT01")
        var again = JSONObject([
            ("number", "72/UBND"), ("signedOn", "2023-06-20"), ("signer", "PHÓ CHỦ TỊCH"), ("facts", "x"), ("wrong", "x"), ("right", "y"),
        ])
        let refused = try await stage.step("correction", other, as: stage.secretary, .object(again))
        #expect(refused.status == 409 && refused.code == "decision-number-taken", "\(refused.json.text())")
        again = JSONObject([
            ("number", "72/UBND"), ("signedOn", "2023-06-20"), ("signer", "Chủ tịch"), ("facts", "x"), ("wrong", "x"), ("right", "y"),
        ])
        let same = try await stage.step("correction", other, as: stage.secretary, .object(again))
        #expect(same.status == 201, "one paper about two awards: \(same.json.text())")
    }
}

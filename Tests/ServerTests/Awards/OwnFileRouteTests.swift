import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// Files and consents where several bodies have their say: of what a unit gives itself, of decisions, of initiatives; over HTTP and by command.
@Suite("Files and consents by who may add them", .province, .serialized, .timeLimit(.minutes(30)))
struct OwnFileRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private static let tenant = "district_101"
    private let unit = "/api/v1/tenants/\(tenant)"
    private let wide = "/api/v1/province"
    private var secretary: Token { province.token(of: .councilSecretary, in: Self.tenant) }
    private var head: Token { province.token(of: .unitHead, in: Self.tenant) }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private var stranger: Token { province.token(of: .unitHead, in: "district_102") }

    private func officer(_ unit: String) -> Token { province.token(of: .subUnitOfficer, in: Self.tenant, unit: unit) }

    /// Adds a file to what it proves.
    private func attach(
        _ content: [UInt8], to owner: String, _ id: String, at place: String, as token: Token, _ more: String = ""
    ) async throws -> APIAnswer {
        try await api.send(
            .post, "\(place)/award-files?owner=\(owner)&of=\(id)&name=x.pdf\(more)", as: token, bytes: content, type: "application/pdf")
    }

    private func read(_ file: String, at place: String, as token: Token) async throws -> APIAnswer {
        try await api.send(.get, "\(place)/award-files/\(file)", as: token)
    }

    private func run(_ words: String..., as token: Token) async throws -> JSONValue {
        let printed = try await CommandRunner(database: province.url, entrance: province.entrance).run(
            words + ["--output", "json"], as: token)
        guard let json = try? StrictJSON.parse(Array(printed.text.utf8)) else {
            Issue.record("\(words.prefix(2)): \(printed.text)")
            return .null
        }
        return json
    }

    @Test("of what a district gives to its commune: by the commune that proposes it and by who keeps it; the nominee reads what he said")
    func ofItsOwn() async throws {
        let stage = try await OwnAwardStage(province, campaign: "TEP-RIENG", in: Self.tenant)
        #expect(try await stage.takeRules(["101,CHỦ TỊCH,Quỹ thi đua huyện,1,3,giver"]).status == 201)
        let round = try await stage.openRound()
        #expect(round.status == 201, "\(round.json.text())")
        let nominee = province.person(of: .individual, in: Self.tenant, unit: "10101")
        let dossier = try await stage.draft("10101", person: nominee, round: round.text("id"), as: officer("10101"))
        let shown = try await api.send(.get, "\(unit)/award-dossiers/\(dossier)", as: officer("10101"))
        let paper = try #require(shown.list("papers").first?.member("id"), "\(dossier) \(shown.json.text())")

        let added = try await attach(AwardFileRouteTests.pdf(500), to: "document", paper, at: unit, as: officer("10101"))
        #expect(added.status == 201, "\(added.json.text())")
        #expect(try await attach(AwardFileRouteTests.pdf(501), to: "document", paper, at: unit, as: secretary).status == 201)
        for token in [officer("10102"), province.token(of: .clerk, in: Self.tenant), stranger] {
            let refused = try await attach(AwardFileRouteTests.pdf(502), to: "document", paper, at: unit, as: token)
            #expect([403, 404].contains(refused.status), "\(refused.json.text())")
        }
        #expect(try await read(added.text("id"), at: unit, as: officer("10102")).status == 404)
        #expect(try await read(added.text("id"), at: wide, as: affairs).status == 404, "what a unit gives itself stays in it")

        // What the nominee said, by command; who does not see the dossier records nothing.
        let said = try await run(
            "consent", "record", dossier, "--agrees", "--date", "2023-06-19", "--manner", "paper", "--number", "Đơn ngày 19/6",
            as: officer("10101"))
        guard case .array(let words) = said, let word = words.first else {
            Issue.record("\(said.text())")
            return
        }
        #expect(word.member("consents") == "true" && word.member("position") == "1" && word.member("dossier") == dossier)
        let consent: JSONValue = [
            "dossier": .string(dossier), "consents": false, "givenOn": "2023-06-19", "manner": "spoken", "note": "Nói với Chủ tịch xã",
        ]
        for token in [officer("10102"), province.token(of: .clerk, in: Self.tenant), stranger] {
            let refused = try await api.send(.post, "\(unit)/publicity-consents", as: token, consent)
            #expect([403, 404].contains(refused.status), "\(refused.json.text())")
        }
        let kept = try await attach(AwardFileRouteTests.pdf(503), to: "consent", word.member("id"), at: unit, as: officer("10101"))
        #expect(kept.status == 201, "\(kept.json.text())")
        let foreign = try await attach(AwardFileRouteTests.pdf(504), to: "consent", word.member("id"), at: unit, as: officer("10102"))
        #expect([403, 404].contains(foreign.status), "\(foreign.json.text())")

        // He reads what he said, and nobody beside him in his commune who only follows his own work.
        let own = province.token(of: .individual, in: Self.tenant, unit: "10101")
        let seen = try await run("consent", "list", "--last", as: own)
        guard case .array(let mine) = seen else { return }
        #expect(mine.map { $0.member("id") } == [word.member("id")], "\(seen.text())")
        let other = try await run("consent", "list", as: province.token(of: .individual, in: Self.tenant, unit: "10102"))
        #expect(other == .array([]))
        let whole = try await run("consent", "list", "--province", as: affairs)
        guard case .array(let all) = whole else { return }
        #expect(!all.contains { $0.member("dossier") == dossier })
    }

    @Test("a decision takes its file from who numbers it: Home Affairs for the Chairman's, the secretary for the unit's own")
    func decisions() async throws {
        func decision(of tenant: String, _ number: String) async throws -> String {
            let id = UUID().uuidString.lowercased()
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                INSERT INTO core.award_decision (tenant_id, id, type, number, signed_on, signer, recorded_by, recorded_on)
                VALUES ('\(province.tenant(tenant))', '\(id)', 'QĐ', '\(number)', '2023-06-19', 'CHỦ TỊCH',
                    '\(province.post(of: .homeAffairsOfficer))', '2023-06-20');
                SET session_replication_role = origin;
                """)
            return id
        }
        let chairmans = try await decision(of: "province", "811/QĐ-UBND")
        for (token, place) in [(province.token(of: .chairman), wide), (province.token(of: .auditor), wide), (secretary, unit)] {
            let refused = try await attach(AwardFileRouteTests.pdf(300), to: "decision", chairmans, at: place, as: token)
            #expect([403, 404].contains(refused.status), "\(refused.json.text())")
        }
        let added = try await attach(AwardFileRouteTests.pdf(300), to: "decision", chairmans, at: wide, as: affairs)
        #expect(added.status == 201, "\(added.json.text())")
        #expect(try await read(added.text("id"), at: wide, as: province.token(of: .auditor)).bytes == AwardFileRouteTests.pdf(300))
        #expect(try await read(added.text("id"), at: unit, as: head).status == 404)

        let own = try await decision(of: Self.tenant, "12/QĐ-UBND")
        for (token, place) in [(head, unit), (affairs, wide), (stranger, unit), (officer("10101"), unit)] {
            let refused = try await attach(AwardFileRouteTests.pdf(301), to: "decision", own, at: place, as: token)
            #expect([403, 404].contains(refused.status), "\(refused.json.text())")
        }
        let kept = try await attach(AwardFileRouteTests.pdf(301), to: "decision", own, at: unit, as: secretary)
        #expect(kept.status == 201, "\(kept.json.text())")
        #expect(try await read(kept.text("id"), at: unit, as: head).bytes == AwardFileRouteTests.pdf(301))
        #expect(try await read(kept.text("id"), at: wide, as: affairs).status == 404)
    }

    @Test("an initiative takes evidence while it is open, by command as over HTTP, and gives it back byte by byte")
    func initiatives() async throws {
        _ = try await CouncilStage(province, campaign: "TEP-SK")
        let registered = try await api.send(
            .post, "\(unit)/initiatives", as: officer("10101"),
            [
                "campaign": "TEP-SK", "title": "Một mẫu dùng chung", "obstacle": "Hồ sơ đi lại nhiều lần",
                "solution": "Gộp ba mẫu thành một", "days": 8, "scope": "outside", "example": "Ba xã đã áp dụng",
            ])
        #expect(registered.status == 201, "\(registered.json.text())")
        let id = registered.text("id")
        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (wrong, right, back) = (folder.appending(path: "a.pdf"), folder.appending(path: "b.pdf"), folder.appending(path: "c.pdf"))
        try Data(AwardFileRouteTests.pdf(700)).write(to: wrong)
        try Data(AwardFileRouteTests.pdf(300_000)).write(to: right)
        let first = try await run("award-file", "attach", "initiative", id, wrong.path, as: officer("10101"))
        let second = try await run(
            "award-file", "attach", "initiative", id, right.path, "--supersedes", first.member("id"), "--reason", "Quét thiếu trang",
            as: officer("10101"))
        #expect(second.member("supersedes") == first.member("id") && second.member("bytes") == "300000", "\(second.text())")
        _ = try await run("award-file", "save", second.member("id"), "--to", back.path, as: head)
        #expect(try Data(contentsOf: back) == Data(AwardFileRouteTests.pdf(300_000)))
        for token in [officer("10102"), stranger] {
            let refused = try await attach(AwardFileRouteTests.pdf(701), to: "initiative", id, at: unit, as: token)
            #expect([403, 404].contains(refused.status), "\(refused.json.text())")
        }
        let withdrawn = try await api.send(
            .post, "\(unit)/initiatives/\(id)/withdrawal", as: officer("10101"), ["reason": "Đăng ký nhầm"])
        #expect(withdrawn.text("state") == "withdrawn", "\(withdrawn.json.text())")
        let late = try await attach(AwardFileRouteTests.pdf(702), to: "initiative", id, at: unit, as: officer("10101"))
        #expect(late.code == "file-out-of-time", "\(late.json.text())")
    }
}

import Domain
import HTTPTypes
import Operations
import Postgres
import TestSupport
import Testing

/// The interim review of the whole demonstration province, from the frozen verdicts to the published list, over HTTP by the posts whose work each
/// step is. Nothing is written past the door.
struct DemonstrationAwards {
    let province: Province
    let plan: DemonstrationPlan
    /// Signs in by username.
    let token: (String) async throws -> Token

    private var api: APICaller { APICaller(province) }
    private static let named: [(String, JSONValue)] = [("campaign", "KH-77-2023"), ("review", "interim")]
    private static let query = "?campaign=KH-77-2023&review=interim"
    private static let wide = "/api/v1/province"

    /// A unit as the round shows it.
    struct Unit {
        let code: String
        let tenant: String
        let login: String
        let verdict: String
        let slots: Int

        /// Its head; in the Office, whose chief monitors the province, the deputy.
        var proposer: String { "\(login).\(code == "VPUB" ? "phothutruong" : "thutruong")" }
    }

    /// A dossier that goes to the province.
    struct Nominated {
        let id: String
        let unit: Unit
        let person: String?

        var own: String { "/api/v1/tenants/\(unit.tenant)/award-dossiers/\(id)" }
        var wide: String { "\(DemonstrationAwards.wide)/award-dossiers/\(id)" }
    }

    /// Sends and expects that it was done.
    private func post(_ path: String, as token: Token, _ body: JSONValue = [:]) async throws -> APIAnswer {
        let answer = try await api.send(.post, path, as: token, body)
        #expect(answer.status == 201, "\(path): \(answer.json.text())")
        return answer
    }

    private static func body(_ members: [(String, JSONValue)]) -> JSONValue { .object(JSONObject(members)) }

    private func person(_ username: String) async throws -> String {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT person_id FROM core.account WHERE username = \(username)").only { row in
                try row.next(Person.ID.self)
            }
        }.description
    }

    // MARK: - Round

    /// Home Affairs opens the round; each unit has what its frozen verdict gives.
    func openRound() async throws -> [Unit] {
        let affairs = try await token("snv.thidua")
        let opened = try await post(
            "\(Self.wide)/nomination-rounds", as: affairs,
            Self.body(
                Self.named + [
                    ("opensOn", "2023-07-10"), ("cutOff", "2023-07-12"), ("guidanceNumber", "1/HD-SNV"), ("guidanceOn", "2023-07-10"),
                ]))
        let units = opened.list("units").compactMap { row -> Unit? in
            guard let planned = plan.units.first(where: { $0.code == row.member("code") }) else { return nil }
            return Unit(
                code: planned.code, tenant: row.member("tenant"), login: planned.login, verdict: row.member("verdict"),
                slots: Int(row.member("slots")) ?? -1)
        }
        #expect(units.map(\.code) == ExpectedVerdicts.frozen.map(\.unit))
        for (unit, expected) in zip(units, ExpectedVerdicts.frozen) {
            #expect(unit.verdict == expected.verdict.rawValue, "\(unit.code)")
            // At most two individuals of each qualifying unit (A03); one that waits for its motto may submit, and is decided on afterwards.
            #expect(unit.slots == ([.pass, .pending].contains(expected.verdict) ? 2 : 0), "\(unit.code)")
        }
        return units
    }

    // MARK: - The unit

    /// Seats the council, drafts the dossiers of the unit and of its people, lets the council vote, and submits.
    func propose(_ unit: Unit) async throws -> [Nominated] {
        let head = try await token(unit.proposer)
        let keeper = try await token("\(unit.login).thuky")
        let council = "/api/v1/tenants/\(unit.tenant)/council"
        var members: [JSONValue] = []
        for (post, duty) in [("thutruong", "chair"), ("phothutruong", "member"), ("thuky", "secretary")] {
            let member = JSONValue.string(try await person("\(unit.login).\(post)"))
            members.append(member)
            _ = try await self.post(
                "\(council)/terms", as: keeper,
                ["person": member, "duty": .string(duty), "from": "2023-01-01", "documentNumber": .string("1/QĐ-\(unit.code)")])
        }
        var nominated: [Nominated] = []
        for nominee in [nil, "vanthu", "dieuphoi"].prefix(1 + max(0, unit.slots)) {
            var members = Self.named + [("achievement", .string("Hoàn thành có chất lượng, đúng tiến độ các nhiệm vụ được giao"))]
            let person: String? = if let nominee { try await self.person("\(unit.login).\(nominee)") } else { nil }
            if let person { members.append(("person", .string(person))) }
            let drafted = try await self.post("/api/v1/tenants/\(unit.tenant)/award-dossiers", as: head, Self.body(members))
            nominated.append(Nominated(id: drafted.text("id"), unit: unit, person: person))
        }
        let opened = try await self.post(
            "\(council)/sessions", as: keeper,
            [
                "heldOn": "2023-07-10", "place": "Phòng họp", "present": .array(members),
                "dossiers": .array(nominated.map { .string($0.id) }),
            ])
        let session = "\(council)/sessions/\(opened.text("id"))"
        _ = try await self.post("\(session)/votes", as: keeper, ["dossier": .string(nominated[0].id), "otherwise": "yes"])
        let papers = nominated.dropFirst().map { JSONValue.object(JSONObject([("dossier", .string($0.id)), ("yes", 3), ("no", 0)])) }
        let closed = try await self.post("\(session)/closing", as: keeper, ["papers": .array(Array(papers))])
        #expect(closed.list("dossiers").allSatisfy { $0.member("outcome") == "passed" }, "\(unit.code): \(closed.json.text())")
        _ = try await self.post("\(session)/outcomes", as: keeper, [:])
        for dossier in nominated {
            for kind in ["proposal", "achievementReport", "councilMinutes"] {
                _ = try await self.post(
                    "\(dossier.own)/papers", as: head,
                    ["kind": .string(kind), "documentNumber": .string("2/TTr-\(unit.code)"), "documentOn": "2023-07-10", "confirmed": true])
            }
            _ = try await self.post("\(dossier.own)/submission", as: head)
        }
        try await paper("\(nominated[0].own)/papers/proposal", as: head, says: ["TỜ TRÌNH"])
        try await paper("\(nominated[0].own)/papers/achievement-report", as: head, says: ["BÁO CÁO"])
        return nominated
    }

    /// A unit that failed, or has too little to be judged, is refused when it submits, whatever its council says.
    func refuse(_ unit: Unit) async throws {
        let head = try await token(unit.proposer)
        let drafted = try await post(
            "/api/v1/tenants/\(unit.tenant)/award-dossiers", as: head, Self.body(Self.named + [("achievement", "Đề nghị xét")]))
        let early = try await api.send(
            .post, "/api/v1/tenants/\(unit.tenant)/award-dossiers/\(drafted.text("id"))/submission", as: head, [:])
        #expect(early.status == 409, "\(unit.code): \(early.json.text())")
    }

    // MARK: - The province

    /// Home Affairs receives and appraises; of its own unit's dossiers a leader records what the body named found (A66).
    func appraise(_ nominated: [Nominated]) async throws {
        let affairs = try await token("snv.thidua")
        let chairman = try await token("ubnd.chutich")
        for dossier in nominated {
            _ = try await post("\(dossier.wide)/receipt", as: affairs)
            if dossier.unit.code == "SNV" {
                let own = try await api.send(.post, "\(dossier.wide)/appraisal", as: affairs, [:])
                #expect(own.status == 403 || own.status == 409, "\(own.json.text())")
                _ = try await post("\(dossier.wide)/appraisal", as: chairman, ["documentNumber": "9/CV-VPUB"])
            } else {
                _ = try await post("\(dossier.wide)/appraisal", as: affairs)
            }
        }
        // Who drafted it stands in its last line: in Home Affairs the Ban Thi đua - Khen thưởng.
        if let one = nominated.first(where: { $0.unit.code != "SNV" }) {
            try await paper("\(one.wide)/papers/appraisal-report", as: affairs, says: ["BÁO CÁO", "Lưu: VT, TĐKT"])
        }
    }

    /// One session of the provincial council over all dossiers: hands for the collectives, ballots on paper for the individuals.
    func passCouncil(_ nominated: [Nominated]) async throws {
        let affairs = try await token("snv.thidua")
        let council = "\(Self.wide)/council"
        var members: [JSONValue] = []
        // Seated with the demonstration.
        for member in plan.council { members.append(.string(try await person(member.username))) }
        let opened = try await post(
            "\(council)/sessions", as: affairs,
            [
                "heldOn": "2023-07-10", "place": "Trụ sở UBND tỉnh", "present": .array(members),
                "dossiers": .array(nominated.map { .string($0.id) }),
            ])
        let session = "\(council)/sessions/\(opened.text("id"))"
        for dossier in nominated where dossier.person == nil {
            _ = try await post("\(session)/votes", as: affairs, ["dossier": .string(dossier.id), "otherwise": "yes"])
        }
        let papers = nominated.filter { $0.person != nil }.map { dossier -> JSONValue in
            ["dossier": .string(dossier.id), "yes": .integer(plan.council.count), "no": 0]
        }
        let closed = try await post("\(session)/closing", as: affairs, ["papers": .array(papers)])
        #expect(closed.list("dossiers").count == nominated.count)
        #expect(closed.list("dossiers").allSatisfy { $0.member("outcome") == "passed" })
        _ = try await post("\(session)/outcomes", as: affairs, [:])
        for kind in ["council-minutes", "count-minutes"] { try await paper("\(session)/papers/\(kind)", as: affairs, says: ["BIÊN BẢN"]) }
    }

    /// A paper made from what is recorded, and what it must say.
    private func paper(_ path: String, as token: Token, says words: [String]) async throws {
        let made = try await api.send(.get, path, as: token)
        guard made.status == 200 else {
            Issue.record("\(path): \(made.status) \(made.json.text())")
            return
        }
        let said = try ReadPaper.text(made.bytes)
        for word in words { #expect(said.contains(word), "\(path): \(word)") }
    }

    /// The Chairman signs what rests on a verdict that is final; one that is still pending may be put to him, not be decided.
    func decide(_ nominated: [Nominated]) async throws -> [Nominated] {
        let affairs = try await token("snv.thidua")
        let chairman = try await token("ubnd.chutich")
        var decided: [Nominated] = []
        for dossier in nominated {
            _ = try await post("\(dossier.wide)/submission-to-chairman", as: affairs, ["documentNumber": "20/TTr-SNV"])
            if dossier.unit.verdict == "pass" {
                _ = try await post("\(dossier.wide)/decision", as: chairman)
                decided.append(dossier)
            } else {
                let refused = try await api.send(.post, "\(dossier.wide)/decision", as: chairman, [:])
                #expect(refused.status == 409 && refused.code == "dossier-verdict-pending", "\(refused.json.text())")
            }
        }
        return decided
    }

    /// One decision for all, under the clerk's number; each takes the next number of the golden book.
    func record(_ decided: [Nominated]) async throws {
        let affairs = try await token("snv.thidua")
        let unseen = try await api.send(.get, "/api/v1/published-awards?limit=100", as: affairs)
        #expect(unseen.items.isEmpty, "nothing is published before it is signed")
        let recorded = try await post(
            "\(Self.wide)/award-decisions", as: affairs,
            [
                "number": "1500/QĐ-UBND", "signedOn": "2023-07-10", "signer": "CHỦ TỊCH", "nameReason": "Danh sách in trước",
                "awards": .array(decided.map { ["dossier": .string($0.id), "name": .string("Tên in \($0.id.suffix(4))")] }),
            ])
        #expect(recorded.items.count == decided.count)
        let numbers = recorded.items.compactMap { Int($0.member("number")) }.sorted()
        #expect(numbers == Array(1...decided.count), "without a gap")
        // From 1/7/2023: 1,800,000 a month; by NĐ 91 once that for a person, twice for a collective (golden case 7).
        let budget = try await api.send(.get, "\(Self.wide)/award-budget\(Self.query)", as: affairs)
        #expect(budget.status == 200, "\(budget.json.text())")
        for award in recorded.items {
            let isPerson = decided.first { $0.id == award.member("dossier") }?.person != nil
            #expect(award.member("reward") == (isPerson ? "1800000" : "3600000"), "\(award.text())")
        }
        let names = decided.map { "Tên in \($0.id.suffix(4))" }
        let whole = try #require(decided.first)
        try await paper("\(whole.wide)/papers/award-decision", as: affairs, says: names + ["1500/QĐ-UBND"])
        try await paper("\(whole.wide)/papers/certificate-print", as: affairs, says: names)
        let again = try await api.send(
            .post, "\(Self.wide)/award-decisions", as: affairs,
            ["number": "1500/QĐ-UBND", "signedOn": "2023-07-10", "signer": "CHỦ TỊCH", "awards": []])
        #expect(again.status >= 400)
        let anybody = try await token("h973.canhan")
        let published = try await api.send(.get, "/api/v1/published-awards?limit=100", as: anybody)
        // What his own district gave itself stands there too.
        let own = published.items.filter { $0.member("form") == AwardForm.districtCommendation.rawValue }
        #expect(own.count == plan.ownAwards.count { $0.unit == "973" } && published.items.count == decided.count + own.count)
    }

    /// Letters of praise to whom the share is reached: no award, no money; each is a paper with the share that it speaks of, and no number.
    func praise(_ decided: [Nominated]) async throws {
        let affairs = try await token("snv.thidua")
        let due = try await api.send(.get, "\(Self.wide)/award-letters\(Self.query)", as: affairs)
        let expected = ExpectedVerdicts.frozen.filter(\.letter).map(\.unit)
        #expect(due.items.count == expected.count, "\(due.json.text())")
        for letter in due.items {
            _ = try await post(
                "\(Self.wide)/award-letters", as: affairs,
                Self.body(Self.named + [("unit", .string(letter.member("unit"))), ("signedOn", "2023-07-10"), ("signer", "CHỦ TỊCH")]))
        }
        let told = try await api.send(.get, "\(Self.wide)/award-letters\(Self.query)", as: affairs)
        let numbers = told.items.compactMap { Int($0.members("answer").member("number")) }
        #expect(numbers.sorted() == Array(1...expected.count), "each takes the next number of its register: \(told.json.text())")
        #expect(told.items.allSatisfy { $0.member("share").contains("%") }, "each says of what share it speaks")
        for letter in told.items {
            let whole = try #require(decided.first { $0.person == nil && $0.unit.tenant == letter.member("tenant") })
            let said = try ReadPaper.text(try await api.send(.get, "\(whole.wide)/papers/letter-of-praise", as: affairs).bytes)
            for words in ["THƯ KHEN", letter.member("share"), "ngày 10 tháng 7 năm 2023"] {
                #expect(said.contains(words), "\(letter.member("name")): \(words) in \(said)")
            }
            #expect(!said.contains("Số:"), "\(said)")
        }
    }

    // MARK: - A correction

    /// In July the councils conclude where nobody had: the provincial one on the units that wait for their motto, a district's own on a commune. The
    /// figures are corrected by a minute, and the Chairman decides on what had waited.
    func conclude(_ waiting: [Nominated], commune district: Unit) async throws {
        let office = try await token("vpub.giamsat")
        let council = try await token(plan.decidedBy)
        for unit in Set(waiting.map(\.unit.code)) {
            _ = try await post(
                "\(Self.wide)/motto/decisions", as: council,
                Self.body(
                    Self.named + [
                        ("code", .string(unit)), ("accepted", true), ("documentNumber", "02/KL-HĐ"),
                        ("reason", "Hội đồng họp ngày 10/7/2023"),
                    ]))
        }
        func communes() async throws -> [JSONValue] {
            try await api.send(.get, "\(Self.wide)/judgement\(Self.query)&tier=subUnits", as: office).list("units")
        }
        let commune = try #require(
            try await communes().first { $0.member("code").hasPrefix("\(district.code)/") && $0.member("verdict") == "pending" })
        _ = try await post(
            "/api/v1/tenants/\(district.tenant)/motto/decisions", as: try await token("\(district.login).thuky"),
            Self.body(
                Self.named + [
                    ("code", .string(commune.member("code"))), ("accepted", true), ("documentNumber", "01/KL-HĐ"),
                    ("reason", "Hội đồng họp ngày 10/7/2023"),
                ]))
        let minute: [(String, JSONValue)] = [("minuteNumber", "2/BB-VP"), ("minuteOn", "2023-07-10"), ("reason", "Hội đồng đã kết luận")]
        _ = try await post("\(Self.wide)/review-corrections", as: office, Self.body(Self.named + minute))
        let passed = try await communes().filter { $0.member("verdict") == "pass" }
        #expect(passed.map { $0.member("code") } == [commune.member("code")], "and of no other")
        let chairman = try await token("ubnd.chutich")
        for dossier in waiting { _ = try await post("\(dossier.wide)/decision", as: chairman) }
    }

    /// An inspection finds afterwards that a district broke a rule before the review: the Office corrects the frozen figures by a minute, and every
    /// dossier that rests on the verdict is flagged; what was signed stays until somebody decides.
    func correct(_ unit: Unit, _ decided: [Nominated]) async throws {
        let office = try await token("vpub.giamsat")
        let affairs = try await token("snv.thidua")
        let items = try await api.send(
            .get, "/api/v1/tenants/\(unit.tenant)/items?limit=50", as: try await token(unit.proposer))
        let item = try #require(
            items.items.first { $0.member("role") == "lead" && $0.member("campaign") == "KH-77-2023" && $0.member("parent").isEmpty })
        _ = try await post(
            "\(Self.wide)/items/\(item.member("id"))/rulings", as: office,
            ["kind": "violation", "decidedOn": "2023-06-29", "documentNumber": "8/KL-TTT", "reason": "Sai quy trình"])
        let minute: [(String, JSONValue)] = [("minuteNumber", "1/BB-VP"), ("minuteOn", "2023-07-10"), ("reason", "Kết luận thanh tra")]
        let corrected = try await post("\(Self.wide)/review-corrections", as: office, Self.body(Self.named + minute))
        #expect(corrected.json.text().contains("\"\(unit.code)\""), "\(corrected.json.text())")
        let flagged = try await api.send(
            .get, "\(Self.wide)/award-dossiers?proposer=\(unit.tenant)&review=interim&campaign=KH-77-2023", as: affairs)
        #expect(flagged.items.count == 3 && flagged.items.allSatisfy { $0.member("flipped") == "true" }, "\(flagged.json.text())")
        #expect(flagged.items.allSatisfy { $0.member("verdictNow") == "fail" && $0.member("state") == "issued" })
        let other = try await api.send(
            .get, "\(Self.wide)/award-dossiers?proposer=dept_stc&review=interim&campaign=KH-77-2023", as: affairs)
        #expect(!other.items.isEmpty && other.items.allSatisfy { $0.member("flipped") == "false" }, "of the others nothing moved")
        let published = try await api.send(.get, "/api/v1/published-awards?limit=100", as: affairs)
        #expect(published.items.count == decided.count, "what was signed is not taken back by itself")
    }

    /// All of it.
    func run() async throws {
        let units = try await openRound()
        var nominated: [Nominated] = []
        for unit in units {
            switch unit.verdict {
            case "pass", "pending": nominated += try await propose(unit)
            default: try await refuse(unit)
            }
        }
        #expect(nominated.count == units.count { $0.slots > 0 } * 3)
        try await appraise(nominated)
        try await passCouncil(nominated)
        let decided = try await decide(nominated)
        #expect(decided.count == units.count { $0.verdict == "pass" } * 3)
        try await record(decided)
        try await praise(decided)
        let late = nominated.filter { dossier in !decided.contains { $0.id == dossier.id } }
        #expect(!late.isEmpty)
        try await conclude(late, commune: try #require(units.first { $0.code == "973" }))
        try await correct(try #require(units.first { $0.code == "973" }), decided)
    }
}

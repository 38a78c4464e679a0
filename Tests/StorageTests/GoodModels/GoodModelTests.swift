import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What the database itself holds of good models, whatever the program says before: their cells, whose step it is, who reads them when.
@Suite("Good models in the database", .province, .serialized, .timeLimit(.minutes(30)))
struct GoodModelTests {
    private let province = Province.current
    private static let tenant = CriticismStage.tenant

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    private func register(_ campaign: String, as role: Role, unit: String? = nil, person: Person.ID? = nil) async throws -> GoodModel.ID {
        let act = RegisterGoodModel(
            campaign: campaign, unit: province.unit(unit, in: Self.tenant), person: person,
            statement: GoodModel.Statement(
                kind: person == nil ? .model : .example, title: "Một cửa", content: "Trực cả buổi trưa", effect: "Bớt đi lại",
                since: Plans.day("2023-06-01")))
        return try await province.write(as: role, in: Self.tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }

    /// A step past the program's own checks.
    private func append(
        _ step: GoodModel.Step, to id: GoodModel.ID, as role: Role, in tenant: String? = nil, unit: String? = nil, number: String = "1/CV"
    ) async -> String? {
        await code {
            try await province.write(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
                (tx: borrowing TenantTransaction) in
                guard let kept = try await GoodModel.find(id, in: tx) else { throw Problem.notFound }
                try await kept.append(
                    step, id: IDSource.system.next(), happenedOn: Plans.day("2023-06-20"), words: "x", documentNumber: number, in: tx)
            }
        }
    }

    private func adopt(
        _ id: GoodModel.ID, _ step: GoodModelAdoption.Step = .adopt, position: Int = 1, in tenant: String, unit: String? = nil
    ) async -> String? {
        let adopter = province.unit(unit, in: tenant)
        return await code {
            try await province.write(as: unit == nil ? .unitHead : .subUnitHead, in: tenant, unit: unit) {
                (tx: borrowing TenantTransaction) in
                try await GoodModelAdoption.record(
                    step, of: id, by: adopter, id: IDSource.system.next(), position: position, happenedOn: Plans.day("2023-06-20"),
                    words: "x", amount: nil, in: tx)
            }
        }
    }

    private func sees(_ id: GoodModel.ID, as role: Role, in tenant: String? = nil, unit: String? = nil) async throws -> Bool {
        try await province.read(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
            (tx: borrowing TenantTransaction) in try await GoodModel.find(id, in: tx) != nil
        }
    }

    private func attach(_ seed: UInt64, to id: GoodModel.ID, as role: Role, unit: String? = nil) async throws -> AwardFile.ID {
        var spool = try Spool(atMost: Evidence.largest)
        try spool.append(EvidenceTests.pdf(300, seed: seed))
        let file = spool.finish()
        return try await province.write(as: role, in: Self.tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            try await AttachAwardFile(owner: AwardFile.Owner(.goodModel, EntityID(id.uuid)), fileName: "Ảnh.pdf", file: file)
                .perform(in: tx, ids: .system)
        }
    }

    private func reads(_ file: AwardFile.ID, as role: Role, in tenant: String? = nil, unit: String? = nil) async -> Bool {
        let bytes = try? await province.read(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
            (tx: borrowing TenantTransaction) in try await ReadAwardFile(file).chunk(0, in: tx)
        }
        return bytes?.count == 300
    }

    @Test("bear files until they are withdrawn; the province reads them once it is asked, and who reads what is spread does not")
    func files() async throws {
        let stage = try await CriticismStage(province, campaign: "MH-TEP")
        let id = try await register(stage.code, as: .subUnitOfficer, unit: "10101")
        #expect(await code { _ = try await attach(1, to: id, as: .subUnitOfficer, unit: "10102") } == "not-found", "another commune")
        #expect(await code { _ = try await attach(1, to: id, as: .clerk) } != nil, "sees it, and registers nothing")
        let file = try await attach(2, to: id, as: .subUnitOfficer, unit: "10101")
        #expect(await reads(file, as: .unitHead, in: Self.tenant))
        #expect(await !reads(file, as: .homeAffairsOfficer), "it stands at the unit yet")
        for step in [GoodModel.Step.confirm, .propose] { #expect(await append(step, to: id, as: .unitHead, in: Self.tenant) == nil) }
        #expect(await reads(file, as: .homeAffairsOfficer))
        for step in [GoodModel.Step.confirm, .spread] { #expect(await append(step, to: id, as: .homeAffairsOfficer) == nil) }
        #expect(try await sees(id, as: .subUnitHead, in: Self.tenant, unit: "10102"))
        #expect(await !reads(file, as: .subUnitHead, in: Self.tenant, unit: "10102"))
        #expect(await !reads(file, as: .unitHead, in: "district_102"))
        #expect(await code { _ = try await attach(3, to: id, as: .subUnitHead, unit: "10102") } == "not-found", "as if it were not there")
        #expect(await append(.recall, to: id, as: .chairman) == nil)
        #expect(await append(.withdraw, to: id, as: .subUnitOfficer, in: Self.tenant, unit: "10101") == nil)
        #expect(await code { _ = try await attach(4, to: id, as: .subUnitOfficer, unit: "10101") } == "file-out-of-time")
        // The control: without the constraint what was withdrawn takes files.
        try await province.asSuperuser("ALTER TABLE core.award_file DROP CONSTRAINT award_file_in_time")
        #expect(await code { _ = try await attach(4, to: id, as: .subUnitOfficer, unit: "10101") } == nil)
        try await province.asSuperuser("ALTER TABLE core.award_file ADD CONSTRAINT award_file_in_time CHECK (in_time) NOT VALID")
    }

    @Test("have the same cells as the program's machine, and the same parties")
    func cells() async throws {
        for level in GoodModel.Level.allCases {
            for step in GoodModel.Step.allCases {
                for state in GoodModel.State.allCases {
                    let (cell, party): (String?, String) = try await province.withConnection(as: "postgres") { connection in
                        try await connection.query(
                            """
                            SELECT core.good_model_cell(\(state.rawValue), \(step.rawValue), \(level.rawValue)),
                                core.good_model_party(\(step.rawValue), \(level.rawValue))
                            """
                        ).only { row in (try row.next(), try row.next()) }
                    }
                    #expect(GoodModel.state(after: step, in: state, at: level)?.rawValue == cell, "\(level), \(state), \(step)")
                    #expect(GoodModel.party(of: step, at: level).rawValue == party, "\(level), \(step)")
                }
            }
        }
    }

    private func told(_ id: GoodModel.ID, _ role: Role, in tenant: String) async throws -> [Notice] {
        try await province.read(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
            try await Notice.mine(unreadOnly: false, before: nil, limit: 500, in: tx).filter { $0.subject == .goodModel(id) }
        }
    }

    @Test("stay in the unit until it puts them to the province, and in the province until they are spread; then another unit adopts them")
    func way() async throws {
        let stage = try await CriticismStage(province, campaign: "MH-1")
        let id = try await register(stage.code, as: .subUnitOfficer, unit: "10101")
        #expect(try await sees(id, as: .unitHead, in: Self.tenant))
        #expect(try await !sees(id, as: .subUnitHead, in: Self.tenant, unit: "10102"))
        for role in [Role.homeAffairsOfficer, .chairman] { #expect(try await !sees(id, as: role)) }
        #expect(await append(.confirm, to: id, as: .subUnitHead, in: Self.tenant, unit: "10101") != nil, "the unit confirms its parts")
        #expect(await append(.propose, to: id, as: .unitHead, in: Self.tenant) == "good-model-out-of-order")
        for step in [GoodModel.Step.confirm, .propose] { #expect(await append(step, to: id, as: .unitHead, in: Self.tenant) == nil) }

        #expect(try await sees(id, as: .homeAffairsOfficer))
        #expect(try await !sees(id, as: .unitHead, in: "district_102"))
        #expect(await append(.spread, to: id, as: .homeAffairsOfficer) == "good-model-out-of-order")
        #expect(await append(.confirm, to: id, as: .officeMonitor) != nil, "Home Affairs confirms, or the Chairman")
        #expect(await append(.confirm, to: id, as: .homeAffairsOfficer) == nil)
        #expect(await adopt(id, in: "district_102") == "not-found", "what is not spread is not there")
        #expect(try await told(id, .unitHead, in: "district_102").isEmpty, "nobody is told of what is not spread")
        #expect(await append(.spread, to: id, as: .homeAffairsOfficer) == nil)

        for tenant in ["district_102", "dept_ttt"] {
            #expect(try await sees(id, as: .unitHead, in: tenant))
            // In the transaction that spreads it every other unit is told, with the page where it is.
            let notice = try #require(try await told(id, .unitHead, in: tenant).first)
            #expect(notice.rule == "good_model_spread" && notice.path == "/units/\(tenant)/good-models/\(id)", "\(notice)")
            #expect(notice.text.hasPrefix("Nhân rộng: \(notice.title); tỉnh nhân rộng") && !notice.text.contains("thời hạn"))
        }
        #expect(try await told(id, .unitHead, in: Self.tenant).count == 1, "the unit above whose it is is another, and may adopt it")
        #expect(try await told(id, .clerk, in: "district_102").isEmpty)
        let acts = try await province.read(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
            try await GoodModelDetail.Act.all(of: id, in: tx)
        }
        #expect(acts.isEmpty, "how it came to that stays where it was")
        #expect(await adopt(id, .report, in: "district_102") == "good-model-adoption-out-of-order")
        #expect(await adopt(id, in: "district_102") == nil)
        let elsewhere = try await province.read(as: .unitHead, in: "dept_ttt") { (tx: borrowing TenantTransaction) in
            (try await GoodModel.find(id, in: tx)?.adopters, try await GoodModelAdoption.all(of: id, in: tx).count)
        }
        #expect(elsewhere == (1, 0), "how many adopted it everyone is told, which they are not")
        #expect(await adopt(id, in: Self.tenant, unit: "10101") == "good-model-adopted-by-its-own-unit")
        #expect(await append(.recall, to: id, as: .chairman) == nil)
        #expect(try await !sees(id, as: .unitHead, in: "dept_ttt"))
        #expect(try await told(id, .unitHead, in: "dept_ttt").isEmpty, "a notice that leads nowhere is taken back")
        #expect(await adopt(id, in: "dept_ttt") == "not-found")
        #expect(await adopt(id, .report, position: 2, in: "district_102") == nil, "who adopted it says what came of it")
        let origin = try await province.read(as: .subUnitOfficer, in: Self.tenant, unit: "10101") { (tx: borrowing TenantTransaction) in
            try await GoodModelAdoption.all(of: id, in: tx)
        }
        #expect(origin.map(\.step) == [.adopt, .report])
        let third = try await province.read(as: .unitHead, in: "dept_ttt") { (tx: borrowing TenantTransaction) in
            try await GoodModelAdoption.all(of: id, in: tx)
        }
        #expect(third.isEmpty)
    }

    @Test(
        "of a person are shown with his consent alone, their title too where they are adopted (A72); without the constraint they would be spread without it"
    )
    func consent() async throws {
        let stage = try await CriticismStage(province, campaign: "MH-2")
        let person = try await province.read(as: .subUnitOfficer, in: Self.tenant, unit: "10101") { (tx: borrowing TenantTransaction) in
            try await tx.officer().person
        }
        let id = try await register(stage.code, as: .unitHead, unit: nil, person: nil)
        #expect(await append(.consent, to: id, as: .unitHead, in: Self.tenant) == "good-model-of-a-collective")
        let own = try await province.write(as: .subUnitHead, in: Self.tenant, unit: "10101") { (tx: borrowing TenantTransaction) in
            try await RegisterGoodModel(
                campaign: stage.code, person: person,
                statement: GoodModel.Statement(
                    kind: .example, title: "Công chức tận tụy", content: "x", effect: "x", since: Plans.day("2023-06-01"))
            ).perform(in: tx, ids: .system)
        }
        for step in [GoodModel.Step.confirm, .propose] { #expect(await append(step, to: own, as: .unitHead, in: Self.tenant) == nil) }
        #expect(await append(.confirm, to: own, as: .homeAffairsOfficer) == nil)
        #expect(await append(.spread, to: own, as: .homeAffairsOfficer) == "good-model-without-consent")
        #expect(
            await append(.consent, to: own, as: .subUnitHead, in: Self.tenant, unit: "10101", number: "") == "invalid-input",
            "of another, on a paper")
        #expect(await append(.consent, to: own, as: .subUnitOfficer, in: Self.tenant, unit: "10101", number: "") == nil, "his own word")
        #expect(await append(.spread, to: own, as: .homeAffairsOfficer) == nil)
        #expect(try await sees(own, as: .unitHead, in: "district_102"))
        func titles() async throws -> [String] {
            try await province.read(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
                try await ListAdoptions().perform(in: tx).adoptions.filter { $0.model == own }.map(\.title)
            }
        }
        #expect(await adopt(own, in: "district_102") == nil)
        #expect(try await titles() == ["Công chức tận tụy"])
        #expect(try await told(own, .unitHead, in: "district_102").map(\.title) == ["Điển hình cá nhân"], "who he is stands on the page")
        #expect(await append(.object, to: own, as: .subUnitOfficer, in: Self.tenant, unit: "10101", number: "") == nil)
        #expect(try await !sees(own, as: .unitHead, in: "district_102"), "he takes it back, and nobody else reads it")
        #expect(try await told(own, .unitHead, in: "district_102").isEmpty)
        #expect(await adopt(own, .report, position: 2, in: "district_102") == nil, "who adopted it still says what came of it")
        #expect(try await titles() == ["Điển hình cá nhân", "Điển hình cá nhân"])
        #expect(
            try await province.count("SELECT count(*) FROM core.good_model_adoption WHERE model_id = \(own) AND title <> ''") == 0,
            "who asks the table itself reads no more")
        // The control.
        #expect(await append(.recall, to: own, as: .homeAffairsOfficer) == nil)
        try await province.asSuperuser("ALTER TABLE core.good_model_step DROP CONSTRAINT good_model_spread_with_consent")
        #expect(await append(.spread, to: own, as: .homeAffairsOfficer) == nil)
        #expect(try await !sees(own, as: .unitHead, in: "district_102"), "the policy asks for it as well")
    }

    @Test("are the word of whom they show, whatever his role, and of nobody else; with the right to register alone he had none (A72)")
    func anybodysOwnWord() async throws {
        let stage = try await CriticismStage(province, campaign: "MH-4")
        let roles: [Role] = [.clerk, .unitCouncilMember, .tenantAdmin]
        for role in roles {
            let id = try await register(stage.code, as: .unitHead, person: province.person(of: role, in: Self.tenant))
            let moves = try await province.read(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await ShowGoodModel(id).perform(in: tx).moves
            }
            #expect(moves == [.consent], "\(role)")
            for word in [GoodModel.Step.consent, .object] {
                #expect(await append(word, to: id, as: role, in: Self.tenant, number: "") == nil, "\(role)")
                for other in roles where other != role {
                    #expect(await append(word, to: id, as: other, in: Self.tenant) == "not-allowed", "\(other) about another")
                }
            }
            #expect(await append(.withdraw, to: id, as: role, in: Self.tenant) == "not-allowed", "his word is all that is his")
            #expect(await append(.consent, to: id, as: .unitCoordinator, in: Self.tenant) == nil, "who registers, from his paper")
        }
        // The control: the policy as it was, which asks for the right to register of everybody.
        let id = try await register(stage.code, as: .unitHead, person: province.person(of: .clerk, in: Self.tenant))
        try await province.asSuperuser(
            """
            ALTER POLICY taken ON core.good_model_step WITH CHECK (tenant_id = (SELECT core.actor_writes())
                AND core.good_model_acts(model_id, step, party) AND core.actor_may('initiative.register'))
            """)
        #expect(await append(.consent, to: id, as: .clerk, in: Self.tenant, number: "") == "not-allowed")
        try await province.asSuperuser(
            """
            ALTER POLICY taken ON core.good_model_step WITH CHECK (tenant_id = (SELECT core.actor_writes())
                AND core.good_model_acts(model_id, step, party)
                AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()))
            """)
    }

    @Test(
        "of a unit that has ended are still recalled; he who is shown takes his name back from where he works since, and nobody else does (A72)"
    )
    func ofAnEndedUnit() async throws {
        let stage = try await CriticismStage(province, campaign: "MH-END")
        let (former, now) = (province.person(of: .clerk, in: Self.tenant), province.person(of: .clerk, in: "district_102"))
        let (shown, common) = (try await register(stage.code, as: .unitHead, person: former), try await register(stage.code, as: .unitHead))
        #expect(await append(.consent, to: shown, as: .clerk, in: Self.tenant, number: "") == nil)
        for id in [shown, common] {
            for step in [GoodModel.Step.confirm, .spread] { #expect(await append(step, to: id, as: .homeAffairsOfficer) == nil) }
        }
        #expect(
            await append(.object, to: shown, as: .clerk, in: "district_102", number: "") == "not-allowed", "the control: another person")
        func link(_ person: String) async throws {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                UPDATE core.person SET continues_id = \(person) WHERE id = '\(now)';
                SET session_replication_role = origin;
                """)
        }
        try await link("'\(former)'")
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = '2023-06-19' WHERE slug = '\(Self.tenant)'")

        let moves = try await province.read(as: .clerk, in: "district_102") { (tx: borrowing TenantTransaction) in
            (try await ShowGoodModel(shown).perform(in: tx).moves, try await ShowGoodModel(common).perform(in: tx).moves)
        }
        #expect(moves.0 == [.object] && moves.1.isEmpty)
        #expect(
            await append(.consent, to: shown, as: .clerk, in: "district_102", number: "") == "not-allowed", "his name alone he takes back")
        #expect(
            await append(.object, to: shown, as: .unitHead, in: "district_102", number: "") == "not-allowed", "nor his new unit for him")
        #expect(await append(.object, to: shown, as: .clerk, in: "district_102", number: "") == nil)
        #expect(try await !sees(shown, as: .unitHead, in: "dept_ttt"))
        #expect(try await sees(shown, as: .clerk, in: "district_102"))

        #expect(await append(.recall, to: common, as: .officeMonitor) == "not-allowed")
        #expect(await append(.recall, to: common, as: .homeAffairsOfficer) == nil)
        #expect(await append(.recall, to: shown, as: .chairman) == nil)
        #expect(await append(.spread, to: common, as: .homeAffairsOfficer) == "not-allowed", "nothing else is said of it")
        #expect(try await !sees(common, as: .unitHead, in: "dept_ttt"))
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = NULL WHERE slug = '\(Self.tenant)'")
        try await link("NULL")
    }

    @Test("are confirmed by another than who registered them: a unit's head not his own, Home Affairs not its unit's (A66)")
    func ownWord() async throws {
        let stage = try await CriticismStage(province, campaign: "MH-3")
        let id = try await register(stage.code, as: .unitHead, unit: nil)
        #expect(await append(.confirm, to: id, as: .unitHead, in: Self.tenant) != nil)
        let part = province.unit("10101", in: Self.tenant)
        let ofPart = try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await RegisterGoodModel(
                campaign: stage.code, unit: part,
                statement: GoodModel.Statement(kind: .model, title: "x", content: "x", effect: "x", since: Plans.day("2023-06-01"))
            ).perform(in: tx, ids: .system)
        }
        #expect(await append(.confirm, to: ofPart, as: .unitHead, in: Self.tenant) == "good-model-own")
        let ofHomeAffairs = try await province.write(as: .unitHead, in: "dept_snv") { (tx: borrowing TenantTransaction) in
            try await RegisterGoodModel(
                campaign: stage.code,
                statement: GoodModel.Statement(kind: .model, title: "x", content: "x", effect: "x", since: Plans.day("2023-06-01"))
            ).perform(in: tx, ids: .system)
        }
        #expect(await append(.confirm, to: ofHomeAffairs, as: .homeAffairsOfficer) != nil)
        #expect(await append(.confirm, to: ofHomeAffairs, as: .chairman) == nil)
    }
}

import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The machine of `Initiative+Life.swift` and that of `57_initiatives.sql`, held against each other; whose step it is, who confirms, and what the
/// database refuses whatever the program says.
@Suite("Every step in every state of an initiative", .province, .serialized, .timeLimit(.minutes(30)))
struct InitiativeCellTests {
    private let province = Province.current
    private static let tenant = "district_101"
    private static let commune = "10101"

    /// Registered by the commune's officer, in a campaign of its own.
    private func registered(_ campaign: String, scope: Initiative.Scope = .outside, days: Int? = 8) async throws -> Initiative.ID {
        try await province.bring(Plans.shipped(campaign))
        return try await register(campaign, scope: scope, days: days)
    }

    private func register(
        _ campaign: String, title: String = "Một mẫu dùng chung", scope: Initiative.Scope = .outside, days: Int? = 8
    ) async throws -> Initiative.ID {
        let registering = RegisterInitiative(
            campaign: campaign,
            initiative: Initiative(
                title: title, obstacle: "Đi lại nhiều lần", solution: "Gộp ba mẫu", effect: .init(days: days), scope: scope,
                example: "Ba xã đã áp dụng"))
        return try await province.write(as: .subUnitOfficer, in: Self.tenant, unit: Self.commune) { (tx: borrowing TenantTransaction) in
            try await registering.perform(in: tx, ids: .system)
        }
    }

    private func post(_ role: Role, unit: String? = nil) -> String {
        "\(Policy.of(role).provinceRole != nil ? province.post(of: role) : province.post(of: role, in: Self.tenant, unit: unit))"
    }

    /// A step as SQL has it; what the guard finds is said wrongly on purpose.
    private func step(
        _ step: Initiative.Step, of id: Initiative.ID, schema: String, by post: String, position: Int = 1, dossier: String? = nil
    ) -> String {
        """
        INSERT INTO \(schema).initiative_step (tenant_id, id, initiative_id, position, step, happened_on, reason, document_number, signer, dossier_id,
            recorded_by, recorded_on, before, state, party, wanting, proposes)
        VALUES ('\(province.tenant(Self.tenant))', gen_random_uuid(), '\(id)', \(position), '\(step.rawValue)', '2023-06-20', 'Lý do', '5/TK', 'CHỦ TỊCH',
            \(dossier.map { "'\($0)'" } ?? "NULL"), '\(post)', '2023-06-20', 'overtaken', 'praised', 'province', '{}', true)
        """
    }

    private func put(_ id: Initiative.ID, in state: Initiative.State, dossier: AwardDossier.ID? = nil, isPublished: Bool = false)
        async throws
    {
        try await province.asSuperuser(
            """
            UPDATE core.initiative SET state = '\(state.rawValue)', steps = 0, published_on = \(isPublished ? "'2023-06-20'" : "NULL"),
                dossier_id = \(dossier.map { "'\($0)'" } ?? "NULL")
            WHERE id = '\(id)'
            """)
    }

    /// Of the same nominee, on the ad-hoc track.
    private func dossier(of id: Initiative.ID, unit: String? = commune) async throws -> AwardDossier.ID {
        let dossier: AwardDossier.ID = IDSource.system.next()
        try await province.asSuperuser(
            """
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, form, subject, unit_id, achievement, recorded_by, recorded_on)
            SELECT i.tenant_id, '\(dossier)', 'provincialAdHoc', i.campaign_id, 'provincialCertificate', 'collective',
                '\(province.unit(unit, in: Self.tenant))', 'x', i.recorded_by, '2023-06-20'
            FROM core.initiative AS i WHERE i.id = '\(id)'
            """)
        return dossier
    }

    private func ask(_ id: Initiative.ID, _ tenant: String, unit: String? = nil) -> String {
        """
        INSERT INTO core.initiative_confirmation (id, tenant_id, initiative_id, asked_tenant_id, asked_unit_id, claim, asked_by, asked_on)
        VALUES (gen_random_uuid(), '\(province.tenant(Self.tenant))', '\(id)', '\(province.tenant(tenant))', '\(province.unit(unit, in: tenant))', 'x',
            '\(post(.subUnitOfficer, unit: Self.commune))', '2023-06-20')
        """
    }

    /// Another unit confirmed it.
    private func confirm(_ id: Initiative.ID) async throws {
        let asking = AskConfirmation(initiative: id, tenant: Tenant.Slug("district_102"))
        try await province.write(as: .subUnitOfficer, in: Self.tenant, unit: Self.commune) { (tx: borrowing TenantTransaction) in
            try await asking.perform(in: tx, ids: .system)
        }
        try await province.write(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
            let found = try await ListAskedConfirmations(onlyOpen: true, limit: 200).perform(in: tx).confirmations
            guard let asked = found.first(where: { $0.initiative == id }) else { throw Problem.notFound }
            try await AnswerConfirmation(asked.id, .confirmed, documentNumber: "12/UBND-NV").perform(in: tx)
        }
    }

    @Test("leads to the same state, or nowhere, in the domain and in the database")
    func cells() async throws {
        let (states, steps) = (Initiative.State.allCases.map(\.rawValue), Initiative.Step.allCases.map(\.rawValue))
        let fates: [String?] = [nil] + Initiative.Fate.allCases.map(\.rawValue)
        for fate in fates {
            for isPublished in [false, true] {
                let rows = try await province.withConnection(as: "postgres") { connection in
                    try await connection.query(
                        """
                        SELECT s, p, core.initiative_cell(s, p, \(fate), \(isPublished)) FROM unnest(\(states)) AS s, unnest(\(steps)) AS p
                        """
                    ).decode { row in (try row.next(String.self), try row.next(String.self), try row.next(String?.self)) }
                }
                #expect(rows.count == states.count * steps.count)
                for (stateName, stepName, target) in rows {
                    let state = try #require(Initiative.State(rawValue: stateName))
                    let step = try #require(Initiative.Step(rawValue: stepName))
                    let cell = Initiative.cell(
                        state, step, fate: fate.flatMap(Initiative.Fate.init(rawValue:)), isPublished: isPublished)
                    #expect(cell?.rawValue == target, "\(step) when \(state), \(fate ?? "no dossier")")
                }
            }
        }
        let dossiers = AwardDossier.State.allCases.map(\.rawValue)
        let found = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT s, core.proposal_fate(s) FROM unnest(\(dossiers)) AS s").decode { row in
                (try row.next(String.self), try row.next(String.self))
            }
        }
        for (state, fate) in found {
            let dossier = try #require(AwardDossier.State(rawValue: state))
            #expect(Initiative.Fate(dossier).rawValue == fate, "\(state)")
        }
    }

    @Test("is taken by its own party and by nobody else, in every state; what is out of order its constraint refuses")
    func roles() async throws {
        let id = try await registered("SK-VAI")
        try await confirm(id)
        let proposal = try await dossier(of: id)
        let (commune, inside) = (
            Self.commune, [Role.unitHead, .councilSecretary, .unitCoordinator, .clerk, .tenantAdmin, .unitCouncilMember]
        )
        for state in Initiative.State.allCases {
            try await put(id, in: state)
            for step in Initiative.Step.allCases {
                let isInOrder = Initiative.cell(state, step, fate: nil, isPublished: false) != nil
                let dossier = step == .propose ? proposal.description : nil
                let action: Action = step.party == .registrant ? .registerInitiative : .proposeAward
                for role in inside {
                    let statement = self.step(step, of: id, schema: Self.tenant, by: post(role), dossier: dossier)
                    let error = try await province.raw(role, in: Self.tenant, statement)
                    let isAllowed = Policy.of(role).actions.contains(action)
                    if !isAllowed {
                        #expect(error?.sqlState == "42501", "\(step) when \(state) by \(role): \(error?.description ?? "passed")")
                    } else if isInOrder {
                        #expect(error == nil, "\(step) when \(state) by \(role): \(error?.description ?? "")")
                    } else {
                        #expect(error?.constraint == "initiative_in_order", "\(step) when \(state) by \(role)")
                    }
                }
                // Who registered it takes the registrant's steps; a neighbour none.
                for (role, unit) in [
                    (Role.subUnitOfficer, commune), (.subUnitHead, commune), (.subUnitHead, "10102"), (.individual, commune),
                ] {
                    let statement = self.step(step, of: id, schema: Self.tenant, by: post(role, unit: unit), dossier: dossier)
                    let error = try await province.raw(role, in: Self.tenant, unit: unit, statement)
                    let reaches = unit == commune && role != .individual
                    if step.party == .registrant, reaches {
                        #expect((error == nil) == isInOrder, "\(step) when \(state) by \(role): \(error?.description ?? "passed")")
                    } else {
                        #expect(
                            error?.sqlState == "42501", "\(step) when \(state) by \(role) of \(unit): \(error?.description ?? "passed")")
                    }
                }
                // The province takes one step: the Chairman's letter, recorded by Home Affairs.
                for role in [Role.homeAffairsOfficer, .chairman, .officeMonitor, .councilMember, .auditor] {
                    let statement = self.step(step, of: id, schema: "core", by: post(role), dossier: dossier)
                    let error = try await province.raw(role, provinceWide: true, statement)
                    if role == .homeAffairsOfficer, step == .letter {
                        #expect((error == nil) == isInOrder, "\(step) when \(state): \(error?.description ?? "passed")")
                    } else {
                        #expect(error?.sqlState == "42501", "\(step) when \(state) by \(role): \(error?.description ?? "passed")")
                    }
                }
            }
        }
    }

    @Test("is proposed only for its own nominee and where each condition is met; without one of them the database refuses")
    func conditions() async throws {
        let campaign = "SK-DKIEN"
        let id = try await registered(campaign)
        func propose(_ id: Initiative.ID, _ dossier: AwardDossier.ID) async throws -> String? {
            try await province.raw(
                .unitHead, in: Self.tenant, step(.propose, of: id, schema: Self.tenant, by: post(.unitHead), dossier: dossier.description)
            )?.constraint
        }
        let own = try await dossier(of: id)
        #expect(try await propose(id, own) == "initiative_meets_the_conditions", "nobody has confirmed it")
        try await confirm(id)
        #expect(try await propose(id, own) == nil, "the control")
        let other = try await dossier(of: id, unit: "10102")
        #expect(try await propose(id, other) == "initiative_proposed_for_its_nominee")
        try await province.asSuperuser("UPDATE core.award_dossier SET state = 'submitted' WHERE id = '\(own)'")
        #expect(try await propose(id, own) == "initiative_proposed_for_its_nominee", "it is no draft any more")
        for narrow in [try await register(campaign, scope: .inUnit), try await register(campaign, days: nil)] {
            try await confirm(narrow)
            #expect(try await propose(narrow, try await dossier(of: narrow)) == "initiative_meets_the_conditions")
        }
        // A rule that is not required is not asked.
        try await province.asSuperuser("UPDATE core.initiative_condition SET required = false WHERE condition = 'outsideScope'")
        let narrow = try await register(campaign, scope: .inUnit)
        try await confirm(narrow)
        #expect(try await propose(narrow, try await dossier(of: narrow)) == nil)
        try await province.asSuperuser("UPDATE core.initiative_condition SET required = true WHERE condition = 'outsideScope'")
    }

    @Test("is confirmed by another unit: never by its own, nor by what stands above or under it, nor by who holds a post in it")
    func confirmedByAnother() async throws {
        let id = try await registered("SK-XACNHAN")
        func said(_ statement: String) async throws -> String? {
            try await province.raw(.subUnitOfficer, in: Self.tenant, unit: Self.commune, statement)?.constraint
        }
        for unit in [Self.commune, nil, "TT01"] {
            #expect(try await said(ask(id, Self.tenant, unit: unit)) == "confirmation_by_another_unit", "\(unit ?? "the district")")
        }
        #expect(
            try await said(ask(id, "district_102", unit: "10201")) == "confirmation_of_a_unit", "of another district the district answers")
        #expect(try await said(ask(id, Self.tenant, unit: "10102")) == nil, "the control")
        #expect(try await said(ask(id, "district_102")) == nil, "the control")
        // Who answers holds a post in the unit that registered it as well.
        try await province.asSuperuser(ask(id, Self.tenant, unit: "10102"))
        let answer = """
            UPDATE core.initiative_confirmation SET answer = 'confirmed', document_number = '1', answered_by = '\(post(.subUnitHead, unit: "10102"))',
                answered_on = '2023-06-20'
            WHERE initiative_id = '\(id)'
            """
        #expect(try await province.raw(.subUnitHead, in: Self.tenant, unit: "10102", answer) == nil, "the control")
        let seat = UUID()
        try await province.asSuperuser(
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
            VALUES ('\(seat)', '\(province.person(of: .subUnitHead, in: Self.tenant, unit: "10102"))', '\(province.tenant(Self.tenant))',
                '\(province.unit(Self.commune, in: Self.tenant))', 'clerk', 'Văn thư', 'direct_worker', '2020-01-01')
            """)
        #expect(
            try await province.raw(.subUnitHead, in: Self.tenant, unit: "10102", answer)?.constraint == "confirmation_not_of_ones_own")
        // Past the guard of posts: the others of this suite find him in one unit.
        try await province.asSuperuser(
            "SET session_replication_role = replica; DELETE FROM core.post WHERE id = '\(seat)'; SET session_replication_role = origin")
        // Without the constraint it would pass: that is what refuses it.
        try await province.asSuperuser("ALTER TABLE core.initiative_confirmation DROP CONSTRAINT confirmation_by_another_unit")
        #expect(try await said(ask(id, Self.tenant, unit: "TT01")) == nil)
        try await province.asSuperuser(
            """
            ALTER TABLE core.initiative_confirmation
                ADD CONSTRAINT confirmation_by_another_unit CHECK (asked_unit_id <> unit_id AND NOT is_related)
            """)
    }

    @Test("is answered once by the asked unit: of two at once one is told that it is answered")
    func twoAtOnce() async throws {
        let id = try await registered("SK-HAI")
        try await province.asSuperuser(ask(id, "district_102"))
        let asked: InitiativeConfirmation.ID = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT id FROM core.initiative_confirmation WHERE initiative_id = \(id)").only { row in
                try row.next()
            }
        }
        func answer(_ answer: InitiativeConfirmation.Answer) async -> String? {
            await province.refusal {
                try await province.write(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
                    try await AnswerConfirmation(asked, answer, reason: "Chưa áp dụng", documentNumber: "1").perform(in: tx)
                }
            }?.code
        }
        async let one = answer(.confirmed)
        async let other = answer(.declined)
        let answers = await [one, other]
        #expect(answers.count { $0 == nil } == 1 && answers.contains("confirmation-answered"), "\(answers)")
        // Nobody else finds it, nor answers it.
        for (role, tenant) in [(Role.unitHead, "dept_snv"), (.clerk, "district_102")] {
            let refused = await province.refusal {
                try await province.write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
                    try await AnswerConfirmation(asked, .confirmed, documentNumber: "1").perform(in: tx)
                }
            }
            #expect(refused?.code == (role == .clerk ? "not-allowed" : "not-found"), "\(role) of \(tenant)")
        }
    }

    @Test("of two steps at once one is taken: the other is told that it was changed")
    func twoSteps() async throws {
        let id = try await registered("SK-BUOC")
        func decline() async -> String? {
            await province.refusal {
                try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                    guard let record = try await InitiativeRecord.find(id, in: tx) else { throw Problem.notFound }
                    try await InitiativeDetail.Step.append(
                        .init(step: .decline, happenedOn: Plans.day("2023-06-20"), reason: "Lý do"), id: IDSource.system.next(), to: record,
                        in: tx)
                }
            }?.code
        }
        async let one = decline()
        async let other = decline()
        let answers = await [one, other]
        #expect(answers.count { $0 == nil } == 1, "\(answers)")
        #expect(answers.allSatisfy { $0 == nil || ["changed-meanwhile", "initiative-out-of-order"].contains($0) }, "\(answers)")
        #expect(try await province.count("SELECT count(*) FROM core.initiative_step WHERE initiative_id = \(id)") == 1)
    }

    @Test("stays as it was registered, in NFC whatever was typed")
    func text() async throws {
        try await province.bring(Plans.shipped("SK-CHU"))
        let id = try await register("SK-CHU", title: "Ro\u{0302}\u{0323}ng ra\u{0303}i")
        let found = try await province.read(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await InitiativeRecord.find(id, in: tx)
        }
        #expect(found.map { Array($0.initiative.title.utf8) } == Array("R\u{1ED9}ng r\u{E3}i".utf8))
        let change = "UPDATE core.initiative SET title = 'khác' WHERE id = '\(id)'"
        await #expect(throws: (any Error).self) { try await province.asSuperuser(change) }
        let drop = "DELETE FROM \(Self.tenant).initiative_step"
        #expect(try await province.raw(.unitHead, in: Self.tenant, drop)?.sqlState == "42501")
    }
}

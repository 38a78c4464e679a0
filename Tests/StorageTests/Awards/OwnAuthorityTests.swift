import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What a unit gives by its own authority, held by the database whatever the service asks: who signs, slots, and under which rules.
@Suite("Own authority in the database", .province, .serialized, .timeLimit(.minutes(30)))
struct OwnAuthorityTests {
    private let province = Province.current
    private static let tenant = AwardStage.tenant
    private static let commune = "10101"

    /// Rules of the unit as its secretary takes them; a round of the unit, or of the commune.
    private func round(_ stage: AwardStage, number: String, slots: Int, of unit: String? = nil) async throws -> String {
        try await take(number, slots: slots)
        let id = IDSource.system.next() as OwnRound.ID
        let role: Role = unit == nil ? .councilSecretary : .subUnitOfficer
        let error = try await keep(
            role, unit: unit,
            """
            INSERT INTO \(Self.tenant).own_round (tenant_id, id, unit_id, campaign_id, kind, opens_on, cut_off, document_number, document_on, opened_by, opened_on)
            VALUES ('\(province.tenant(Self.tenant))', '\(id)', '\(province.unit(unit, in: Self.tenant))', '\(stage.campaignID)', 'interim', '2023-06-10',
                '2023-06-30', '1/KH', '2023-06-10', '\(province.post(of: role, in: Self.tenant, unit: unit))', '2023-06-20')
            """)
        #expect(error == nil, "\(error ?? "")")
        return id.description
    }

    private func take(_ number: String, slots: Int, as role: Role = .councilSecretary, isConfirmed: Bool = true) async throws {
        let rules = OwnRules(
            decision: OwnRules.Decision(
                number: number, date: Plans.day("2023-06-01"), validity: ValidityPeriod(from: Plans.day("2023-06-01"), through: nil)),
            givers: [nil, Self.commune].map {
                OwnRules.Giver(
                    code: $0 ?? "", signer: "CHỦ TỊCH", budget: "Quỹ", collectives: slots, individuals: slots, isEachUnit: false)
            }, criteria: [OwnRules.Criterion(form: nil, subject: nil, text: "x")], councils: [])
        let units = [nil, Self.commune].map { province.unit($0, in: Self.tenant) }
        let id: OwnRules.ID = IDSource.system.next()
        try await province.write(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await OwnRules.take(rules, id: id, units: units, in: tx)
        }
        guard isConfirmed else { return }
        try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await OwnRules.confirm(id, documentNumber: "4/TB", in: tx)
        }
    }

    /// Done as an officer of the service, and kept. Nil: it is done; else the constraint or the state that said no.
    private func keep(_ role: Role, unit: String? = nil, _ statement: String) async throws -> String? {
        let connection = try await province.connection(as: "thidua_web")
        let seat = province.seat(role, in: Self.tenant, unit: unit)
        _ = try await connection.query("BEGIN")
        _ = try await connection.query("SELECT set_config('role', core.enter(\(seat.token.bytes), \(Self.tenant)), true)")
        do {
            try await connection.script(statement)
            _ = try await connection.query("COMMIT")
            await connection.close()
            return nil
        } catch {
            _ = try await connection.query("ROLLBACK")
            await connection.close()
            return error.constraint ?? error.sqlState
        }
    }

    /// A dossier of a round with its papers.
    private func draft(
        _ stage: AwardStage, _ round: String, unit: String?, by role: Role = .councilSecretary, of place: String? = nil
    ) async throws -> AwardDossier.ID {
        let id: AwardDossier.ID = IDSource.system.next()
        let (tenant, post) = (province.tenant(Self.tenant), province.post(of: role, in: Self.tenant, unit: place))
        let error = try await keep(
            role, unit: place,
            """
            INSERT INTO \(Self.tenant).award_dossier (tenant_id, id, track, campaign_id, round_id, form, subject, unit_id, achievement, recorded_by, recorded_on)
            VALUES ('\(tenant)', '\(id)', 'ownReview', '\(stage.campaignID)', '\(round)', 'provincialCertificate', 'collective',
                '\(province.unit(unit, in: Self.tenant))', 'x', '\(post)', '2023-06-20');
            INSERT INTO \(Self.tenant).dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on)
            SELECT '\(tenant)', gen_random_uuid(), '\(id)', k, '1', '2023-06-12', true, '\(post)', '2023-06-20'
            FROM unnest(ARRAY['proposal', 'achievementReport']) AS k
            """)
        #expect(error == nil, "\(error ?? "")")
        return id
    }

    private func step(
        _ step: AwardDossier.Step, _ dossier: AwardDossier.ID, position: Int, by role: Role, of unit: String? = nil, _ stage: AwardStage
    ) -> String {
        stage.step(
            step, of: dossier, schema: Self.tenant, by: province.post(of: role, in: Self.tenant, unit: unit), position: position)
    }

    /// Past its machine: a dossier that waits for its signer.
    private func wait(_ dossier: AwardDossier.ID) async throws {
        try await province.asSuperuser(
            "UPDATE core.award_dossier SET state = 'putToChairman', steps = 1, submitted_on = '2023-06-20', regime_code = 'nd91' WHERE id = '\(dossier)'"
        )
    }

    @Test("is signed by who has it by the unit's rules, and by nobody else; without the row policy a stranger's signature would pass")
    func signer() async throws {
        let stage = try await AwardStage(province, campaign: "GK-KY", opens: false)
        let whole = try await draft(stage, try await round(stage, number: "1/QĐ", slots: 9), unit: "10102")
        let held = try await round(stage, number: "2/QĐ", slots: 9, of: Self.commune)
        let own = try await draft(stage, held, unit: "TT01", by: .subUnitOfficer, of: Self.commune)
        for dossier in [whole, own] { try await wait(dossier) }
        let asked: [(Role, String?)] = [
            (.unitHead, nil), (.councilSecretary, nil), (.clerk, nil), (.tenantAdmin, nil), (.subUnitHead, Self.commune),
            (.subUnitOfficer, Self.commune), (.subUnitHead, "10102"), (.subUnitHead, "PNV"),
        ]
        for (role, unit) in asked {
            for (dossier, signs) in [(whole, role == .unitHead), (own, role == .subUnitHead && unit == Self.commune)] {
                let error = try await province.raw(
                    role, in: Self.tenant, unit: unit, step(.decide, dossier, position: 2, by: role, of: unit, stage))
                #expect((error == nil) == signs, "\(role) of \(unit ?? "the unit"): \(error?.description ?? "passed")")
                if !signs { #expect(error?.sqlState == "42501", "\(role) of \(unit ?? "the unit")") }
            }
        }
        // As the control: with the policy taken away the secretary's own signature is let pass.
        let statement = step(.decide, whole, position: 2, by: .councilSecretary, stage)
        try await province.asSuperuser("CREATE POLICY loose ON \(Self.tenant).dossier_step FOR INSERT TO \(Self.tenant) WITH CHECK (true)")
        #expect(try await province.raw(.councilSecretary, in: Self.tenant, statement) == nil)
        try await province.asSuperuser("DROP POLICY loose ON \(Self.tenant).dossier_step")
        #expect(try await province.raw(.councilSecretary, in: Self.tenant, statement)?.sqlState == "42501")
    }

    @Test("is not signed by who appraised it, nor by whom it is given to (A66)")
    func separation() async throws {
        let stage = try await AwardStage(province, campaign: "GK-TACH", opens: false)
        let dossier = try await draft(stage, try await round(stage, number: "7/QĐ", slots: 9), unit: "10103")
        try await wait(dossier)
        let statement = step(.decide, dossier, position: 3, by: .unitHead, stage)
        func appraised(by role: Role) async throws {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                DELETE FROM core.dossier_step WHERE dossier_id = '\(dossier)';
                INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, party,
                    supplements, own_dossier, late, wanting, awarded, giver_id, unit_id)
                VALUES ('\(province.tenant(Self.tenant))', gen_random_uuid(), '\(dossier)', 2, 'appraise', '2023-06-20',
                    '\(province.post(of: role, in: Self.tenant))', '2023-06-20', 'received', 'appraised', 'appraiser', 0, false, false, '{}', true,
                    '\(province.tenant(Self.tenant))', '\(province.unit("10103", in: Self.tenant))');
                UPDATE core.award_dossier SET steps = 2 WHERE id = '\(dossier)';
                SET session_replication_role = origin;
                """)
        }
        try await appraised(by: .unitHead)
        #expect(try await province.raw(.unitHead, in: Self.tenant, statement)?.constraint == "dossier_not_ones_own")
        try await appraised(by: .councilSecretary)
        #expect(try await province.raw(.unitHead, in: Self.tenant, statement) == nil, "the control")
        let head = province.person(of: .unitHead, in: Self.tenant)
        let given = { (person: String) in
            """
            SET session_replication_role = replica;
            UPDATE core.award_dossier SET subject = 'individual', person_id = '\(person)' WHERE id = '\(dossier)';
            SET session_replication_role = origin;
            """
        }
        try await province.asSuperuser(given(head.description))
        #expect(try await province.raw(.unitHead, in: Self.tenant, statement)?.constraint == "dossier_not_ones_own")
        try await province.asSuperuser(given(province.person(of: .clerk, in: Self.tenant).description))
        #expect(try await province.raw(.unitHead, in: Self.tenant, statement) == nil, "the control")
    }

    /// Past the guards, which let nobody change how a unit was.
    private func setPersonality(_ isLegal: Bool, of unit: SubUnit.ID) async throws {
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.sub_unit_version SET legal_personality = \(isLegal) WHERE unit_id = '\(unit)';
            SET session_replication_role = origin;
            """)
    }

    @Test("ends with the legal personality of who gives: his signature is refused from that day on")
    func personality() async throws {
        let stage = try await AwardStage(province, campaign: "GK-PHAP", opens: false)
        let held = try await round(stage, number: "3/QĐ", slots: 9, of: Self.commune)
        let own = try await draft(stage, held, unit: "TT01", by: .subUnitOfficer, of: Self.commune)
        try await wait(own)
        let statement = step(.decide, own, position: 2, by: .subUnitHead, of: Self.commune, stage)
        let unit = province.unit(Self.commune, in: Self.tenant)
        try await setPersonality(false, of: unit)
        let error = try await province.raw(.subUnitHead, in: Self.tenant, unit: Self.commune, statement)
        #expect(error?.constraint == "dossier_signed_with_authority", "\(error?.description ?? "passed")")
        try await setPersonality(true, of: unit)
        #expect(try await province.raw(.subUnitHead, in: Self.tenant, unit: Self.commune, statement) == nil, "the control")
    }

    @Test("gives each slot once, whoever of many is quicker, and moves no round by rules that come later")
    func contested() async throws {
        let stage = try await AwardStage(province, campaign: "GK-SUAT", opens: false)
        let id = try await round(stage, number: "4/QĐ", slots: 2)
        try await take("5/QĐ", slots: 50)
        var dossiers: [AwardDossier.ID] = []
        for unit in ["10101", "10102", "10103", "10104", "PNV", "TT01"] { dossiers.append(try await draft(stage, id, unit: unit)) }
        let answers = try await withThrowingTaskGroup(of: String?.self) { group in
            for dossier in dossiers {
                group.addTask { try await keep(.councilSecretary, step(.submit, dossier, position: 1, by: .councilSecretary, stage)) }
            }
            return try await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == nil } == 2, "\(answers)")
        #expect(answers.allSatisfy { $0 == nil || $0 == "own_slot_within_the_quota" }, "\(answers)")
        let slots = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                "SELECT s.slot FROM core.own_slot AS s WHERE s.round_id = \(OwnRound.ID(id)) AND s.freed_on IS NULL ORDER BY s.slot"
            ).decode { row in try row.next(Int32.self) }
        }
        #expect(slots == [1, 2], "none over, none twice")
        // As the control: without the check of the quota a third is let pass.
        let waiting = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                "SELECT d.id FROM core.award_dossier AS d WHERE d.round_id = \(OwnRound.ID(id)) AND d.state = 'drafted' ORDER BY d.id LIMIT 1"
            ).only { row in try row.next(AwardDossier.ID.self) }
        }
        let statement = step(.submit, waiting, position: 1, by: .councilSecretary, stage)
        #expect(try await province.raw(.councilSecretary, in: Self.tenant, statement)?.constraint == "own_slot_within_the_quota")
        try await province.asSuperuser("ALTER TABLE core.own_slot DROP CONSTRAINT own_slot_within_the_quota")
        #expect(try await province.raw(.councilSecretary, in: Self.tenant, statement) == nil)
        try await province.asSuperuser(
            "ALTER TABLE core.own_slot ADD CONSTRAINT own_slot_within_the_quota CHECK (slot BETWEEN 1 AND slots)")
    }

    @Test("reads the sample that ships, and tells every cell at fault of a bad one")
    func sample() async throws {
        let decision = OwnRules.Decision(
            number: "1/QĐ", date: Plans.day("2023-06-01"), validity: ValidityPeriod(from: Plans.day("2023-06-01"), through: nil))
        let shipped = try OwnRules(decision) { name in
            Array(try Data(contentsOf: URL(filePath: RepositoryPaths.deploy).appending(path: "own-awards/\(name)")))
        }
        #expect(shipped.givers.count == 1 && shipped.criteria.count == 2 && shipped.councils.count == 2)
        // The sample is in officers' words; by the names of the columns the same is read.
        let named = [
            "givers.csv": "973,CHỦ TỊCH,\"Quỹ thi đua, khen thưởng của huyện\",5,10,giver\n",
            "criteria.csv": shipped.criteria.map { ",\($0.subject?.rawValue ?? ""),\"\($0.text)\"\n" }.joined(),
            "council-rules.csv": [("individual", "secret"), ("collective", "showOfHands")].map { subject, method in
                ",\(subject),\(method),2/3,70/100,allMembers,no,yes,share,no,Quy chế Hội đồng TĐKT của đơn vị\n"
            }.joined(),
        ]
        #expect(try OwnRules(decision) { Array(((OwnRules.columns[$0] ?? "") + "\n" + (named[$0] ?? "")).utf8) } == shipped)
        let bad = await province.refusal {
            _ = try OwnRules(decision) { name in
                let rows = name == "givers.csv" ? "\n1,x,x,-1,nhiều,khác\n1,x,x,1,1,giver\n" : "\n"
                return Array(((OwnRules.columns[name] ?? "") + rows).utf8)
            }
        }
        #expect(bad?.code == "invalid-input" && bad?.fields.count == 5, "\(bad?.fields.map(\.path) ?? [])")
        #expect(bad?.fields.contains { $0.reason.contains("chung; mỗi đơn vị") } == true, "\(bad?.fields ?? [])")
    }

    @Test("rules serve from the day on which another than who took them confirmed them, and nothing that was opened before")
    func confirmed() async throws {
        // The guards alone ask it; here the head does, who divides by nothing where they do not serve.
        try await province.asSuperuser("GRANT EXECUTE ON FUNCTION core.own_rules_on(uuid, date) TO \(Self.tenant)")
        func serves(_ day: String) async throws -> Bool {
            let asked = """
                SELECT 1 / (core.own_rules_on(r.tenant_id, '\(day)') IS NOT DISTINCT FROM r.id)::integer
                FROM \(Self.tenant).own_rules AS r
                WHERE r.document_number = '8/QĐ'
                """
            return try await province.raw(.unitHead, in: Self.tenant, asked) == nil
        }
        try await take("8/QĐ", slots: 1, isConfirmed: false)
        #expect(try await serves("2023-06-20") == false, "nobody confirmed them")
        let tenant = province.tenant(Self.tenant)
        let confirm = "SELECT core.confirm_own_rules(r.id, '4/TB') FROM \(Self.tenant).own_rules AS r WHERE r.document_number = '8/QĐ'"
        for role in [Role.councilSecretary, .clerk, .unitCoordinator, .tenantAdmin] {
            #expect(try await province.raw(role, in: Self.tenant, confirm)?.sqlState == "42501", "\(role)")
        }
        // Taken by the head himself, past the policy: he does not confirm his own.
        func name(_ role: Role) async throws {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                UPDATE core.own_rules SET recorded_by = '\(province.post(of: role, in: Self.tenant))' WHERE tenant_id = '\(tenant)' AND document_number = '8/QĐ';
                SET session_replication_role = origin;
                """)
        }
        try await name(.unitHead)
        #expect(try await province.raw(.unitHead, in: Self.tenant, confirm)?.constraint == "own_rules_confirmed_by_another")
        try await name(.councilSecretary)
        #expect(try await keep(.unitHead, confirm) == nil, "the control")
        #expect(try await keep(.unitHead, confirm) == "own_rules_confirmed_once")
        #expect(try await serves("2023-06-20"))
        #expect(try await serves("2023-06-19") == false, "in force since 1/6, and nothing of before stands under them")
    }

    @Test("what is revoked lowers the year of its revocation, and leaves that of its decision as it was (golden case 9)")
    func totals() async throws {
        let stage = try await AwardStage(province, campaign: "GK-TONG", opens: false)
        let dossier = try await draft(stage, try await round(stage, number: "9a/QĐ", slots: 9), unit: "10104")
        let post = province.post(of: .councilSecretary, in: Self.tenant)
        func totals(_ year: Int) async throws -> [OwnAwardTotal] {
            try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
                try await OwnAwardTotal.list(of: year, in: tx)
            }.filter { $0.tenant.text == Self.tenant && $0.form == .districtCommendation && $0.subject == .collective }
        }
        func given(_ year: Int) async throws -> [Int] { try await totals(year).flatMap { [$0.awards, $0.reward] } }
        #expect(try await given(2021).isEmpty)
        let tenant = province.tenant(Self.tenant)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.award_decision (tenant_id, id, type, number, signed_on, signer, recorded_by, recorded_on)
            VALUES ('\(tenant)', '\(dossier)', 'QĐ', 'GK-TONG', '2021-06-20', 'x', '\(post)', '2023-06-20');
            INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, recorded_by, recorded_on, state, form, subject,
                percent, base_salary, rounding, reward)
            VALUES ('\(tenant)', '\(dossier)', '\(dossier)', '\(tenant)', '\(dossier)', 'x', '\(post)', '2023-06-20', 'decided', 'districtCommendation',
                'collective', 60, 1490000, 'nearest', 890000);
            SET session_replication_role = origin;
            """)
        #expect(try await given(2021) == [1, 890_000])
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.award_dossier SET state = 'revoked' WHERE id = '\(dossier)';
            INSERT INTO core.award_amendment (id, tenant_id, dossier_tenant_id, dossier_id, kind, number, signed_on, signer, facts, recorded_by, recorded_on,
                state, proposal_id)
            VALUES (gen_random_uuid(), '\(tenant)', '\(tenant)', '\(dossier)', 'revoke', 'GK-TONG-2', '2022-02-01', 'x', 'x', '\(post)', '2023-06-20',
                'revoked', gen_random_uuid());
            SET session_replication_role = origin;
            """)
        #expect(try await given(2021) == [1, 890_000], "history does not move")
        #expect(try await given(2022) == [-1, -890_000])
    }

    @Test("takes rules as a whole by who keeps them, and never changes them")
    func rules() async throws {
        for role in [Role.unitHead, .clerk, .unitCoordinator, .tenantAdmin] {
            let refused = await province.refusal { try await take("9/QĐ", slots: 1, as: role) }
            #expect(refused?.kind == .notAllowed, "\(role)")
        }
        try await take("6/QĐ", slots: 1)
        for change in [
            "UPDATE core.own_giver SET collectives = 99", "DELETE FROM core.own_rules", "UPDATE core.own_rules SET valid_to = '2023-06-30'",
        ] {
            #expect(
                try await province.raw(.councilSecretary, in: Self.tenant, change.replacing("core.", with: "\(Self.tenant)."))?.sqlState
                    == "42501")
            await #expect(throws: (any Error).self, "whoever asks: \(change)") { try await province.asSuperuser(change) }
        }
        let other = try await province.read(as: .councilSecretary, in: "district_102") { (tx: borrowing TenantTransaction) in
            try await KeptOwnRules.all(in: tx)
        }
        #expect(other.isEmpty, "another unit's")
    }
}

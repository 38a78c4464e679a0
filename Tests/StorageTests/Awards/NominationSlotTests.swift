import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Slots are rows: as many as the quota has, each taken once, whoever is quicker (A03, A04, A08).
@Suite("The slots of a nomination round", .province, .serialized, .timeLimit(.minutes(AttackScale.minutes)))
struct NominationSlotTests {
    private let province = Province.current
    private static let tenant = AwardStage.tenant

    /// Submits, or withdraws, as the head of the unit on a connection of the service. Answers the constraint that said no; nil: it is done.
    private func act(
        _ step: AwardDossier.Step, _ dossier: AwardDossier.ID, position: Int, on connection: Connection, _ stage: AwardStage,
        takingBack: Bool = false
    ) async throws -> String? {
        let seat = province.seat(.unitHead, in: Self.tenant)
        let statement = stage.step(
            step, of: dossier, schema: Self.tenant, by: province.post(of: .unitHead, in: Self.tenant), position: position)
        _ = try await connection.query("BEGIN")
        _ = try await connection.query("SELECT set_config('role', core.enter(\(seat.token.bytes), \(Self.tenant)), true)")
        do {
            try await connection.script(statement)
            _ = try await connection.query(takingBack ? "ROLLBACK" : "COMMIT")
            return nil
        } catch {
            _ = try await connection.query("ROLLBACK")
            return error.constraint ?? error.sqlState
        }
    }

    /// Dossiers that only wait to be submitted: each person in several, of the units in turn.
    private func prepare(_ count: Int, people: [Person.ID], units: [String?], _ stage: AwardStage) async throws -> [AwardDossier.ID] {
        let ids: [AwardDossier.ID] = (0..<count).map { _ in IDSource.system.next() }
        let post = province.post(of: .unitHead, in: Self.tenant)
        let rows = ids.enumerated().map { index, id in
            "('\(id)', '\(province.unit(units[index % units.count], in: Self.tenant))', '\(people[index * 11 % people.count])')"
        }
        try await province.asSuperuser(
            """
            CREATE TEMP TABLE wanted (id uuid, unit uuid, person uuid);
            INSERT INTO wanted VALUES \(rows.joined(separator: ",\n"));
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, review_id, form, subject, unit_id, person_id, achievement, recorded_by, recorded_on)
            SELECT '\(province.tenant(Self.tenant))', w.id, 'provincialReview', '\(stage.campaignID)', '\(stage.review)', 'provincialCertificate', 'individual',
                w.unit, w.person, 'x', '\(post)', '2023-06-12'
            FROM wanted AS w;
            INSERT INTO core.dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on)
            SELECT '\(province.tenant(Self.tenant))', gen_random_uuid(), w.id, k, '1', '2023-06-12', true, '\(post)', '2023-06-12'
            FROM wanted AS w, unnest(ARRAY['proposal', 'achievementReport', 'councilMinutes']) AS k;
            UPDATE core.award_dossier SET state = 'councilReviewed', steps = 1 WHERE id IN (SELECT w.id FROM wanted AS w);
            """)
        return ids
    }

    private func taken(_ stage: AwardStage) async throws -> [(unit: SubUnit.ID, count: Int, slots: Int)] {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT s.unit_id, count(*), max(q.slots)
                FROM core.nomination_slot AS s
                    JOIN core.nomination_quota AS q ON q.review_id = s.review_id AND q.unit_id = s.unit_id
                WHERE s.review_id = \(stage.review) AND s.freed_on IS NULL
                GROUP BY s.unit_id
                """
            ).decode { row in
                (unit: try row.next(SubUnit.ID.self), count: Int(try row.next(Int64.self)), slots: Int(try row.next(Int32.self)))
            }
        }
    }

    @Test("hold under many connections: of all contested submissions none is over, none under, nobody twice")
    func contested() async throws {
        let stage = try await AwardStage(province, campaign: "KT-SUAT", scope: .eachCollective)
        let units: [String?] = [nil, "10101", "10102", "10103", "10104", "PNV", "TT01"]
        let dossiers = try await prepare(AttackScale.contested, people: stage.people(400), units: units, stage)
        let said = try await withThrowingTaskGroup(of: Set<String>.self) { group in
            for line in 0..<16 {
                group.addTask {
                    var said: Set<String> = []
                    let connection = try await province.connection(as: "thidua_web")
                    for index in stride(from: line, to: dossiers.count, by: 16) {
                        // A fifth is rolled back, a third of what is submitted withdrawn again.
                        let answer = try await act(
                            .submit, dossiers[index], position: 2, on: connection, stage, takingBack: index.isMultiple(of: 5))
                        if let answer {
                            said.insert(answer)
                        } else if !index.isMultiple(of: 5), index.isMultiple(of: 3) {
                            if let refused = try await act(.withdraw, dossiers[index], position: 3, on: connection, stage) {
                                said.insert(refused)
                            }
                        }
                    }
                    await connection.close()
                    return said
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
        #expect(said.isSubset(of: ["slot_within_the_quota", "nominated_once_by_the_unit", "nominated_by_one_unit"]), "\(said)")
        #expect(said.contains("slot_within_the_quota"))
        // Once nobody withdraws any more, every quota is full.
        let last = try await prepare(70, people: stage.people(70), units: units, stage)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for line in 0..<10 {
                group.addTask {
                    let connection = try await province.connection(as: "thidua_web")
                    for index in stride(from: line, to: last.count, by: 10) {
                        _ = try await act(.submit, last[index], position: 2, on: connection, stage)
                    }
                    await connection.close()
                }
            }
            try await group.waitForAll()
        }
        let full = try await taken(stage)
        #expect(full.count == units.count && full.allSatisfy { $0.count == 2 && $0.slots == 2 }, "\(full)")
        let doubles = try await province.count(
            """
            SELECT count(*)
            FROM (SELECT person_id FROM core.nomination_slot WHERE review_id = \(stage.review) AND freed_on IS NULL GROUP BY 1 HAVING count(*) > 1) AS d
            """)
        #expect(doubles == 0)
        // What stands as submitted is what has a slot.
        let odd = try await province.count(
            """
            SELECT count(*)
            FROM core.award_dossier AS d
                LEFT JOIN core.nomination_slot AS s ON s.dossier_id = d.id AND s.freed_on IS NULL
            WHERE d.review_id = \(stage.review) AND (d.state = 'submitted') <> (s.dossier_id IS NOT NULL)
            """)
        #expect(odd == 0)
    }

    @Test("would not hold by counting and then inserting: two who count at once both find room")
    func control() async throws {
        try await province.asSuperuser(
            "CREATE TABLE public.counted_slot (unit integer, person integer); GRANT ALL ON public.counted_slot TO thidua_web; GRANT USAGE ON SCHEMA public TO thidua_web"
        )
        func room(_ connection: Connection) async throws -> Bool {
            try await connection.query("SELECT count(*) < 1 FROM public.counted_slot WHERE unit = 1").only { row in try row.next(Bool.self)
            }
        }
        let (one, other) = (try await province.connection(as: "thidua_web"), try await province.connection(as: "thidua_web"))
        for connection in [one, other] { _ = try await connection.query("BEGIN") }
        let found = [try await room(one), try await room(other)]
        #expect(found == [true, true])
        for (person, connection) in [one, other].enumerated() {
            _ = try await connection.query("INSERT INTO public.counted_slot VALUES (1, \(Int32(person)))")
            _ = try await connection.query("COMMIT")
        }
        for connection in [one, other] { await connection.close() }
        #expect(try await province.count("SELECT count(*) FROM public.counted_slot WHERE unit = 1") == 2, "one too many")
    }

    @Test("are freed by withdrawing until the list is locked, never by a council's rejection; nobody is put forward by two units")
    func freed() async throws {
        let stage = try await AwardStage(province, campaign: "KT-RUT")
        let people = try await stage.people(4)
        var dossiers: [AwardDossier.ID] = []
        for person in people { dossiers.append(try await stage.dossier(.councilReviewed, person: person)) }
        func submit(_ id: AwardDossier.ID, in tenant: String = Self.tenant) async -> String? {
            await province.refusal {
                try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
                    try await SubmitDossier(dossier: id).perform(in: tx, ids: .system)
                }
            }?.code
        }
        func withdraw(_ id: AwardDossier.ID) async throws {
            try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                guard let record = try await DossierRecord.find(id, in: tx) else { throw Problem.notFound }
                try await DossierAct.append(
                    .init(step: .withdraw, happenedOn: Plans.day("2023-06-20"), reason: "Rút"), id: IDSource.system.next(), to: record,
                    in: tx)
            }
        }
        #expect(await submit(dossiers[0]) == nil)
        #expect(await submit(dossiers[1]) == nil)
        #expect(await submit(dossiers[2]) == "nomination-quota-full")
        try await withdraw(dossiers[0])
        #expect(await submit(dossiers[2]) == nil, "withdrawing freed one")
        // Rejected later: the slot stays taken (A04).
        try await stage.put(dossiers[1], in: .refused)
        #expect(await submit(dossiers[3]) == "nomination-quota-full")
        // The same person once more, and by another unit.
        let again = try await stage.dossier(.councilReviewed, person: people[2])
        #expect(await submit(again) == "nomination-quota-full", "no room is said first")
        let elsewhere = try await stage.dossier(.councilReviewed, of: "district_102", person: people[2])
        #expect(await submit(elsewhere, in: "district_102") == "nomination-elsewhere")
        let isLocked = try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await HeldRound.lock(stage.review, in: tx)
        }
        #expect(isLocked)
        let twice = await province.refusal {
            try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
                _ = try await HeldRound.lock(stage.review, in: tx)
            }
        }
        #expect(twice?.code == "round-locked")
        // From the lock on nothing is submitted and nothing freed, on the same day too.
        let late = try await stage.dossier(.councilReviewed, of: "district_102", person: stage.people(1, of: "district_102")[0])
        #expect(await submit(late, in: "district_102") == "round-not-open")
        let held = """
            SELECT count(*) FROM core.nomination_slot WHERE tenant_id = '\(province.tenant(Self.tenant))' AND review_id = '\(stage.review)'
            """
        #expect(try await province.count(SQL(stringLiteral: held)) == 3)
        #expect(try await province.count(SQL(stringLiteral: held + " AND freed_on IS NULL")) == 2)
        try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            guard let record = try await DossierRecord.find(dossiers[2], in: tx) else { throw Problem.notFound }
            try await DossierAct.append(
                .init(step: .withdraw, happenedOn: Plans.day("2023-06-20"), reason: "Rút"), id: IDSource.system.next(), to: record, in: tx)
        }
        #expect(
            try await province.count("SELECT count(*) FROM core.nomination_slot WHERE dossier_id = \(dossiers[2]) AND freed_on IS NULL")
                == 1)
    }

    @Test("rest on the plan that was frozen: one that is changed afterwards moves neither their number nor whose they are")
    func frozenPlan() async throws {
        let stage = try await AwardStage(province, campaign: "KT-DOIKH")
        try await province.asSuperuser(
            """
            UPDATE core.campaign AS c
            SET document = jsonb_set(c.document, '{parameters}', (
                SELECT jsonb_agg(CASE m.value ->> 'name'
                    WHEN 'individualsInterim' THEN jsonb_set(m.value, '{value}', '1')
                    WHEN 'quotaScope' THEN jsonb_set(m.value, '{value}', '"eachCollective"')
                    ELSE m.value END)
                FROM jsonb_array_elements(c.document -> 'parameters') AS m (value)))
            WHERE c.code = 'KT-DOIKH'
            """)
        let people = try await stage.people(2)
        // One of them leads (A07).
        try await province.asSuperuser(
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
            VALUES (gen_random_uuid(), '\(people[0])', '\(province.tenant(Self.tenant))', '\(province.unit("10101", in: Self.tenant))', 'sub_unit_officer',
                'Phó Chủ tịch', 'deputy_head_or_above', '2023-01-01')
            """)
        for person in people {
            let dossier = try await stage.dossier(.councilReviewed, unit: "10101", person: person)
            try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await SubmitDossier(dossier: dossier).perform(in: tx, ids: .system)
            }
        }
        let held = try await taken(stage)
        #expect(held.count == 1 && held.allSatisfy { $0.count == 2 && $0.slots == 2 }, "\(held)")
        #expect(held.first?.unit == province.unit(nil, in: Self.tenant), "of the first tier, as it was frozen")
        let shown = try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowNominationRound(campaign: "KT-DOIKH", review: .interim).perform(in: tx)
        }
        #expect(shown.scope == .firstTier && shown.units.contains { $0.slots == 2 && $0.taken == 2 && $0.leaders == 1 }, "\(shown.units)")
    }

    @Test("are reckoned anew after a correction of the frozen figures")
    func corrected() async throws {
        let stage = try await AwardStage(province, campaign: "KT-DINHCHINH")
        let dossier = try await stage.dossier(.councilReviewed, person: stage.people(1)[0])
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.review_snapshot SELECT review_id, 2, head, sha256, 'Biên bản', '2023-06-15', 'x', frozen_by, sha256, settle_until, 0, 0, 0,
                '2023-06-16', now(), written_in FROM core.review_snapshot WHERE review_id = '\(stage.review)';
            INSERT INTO core.review_part (tenant_id, review_id, version, unit_id, position, code, name, ledger, verdict, checks, sha256)
            SELECT p.tenant_id, p.review_id, 2, p.unit_id, p.position, p.code, p.name, p.ledger, v.json, p.checks,
                sha256(p.ledger || '\\x0a'::bytea || v.json || '\\x0a'::bytea || p.checks)
            FROM core.review_part AS p
                CROSS JOIN LATERAL (SELECT convert_to('{"verdict": "fail"}', 'UTF8') AS json) AS v
            WHERE p.review_id = '\(stage.review)';
            SET session_replication_role = origin;
            """)
        let refused = await province.refusal {
            try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await SubmitDossier(dossier: dossier).perform(in: tx, ids: .system)
            }
        }
        #expect(refused?.code == "dossier-verdict")
    }
}

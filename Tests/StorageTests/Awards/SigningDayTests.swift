import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What follows from the day and the hand by which a dossier was signed, and what goes on when its unit is gone.
@Suite("The day of signing", .province, .serialized, .timeLimit(.minutes(30)))
struct SigningDayTests {
    private let province = Province.current
    private static let tenant = AwardStage.tenant

    private func decided(_ stage: AwardStage, by role: Role) async throws -> AwardDossier.ID {
        let id = try await stage.dossier(.putToChairman, person: stage.people(1)[0])
        try await stage.wide(role) { (tx: borrowing TenantTransaction) in
            try await DecideDossier(dossier: id, happenedOn: Plans.day("2023-06-20")).perform(in: tx, ids: .system)
        }
        return id
    }

    private func record(
        _ stage: AwardStage, _ id: AwardDossier.ID, _ number: String, on day: String = "2023-06-20", signer: String = ""
    ) async -> Problem? {
        let recording = RecordDecision(
            number: number, signedOn: Plans.day(day), signer: signer, awards: [.init(dossier: id, name: "Nguyễn Văn An")],
            nameReason: "Danh sách in trước")
        return await province.refusal {
            try await stage.wide(.homeAffairsOfficer) { (tx: borrowing TenantTransaction) in
                _ = try await recording.perform(in: tx, ids: .system)
            }
        }
    }

    @Test("is that of the step by which it was decided: who records its paper chooses neither the day nor the money")
    func day() async throws {
        let stage = try await AwardStage(province, campaign: "NGAYKY-1")
        let id = try await decided(stage, by: .chairman)
        #expect(await record(stage, id, "961/QĐ-UBND", on: "2023-06-19")?.fields.map(\.path) == ["$.signedOn"])
        for (type, day, constraint) in [
            ("CV", "2023-06-20", "award_by_a_decision"), ("QĐ", "2023-06-19", "award_signed_when_it_was_decided"),
            ("QĐ", "2023-06-20", nil),
        ] as [(String, String, String?)] {
            let post = province.post(of: .homeAffairsOfficer)
            let error = try await province.raw(
                .homeAffairsOfficer, provinceWide: true,
                """
                INSERT INTO core.award_decision (tenant_id, id, type, number, signed_on, signer, recorded_by, recorded_on)
                VALUES (core.province_tenant(), '00000000-0000-4000-8000-00000000d962', '\(type)', '962', '\(day)', 'x', '\(post)', '2023-06-20')
                """,
                """
                INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, name_reason, recorded_by, recorded_on)
                VALUES (core.province_tenant(), gen_random_uuid(), '00000000-0000-4000-8000-00000000d962', '\(province.tenant(Self.tenant))', '\(id)', 'x',
                    'x', '\(post)', '2023-06-20')
                """)
            let said = "\(type) \(day): \(error?.description ?? "passed")"
            #expect((error == nil) == (constraint == nil) && error?.constraint == constraint, "\(said)")
        }
        #expect(await record(stage, id, "961/QĐ-UBND") == nil)
    }

    @Test("goes with who signed: his words stand under the decision, and no other's")
    func signer() async throws {
        let stage = try await AwardStage(province, campaign: "NGAYKY-2")
        let id = try await decided(stage, by: .viceChairman)
        #expect(await record(stage, id, "963/QĐ-UBND", signer: "CHỦ TỊCH")?.fields.map(\.path) == ["$.signer"])
        #expect(await record(stage, id, "963/QĐ-UBND") == nil)
        let said = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT signer FROM core.award_decision WHERE number = '963/QĐ-UBND'").only { row in
                try row.next(String.self)
            }
        }
        #expect(said == "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH")
        let other = try await decided(stage, by: .viceChairman)
        #expect(await record(stage, other, "964/QĐ-UBND", signer: "KT. Chủ tịch, Phó Chủ tịch") == nil, "however its lines are parted")
        let own = try await decided(stage, by: .chairman)
        #expect(await record(stage, own, "965/QĐ-UBND", signer: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH")?.fields.map(\.path) == ["$.signer"])
        #expect(await record(stage, own, "965/QĐ-UBND", signer: "CHỦ TỊCH") == nil)
    }

    @Test("is one under one decision, whatever statement records it: the words are those of who decided, and no two hands stand under it")
    func oneSigner() async throws {
        let stage = try await AwardStage(province, campaign: "NGAYKY-5")
        let ids = [try await decided(stage, by: .viceChairman), try await decided(stage, by: .chairman)]
        let post = province.post(of: .homeAffairsOfficer)
        func record(_ signer: String, _ dossiers: [AwardDossier.ID]) async throws -> PostgresError? {
            try await province.raw(
                .homeAffairsOfficer, provinceWide: true,
                """
                INSERT INTO core.award_decision (tenant_id, id, type, number, signed_on, signer, recorded_by, recorded_on)
                VALUES (core.province_tenant(), '00000000-0000-4000-8000-00000000d966', 'QĐ', '966', '2023-06-20', '\(signer)', '\(post)', '2023-06-20')
                """,
                """
                INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, name_reason, recorded_by, recorded_on)
                SELECT core.province_tenant(), gen_random_uuid(), '00000000-0000-4000-8000-00000000d966', '\(province.tenant(Self.tenant))', d, 'x',
                    'x', '\(post)', '2023-06-20'
                FROM unnest(ARRAY[\(dossiers.map { "'\($0)'" }.joined(separator: ", "))]::uuid[]) AS d
                """)
        }
        #expect(try await record("CHỦ TỊCH", [ids[0]])?.constraint == "award_signed_as_decided")
        #expect(try await record("KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", [ids[1]])?.constraint == "award_signed_as_decided")
        #expect(try await record("KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", [ids[0]]) == nil, "the control")
        #expect(try await record("CHỦ TỊCH", [ids[1]]) == nil, "the control")
        try await province.asSuperuser(
            "ALTER TABLE core.award DROP CONSTRAINT award_signed_as_decided")
        #expect(try await record("CHỦ TỊCH", ids) == nil, "as the control: without the constraint both hands stand under it")
        try await province.asSuperuser(
            "ALTER TABLE core.award ADD CONSTRAINT award_signed_as_decided CHECK (signed_as_decided)")
        #expect(try await record("CHỦ TỊCH", ids)?.constraint == "award_signed_as_decided")
    }

    @Test("is not asked of a unit that is closed: what was put to the Chairman is decided, and nothing else of it goes on")
    func closed() async throws {
        let stage = try await AwardStage(province, campaign: "NGAYKY-3")
        let waiting = try await stage.dossier(.putToChairman, person: stage.people(1)[0])
        let issued = try await stage.dossier(.issued, person: stage.people(1)[0])
        let received = try await stage.dossier(.received, person: stage.people(1)[0])
        func close(_ day: String) async throws {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                UPDATE core.tenant SET closed_on = \(day) WHERE slug = '\(Self.tenant)';
                SET session_replication_role = origin;
                """)
        }
        try await close("'2023-06-19'")
        let (decided, presented, appraised) = (
            try await stage.attempt(.decide, of: waiting, by: .chairman),
            try await stage.attempt(.present, of: issued, by: .homeAffairsOfficer),
            try await stage.attempt(.appraise, of: received, by: .homeAffairsOfficer)
        )
        try await close("NULL")
        #expect(decided == nil && presented == nil, "\(decided?.description ?? "") \(presented?.description ?? "")")
        #expect(appraised?.sqlState == "42501")
        #expect(try await stage.attempt(.appraise, of: received, by: .homeAffairsOfficer) == nil, "the control")
    }

    @Test("a supplement puts the dossier under the law of the day on which it came, whatever day the unit names")
    func supplement() async throws {
        let stage = try await AwardStage(province, campaign: "NGAYKY-4")
        let id = try await stage.dossier(.supplementAsked, person: stage.people(1)[0])
        try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await SupplementDossier(dossier: id, happenedOn: Plans.day("2017-06-01"), note: "Đã bổ sung").perform(in: tx, ids: .system)
        }
        let found = try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await DossierRecord.find(id, in: tx)
        }
        #expect(found?.regime == "nd91" && found?.completeOn == Plans.day("2023-06-20"))
    }
}

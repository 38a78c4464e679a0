import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The way of a dossier by the operations, and what stops it: verdicts, holds, papers, rounds, and whose it is.
@Suite("The way of a dossier", .province, .serialized, .timeLimit(.minutes(30)))
struct AwardWayTests {
    private let province = Province.current
    private static let tenant = AwardStage.tenant

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    private func draft(_ stage: AwardStage, in tenant: String = tenant, as role: Role = .unitHead) async throws -> AwardDossier.ID {
        let drafting = DraftDossier(
            campaign: stage.campaign, review: .interim, nominee: .collective(SubUnit.ID(province.tenant(tenant).uuid)),
            achievement: "Hoàn thành")
        return try await province.write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
            try await drafting.perform(in: tx, ids: .system)
        }
    }

    private func submit(_ id: AwardDossier.ID, in tenant: String = tenant) async -> String? {
        await code {
            try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
                try await SubmitDossier(dossier: id).perform(in: tx, ids: .system)
            }
        }
    }

    private func find(_ id: AwardDossier.ID) async throws -> DossierRecord? {
        try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await DossierRecord.find(id, in: tx)
        }
    }

    @Test("is drafted and seen by its unit alone until it is submitted")
    func sight() async throws {
        let stage = try await AwardStage(province, campaign: "KT-NHIN")
        let id = try await draft(stage)
        #expect(try await find(id) == nil, "a draft is the unit's")
        for tenant in ["district_102", "dept_snv"] {
            let seen = try await province.read(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
                try await DossierRecord.find(id, in: tx)
            }
            #expect(seen == nil, "\(tenant)")
        }
        #expect(await code { _ = try await draft(stage, as: .clerk) } == "not-allowed")
        #expect(await code { _ = try await draft(stage) } == "nomination-repeated")
        try await stage.put(id, in: .councilReviewed)
        #expect(await submit(id) == "dossier-incomplete")
        try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            for kind in [DossierPaper.Kind.proposal, .achievementReport, .councilMinutes] {
                try await AwardDossier.add(
                    kind, number: "1/TTr", on: Plans.day("2023-06-12"), isConfirmed: true, id: IDSource.system.next(), to: id,
                    of: province.tenant(Self.tenant), in: tx)
            }
        }
        #expect(await submit(id) == nil)
        let seen = try #require(try await find(id))
        #expect(seen.standing.state == .submitted && !seen.isLate && seen.proposerSlug.text == Self.tenant)
        for table in ["award_dossier", "dossier_step", "dossier_document", "council_session", "vote_count", "vote_turnout"] {
            let error = try await province.raw(
                .unitHead, in: "district_102",
                "SELECT 1 / count(*) FROM district_102.\(table) WHERE tenant_id = '\(province.tenant(Self.tenant))'")
            #expect(error?.sqlState == "22012", "\(table): nothing is there")
            #expect(try await province.raw(.unitHead, in: "district_102", "SELECT FROM core.\(table)")?.sqlState == "42501", "\(table)")
            #expect(
                try await province.raw(.unitHead, in: "district_102", "SELECT FROM \(Self.tenant).\(table)")?.sqlState == "42501",
                "\(table)")
        }
    }

    @Test("of a person who moved within the unit names where he served most days, unless it says another (A08)")
    func moved() async throws {
        let stage = try await AwardStage(province, campaign: "KT-CHUYEN")
        let (office, whole) = (province.unit("10101", in: Self.tenant), province.unit(nil, in: Self.tenant))
        let people = try await stage.people(3)
        // The campaign began months before the review of 1/6/2023.
        let posts = [
            (people[0], office, "2022-01-01", "'2023-05-14'"), (people[0], whole, "2023-05-15", "NULL"),
            (people[1], whole, "2022-01-01", "'2023-05-14'"), (people[1], office, "2023-05-15", "NULL"),
        ].map { person, unit, from, through in
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from, valid_to)
            VALUES (gen_random_uuid(), '\(person)', '\(province.tenant(Self.tenant))', '\(unit)', 'individual', 'Chuyên viên', 'direct_worker',
                '\(from)', \(through))
            """
        }
        try await province.asSuperuser(posts.joined(separator: ";\n"))
        func unit(of person: Person.ID, saying unit: SubUnit.ID? = nil) async throws -> SubUnit.ID? {
            let drafting = DraftDossier(campaign: stage.campaign, review: .interim, unit: unit, person: person, achievement: "Hoàn thành")
            return try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                let id = try await drafting.perform(in: tx, ids: .system)
                return try await DossierRecord.find(id, in: tx)
            }?.dossier.nominee.unit
        }
        #expect(try await unit(of: people[0]) == office)
        #expect(try await unit(of: people[1]) == whole)
        #expect(try await unit(of: people[2]) == whole, "who holds no post is the unit's")
        #expect(try await unit(of: people[0], saying: whole) == whole)
    }

    @Test("goes from the unit to the Chairman by the operations, each with its own refusals")
    func way() async throws {
        let stage = try await AwardStage(province, campaign: "KT-DUONG")
        let id = try await stage.dossier(.councilReviewed)
        #expect(await submit(id) == nil)
        let day = Plans.day("2023-06-20")
        func asHomeAffairs(_ act: @Sendable (borrowing TenantTransaction) async throws -> Void) async -> String? {
            await code { try await province.write(as: .homeAffairsOfficer, to: .province, act) }
        }
        #expect(
            await asHomeAffairs { try await AppraiseDossier(dossier: id, happenedOn: day).perform(in: $0, ids: .system) }
                == "dossier-out-of-order")
        #expect(await asHomeAffairs { try await ReceiveDossier(dossier: id, happenedOn: day).perform(in: $0, ids: .system) } == nil)
        #expect(try await find(id)?.regime == "nd91")
        #expect(
            await asHomeAffairs { try await AskDossierSupplement(dossier: id, defects: " ", happenedOn: day).perform(in: $0, ids: .system) }
                == "invalid-input")
        #expect(
            await asHomeAffairs {
                try await AskDossierSupplement(dossier: id, defects: "Thiếu dấu", happenedOn: day).perform(in: $0, ids: .system)
            } == nil)
        #expect(
            await code {
                try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
                    try await DecideDossier(dossier: id, happenedOn: day).perform(in: tx, ids: .system)
                }
            } == "dossier-out-of-order")
        try await stage.put(id, in: .received)
        #expect(await asHomeAffairs { try await AppraiseDossier(dossier: id, happenedOn: day).perform(in: $0, ids: .system) } == nil)
        try await stage.put(id, in: .putToChairman)
        #expect(
            await asHomeAffairs { try await DecideDossier(dossier: id, happenedOn: day).perform(in: $0, ids: .system) }
                == "dossier-not-yours")
        #expect(
            await code {
                try await province.write(as: .viceChairman, to: .province) { (tx: borrowing TenantTransaction) in
                    try await DecideDossier(dossier: id, happenedOn: day).perform(in: tx, ids: .system)
                }
            } == nil)
        #expect(try await find(id)?.standing.state == .decided)
    }

    @Test("is not submitted by a unit that failed, and one that waits for the motto is not decided")
    func verdicts() async throws {
        let stage = try await AwardStage(
            province, campaign: "KT-KETQUA", verdicts: ["district_101": "pending", "district_102": "insufficientBasis"])
        let waiting = try await stage.dossier(.councilReviewed)
        #expect(await submit(waiting) == nil, "pending may be submitted")
        try await stage.put(waiting, in: .putToChairman)
        let decided = await code {
            try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
                try await DecideDossier(dossier: waiting, happenedOn: Plans.day("2023-06-20")).perform(in: tx, ids: .system)
            }
        }
        #expect(decided == "dossier-verdict-pending")
        let baseless = try await stage.dossier(.councilReviewed, of: "district_102")
        #expect(await submit(baseless, in: "district_102") == "dossier-verdict")
        let person = try await stage.dossier(.councilReviewed, of: "district_102", person: stage.people(1, of: "district_102")[0])
        #expect(await submit(person, in: "district_102") == "dossier-verdict")
        let early = try await AwardStage(province, campaign: "KT-CHUAMO", opens: false)
        let waits = try await early.dossier(.councilReviewed)
        #expect(await submit(waits) == "round-not-open")
    }

    @Test("stops while its nominee is held, in whatever unit that was recorded, and goes on afterwards")
    func holds() async throws {
        let stage = try await AwardStage(province, campaign: "KT-DUNG")
        let person = try await stage.people(1)[0]
        let id = try await stage.dossier(.councilReviewed, person: person)
        let hold = UUID()
        let homeAffairs = province.post(of: .homeAffairsOfficer)
        try await province.asSuperuser(
            """
            INSERT INTO core.integrity_hold (id, tenant_id, person_id, document_number, document_issuer, valid_from, recorded_by, recorded_on)
            VALUES ('\(hold)', '\(province.tenant("district_102"))', '\(person)', '7/QĐ-TTr', 'Thanh tra tỉnh', '2023-06-15', '\(homeAffairs)', '2023-06-15')
            """)
        #expect(await submit(id) == "dossier-integrity-hold")
        for role in [Role.councilMember, .officeMonitor] {
            #expect(try await province.raw(role, provinceWide: true, "SELECT FROM core.integrity_hold")?.sqlState == "42501", "\(role)")
        }
        let end = "UPDATE core.integrity_hold SET ended_on = '2023-06-19', ended_document = '9/KL-TTr' WHERE id = '\(hold)'"
        #expect(try await province.raw(.homeAffairsOfficer, provinceWide: true, end) == nil)
        #expect(try await province.raw(.homeAffairsOfficer, provinceWide: true, end, end)?.constraint == "hold_ended_once")
        try await province.asSuperuser(end)
        #expect(await submit(id) == nil)
    }

    @Test("comes late after the cut-off and is received then by a decision alone")
    func late() async throws {
        let stage = try await AwardStage(province, campaign: "KT-MUON", opens: false)
        try await stage.openRound(cutOff: "2023-06-19")
        #expect(await code { try await stage.openRound() } == "round-there")
        #expect(await code { try await stage.openRound(as: .officeMonitor) } == "not-allowed")
        let id = try await stage.dossier(.councilReviewed)
        #expect(await submit(id) == nil)
        #expect(try await find(id)?.isLate == true)
        func receive(_ decision: String) async -> String? {
            await code {
                try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
                    try await ReceiveDossier(dossier: id, happenedOn: Plans.day("2023-06-20"), lateDecision: decision).perform(
                        in: tx, ids: .system)
                }
            }
        }
        #expect(await receive("") == "dossier-late")
        #expect(await receive("15/SNV-TĐKT") == nil)
    }

    @Test("of Home Affairs itself is appraised by whom the Chairman names, and recorded by a leader")
    func ownDossier() async throws {
        let stage = try await AwardStage(province, campaign: "KT-SNV")
        let id = try await stage.dossier(.received, of: "dept_snv")
        func appraise(_ role: Role, _ paper: String) async -> String? {
            await code {
                try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
                    try await AppraiseDossier(dossier: id, happenedOn: Plans.day("2023-06-20"), documentNumber: paper).perform(
                        in: tx, ids: .system)
                }
            }
        }
        #expect(await appraise(.homeAffairsOfficer, "1") == "not-allowed")
        #expect(await appraise(.chairman, "") == "invalid-input")
        #expect(await appraise(.chairman, "20/QĐ-UBND") == nil)
    }
}

import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Files of signed papers and consents, by the operations with the real roles: constraints, races, what stays.
@Suite("Files of awards and consents", .province, .serialized, .timeLimit(.minutes(30)))
struct AwardFileTests {
    private let province = Province.current
    private let tenant = AwardStage.tenant

    private func spooled(_ content: [UInt8]) throws -> SpooledFile {
        var spool = try Spool(atMost: Evidence.largest)
        try spool.append(content)
        return spool.finish()
    }

    private func attach(
        _ content: [UInt8], to owner: AwardFile.Owner, supersedes: AwardFile.ID? = nil, reason: String = "", as role: Role = .unitHead
    ) async throws -> AwardFile.ID {
        let file = try spooled(content)
        return try await province.write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
            try await AttachAwardFile(owner: owner, fileName: "Tờ trình.pdf", file: file, supersedes: supersedes, reason: reason)
                .perform(in: tx, ids: .system)
        }
    }

    private func document(of dossier: AwardDossier.ID) async throws -> AwardFile.Owner {
        try await province.withConnection(as: "postgres") { connection in
            AwardFile.Owner(
                .document,
                try await connection.query("SELECT id FROM core.dossier_document WHERE dossier_id = \(dossier) AND kind = 'proposal'").only
                {
                    row in try row.next()
                })
        }
    }

    private func refused(_ code: String, _ act: () async throws -> Void) async {
        do {
            try await act()
            Issue.record("let pass where \(code) was due")
        } catch let problem as Problem {
            #expect(problem.code == code, "\(problem)")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("are kept while the unit has the dossier; a wrong one is superseded once, for a reason, and stays; nothing is ever changed")
    func papers() async throws {
        let stage = try await AwardStage(province, campaign: "TEP-1")
        let dossier = try await stage.dossier(.drafted, person: try await stage.people(1)[0])
        let owner = try await document(of: dossier)
        let content = EvidenceTests.pdf(300_000)
        let wrong = try await attach(content, to: owner)
        await refused("file-there") { _ = try await attach(content, to: owner) }
        await refused("invalid-input") { _ = try await attach(EvidenceTests.pdf(100, seed: 2), to: owner, supersedes: wrong) }
        let right = try await attach(EvidenceTests.pdf(100, seed: 3), to: owner, supersedes: wrong, reason: "Quét thiếu trang")
        await refused("file-superseded") {
            _ = try await attach(EvidenceTests.pdf(100, seed: 4), to: owner, supersedes: wrong, reason: "x")
        }
        let other = try await document(of: try await stage.dossier(.drafted, person: try await stage.people(1)[0]))
        await refused("invalid-input") {
            _ = try await attach(EvidenceTests.pdf(100, seed: 5), to: other, supersedes: right, reason: "của hồ sơ khác")
        }
        let listed = try await province.read(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
            try await ListAwardFiles(of: owner).perform(in: tx).files
        }
        #expect(listed.map(\.id) == [wrong, right] && listed.map(\.supersededBy) == [right, nil])
        #expect(listed[0].digest == (try spooled(content)).digest && listed[0].chunkCount == 2)

        try await stage.put(dossier, in: .submitted)
        await refused("file-out-of-time") { _ = try await attach(EvidenceTests.pdf(100, seed: 6), to: owner) }
        for statement in [
            "UPDATE core.award_file SET file_name = 'x' WHERE id = '\(wrong)'", "DELETE FROM core.award_file WHERE id = '\(wrong)'",
            "UPDATE core.award_chunk SET content = 'x' WHERE file_id = '\(wrong)'",
            "DELETE FROM core.award_chunk WHERE file_id = '\(wrong)'",
        ] {
            await #expect(throws: (any Error).self) { try await province.asSuperuser(statement) }
        }
        // The control: without the constraint what was submitted takes papers.
        try await province.asSuperuser("ALTER TABLE core.award_file DROP CONSTRAINT award_file_in_time")
        _ = try await attach(EvidenceTests.pdf(100, seed: 6), to: owner)
        try await province.asSuperuser("ALTER TABLE core.award_file ADD CONSTRAINT award_file_in_time CHECK (in_time) NOT VALID")
    }

    @Test("of two who supersede the same file at once one does, and of one that is not whole nothing stays")
    func races() async throws {
        let stage = try await AwardStage(province, campaign: "TEP-2")
        let owner = try await document(of: try await stage.dossier(.drafted, person: try await stage.people(1)[0]))
        let wrong = try await attach(EvidenceTests.pdf(100), to: owner)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for seed in 10..<16 {
                group.addTask {
                    (try? await attach(EvidenceTests.pdf(100, seed: UInt64(seed)), to: owner, supersedes: wrong, reason: "x")) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(outcomes == 1)
        let file = try spooled(EvidenceTests.pdf(1_000, seed: 20))
        let content = Evidence.Content(name: "x.pdf", format: .pdf, byteCount: file.byteCount, digest: file.digest)
        let place = province.tenant(tenant)
        await refused("file-cut-off") {
            try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
                let id: AwardFile.ID = IDSource.system.next()
                try await AwardFile.insert(content, id: id, of: owner, place, supersedes: nil, in: tx)
                try await AwardFile.append(try file.read(0..<999), at: 0, to: id, place, in: tx)
            }
        }
        #expect(
            try await province.count("SELECT count(*) FROM core.award_file WHERE owner_id = \(owner.id)") == 2,
            "the wrong one and the one in its place")
    }

    @Test("a consent is one word after the other, by the unit alone, of a person, and no earlier than the word before")
    func consents() async throws {
        let stage = try await AwardStage(province, campaign: "TEP-3")
        let dossier = try await stage.dossier(.received, person: try await stage.people(1)[0])
        @Sendable func say(_ agrees: Bool, _ day: String, of dossier: AwardDossier.ID, as role: Role = .unitHead) async throws {
            let word = PublicityConsent.Word(
                consents: agrees, givenOn: CivilDate(day) ?? .earliest, manner: .paper, documentNumber: "Đơn")
            _ = try await province.write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
                try await RecordConsent(dossier: dossier, word: word).perform(in: tx, ids: .system)
            }
        }
        try await say(true, "2023-06-15", of: dossier)
        await refused("invalid-input") { try await say(false, "2023-06-14", of: dossier) }
        try await say(false, "2023-06-15", of: dossier)
        await #expect(throws: Problem.self, "a clerk proposes nobody") { try await say(true, "2023-06-16", of: dossier, as: .clerk) }
        let collective = try await stage.dossier(.received)
        await refused("invalid-input") { try await say(true, "2023-06-15", of: collective) }
        let said = try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await ListConsents(dossier: dossier).perform(in: tx).consents
        }
        #expect(said.map(\.word.consents) == [false, true] && said.map(\.isLast) == [true, false])
        // Many at once: each has a place of its own, and the last one counts.
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<6 { group.addTask { try? await say(true, "2023-06-16", of: dossier) } }
        }
        let counted = try await province.count(
            "SELECT count(*) FROM core.publicity_consent WHERE dossier_id = \(dossier) AND position <= 8")
        let highest = try await province.count("SELECT max(position)::bigint FROM core.publicity_consent WHERE dossier_id = \(dossier)")
        #expect(counted == highest && counted == 8, "without a gap")
    }
}

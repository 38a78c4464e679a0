import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// A council decides on a nominee once in a review, on its day and by its rule, and its count tells nobody how one absent member wrote.
@Suite("A session of a council", .province, .serialized, .timeLimit(.minutes(30)))
struct CouncilSessionTests {
    private let province = Province.current
    private static let tenant = AwardStage.tenant
    private static let chair = Role.unitHead
    private static let deputy = Role.unitCoordinator
    private static let members: [Role] = [.unitHead, .unitCoordinator, .councilSecretary, .unitCouncilMember, .clerk]

    private func person(_ role: Role) -> Person.ID { province.person(of: role, in: Self.tenant) }

    /// A campaign of its own with an open round; the council is seated once in the suite's province.
    private func stage(_ code: String) async throws -> AwardStage {
        let stage = try await AwardStage(province, campaign: code)
        try await vote(.secret)
        guard try await province.count("SELECT count(*) FROM core.council_member WHERE tenant_id = \(province.tenant(Self.tenant))") == 0
        else { return stage }
        try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            for role in Self.members {
                try await CouncilMember(
                    person: person(role), duty: role == Self.chair ? .chair : role == Self.deputy ? .deputyChair : .member,
                    validity: ValidityPeriod(from: Plans.day("2023-01-01"), through: nil)
                ).seat(id: IDSource.system.next(), in: province.tenant(Self.tenant), documentNumber: "5/QĐ", in: tx)
            }
        }
        return stage
    }

    /// How the units' councils vote on people from now on: more than half of all, half of them in the room.
    private func vote(_ method: CouncilRule.Method, chairMustAgree: Bool = false) async throws {
        try await province.asSuperuser(
            """
            UPDATE core.council_rule
            SET method = '\(method.rawValue)', chair_must_agree = \(chairMustAgree), quorum_part = 1, quorum_of = 2, share_part = 51, share_of = 100
            WHERE council = 'unit' AND subject = 'individual'
            """)
    }

    private func open(
        _ list: [AwardDossier.ID], present: [Role] = members, on day: String = "2023-06-20", id: CouncilSession.ID = IDSource.system.next()
    ) async throws -> CouncilSession.ID {
        try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await CouncilSession.open(id, on: Plans.day(day), at: "Phòng họp", present: present.map(person), list: list, in: tx)
        }
        return id
    }

    private func refusal(_ list: [AwardDossier.ID], present: [Role] = members, on day: String = "2023-06-20") async -> Problem? {
        await province.refusal { _ = try await open(list, present: present, on: day) }
    }

    private func record(
        _ dossier: AwardDossier.ID, in session: CouncilSession.ID, no: Set<Role> = [], without: Set<Role> = []
    ) async throws {
        let votes = Self.members.filter { !without.contains($0) }.map {
            (member: person($0), choice: no.contains($0) ? CouncilTally.Choice.no : .yes)
        }
        try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await CouncilSession.record(votes, on: dossier, in: session, in: tx)
        }
    }

    /// Closes a session; answers what it found of its first dossier.
    private func close(
        _ session: CouncilSession.ID, papers: [(dossier: AwardDossier.ID, count: PaperCount)] = []
    ) async throws -> CouncilSession.Entry? {
        try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            _ = try await CouncilSession.close(session, papers: papers, in: tx)
            return try await CouncilSession.find(session, in: tx)
        }?.entries.first
    }

    private func withdraw(_ dossier: AwardDossier.ID) async throws {
        try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await WithdrawDossier(dossier: dossier, reason: "Đơn vị rút").perform(in: tx, ids: .system)
        }
    }

    private func waiting() async throws -> Set<AwardDossier.ID> {
        let found = try await province.read(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await NamedDossier.waiting(for: .unit, in: tx)
        }
        return Set(found.map(\.id))
    }

    @Test("is not opened on what another session has open, or what a council did not pass: it votes once, not until it passes")
    func once() async throws {
        let stage = try await stage("HD-MOTLAN")
        let dossier = try await stage.dossier(.drafted)
        #expect(try await waiting().contains(dossier))
        let first = try await open([dossier])
        #expect(await refusal([dossier])?.code == "session-there")
        try await record(dossier, in: first, no: Set(Self.members))
        #expect(try await close(first)?.outcome == .notPassed)
        #expect(try await !waiting().contains(dossier))
        #expect(await refusal([dossier])?.code == "council-decided")
        try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await RecordOutcomes(first).perform(in: tx, ids: .system)
        }
        let drafting = DraftDossier(campaign: stage.campaign, review: .interim, achievement: "Hoàn thành")
        let again = await province.refusal {
            _ = try await province.write(as: Self.chair, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await drafting.perform(in: tx, ids: .system)
            }
        }
        #expect(again?.code == "nomination-repeated", "a collective that the council refused is not drafted anew")
    }

    @Test("is not opened twice on one dossier at the same moment")
    func contested() async throws {
        let stage = try await stage("HD-CUNGLUC")
        let dossier = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let said = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<4 { group.addTask { await self.refusal([dossier])?.code } }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(said.count { $0 == nil } == 1 && said.count { $0 == "session-there" } == 3, "\(said)")
    }

    @Test("is opened again where too few took part, and on what was withdrawn before a vote: the controls")
    func again() async throws {
        let stage = try await stage("HD-LAI")
        let people = try await stage.people(2)
        let few = try await stage.dossier(.drafted, person: people[0])
        let empty = try await open([few], present: [.councilSecretary])
        #expect(try await close(empty)?.outcome == .withoutQuorum)
        #expect(try await waiting().contains(few))
        let full = try await open([few])
        #expect(try await close(full, papers: [(few, PaperCount(yes: 5, no: 0))])?.outcome == .passed)
        #expect(await refusal([few])?.code == "council-decided", "what passed is not voted on again either")
        let withdrawn = try await stage.dossier(.drafted, person: people[1])
        try await withdraw(withdrawn)
        let anew = try await stage.dossier(.drafted, person: people[1])
        #expect(await refusal([anew]) == nil)
        let collective = try await stage.dossier(.drafted)
        try await withdraw(collective)
        #expect(await province.refusal { _ = try await stage.dossier(.drafted) } == nil)
    }

    @Test("does not vote on who is held: he is named and left out, the others are counted and recorded, he comes again later")
    func held() async throws {
        let stage = try await stage("HD-TAMDUNG")
        let people = try await stage.people(2)
        let (held, other) = (
            try await stage.dossier(.drafted, person: people[0]), try await stage.dossier(.drafted, person: people[1])
        )
        let session = try await open([held, other])
        try await province.asSuperuser(
            """
            INSERT INTO core.integrity_hold (id, tenant_id, person_id, document_number, document_issuer, valid_from, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(province.tenant(Self.tenant))', '\(people[0])', '7/QĐ-TTr', 'Thanh tra tỉnh', '2023-06-15',
                '\(province.post(of: .homeAffairsOfficer))', '2023-06-15')
            """)
        #expect(await refusal([held])?.code == "dossier-integrity-hold")
        let opening = OpenSession(heldOn: Plans.day("2023-06-20"), place: "x", present: [person(Self.chair)], dossiers: [held])
        let said = await province.refusal {
            _ = try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await opening.perform(in: tx, ids: .system)
            }
        }
        let shown = try await province.read(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await ShowSession(session).perform(in: tx)
        }
        let name = try #require(shown.record.listed.first { $0.entry.dossier == held }?.dossier?.nominee)
        #expect(said?.code == "dossier-integrity-hold" && said?.detail.contains(name) == true)
        #expect(shown.record.listed.map(\.isHeld) == [true, false] && shown.checks[held]?.kind == .held)
        for (role, reads) in [(Role.unitHead, true), (.clerk, false)] {
            let detail = try await province.read(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await ShowDossier(dossier: held).perform(in: tx)
            }
            #expect(detail.checks.contains { $0.kind == .held && $0.words.contains("7/QĐ-TTr") } == reads, "\(role)")
        }
        let full = PaperCount(yes: 5, no: 0)
        #expect(await province.refusal { try await record(held, in: session) }?.code == "dossier-integrity-hold")
        let counted = await province.refusal { _ = try await close(session, papers: [(held, full), (other, full)]) }
        #expect(counted?.code == "dossier-integrity-hold")
        let first = try #require(try await close(session, papers: [(other, full)]))
        #expect(first.dossier == held && first.outcome == nil && first.tally == nil)
        try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await RecordOutcomes(session).perform(in: tx, ids: .system)
        }
        for (dossier, state) in [(held, "drafted"), (other, "councilReviewed")] {
            #expect(
                try await province.count("SELECT count(*) FROM core.award_dossier WHERE id = \(dossier) AND state = \(state)") == 1,
                "\(state)")
        }
        try await province.asSuperuser(
            "UPDATE core.integrity_hold SET ended_on = '2023-06-19', ended_document = '9/KL-TTr' WHERE person_id = '\(people[0])'")
        let again = try await open([held])
        #expect(try await close(again, papers: [(held, full)])?.outcome == .passed)
    }

    @Test("keeps what it counted when a hold of days before is recorded later, which stops outcome and signing while it runs")
    func heldAfterwards() async throws {
        let stage = try await stage("HD-TAMDUNG-2")
        let person = try await stage.people(1)[0]
        let dossier = try await stage.dossier(.drafted, person: person)
        let session = try await open([dossier], on: "2023-06-19")
        #expect(try await close(session, papers: [(dossier, PaperCount(yes: 5, no: 0))])?.outcome == .passed)
        func hold() async throws {
            try await province.asSuperuser(
                """
                INSERT INTO core.integrity_hold (id, tenant_id, person_id, document_number, document_issuer, valid_from, recorded_by, recorded_on)
                VALUES (gen_random_uuid(), '\(province.tenant(Self.tenant))', '\(person)', '8/QĐ-TTr', 'Thanh tra tỉnh', '2023-06-01',
                    '\(province.post(of: .homeAffairsOfficer))', '2023-06-20')
                """)
        }
        func endHold() async throws {
            try await province.asSuperuser(
                """
                UPDATE core.integrity_hold SET ended_on = '2023-06-19', ended_document = '9/KL-TTr'
                WHERE person_id = '\(person)' AND ended_on IS NULL
                """)
        }
        func recorded() async -> String? {
            await province.refusal {
                try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                    try await RecordOutcomes(session).perform(in: tx, ids: .system)
                }
            }?.code
        }
        func shown() async throws -> SessionRecord.Listed? {
            try await province.read(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await ShowSession(session).perform(in: tx).record.listed.first
            }
        }
        try await hold()
        #expect(await recorded() == "dossier-integrity-hold")
        let stopped = try #require(try await shown())
        #expect(stopped.isHeld && stopped.entry.outcome == .passed, "what was counted stays")
        // It covered the day of the session and is over: what the council counted is recorded, and need not be voted on again.
        try await endHold()
        #expect(try await shown()?.isHeld == false)
        #expect(await recorded() == nil)
        func signed() async -> String? {
            await province.refusal {
                try await stage.wide(.chairman) { (tx: borrowing TenantTransaction) in
                    try await DecideDossier(dossier: dossier, happenedOn: Plans.day("2023-06-20")).perform(in: tx, ids: .system)
                }
            }?.code
        }
        try await stage.put(dossier, in: .putToChairman)
        try await hold()
        #expect(await signed() == "dossier-integrity-hold")
        let detail = try await province.read(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowDossier(dossier: dossier).perform(in: tx)
        }
        #expect(detail.checks.contains { $0.kind == .held && $0.words.contains("8/QĐ-TTr") }, "who signs is shown it")
        let after = try #require(try await shown())
        #expect(after.entry == stopped.entry, "the closed session stays as it was")
        try await endHold()
        #expect(await signed() == nil, "the control")
    }

    @Test("ends it for a person in the review: neither another dossier nor a withdrawal brings him before the council again (A04)")
    func persons() async throws {
        let stage = try await stage("HD-NGUOI")
        let nominee = try await stage.people(1)[0]
        let dossier = try await stage.dossier(.drafted, person: nominee)
        let session = try await open([dossier])
        #expect(try await close(session, papers: [(dossier, PaperCount(yes: 1, no: 4))])?.outcome == .notPassed)
        try await withdraw(dossier)
        let anew = try await stage.dossier(.drafted, person: nominee)
        #expect(await refusal([anew])?.code == "council-decided")
        // Another review knows nothing of it.
        let other = try await self.stage("HD-NGUOI-2")
        #expect(await refusal([try await other.dossier(.drafted, person: nominee)]) == nil)
    }

    @Test("decides nothing where nobody votes; a collective that is drafted anew meanwhile hinders no closing, and stays voted down")
    func anew() async throws {
        let stage = try await stage("HD-RUTLAI")
        let dossier = try await stage.dossier(.drafted)
        let silent = try await open([dossier])
        try await withdraw(dossier)
        let anew = try await stage.dossier(.drafted)
        #expect(await refusal([anew])?.code == "session-there")
        let left = try #require(try await close(silent))
        #expect(left.dossier == dossier && left.outcome == nil && left.tally == nil)
        let session = try await open([anew])
        try await record(anew, in: session, no: Set(Self.members))
        try await withdraw(anew)
        let last = try await stage.dossier(.drafted)
        func told() async throws -> [CheckPoint] {
            try await province.read(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await ShowDossier(dossier: last).perform(in: tx).checks.filter { $0.kind == .votedDown }
            }
        }
        #expect(try await told().isEmpty)
        #expect(try await close(session)?.outcome == .notPassed)
        #expect(try await told().first?.words.contains("Rút hồ sơ") == true, "it can only be withdrawn, and its page says so")
        #expect(try await !waiting().contains(last))
        #expect(await refusal([last])?.code == "council-decided")
    }

    @Test("keeps the slot and the claim of whom it voted down, also when the unit withdraws the dossier before that is recorded")
    func slots() async throws {
        let stage = try await stage("HD-SUAT")
        let people = try await stage.people(2)
        var dossiers: [AwardDossier.ID] = []
        for person in people {
            let id = try await stage.dossier(.councilReviewed, person: person)
            try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await SubmitDossier(dossier: id).perform(in: tx, ids: .system)
            }
            dossiers.append(id)
        }
        // As closing a session of the province leaves it.
        try await province.asSuperuser("UPDATE core.award_dossier SET voted_down = true WHERE id = '\(dossiers[0])'")
        for id in dossiers { try await withdraw(id) }
        for table in ["nomination_slot", "achievement_claim"] {
            let kept = try await province.count(
                SQL(stringLiteral: "SELECT count(*) FROM core.\(table) WHERE dossier_id = '\(dossiers[0])' AND freed_on IS NULL"))
            let freed = try await province.count(
                SQL(stringLiteral: "SELECT count(*) FROM core.\(table) WHERE dossier_id = '\(dossiers[1])' AND freed_on IS NOT NULL"))
            #expect(kept == 1 && freed == 1, "\(table); the control: who was withdrawn without a vote is free")
        }
    }

    @Test("is not dated before its round was opened, nor before a dossier of its list was drafted")
    func dates() async throws {
        let stage = try await stage("HD-NGAY")
        // Drafted on 12/6 in a round that opened on 10/6.
        let dossier = try await stage.dossier(.drafted, person: stage.people(1)[0])
        for day in ["2023-01-05", "2023-06-09", "2023-06-11"] {
            let refused = await refusal([dossier], on: day)
            #expect(refused?.kind == .invalid && refused?.fields.map(\.path) == ["$.heldOn"], "\(day)")
        }
        #expect(await refusal([dossier], on: "2023-06-12") == nil, "the control")
        let unopened = try await AwardStage(province, campaign: "HD-NGAY-2", opens: false)
        let early = try await unopened.dossier(.drafted, person: stage.people(1)[0])
        #expect(await refusal([early])?.fields.map(\.path) == ["$.heldOn"])
    }

    @Test("by written opinions hears its chair by his duty: nobody is in a room")
    func writtenChair() async throws {
        let stage = try await stage("HD-VANBAN")
        try await vote(.written, chairMustAgree: true)
        var found: [CouncilSession.Entry?] = []
        for no in [Set<Role>(), [Self.chair], [Self.deputy]] {
            let dossier = try await stage.dossier(.drafted, person: stage.people(1)[0])
            let session = try await open([dossier], present: [])
            try await record(dossier, in: session, no: no)
            found.append(try await close(session))
        }
        #expect(found.map(\.?.outcome) == [.passed, .notPassed, .passed])
        #expect(found.map(\.?.tally?.chair) == [.yes, .no, .yes])
        #expect(found.allSatisfy { $0?.tally?.written == 5 && $0?.tally?.attending == 0 })
    }

    @Test("where its chair must agree hears what he wrote before the deputy who leads; else the deputy")
    func absentChair() async throws {
        let stage = try await stage("HD-CHUTRI")
        var found: [CouncilSession.Entry?] = []
        for (mustAgree, hasWritten) in [(true, true), (true, false), (false, true)] {
            try await vote(.showOfHands, chairMustAgree: mustAgree)
            let dossier = try await stage.dossier(.drafted, person: stage.people(1)[0])
            let session = try await open([dossier], present: Self.members.filter { $0 != Self.chair })
            try await record(dossier, in: session, no: [Self.chair], without: hasWritten ? [] : [Self.chair])
            found.append(try await close(session))
        }
        #expect(found.map(\.?.tally?.chair) == [.no, .yes, .yes])
        #expect(found.map(\.?.outcome) == [.notPassed, .passed, .passed])
    }

    @Test("bars the nominee himself, a sub-unit's people in their unit's council, a unit's head in the province's (A66)")
    func recusals() async throws {
        let session = UUID()
        let (unit, wide) = (province.tenant(Self.tenant), province.tenant("province"))
        let office = province.unit("10101", in: Self.tenant)
        let (head, clerk) = (person(.unitHead), person(.clerk))
        let officeHead = province.person(of: .subUnitHead, in: Self.tenant, unit: "10101")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.session_member (tenant_id, session_id, person_id, duty, presence)
            SELECT t, '\(session)', p, 'member', 'room'
            FROM unnest(ARRAY['\(unit)', '\(wide)']::uuid[]) AS t, unnest(ARRAY['\(head)', '\(clerk)', '\(officeHead)']::uuid[]) AS p;
            SET session_replication_role = origin;
            """)
        func recused(in council: Tenant.ID, unit nominated: String, _ nominee: Person.ID? = nil) async throws -> [Person.ID] {
            let person = nominee.map { "'\($0)'" } ?? "NULL"
            return try await province.withConnection(as: "postgres") { connection in
                try await connection.query(
                    SQL(
                        stringLiteral:
                            "SELECT core.recused_members('\(council)', '\(session)', '\(unit)', '\(nominated)', \(person), '2023-06-20')")
                ).only { row in try row.next() }
            }
        }
        for council in [unit, wide] {
            #expect(try await recused(in: council, unit: "\(office)", clerk) == [clerk])
            #expect(try await recused(in: council, unit: "\(office)", province.person(of: .tenantAdmin, in: Self.tenant)).isEmpty)
            #expect(try await recused(in: council, unit: "\(office)") == [officeHead])
        }
        // Everybody in the unit's council is of the unit: its own nomination could not be voted on.
        #expect(try await recused(in: unit, unit: "\(unit)").isEmpty)
        #expect(try await recused(in: wide, unit: "\(unit)") == [head])
    }

    @Test("counts secret votes of the room and of the absent together: how one absent member wrote is not told by the count")
    func oneAbsent() async throws {
        let stage = try await stage("HD-VANG")
        let people = try await stage.people(2)
        var counts: [CouncilTally?] = []
        // The absent chair alone against it, or one in the room alone: the same is kept.
        for (dissenter, nominee) in zip([Self.chair, Role.clerk], people) {
            let dossier = try await stage.dossier(.drafted, person: nominee)
            let session = try await open([dossier], present: Self.members.filter { $0 != Self.chair })
            for role in Self.members {
                try await province.write(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                    try await CouncilSession.cast([(dossier, role == dissenter ? .no : .yes)], in: session, in: tx)
                }
            }
            counts.append(try await close(session)?.tally)
        }
        #expect(counts[0] == counts[1] && counts[0]?.votes == .init(yes: 4, no: 1, blank: 0) && counts[0]?.written == 1)
        let columns = try await province.count(
            """
            SELECT count(*) FROM information_schema.columns
            WHERE table_schema = 'core' AND (table_name = 'ballot_choice' AND column_name = 'presence'
                OR table_name = 'vote_count' AND column_name LIKE 'written\\_%')
            """)
        #expect(columns == 0, "nothing beside a secret vote says from where it came")
    }

    @Test("adds hands that were counted together to the votes by name, each member once, and what the chair said where his is among them")
    func hands() async throws {
        let stage = try await stage("HD-DEMCHUNG")
        try await vote(.showOfHands, chairMustAgree: true)
        let people = try await stage.people(3)
        let dossier = try await stage.dossier(.drafted, person: people[0])
        let session = try await open([dossier], present: Self.members.filter { $0 != .unitCouncilMember })
        try await record(dossier, in: session, no: [.clerk], without: [.unitCoordinator, .councilSecretary, .unitCouncilMember])
        for (papers, code) in [
            (PaperCount(yes: 3, no: 0), "session-counted-twice"), (PaperCount(yes: 2, no: 1, written: 1), "session-writings-by-name"),
        ] {
            let refused = await province.refusal { _ = try await close(session, papers: [(dossier, papers)]) }
            #expect(refused?.code == code)
        }
        let entry = try await close(session, papers: [(dossier, PaperCount(yes: 2, no: 0))])
        #expect(entry?.tally?.votes == .init(yes: 3, no: 1, blank: 0) && entry?.tally?.chair == .yes && entry?.outcome == .passed)
        // Where every hand was counted together the chair is heard by what is said of him: he said nothing, or that he agrees.
        for (said, nominee) in zip([[CouncilTally.Choice](), [.yes]], people.dropFirst()) {
            let other = try await stage.dossier(.drafted, person: nominee)
            let together = try await open([other])
            let found = try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                _ = try await CouncilSession.close(
                    together, declared: said.map { (other, $0) }, papers: [(other, PaperCount(yes: 5, no: 0))], in: tx)
                return try await CouncilSession.find(together, in: tx)
            }?.entries.first
            #expect(found?.outcome == (said.isEmpty ? .notPassed : .passed))
        }
        try await vote(.secret)
    }

    @Test("counts no member twice, whoever writes the count: that is a constraint")
    func constraint() async throws {
        let stage = try await stage("HD-MOTNGUOI")
        let session = try await open([try await stage.dossier(.drafted, person: stage.people(1)[0])])
        func insert(onScreen: Int, byHand: Int, source: String) async -> String? {
            do {
                try await province.asSuperuser(
                    """
                    SET session_replication_role = replica;
                    INSERT INTO core.vote_count (tenant_id, session_id, dossier_id, members, attending, yes, no, blank, written, recused, recused_attending,
                        outcome, source, on_screen, by_hand)
                    VALUES ('\(province.tenant(Self.tenant))', '\(session)', gen_random_uuid(), 5, 4, 2, 1, 1, 1, 0, 0, 'passed', '\(source)',
                        \(onScreen), \(byHand));
                    """)
                return nil
            } catch {
                return (error as? PostgresError)?.constraint ?? "\(error)"
            }
        }
        #expect(await insert(onScreen: 3, byHand: 3, source: "both") == "counted_each_once")
        #expect(await insert(onScreen: 0, byHand: 2, source: "both") == "counted_in_its_parts")
        #expect(await insert(onScreen: 2, byHand: 2, source: "screen") == "counted_in_its_parts")
        #expect(await insert(onScreen: 3, byHand: 2, source: "both") == nil, "the control")
    }

    @Test("counts ballots on paper of the room and of the absent together, and takes none of the absent where they may not write")
    func papers() async throws {
        let stage = try await stage("HD-PHIEUGIAY")
        let people = try await stage.people(2)
        let present = Self.members.filter { $0 != Self.chair }
        let dossier = try await stage.dossier(.drafted, person: people[0])
        let session = try await open([dossier], present: present)
        let more = await province.refusal { _ = try await close(session, papers: [(dossier, PaperCount(yes: 5, no: 0))]) }
        #expect(more?.code == "session-miscounted", "five ballots of four in the room")
        let entry = try await close(session, papers: [(dossier, PaperCount(yes: 4, no: 0, written: 1))])
        #expect(entry?.tally?.votes == .init(yes: 4, no: 0, blank: 1) && entry?.tally?.written == 1)
        func absentMayWrite(_ may: Bool) async throws {
            try await province.asSuperuser(
                "UPDATE core.council_rule SET absent_may_write = \(may) WHERE council = 'unit' AND subject = 'individual'")
        }
        try await absentMayWrite(false)
        let other = try await stage.dossier(.drafted, person: people[1])
        let strict = try await open([other], present: present)
        try await absentMayWrite(true)
        let refused = await province.refusal { _ = try await close(strict, papers: [(other, PaperCount(yes: 4, no: 0, written: 1))]) }
        #expect(refused?.code == "vote-absent")
        #expect(try await close(strict, papers: [(other, PaperCount(yes: 4, no: 0))])?.outcome == .passed)
    }
}

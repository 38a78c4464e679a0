import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// A vote is one for each member and dossier; how a secret one was cast is nobody's to know, neither before the session closes nor after.
@Suite("Votes of a council", .province, .serialized, .timeLimit(.minutes(AttackScale.minutes)))
struct BallotTests {
    private let province = Province.current
    private static let tenant = AwardStage.tenant
    private static let members: [Role] = [.unitHead, .unitCoordinator, .tenantAdmin, .councilSecretary, .unitCouncilMember, .clerk]

    /// Seats the council of the unit, once in the suite's province.
    private func seatCouncil() async throws {
        guard try await province.count("SELECT count(*) FROM core.council_member WHERE tenant_id = \(province.tenant(Self.tenant))") == 0
        else { return }
        try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            for role in Self.members {
                try await CouncilMember(
                    person: province.person(of: role, in: Self.tenant), duty: role == .unitHead ? .chair : .member,
                    validity: ValidityPeriod(from: Plans.day("2023-01-01"), through: nil)
                ).seat(id: IDSource.system.next(), in: province.tenant(Self.tenant), documentNumber: "5/QĐ", in: tx)
            }
        }
    }

    private func open(_ list: [AwardDossier.ID], present: [Role] = members) async throws -> CouncilSession.ID {
        let id: CouncilSession.ID = IDSource.system.next()
        let people = present.map { province.person(of: $0, in: Self.tenant) }
        try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await CouncilSession.open(id, on: Plans.day("2023-06-20"), at: "Phòng họp", present: people, list: list, in: tx)
        }
        return id
    }

    private func cast(_ choice: CouncilTally.Choice, by role: Role, on dossiers: [AwardDossier.ID], in session: CouncilSession.ID) async
        -> String?
    {
        await province.refusal {
            try await province.write(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await CouncilSession.cast(dossiers.map { ($0, choice) }, in: session, in: tx)
            }
        }?.code
    }

    private func close(_ session: CouncilSession.ID) async throws -> Int {
        try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await CouncilSession.close(session, in: tx)
        }
    }

    /// How many choices bear the transaction of exactly one turnout: whose each was, could be read.
    private func paired(_ session: CouncilSession.ID) async throws -> Int {
        try await province.count(
            """
            SELECT count(*)
            FROM core.ballot_choice AS c
            WHERE c.session_id = \(session)
              AND 1 = (SELECT count(*) FROM core.vote_turnout AS t WHERE t.session_id = c.session_id AND t.dossier_id = c.dossier_id AND t.xmin = c.xmin)
            """)
    }

    @Test("cannot be paired with their voters once the session is closed, by transaction or by place; before, they could: the control")
    func unpaired() async throws {
        try await seatCouncil()
        let stage = try await AwardStage(province, campaign: "KT-PHIEU")
        var dossiers: [AwardDossier.ID] = []
        for person in try await stage.people(3) { dossiers.append(try await stage.dossier(.drafted, person: person)) }
        let session = try await open(dossiers)
        for (index, role) in Self.members.enumerated() {
            #expect(await cast(index == 0 ? .no : .yes, by: role, on: dossiers, in: session) == nil)
        }
        #expect(try await paired(session) == 18, "the control: each choice came with its turnout")
        #expect(await cast(.no, by: .clerk, on: [dossiers[0]], in: session) == "voted-already")
        let number = try await close(session)
        #expect(number > 0)
        #expect(try await paired(session) == 0)
        let (transactions, isInOrder, isSealed) = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT count(DISTINCT c.xmin::text), array_agg(c.id ORDER BY c.ctid) = array_agg(c.id ORDER BY c.id), (
                    SELECT s.sealed = sha256(convert_to(string_agg(c.id || ' ' || c.choice || E'\\n', '' ORDER BY c.id), 'UTF8'))
                    FROM core.council_session AS s WHERE s.id = \(session))
                FROM core.ballot_choice AS c
                WHERE c.session_id = \(session)
                """
            ).only { row in (try row.next(Int64.self), try row.next(Bool.self), try row.next(Bool.self)) }
        }
        #expect(transactions == 1 && isInOrder && isSealed)
        let found = try await province.read(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await CouncilSession.find(session, in: tx)
        }
        #expect(found?.minutes == number && found?.entries.map(\.dossier) == dossiers)
        #expect(
            found?.entries.allSatisfy { $0.tally?.votes == .init(yes: 5, no: 1, blank: 0) && $0.outcome == .passed && $0.voters == 6 }
                == true)
    }

    @Test("are read by nobody, changed by nobody, and leave no entry of the audit")
    func secret() async throws {
        try await seatCouncil()
        let stage = try await AwardStage(province, campaign: "KT-KIN")
        let dossier = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let session = try await open([dossier])
        for role in Self.members { #expect(await cast(.yes, by: role, on: [dossier], in: session) == nil) }
        for role in Self.members {
            #expect(
                try await province.raw(role, in: Self.tenant, "SELECT FROM \(Self.tenant).ballot_choice")?.sqlState == "42501", "\(role)")
        }
        for role in [Role.homeAffairsOfficer, .chairman, .councilMember, .auditor, .officeMonitor] {
            #expect(try await province.raw(role, provinceWide: true, "SELECT FROM core.ballot_choice")?.sqlState == "42501", "\(role)")
        }
        #expect(try await province.count("SELECT count(*) FROM core.audit_entry WHERE relation = 'ballot_choice'") == 0)
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.audit_entry WHERE relation = 'vote_turnout' AND subject_id = \(session.description)") == 6)
        let wrong = [
            "UPDATE core.ballot_choice SET choice = 'no'", "UPDATE core.vote_turnout SET presence = 'away'",
            "DELETE FROM core.vote_turnout",
        ]
        for statement in wrong { #expect(await refused(statement) == "42501", "\(statement)") }
        _ = try await close(session)
        for statement in [
            "DELETE FROM core.ballot_choice",
            "INSERT INTO core.ballot_choice SELECT tenant_id, gen_random_uuid(), session_id, dossier_id, choice FROM core.ballot_choice LIMIT 1",
        ] {
            #expect(await refused(statement) == "23514", "\(statement)")
        }
        #expect(await refused("UPDATE core.council_session SET place = 'khác'") == "42501")
        #expect(await cast(.no, by: .clerk, on: [dossier], in: session) == "session-closed")
    }

    /// What the database says to the superuser himself, who asks for it and takes it back.
    private func refused(_ statement: String) async -> String? {
        do {
            return try await province.withConnection(as: "postgres") { connection in
                _ = try await connection.query("BEGIN")
                do {
                    try await connection.script(statement)
                    return nil
                } catch let error as PostgresError {
                    return error.sqlState
                }
            }
        } catch {
            return "\(error)"
        }
    }

    @Test("are cast by members alone, not by who is proposed himself, and only once at the same moment")
    func members() async throws {
        try await seatCouncil()
        let stage = try await AwardStage(province, campaign: "KT-THANHVIEN")
        let own = try await stage.dossier(.drafted, person: province.person(of: .clerk, in: Self.tenant))
        let other = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let unit = try await stage.dossier(.drafted)
        let session = try await open([own, other, unit], present: Self.members.filter { $0 != .tenantAdmin })
        #expect(await cast(.yes, by: .clerk, on: [own], in: session) == "vote-recused")
        #expect(await cast(.no, by: .unitCouncilMember, on: [own], in: session) == nil)
        #expect(await cast(.yes, by: .clerk, on: [unit], in: session) == "vote-method", "hands are raised on collectives")
        #expect(
            await province.refusal {
                try await province.write(as: .subUnitHead, in: Self.tenant, unit: "10101") { (tx: borrowing TenantTransaction) in
                    try await CouncilSession.cast([(other, .yes)], in: session, in: tx)
                }
            }?.code == "vote-not-yours")
        let twice = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<4 { group.addTask { await cast(.yes, by: .unitCouncilMember, on: [other], in: session) } }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(twice.count { $0 == nil } == 1 && twice.count { $0 == "voted-already" } == 3, "\(twice)")
        try await province.write(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            let votes = Self.members.filter { $0 != .tenantAdmin }.map {
                (member: province.person(of: $0, in: Self.tenant), choice: CouncilTally.Choice.yes)
            }
            try await CouncilSession.record(votes, on: unit, in: session, in: tx)
        }
        // Who keeps another council does not close it.
        let foreign = await province.refusal {
            try await province.write(as: .councilSecretary, in: "district_102") { (tx: borrowing TenantTransaction) in
                _ = try await CouncilSession.close(session, in: tx)
            }
        }
        #expect(foreign?.code == "session-closed")
        _ = try await close(session)
        let found = try await province.read(as: .councilSecretary, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await CouncilSession.find(session, in: tx)
        }
        #expect(found?.entries.map(\.outcome) == [.notPassed, .notPassed, .passed])
        #expect(
            found?.entries.first?.recused == [province.person(of: .clerk, in: Self.tenant)] && found?.entries.first?.tally?.recused == 1)
    }

    @Test("are one for each member and dossier when each is cast twice at once: none is lost, none counts twice")
    func contested() async throws {
        try await seatCouncil()
        let stage = try await AwardStage(province, campaign: "KT-TRANH")
        var dossiers: [AwardDossier.ID] = []
        for person in try await stage.people(max(1, AttackScale.contested / (2 * Self.members.count))) {
            dossiers.append(try await stage.dossier(.drafted, person: person))
        }
        let session = try await open(dossiers)
        let votes = dossiers.flatMap { dossier in Self.members.map { (dossier: dossier, role: $0) } }
        // Two lines have the same votes in the same order: one says yes, the other no.
        let pairs = 4
        let cast = try await withThrowingTaskGroup(of: [AwardDossier.ID: CouncilTally.Votes].self) { group in
            for line in 0..<2 * pairs {
                group.addTask {
                    var cast: [AwardDossier.ID: CouncilTally.Votes] = [:]
                    for (dossier, role) in stride(from: line / 2, to: votes.count, by: pairs).map({ votes[$0] }) {
                        let isYes = line.isMultiple(of: 2)
                        let said = await self.cast(isYes ? .yes : .no, by: role, on: [dossier], in: session)
                        guard said == nil else {
                            #expect(said == "voted-already")
                            continue
                        }
                        let before = cast[dossier] ?? .init(yes: 0, no: 0, blank: 0)
                        cast[dossier] = .init(yes: before.yes + (isYes ? 1 : 0), no: before.no + (isYes ? 0 : 1), blank: 0)
                    }
                    return cast
                }
            }
            return try await group.reduce(into: [:]) { sums, line in
                sums.merge(line) { .init(yes: $0.yes + $1.yes, no: $0.no + $1.no, blank: 0) }
            }
        }
        #expect(cast.values.allSatisfy { $0.yes + $0.no == Self.members.count }, "of two at once one is cast")
        _ = try await close(session)
        let counted = try await province.read(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await CouncilSession.find(session, in: tx)
        }
        let entries = try #require(counted).entries
        #expect(entries.count == dossiers.count)
        for entry in entries { #expect(entry.tally?.votes == cast[entry.dossier], "what was answered is what is counted") }
    }

    @Test("are counted as the domain counts them, whatever the rule", arguments: 0..<4)
    func counting(round: Int) async throws {
        var generator = SeededGenerator(seed: UInt64(2_023 + round))
        var rules: [CouncilRule] = []
        var tallies: [CouncilTally] = []
        while rules.count < 500 {
            let of = Int.random(in: 1...12, using: &generator)
            guard let quorum = VoteShare(Int.random(in: 1...of, using: &generator), of: of),
                let share = VoteShare(1, of: 2).map({ half in
                    Bool.random(using: &generator) ? half : quorum
                })
            else { continue }
            let method = CouncilRule.Method.allCases.randomElement(using: &generator) ?? .secret
            let members = Int.random(in: 1...15, using: &generator)
            let attending = method == .written ? 0 : Int.random(in: 0...members, using: &generator)
            let recused = Int.random(in: 0...min(2, members), using: &generator)
            let here = Int.random(in: max(0, recused - (members - attending))...min(recused, attending), using: &generator)
            func votes(_ most: Int, _ generator: inout SeededGenerator) -> CouncilTally.Votes {
                let yes = Int.random(in: 0...most, using: &generator)
                let no = Int.random(in: 0...(most - yes), using: &generator)
                return .init(yes: yes, no: no, blank: most - yes - no)
            }
            let absent = members - attending - (recused - here)
            let mayWrite = Bool.random(using: &generator)
            let written = absent > 0 && (mayWrite || method == .written) ? Int.random(in: 0...absent, using: &generator) : 0
            let tally = CouncilTally(
                members: members, attending: attending, votes: votes(attending - here + written, &generator), written: written,
                recused: recused, recusedAttending: here, chair: CouncilTally.Choice.allCases.randomElement(using: &generator))
            let rule = CouncilRule(
                council: .unit, form: nil, subject: nil, method: method, quorum: quorum, share: share,
                base: Bool.random(using: &generator) ? .allMembers : .present, chairMustAgree: Bool.random(using: &generator),
                absentMayWrite: mayWrite, tie: Bool.random(using: &generator) ? .share : .chair,
                recusedLeaveBase: Bool.random(using: &generator), validity: ValidityPeriod(from: Plans.day("2023-01-01"), through: nil),
                citation: Citation("x", isVerified: false))
            guard tally.faults(by: rule).isEmpty else { continue }
            rules.append(rule)
            tallies.append(tally)
        }
        let numbers: (KeyPath<CouncilTally, Int>) -> [Int32] = { path in tallies.map { Int32($0[keyPath: path]) } }
        let stored = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT core.council_result(
                    ROW(NULL, NULL, NULL, NULL, 1, r.method, r.qp, r.qo, r.sp, r.so, r.base, r.chair, r.writes, r.tie, r.leave, '', '{}')::core.session_dossier,
                    ROW(NULL, NULL, NULL, r.members, r.attending, r.yes, r.no, r.blank, r.written, r.recused, r.here, r.said, NULL, 'screen', 0, 0)::core.vote_count)
                FROM unnest(\(rules.map(\.method.rawValue)), \(rules.map { Int32($0.quorum.numerator) }), \(rules.map { Int32($0.quorum.denominator) }),
                    \(rules.map { Int32($0.share.numerator) }), \(rules.map { Int32($0.share.denominator) }), \(rules.map(\.base.rawValue)),
                    \(rules.map(\.chairMustAgree)), \(rules.map(\.absentMayWrite)), \(rules.map(\.tie.rawValue)), \(rules.map(\.recusedLeaveBase)),
                    \(numbers(\.members)), \(numbers(\.attending)), \(numbers(\.votes.yes)), \(numbers(\.votes.no)), \(numbers(\.votes.blank)),
                    \(numbers(\.written)), \(numbers(\.recused)),
                    \(numbers(\.recusedAttending)), \(tallies.map { $0.chair?.rawValue ?? "blank" }))
                    WITH ORDINALITY AS r (method, qp, qo, sp, so, base, chair, writes, tie, leave, members, attending, yes, no, blank, written,
                        recused, here, said, place)
                ORDER BY r.place
                """
            ).decode { row in try row.next(String.self) }
        }
        #expect(stored.count == rules.count)
        for (index, rule) in rules.enumerated() {
            let expected = try rule.result(of: tallies[index]).outcome.rawValue
            #expect(stored[index] == expected, "\(rule) \(tallies[index])")
        }
        #expect(Set(stored) == ["passed", "notPassed", "withoutQuorum"])
    }
}

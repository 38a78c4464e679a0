import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Decisions, awards and their money, and the numbers of the golden book.
@Suite("The register of awards", .province, .serialized, .timeLimit(.minutes(30)))
struct RegisterTests {
    private let province = Province.current

    private func decision(_ number: String) async throws -> Award.DecisionID {
        let id: Award.DecisionID = IDSource.system.next()
        try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await Award.record(.init(number: number, signedOn: Plans.day("2023-06-19")), id: id, signer: "CHỦ TỊCH", in: tx)
        }
        return id
    }

    private func record(_ dossier: AwardDossier.ID, by decision: Award.DecisionID, failing: Bool = false) async -> String? {
        await province.refusal {
            try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
                guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
                try await Award.record(
                    IDSource.system.next(), by: decision, of: record, printedName: "Tên", nameReason: "Danh sách in trước", in: tx)
                if failing { throw Problem.unexpected }
            }
        }?.code
    }

    /// The numbers of the golden book, in their order.
    private func numbers() async throws -> [Int32] {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT number FROM core.register_entry WHERE kind = 'goldenBook' AND year = 2023 ORDER BY number")
                .decode { row in
                    try row.next(Int32.self)
                }
        }
    }

    @Test("numbers what is recorded at once without gaps and without doubles; what is taken back gives its number back")
    func gapless() async throws {
        let stage = try await AwardStage(province, campaign: "KT-SO")
        let paper = try await decision("100/QĐ-UBND")
        let before = try await numbers().count
        var dossiers: [AwardDossier.ID] = []
        for person in try await stage.people(60) { dossiers.append(try await stage.dossier(.decided, person: person)) }
        let list = dossiers
        let answers = try await withThrowingTaskGroup(of: [String?].self) { group in
            for line in 0..<6 {
                group.addTask {
                    var said: [String?] = []
                    for index in stride(from: line, to: list.count, by: 6) {
                        said.append(await record(list[index], by: paper, failing: index.isMultiple(of: 5)))
                    }
                    return said
                }
            }
            return try await group.reduce(into: [String?]()) { $0 += $1 }
        }
        #expect(answers.count { $0 == nil } == 48 && answers.count { $0 == "unexpected" } == 12, "\(answers)")
        let after = try await numbers()
        #expect(after == Array(1...Int32(before + 48)))
        #expect(await record(list[1], by: paper) == "award-recorded")
        // A number that leaves one out has nothing to follow: by no statement.
        let gap = try await province.withConnection(as: "postgres") { connection -> String? in
            do {
                _ = try await connection.query("ALTER TABLE core.register_entry DISABLE TRIGGER guard")
            } catch let error as PostgresError { return error.sqlState }
            do {
                _ = try await connection.query(
                    """
                    INSERT INTO core.register_entry (tenant_id, kind, year, number, previous, subject_id, recorded_on)
                    VALUES (\(province.tenant("province")), 'goldenBook', 2023, 9002, 9001, gen_random_uuid(), '2023-06-20')
                    """)
                return nil
            } catch let error as PostgresError { return error.constraint }
        }
        try await province.asSuperuser("ALTER TABLE core.register_entry ENABLE TRIGGER guard")
        #expect(gap == "register_without_gaps")
    }

    @Test("reckons the money by the law of the dossier and the base salary of the day of signing, and takes a number of a decision once")
    func money() async throws {
        let stage = try await AwardStage(province, campaign: "KT-TIEN")
        let paper = try await decision("101/QĐ-UBND")
        let taken = await province.refusal { _ = try await decision("101/QĐ-UBND") }
        #expect(taken?.code == "decision-number-taken")
        _ = try await decision("09/QĐ-UBND")
        for typed in ["9/QĐ-UBND", "9", "009/qđ-ubnd", "9 / QĐ-UBND"] {
            let again = await province.refusal { _ = try await decision(typed) }
            #expect(again?.code == "decision-number-taken", "\(typed)")
            let key = DecisionNumber(typed).key
            #expect(try await province.count("SELECT count(*) FROM core.award_decision WHERE number_key = \(key)") == 1, "\(typed)")
            #expect(try await province.count("SELECT count(*) WHERE core.decision_key('QĐ', \(typed)) = \(key)") == 1, "\(typed)")
        }
        _ = try await decision("90/QĐ-UBND")
        let individual = try await stage.dossier(.decided, person: stage.people(1)[0])
        let collective = try await stage.dossier(.decided)
        let unsigned = try await stage.dossier(.putToChairman, person: stage.people(1)[0])
        #expect(await record(individual, by: paper) == nil)
        #expect(await record(collective, by: paper) == nil)
        #expect(await record(unsigned, by: paper) == "dossier-out-of-order")
        func reward(_ dossier: AwardDossier.ID) async throws -> Int {
            try await province.count("SELECT reward::bigint FROM core.award WHERE dossier_id = \(dossier)")
        }
        #expect(try await reward(individual) == 1_490_000)
        #expect(try await reward(collective) == 2_980_000)
        // By no other role, and not in a unit's place.
        for role in [Role.chairman, .officeMonitor, .auditor] {
            let error = try await province.raw(
                role, provinceWide: true,
                """
                INSERT INTO core.award_decision (tenant_id, id, type, number, signed_on, signer, recorded_by, recorded_on)
                VALUES (core.province_tenant(), gen_random_uuid(), 'QĐ', '102', '2023-06-19', 'x', '\(province.post(of: role))', '2023-06-20')
                """)
            #expect(error?.sqlState == "42501", "\(role)")
        }
        let elsewhere = try await province.raw(
            .homeAffairsOfficer, provinceWide: true,
            """
            INSERT INTO core.award_decision (tenant_id, id, type, number, signed_on, signer, recorded_by, recorded_on)
            VALUES ('\(province.tenant("district_101"))', gen_random_uuid(), 'QĐ', '102', '2023-06-19', 'x', '\(province.post(of: .homeAffairsOfficer))', '2023-06-20')
            """)
        #expect(elsewhere?.sqlState == "42501")
    }

    @Test(
        "reckons with the rate of the day of signing; a wrong one is closed and the right one added, and what was recorded keeps its figures"
    )
    func correctedRate() async throws {
        let stage = try await AwardStage(province, campaign: "KT-MUCTHUONG")
        let (before, after) = (try await stage.dossier(.decided), try await stage.dossier(.decided, of: "district_102"))
        func figures(_ dossier: AwardDossier.ID) async throws -> Int {
            try await province.count("SELECT percent * 100000000::bigint + reward FROM core.award WHERE dossier_id = \(dossier)")
        }
        let (first, second) = (try await decision("121/QĐ-UBND"), try await decision("122/QĐ-UBND"))
        #expect(await record(before, by: first) == nil)
        func load(_ rates: [(Int, String, String?)]) async throws {
            let rows = rates.map { percent, from, through in
                RewardRate(
                    decree: "NĐ 91/2017/NĐ-CP", form: .provincialCertificate, subject: .collective, percentOfBaseSalary: percent,
                    validity: ValidityPeriod(from: Plans.day(from), through: through.map(Plans.day)),
                    citation: Citation("x", isVerified: true))
            }
            let rules = AwardRules(
                regimes: [], rewards: RewardRules(rates: rows, salaries: [], roundings: []), councils: [], papers: [],
                citations: [])
            _ = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.load(rules) }
        }
        try await load([(200, "2017-10-01", "2023-06-18"), (300, "2023-06-19", nil)])
        #expect(await record(after, by: second) == nil)
        #expect(try await figures(before) == 20_002_980_000, "as it was")
        #expect(try await figures(after) == 30_004_470_000)
        // Two figures for one day are let in by nobody.
        await #expect(throws: (any Error).self) { try await load([(400, "2023-06-01", nil)]) }
        // The other tests of this province have the shipped figure.
        try await province.asSuperuser(
            """
            DELETE FROM core.reward_rate WHERE valid_from = '2023-06-19';
            UPDATE core.reward_rate SET valid_to = NULL WHERE valid_to = '2023-06-18'
            """)
    }

    @Test("rounds as the domain does, in either direction", arguments: RewardRounding.Direction.allCases)
    func rounding(direction: RewardRounding.Direction) async throws {
        var generator = SeededGenerator(seed: 91)
        let salaries = (0..<300).map { _ in Int32.random(in: 1...5_000_000, using: &generator) }
        let percents = (0..<300).map { _ in Int32.random(in: 1...400, using: &generator) }
        let units = (0..<300).map { _ in [Int32(1), 1_000, 10_000, 50_000][Int.random(in: 0..<4, using: &generator)] }
        let stored = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT core.reward_amount(r.percent, r.salary, r.unit, \(direction.rawValue))
                FROM unnest(\(percents), \(salaries), \(units)) WITH ORDINALITY AS r (percent, salary, unit, place)
                ORDER BY r.place
                """
            ).decode { row in Int(try row.next(Int32.self)) }
        }
        let (from, source) = (ValidityPeriod(from: Plans.day("2020-01-01"), through: nil), Citation("x", isVerified: true))
        let regime = LegalRegime(code: "x", law: "x", decree: "D", circular: "x", validity: from, citation: source)
        for index in salaries.indices {
            let rules = RewardRules(
                rates: [
                    RewardRate(
                        decree: "D", form: .provincialCertificate, subject: .individual, percentOfBaseSalary: Int(percents[index]),
                        validity: from, citation: source)
                ], salaries: [BaseSalary(amount: Int(salaries[index]), validity: from, citation: source)],
                roundings: [RewardRounding(decree: "D", unit: Int(units[index]), direction: direction, validity: from, citation: source)])
            let reward = try rules.reward(.provincialCertificate, .individual, signedOn: Plans.day("2023-01-01"), under: regime)
            #expect(stored[index] == reward.amount, "\(percents[index])% of \(salaries[index]) to \(units[index])")
        }
    }
}

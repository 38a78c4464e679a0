import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What the database itself holds of criticism, whatever the program says before: its cells, its clock, who signs.
@Suite("Criticism in the database", .province, .serialized, .timeLimit(.minutes(30)))
struct CriticismTests {
    private let province = Province.current
    private static let tenant = CriticismStage.tenant

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    private func propose(
        _ stage: CriticismStage, _ items: [WorkItem.ID], kind: KeptCriticism.Kind = .criticism
    ) async throws -> KeptCriticism.ID {
        let act = ProposeCriticism(
            kind: kind, campaign: stage.code, unit: province.unit(nil, in: Self.tenant), person: nil, items: items, words: "Hoàn thành ngay"
        )
        return try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }

    /// A step past the program's own checks.
    private func append(
        _ step: Criticism.Step, to id: KeptCriticism.ID, as role: Role, in tenant: String? = nil, on day: CivilDate? = nil
    ) async -> String? {
        await code {
            try await province.write(as: role, in: tenant, to: tenant == nil ? .province : nil) { (tx: borrowing TenantTransaction) in
                guard let kept = try await KeptCriticism.find(id, in: tx) else { throw Problem.notFound }
                try await kept.append(
                    step, id: IDSource.system.next(), words: "x", documentNumber: "1/UBND", documentOn: day ?? CivilDate("2023-06-20"),
                    in: tx)
            }
        }
    }

    @Test("has the same cells as the program's machine")
    func cells() async throws {
        let day = CivilDate("2023-07-20")!
        for state in Criticism.State.allCases {
            for step in Criticism.Step.allCases {
                let mine = try? Criticism.state(after: step, in: state, on: day, explainBy: Plans.day("2023-07-01"))
                let theirs: String? = try await province.withConnection(as: "postgres") { connection in
                    try await connection.query("SELECT core.criticism_cell(\(state.rawValue), \(step.rawValue))").only { row in
                        try row.next()
                    }
                }
                #expect(mine?.rawValue == theirs, "\(state), \(step)")
            }
        }
    }

    @Test("is put after the last working day to explain and not on it, in a week with a holiday; nothing is signed before")
    func clock() async throws {
        let stage = try await CriticismStage(province, campaign: "PB-HAN")
        try await province.asSuperuser(
            """
            INSERT INTO core.calendar_day (day, working, name, source) VALUES ('2023-06-22', false, 'x', 'x')
            ON CONFLICT (day) DO UPDATE SET working = false;
            """)
        let id = try await propose(stage, [try await stage.item("1", due: "2023-05-01")])
        let kept = try #require(
            await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
                try await KeptCriticism.find(id, in: tx)
            })
        #expect(kept.explainBy == CivilDate("2023-06-28"), "21, 23, 26, 27, 28: the 22nd does not count")
        #expect(await append(.sign, to: id, as: .chairman) == "criticism-out-of-order")
        try await stage.move(to: "2023-06-28")
        #expect(await append(.put, to: id, as: .homeAffairsOfficer) == "criticism-explanation-awaited")
        try await stage.move(to: "2023-06-29")
        #expect(await append(.put, to: id, as: .homeAffairsOfficer) == nil)
        #expect(await append(.sign, to: id, as: .chairman, on: CivilDate("2023-06-28")) == "invalid-input", "a day before it was put")
        #expect(await append(.sign, to: id, as: .chairman, on: CivilDate("2023-06-29")) == nil)
        #expect(await append(.decline, to: id, as: .chairman) == "criticism-out-of-order")
        // The motto of the unit cannot be accepted without a reason from now on (A54).
        for review in ["interim", "final"] {
            let criticised = try await province.count(
                "SELECT core.criticised(\(kept.tenant), \(stage.campaign), \(review), \(kept.unit))::integer::bigint")
            #expect(criticised == 1, "\(review)")
        }
        try await stage.move(to: "2023-06-20")

        // The control: without the constraint the day does not matter.
        let other = try await propose(stage, [try await stage.item("2", due: "2023-05-01")])
        #expect(await append(.put, to: other, as: .homeAffairsOfficer) == "criticism-explanation-awaited")
        try await province.asSuperuser("ALTER TABLE core.criticism_step DROP CONSTRAINT criticism_waits_for_the_explanation")
        #expect(await append(.put, to: other, as: .homeAffairsOfficer) == nil)
    }

    @Test("counts for the motto in the period in which it was signed: after the interim one it is of the final one alone (A54, A40)")
    func period() async throws {
        let stage = try await CriticismStage(province, campaign: "PB-KYDANHGIA")
        let item = try await stage.item("1", due: "2023-05-01")
        let unit = province.unit(nil, in: Self.tenant)
        func counted(_ review: String) async throws -> Int {
            try await province.count(
                "SELECT core.criticised(\(province.tenant(Self.tenant)), \(stage.campaign), \(review), \(unit))::integer::bigint")
        }
        try await stage.move(to: "2023-07-01")
        let late = try await stage.put(item, proposedBy: province.post(of: .homeAffairsOfficer))
        #expect(await append(.sign, to: late, as: .chairman, on: CivilDate("2023-07-01")) == nil)
        let (interim, final) = (try await counted("interim"), try await counted("final"))
        #expect(interim == 0 && final == 1)
        // The control: on the last day of the first phase it is of both.
        try await stage.move(to: "2023-06-30")
        let early = try await stage.put(item, proposedBy: province.post(of: .homeAffairsOfficer))
        #expect(await append(.sign, to: early, as: .chairman, on: CivilDate("2023-06-30")) == nil)
        #expect(try await counted("interim") == 1)
        try await stage.move(to: "2023-06-20")
    }

    @Test("rests on late items of the one concerned, and on the plan's grounds")
    func grounds() async throws {
        let stage = try await CriticismStage(province, campaign: "PB-CANCU")
        let recent = try await stage.item("1", due: "2023-06-10")
        let early = await province.refusal { _ = try await propose(stage, [recent]) }
        #expect(early?.code == "criticism-without-grounds")
        #expect(early?.detail.contains("quá hạn hơn 30 ngày, hoặc từ 3 nhiệm vụ") == true, "as the plan has them: \(early?.detail ?? "")")
        #expect(await code { _ = try await propose(stage, [recent], kind: .reminder) } == nil)
        let two = [try await stage.item("2", due: "2023-06-12"), try await stage.item("3", due: "2023-06-13")]
        #expect(await code { _ = try await propose(stage, [recent] + two) } == nil, "three in one month")
        let later = try await stage.item("4", due: "2023-07-01")
        #expect(await code { _ = try await propose(stage, [later], kind: .reminder) } == "invalid-input")
        let foreign = try await stage.item("5", due: "2023-05-01", in: "district_102")
        #expect(await code { _ = try await propose(stage, [foreign], kind: .reminder) } == "invalid-input")
        let own = ProposeCriticism(
            kind: .reminder, campaign: stage.code, unit: province.unit(nil, in: "dept_snv"), person: nil,
            items: [try await stage.item("6", due: "2023-05-01", in: "dept_snv")], words: "x")
        let mine = await code {
            _ = try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
                try await own.perform(in: tx, ids: .system)
            }
        }
        #expect(mine == "own-criticism", "nobody proposes what falls on his own unit (A66)")
    }

    @Test("is signed by another than who proposed it, and once by two who sign at once")
    func signers() async throws {
        let stage = try await CriticismStage(province, campaign: "PB-KY")
        let item = try await stage.item("1", due: "2023-05-01")
        let own = try await stage.put(item, proposedBy: province.post(of: .chairman))
        #expect(await append(.sign, to: own, as: .chairman) == "criticism-own-proposal")
        #expect(await append(.sign, to: own, as: .viceChairman) == nil)

        let id = try await stage.put(item, proposedBy: province.post(of: .homeAffairsOfficer))
        async let first = append(.sign, to: id, as: .chairman)
        async let second = append(.decline, to: id, as: .viceChairman)
        let answers = await [first, second]
        #expect(answers.filter { $0 == nil }.count == 1, "\(answers)")
        #expect(answers.compactMap(\.self).allSatisfy { ["changed-meanwhile", "criticism-out-of-order"].contains($0) }, "\(answers)")
        #expect(try await province.count("SELECT count(*) FROM core.criticism_step WHERE criticism_id = \(id)") == 2)
    }
}

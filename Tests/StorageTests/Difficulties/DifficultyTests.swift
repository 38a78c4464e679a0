import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What the database itself holds of difficulties, whatever the program says before: their cells, their clocks, whose step it is.
@Suite("Difficulties in the database", .province, .serialized, .timeLimit(.minutes(30)))
struct DifficultyTests {
    private let province = Province.current
    private static let tenant = CriticismStage.tenant

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    private func raise(
        _ campaign: String, as role: Role, unit: String? = nil, items: [WorkItem.ID] = []
    ) async throws -> Difficulty.ID {
        let act = RaiseDifficulty(
            campaign: campaign, unit: province.unit(unit, in: Self.tenant), title: "Chậm vốn", obstacle: "Chưa được phân bổ vốn",
            items: items.map(\.description))
        return try await province.write(as: role, in: Self.tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }

    private func kept(_ id: Difficulty.ID) async throws -> Difficulty {
        try #require(
            await province.read(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await Difficulty.find(id, in: tx)
            })
    }

    /// A step past the program's own checks.
    private func append(
        _ step: Difficulty.Step, to id: Difficulty.ID, as role: Role, in tenant: String? = nil, unit: String? = nil,
        number: String = "1/CV",
        solver: SubUnit.ID? = nil
    ) async -> String? {
        await code {
            try await province.write(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
                (tx: borrowing TenantTransaction) in
                guard let kept = try await Difficulty.find(id, in: tx) else { throw Problem.notFound }
                try await kept.append(step, id: IDSource.system.next(), words: "x", documentNumber: number, solver: solver, in: tx)
            }
        }
    }

    @Test("have the same cells as the program's machine, and the same parties; of a unit that has ended too", arguments: [false, true])
    func cells(hasEnded: Bool) async throws {
        for level in Difficulty.Level.allCases {
            for state in Difficulty.State.allCases {
                for step in Difficulty.Step.allCases {
                    let (cell, party): (String?, String) = try await province.withConnection(as: "postgres") { connection in
                        try await connection.query(
                            """
                            SELECT core.difficulty_cell(\(state.rawValue), \(step.rawValue), \(level.rawValue), \(hasEnded)),
                                core.difficulty_party(\(state.rawValue), \(step.rawValue), \(level.rawValue), \(hasEnded))
                            """
                        ).only { row in (try row.next(), try row.next()) }
                    }
                    let after = Difficulty.state(after: step, in: state, at: level, raiserHasEnded: hasEnded)
                    #expect(after?.rawValue == cell, "\(level), \(state), \(step)")
                    let whose = Difficulty.party(of: step, in: state, at: level, raiserHasEnded: hasEnded)
                    #expect(whose.rawValue == party, "\(level), \(state), \(step)")
                }
            }
        }
    }

    @Test("are withdrawn by the Office where the unit that raised them has ended, an answered one too, and by nobody else")
    func ofAnEndedUnit() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-END")
        let (answered, raised) = (try await raise(stage.code, as: .unitHead), try await raise(stage.code, as: .unitHead))
        for step in [Difficulty.Step.accept, .answer] { #expect(await append(step, to: answered, as: .officeMonitor) == nil) }
        for id in [answered, raised] {
            #expect(await append(.withdraw, to: id, as: .officeMonitor) == "not-allowed", "the control, while it stands")
        }
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = '2023-06-19' WHERE slug = '\(Self.tenant)'")
        let moves = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowDifficulty(answered).perform(in: tx).moves
        }
        #expect(moves == [.withdraw])
        #expect(await append(.withdraw, to: raised, as: .unitHead, in: Self.tenant) == "not-allowed")
        #expect(await append(.withdraw, to: raised, as: .homeAffairsOfficer) == "not-allowed")
        for id in [answered, raised] {
            let taking = TakeDifficultyStep(id, .withdraw, words: "Đơn vị đã kết thúc hoạt động")
            _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await taking.perform(in: tx, ids: .system)
            }
            #expect(try await kept(id).state == .withdrawn)
        }
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = NULL WHERE slug = '\(Self.tenant)'")
    }

    @Test("of a commune go to its district first, which passes on what it cannot solve; the clocks count working days of the plan")
    func way() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-1")
        let item = try await stage.item("1", due: "2023-06-25", unit: "10101")
        let id = try await raise(stage.code, as: .subUnitOfficer, unit: "10101", items: [item])
        var one = try await kept(id)
        #expect(one.level == .unit && one.state == .raised && one.dueOn == CivilDate("2023-06-22"), "two working days: \(one)")

        #expect(await append(.accept, to: id, as: .officeMonitor) != nil, "the district answers its communes first")
        #expect(await append(.accept, to: id, as: .subUnitOfficer, in: Self.tenant, unit: "10101") != nil)
        #expect(await append(.answer, to: id, as: .unitCoordinator, in: Self.tenant) == "difficulty-out-of-order")
        #expect(await append(.accept, to: id, as: .unitCoordinator, in: Self.tenant) == nil)
        #expect(try await kept(id).dueOn == CivilDate("2023-06-22"), "taking it on wins no time")
        let abroad = SubUnit.ID(province.tenant("dept_snv").uuid)
        #expect(
            await append(.route, to: id, as: .unitCoordinator, in: Self.tenant, solver: abroad) == "invalid-input", "to its own parts alone"
        )
        let part = province.unit("10102", in: Self.tenant)
        #expect(await append(.route, to: id, as: .unitCoordinator, in: Self.tenant, solver: part) == nil)
        one = try await kept(id)
        #expect(one.state == .routed && one.solver?.unit == part && one.dueOn == CivilDate("2023-07-04"), "ten working days: \(one)")
        #expect(await append(.answer, to: id, as: .unitCoordinator, in: Self.tenant) != nil, "who was asked answers")
        #expect(await append(.pass, to: id, as: .unitCoordinator, in: Self.tenant) == nil)

        one = try await kept(id)
        #expect(one.level == .province && one.state == .raised && one.solver == nil && one.dueOn == CivilDate("2023-06-22"), "\(one)")
        #expect(await append(.accept, to: id, as: .unitCoordinator, in: Self.tenant) != nil)
        #expect(await append(.accept, to: id, as: .officeMonitor) == nil)
        let own = SubUnit.ID(province.tenant(Self.tenant).uuid)
        #expect(await append(.route, to: id, as: .officeMonitor, solver: own) == "invalid-input", "not to who raised it")
        #expect(await append(.route, to: id, as: .officeMonitor, solver: abroad) == nil)
        #expect(await append(.answer, to: id, as: .unitHead, in: "dept_snv", number: "") == "invalid-input", "by a paper")
        #expect(await append(.answer, to: id, as: .unitHead, in: "dept_snv") == nil)
        #expect(await append(.reopen, to: id, as: .subUnitOfficer, in: Self.tenant, unit: "10101") == nil)
        one = try await kept(id)
        #expect(one.state == .accepted && one.level == .province && one.solver == nil)
        #expect(await append(.answer, to: id, as: .officeMonitor) == nil)
        #expect(await append(.confirm, to: id, as: .subUnitOfficer, in: Self.tenant, unit: "10101") == nil)
        #expect(try await kept(id).state == .confirmed)
        // No due date moved by all that.
        let due: CivilDate? = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT due_on FROM core.work_item WHERE id = \(item)").only { row in try row.next() }
        }
        #expect(due == CivilDate("2023-06-25"))
    }

    @Test("are confirmed by another than who answered; without the constraint they would not be")
    func confirmation() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-2")
        let id = try await raise(stage.code, as: .subUnitOfficer, unit: "10101")
        for step in [Difficulty.Step.accept, .answer] { #expect(await append(step, to: id, as: .unitHead, in: Self.tenant) == nil) }
        #expect(await append(.confirm, to: id, as: .unitHead, in: Self.tenant) == "difficulty-own-answer")
        try await province.asSuperuser("ALTER TABLE core.difficulty_step DROP CONSTRAINT difficulty_confirmed_by_another")
        #expect(await append(.confirm, to: id, as: .unitHead, in: Self.tenant) == nil)
    }

    @Test("name items of the unit's own ledger in the campaign, and no other's")
    func items() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-3")
        let own = try await stage.item("1", due: "2023-06-25", unit: "10101")
        let others = try await stage.item("2", due: "2023-06-25", unit: "10102")
        let foreign = try await stage.item("3", due: "2023-06-25", in: "district_102")
        #expect(await code { _ = try await raise(stage.code, as: .subUnitOfficer, unit: "10101", items: [own]) } == nil)
        for item in [others, foreign] {
            #expect(
                await code { _ = try await raise(stage.code, as: .subUnitOfficer, unit: "10101", items: [own, item]) } == "invalid-input")
        }
        #expect(
            await code { _ = try await raise(stage.code, as: .unitHead, items: [own, others]) } == nil,
            "the unit as a whole, of all its parts")
        // The control: without the constraint another's item is named.
        try await province.asSuperuser("ALTER TABLE core.difficulty DROP CONSTRAINT difficulty_of_own_items")
        #expect(await code { _ = try await raise(stage.code, as: .subUnitOfficer, unit: "10101", items: [foreign]) } == nil)
    }

    @Test("of a commune are the province's from the day on which its district passes them on, on a past day too")
    func sight() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-5")
        let id = try await raise(stage.code, as: .subUnitOfficer, unit: "10101")
        #expect(await append(.accept, to: id, as: .unitCoordinator, in: Self.tenant) == nil)
        let places = [Entry.Place.province, .tenant(try #require(Tenant.Slug(Self.tenant)))]
        func seen(in place: Entry.Place) async throws -> [Int] {
            try await province.read(as: .chairman, to: place) { (tx: borrowing TenantTransaction) in
                [try await Difficulty.find(id, in: tx) == nil ? 0 : 1, try await DifficultyDetail.Act.all(of: id, in: tx).count]
            }
        }
        for place in places { #expect(try await seen(in: place) == [0, 0]) }
        try await stage.move(to: "2023-06-21")
        #expect(await append(.pass, to: id, as: .unitCoordinator, in: Self.tenant) == nil)
        for place in places { #expect(try await seen(in: place) == [1, 1], "from the step that passed it on") }
        for (day, count) in [("2023-06-20", 0), ("2023-06-21", 1)] {
            let day = Plans.day(day)
            let open = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await Difficulty.open(of: stage.campaign, on: day, in: tx)
            }
            #expect(open.count == count, "\(day)")
        }
        try await stage.move(to: "2023-06-20")
    }

    @Test("are open on a past day as they stood then")
    func past() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-4")
        let id = try await raise(stage.code, as: .unitHead)
        try await stage.move(to: "2023-06-21")
        #expect(await append(.accept, to: id, as: .officeMonitor) == nil)
        try await stage.move(to: "2023-06-26")
        #expect(await append(.withdraw, to: id, as: .unitHead, in: Self.tenant) == nil)
        for (day, wanted) in [
            ("2023-06-19", nil), ("2023-06-20", Difficulty.State.raised), ("2023-06-21", .accepted), ("2023-06-25", .accepted),
            ("2023-06-26", nil),
        ] as [(String, Difficulty.State?)] {
            let day = Plans.day(day)
            let open = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await Difficulty.open(of: stage.campaign, on: day, in: tx)
            }
            #expect(open.map(\.state) == (wanted.map { [$0] } ?? []), "\(day)")
        }
        try await stage.move(to: "2023-06-20")
    }
}

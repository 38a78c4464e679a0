import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Nháp → đã giao: prepared by the assigner's part alone, changed freely, given once.
@Suite("Drafts of items", .province(opening: 1), .timeLimit(.minutes(30)))
struct ItemDraftTests {
    private let province = Province.current

    private func write(_ item: AssignItem, as role: Role = .officeMonitor, in tenant: String? = nil, unit: String? = nil) async throws
        -> ItemDraft.ID
    {
        try await province.write(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
            (tx: borrowing TenantTransaction) in
            try await WriteItemDraft(item).perform(in: tx, ids: .system)
        }
    }

    private func show(_ id: ItemDraft.ID, as role: Role = .officeMonitor, in tenant: String? = nil, unit: String? = nil) async throws
        -> ItemDraft
    {
        try await province.read(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
            (tx: borrowing TenantTransaction) in
            try await ShowItemDraft(id).perform(in: tx)
        }
    }

    private func assign(_ id: ItemDraft.ID, version: Int) async throws -> WorkItem.ID {
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await AssignItemDraft(id, version: version).perform(in: tx, ids: .system)
        }
    }

    private func revise(_ id: ItemDraft.ID, version: Int, _ item: AssignItem) async throws {
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ReviseItemDraft(id, version: version, item).perform(in: tx)
        }
    }

    private func discard(_ id: ItemDraft.ID, version: Int) async throws {
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await DiscardItemDraft(id, version: version).perform(in: tx)
        }
    }

    @Test("are written anew as often as needed and given as they stand; the item tells its assigner where it began, and nobody else")
    func wholeWay() async throws {
        let bench = try await LedgerBench(province)
        var item = bench.task(to: "district_101", title: "Bản đầu", coordinators: ["dept_snv"])
        let id = try await write(item)
        item.title = "Bản sau"
        item.dueOn = nil
        item.dueWords = "trước ngày 30/6/2023"
        try await revise(id, version: 1, item)
        #expect(await province.refusal { try await revise(id, version: 1, item) }?.code == "changed-meanwhile")
        let drafted = try await show(id)
        #expect(drafted.title == "Bản sau" && drafted.version == 2 && drafted.state == .draft && drafted.item == nil)
        #expect(try await bench.list(LedgerFilter(directive: bench.directive)).isEmpty, "nothing is given yet")

        let given = try await assign(id, version: 2)
        let entry = try await bench.show(given, in: "district_101").entry
        #expect(entry.item.terms.title == "Bản sau" && entry.item.terms.dueOn == CivilDate("2023-06-29"))
        #expect(try await bench.list(LedgerFilter(directive: bench.directive)).count == 2, "the item, and that of who co-ordinates")
        let closed = try await show(id)
        #expect(closed.state == .assigned && closed.item?.id == given && closed.title == "Bản sau" && closed.version == 3)
        let origin = try #require(try await bench.show(given).origin)
        #expect(origin.draft == id && origin.versions == 2 && origin.draftedOn == province.businessDate)
        #expect(try await bench.show(given, in: "district_101").origin == nil)
        for refusal in [
            await province.refusal { _ = try await assign(id, version: 3) }, await province.refusal { try await discard(id, version: 3) },
            await province.refusal { try await revise(id, version: 3, item) },
        ] { #expect(refusal?.code == "draft-assigned") }
    }

    @Test("keep whatever the request that assigns can say")
    func everything() async throws {
        let bench = try await LedgerBench(province)
        var item = bench.target(to: "district_101", atLeast: "7.5")
        item.goal = WorkItem.Goal(
            direction: .lessThan, target: Quantity("7.5")!, unit: "%", baseline: Quantity("9.25"), isMeasuredAtYearEnd: true,
            confirmer: WorkItem.Confirmer(name: "Cục Thống kê"))
        item.code = "NHAP-\(UInt32.random(in: 0...UInt32.max))"
        item.product = "Báo cáo"
        item.submitTo = "UBND tỉnh"
        item.assignedOn = CivilDate("2023-03-25")
        item.occurrences = [CivilDate("2023-07-05")!]
        item.recurrence = Recurrence(every: .quarter, from: CivilDate("2023-06-30")!, through: CivilDate("2023-12-31")!)
        item.sources = [AssignItem.Source(directive: bench.directive, clause: "Mục 2")]
        item.carried = CarriedOver(code: "CŨ-1", assignedOn: CivilDate("2022-05-01")!, dueOn: CivilDate("2022-12-31"))
        item.dueDocument = "12/KH-UBND"
        let id = try await write(item)
        let given = try await assign(id, version: 1)
        let detail = try await bench.show(given)
        let (made, terms) = (detail.entry.item, detail.entry.item.terms)
        #expect(made.code == item.code && made.assignedOn == item.assignedOn && made.carried == item.carried)
        #expect(terms.goal?.target == item.goal?.target && terms.goal?.baseline == item.goal?.baseline)
        #expect(terms.goal?.direction == .lessThan && terms.goal?.confirmer?.name == "Cục Thống kê")
        #expect(terms.product == "Báo cáo" && terms.submitTo == "UBND tỉnh" && terms.dueDocument == "12/KH-UBND")
        #expect(detail.occurrences.map(\.dueOn.description) == ["2023-06-30", "2023-07-05", "2023-09-30", "2023-12-31"])
        #expect(detail.sources.map(\.clause) == ["Mục 2"])
    }

    @Test("that say too little are kept, and refused when they are given, field by field; then they may be given up")
    func incomplete() async throws {
        let bench = try await LedgerBench(province)
        let id = try await write(AssignItem(lead: "không có", kind: .task, title: "Việc chưa rõ", sector: "XX"))
        let refusal = await province.refusal { _ = try await assign(id, version: 1) }
        #expect(refusal?.fields.map(\.path).contains("$.lead") == true && refusal?.fields.map(\.path).contains("$.sector") == true)
        #expect(try await show(id).state == .draft, "what was refused changed nothing")
        try await discard(id, version: 1)
        #expect(try await show(id).state == .discarded)
        #expect(await province.refusal { _ = try await assign(id, version: 2) }?.code == "draft-discarded")
        #expect(await province.refusal { _ = try await write(bench.task(to: "district_101", title: " ")) }?.code == "invalid-input")
    }

    @Test("are seen by who may give them as far as he reaches, and by nobody who will receive them")
    func sight() async throws {
        let bench = try await LedgerBench(province)
        let ours = try await write(bench.task(to: "district_101", title: "Của Văn phòng"))
        let district = try await province.freshDistrict()
        let commune = String(district.dropFirst("district_".count)) + "01"
        let inside = AssignItem(lead: commune, kind: .task, title: "Của xã", sector: "NV")
        let theirs = try await write(inside, as: .subUnitHead, in: district, unit: commune)
        func refusal(_ id: ItemDraft.ID, _ role: Role, _ tenant: String?, _ unit: String? = nil) async -> String? {
            await province.refusal { _ = try await show(id, as: role, in: tenant, unit: unit) }?.code
        }
        #expect(await refusal(ours, .officeMonitor, nil) == nil)
        #expect(await refusal(ours, .unitHead, "district_101") == "not-found", "the receiver")
        #expect(await refusal(ours, .homeAffairsOfficer, nil) == "not-allowed")
        #expect(await refusal(theirs, .subUnitHead, district, commune) == nil)
        #expect(await refusal(theirs, .unitHead, district) == nil, "whose sub-unit it is")
        #expect(await refusal(theirs, .officeMonitor, nil) == "not-found")
        #expect(await refusal(theirs, .subUnitOfficer, district, commune) == "not-allowed")
        let whole = try await write(inside, as: .unitCoordinator, in: district)
        #expect(await refusal(whole, .subUnitHead, district, commune) == "not-found", "above its reach")
    }

    @Test("are given once, whoever is quicker", arguments: 0..<3)
    func twoAtOnce(round: Int) async throws {
        let bench = try await LedgerBench(province)
        let id = try await write(bench.task(to: "district_101", title: "Giao một lần"))
        let refused = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<2 { group.addTask { await province.refusal { _ = try await assign(id, version: 1) }?.code } }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(refused.count { $0 == nil } == 1, "\(refused)")
        #expect(refused.allSatisfy { $0 == nil || ["changed-meanwhile", "draft-assigned"].contains($0) }, "\(refused)")
        #expect(try await bench.list(LedgerFilter(directive: bench.directive)).count == 1)
    }

    @Test(
        "pass the database where the machine allows the step, and are refused by a constraint where it does not",
        arguments: ItemDraft.State.allCases)
    func cells(state: ItemDraft.State) async throws {
        let bench = try await LedgerBench(province)
        let id = try await write(bench.task(to: "district_101"))
        switch state {
        case .draft: break
        case .assigned: _ = try await assign(id, version: 1)
        case .discarded: try await discard(id, version: 1)
        }
        for step in ItemDraft.Step.allCases {
            let error = try await attempt(step, on: id)
            #expect((error == nil) == (state.after(step) != nil), "\(step) when \(state): \(error?.description ?? "passed")")
            if let error { #expect(error.constraint == "item_draft_is_open", "\(step) when \(state): \(error)") }
        }
    }

    @Test("become an item that their own assigner gave, past the program as well")
    func another() async throws {
        let bench = try await LedgerBench(province)
        let id = try await write(bench.task(to: "district_101"))
        // Of a district's own, which the Office did not give.
        let own = try await bench.assign(
            AssignItem(lead: "10101", kind: .task, title: "Việc của huyện", sector: "NV"), as: .unitHead, in: "district_101")
        let error = try await province.raw(
            .officeMonitor, provinceWide: true, next(id, .assigned, item: "'\(province.tenant("district_101"))', '\(own)'"))
        #expect(error?.constraint == "item_draft_names_its_item")
    }

    /// The step in raw SQL, as the Office's officer, thrown away.
    private func attempt(_ step: ItemDraft.Step, on id: ItemDraft.ID) async throws -> PostgresError? {
        switch step {
        case .revise: return try await province.raw(.officeMonitor, provinceWide: true, next(id, .draft, entered: "'{\"title\": \"x\"}'"))
        case .discard: return try await province.raw(.officeMonitor, provinceWide: true, next(id, .discarded))
        case .assign:
            let item: WorkItem.ID = IDSource.system.next()
            return try await province.raw(
                .officeMonitor, provinceWide: true,
                province.rawItem(into: "core.work_item", of: "district_101", replacing: ["id": "'\(item)'"]),
                next(id, .assigned, item: "'\(province.tenant("district_101"))', '\(item)'"))
        }
    }

    private func next(_ id: ItemDraft.ID, _ state: ItemDraft.State, entered: String = "NULL", item: String = "NULL, NULL") -> String {
        """
        INSERT INTO core.item_draft (tenant_id, id, version, unit_id, state, previous_version, previous_state, entered, item_tenant_id, item_id,
            recorded_by, recorded_on)
        SELECT d.tenant_id, d.id, d.version + 1, d.unit_id, '\(state.rawValue)', d.version, d.state, \(entered), \(item), core.actor_post(), core.today()
        FROM core.item_draft AS d
        WHERE d.id = '\(id)'
        ORDER BY d.version DESC
        LIMIT 1
        """
    }
}

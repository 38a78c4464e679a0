import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Negative controls take constraints away, which locks tables: these tests share a province with nobody.
@Suite("What is handed on inside a unit", .province(opening: 1), .serialized, .timeLimit(.minutes(30)))
struct HandingOnTests {
    let province = Province.current

    private func whole(_ bench: LedgerBench, due: String? = "2023-06-30") async throws -> WorkItem.ID {
        try await bench.assign(bench.task(to: "district_101", title: "Rà soát thủ tục", due: due))
    }

    @Test("names its parent, has its own doer and date, and stays out of the unit's own count")
    func handedOn() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await whole(bench)
        let id = try await bench.handOn(
            HandOnItem(
                parent: parent, unit: "10101", title: "Rà soát ở xã", dueOn: CivilDate("2023-06-15"), assignedOn: CivilDate("2023-04-01")),
            in: "district_101")
        let part = try await bench.show(id, in: "district_101").entry.item
        #expect(part.parent == parent)
        #expect(part.unit == province.unit("10101", in: "district_101"))
        #expect(part.assigner == province.tenant("district_101"))
        #expect(part.terms.dueOn == CivilDate("2023-06-15"))
        let parentCode = try await bench.show(parent).entry.item.code
        #expect(part.code == parentCode + ".1")
        let second = try await bench.handOn(HandOnItem(parent: parent, unit: "10102"), in: "district_101")
        #expect(try await bench.show(second, in: "district_101").entry.item.code == parentCode + ".2")
        #expect(try await bench.show(second, in: "district_101").entry.item.terms.dueOn == CivilDate("2023-06-30"))
        #expect(try await bench.show(parent, in: "district_101").children.map(\.item.id) == [id, second])

        let overview = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowOverview(campaign: bench.campaign).perform(in: tx)
        }
        #expect(overview.units.first { $0.unit.tenant.text == "district_101" }?.counts.items == 1)
    }

    @Test("tells the province that it is reported and returned, when and by which paper, and none of the notes (A59)")
    func notesStayInside() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await whole(bench)
        let id = try await bench.handOn(HandOnItem(parent: parent, unit: "10101"), in: "district_101")
        let result = ReportProgress(
            item: id, isResult: true, evidenceOn: CivilDate("2023-06-10"), documentNumber: "9/BC", narrative: "Ghi chú của xã")
        let report = try await bench.report(result, as: .subUnitOfficer, in: "district_101", unit: "10101")
        try await bench.rule(
            RuleItem(item: id, kind: .returned, fault: .completeness, reason: "Thiếu phụ lục của xã"), as: .unitHead, in: "district_101")
        let own = try await bench.report(
            ReportProgress(item: parent, milestonePercent: 30, narrative: "Báo cáo của huyện"), in: "district_101")

        let office = try await bench.show(id)
        #expect(office.reports.map(\.narrative) == [""] && office.reports.map(\.documentNumber) == ["9/BC"])
        #expect(office.rulings.map(\.reason) == [""] && office.rulings.map(\.kind) == [.returned])
        #expect(office.entry.standing.returns == 1)
        // The controls: inside the unit the notes are read, and what the Office asked for tells it everything.
        let inside = try await bench.show(id, in: "district_101")
        #expect(inside.reports.map(\.narrative) == ["Ghi chú của xã"] && inside.rulings.map(\.reason) == ["Thiếu phụ lục của xã"])
        #expect(try await bench.show(parent).reports.map(\.narrative) == ["Báo cáo của huyện"])

        // Past the program: no column, and no function that tells another's.
        for column in ["narrative FROM core.progress", "reason FROM core.ruling", "reason FROM core.extension_step"] {
            for role in [Role.officeMonitor, .chairman] {
                #expect(try await province.raw(role, provinceWide: true, "SELECT \(column)")?.sqlState == "42501", "\(column)")
            }
        }
        func refused(_ report: ProgressReport.ID) async throws -> String? {
            try await province.raw(
                .officeMonitor, provinceWide: true,
                "SELECT 1 / count(core.report_narrative('\(province.tenant("district_101"))', '\(report)'))")?.sqlState
        }
        #expect(try await refused(report) == "22012", "nothing is told")
        #expect(try await refused(own) == nil, "the control")
        #expect(try await province.raw(.officeMonitor, provinceWide: true, "SELECT evidence_on FROM core.progress") == nil, "dates are")
    }

    @Test("is changed for a reason that the unit keeps: no column, older version or function tells it to the province (A59)")
    func reasonsStayInside() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await whole(bench)
        let id = try await bench.handOn(HandOnItem(parent: parent, unit: "10101"), in: "district_101")
        func change(_ item: WorkItem.ID, _ version: Int, _ title: String, _ reason: String, as role: Role, in tenant: String?) async throws
        {
            var changes = ChangeItem.Changes()
            changes.title = title
            let act = ChangeItem(id: item, version: version, changes: changes, reason: reason)
            try await province.write(as: role, in: tenant, to: tenant == nil ? .province : nil) { (tx: borrowing TenantTransaction) in
                try await act.perform(in: tx)
            }
        }
        for (version, reason) in [(1, "Xã đề nghị"), (2, "Xã đề nghị lại")] {
            try await change(id, version, "Việc \(version)", reason, as: .unitHead, in: "district_101")
        }
        try await change(parent, 1, "Việc khác", "Công văn 15", as: .officeMonitor, in: nil)
        #expect(try await bench.show(id).changes.map(\.reason) == ["", ""])
        #expect(try await bench.show(id).changes.map(\.title) == ["Rà soát thủ tục", "Việc 1"], "what it said before is no note")
        // The controls: inside the unit it is read, and so is what the Office itself gave.
        #expect(try await bench.show(id, in: "district_101").changes.map(\.reason) == ["Xã đề nghị", "Xã đề nghị lại"])
        #expect(try await bench.show(parent).changes.map(\.reason) == ["Công văn 15"])

        // Past the program.
        for column in ["reason FROM core.work_item_change", "change_reason FROM core.work_item"] {
            for role in [Role.officeMonitor, .homeAffairsOfficer, .chairman, .auditor] {
                #expect(try await province.raw(role, provinceWide: true, "SELECT \(column)")?.sqlState == "42501", "\(column)")
            }
        }
        func refused(_ counted: String) async throws -> String? {
            try await province.raw(.officeMonitor, provinceWide: true, "SELECT 1 / count(\(counted)) FROM core.work_item_change AS c")?
                .sqlState
        }
        #expect(try await refused("c.before ->> 'change_reason'") == "22012", "nor does an older version say it")
        #expect(try await refused("core.change_reason(c.tenant_id, c.item_id, c.version)) FILTER (WHERE c.item_id = '\(id)'") == "22012")
        #expect(try await refused("core.change_reason(c.tenant_id, c.item_id, c.version)) FILTER (WHERE c.item_id = '\(parent)'") == nil)
        // What it was then is still told of a past day, without the column.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.work_item_change SET recorded_on = '2023-06-21' WHERE item_id = '\(parent)';
            SET session_replication_role = origin;
            """)
        #expect(try await bench.show(parent, at: .endOf(Plans.day("2023-06-20"))).entry.item.terms.title == "Rà soát thủ tục")
        #expect(try await bench.show(parent).entry.item.terms.title == "Việc khác")
    }

    @Test("is never done for its parent: a parent completes by its own result alone")
    func parentStaysOpen() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await whole(bench)
        let id = try await bench.handOn(HandOnItem(parent: parent, unit: "10101"), in: "district_101")
        try await bench.report(
            ReportProgress(item: id, isResult: true, evidenceOn: CivilDate("2023-06-10"), narrative: "Xong"), as: .subUnitOfficer,
            in: "district_101", unit: "10101")
        try await bench.rule(RuleItem(item: id, kind: .accepted), as: .unitHead, in: "district_101")
        #expect(try await bench.show(id, in: "district_101").entry.standing.completedOn == CivilDate("2023-06-10"))
        #expect(try await bench.show(parent, in: "district_101").entry.standing.state == .assigned)
    }

    @Test("goes down a second step, from a commune to a unit below it and to a person")
    func twoSteps() async throws {
        let bench = try await LedgerBench(province)
        let first = try await bench.handOn(HandOnItem(parent: try await whole(bench), unit: "10101"), in: "district_101")
        let second = try await bench.handOn(
            HandOnItem(parent: first, unit: "TT01", assignee: province.person(of: .individual, in: "district_101", unit: "TT01")),
            as: .subUnitHead, in: "district_101", unit: "10101")
        let own = try await bench.list(as: .individual, in: "district_101", unit: "TT01").map(\.item.id)
        #expect(own == [second])
        let report = ReportProgress(item: second, milestonePercent: 30, narrative: "Đang làm")
        try await bench.report(report, as: .individual, in: "district_101", unit: "TT01")
        #expect(try await bench.list(as: .individual, in: "district_101", unit: "10102").isEmpty)

        // To whom and by whom: told to who gave it, to him, and in what he is told by itself.
        let above = try await bench.show(first, as: .subUnitHead, in: "district_101", unit: "10101")
        let mine = try await bench.show(second, as: .individual, in: "district_101", unit: "TT01").entry.names
        #expect(above.entry.names.assignee == nil && above.entry.names.giver == nil, "the district as a whole gave it")
        let name = try #require(mine.assignee)
        #expect(!name.isEmpty && above.children.map(\.names.assignee) == [name] && mine.giver == above.entry.names.unitName)
        let result = ReportProgress(
            item: second, isResult: true, evidenceOn: CivilDate("2023-06-10"), documentNumber: "9/BC", narrative: "Đã xong")
        try await bench.report(result, as: .individual, in: "district_101", unit: "TT01")
        _ = try await province.write(as: .subUnitHead, in: "district_101", unit: "10101") { (tx: borrowing TenantTransaction) in
            try await RuleItem(item: second, kind: .returned, fault: .completeness, reason: "Thiếu phụ lục").perform(in: tx, ids: .system)
        }
        let told = try await province.read(as: .individual, in: "district_101", unit: "TT01") { (tx: borrowing TenantTransaction) in
            try await Notice.mine(unreadOnly: false, before: nil, limit: 10, in: tx)
        }
        #expect(told.first { $0.subject == .item(second) }?.giverWords == "\(above.entry.names.unitName) giao")
    }

    @Test("of a unit's own gets the next number of the whole unit, whoever gives it and however little he sees, also of two at once")
    func ownNumbers() async throws {
        let bench = try await LedgerBench(province)
        @Sendable func give(_ unit: String, as role: Role = .subUnitHead, in tenant: String = "district_101") async throws -> String {
            let item = AssignItem(lead: unit, kind: .task, title: "Việc nội bộ", sector: "NV", dueOn: CivilDate("2023-06-30"))
            let id = try await bench.assign(item, as: role, in: tenant, unit: role == .subUnitHead ? unit : nil)
            return try await bench.show(id, in: tenant).entry.item.code
        }
        #expect(try await give("10101") == "NV-2023-001")
        let seen = try await bench.list(as: .subUnitHead, in: "district_101", unit: "10102").map(\.item.code)
        #expect(!seen.contains("NV-2023-001"), "the other commune's is out of his sight")
        #expect(try await give("10102") == "NV-2023-002")
        #expect(try await give("10104", as: .unitHead) == "NV-2023-003")
        async let third = give("10103")
        async let fourth = give("10101")
        #expect(try await Set([third, fourth]) == ["NV-2023-004", "NV-2023-005"])
        #expect(try await give("10201", in: "district_102") == "NV-2023-001", "each unit counts by itself")

        // Negative control: the number after those alone that the giver sees is taken.
        let sight = "tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over())"
        try await province.asSuperuser("ALTER POLICY owner_extends ON core.work_item USING (unit_id = (SELECT core.actor_unit()))")
        let taken = await province.refusal { _ = try await give("10102") }
        try await province.asSuperuser("ALTER POLICY owner_extends ON core.work_item USING (\(sight))")
        #expect(taken?.code == "code-taken")
        #expect(try await give("10102") == "NV-2023-006")

        // Who gives nothing is told no number.
        for role in [Role.clerk, .subUnitOfficer] {
            let unit = role == .clerk ? nil : "10101"
            let refused = try await province.raw(role, in: "district_101", unit: unit, "SELECT core.next_item_number('NV-2023-')")
            #expect(refused?.sqlState == "42501")
        }
        #expect(try await province.raw(.subUnitHead, in: "district_101", unit: "10101", "SELECT core.next_item_number('NV-2023-')") == nil)
    }

    @Test("may be given to a person of the unit itself, and otherwise not to the unit itself")
    func toAPerson() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await whole(bench)
        #expect(
            await province.refusal { try await bench.handOn(HandOnItem(parent: parent, unit: "101"), in: "district_101") }?.fields.map(
                \.path)
                == ["$.unit"])
        let id = try await bench.handOn(
            HandOnItem(parent: parent, unit: "101", assignee: province.person(of: .clerk, in: "district_101")), in: "district_101")
        #expect(try await bench.show(id, in: "district_101").entry.item.terms.assignee == province.person(of: .clerk, in: "district_101"))
        #expect(
            await province.refusal {
                try await bench.handOn(
                    HandOnItem(parent: parent, unit: "10101", assignee: province.person(of: .clerk, in: "district_101")), in: "district_101"
                )
            }?.fields.map(\.path) == ["$.assignee"])
    }

    @Test("is offered to the sub-units below and the people there, and not given by a sub-unit to itself")
    func receivers() async throws {
        let bench = try await LedgerBench(province)
        let part = try await bench.handOn(HandOnItem(parent: try await whole(bench), unit: "10101"), in: "district_101")
        let offered = try await province.read(as: .subUnitHead, in: "district_101", unit: "10101") { (tx: borrowing TenantTransaction) in
            try await ListReceivers(of: try await ShowItem(id: part).perform(in: tx).entry.item).perform(in: tx)
        }
        let (own, below) = (province.unit("10101", in: "district_101"), province.unit("TT01", in: "district_101"))
        #expect(offered.units.count == 1 && offered.people.contains { $0.unit == below }, "\(offered)")
        #expect(Set(offered.people.map(\.unit)).isSubset(of: [own, below]), "\(offered)")
        let person = province.person(of: .subUnitOfficer, in: "district_101", unit: "10101")
        #expect(offered.people.contains { $0.person == person && $0.unit == own })
        func give(_ unit: String, to person: Person.ID? = nil) async -> [String]? {
            await province.refusal {
                try await bench.handOn(
                    HandOnItem(parent: part, unit: unit, assignee: person), as: .subUnitHead, in: "district_101", unit: "10101")
            }?.fields.map(\.path)
        }
        #expect(await give("10101") == ["$.unit"])
        #expect(await give("10101", to: person) == nil, "the controls")
        let named = try #require(offered.units.first)
        #expect(await give(named) == nil)
    }

    @Test(
        "leaves the unit's own numbers as the province has them, also where a person of the unit got a part; parts are totalled apart (A55)"
    )
    func overviewOfOne() async throws {
        let district = try await province.freshDistrict()
        let code = String(district.dropFirst(9))
        let bench = try await LedgerBench(province)
        try await province.launch(bench.campaign)
        let parent = try await bench.assign(bench.task(to: district, due: "2023-06-30"))
        let clerk = province.person(of: .clerk, in: district)
        try await bench.handOn(HandOnItem(parent: parent, unit: code, assignee: clerk), in: district)
        let given = try await bench.handOn(HandOnItem(parent: parent, unit: code + "01"), in: district)
        try await bench.handOn(HandOnItem(parent: parent, unit: code + "02"), in: district)
        // What a commune gives to one of its own people is part of what it answers for, and all that he has to do.
        let person = province.person(of: .individual, in: district, unit: code + "01")
        let part = try await bench.handOn(
            HandOnItem(parent: given, unit: code + "01", assignee: person), as: .subUnitHead, in: district, unit: code + "01")

        let (wide, wideTable) = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            (
                try await ShowOverview(campaign: bench.campaign).perform(in: tx).units,
                try await ShowUnitTable(campaign: bench.campaign, isLive: true).perform(in: tx)
            )
        }
        let (inside, table) = try await province.read(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            (
                try await ShowOverview(campaign: bench.campaign).perform(in: tx),
                try await ShowUnitTable(campaign: bench.campaign, isLive: true).perform(in: tx)
            )
        }
        let own = try #require(inside.units.first)
        #expect(own.unit.code == code && own.counts.items == 1)
        #expect(own.counts == wide.first { $0.unit.tenant.text == district }?.counts)
        #expect(table.rows.first { $0.isWhole }?.figures == UnitFigures(own.counts))
        #expect(wideTable.rows.first { $0.unit.tenant.text == district }?.figures == UnitFigures(own.counts))
        #expect(inside.units.filter { $0.unit.code != code }.map(\.counts.items).reduce(0, +) == 2)
        #expect(inside.total.items == 2)

        let commune = try #require(table.rows.first { $0.unit.code == code + "01" })
        let listed = try await province.read(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            try await ListItems(filter: commune.filter(.items, campaign: bench.campaign), limit: 10).perform(in: tx).entries.map(\.item.id)
        }
        #expect(commune.figures[.items] == 1 && listed == [given])
        let counted = try await province.raw(
            .unitHead, in: district,
            """
            SELECT 1 / (sum((f.figures ->> 'items')::integer) - 3)
            FROM core.month_figures((SELECT c.id FROM core.campaign AS c WHERE c.code = '\(bench.campaign)'), '2023-06-01', '2023-06-30', '2023-06-20',
                '\(province.tenant(district))') AS f
            """)
        #expect(counted?.sqlState == "22012", "the month counts the same three")
        let alone = try await province.read(as: .individual, in: district, unit: code + "01") { (tx: borrowing TenantTransaction) in
            try await ShowOverview(campaign: bench.campaign).perform(in: tx)
        }
        #expect(alone.units.map(\.unit.code) == [code + "01"] && alone.total.items == 1)
        #expect(try await bench.list(as: .individual, in: district, unit: code + "01").map(\.item.id) == [part])
    }

    @Test("is refused outside the hander's own subtree and from an officer who may not assign")
    func byWhom() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await whole(bench)
        let first = try await bench.handOn(HandOnItem(parent: parent, unit: "10101"), in: "district_101")
        func refused(_ part: HandOnItem, _ role: Role, _ unit: String?) async -> Problem? {
            await province.refusal { try await bench.handOn(part, as: role, in: "district_101", unit: unit) }
        }
        #expect(await refused(HandOnItem(parent: first, unit: "10102"), .subUnitHead, "10101") == .notAllowed)
        #expect(await refused(HandOnItem(parent: first, unit: "TT01"), .subUnitOfficer, "10101") == .notAllowed)
        #expect(await refused(HandOnItem(parent: parent, unit: "TT01"), .subUnitHead, "10101") == .notFound)
        #expect(await refused(HandOnItem(parent: parent, unit: "10101"), .clerk, nil) == .notAllowed)
        // The Office reads what a unit hands on; it does not hand on itself.
        let office = await province.refusal {
            try await province.write(as: .officeMonitor, to: .tenant(Tenant.Slug("district_101")!)) { (tx: borrowing TenantTransaction) in
                _ = try await HandOnItem(parent: parent, unit: "10101").perform(in: tx, ids: .system)
            }
        }
        #expect(office == .notAllowed)
    }

    @Test("is not handed on before the unit was given the whole")
    func notBefore() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await whole(bench)
        let given = try await bench.show(parent).entry.item.assignedOn
        let early = HandOnItem(parent: parent, unit: "10101", assignedOn: given.adding(days: -1))
        let refusal = await province.refusal { try await bench.handOn(early, in: "district_101") }
        #expect(refusal?.fields.map(\.path) == ["$.assignedOn"] && refusal?.fields.first?.reason.contains(given.vietnamese) == true)
        // Negative control: on the day itself it may.
        try await bench.handOn(HandOnItem(parent: parent, unit: "10101", assignedOn: given), in: "district_101")
    }

    @Test("is due no later than its parent: said by field, and held by the database without the program")
    func notLater() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await whole(bench)
        let late = HandOnItem(parent: parent, unit: "10101", dueOn: CivilDate("2023-07-01"))
        #expect(await province.refusal { try await bench.handOn(late, in: "district_101") }?.fields.map(\.path) == ["$.dueOn"])

        #expect(try await pastTheProgram(bench, parent, due: "2023-06-30") == nil)
        #expect(try await pastTheProgram(bench, parent, due: "2023-07-01")?.code == "due-after-parent")
        // Negative control: without the constraint the same insert passes.
        try await province.asSuperuser("ALTER TABLE core.work_item DROP CONSTRAINT child_due_by_its_parents_date")
        #expect(try await pastTheProgram(bench, parent, due: "2023-07-01") == nil)
        try await province.asSuperuser(
            "ALTER TABLE core.work_item ADD CONSTRAINT child_due_by_its_parents_date CHECK (parent_due_on IS NULL OR sort_due <= parent_due_on) NOT VALID"
        )
    }

    @Test("holds its parent's date: the parent cannot be moved before it, neither by program nor by SQL")
    func parentMoves() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await whole(bench)
        let id = try await bench.handOn(HandOnItem(parent: parent, unit: "10101", dueOn: CivilDate("2023-06-25")), in: "district_101")
        func move(to day: String, version: Int) async -> Problem? {
            var changes = ChangeItem.Changes()
            changes.dueOn = CivilDate(day)
            var change = ChangeItem(id: parent, version: version, changes: changes, reason: "điều chỉnh")
            change.documentNumber = "15/UBND-TH"
            return await province.refusal {
                try await province.write(as: .officeMonitor, to: .province) { [change] (tx: borrowing TenantTransaction) in
                    try await change.perform(in: tx)
                }
            }
        }
        #expect(await move(to: "2023-06-24", version: 1)?.code == "children-due-later")
        #expect(await move(to: "2023-06-25", version: 1) == nil)
        #expect(await move(to: "2023-07-15", version: 2) == nil)
        // The child follows by its key, without a change of its own.
        let child = try await bench.show(id, in: "district_101")
        #expect(child.entry.item.version == 1)
        #expect(child.changes.isEmpty)
        #expect(try await province.count("SELECT count(*) FROM core.work_item WHERE id = \(id) AND parent_due_on = '2023-07-15'") == 1)

        let attack = "UPDATE core.work_item SET due_on = '2023-06-24' WHERE id = '\(parent)'"
        let refusal = try await province.raw(.officeMonitor, provinceWide: true, attack)
        #expect(refusal?.constraint == "child_due_by_its_parents_date")
        // Negative control: without the key's cascade nothing stands between.
        try await province.asSuperuser("ALTER TABLE district_101.work_item DROP CONSTRAINT work_item_parent")
        #expect(try await province.raw(.officeMonitor, provinceWide: true, attack) == nil)
        try await province.asSuperuser("SELECT core.tenant_apply('district_101')")
    }

    @Test("of a parent without a date may have any date, until the parent gets one")
    func parentWithoutDate() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await whole(bench, due: nil)
        try await bench.handOn(HandOnItem(parent: parent, unit: "10101", dueOn: CivilDate("2023-11-30")), in: "district_101")
        let attack = "UPDATE core.work_item SET due_on = '2023-10-31', original_due_on = '2023-10-31' WHERE id = '\(parent)'"
        #expect(try await province.raw(.officeMonitor, provinceWide: true, attack)?.constraint == "child_due_by_its_parents_date")
    }

    /// Handing on as a program without its checks would.
    private func pastTheProgram(_ bench: LedgerBench, _ parent: WorkItem.ID, due: String) async throws -> Problem? {
        let whole = try await bench.show(parent).entry.item
        let unit = province.unit("10102", in: "district_101")
        return await province.refusal {
            try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
                var terms = whole.terms
                terms.dueOn = CivilDate(due)
                let id: WorkItem.ID = IDSource.system.next()
                try await WorkItem.assign(
                    [
                        WorkItem.Assignment(
                            id: id, tenant: whole.tenant, unit: unit, code: "RAW-\(id)", parent: parent, terms: terms,
                            assignedOn: CivilDate("2023-04-01")!)
                    ], in: tx)
            }
        }
    }
}

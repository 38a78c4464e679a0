import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Who accepts an item is not of the unit that did it, not even at the top (A66).
@Suite("Nobody accepts his own work", .province, .timeLimit(.minutes(30)))
struct SeparationTests {
    let province = Province.current
    private let office = "dept_vpub"

    /// The Office gave itself an item and reports it done.
    private func ownItem(_ bench: LedgerBench, leader: Post.ID? = nil, coordinators: [String] = []) async throws -> WorkItem.ID {
        var assignment = bench.task(to: office, coordinators: coordinators)
        assignment.provinceLeader = leader
        let id = try await bench.assign(assignment)
        try await report(id, bench)
        return id
    }

    private func report(_ id: WorkItem.ID, _ bench: LedgerBench) async throws {
        try await bench.report(
            ReportProgress(item: id, isResult: true, evidenceOn: CivilDate("2023-06-10"), documentNumber: "5/BC-VP", narrative: "Đã xong"),
            as: .unitHead, in: office)
    }

    private func refusal(_ bench: LedgerBench, _ id: WorkItem.ID, as role: Role, in tenant: String? = nil) async -> String? {
        await province.refusal { try await bench.rule(RuleItem(item: id, kind: .accepted), as: role, in: tenant) }?.code
    }

    /// Whose results wait for an officer of this role.
    private func waiting(for role: Role, in tenant: String? = nil, unit: String? = nil) async throws -> [WorkItem.ID] {
        try await province.read(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
            (tx: borrowing TenantTransaction) in
            try await ListWaitingResults(limit: 200).perform(in: tx).results.map(\.item)
        }
    }

    /// What the item's page offers him.
    private func steps(_ id: WorkItem.ID, for role: Role, in tenant: String? = nil, unit: String? = nil) async throws -> [WorkItem.Step] {
        try await province.read(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
            (tx: borrowing TenantTransaction) in
            let officer = try await tx.officer()
            return try await ShowItem(id: id).perform(in: tx).steps(for: officer)
        }
    }

    @Test("the Office's own item is accepted by a leader of the province, not by the Office")
    func office() async throws {
        let bench = try await LedgerBench(province)
        let id = try await ownItem(bench, coordinators: ["dept_snv"])
        #expect(try await waiting(for: .viceChairman).contains(id))
        for role in [Role.officeMonitor, .homeAffairsOfficer, .auditor] { #expect(try await !waiting(for: role).contains(id), "\(role)") }
        #expect(try await !waiting(for: .unitHead, in: office).contains(id))
        for role in [Role.officeMonitor, .officeChief] { #expect(await refusal(bench, id, as: role) == "own-work") }
        #expect(await refusal(bench, id, as: .unitHead, in: office) == "own-work")
        #expect(await refusal(bench, id, as: .homeAffairsOfficer) == "not-allowed")
        #expect(await refusal(bench, id, as: .viceChairman) == nil)
        #expect(try await bench.show(id).entry.standing.state == .accepted)
        // Who co-ordinated in it is done with it.
        let helpers = try await bench.list(in: "dept_snv").filter { $0.item.lead?.item == id }
        #expect(helpers.map(\.standing.state) == [.accepted])
    }

    @Test("where a leader is in charge, he alone rules on it")
    func inCharge() async throws {
        let bench = try await LedgerBench(province)
        let id = try await ownItem(bench, leader: province.post(of: .chairman))
        #expect(try await waiting(for: .chairman).contains(id))
        #expect(try await steps(id, for: .chairman).contains(.accept))
        #expect(try await !waiting(for: .viceChairman).contains(id))
        #expect(try await !steps(id, for: .viceChairman).contains(.accept))
        #expect(await refusal(bench, id, as: .viceChairman) == "not-allowed")
        #expect(await refusal(bench, id, as: .chairman) == nil)
    }

    @Test("a leader rules on nobody else's: those are the Office's")
    func others() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv"))
        try await bench.report(
            ReportProgress(item: id, isResult: true, evidenceOn: CivilDate("2023-06-10"), documentNumber: "5/BC", narrative: "Đã xong"),
            in: "dept_snv")
        #expect(await refusal(bench, id, as: .viceChairman) == "not-allowed")
        #expect(await refusal(bench, id, as: .officeMonitor) == nil)
    }

    @Test("the row policies say the same of a program that forgets it; without them it would pass")
    func database() async throws {
        let bench = try await LedgerBench(province)
        let id = try await ownItem(bench)
        let tenant = province.tenant(office)
        let ruling = """
            INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, reason, recorded_by, recorded_on)
            VALUES ('\(tenant)', core.new_id(), '\(id)', '\(tenant)', '\(tenant)', 'violation', '2023-06-20', '1/QĐ', 'x',
                '\(province.post(of: .officeMonitor))', '2023-06-20')
            """
        #expect(try await province.raw(.officeMonitor, provinceWide: true, ruling)?.sqlState == "42501")
        let leaders = ruling.replacing("'\(province.post(of: .officeMonitor))'", with: "'\(province.post(of: .viceChairman))'")
        #expect(try await province.raw(.viceChairman, provinceWide: true, leaders) == nil)
        try await province.asSuperuser("CREATE POLICY gap ON core.ruling FOR INSERT TO office WITH CHECK (true)")
        #expect(try await province.raw(.officeMonitor, provinceWide: true, ruling) == nil)
        try await province.asSuperuser("DROP POLICY gap ON core.ruling")
    }

    private func change(_ id: WorkItem.ID, _ edit: (inout ChangeItem.Changes) -> Void) async -> String? {
        var changes = ChangeItem.Changes()
        edit(&changes)
        var change = ChangeItem(id: id, version: 1, changes: changes, reason: "Công văn 15")
        change.documentNumber = "15/UBND-TH"
        return await province.refusal {
            try await province.write(as: .officeMonitor, to: .province) { [change] (tx: borrowing TenantTransaction) in
                try await change.perform(in: tx)
            }
        }?.code
    }

    @Test("the Office gives its own items no later date and no other goal, whatever paper it names; past the program neither")
    func changed() async throws {
        let bench = try await LedgerBench(province)
        let task = try await bench.assign(bench.task(to: office, due: "2023-06-25"))
        let target = try await bench.assign(bench.target(to: office, atLeast: "90"))
        var goal = ChangeItem.Goal()
        goal.target = Quantity("80")
        let lower = goal
        #expect(await change(task) { $0.dueOn = CivilDate("2023-06-28") } == "own-work")
        #expect(await change(target) { $0.goal = lower } == "own-work")
        let attacks = [
            "UPDATE core.work_item SET due_on = '2023-06-28', change_document_number = '1', change_document_issuer = 'x', change_document_on = '2023-06-20' WHERE id = '\(task)'",
            "UPDATE core.work_item SET target = 80 WHERE id = '\(target)'",
        ]
        for attack in attacks {
            #expect(try await province.raw(.officeMonitor, provinceWide: true, attack)?.constraint == "own_work_stands", "\(attack)")
        }
        // The controls: an earlier day, and the same of another unit's.
        #expect(await change(task) { $0.dueOn = CivilDate("2023-06-23") } == nil)
        let other = try await bench.assign(bench.target(to: "dept_snv", atLeast: "90"))
        #expect(await change(other) { $0.goal = lower } == nil)
    }

    @Test("who sits in another unit as well grants that unit no time")
    func secondSeat() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv", due: "2023-06-25"))
        try await province.write(as: .unitHead, in: "dept_snv") { (tx: borrowing TenantTransaction) in
            _ = try await AskExtension(item: id, dueOn: LedgerBench.day("2023-07-05"), reason: "x").perform(in: tx, ids: .system)
        }
        let unit = province.tenant("dept_snv")
        let granting = DecideExtension(item: id, isGranted: true, documentNumber: "88/UBND-TH")
        func granted() async -> String? {
            await province.refusal {
                try await province.write(as: .officeChief, to: .province) { (tx: borrowing TenantTransaction) in
                    _ = try await granting.perform(in: tx, ids: .system)
                }
            }?.code
        }
        try await province.asSuperuser(
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
            SELECT '0192a000-0000-7000-8000-0000000000ab', p.person_id, '\(unit)', '\(unit)', 'clerk', 'x', 'direct_worker', '2023-01-01'
            FROM core.post AS p
            WHERE p.id = '\(province.post(of: .officeChief))'
            """)
        #expect(await granted() == "not-allowed")
        // The control: once he does not sit there any more.
        try await province.asSuperuser("UPDATE core.post SET valid_to = '2023-06-01' WHERE id = '0192a000-0000-7000-8000-0000000000ab'")
        #expect(await granted() == nil)
    }

    @Test("inside a unit: not the person who did it, nor who sits in the sub-unit that did it")
    func insideUnit() async throws {
        let bench = try await LedgerBench(province)
        let district = "district_101"
        let whole = try await bench.assign(bench.task(to: district))
        let head = province.person(of: .subUnitHead, in: district, unit: "10101")
        let given = try await bench.handOn(HandOnItem(parent: whole, unit: "10101"), in: district)
        let person = try await bench.handOn(
            HandOnItem(parent: given, unit: "10101", assignee: head), as: .subUnitHead, in: district, unit: "10101")
        for id in [given, person] {
            try await bench.report(
                ReportProgress(item: id, isResult: true, evidenceOn: CivilDate("2023-06-10"), documentNumber: "5/BC", narrative: "Đã xong"),
                as: .subUnitHead, in: district, unit: "10101")
        }
        func refused(_ id: WorkItem.ID, as role: Role, unit: String?) async -> String? {
            await province.refusal {
                try await province.write(as: role, in: district, unit: unit) { (tx: borrowing TenantTransaction) in
                    _ = try await RuleItem(item: id, kind: .accepted).perform(in: tx, ids: .system)
                }
            }?.code
        }
        #expect(await refused(person, as: .subUnitHead, unit: "10101") == "own-work")
        #expect(await refused(given, as: .subUnitHead, unit: "10101") == "own-work")
        #expect(await refused(person, as: .unitHead, unit: nil) == nil)
        #expect(await refused(given, as: .unitHead, unit: nil) == nil)
    }

    @Test("who takes a post over rules on what was given in it before, and not on what somebody beside him gave for the whole unit")
    func successor() async throws {
        let bench = try await LedgerBench(province)
        let (district, commune) = ("district_101", "10101")
        let whole = try await bench.assign(bench.task(to: district))
        let given = try await bench.handOn(HandOnItem(parent: whole, unit: commune), in: district)
        /// Given by a post of the commune that is over.
        func part(by role: String) async throws -> WorkItem.ID {
            let officer = province.person(of: .subUnitOfficer, in: district, unit: commune)
            let id = try await bench.handOn(
                HandOnItem(parent: given, unit: commune, assignee: officer), as: .subUnitHead, in: district, unit: commune)
            try await bench.report(
                ReportProgress(item: id, isResult: true, evidenceOn: CivilDate("2023-06-10"), documentNumber: "5/BC", narrative: "Đã xong"),
                as: .subUnitOfficer, in: district, unit: commune)
            let post: Post.ID = IDSource.system.next()
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from, valid_to)
                VALUES ('\(post)', '\(province.person(of: .unitHead, in: district))', '\(province.tenant(district))',
                    '\(province.unit(commune, in: district))', '\(role)', 'Người trước', 'direct_worker', '2023-02-01', '2023-05-31');
                UPDATE core.work_item SET assigner_post_id = '\(post)' WHERE id = '\(id)';
                SET session_replication_role = origin;
                """)
            return id
        }
        let before = try await part(by: "sub_unit_head")
        let beside = try await part(by: "unit_coordinator")
        let listed = try await waiting(for: .subUnitHead, in: district, unit: commune)
        #expect(listed.contains(before) && !listed.contains(beside))
        #expect(try await steps(before, for: .subUnitHead, in: district, unit: commune).contains(.accept))
        #expect(try await !steps(beside, for: .subUnitHead, in: district, unit: commune).contains(.accept))
        func refused(_ id: WorkItem.ID) async -> String? {
            await province.refusal {
                try await province.write(as: .subUnitHead, in: district, unit: commune) { (tx: borrowing TenantTransaction) in
                    _ = try await RuleItem(item: id, kind: .accepted).perform(in: tx, ids: .system)
                }
            }?.code
        }
        #expect(await refused(beside) == "not-allowed")
        #expect(await refused(before) == nil)
        #expect(try await bench.show(before, in: district).entry.standing.state == .accepted)
    }

    @Test("who also holds a post in the unit that did it is told that it is his own work, and is offered nothing")
    func secondPost() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_ttt"))
        try await bench.report(
            ReportProgress(item: id, isResult: true, evidenceOn: CivilDate("2023-06-10"), documentNumber: "5/BC", narrative: "Đã xong"),
            in: "dept_ttt")
        #expect(try await waiting(for: .officeChief).contains(id))
        #expect(try await steps(id, for: .officeChief).contains(.accept))
        let post: Post.ID = IDSource.system.next()
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from, valid_to)
            VALUES ('\(post)', '\(province.person(of: .officeChief))', '\(province.tenant("dept_ttt"))', '\(province.tenant("dept_ttt"))', 'clerk',
                'Kiêm nhiệm', 'direct_worker', '2023-06-01', NULL);
            SET session_replication_role = origin;
            """)
        #expect(try await !waiting(for: .officeChief).contains(id))
        #expect(try await !steps(id, for: .officeChief).contains(.accept))
        #expect(await refusal(bench, id, as: .officeChief) == "own-work")
        #expect(await refusal(bench, id, as: .officeMonitor) == nil)
        try await province.asSuperuser("UPDATE core.post SET valid_to = '2023-06-19' WHERE id = '\(post)'")
    }
}

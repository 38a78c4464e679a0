import Domain
import Operations
import Storage
import TestSupport
import Testing

@Suite("The tree of sub-units stays a tree on every day", .province(opening: 16), .timeLimit(.minutes(30)))
struct SubUnitTreeTests {
    let province = Province.current

    /// a over b over c.
    private func chain(in district: String) async throws -> (a: SubUnit.ID, b: SubUnit.ID, c: SubUnit.ID) {
        let a = try await province.opened("A", from: "2023-01-01", in: district)
        let b = try await province.opened("B", under: a, from: "2023-01-01", in: district)
        return (a, b, try await province.opened("C", under: b, from: "2023-01-01", in: district))
    }

    @Test("a unit cannot come under itself or under what stands below it")
    func cycles() async throws {
        let district = try await province.freshDistrict()
        let (a, b, c) = try await chain(in: district)
        for (unit, parent) in [(a, a), (a, b), (a, c), (b, c)] {
            let problem = await province.refusal { try await province.move(unit, under: parent, in: district) }
            #expect(problem?.code == "under-itself")
        }
        try await province.move(c, under: a, in: district)
        try await province.move(b, under: c, in: district)
        #expect(try await province.unit(b, in: district).parent == c)
    }

    @Test("nor by a move that is only recorded for a later day")
    func cyclesLater() async throws {
        let district = try await province.freshDistrict()
        let a = try await province.opened("A", from: "2023-01-01", in: district)
        let b = try await province.opened("B", from: "2023-01-01", in: district)
        try await province.move(b, under: a, from: "2023-09-01", in: district)
        let early = await province.refusal { try await province.move(a, under: b, from: "2023-07-01", in: district) }
        #expect(early?.code == "under-itself")
        // Recorded as standing under the district before b comes: no day sees both.
        try await province.change(ChangeSubUnit(a, version: 1, position: 7, validFrom: CivilDate("2023-08-15")), in: district)
        let still = await province.refusal { try await province.move(a, under: b, from: "2023-09-01", in: district) }
        #expect(still?.code == "under-itself")
        try await province.move(a, under: b, from: "2023-07-01", in: district)
    }

    @Test("two moves at once that would make a ring together: one is refused")
    func cyclesAtOnce() async throws {
        let district = try await province.freshDistrict()
        for round in 0..<5 {
            let a = try await province.opened("A\(round)", from: "2023-01-01", in: district)
            let b = try await province.opened("B\(round)", from: "2023-01-01", in: district)
            async let first = province.refusal { try await province.move(a, under: b, in: district) }
            async let second = province.refusal { try await province.move(b, under: a, in: district) }
            let refused = await [first, second].compactMap(\.?.code)
            #expect(refused == ["under-itself"], "round \(round)")
        }
    }

    @Test("without the guard of the database the ring would be recorded")
    func cyclesControl() async throws {
        let district = try await province.freshDistrict()
        let (a, _, c) = try await chain(in: district)
        try await province.asSuperuser("ALTER TABLE \(district).sub_unit_version DISABLE TRIGGER guard")
        try await province.move(a, under: c, in: district)
    }

    @Test("a unit stands under one that is open for as long")
    func openParents() async throws {
        let district = try await province.freshDistrict()
        let young = try await province.opened("Y", from: "2023-06-01", in: district)
        let early = await province.refusal { _ = try await province.opened("X", under: young, from: "2023-05-31", in: district) }
        #expect(early?.code == "invalid-input" && early?.fields.map(\.path) == ["$.openedOn"])
        try await province.close(young, on: "2023-06-10", in: district)
        for day in ["2023-06-05", "2023-06-11"] {
            let late = await province.refusal { _ = try await province.opened("X", under: young, from: day, in: district) }
            #expect(late?.code == "parent-not-open")
        }
    }

    @Test("a unit with open ones below it does not close; once they moved or closed it does")
    func children() async throws {
        let district = try await province.freshDistrict()
        let (a, b, c) = try await chain(in: district)
        let refused = await province.refusal { try await province.close(a, in: district) }
        #expect(refused?.code == "has-sub-units")
        try await province.close(c, on: "2023-05-31", in: district)
        try await province.move(b, under: province.unit(nil, in: district), from: "2023-06-01", in: district)
        let before = await province.refusal { try await province.close(a, on: "2023-05-30", in: district) }
        #expect(before?.code == "has-sub-units")
        try await province.close(a, on: "2023-05-31", in: district)
        let codes = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await ListSubUnits(.init(kind: .donVi), limit: 200).perform(in: tx).units.map(\.code)
        }
        #expect(codes == ["B"])
        let all = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await ListSubUnits(.init(kind: .donVi, includingClosed: true), limit: 200).perform(in: tx).units.map(\.code)
        }
        #expect(Set(all) == ["A", "B", "C"])
    }

    @Test("nor with posts held there")
    func posts() async throws {
        let district = try await province.freshDistrict()
        let unit = try await province.opened("X", from: "2023-01-01", in: district)
        let person = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        let post = try await province.given(.subUnitOfficer, to: person, at: unit, from: "2023-02-01", in: district)
        let refused = await province.refusal { try await province.close(unit, on: "2023-06-01", in: district) }
        #expect(refused?.code == "has-posts")
        try await province.ends(post, on: "2023-06-01", in: district)
        try await province.close(unit, on: "2023-06-01", in: district)
        let late = await province.refusal {
            _ = try await province.given(.subUnitOfficer, to: person, at: unit, from: "2023-06-02", in: district)
        }
        #expect(late?.code == "no-such-unit")
    }

    @Test("nothing is given there that is due when it no longer stands, nor put off until then; without the guard it is")
    func givenAfterwards() async throws {
        let bench = try await LedgerBench(province)
        let district = try await province.freshDistrict()
        let unit = try await province.opened("X", from: "2023-01-01", in: district)
        let whole = try await bench.assign(bench.task(to: district, due: "2023-07-31"))
        try await province.close(unit, on: "2023-06-30", in: district)
        func given(_ due: String) async throws -> WorkItem.ID {
            try await bench.handOn(HandOnItem(parent: whole, unit: "X", title: "Phần việc", dueOn: CivilDate(due)), in: district)
        }
        #expect(await province.refusal { _ = try await given("2023-07-01") }?.code == "unit-closes-before")
        let part = try await given("2023-06-30")
        func putOff() async -> String? {
            var changes = ChangeItem.Changes()
            changes.dueOn = CivilDate("2023-07-01")
            var changing = ChangeItem(id: part, version: 1, changes: changes, reason: "Lùi thời hạn")
            changing.documentNumber = "7/CV"
            let asked = changing
            return await province.refusal {
                try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
                    try await asked.perform(in: tx)
                }
            }?.code
        }
        #expect(await putOff() == "unit-closes-before")
        // The controls.
        for name in ["at_an_open_unit", "at_an_open_unit_later"] {
            try await province.asSuperuser("ALTER TABLE \(district).work_item DISABLE TRIGGER \(name)")
        }
        #expect(await putOff() == nil)
        _ = try await given("2023-07-01")
    }

    @Test("nor with an item open there; once a document took it away it does", arguments: ["exempted", "cancelled"])
    func items(kind: String) async throws {
        let district = try await province.freshDistrict()
        let unit = try await province.opened("X", from: "2023-01-01", in: district)
        try await province.asSuperuser(item(at: unit, in: district))
        let open = await province.refusal { try await province.close(unit, in: district) }
        #expect(open?.code == "has-open-items")
        try await province.asSuperuser(ruling("violation", in: district))
        let still = await province.refusal { try await province.close(unit, in: district) }
        #expect(still?.code == "has-open-items")
        try await province.asSuperuser(ruling(kind, in: district))
        try await province.close(unit, in: district)
    }

    @Test("without the guard of the database a unit would vanish with all that")
    func closingControl() async throws {
        let district = try await province.freshDistrict()
        let (a, _, _) = try await chain(in: district)
        try await province.asSuperuser("ALTER TABLE \(district).sub_unit DISABLE TRIGGER guard")
        try await province.close(a, in: district)
    }

    @Test("a unit closes once, not before it opened nor before its last change")
    func closingDay() async throws {
        let district = try await province.freshDistrict()
        let unit = try await province.opened("X", from: "2023-02-01", in: district)
        try await province.change(ChangeSubUnit(unit, version: 1, name: "Khác", validFrom: CivilDate("2023-08-01")), in: district)
        for (day, code) in [
            ("2023-01-30", "closes-before-opening"), ("2023-02-01", "has-later-changes"), ("2023-07-31", "has-later-changes"),
        ] {
            let problem = await province.refusal { try await province.close(unit, on: day, in: district) }
            #expect(problem?.code == code)
        }
        try await province.close(unit, on: "2023-08-01", in: district)
        let again = await province.refusal { try await province.close(unit, on: "2023-12-31", in: district) }
        #expect(again?.code == "closed-already")
        let change = await province.refusal {
            try await province.change(
                ChangeSubUnit(
                    unit, version: try await province.unit(unit, in: district).version, name: "Nữa", validFrom: CivilDate("2023-08-02")),
                in: district)
        }
        #expect(change?.code == "outside-units-time")
    }

    private func reopen(_ unit: SubUnit.ID, version: Int? = nil, in district: String, as role: Role = .tenantAdmin) async throws {
        let current = try await province.unit(unit, in: district).version
        let reopening = ReopenSubUnit(unit, version: version ?? current)
        try await province.write(as: role, in: district) { (tx: borrowing TenantTransaction) in try await reopening.perform(in: tx) }
    }

    @Test("a closing by mistake is taken back by who keeps the directory, under a unit that stands, while nobody took code or name")
    func reopening() async throws {
        let district = try await province.freshDistrict()
        let (a, b, c) = try await chain(in: district)
        let d = try await province.opened("D", "Phòng D", kind: .phong, under: b, from: "2023-01-01", in: district)
        #expect(await province.refusal { try await reopen(d, in: district) }?.code == "not-closed")
        for unit in [d, c, b, a] { try await province.close(unit, on: "2023-05-31", in: district) }
        #expect(await province.refusal { try await reopen(d, in: district, as: .clerk) } == .notAllowed)
        #expect(await province.refusal { try await reopen(d, version: 1, in: district) }?.kind == .stale)
        #expect(await province.refusal { try await reopen(d, in: district) }?.code == "parent-closed")
        try await reopen(a, in: district)
        try await reopen(b, in: district)
        let taker = try await province.opened("D", "Phòng khác", kind: .phong, from: "2023-06-01", in: district)
        #expect(await province.refusal { try await reopen(d, in: district) }?.code == "place-taken")
        try await province.close(taker, on: "2023-05-31", in: district)
        try await reopen(d, in: district)
        #expect(try await province.unit(d, in: district).closedOn == nil)
        #expect(try await found("D", in: district) == d)
        try await province.close(d, on: "2023-06-10", in: district)
        #expect(try await province.unit(d, in: district).closedOn == CivilDate("2023-06-10"))
    }

    private func found(_ code: String, in district: String) async throws -> SubUnit.ID {
        try await province.read(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await SubUnitReference(code).resolve(naming: "unit", in: tx).id
        }
    }

    @Test("it does not close before what it did last")
    func deeds() async throws {
        let district = try await province.freshDistrict()
        let unit = try await province.opened("X", from: "2023-01-01", in: district)
        try await province.asSuperuser(item(at: unit, in: district))
        try await province.asSuperuser(ruling("cancelled", in: district))
        // Past the guards, which ask who reports.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO \(district).progress (tenant_id, id, item_id, unit_id, kind, evidence_on, narrative, recorded_by, recorded_on)
            SELECT i.tenant_id, gen_random_uuid(), i.id, i.unit_id, 'reported', '2023-06-15', 'x', i.assigner_post_id, '2023-06-16'
            FROM \(district).work_item AS i
            WHERE i.code = 'N1';
            SET session_replication_role = origin
            """)
        let early = await province.refusal { try await province.close(unit, on: "2023-06-14", in: district) }
        #expect(early?.code == "has-later-deeds" && early?.detail.contains("15/06/2023") == true, "said of which day")
        func raw(_ day: String) async -> Problem? {
            await province.refusal {
                try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
                    guard let version = try await SubUnit.find(unit, in: tx)?.version else { throw Problem.notFound }
                    _ = try await SubUnit.close(unit, version: version, lastDay: CivilDate(day)!, in: tx)
                }
            }
        }
        #expect(await raw("2023-06-14")?.code == "has-later-deeds", "asked in the database too")
        #expect(await raw("2023-06-15") == nil)
    }

    @Test("opened by mistake, it closes on the day before its first, is on no day's list, and its code is free again")
    func mistake() async throws {
        let district = try await province.freshDistrict()
        let unit = try await province.opened("X", "Sai Tên", in: district)
        try await province.change(ChangeSubUnit(unit, version: 1, name: "Cũng Sai", validFrom: CivilDate("2023-07-01")), in: district)
        try await province.close(unit, on: "2023-06-19", in: district)
        for day in ["2023-06-19", "2023-06-20", "2023-08-01"] {
            let found = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
                try await ListSubUnits(.init(on: CivilDate(day), kind: .donVi), limit: 200).perform(in: tx).units
            }
            #expect(found.isEmpty)
        }
        _ = try await province.opened("X", "Đúng Tên", from: "2023-06-01", in: district)
    }

    @Test("closing a unit while one is opened below it: one of the two is refused")
    func closingAtOnce() async throws {
        let district = try await province.freshDistrict()
        for round in 0..<5 {
            let unit = try await province.opened("X\(round)", from: "2023-01-01", in: district)
            async let closing = province.refusal { try await province.close(unit, in: district) }
            async let opening = province.refusal {
                _ = try await province.opened("Y\(round)", under: unit, from: "2023-06-01", in: district)
            }
            let refused = await [closing, opening].compactMap(\.?.code)
            #expect(refused.count == 1 && ["has-sub-units", "parent-not-open"].contains(refused[0]), "round \(round): \(refused)")
        }
    }

    private func item(at unit: SubUnit.ID, in district: String) -> String {
        """
        INSERT INTO core.sector (code, name, position) VALUES ('tree', 'Cây', 1) ON CONFLICT DO NOTHING;
        INSERT INTO \(district).work_item (tenant_id, id, unit_id, code, kind, role, title, sector, completion, assigner_tenant_id, assigner_post_id,
            assigned_on, recorded_on)
        VALUES ('\(province.tenant(district))', '\(unit)', '\(unit)', 'N1', 'task', 'lead', 'Việc', 'tree', 'ketQua', '\(province.tenant(district))',
            '\(province.post(of: .unitHead, in: district))', '2023-02-01', '2023-02-01')
        """
    }

    private func ruling(_ kind: String, in district: String) -> String {
        """
        INSERT INTO \(district).ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, recorded_by, recorded_on)
        SELECT i.tenant_id, gen_random_uuid(), i.id, i.unit_id, i.assigner_tenant_id, '\(kind)', '2023-06-01', '1/QĐ', i.assigner_post_id, '2023-06-01'
        FROM \(district).work_item AS i
        WHERE i.code = 'N1'
        """
    }
}

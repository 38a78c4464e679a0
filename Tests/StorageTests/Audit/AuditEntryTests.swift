import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What a change leaves in the audit, in its own transaction.
@Suite("Audit entries", .province, .timeLimit(.minutes(30)))
struct AuditEntryTests {
    let province = Province.current
    private let tenant = "dept_snv"

    @Test("a report names who, in which post, on which request, and stands on its item's timeline")
    func officer() async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: tenant, due: "2023-06-15"))
        var entry = province.entry(.unitHead, in: tenant)
        entry.request = "request|7#"
        let report = try await province.entrance.write(entry) { (tx: borrowing TenantTransaction) in
            try await ReportProgress(item: item, milestonePercent: 50, narrative: "Đã làm").perform(in: tx, ids: .system)
        }
        let rows = try await province.audit(of: "work_item", item.description)
        #expect(rows.map(\.relation) == ["work_item", "progress"])
        let last = try #require(rows.last)
        #expect((last.action, last.actorKind, last.login) == ("insert", "officer", "thidua_web"))
        #expect(last.person == province.person(of: .unitHead, in: tenant).uuid)
        #expect(last.post == province.post(of: .unitHead, in: tenant).uuid)
        #expect(last.account != nil)
        #expect(last.tenant == province.tenant(tenant).uuid)
        // What parts the fields of the signed payload is taken out of it.
        #expect(last.request == "request7")
        #expect(last.before == nil)
        #expect(last.after?.contains(report.description) == true)
        // The Office assigned it from outside the tenant; the item is the tenant's all the same.
        #expect(rows.first?.post == province.post(of: .officeMonitor).uuid)
        #expect(rows.first?.tenant == province.tenant(tenant).uuid)
    }

    @Test("a change says what was before and after of the changed columns alone, and why")
    func changedColumns() async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: tenant, due: "2023-06-15"))
        var changes = ChangeItem.Changes()
        changes.title = "Tên khác"
        let change = ChangeItem(id: item, version: 1, changes: changes, reason: "Công văn 15")
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in try await change.perform(in: tx)
        }
        let last = try #require(try await province.audit(of: "work_item", item.description).last { $0.relation == "work_item" })
        #expect((last.action, last.actorKind, last.reason) == ("update", "officer", "Công văn 15"))
        #expect(last.after == #"{"title": "Tên khác", "version": 2, "change_reason": "Công văn 15"}"#)
        #expect(last.before?.hasSuffix(#", "version": 1, "change_reason": ""}"#) == true)
    }

    @Test("what is rolled back, and what changes nothing, leaves none")
    func nothingHappened() async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: tenant, due: "2023-06-15"))
        struct Stopped: Error {}
        await #expect(throws: Stopped.self) {
            try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
                _ = try await ReportProgress(item: item, milestonePercent: 50, narrative: "Đã làm").perform(in: tx, ids: .system)
                throw Stopped()
            }
        }
        try await province.asSuperuser(
            "UPDATE core.sector SET name = name; BEGIN; DELETE FROM core.tenant_succession; ROLLBACK")
        #expect(try await province.audit(of: "work_item", item.description).count == 1)
        #expect(
            try await province.asked("SELECT count(*) FROM core.audit_entry WHERE action = 'update' AND relation = 'sector'", Int64.self)
                == 0)
    }

    @Test("the worker acts for its job, in the name of the post that caused it")
    func worker() async throws {
        let district = try await province.freshDistrict()
        try await province.withConnection(as: "postgres") { connection in
            let job = try await connection.query(
                """
                INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target, initiator, state, fence, lease_until)
                VALUES (core.new_id(), 'x', \(province.tenant(district)), core.new_id(), 'test:' || core.new_id(), 'x', \(province.post(of: .chairman)),
                    'running', 1, now() + interval '1 hour')
                RETURNING id::text
                """
            ).only { row in try row.next(String.self) }
            try await connection.script(
                """
                BEGIN;
                SELECT core.enter_job('\(job)', 1);
                INSERT INTO core.sub_unit (tenant_id, id, opened_on, recorded_on)
                VALUES ('\(province.tenant(district))', '\(job)', '2023-01-01', '2023-06-20');
                COMMIT
                """)
            let row = try #require(try await province.audit(of: "sub_unit", job).first)
            #expect((row.actorKind, row.cause, row.person) == ("system", job, nil))
            #expect(row.post == province.post(of: .chairman).uuid)
        }
    }

    @Test("a new tenant's tables are audited from the first row, by what their parents have")
    func partitions() async throws {
        let district = try await province.freshDistrict()
        let id = province.tenant(district)
        let rows = try await province.audit(of: "sub_unit", id.description)
        #expect(rows.map(\.relation) == ["sub_unit", "sub_unit_version"])
        #expect(rows.allSatisfy { $0.actorKind == "operator" && $0.login == "thidua_migrator" && $0.person == nil })
    }

    @Test("whoever looks at what must not be looked at unseen leaves his purpose")
    func reading() async throws {
        let id = "0189a3c2-7d00-7e3a-9c1e-4b1f0a2d6c55"
        try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await RecordReading(object: "dossier", id: id, purpose: "Thẩm định hồ sơ").perform(in: tx)
        }
        let row = try #require(try await province.audit(of: "dossier", id).only)
        #expect((row.action, row.reason, row.tenant) == ("read", "Thẩm định hồ sơ", nil))
        #expect(row.post == province.post(of: .homeAffairsOfficer).uuid)
        let refusal = await province.refusal {
            try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
                try await RecordReading(object: "dossier", id: id, purpose: " ").perform(in: tx)
            }
        }
        #expect(refusal?.fields.map(\.path) == ["purpose"])
        // Nobody can be told to have read what he did not: without a seated actor there is nothing to record.
        await #expect(throws: PostgresError.self) {
            try await province.asSuperuser("SELECT core.audit_reading('dossier', 'x', 'x')")
        }
    }
}

extension Array {
    fileprivate var only: Element? { count == 1 ? first : nil }
}

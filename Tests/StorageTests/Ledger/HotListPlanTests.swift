import Documents
import Domain
import Operations
import Postgres
import TestSupport
import Testing

@testable import Storage

/// What the list of a commune costs where it is one of forty with a thousand items each: how many rows the plan touches, not how long it
/// takes on the machine of the day.
@Suite("The plan of a commune's list", .province, .serialized, .timeLimit(.minutes(30)))
struct HotListPlanTests {
    let province = Province.current

    private static let limit = 51

    @Test("reads its own unit's index no further than the page, under the policies; without the index it does not")
    func plan() async throws {
        let district = try await province.freshDistrict()
        let unit = try await fill(district)
        let plan = try await explain(district, unit)
        #expect(Self.readsOnlyItsPage(plan), "\(plan.joined(separator: "\n"))")
        // Of the arms for the whole unit and for one's own items nothing is read.
        #expect(!plan.contains { $0.contains("Seq Scan on work_item") })
        #expect(!plan.contains { $0.contains("Seq Scan on progress") || $0.contains("Seq Scan on ruling") })

        try await province.asSuperuser("DROP INDEX core.work_item_by_unit")
        #expect(Self.readsOnlyItsPage(try await explain(district, unit)) == false)
    }

    @Test("a file of many pages has each row once, in the list's order; cut off, it ends where it was cut")
    func file() async throws {
        let district = try await province.freshDistrict()
        _ = try await fill(district, each: 150)
        let (files, ids) = try await province.read(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            let whole = try await ExportList(ListItems(), as: .csv).perform(in: tx)
            let part = try await ExportList(LimitedList(ListItems(), most: 4_001), as: .csv).perform(in: tx)
            let ids = try await tx.rows("SELECT i.id FROM \(identifier: tx.table("work_item")) AS i ORDER BY i.sort_due, i.id") { row in
                try row.next(WorkItem.ID.self).description
            }
            return ([whole, part], ids)
        }
        #expect(ids.count > 4_001 && files[0].rowCount == ids.count)
        #expect(try Self.ids(files[0]) == ids)
        #expect(try Self.ids(files[1]) == Array(ids.prefix(4_001)))
    }

    /// What stands in the last column of a CSV.
    private static func ids(_ file: ListFile) throws -> [String] {
        let lines = try file.content.read(0..<file.content.byteCount).split(separator: UInt8(ascii: "\n")).dropFirst()
        return lines.map { line in String(decoding: line.filter { $0 != UInt8(ascii: "\r") }.suffix(36), as: UTF8.self) }
    }

    /// Whether items are read from an index alone, at most a page of each of the two units that the officer reaches.
    private static func readsOnlyItsPage(_ plan: [String]) -> Bool {
        let scans = plan.filter { $0.contains("Scan") && $0.contains(" on work_item ") && !$0.contains("never executed") }
        let touched = scans.map { line in
            let rows = line.firstMatch(of: /actual rows=(\d+) loops=(\d+)/).map { (Int($0.1) ?? 0) * (Int($0.2) ?? 0) }
            return rows ?? .max
        }
        let removed = plan.compactMap { $0.firstMatch(of: /Rows Removed by Filter: (\d+)/).flatMap { Int($0.1) } }.reduce(0, +)
        return !scans.isEmpty && scans.allSatisfy { $0.contains("Index") } && touched.reduce(0, +) <= 3 * limit && removed < limit
    }

    private func explain(_ district: String, _ unit: String) async throws -> [String] {
        try await province.read(as: .subUnitOfficer, in: district, unit: unit) { (tx: borrowing TenantTransaction) in
            let statement = LedgerEntry.listing(LedgerFilter(), at: .now, after: nil, limit: Self.limit, in: tx)
            return try await tx.rows("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + statement) { row in
                try row.next(String.self)
            }
        }
    }

    /// Forty sub-units with a thousand items each, or another number; answers the code of one that has officers and a unit below it.
    private func fill(_ district: String, each: Int = 1_000) async throws -> String {
        let tenant = province.tenant(district)
        let post = province.post(of: .unitHead, in: district)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.sector (code, name, position) VALUES ('NV', 'Nội vụ', 1) ON CONFLICT DO NOTHING;
            INSERT INTO \(district).sub_unit (tenant_id, id, opened_on, recorded_on)
            SELECT '\(tenant)', core.new_id(), '2020-01-01', '2023-06-20' FROM generate_series(1, 34);
            INSERT INTO \(district).sub_unit_version (tenant_id, unit_id, valid_from, parent_id, code, name, full_name, kind, legal_personality, recorded_on)
            SELECT u.tenant_id, u.id, '2020-01-01', u.tenant_id, 'X' || row_number() OVER (), 'Xã', 'Xã', 'xa', true, '2023-06-20'
            FROM \(district).sub_unit AS u
            WHERE NOT EXISTS (SELECT FROM \(district).sub_unit_version AS v WHERE v.unit_id = u.id);
            INSERT INTO \(district).work_item (tenant_id, id, unit_id, code, kind, role, title, sector, completion, original_due_on, due_on,
                assigner_tenant_id, assigner_post_id, assigned_on, recorded_on)
            SELECT u.tenant_id, core.new_id(), u.id, u.id || '-' || n, 'task', 'lead', 'Việc ' || n, 'NV', 'ketQua', d.day, d.day,
                u.tenant_id, '\(post)', '2023-01-02', '2023-06-20'
            FROM \(district).sub_unit AS u, generate_series(1, \(each)) AS n,
                LATERAL (SELECT DATE '2023-01-10' + (n * 7919) % 350 AS day) AS d
            WHERE u.id <> u.tenant_id;
            INSERT INTO \(district).progress (tenant_id, id, item_id, unit_id, kind, evidence_on, milestone_percent, recorded_by, recorded_on)
            SELECT i.tenant_id, core.new_id(), i.id, i.unit_id, 'reported', '2023-06-01', 50, '\(post)', '2023-06-20'
            FROM \(district).work_item AS i;
            INSERT INTO \(district).ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, document_number, decided_on, recorded_by, recorded_on)
            SELECT i.tenant_id, core.new_id(), i.id, i.unit_id, i.tenant_id, 'violation', '1/KL', '2023-06-01', '\(post)', '2023-06-20'
            FROM \(district).work_item AS i;
            ANALYZE
            """)
        return String(district.dropFirst("district_".count)) + "01"
    }
}

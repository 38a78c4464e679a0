import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The operator's verbs: opening, closing, renaming, the installation and its business date.
@Suite(.province, .timeLimit(.minutes(30)))
struct OperatorTests {
    let province = Province.current
    private let ids = IDSource.system

    @Test func `opening a tenant that stands changes nothing`() async throws {
        let opening = opening("district_8001")
        let first = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.open(opening) }
        let again = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.open(self.opening("district_8001"))
        }
        #expect(first)
        #expect(!again)
        let found = try await tenants().filter { $0.slug == opening.slug }
        #expect(found.map(\.id) == [opening.id])
    }

    @Test func `two tenants are opened at once`() async throws {
        let slugs = ["district_8002", "district_8003"]
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for slug in slugs {
                let opening = opening(slug)
                group.addTask { [keeper = province.operator] in
                    try await keeper.transaction { (tx: borrowing OperatorTransaction) in try await tx.open(opening) }
                }
            }
            for try await opened in group { #expect(opened) }
        }
        #expect(Set(try await tenants().map(\.slug.text)).isSuperset(of: slugs))
    }

    @Test func `the same tenant opened twice at once stands once`() async throws {
        let openings = [opening("district_8004"), opening("district_8004")]
        await withTaskGroup(of: Void.self) { group in
            for opening in openings {
                group.addTask { [keeper = province.operator] in
                    // One is told that it stands, or loses the race for its name.
                    _ = try? await keeper.transaction { (tx: borrowing OperatorTransaction) in try await tx.open(opening) }
                }
            }
        }
        #expect(try await tenants().count { $0.slug.text == "district_8004" } == 1)
    }

    @Test func `a tenant that cannot be opened leaves nothing behind`() async throws {
        var wrong = opening("district_8005")
        wrong.parent = ids.next()
        await #expect(throws: Problem.self) {
            try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.open(wrong) }
        }
        try await province.withConnection(as: "postgres") { connection in
            let left = try await connection.query(
                "SELECT to_regnamespace('district_8005') IS NOT NULL OR EXISTS (SELECT FROM pg_roles WHERE rolname = 'district_8005')"
            ).only { row in try row.next(Bool.self) }
            #expect(!left)
        }
    }

    @Test func `a closed tenant is read but no longer written`() async throws {
        let slug = try await province.freshDistrict()
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.close(Tenant.Slug(slug)!, lastDay: province.businessDate.adding(days: -1))
        }
        let officer = try await province.read(as: .unitHead, in: slug) { (tx: borrowing TenantTransaction) in try await tx.officer() }
        #expect(!officer.mayWrite && officer.hasEnded)
        let again = await province.refusal {
            try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
                try await tx.close(Tenant.Slug(slug)!, lastDay: province.businessDate)
            }
        }
        #expect(again?.code == "closed-already" && again?.detail.contains("thidua tenant reopen \(slug)") == true)
    }

    @Test func `a closing that was recorded by mistake is taken back`() async throws {
        let slug = try await province.freshDistrict()
        func reopen() async throws {
            try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.reopen(Tenant.Slug(slug)!) }
        }
        func mayWrite() async throws -> Bool {
            try await province.read(as: .unitHead, in: slug) { (tx: borrowing TenantTransaction) in try await tx.officer().mayWrite }
        }
        #expect(await province.refusal { try await reopen() }?.code == "no-closed-tenant")
        for day in ["2023-03-31", "2023-06-19"] {
            try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
                try await tx.close(Tenant.Slug(slug)!, lastDay: CivilDate(day)!)
            }
            #expect(try await !mayWrite(), "after \(day)")
            try await reopen()
            #expect(try await mayWrite(), "after \(day)")
        }
    }

    @Test func `which unit follows another is recorded, and corrected`() async throws {
        let (before, after) = (try await province.freshDistrict(), "district_102")
        func record(_ day: String, _ document: String, by successor: String) async throws {
            try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
                try await tx.succeed(
                    Tenant.Slug(before)!, by: Tenant.Slug(successor)!, from: CivilDate(day)!, document: document)
            }
        }
        let (old, new) = (province.tenant(before), province.tenant(after))
        func follows() async throws -> Bool {
            try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await Tenant.follows(new, old, in: tx)
            }
        }
        #expect(try await !follows())
        try await record("2023-06-01", "1/NQ-HĐND", by: after)
        try await record("2023-06-20", "12/NQ-HĐND", by: after)
        #expect(try await follows())
        let kept = try await province.count(
            """
            SELECT count(*)
            FROM core.tenant_succession AS s
            WHERE s.predecessor_id = \(old) AND s.effective_on = '2023-06-20' AND s.document = '12/NQ-HĐND'
            """)
        #expect(kept == 1)
        #expect(await province.refusal { try await record("2023-06-20", "x", by: "district_7777") }?.code == "no-such-tenants")
    }

    @Test func `a renamed district keeps its old name on the days before`() async throws {
        let slug = try await province.freshDistrict()
        let id = province.tenant(slug)
        let day = province.businessDate
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.rename(id, from: day, code: "T1", name: "Thị xã Khác", fullName: "Thị xã Khác", unitKind: .thiXa)
        }
        let (before, after, root) = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            (
                try await tx.tenants(on: day.adding(days: -1)).first { $0.id == id }, try await tx.tenants(on: day).first { $0.id == id },
                try await tx.subUnits(of: id, on: day).first
            )
        }
        #expect(before?.fullName.hasPrefix("Huyện Mới") == true)
        #expect(after?.fullName == "Thị xã Khác")
        #expect(root?.kind == .thiXa)
        #expect(root?.fullName == "Thị xã Khác")
    }

    @Test func `the business date moves in a demonstration`() async throws {
        let day = CivilDate("2023-07-01")!
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.moveBusinessDate(to: day) }
        let seen = try await province.read(as: .chairman) { (tx: borrowing TenantTransaction) in try await tx.officer().today }
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.moveBusinessDate(to: province.businessDate)
        }
        #expect(seen == day)
    }

    @Test func `a demonstration is not installed as production`() async throws {
        await #expect {
            try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
                try await tx.install(Installation(kind: .production, businessDate: nil))
            }
        } throws: { ($0 as? Problem)?.code == "installed-otherwise" }
    }

    @Test func `a token opened for a post enters as that post`() async throws {
        let post = province.post(of: .unitHead, in: "district_102")
        let token = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.openCredential(for: post, label: "một lần", lifetime: .seconds(60))
        }
        let officer = try await province.entrance.read(Entry(token: token, place: .tenant(Tenant.Slug("district_102")!))) {
            (tx: borrowing TenantTransaction) in try await tx.officer()
        }
        #expect(officer.post == post)
    }

    private func opening(_ slug: String) -> Tenant.Opening {
        Tenant.Opening(
            id: ids.next(), slug: Tenant.Slug(slug)!, kind: .district, scope: .awardSubject, parent: province.tenant("province"),
            position: 900,
            openedOn: province.businessDate, code: String(slug.dropFirst(9)), name: slug, fullName: "Huyện \(slug)", unitKind: .huyen)
    }

    private func tenants() async throws -> [Tenant] {
        let day = province.businessDate
        return try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.tenants(on: day) }
    }
}

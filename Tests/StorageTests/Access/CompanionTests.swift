import Domain
import Logging
import Operations
import Postgres
import TestSupport
import Testing

@testable import Storage

/// What a reading splits between two connections is one moment of the database, read as one officer.
@Suite("A reading on two connections", .province, .timeLimit(.minutes(30)))
struct CompanionTests {
    private let province = Province.current

    /// Where something was read: by which process of the server, as which role, and what it saw.
    private struct Sight: Sendable {
        let process: Int32
        let role: String
        let days: Int64
    }

    private static func look(_ tx: borrowing TenantTransaction) async throws -> Sight {
        let seen = try await tx.first(
            "SELECT pg_backend_pid(), current_user::text, (SELECT count(*) FROM core.calendar_day WHERE name = 'bên cạnh')"
        ) { row in
            Sight(process: try row.next(), role: try row.next(), days: try row.next())
        }
        return try #require(seen)
    }

    private func plantDay(_ day: String) async throws {
        try await province.asSuperuser(
            "INSERT INTO core.calendar_day (day, working, name, source) VALUES ('\(day)', false, 'bên cạnh', 'thử')")
    }

    @Test("sees one moment, whatever is committed between; two readings of their own do not")
    func oneMoment() async throws {
        let before = try await province.read(as: .officeMonitor, to: .province, Self.look)
        let (own, beside) = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            _ = try await Self.look(tx)
            try await plantDay("2031-01-06")
            return try await tx.both(Self.look) { (tx: borrowing TenantTransaction) in try await Self.look(tx) }
        }
        #expect(own.process != beside.process, "a second connection reads")
        #expect(own.role == "office" && beside.role == "office")
        #expect(own.days == before.days && beside.days == before.days)
        let after = try await province.read(as: .officeMonitor, to: .province, Self.look)
        #expect(after.days == before.days + 1, "the control: what was committed between is there")
    }

    /// Whether the second of two readings was done while the first waited for the server.
    private func isBeside(as role: Role, in tenant: String? = nil, to place: Entry.Place? = nil) async throws -> Bool {
        let (first, second) = try await province.read(as: role, in: tenant, to: place) { (tx: borrowing TenantTransaction) in
            try await tx.both(
                { (tx: borrowing TenantTransaction) in
                    _ = try await tx.first("SELECT count(*) FROM generate_series(1, 8000000)") { row in try row.next(Int64.self) }
                    return ContinuousClock.now
                },
                { (tx: borrowing TenantTransaction) in
                    _ = try await Self.process(tx)
                    return ContinuousClock.now
                })
        }
        return second < first
    }

    @Test("goes on in both at the same time, though the thread of the first waits for the server")
    func together() async throws {
        var met = false
        // On a loaded machine a second connection may not be there at once.
        for _ in 0..<5 where !met { met = try await isBeside(as: .officeMonitor, to: .province) }
        #expect(met)
        #expect(try await !isBeside(as: .unitHead, in: "district_101"), "the control: of one unit they are read one after the other")
    }

    @Test("goes on alone where no second connection is free, and where one unit is read")
    func alone() async throws {
        // Were the second connection waited for as long as the reading may take, no time would be left to read alone.
        let narrow = try Entrance(database: province.url, connections: 1, patience: .seconds(20), logger: Logger(label: "tests"))
        let running = Task { await narrow.run() }
        defer { running.cancel() }
        let (one, other) = try await narrow.read(province.entry(.officeMonitor, to: .province)) { (tx: borrowing TenantTransaction) in
            try await tx.both(Self.look) { (tx: borrowing TenantTransaction) in try await Self.look(tx) }
        }
        #expect(one.process == other.process)
        let (mine, same) = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await tx.both(Self.process) { (tx: borrowing TenantTransaction) in try await Self.process(tx) }
        }
        #expect(mine == same)
    }

    private static func process(_ tx: borrowing TenantTransaction) async throws -> Int32 {
        try #require(try await tx.first("SELECT pg_backend_pid()") { row in try row.next() })
    }

    @Test("is refused with its second half: a fault there is the fault of the whole")
    func fault() async throws {
        await #expect(throws: Problem.notFound) {
            _ = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await tx.both(Self.look) { (_: borrowing TenantTransaction) -> Int in throw Problem.notFound }
            }
        }
    }

    @Test("is for those who see the province: no role of a unit shares its moment, nor exports it itself")
    func notForUnits() async throws {
        for (role, tenant) in [(Role.unitHead, "district_101"), (.tenantAdmin, "district_101")] {
            await #expect(throws: Problem.self) {
                _ = try await province.read(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
                    try await tx.execute("SELECT core.shared_moment()")
                }
            }
        }
        await #expect(throws: Problem.self) {
            _ = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await tx.execute("SELECT pg_export_snapshot()")
            }
        }
    }
}

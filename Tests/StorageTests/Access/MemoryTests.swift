import Domain
import Logging
import Operations
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Storage

/// What was found before is said again for the same officer as long as nothing changes, and never longer.
@Suite("An answer that is remembered", .province, .serialized, .timeLimit(.minutes(30)))
struct MemoryTests {
    private let province = Province.current

    /// Days that the tests add to the calendar, and how often they were looked for.
    private final class Looking: Sendable {
        let times = Mutex(0)

        func days(_ tx: borrowing TenantTransaction) async throws -> Int64 {
            times.withLock { $0 += 1 }
            let days = try await tx.first("SELECT count(*) FROM core.calendar_day WHERE name = 'nhớ'") { row in try row.next(Int64.self) }
            return try #require(days)
        }
    }

    private let looking = Looking()
    private var times: Int { looking.times.withLock { $0 } }

    private func ask(
        _ question: String = "days", as role: Role = .officeMonitor, where isKept: @Sendable (Int64) -> Bool = { _ in true }
    ) async throws -> Int64 {
        try await province.read(as: role, to: .province) { (tx: borrowing TenantTransaction) in
            try await tx.remembering(question, where: isKept) { (tx: borrowing TenantTransaction) in try await looking.days(tx) }
        }
    }

    private static func plant(_ day: String) -> String {
        "INSERT INTO core.calendar_day (day, working, name, source) VALUES ('\(day)', false, 'nhớ', 'thử')"
    }

    @Test("is the same answer as long as nothing changed, and another one with the first change")
    func change() async throws {
        let days = try await ask()
        #expect(try await ask() == days && times == 1, "it was not looked for again")
        try await province.asSuperuser(Self.plant("2032-01-05"))
        #expect(try await ask() == days + 1 && times == 2)
        #expect(try await ask() == days + 1 && times == 2)
        // A change that changes nothing leaves no entry, nor does it need one.
        try await province.asSuperuser("UPDATE core.calendar_day SET name = name WHERE name = 'nhớ'")
        #expect(try await ask() == days + 1 && times == 2)
        try await province.asSuperuser("UPDATE core.calendar_day SET name = 'nhớ nữa' WHERE day = '2032-01-05'")
        #expect(try await ask() == days && times == 3)
    }

    @Test("is not kept past a change that was under way when it was found, and is kept past one that came to nothing")
    func underWay() async throws {
        let days = try await ask("under way")
        let before = times
        try await province.withConnection(as: "postgres") { connection in
            for (end, day, other) in [("ROLLBACK", "2032-02-02", "2032-02-09"), ("COMMIT", "2032-02-03", "2032-02-10")] {
                try await connection.script("BEGIN; " + Self.plant(day))
                // Another change, which is over sooner, has a later number than the one under way.
                try await province.asSuperuser(Self.plant(other).replacing("'nhớ'", with: "'khác'"))
                #expect(try await ask("under way") == days)
                let found = times
                #expect(try await ask("under way") == days && times == found)
                try await connection.script(end)
                #expect(try await ask("under way") == (end == "COMMIT" ? days + 1 : days))
                #expect(times == (end == "COMMIT" ? found + 1 : found), "after \(end)")
            }
        }
        #expect(times > before)
    }

    @Test("is told to nobody else, to no other question and in no other place")
    func others() async throws {
        _ = try await ask("mine")
        let before = times
        _ = try await ask("yours")
        _ = try await ask("mine", as: .homeAffairsOfficer)
        let elsewhere = try await province.read(as: .officeMonitor) { (tx: borrowing TenantTransaction) in
            try await tx.remembering("mine", where: { _ in true }) { (tx: borrowing TenantTransaction) in try await looking.days(tx) }
        }
        #expect(elsewhere >= 0 && times == before + 3)
        _ = try await ask("mine")
        #expect(times == before + 3, "the control")
    }

    @Test("is found anew by who may change something, and what he saw of his own is not kept")
    func writing() async throws {
        let days = try await ask("written")
        let before = times
        struct Undone: Error {}
        await #expect(throws: (any Error).self) {
            try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                _ = try await tx.remembering("written", where: { _ in true }) { (tx: borrowing TenantTransaction) in
                    try await tx.execute("SELECT 1")
                    return try await looking.days(tx)
                }
                throw Undone()
            }
        }
        #expect(times == before + 1)
        #expect(try await ask("written") == days && times == before + 1)
    }

    @Test("outlives a reading that is recorded, but not where it is said not to be kept")
    func kept() async throws {
        _ = try await ask("kept")
        var before = times
        try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await RecordReading(object: "dossier", id: "x", purpose: "Thẩm định hồ sơ").perform(in: tx)
        }
        _ = try await ask("kept")
        #expect(times == before)
        _ = try await ask("not kept") { _ in false }
        before = times
        _ = try await ask("not kept") { _ in false }
        #expect(times == before + 1)
    }

    @Test("is no use to who began before it was found: he does not see what was seen then")
    func earlier() async throws {
        let days = try await ask("earlier")
        let before = times
        let (mine, theirs) = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            _ = try await tx.officer()
            try await province.asSuperuser(Self.plant("2032-03-01"))
            let theirs = try await ask("earlier")
            let mine = try await tx.remembering("earlier", where: { _ in true }) { (tx: borrowing TenantTransaction) in
                try await looking.days(tx)
            }
            return (mine, theirs)
        }
        #expect(mine == days && theirs == days + 1 && times == before + 2)
        #expect(try await ask("earlier") == days + 1)
    }

    private func after(_ moment: String?) async throws -> String? {
        try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await tx.first("SELECT core.moment_after(\(moment))") { row in try row.next(String?.self) } ?? nil
        }
    }

    @Test("is asked for by a moment that nobody makes up, and that ends with its epoch and its routines")
    func moments() async throws {
        let moment = try #require(try await after(nil))
        #expect(try await after(moment) == nil, "the control: nothing comes after it")
        let parts = moment.split(separator: "#").map(String.init)
        #expect(parts.count == 3)
        #expect(try await after("\(parts[0])#9000000:9000000:#\(parts[2])") != nil)
        #expect(try await after("\(parts[0])#\(parts[1])") != nil)
        try await province.asSuperuser("UPDATE core.routine_file SET applied_at = clock_timestamp() WHERE name LIKE '85%'")
        let next = try #require(try await after(moment))
        #expect(try await after(next) == nil)
        try await province.asSuperuser("SELECT core.audit_raise_epoch('thử')")
        #expect(try await after(next) != nil)
    }
}

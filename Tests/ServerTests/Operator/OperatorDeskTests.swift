import Domain
import Foundation
import Logging
import Operations
import Postgres
import TestSupport
import Testing

/// The operator's commands as they are called, without the command line around them.
@Suite(.ownPlace, .serialized, .timeLimit(.minutes(30)))
struct OperatorDeskTests {
    private var province: Province { .current }

    @Test(.emptyProvince) func `a production installation is made once, takes no business date and becomes no demonstration`() async throws
    {
        let desk = try desk()
        try await desk.install()
        try await desk.install()
        let problem = await #expect(throws: Problem.self) { try await desk.moveBusinessDate(to: CivilDate("2023-06-20")!) }
        #expect(problem?.code == "business-date-is-today")
        #expect(problem?.kind == .refused)
    }

    @Test(.emptyProvince) func `a business date before the installation says what to do first`() async throws {
        let problem = await #expect(throws: Problem.self) { try await desk().moveBusinessDate(to: CivilDate("2023-06-20")!) }
        #expect(problem?.code == "not-installed")
        #expect(problem?.detail.contains("thidua admin init") == true)
    }

    @Test(.province) func `a trial import tells the same as the import after it, and changes nothing`() async throws {
        let desk = try desk()
        let file = DirectoryFile(
            name: "units.csv",
            content: Array("code,name,full_name,level,parent_code\n790,Chín,Huyện Chín,district,01\n79001,Một,Xã Một,commune,790".utf8))
        let before = try await desk.tenants(on: nil)
        let trial = try await desk.importDirectory([file], from: nil, trial: true)
        #expect(try await desk.tenants(on: nil) == before)
        let done = try await desk.importDirectory([file], from: nil, trial: false)
        #expect(done == trial)
        #expect(done.openedTenants.map(\.slug) == ["district_790"])
        #expect(try await desk.importDirectory([file], from: nil, trial: false).isEmpty)
    }

    @Test(.province) func `every fault of a file is told at once, with line and column, in Vietnamese`() async throws {
        let content = """
            code,name,full_name,level,parent_code
            ,Chín,Huyện Chín,district,01
            791,Mười,Mười,district,01
            792,Hai,Huyện Hai,cấp huyện,01
            793,Ba,Huyện Ba,district,404
            793,Bốn,Huyện Bốn,district,01
            """
        let problem = await #expect(throws: Problem.self) {
            try await desk().importDirectory([DirectoryFile(name: "u.csv", content: Array(content.utf8))], from: nil, trial: false)
        }
        #expect(
            problem?.fields.map(\.path) == [
                "u.csv, dòng 2, cột code", "u.csv, dòng 3, cột full_name", "u.csv, dòng 4, cột level", "u.csv, dòng 5, cột parent_code",
                "u.csv, dòng 6, cột code",
            ])
        #expect(problem?.fields.allSatisfy { !$0.reason.isEmpty && $0.reason.contains { !$0.isASCII } } == true)
    }

    @Test(.province) func `the doctor tells first of files that were not applied`() async throws {
        #expect(try await desk().examine().isEmpty)
        let home = NSTemporaryDirectory() + "/thidua-home-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: home) }
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: URL(filePath: RepositoryPaths.sql).resolvingSymlinksInPath().path, toPath: home + "/sql")
        try Data("SELECT 1".utf8).write(to: URL(filePath: home + "/sql/routines/99_new.sql"))
        let found = try await desk(home: home).examine()
        #expect(found.map(\.subject) == ["99_new.sql"])
    }

    @Test(.province) func `the calendar of a year is what its file says, and the files of the house say it without a fault`() async throws {
        let desk = try desk()
        for year in 2023...2026 {
            let file = URL(filePath: RepositoryPaths.deploy).appending(path: "calendar/\(year).csv")
            let content = Array(try Data(contentsOf: file))
            let trial = try await desk.importCalendar(content, name: "\(year).csv", trial: true)
            #expect(trial.year == year && trial.removed.isEmpty)
            let done = try await desk.importCalendar(content, name: "\(year).csv", trial: false)
            #expect(done == trial)
            let again = try await desk.importCalendar(content, name: "\(year).csv", trial: false)
            #expect(
                again.added.isEmpty && again.changed.isEmpty && again.unchanged == done.added.count + done.changed.count + done.unchanged)
        }
        // A day that the file no longer names is a day like others; other years stay.
        let later = try await desk.calendar(of: 2025)
        let one = Array("day,working,name,source\n2024-04-30,no,Ngày Chiến thắng,Bộ luật Lao động".utf8)
        let changes = try await desk.importCalendar(one, name: "2024.csv", trial: false)
        #expect(changes.added.isEmpty && changes.changed.count == 1 && !changes.removed.isEmpty)
        #expect(try await desk.calendar(of: 2024).map(\.day) == [CivilDate("2024-04-30")])
        #expect(try await desk.calendar(of: 2025) == later)
    }

    @Test(.province) func `every fault of a calendar is told at once, and nothing of it is kept`() async throws {
        let content = """
            day,working,name,source
            2024-02-30,no,Ngày không có,x
            2024-05-04,no,Thứ bảy đã nghỉ,x
            2024-05-06,yes,Thứ hai vẫn làm,x
            2024-05-07,maybe,,x
            2024-05-08,no,Một,x
            2024-05-08,no,Hai,x
            2025-05-08,no,Năm khác,x
            """
        let problem = await #expect(throws: Problem.self) {
            _ = try await desk().importCalendar(Array(content.utf8), name: "2024.csv", trial: false)
        }
        #expect(
            problem?.fields.map(\.path) == [
                "dòng 2, cột day", "dòng 3, cột working", "dòng 4, cột working", "dòng 5, cột working", "dòng 5, cột name",
                "dòng 7, cột day",
                "cột day",
            ])
        #expect(try await desk().calendar(of: 2024).isEmpty)
    }

    @Test(.province) func `an officer is seated whole or not at all, in any unit, and his post ends on a day`() async throws {
        let desk = try desk()
        let seating = SeatOfficer(
            .newcomer(fullName: "Trần Thị Bình", kind: .congChuc), in: "dept_vpub", unit: "PTH", role: .officeMonitor, title: "Chuyên viên",
            leaderRank: .directWorker, username: "vpub.binh")
        func refusal(_ change: (inout SeatOfficer) -> Void) async -> Problem? {
            var changed = seating
            change(&changed)
            let officer = changed
            return await province.refusal { _ = try await desk.seat(officer) }
        }
        let before = try await audited()
        #expect(await refusal { $0.tenant = "district_999" }?.code == "no-open-tenant")
        #expect(await refusal { $0.unit = "KHONG" }?.fields.map(\.path) == ["$.unit"])
        #expect(await refusal { $0.role = .system }?.fields.map(\.path) == ["$.role"])
        #expect(await refusal { $0.role = .unitHead }?.fields.map(\.path) == ["$.role"], "head of the whole, not of a part")
        #expect(await refusal { $0.validFrom = CivilDate("2019-12-31") }?.fields.map(\.path) == ["$.validFrom"])
        #expect(await refusal { $0.holder = .known(Person.ID("0192a000-0000-7000-8000-00000000abcd")!) }?.code == "no-such-person")
        // The name is taken, which is found last: nothing of the rest stays.
        #expect(await refusal { $0.username = province.seat(.clerk, in: "district_101").username }?.code == "username-taken")
        #expect(try await audited() == before)

        let seated = try await desk.seat(seating)
        #expect(seated.link != nil && seated.username == "vpub.binh" && seated.unitName.contains("Phòng Tổng hợp"))
        #expect(try await audited() == before + 4)
        #expect(try await desk.seats(in: nil).contains { $0.post == seated.post && $0.tenant.text == "dept_vpub" })
        #expect(await refusal { $0.holder = .known(seated.person) }?.code == "post-there")
        #expect(try await desk.unseat(seated.post, lastDay: nil) == province.businessDate)
        #expect(await province.refusal { _ = try await desk.unseat(seated.post, lastDay: nil) }?.code == "ended-already")
    }

    /// How many rows of people and their ways in were recorded as the operator's.
    private func audited() async throws -> Int {
        try await province.count(
            """
            SELECT count(*)
            FROM core.audit_entry
            WHERE actor_kind = 'operator' AND relation IN ('person', 'post', 'account', 'password_link')
            """)
    }

    @Test(.province) func `who is there already gets another post, and a link where his unit's manager could know the password`()
        async throws
    {
        let desk = try desk()
        let clerk = province.seat(.clerk, in: "district_101")
        func seating(_ role: Role) -> SeatOfficer {
            SeatOfficer(
                .known(province.person(of: .clerk, in: "district_101")), in: "dept_vpub", role: role, title: "Chuyên viên",
                leaderRank: .directWorker)
        }
        let known = try await desk.seat(seating(.officeMonitor))
        #expect(known.link == nil && known.username == clerk.username)
        try await province.asSuperuser(
            """
            UPDATE core.account SET opened_by = '\(province.post(of: .tenantAdmin, in: "district_101"))' WHERE username = '\(clerk.username)'
            """)
        #expect(try await desk.seat(seating(.officeChief)).link != nil)
        // In his own unit, with a role that it gives itself, he needs none.
        var own = seating(.subUnitHead)
        own.tenant = "district_101"
        own.unit = "PNV"
        #expect(try await desk.seat(own).link == nil)
        own.username = "khac.ten"
        own.role = .subUnitOfficer
        let officer = own
        #expect(await province.refusal { _ = try await desk.seat(officer) }?.code == "account-there")
    }

    @Test func `an address that is none is refused before anything is tried`() {
        #expect { try OperatorDesk(database: "postgresql://[", home: "", logger: Logger(label: "tests")) } throws: {
            ($0 as? Problem)?.code == "database-address"
        }
    }

    private func desk(home: String = RepositoryPaths.root) throws -> OperatorDesk {
        try OperatorDesk(database: province.url, home: home, logger: Logger(label: "tests"))
    }
}

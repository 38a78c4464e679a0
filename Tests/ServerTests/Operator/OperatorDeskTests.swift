import Domain
import Foundation
import Logging
import Operations
import TestSupport
import Testing

/// The operator's commands as they are called, without the command line around them.
@Suite(.timeLimit(.minutes(10)))
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

    @Test func `an address that is none is refused before anything is tried`() {
        #expect { try OperatorDesk(database: "postgresql://[", home: "", logger: Logger(label: "tests")) } throws: {
            ($0 as? Problem)?.code == "database-address"
        }
    }

    private func desk(home: String = RepositoryPaths.root) throws -> OperatorDesk {
        try OperatorDesk(database: province.url, home: home, logger: Logger(label: "tests"))
    }
}

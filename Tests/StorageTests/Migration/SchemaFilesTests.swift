import Domain
import Foundation
import Storage
import TestSupport
import Testing

/// What a folder of SQL files must look like.
struct SchemaFilesTests {
    @Test func `the repository's own files are read in order`() throws {
        let files = try SchemaFiles(directory: RepositoryPaths.sql)
        #expect(files.migrations.map(\.version) == Array(1...files.migrations.count))
        #expect(files.routines.map(\.name) == files.routines.map(\.name).sorted())
        #expect(files.migrations.allSatisfy { $0.checksum.count == 64 })
    }

    @Test(arguments: [
        (["0001_a.sql", "0003_b.sql"], "0003_b.sql"), (["0002_a.sql"], "0002_a.sql"), (["1_a.sql"], "1_a.sql"),
        (["0001_A.sql"], "0001_A.sql"),
        (["0001_.sql"], "0001_.sql"), (["0001_a.sql", "0001_b.sql"], "0001_b.sql"), ([], "migrations"),
    ])
    func `a gap, a double or a wrong name is refused by the name of the file`(_ names: [String], _ named: String) throws {
        let folder = try ScratchFolder()
        for name in names { try folder.write("SELECT 1", to: "migrations/" + name) }
        #expect { try SchemaFiles(directory: folder.path) } throws: { error in
            guard let problem = error as? Problem else { return false }
            return problem.code == "schema-files" && problem.detail.contains(named)
        }
    }

    @Test func `a folder that is not there is named`() {
        #expect { try SchemaFiles(directory: "/nowhere/at/all") } throws: {
            ($0 as? Problem)?.detail.contains("/nowhere/at/all/migrations") == true
        }
    }

    @Test func `one changed letter changes the checksum`() throws {
        let folder = try ScratchFolder()
        try folder.write("SELECT 1", to: "migrations/0001_a.sql")
        let before = try SchemaFiles(directory: folder.path).migrations[0].checksum
        try folder.write("SELECT 2", to: "migrations/0001_a.sql")
        #expect(try SchemaFiles(directory: folder.path).migrations[0].checksum != before)
    }
}

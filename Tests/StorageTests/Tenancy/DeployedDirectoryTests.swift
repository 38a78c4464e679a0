import Domain
import Foundation
import Operations
import Storage
import TestSupport
import Testing

/// The lists that a demonstration is loaded from, in a database of their own: `Province` has another province in it.
@Suite(.emptyProvince, .timeLimit(.minutes(30)))
struct DeployedDirectoryTests {
    let province = Province.current
    private let day = CivilDate("2022-01-01")!

    @Test func `a whole province is imported in one go, and a second time nothing changes`() async throws {
        let files = try ["units.csv", "departments.csv", "department-units.csv"].map { name in
            DirectoryFile(name: name, content: Array(try Data(contentsOf: URL(filePath: RepositoryPaths.deploy + "/camau-2023/" + name))))
        }
        let importing = ImportDirectory(files, from: day)
        let changes = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await importing.perform(in: tx, ids: .system)
        }
        // The province, 19 departments, 3 of the press and 9 districts; 101 communes among the sub-units.
        #expect(changes.openedTenants.count == 32)
        let tenants = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.tenants(on: day) }
        #expect(tenants.count { $0.scope == .awardSubject } == 28)
        #expect(tenants.count { $0.scope == .media } == 3)
        #expect(tenants.first?.kind == .province)
        let communes = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            var count = 0
            for tenant in tenants where tenant.kind == .district {
                count += try await tx.subUnits(of: tenant.id, on: day).count { [.xa, .phuong, .thiTran].contains($0.kind) }
            }
            return count
        }
        #expect(communes == 101)

        let again = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await importing.perform(in: tx, ids: .system)
        }
        #expect(again.isEmpty)
        let rows = changes.openedTenants.count + changes.openedUnits
        #expect(again.unchanged == rows)
    }
}

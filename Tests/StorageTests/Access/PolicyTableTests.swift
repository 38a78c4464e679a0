import Domain
import Postgres
import TestSupport
import Testing

/// The policy is one table; the database's copy for its row policies is the same, cell by cell.
@Suite("The policy table in code and in the database", .province, .timeLimit(.minutes(1)))
struct PolicyTableTests {
    private let province = Province.current

    @Test("every role has one row", arguments: Role.allCases)
    func everyRole(_ role: Role) {
        #expect(Policy.table.count { $0.role == role } == 1)
    }

    @Test("role, reach and province-wide role agree")
    func roles() async throws {
        let stored = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT code, reach, province_role FROM core.role").decode { (row) throws in
                "\(try row.next(String.self)) \(try row.next(String.self)) \(try row.next(String?.self) ?? "-")"
            }
        }
        let here = Policy.table.map { "\($0.role.rawValue) \($0.reach.rawValue) \($0.provinceRole?.rawValue ?? "-")" }
        #expect(stored.sorted() == here.sorted())
    }

    @Test("role × action agrees in every cell")
    func actions() async throws {
        let stored = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT role, action FROM core.role_action").decode { (row) throws in
                "\(try row.next(String.self)) \(try row.next(String.self))"
            }
        }
        let here = Policy.table.flatMap { policy in policy.actions.map { "\(policy.role.rawValue) \($0.rawValue)" } }
        #expect(Set(stored) == Set(here))
    }
}

import CustomDump
import Domain
import Postgres
import TestSupport
import Testing

/// The policy is one table; the database's copy for its row policies is the same, cell by cell.
@Suite("The policy table in code and in the database", .province, .timeLimit(.minutes(30)))
struct PolicyTableTests {
    private let province = Province.current

    private struct Row: Equatable {
        let code: String
        let name: String
        let reach: String
        let provinceRole: String?
        let isGrantable: Bool
    }

    @Test("every role has one row", arguments: Role.allCases)
    func everyRole(_ role: Role) {
        #expect(Policy.table.count { $0.role == role } == 1)
    }

    @Test("name, reach, province-wide role, who may give it and order agree")
    func roles() async throws {
        let stored = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT code, name, reach, province_role, grantable FROM core.role ORDER BY precedence").decode {
                (row) throws in
                Row(
                    code: try row.next(), name: try row.next(), reach: try row.next(), provinceRole: try row.next(),
                    isGrantable: try row.next())
            }
        }
        let here = Policy.table.map { policy in
            Row(
                code: policy.role.rawValue, name: policy.role.vietnamese, reach: policy.reach.rawValue,
                provinceRole: policy.provinceRole?.rawValue, isGrantable: policy.role.isGrantable)
        }
        expectNoDifference(stored, here)
        #expect(here.filter(\.isGrantable).map(\.code) == Role.grantable.map(\.rawValue))
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

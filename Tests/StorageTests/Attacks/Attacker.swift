import Domain
import Postgres
import TestSupport
import Testing

/// Somebody who holds one officer's token and can run any SQL he likes on a connection of the service: the worst that a hole in a handler
/// could give him.
struct Attacker {
    let province: Province
    let connection: Connection
    /// Whose token he holds: the administrator of district_101, the strongest role inside one tenant.
    let token: Token

    /// One attack: connects as the service's login, enters as himself, lets the body try, throws everything away.
    static func attempt(in province: Province, _ body: (Attacker) async throws -> Bool) async throws -> Bool {
        try await province.withConnection(as: "thidua_web") { connection in
            let attacker = Attacker(province: province, connection: connection, token: province.token(of: .tenantAdmin, in: "district_101"))
            try await attacker.enter("district_101", with: attacker.token)
            do {
                let got = try await body(attacker)
                _ = try? await connection.query("ROLLBACK")
                return got
            } catch is PostgresError {
                return false
            }
        }
    }

    /// Begins a transaction and enters; the transaction before, if any, is rolled back.
    func enter(_ slug: String, with token: Token) async throws {
        if connection.transactionStatus != .idle { _ = try await connection.query("ROLLBACK") }
        _ = try await connection.query("BEGIN")
        _ = try await connection.query("SELECT set_config('role', core.enter(\(token.bytes), \(slug)), true)")
    }

    /// The first number of the first row; throws when PostgreSQL refuses.
    func number(_ sql: SQL) async throws -> Int64 {
        try await connection.query(sql).first { row in try row.next() } ?? 0
    }

    func run(_ sql: SQL) async throws {
        _ = try await connection.query(sql)
    }

    /// The setting that the database signed for the transaction under way.
    func signedSetting() async throws -> String {
        try await connection.query("SELECT current_setting('thidua.actor')").only { row in try row.next() }
    }

    /// SET takes no binds: the text goes as it is, as an attacker's would.
    func setActor(_ setting: String) async throws {
        try await connection.script("SET LOCAL thidua.actor = '\(setting)'")
    }
}

/// What is tried, and the one defence that stands in its way.
struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    /// Takes the defence away, as superuser.
    let weaken: String
    /// Puts it back.
    let restore: String
    /// True when a foreign row was read or written, or a right was gained.
    let attempt: @Sendable (Attacker) async throws -> Bool

    var testDescription: String { name }
}

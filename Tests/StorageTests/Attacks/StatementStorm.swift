import Domain
import TestSupport

@testable import Postgres

/// Runs what a ``StatementForge`` makes on connections of the service, several at a time, and searches rows, notices of refusal and answers.
struct StatementStorm {
    struct Report: Sendable {
        var attempts = 0
        var refused = 0
        var sighted = 0
        var leaks: [String] = []
        var leakedTables: Set<String> = []
        /// How often each SQLSTATE came back.
        var states: [String: Int] = [:]

        mutating func add(_ other: Report) {
            attempts += other.attempts
            refused += other.refused
            sighted += other.sighted
            leaks += other.leaks
            leakedTables.formUnion(other.leakedTables)
            states.merge(other.states, uniquingKeysWith: +)
        }
    }

    let province: Province
    let canary: Canary
    let catalogue: StatementForge.Catalogue
    private let lanes = 4

    init(_ province: Province, _ canary: Canary) async throws {
        self.province = province
        self.canary = canary
        catalogue = try await province.withConnection(as: "postgres") { connection in
            let relations = try await connection.query(
                """
                SELECT n.nspname::text, c.relname::text, array_agg(a.attname::text ORDER BY a.attnum)
                FROM pg_class AS c
                    JOIN pg_namespace AS n ON n.oid = c.relnamespace
                    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE (n.nspname IN ('core', 'district_101', 'district_102', 'dept_snv') AND c.relkind IN ('r', 'p', 'v', 'S'))
                   OR (n.nspname IN ('pg_catalog', 'information_schema') AND c.relkind IN ('r', 'v'))
                GROUP BY 1, 2
                ORDER BY 1, 2
                """
            ).decode { row in StatementForge.Relation(schema: try row.next(), name: try row.next(), columns: try row.next()) }
            let routines = try await connection.query(
                """
                SELECT p.pronamespace::regnamespace::text || '.' || p.proname,
                    ARRAY(SELECT format_type(a.type, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY AS a (type, place) ORDER BY a.place)
                FROM pg_proc AS p
                WHERE p.pronamespace::regnamespace::text IN ('core', 'district_101', 'district_102')
                ORDER BY 1, p.oid
                """
            ).decode { row in StatementForge.Routine(name: try row.next(), arguments: try row.next()) }
            let isSystem = { (relation: StatementForge.Relation) in ["pg_catalog", "information_schema"].contains(relation.schema) }
            var readable: [String: [StatementForge.Relation]] = [:]
            for (role, schema, name) in try await connection.query(
                """
                SELECT r.rolname::text, n.nspname::text, c.relname::text
                FROM pg_class AS c
                    JOIN pg_namespace AS n ON n.oid = c.relnamespace
                    CROSS JOIN pg_roles AS r
                WHERE (n.nspname = 'core' OR n.nspname = r.rolname)
                  AND c.relkind IN ('r', 'p', 'v')
                  AND r.rolname IN ('district_101', 'district_102', 'dept_snv', 'dept_bao', 'dept_vpub', 'office', 'leadership', 'council', 'media',
                      'auditor', 'home_affairs')
                  AND has_any_column_privilege(r.oid, c.oid, 'SELECT')
                """
            ).decode({ row in (try row.next(String.self), try row.next(String.self), try row.next(String.self)) }) {
                readable[role, default: []] += relations.filter { $0.schema == schema && $0.name == name }
            }
            return StatementForge.Catalogue(
                relations: relations.filter { !isSystem($0) },
                system: relations.filter { isSystem($0) && !Self.ownTexts.contains($0.name) },
                routines: routines, readable: readable)
        }
    }

    /// Views in which a session reads its own statements, and so the token that it asks for.
    private static let ownTexts: Set = ["pg_cursors", "pg_prepared_statements", "pg_stat_activity"]

    static let sights: [Sight] =
        [
            Seat(.tenantAdmin, in: "district_101"), Seat(.unitHead, in: "district_101"),
            Seat(.subUnitOfficer, in: "district_101", unit: "10101"),
            Seat(.individual, in: "district_101", unit: "10101"), Seat(.unitHead, in: "district_102"), Seat(.unitHead, in: "dept_snv"),
            Seat(.mediaEditor, in: "dept_bao"), Seat(.officeMonitor, in: "dept_vpub"), Seat(.chairman, in: "province"),
            Seat(.auditor, in: "dept_ttt"), Seat(.councilMember, in: "province"),
        ].map { Sight($0) } + [.nobody]

    func run(_ attempts: Int, sights: [Sight] = Self.sights) async throws -> Report {
        try await withThrowingTaskGroup(of: Report.self) { group in
            for lane in 0..<lanes {
                let share = attempts / lanes + (lane < attempts % lanes ? 1 : 0)
                let forge = StatementForge(
                    canary: canary, catalogue: catalogue, sights: sights,
                    random: SeededGenerator(seed: AttackScale.seed &+ UInt64(lane) &* 104_729))
                group.addTask { try await self.lane(share, forge) }
            }
            return try await group.reduce(into: Report()) { $0.add($1) }
        }
    }

    private func lane(_ share: Int, _ forge: StatementForge) async throws -> Report {
        var (forge, report) = (forge, Report())
        var connection = try await open()
        for _ in 0..<share {
            let attempt = forge.next()
            let (found, refusal) = try await answer(to: attempt, on: connection)
            if connection.transactionStatus != .idle { _ = try? await connection.query("ROLLBACK") }
            if connection.transactionStatus != .idle {
                await connection.close()
                connection = try await open()
            }
            report.attempts += 1
            if let refusal {
                report.refused += 1
                report.states[refusal, default: 0] += 1
            }
            var forbidden = found.filter { !attempt.sight.mayMeet($0) }
            if found.count > forbidden.count { report.sighted += 1 }
            if attempt.mustFail, refusal == nil { forbidden.insert(Canary.Find(tenant: "?", place: "a defence was taken away")) }
            report.leakedTables.formUnion(forbidden.map(\.table))
            if report.leaks.count < 20 {
                report.leaks += forbidden.map { "\($0) to \(attempt.sight): \(attempt.statements.joined(separator: "; "))" }
            }
        }
        await connection.close()
        return report
    }

    private func open() async throws -> Connection {
        let connection = try await province.connection(as: "thidua_web", statementCacheSize: 0)
        _ = try await connection.query("SET statement_timeout = '2s'")
        _ = try await connection.query("SET lock_timeout = '500ms'")
        return connection
    }

    /// The tokens in rows or error, and the SQLSTATE where it was refused.
    private func answer(to attempt: StatementForge.Attempt, on connection: Connection) async throws -> (Set<Canary.Find>, String?) {
        var batch: [SQL] = ["BEGIN"]
        if let seat = attempt.sight.seat {
            let place: String? = Policy.of(seat.role).provinceRole == nil ? seat.tenant : nil
            batch.append("SELECT set_config('role', core.enter(\(seat.token.bytes), \(place)), true)")
        }
        batch += attempt.statements.map { SQL(stringLiteral: $0) } + ["ROLLBACK"]
        do {
            let results = try await connection.pipeline(batch)
            var found: Set<Canary.Find> = []
            for result in results { found.formUnion(tokens(in: result)) }
            if let oracle = attempt.oracle, results.dropLast().last.map(Self.saysHit) == true { found.insert(oracle) }
            return (found, nil)
        } catch {
            var found = canary.finds(
                in: [error.message, error.detail, error.hint, error.context, error.constraint].compactMap { $0 }.joined(separator: "\n"))
            // What the attacker wrote himself is no find: the parser quotes it.
            if let oracle = attempt.oracle {
                found = found.filter { !$0.place.isEmpty }
                if error.sqlState == "22012" { found.insert(oracle) }
            }
            return (found, error.sqlState ?? error.code.description)
        }
    }

    private func tokens(in result: ResultSet) -> Set<Canary.Find> {
        var bytes: [UInt8] = []
        for row in 0..<result.count {
            for column in 0..<result.columns.count {
                if let cell = result.handle.cell(row: row, column: column, owner: result) { bytes += cell.byteArray + [0] }
            }
        }
        return bytes.withUnsafeBytes { canary.finds(in: $0) }
    }

    private static func saysHit(_ result: ResultSet) -> Bool {
        guard result.count > 0, result.columnTypes.first == .text else { return false }
        return (try? result.first { row in try row.next(String?.self) }) == "hit"
    }
}

import Postgres

/// One change of the policies after which somebody may more, or something else, than the table says: what a slip of the hand could make.
public struct PolicyMutation: Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable, CaseIterable {
        case dropped = "policy dropped"
        case usingTrue = "USING true"
        case checkTrue = "WITH CHECK true"
        case condition = "a condition less"
        case turned = "turned round"
        case widened = "for PUBLIC"
        case unforced = "without FORCE"
        case unguarded = "without row level security"
        case action = "an action more"
        case routine = "in a routine"
    }

    public let kind: Kind
    public let what: String
    let apply: String
    let revert: String
    /// Tables and routines whose questions are asked first; the whole matrix is asked before a mutation counts as survived.
    let about: Set<String>
    /// Nil, or the rule by which the change can make no difference to anybody.
    public let equivalence: String?

    public var description: String { "\(kind.rawValue): \(what)" }
}

extension PolicyMutation {
    /// Every one there is in a province, in a fixed order.
    public static func all(in province: Province) async throws -> [PolicyMutation] {
        let catalogue = try await PolicyCatalogue(province)
        return catalogue.ofPolicies + catalogue.ofTables + catalogue.ofRoutines + catalogue.ofActions
    }

    /// What became of one.
    public enum Outcome: Sendable, Equatable {
        case caught(String)
        case survived
        /// There was a difference, which the change did not make: it is still there.
        case unsound(String)
        /// It is no change that the database takes: a condition that does not stand alone.
        case impossible
    }

    /// Makes the change, asks the matrix until something differs, and takes the change back; what differed must then differ no more. Asked is
    /// first what the change is about, and all the rest only where that shows nothing.
    public func outcome(against check: MatrixCheck, in province: Province) async throws -> Outcome {
        do {
            try await province.asSuperuser(apply)
        } catch is PostgresError {
            return .impossible
        }
        var focus: MatrixCheck.Focus = about.isEmpty ? .everything : .about(about)
        var report: MatrixCheck.Report
        do {
            report = try await check.run(stopsEarly: true, focus)
            if report.differences.isEmpty, !about.isEmpty {
                focus = .notAbout(about)
                report = try await check.run(stopsEarly: true, focus)
            }
        } catch {
            try await province.asSuperuser(revert)
            throw error
        }
        try await province.asSuperuser(revert)
        guard let difference = report.differences.first else { return .survived }
        let left = try await check.runAgain(report, focus)
        return left.differences.first.map(Outcome.unsound) ?? .caught(difference)
    }

    /// What stands in the database of all that a mutation changes, as one text.
    public static func fingerprint(of province: Province) async throws -> String {
        try await province.withConnection(as: "postgres") { connection in
            let result = try await connection.query(
                """
                SELECT md5(string_agg(s.part, '|' ORDER BY s.part))
                FROM (
                    SELECT p::text FROM pg_policies AS p
                    UNION ALL
                    SELECT concat_ws(' ', c.oid::regclass, c.relrowsecurity, c.relforcerowsecurity) FROM pg_class AS c WHERE c.relkind IN ('r', 'p')
                    UNION ALL
                    SELECT concat_ws(' ', f.pronamespace, f.proname, f.prosrc) FROM pg_proc AS f WHERE f.proname LIKE 'actor\\_%'
                    UNION ALL
                    SELECT concat_ws(' ', a.role, a.action) FROM core.role_action AS a
                ) AS s (part)
                """)
            return try result.only { (row) throws in try row.next(String.self) }
        }
    }
}

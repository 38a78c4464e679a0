public import Domain
import Postgres

/// The second factor as the operator keeps it: who must have one, and the end of one that was lost.
extension OperatorTransaction {
    /// What every role that was ever spoken of is asked for now, in customary order.
    public func factorPolicy() async throws -> [FactorPolicy] {
        try await asOwner(
            """
            SELECT f.role, f.required, nullif(f.since, '-infinity'), f.reason
            FROM core.role AS r
                CROSS JOIN LATERAL (
                    SELECT p.role, p.required, p.since, p.reason
                    FROM core.factor_policy AS p
                    WHERE p.role = r.code
                      AND p.kind = coalesce((SELECT i.kind FROM core.installation AS i), 'production')
                      AND p.since <= clock_timestamp()
                    ORDER BY p.since DESC
                    LIMIT 1
                ) AS f
            ORDER BY r.precedence
            """
        ).decode { row in
            FactorPolicy(role: try row.next(), isRequired: try row.next(), since: try row.next(), reason: try row.next())
        }
    }

    /// From now on a role asks for a second factor, or no longer. Sessions without one open the enrolment alone from their next request on.
    public func requireFactor(of role: Role, _ required: Bool, reason: String) async throws {
        try await asOwner(
            """
            INSERT INTO core.factor_policy (kind, role, since, required, reason)
            VALUES (coalesce((SELECT i.kind FROM core.installation AS i), 'production'), \(role), clock_timestamp(), \(required), \(reason))
            """)
    }

    /// So many days an API token lasts at most, from now on; those that are open keep their end.
    public func limitTokens(toDays days: Int) async throws {
        try await asOwner("UPDATE core.installation SET token_days = \(Int32(days))")
    }

    /// Takes the factor from an account; its sessions and tokens end.
    ///
    /// - Throws: ``Problem`` `no-account`, `no-factor`.
    public func resetFactor(of username: String, reason: String) async throws {
        try await asOwner("SELECT core.factor_end(\(try await require(username).id), NULL, \(reason))")
    }
}

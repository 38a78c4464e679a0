import Domain
import FoundationEssentials
import Postgres
import TestSupport

/// An entry as the superuser sees it.
struct AuditRow: Sendable {
    let id: Int64
    let action: String
    let relation: String
    let subject: String
    let subjectID: String
    let tenant: UUID?
    let actorKind: String
    let person: UUID?
    let account: UUID?
    let post: UUID?
    let login: String
    let cause: String?
    let request: String?
    let reason: String?
    let before: String?
    let after: String?
    let withheld: [String]?
}

extension Province {
    /// The entries on one object's timeline, in the order in which they were made.
    func audit(of subject: String, _ id: String) async throws -> [AuditRow] {
        try await withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT id, action, relation, subject, subject_id, tenant_id, actor_kind, person_id, account_id, post_id, login, cause, request, reason,
                    before::text, after::text, withheld
                FROM core.audit_entry
                WHERE subject = \(subject) AND subject_id = \(id)
                ORDER BY epoch, xid, id
                """
            ).decode { (row) throws in
                AuditRow(
                    id: try row.next(), action: try row.next(), relation: try row.next(), subject: try row.next(),
                    subjectID: try row.next(),
                    tenant: try row.next(), actorKind: try row.next(), person: try row.next(), account: try row.next(),
                    post: try row.next(),
                    login: try row.next(), cause: try row.next(), request: try row.next(), reason: try row.next(), before: try row.next(),
                    after: try row.next(), withheld: try row.next())
            }
        }
    }

    /// One number or text that the superuser asks for.
    func asked<R: PostgresDecodable & Sendable>(_ sql: SQL, _ type: R.Type = R.self) async throws -> R {
        try await withConnection(as: "postgres") { connection in
            try await connection.query(sql).only { row in try row.next() }
        }
    }
}

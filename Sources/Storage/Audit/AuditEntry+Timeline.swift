public import Domain
import FoundationEssentials
public import Postgres

extension AuditEntry.Action: PostgresDecodable {}
extension AuditEntry.Actor.Kind: PostgresDecodable {}

extension AuditEntry {
    /// What happened to one object, the latest first, as far as the acting officer may know: the row policies decide.
    ///
    /// - Parameters:
    ///   - kind: of the object, one of ``subjects(in:)``.
    ///   - id: of the object, as the audit has it: a UUID, a code, a day.
    public static func timeline(
        of kind: String, _ id: String, after position: Position?, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [AuditEntry] {
        let after: SQL? = position.map {
            """
            AND (e.at, e.id) < (timestamptz 'epoch' + \($0.microseconds) * interval '1 microsecond', \($0.id))
            """
        }
        return try await tx.rows(
            """
            SELECT (extract(epoch FROM e.at) * 1000000)::bigint, e.id, e.action, e.relation, core.audit_noun(e.relation), e.row_key::text,
                e.actor_kind, e.person_id, e.post_id, core.audit_actor(e.post_id), e.delegation_id, \(fragment: Signature.columns(as: "w")),
                e.login, e.cause,
                e.request, e.reason, e.before::text, e.after::text, coalesce(e.withheld, '{}')
            FROM core.audit_entry AS e
                \(fragment: Signature.source(of: "e.delegation_id", as: "w"))
            WHERE e.subject = \(kind)
              AND e.subject_id = \(id)
              AND \(fragment: tx.within("e.tenant_id"))
              \(fragment: after)
            ORDER BY e.at DESC, e.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// The kinds of objects that have a timeline.
    public static func subjects(in tx: borrowing TenantTransaction) async throws -> [String] {
        try await tx.rows("SELECT core.audit_subjects()") { row in try row.next() }
    }

    private static func read(_ row: inout RowReader) throws -> AuditEntry {
        let position = Position(microseconds: try row.next(), id: try row.next())
        let (action, relation, noun): (Action, String, String) = (try row.next(), try row.next(), try row.next())
        let key = try json(try row.next()) ?? .null
        let actor = Actor(
            kind: try row.next(), person: try row.next(), post: try row.next(), title: try row.next(), delegation: try row.next(),
            signature: try Signature.next(&row), login: try row.next(), cause: try row.next())
        return AuditEntry(
            position: position, action: action, relation: relation, noun: noun, key: key, actor: actor, request: try row.next(),
            reason: try row.next(), before: try json(try row.next()), after: try json(try row.next()), withheld: try row.next())
    }

    private static func json(_ text: String?) throws -> JSONValue? {
        try text.map { try StrictJSON.parse(Array($0.utf8)) }
    }
}

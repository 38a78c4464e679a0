public import Domain
import Postgres

/// That no change can go unrecorded: every table of the catalogue and of the tenants has its trigger in force, as the definition of the
/// audit wants it, and the audit itself still refuses to be altered.
extension OperatorTransaction {
    public func auditFindings() async throws -> [Finding] {
        try await asOwner(
            """
            WITH wanted AS (
                SELECT t.relation, array_to_string(t.arguments, '\\000') || '\\000' AS arguments
                FROM core.audit_triggers() AS t
            ), relation AS (
                SELECT c.oid, c.relname
                FROM pg_class AS c
                    JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p')
                  AND (n.nspname = 'core' OR n.nspname IN (SELECT s.slug FROM core.tenant AS s))
            )
            SELECT r.oid::regclass::text,
                CASE WHEN g.oid IS NULL THEN 'thiếu trigger “audit”: thay đổi không được ghi nhật ký; chạy `thidua migrate`'
                     WHEN g.tgenabled NOT IN ('O', 'A') THEN 'trigger “audit” đã bị tắt: thay đổi không được ghi nhật ký'
                     ELSE 'trigger “audit” khác mẫu; chạy `thidua migrate`' END
            FROM relation AS r
                JOIN wanted AS w ON w.relation = r.relname
                LEFT JOIN pg_trigger AS g ON g.tgrelid = r.oid AND g.tgname = 'audit' AND g.tgfoid = 'core.audit_change()'::regprocedure
            WHERE g.oid IS NULL
               OR g.tgenabled NOT IN ('O', 'A')
               OR encode(g.tgargs, 'escape') <> w.arguments
            UNION ALL
            SELECT 'core.' || a.name, 'trigger “stays” thiếu hoặc đã bị tắt: nhật ký có thể bị sửa'
            FROM (VALUES ('audit_entry'), ('audit_seal'), ('audit_epoch')) AS a (name)
            WHERE NOT EXISTS (
                SELECT FROM pg_trigger AS g
                WHERE g.tgrelid = ('core.' || a.name)::regclass AND g.tgname = 'stays' AND g.tgenabled IN ('O', 'A'))
            UNION ALL
            SELECT 'core.audit_epoch', 'số giao dịch đã quay về trước niêm phong cuối (khôi phục sang nơi khác?); chạy `thidua audit restored`'
            FROM core.audit_seal AS s
            WHERE s.seq = (SELECT max(t.seq) FROM core.audit_seal AS t)
              AND s.last_epoch = (SELECT max(e.epoch) FROM core.audit_epoch AS e)
              AND s.last_xid >= pg_snapshot_xmax(pg_current_snapshot())
            ORDER BY 1, 2
            """
        ).decode { row in Finding(try row.next(), try row.next()) }
    }
}

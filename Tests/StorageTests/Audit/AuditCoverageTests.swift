import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Nothing is left out by oversight: neither a table that a later capability adds nor a secret column of it.
@Suite("What the audit covers", .province, .serialized, .timeLimit(.minutes(30)))
struct AuditCoverageTests {
    let province = Province.current

    /// Tables of core and of every tenant that have no audit trigger in force and are no exception.
    private static let uncovered: SQL = """
        SELECT coalesce(string_agg(c.oid::regclass::text, ' ' ORDER BY c.oid::regclass::text), '')
        FROM pg_class AS c
            JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE (n.nspname = 'core' OR n.nspname IN (SELECT t.slug FROM core.tenant AS t))
          AND c.relkind IN ('r', 'p')
          AND c.relname NOT IN (SELECT x.relation FROM core.audit_exception AS x)
          AND NOT EXISTS (
                SELECT FROM pg_trigger AS g
                WHERE g.tgrelid = c.oid AND g.tgname = 'audit' AND g.tgenabled <> 'D' AND g.tgfoid = 'core.audit_change()'::regprocedure)
        """

    @Test("every table of core and of a tenant is audited or an exception with its reason")
    func everyTable() async throws {
        #expect(try await province.asked(Self.uncovered) == "")
        let stale = try await province.asked(
            """
            SELECT coalesce(string_agg(x.relation, ' '), '')
            FROM (SELECT relation FROM core.audit_exception UNION SELECT relation FROM core.audit_relation UNION SELECT relation FROM core.audit_column) AS x
            WHERE to_regclass('core.' || x.relation) IS NULL
            """, String.self)
        #expect(stale == "", "named in sql/routines/85_audit.sql, but there is no such table")
    }

    @Test("every audited table has its noun and its place on a timeline")
    func nouns() async throws {
        let nameless = try await province.asked(
            """
            SELECT coalesce(string_agg(t.relation, ' '), '')
            FROM core.audit_triggers() AS t
            WHERE t.relation NOT IN (SELECT r.relation FROM core.audit_relation AS r)
            """, String.self)
        #expect(nameless == "", "add a row to core.audit_relation in sql/routines/85_audit.sql")
    }

    /// Columns of audited tables that look like a secret and of which nothing is said.
    private static let unsaid: SQL = """
        SELECT coalesce(string_agg(t.relation || '.' || a.attname, ' ' ORDER BY t.relation, a.attname), '')
        FROM core.audit_triggers() AS t
            JOIN pg_attribute AS a ON a.attrelid = ('core.' || quote_ident(t.relation))::regclass AND a.attnum > 0 AND NOT a.attisdropped
        WHERE (a.attname ~ '(_hash|_key|secret|password|token|recovery|otp)' OR a.atttypid = 'bytea'::regtype)
          AND a.attname NOT IN ('sort_key', 'subject_key', 'row_key')
          AND NOT EXISTS (SELECT FROM core.audit_column AS o WHERE o.relation = t.relation AND o.column_name = a.attname)
        """

    @Test("every column that looks secret is withheld, or said to be none")
    func secretColumns() async throws {
        #expect(try await province.asked(Self.unsaid) == "", "add a row to core.audit_column in sql/routines/85_audit.sql")
    }

    @Test("these looks see a new table and a new secret, and the doctor sees a trigger that is gone")
    func canFail() async throws {
        try await province.asSuperuser(
            """
            SET ROLE thidua_owner;
            CREATE TABLE core.forgotten (id uuid PRIMARY KEY, totp_secret text);
            """)
        #expect(try await province.asked(Self.uncovered) == "core.forgotten")
        #expect(try await province.asked(Self.unsaid) == "forgotten.totp_secret")
        try await province.asSuperuser("DROP TABLE core.forgotten; ALTER TABLE district_101.progress DISABLE TRIGGER audit")
        #expect(try await province.asked(Self.uncovered) == "district_101.progress")
        let found = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.auditFindings() + tx.tenantFindings()
        }
        #expect(found.contains { $0.subject == "district_101.progress" && $0.detail.contains("audit") })
        try await province.asSuperuser("ALTER TABLE district_101.progress ENABLE TRIGGER audit; DROP TRIGGER audit ON core.person")
        let core = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.auditFindings() }
        #expect(core.map(\.subject) == ["core.person"])
        try await province.asSuperuser(
            """
            CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON core.person FOR EACH ROW
            EXECUTE FUNCTION core.audit_change('person', 'person', 'id', 'tenant_id', 'id', '', '')
            """)
        let healed = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.auditFindings() }
        #expect(healed.isEmpty)
    }
}

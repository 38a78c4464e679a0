import Domain
import Postgres
import TestSupport

/// Makes statements as somebody would who can run any SQL behind the door and knows the catalogue.
struct StatementForge {
    struct Attempt: Sendable {
        let sight: Sight
        /// One after the other, in one transaction, after `core.enter`.
        let statements: [String]
        /// The statement only asks whether a token of this tenant stands in this table: the answer `hit`, or a division by zero.
        var oracle: Canary.Find?
        /// Nobody may do this at all.
        var mustFail = false
    }

    struct Relation: Sendable {
        let schema: String
        let name: String
        let columns: [String]

        var quoted: String { "\(schema).\"\(name)\"" }
    }

    struct Routine: Sendable {
        let name: String
        let arguments: [String]
    }

    /// What the catalogue lists; read once.
    struct Catalogue: Sendable {
        let relations: [Relation]
        let system: [Relation]
        let routines: [Routine]
        /// What each database role may read at all: attacks on the rest end at the first check.
        let readable: [String: [Relation]]
    }

    let canary: Canary
    let catalogue: Catalogue
    let sights: [Sight]
    var random: SeededGenerator
    /// In which ids are known.
    private let tables: [String]
    private var readable: [Relation] = []

    init(canary: Canary, catalogue: Catalogue, sights: [Sight], random: SeededGenerator) {
        self.canary = canary
        self.catalogue = catalogue
        self.sights = sights
        self.random = random
        tables = canary.ids.keys.sorted()
    }

    mutating func next() -> Attempt {
        let sight = random.one(of: sights)
        readable = sight.seat.flatMap { catalogue.readable[Policy.of($0.role).provinceRole?.rawValue ?? $0.tenant] } ?? []
        let before = random.chance(45) ? [preparation()] : []
        switch random.next() % 12 {
        case 0, 1: return Attempt(sight: sight, statements: before + [reading()])
        case 2: return Attempt(sight: sight, statements: before + [joining()])
        case 3: return Attempt(sight: sight, statements: before + [casting()])
        case 4, 5: return asking(sight, before)
        case 6, 7: return Attempt(sight: sight, statements: before + [writing()])
        case 8, 9: return Attempt(sight: sight, statements: before + [calling()])
        case 10: return Attempt(sight: sight, statements: before + [goingAround()])
        default: return Attempt(sight: sight, statements: before + [rebuilding()], mustFail: true)
        }
    }

    // MARK: - Statements

    /// Leaves the role that was entered, or tries to be somebody else.
    private mutating func preparation() -> String {
        let other = random.one(of: ["district_102", "district_101", "dept_snv", "province"])
        let actor =
            "1|1|\(id())|\(id())|\(id())|tenant_admin|\(tenantID(other))|\(tenantID(other))|\(tenantID(other))|tenant|w|2023-06-20|#00"
        if random.chance(40) {
            readable = catalogue.readable[other] ?? readable
            return "SET LOCAL ROLE \(other)"
        }
        return random.one(of: [
            "SET LOCAL ROLE office", "SET LOCAL ROLE leadership", "RESET ROLE", "SET LOCAL ROLE thidua_owner",
            "SET LOCAL ROLE thidua_migrator", "SET LOCAL ROLE thidua_worker", "SET SESSION AUTHORIZATION thidua_signin",
            "SET LOCAL row_security = off",
            "SET LOCAL search_path = pg_temp, \(other), core", "SET LOCAL thidua.actor = '\(actor)'",
            "SELECT set_config('role', '\(other)', true)",
            "SELECT set_config('thidua.actor', '\(actor)', true)", "SELECT core.enter('\\x00', '\(other)')",
            "SET LOCAL session_replication_role = replica",
            "SELECT core.seat('\(actor)')", "CREATE TEMPORARY TABLE work_item (title text)", "SAVEPOINT a",
        ])
    }

    private mutating func reading() -> String {
        let table = relation()
        switch random.next() % 7 {
        case 0: return "SELECT r::text FROM \(table.quoted) AS r WHERE \(condition(table)) LIMIT 60"
        case 1: return "SELECT string_agg(r.\(column(table))::text, ',') FROM \(table.quoted) AS r WHERE \(condition(table))"
        case 2: return "SELECT to_jsonb(r)::text FROM \(table.quoted) AS r WHERE \(condition(table)) LIMIT 60"
        case 3: return "SELECT json_agg(r)::text FROM \(table.quoted) AS r"
        case 4: return "SELECT max(r.\(column(table))::text), min(r.\(column(table))::text) FROM \(table.quoted) AS r"
        case 5: return "SELECT r::text FROM \(table.quoted) AS r FOR UPDATE"
        default: return "SELECT DISTINCT r.\(column(table))::text FROM ONLY \(table.quoted) AS r ORDER BY 1 DESC LIMIT 60"
        }
    }

    private mutating func joining() -> String {
        let (left, right) = (relation(), relation())
        let kind = random.one(of: ["JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"])
        let on = random.one(of: ["true", "a::text <> b::text", "a.\(column(left))::text = b.\(column(right))::text"])
        // Cut no earlier than any row ends: a token that is cut off does not say where it stood.
        return "SELECT left(a::text, 8000), left(b::text, 8000) FROM \(left.quoted) AS a \(kind) \(right.quoted) AS b ON \(on) LIMIT 20"
    }

    /// Puts the value into the text of an error.
    private mutating func casting() -> String {
        let table = relation()
        let value = "(SELECT string_agg(r.\(column(table))::text, ',') FROM \(table.quoted) AS r WHERE \(condition(table)))"
        return random.one(of: [
            "SELECT \(value)::integer", "SELECT \(value)::date", "SELECT \(value)::uuid", "SELECT ('{' || \(value))::jsonb",
            "SELECT \(value)::numeric(3, 1)",
            "SELECT regexp_match('a', '(' || \(value))", "SELECT \(value)::regclass", "SELECT \(value)::regrole",
            "SELECT to_tsquery(\(value) || '&&')",
            "SELECT xmlparse(document \(value))", "SELECT \(value)::inet", "SELECT array_fill(1, ARRAY[length(\(value)), -1])",
            "SELECT (\(value) || chr(0))", "SELECT convert_from(\(value)::bytea, 'LATIN1')", "SELECT \(value)::interval",
            "SELECT \(value)::pg_lsn",
        ])
    }

    /// Asks for one bit at a time: by the answer, by an error, or by an expensive branch.
    private mutating func asking(_ sight: Sight, _ before: [String]) -> Attempt {
        let table = random.chance(10) ? random.one(of: catalogue.system) : relation()
        let others: [String] = ["district_101", "district_102", "dept_snv", "dept_vpub", "province"]
        let victim = random.one(of: others.filter { $0 != sight.seat?.tenant })
        let question = "EXISTS (SELECT FROM \(table.quoted) AS r WHERE r::text LIKE '%\(canary.token(of: victim))%')"
        let statement = random.one(of: [
            "SELECT CASE WHEN \(question) THEN 'hit' ELSE 'miss' END", "SELECT 1 / (CASE WHEN \(question) THEN 0 ELSE 1 END)",
            "SELECT 'hit' WHERE \(question)",
            "SELECT CASE WHEN \(question) THEN (SELECT 'hit' FROM generate_series(1, 2000) ORDER BY random() LIMIT 1) ELSE 'miss' END",
            "SELECT 'hit' FROM \(table.quoted) AS r WHERE r::text LIKE '%\(canary.token(of: victim))%' LIMIT 1",
        ])
        return Attempt(
            sight: sight, statements: before + [statement], oracle: Canary.Find(tenant: victim, place: table.name + ".asked"))
    }

    private mutating func writing() -> String {
        let table = relation()
        let name = column(table)
        let twin = catalogue.relations.filter { $0.name == table.name && $0.schema != table.schema }
        switch random.next() % 7 {
        case 0: return "UPDATE \(table.quoted) AS r SET \(name) = \(name) WHERE \(condition(table)) RETURNING r::text"
        case 1: return "DELETE FROM \(table.quoted) AS r WHERE \(condition(table)) RETURNING r::text"
        case 2 where !twin.isEmpty:
            return "INSERT INTO \(table.quoted) AS r SELECT * FROM \(random.one(of: twin).quoted) RETURNING r::text"
        case 3: return "INSERT INTO \(table.quoted) AS r (\(name)) VALUES (DEFAULT) ON CONFLICT DO NOTHING RETURNING r::text"
        case 4: return "WITH gone AS (DELETE FROM \(table.quoted) AS r RETURNING r::text) SELECT * FROM gone"
        case 5:
            return
                "UPDATE \(table.quoted) AS r SET \(name) = (SELECT o.\(name) FROM \(table.quoted) AS o WHERE o::text <> r::text LIMIT 1) RETURNING r::text"
        default:
            let own = relation()
            return
                "INSERT INTO \(own.quoted) AS r SELECT o.* FROM \(own.quoted) AS o WHERE \(condition(own, alias: "o")) ON CONFLICT DO NOTHING RETURNING r::text"
        }
    }

    private mutating func calling() -> String {
        let routine = random.one(of: catalogue.routines)
        let arguments = routine.arguments.map { argument($0) }.joined(separator: ", ")
        return "SELECT f::text FROM \(routine.name)(\(arguments)) AS f LIMIT 60"
    }

    private mutating func argument(_ type: String) -> String {
        switch type {
        case "uuid": "'\(id())'"
        case "text": random.one(of: ["'district_102'", "'tenant_admin.district_102'", "'item.rule'", "NULL", "'%'", "'\(id())'", "'x'"])
        case "date": random.one(of: ["'2023-06-20'", "'infinity'", "'-infinity'", "NULL"])
        case "bytea": random.one(of: ["'\\x00'", "sha256('x')", "NULL"])
        case "integer", "bigint", "numeric": random.one(of: ["0", "1", "100"])
        case "interval": "'1 hour'"
        case "boolean": random.one(of: ["true", "false"])
        default: "NULL::\(type)"
        }
    }

    /// Functions and commands that read on somebody else's behalf.
    private mutating func goingAround() -> String {
        let table = relation()
        return random.one(of: [
            "SELECT query_to_xml('SELECT * FROM \(table.quoted)', true, true, '')",
            "SELECT table_to_xml('\(table.quoted)', true, true, '')",
            "SELECT schema_to_xml('\(table.schema)', true, true, '')", "SELECT database_to_xml(true, true, '')",
            "SELECT ts_stat('SELECT to_tsvector(r::text) FROM \(table.quoted) AS r')",
            "EXPLAIN (ANALYZE, VERBOSE) SELECT r::text FROM \(table.quoted) AS r",
            "EXPLAIN (VERBOSE) SELECT * FROM \(table.quoted) AS r WHERE \(condition(table))",
            "SELECT current_setting('thidua.actor', true)",
            "SELECT s::text FROM pg_stats AS s WHERE s.tablename = '\(table.name)'", "SELECT s::text FROM pg_statistic AS s LIMIT 50",
            "SELECT s::text FROM pg_stats_ext_exprs AS s", "SELECT a::text FROM pg_stat_activity AS a",
            "SELECT p::text FROM pg_prepared_statements AS p",
            "SELECT c::text FROM pg_cursors AS c", "SELECT s::text FROM pg_settings AS s WHERE s.name LIKE 'thidua%'",
            "SELECT lo_import('/etc/hostname')", "SELECT pg_read_file('PG_VERSION')",
            "CREATE TEMPORARY TABLE t AS SELECT * FROM \(table.quoted)",
            "PREPARE p AS SELECT * FROM \(table.quoted)", "DECLARE c CURSOR FOR SELECT * FROM \(table.quoted)",
            "SELECT l::text FROM pg_locks AS l", "SELECT x::text FROM pg_stat_user_tables AS x",
            "SELECT d::text FROM pg_description AS d LIMIT 50",
        ])
    }

    /// Takes a defence away.
    private mutating func rebuilding() -> String {
        let table = random.one(of: catalogue.relations)
        return random.one(of: [
            "ALTER TABLE \(table.quoted) DISABLE ROW LEVEL SECURITY", "ALTER TABLE \(table.quoted) NO FORCE ROW LEVEL SECURITY",
            "CREATE POLICY hole ON \(table.quoted) USING (true)", "DROP TABLE \(table.quoted)", "TRUNCATE \(table.quoted)",
            "GRANT ALL ON \(table.quoted) TO PUBLIC WITH GRANT OPTION", "CREATE VIEW core.mine AS SELECT * FROM \(table.quoted)",
            "CREATE RULE mine AS ON SELECT TO \(table.quoted) DO INSTEAD NOTHING",
            "CREATE OR REPLACE FUNCTION core.actor() RETURNS text[] LANGUAGE sql AS 'SELECT NULL'",
            "CREATE FUNCTION district_101.f() RETURNS text LANGUAGE sql AS 'SELECT 1'", "DO $$ BEGIN NULL; END $$", "CREATE SCHEMA mine",
            "CREATE TABLE public.mine (a text)", "ALTER ROLE thidua_web SUPERUSER", "GRANT thidua_owner TO thidua_web",
            "CREATE EXTENSION dblink",
            "ALTER TABLE \(table.quoted) OWNER TO CURRENT_USER",
            "CREATE TRIGGER t BEFORE INSERT ON \(table.quoted) FOR EACH ROW EXECUTE FUNCTION core.post_guard()",
            "VACUUM", "CREATE STATISTICS s ON tenant_id, id FROM \(table.quoted)", "COMMENT ON TABLE \(table.quoted) IS 'x'",
        ])
    }

    // MARK: - Parts

    private mutating func relation() -> Relation {
        if random.chance(3) { return random.one(of: catalogue.system) }
        return random.one(of: readable.isEmpty || random.chance(35) ? catalogue.relations : readable)
    }

    private mutating func column(_ table: Relation) -> String {
        table.columns.isEmpty ? "ctid" : "\"\(random.one(of: table.columns))\""
    }

    private mutating func condition(_ table: Relation, alias: String = "r") -> String {
        let name = column(table)
        return random.one(of: [
            "true", "\(alias).\(name) IS NOT NULL", "\(alias)::text LIKE '%zq%'", "\(alias)::text ~ '\(id())'",
            "\(alias).\(name)::text >= ''",
            "NOT (\(alias).\(name) IS NULL)", "\(alias).tenant_id = '\(tenantID("district_102"))'", "\(alias).id = '\(id())'",
            "EXISTS (SELECT FROM core.tenant)", "\(alias)::text COLLATE \"C\" > ''",
        ])
    }

    private mutating func id() -> String {
        let table = random.one(of: tables)
        let owner = random.one(of: ["district_101", "district_102", "dept_snv"])
        return canary.ids[table]?[owner].map { random.one(of: $0) } ?? "0192a000-0000-7000-8000-00000000abcd"
    }

    private func tenantID(_ slug: String) -> String {
        canary.tenantIDs[slug] ?? "0192a000-0000-7000-8000-00000000abcd"
    }
}

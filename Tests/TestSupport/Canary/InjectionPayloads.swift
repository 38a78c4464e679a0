/// Texts that mean something to SQL, JSON, paths, forms or pages when they are not kept as the plain text that they are.
public enum InjectionPayloads {
    public static let all = sql + other

    public static let sql = [
        "'", "''", "\\'", "\"", "$$", "--", "/*", ";", "' OR '1'='1", "' OR 1=1 --", "') OR ('1'='1", "') OR true --",
        "x' UNION SELECT string_agg(title, ',') FROM core.work_item --",
        "' || (SELECT string_agg(full_name, ',') FROM core.person) || '",
        "'; SET ROLE district_102; SELECT title FROM district_102.work_item; --", "'; RESET ROLE; --",
        "'||(SELECT 1/0)||'", "' AND 1 = (SELECT string_agg(username, ',') FROM core.account)::integer --",
        "1; DROP TABLE core.idempotency; --", "0) OR (1=1", "1 OR 1=1", "${jndi:ldap://x}", "$1", "$2::text", "%s", "%' OR '%'='",
        "\\x27 OR 1=1", "ʼ OR 1=1 --", "＇ OR 1=1 --",
        "' AND (SELECT count(*) FROM pg_stat_activity) > 0 --", "'::text::integer", "chr(39)||chr(39)",
    ]

    private static let other = [
        "../../../etc/passwd", "..%2f..%2f", "district_102/../district_101", "{{title}}", "{{{password_hash}}}",
        "<script>alert(1)</script>",
        "\u{202E}abc", "a\u{0301}", "\u{FEFF}", "-1", "9223372036854775808", "1e309", "NaN", "infinity", "null", "true", "[]", "{}",
        "0001-01-01", "2023-02-30", "294277-01-01", "district_102", "province", "dept_snv", "core", "pg_catalog",
        "00000000-0000-0000-0000-000000000000", String(repeating: "a", count: 600), String(repeating: "ộ", count: 300),
        "line\nbreak", "tab\there", "CR\r\nSet-Cookie: thidua=x",
    ]
}

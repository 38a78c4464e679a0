import Testing

@testable import Postgres

@Suite("SQL is built from literals, binds and identifiers")
struct SQLTests {
    @Test("binds are numbered, and renumbered where pieces meet")
    func numbering() {
        let filter: SQL = "a = \(1) AND b = \("x")"
        let all: SQL = "SELECT \(true) WHERE \(fragment: filter) OR c = \(2)"
        #expect(all.text == "SELECT $1 WHERE a = $2 AND b = $3 OR c = $4")
        #expect(all.binds.map(\.oid) == [.bool, .int8, .text, .int8])
        #expect((filter + " OR " + filter).text == "a = $1 AND b = $2 OR a = $3 AND b = $4")
        #expect(all.binds[3].bytes == [0, 0, 0, 0, 0, 0, 0, 2])
    }

    @Test("more than nine binds, where numbers have two digits, survive splicing twice")
    func manyBinds() {
        let list = SQL.joined((1...12).map { "\($0)" }, separator: ", ")
        let twice: SQL = "\(0) IN (\(fragment: list)) OR \(fragment: list)"
        #expect(twice.binds.count == 25)
        #expect(twice.text.contains("$1 IN ($2, $3, "))
        #expect(twice.text.hasSuffix("$24, $25"))
        #expect(twice.binds[24].bytes?.last == 12)
    }

    @Test("a dollar in a literal is not a bind, also beside letters of several bytes")
    func dollars() {
        let inner: SQL = "'$1 đồng' = \(5)"
        let outer: SQL = "'ơ $2' = \(6) AND \(fragment: inner)"
        #expect(outer.text == "'ơ $2' = $1 AND '$1 đồng' = $2")
    }

    @Test("no fragment is no text; nil binds are typed")
    func optionals() {
        let none: SQL? = nil
        let sql: SQL = "SELECT \(nil as Int?)\(fragment: none)"
        #expect(sql.text == "SELECT $1")
        #expect(sql.binds[0].oid == .int8)
        #expect(sql.binds[0].bytes == nil)
        #expect(SQL.joined([], separator: ", ").text == "")
    }

    @Test("identifiers are quoted, schema names checked")
    func identifiers() throws {
        #expect(Identifier("we\"ird").quoted == "\"we\"\"ird\"")
        let schema = try #require(SchemaName(validating: "district_973"))
        let sql: SQL = "SELECT * FROM \(identifier: Identifier(schema: schema, "work_item"))"
        #expect(sql.text == "SELECT * FROM \"district_973\".\"work_item\"")
    }

    @Test(
        "names that are no schema",
        arguments: ["", "9a", "A", "a-b", "a\"b", "a b", "xã", "_a", "a.b", String(repeating: "a", count: 64), "a\n"])
    func badSchemas(name: String) {
        #expect(SchemaName(validating: name) == nil)
    }

    @Test("the longest name that PostgreSQL keeps whole")
    func longestSchema() {
        #expect(SchemaName(validating: "a" + String(repeating: "9", count: 62)) != nil)
    }
}

import Testing

@testable import Postgres

@Suite("Prepared statements", .timeLimit(.minutes(2)))
struct PreparedStatementTests {
    let server: ScratchServer

    init() async throws {
        server = try await ScratchServer.shared
    }

    private func prepared(_ connection: Connection) async throws -> Int {
        try await connection.query("SELECT count(*) FROM pg_prepared_statements").only { try $0.next(Int.self) }
    }

    @Test("the least recently used falls out, at the server too")
    func eviction() async throws {
        try await server.withConnection({ $0.statementCacheSize = 4 }) { connection in
            for index in 0..<40 {
                let column = SQL(text: "c\(index)", binds: [])
                _ = try await connection.pipeline(["SELECT \(1) AS kept", "SELECT 1 AS \(fragment: column)"])
            }
            // Four in the cache, and the one that made room for the counting query goes with the next pipeline.
            let count = try await prepared(connection)
            #expect(count <= 5)
            let names = try await connection.query("SELECT statement FROM pg_prepared_statements").decode { try $0.next(String.self) }
            #expect(names.contains("SELECT $1 AS kept"), "what is used every time stays")
        }
    }

    @Test("eviction inside an open transaction waits for its end")
    func evictionInTransaction() async throws {
        try await server.withConnection({ $0.statementCacheSize = 2 }) { connection in
            _ = try await connection.query("BEGIN")
            for index in 0..<10 { _ = try await connection.query(SQL(text: "SELECT \(index)", binds: [])) }
            _ = try await connection.query("COMMIT")
            _ = try await connection.query("SELECT 1")
            #expect(try await prepared(connection) <= 4)
        }
    }

    @Test("a plan that DDL made invalid is prepared anew, without an error to the caller")
    func staleplan() async throws {
        try await server.withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE p (a int8)")
            _ = try await connection.query("INSERT INTO p VALUES (1)")
            #expect(try await connection.query("SELECT * FROM p").columns == ["a"])
            _ = try await connection.query("ALTER TABLE p ADD b text DEFAULT 'x'")
            #expect(try await connection.query("SELECT * FROM p").columns == ["a", "b"])

            // In a transaction the error cannot be hidden, but the next attempt works.
            _ = try await connection.query("ALTER TABLE p ADD c text")
            _ = try await connection.query("BEGIN")
            let error = try await postgresError { _ = try await connection.query("SELECT * FROM p") }
            #expect(error.sqlState == "0A000")
            _ = try await connection.query("ROLLBACK")
            #expect(try await connection.query("SELECT * FROM p").columns == ["a", "b", "c"])
        }
    }

    @Test("a write behind the stale plan is done once, not twice")
    func staleWrite() async throws {
        try await server.withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE q (a int8)")
            _ = try await connection.query("SELECT * FROM q")
            _ = try await connection.query("ALTER TABLE q ADD b int8")
            let results = try await connection.pipeline(["INSERT INTO q VALUES (1)", "SELECT * FROM q"], isWrite: true)
            #expect(results[1].count == 1)
            #expect(try await connection.query("SELECT count(*) FROM q").only { try $0.next(Int.self) } == 1)
        }
    }

    @Test("a session that lost its statements (DISCARD ALL) prepares them again")
    func discarded() async throws {
        try await server.withConnection { connection in
            _ = try await connection.query("SELECT 5::int8")
            _ = try await connection.query("DEALLOCATE ALL")
            #expect(try await connection.query("SELECT 5::int8").only { try $0.next(Int.self) } == 5)
        }
    }

    @Test("what is streamed is prepared once, beside what is asked in pipelines, and anew when the server gave it up")
    func streamed() async throws {
        try await server.withConnection { connection in
            func ask(_ a: Int) async throws -> [Int] {
                var found: [Int] = []
                try await connection.stream("SELECT \(a) + g FROM generate_series(1, 3) AS g") { found.append(try $0.next()) }
                return found
            }
            #expect(try await ask(1) == [2, 3, 4])
            #expect(try await ask(5) == [6, 7, 8])
            #expect(try await connection.query("SELECT \(7) + g FROM generate_series(1, 3) AS g").count == 3)
            let kept = try await connection.query("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%generate_series%'")
                .only { try $0.next(Int.self) }
            // Itself too: its text has the word.
            #expect(kept == 2)

            _ = try await connection.query("DEALLOCATE ALL")
            #expect(try await postgresError { _ = try await ask(1) }.sqlState == "26000")
            #expect(try await ask(1) == [2, 3, 4])

            _ = try await connection.query("CREATE TEMP TABLE r (a int8)")
            try await connection.stream("SELECT * FROM r") { _ in }
            _ = try await connection.query("ALTER TABLE r ADD b int8")
            #expect(try await postgresError { try await connection.stream("SELECT * FROM r") { _ in } }.sqlState == "0A000")
            try await connection.stream("SELECT * FROM r") { _ in }
        }
    }

    @Test("a stream that cannot be parsed is not taken for prepared, and the connection goes on")
    func unparsedStream() async throws {
        try await server.withConnection { connection in
            for _ in 0..<2 {
                let error = try await postgresError { try await connection.stream("SELECT nothing_of_that_name") { _ in } }
                #expect(error.sqlState == "42703")
                #expect(error.statementIndex == nil)
            }
            #expect(try await connection.query("SELECT 5::int8").only { try $0.next(Int.self) } == 5)
        }
    }

    @Test("with a cache of no size nothing is prepared")
    func disabled() async throws {
        try await server.withConnection({ $0.statementCacheSize = 0 }) { connection in
            for _ in 0..<3 { _ = try await connection.query("SELECT \(1)") }
            try await connection.stream("SELECT \(1)") { _ in }
            #expect(try await prepared(connection) == 0)
        }
    }

    @Test("a Parse that an earlier error skipped is not taken for prepared")
    func skippedParse() async throws {
        try await server.withConnection { connection in
            for _ in 0..<2 {
                _ = try await postgresError { _ = try await connection.pipeline(["SELECT 1/0", "SELECT 6::int8"]) }
            }
            // Inside a transaction nothing is tried a second time, so a wrong entry in the cache would show.
            let results = try await connection.pipeline(["BEGIN", "SELECT 6::int8", "COMMIT"])
            #expect(try results[1].only { try $0.next(Int.self) } == 6)
        }
    }

    @Test("the same text with other types, or the same letters in other bytes, is another statement")
    func keys() {
        let composed = PreparedStatements.Key(SQL(text: "SELECT 'é'", binds: []))
        let decomposed = PreparedStatements.Key(SQL(text: "SELECT 'e\u{301}'", binds: []))
        #expect(composed != decomposed)
        #expect(PreparedStatements.Key("SELECT \(1)") != PreparedStatements.Key("SELECT \("1")"))
        #expect(PreparedStatements.Key("SELECT \(1)") == PreparedStatements.Key("SELECT \(2)"))
    }

    @Test("bookkeeping: order of use, names never reused, forgotten ones leave nothing to close")
    func bookkeeping() {
        var cache = PreparedStatements(capacity: 2)
        func key(_ text: String) -> PreparedStatements.Key { PreparedStatements.Key(SQL(text: text, binds: [])) }
        let a = cache.use(key("a"))
        let b = cache.use(key("b"))
        #expect(a.isNew && b.isNew)
        #expect(!cache.use(key("a")).isNew)
        let c = cache.use(key("c"))
        #expect(cache.retired == [b.name])
        #expect(!cache.use(key("a")).isNew)
        cache.forget(c.slot)
        cache.forget(c.slot)
        #expect(cache.count == 1)
        #expect(cache.takeRetired() == [b.name])
        #expect(cache.retired.isEmpty)
        let again = cache.use(key("b"))
        #expect(again.isNew)
        #expect(again.name != b.name)
        cache.retire(a.slot)
        #expect(cache.retired == [a.name])
        cache.forgetAll()
        #expect(cache.count == 0 && cache.retired.isEmpty)
        #expect(cache.use(key("a")).isNew)
    }
}

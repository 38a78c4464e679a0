import Foundation
import Testing

@testable import Postgres

@Suite("Statements and their rows", .timeLimit(.minutes(2)))
struct QueryTests {
    let server: ScratchServer

    init() async throws {
        server = try await ScratchServer.shared
    }

    @Test("several statements answer in one round trip, in order")
    func pipeline() async throws {
        try await server.withConnection { connection in
            let results = try await connection.pipeline(["SELECT 1::int8", "SELECT \("hai")", "SELECT 3::int8 WHERE false"])
            #expect(try results[0].only { try $0.next(Int.self) } == 1)
            #expect(try results[1].only { try $0.next(String.self) } == "hai")
            #expect(try results[2].first { try $0.next(Int.self) } == nil)
            #expect(results[0].command == "SELECT 1")
        }
    }

    @Test("an error in the middle names its statement, and nothing of the pipeline has happened")
    func errorInTheMiddle() async throws {
        try await server.withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE t (id int8 PRIMARY KEY)")
            let error = try await postgresError {
                _ = try await connection.pipeline(
                    ["INSERT INTO t VALUES (\(1))", "INSERT INTO t VALUES (\(1))", "INSERT INTO t VALUES (\(2))"], isWrite: true)
            }
            #expect(error.code == .server)
            #expect(error.sqlState == "23505")
            #expect(error.statementIndex == 1)
            #expect(error.constraint == "t_pkey")
            #expect(error.table == "t")
            #expect(error.detail?.contains("(id)=(1)") == true)
            #expect(!error.description.contains("(1)"), "the description shows a value")
            #expect(error.debugDescription.contains("(id)=(1)"))
            #expect(connection.transactionStatus == .idle)
            #expect(try await connection.query("SELECT count(*) FROM t").only { try $0.next(Int.self) } == 0)
        }
    }

    @Test("a statement that cannot be parsed gives position and index, and the ones behind it are prepared later")
    func parseError() async throws {
        try await server.withConnection { connection in
            let error = try await postgresError { _ = try await connection.pipeline(["SELECT 1", "SELEC 2", "SELECT 3::int8"]) }
            #expect(error.sqlState == "42601")
            #expect(error.position == 1)
            #expect(error.statementIndex == 1)
            #expect(try await connection.query("SELECT 3::int8").only { try $0.next(Int.self) } == 3)
        }
    }

    @Test("a deferred constraint fails at the commit, after every statement was fine")
    func errorAtCommit() async throws {
        try await server.withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE d (id int8 PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)")
            let error = try await postgresError {
                _ = try await connection.pipeline(["INSERT INTO d VALUES (1)", "INSERT INTO d VALUES (1)"], isWrite: true)
            }
            #expect(error.sqlState == "23505")
            #expect(error.statementIndex == nil)
            #expect(try await connection.query("SELECT count(*) FROM d").only { try $0.next(Int.self) } == 0)
        }
    }

    @Test("an explicit transaction stays open between pipelines, and after an error waits for ROLLBACK")
    func explicitTransaction() async throws {
        try await server.withConnection { connection in
            _ = try await connection.pipeline(["BEGIN", "CREATE TEMP TABLE e (id int8)"])
            #expect(connection.transactionStatus == .inTransaction)
            _ = try await postgresError { _ = try await connection.query("SELECT 1/0") }
            #expect(connection.transactionStatus == .inError)
            let error = try await postgresError { _ = try await connection.query("SELECT 1") }
            #expect(error.sqlState == "25P02")
            _ = try await connection.query("ROLLBACK")
            #expect(connection.transactionStatus == .idle)
        }
    }

    @Test("binds of ten megabytes in both directions do not block the two sides against each other")
    func largeBinds() async throws {
        try await server.withConnection { connection in
            let bytes = [UInt8]((0..<10_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            let results = try await connection.pipeline(
                ["SELECT \(bytes)", "SELECT \(bytes)", "SELECT length(\(bytes))::int8"], deadline: .after(.seconds(60)))
            #expect(try results[0].only { try $0.next([UInt8].self) } == bytes)
            #expect(try results[1].only { try $0.next([UInt8].self) } == bytes)
            #expect(try results[2].only { try $0.next(Int.self) } == bytes.count)
        }
    }

    @Test("NULL binds keep their type")
    func typedNull() async throws {
        try await server.withConnection { connection in
            let row = try await connection.query(
                "SELECT pg_typeof(\(nil as UUID?))::text, pg_typeof(\(nil as [Int]?))::text, \(nil as String?) IS NULL, \("") IS NULL")
            try row.only { (row) throws in
                #expect(try row.next(String.self) == "uuid")
                #expect(try row.next(String.self) == "bigint[]")
                #expect(try row.next(Bool.self) == true)
                #expect(try row.next(Bool.self) == false, "an empty string is not NULL")
            }
        }
    }

    @Test("columns of the same name stay apart")
    func duplicateColumns() async throws {
        try await server.withConnection { connection in
            let result = try await connection.query("SELECT 1::int8 AS id, 2::int8 AS id")
            #expect(result.columns == ["id", "id"])
            try result.only { (row) throws in
                #expect(try row.next(Int.self) == 1)
                #expect(try row.next(Int.self) == 2)
            }
        }
    }

    @Test("a value that cannot be read names column, types, kind and place, and not the value")
    func decodingError() async throws {
        try await server.withConnection { connection in
            let result = try await connection.query("SELECT 'secret'::text AS tên, NULL::int8 AS số")
            let wrong = try await postgresError { _ = try result.only { try $0.next(Int.self) } }
            #expect(wrong.code == .decoding)
            #expect(wrong.column == "tên")
            #expect(wrong.message == "column tên (text) as Int: Int is not read from text")
            #expect(wrong.debugDescription.contains("6 bytes"))
            #expect(wrong.debugDescription.contains("QueryTests.swift:"))
            #expect(!wrong.debugDescription.contains("secret"))
            let null = try await postgresError {
                _ = try result.only { (row) throws in
                    row.skip()
                    return try row.next(Int.self)
                }
            }
            #expect(null.message.contains("NULL where a value is required"))
            let beyond = try await postgresError {
                _ = try result.only { row in
                    row.skip(2); return try row.next(Int.self)
                }
            }
            #expect(beyond.message.contains("only 2 columns"))
        }
    }

    @Test("rows that are missing or too many are errors of their own")
    func rowCounts() async throws {
        try await server.withConnection { connection in
            let two = try await connection.query("SELECT generate_series(1, 2)::int8")
            #expect(try await postgresError { _ = try two.only { try $0.next(Int.self) } }.code == .rowCount)
            #expect(try two.decode { try $0.next(Int.self) } == [1, 2])
            let none = try await connection.query("SELECT 1::int8 WHERE false")
            #expect(try none.onlyIfAny { try $0.next(Int.self) } == nil)
            #expect(try await postgresError { _ = try none.only { try $0.next(Int.self) } }.code == .rowCount)
        }
    }

    @Test("an error that the caller's closure throws is kept")
    func callersError() async throws {
        struct Odd: Error {}
        try await server.withConnection { connection in
            let result = try await connection.query("SELECT 1")
            let error = try await postgresError { _ = try result.only { _ in throw Odd() } }
            #expect(error.code == .clientFailed)
            #expect(error.underlying is Odd)
        }
    }

    @Test("more binds than the protocol counts are refused, and the connection goes on")
    func tooManyBinds() async throws {
        try await server.withConnection { connection in
            let values = SQL.joined((0..<70_000).map { "\($0)" }, separator: ", ")
            let error = try await postgresError { _ = try await connection.query("SELECT \(fragment: values)") }
            #expect(error.code == .protocolViolation)
            #expect(try await connection.query("SELECT 1::int8").only { try $0.next(Int.self) } == 1)
        }
    }

    @Test("COPY inside a pipeline is refused and costs the connection")
    func copyInPipeline() async throws {
        try await server.withConnection { connection in
            let error = try await postgresError { _ = try await connection.query("COPY (SELECT 1) TO STDOUT") }
            #expect(error.code == .protocolViolation)
            #expect(connection.isClosed)
        }
    }

    @Test("an empty pipeline is answered too")
    func emptyPipeline() async throws {
        try await server.withConnection { connection in
            let nothing = try await connection.pipeline([])
            #expect(nothing.isEmpty)
            let empty = try await connection.query("")
            #expect(empty.command == "")
        }
    }
}

import Foundation
import Testing

@testable import Postgres

@Suite("Streams and COPY", .timeLimit(.minutes(2)))
struct StreamAndCopyTests {
    let server: ScratchServer

    init() async throws {
        server = try await ScratchServer.shared
    }

    struct Refusal: Error {}

    @Test("100,000 rows of 1 kB are streamed in flat memory")
    func flatMemory() async throws {
        // In a process of its own, where no other test allocates.
        let directory = server.directory
        await #expect(processExitsWith: .success) { [directory = directory as String] in
            let configuration = ConnectionConfiguration(host: directory, database: "postgres", user: "postgres")
            let connection = try await Connection.open(configuration, logger: .tests)
            try await connection.stream("SELECT 1") { _ in }
            let before = try Self.residentKilobytes()
            var (peak, rows, sum) = (before, 0, 0)
            try await connection.stream("SELECT g::int8, repeat('x', 1000) FROM generate_series(1, 100000) g") { row in
                sum += try row.next(Int.self)
                _ = try row.next(String.self)
                rows += 1
                if rows.isMultiple(of: 10_000) { peak = max(peak, try Self.residentKilobytes()) }
            }
            await connection.close()
            // All of it together would be over 100 MB.
            guard rows == 100_000, sum == 5_000_050_000, peak - before < 8_000 else {
                throw ScratchServer.Failure(description: "\(rows) rows, sum \(sum), grew by \(peak - before) kB")
            }
        }
    }

    private static func residentKilobytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } } ?? 0
    }

    @Test("a stream in a transaction takes binds and leaves the transaction open")
    func streamInTransaction() async throws {
        try await server.withConnection { connection in
            _ = try await connection.query("BEGIN")
            var values: [Int] = []
            try await connection.stream("SELECT generate_series(1, \(300))::int8") { values.append(try $0.next()) }
            #expect(values == Array(1...300))
            #expect(connection.transactionStatus == .inTransaction)
            _ = try await connection.query("COMMIT")
        }
    }

    @Test("several streams follow each other in a transaction, with statements between them that were prepared before")
    func severalStreams() async throws {
        try await server.withConnection { connection in
            _ = try await connection.pipeline(["BEGIN"])
            for _ in 0..<4 {
                _ = try await connection.pipeline(["SET LOCAL work_mem = '64MB'"])
                for count in [0, 1, 127, 128, 129, 1_000] {
                    _ = try await connection.pipeline(["SELECT generate_series(1, \(count))::int8"])
                    var seen = 0
                    try await connection.stream("SELECT generate_series(1, \(count))::int8") { _ in seen += 1 }
                    #expect(seen == count)
                }
            }
            _ = try await connection.pipeline(["COMMIT"])
        }
    }

    @Test("a row that the caller refuses ends the stream, and the connection goes on")
    func refusedRow() async throws {
        try await server.withConnection { connection in
            var seen = 0
            let error = try await postgresError {
                try await connection.stream("SELECT generate_series(1, 10000000)") { _ in
                    seen += 1
                    if seen == 1_000 { throw Refusal() }
                }
            }
            #expect(error.underlying is Refusal)
            #expect(seen == 1_000)
            #expect(connection.transactionStatus == .idle)
            let next = try await connection.pipeline(["SELECT 1::int8", "SELECT 2::int8"])
            #expect(next.count == 2)
        }
    }

    @Test("an error of the server and a deadline in the middle of a stream")
    func failingStream() async throws {
        try await server.withConnection { connection in
            let error = try await postgresError {
                try await connection.stream("SELECT 1 / (500 - g) FROM generate_series(1, 1000) g") { _ in }
            }
            #expect(error.sqlState == "22012")
            let late = try await postgresError {
                try await connection.stream("SELECT pg_sleep(0.01) FROM generate_series(1, 10000)", deadline: .after(.milliseconds(200))) {
                    _ in
                }
            }
            #expect(late.code == .deadlineExceeded)
            let task = Task { try await connection.stream("SELECT pg_sleep(0.01) FROM generate_series(1, 10000)") { _ in } }
            try await Task.sleep(for: .milliseconds(100))
            task.cancel()
            #expect(try await postgresError { try await task.value }.code == .cancelled)
            #expect(connection.transactionStatus == .idle)
            let next = try await connection.query("SELECT 1")
            #expect(next.count == 1)
        }
    }

    @Test("COPY in and out give back the same bytes")
    func roundTrip() async throws {
        try await server.withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE s (id int8, name text)")
            var next = 0
            let stored = try await connection.copyIn("COPY s FROM STDIN (FORMAT csv)") {
                guard next < 50 else { return nil }
                defer { next += 1 }
                return Array((0..<1_000).map { "\(next * 1_000 + $0),\"Xã, \(next)\"\n" }.joined().utf8)
            }
            #expect(stored == 50_000)
            var bytes: [UInt8] = []
            try await connection.copyOut("COPY (SELECT * FROM s ORDER BY id) TO STDOUT (FORMAT csv)") { bytes += $0 }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.hasPrefix("0,\"Xã, 0\"\n1,"))
            #expect(text.split(separator: "\n").count == 50_000)
            #expect(connection.transactionStatus == .idle)
        }
    }

    @Test("a source that fails stores nothing")
    func failingSource() async throws {
        try await server.withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE f (id int8)")
            var sent = false
            let error = try await postgresError {
                _ = try await connection.copyIn("COPY f FROM STDIN") {
                    guard !sent else { throw Refusal() }
                    sent = true
                    return Array("1\n2\n".utf8)
                }
            }
            #expect(error.underlying is Refusal)
            #expect(connection.transactionStatus == .idle)
            let count = try await connection.query("SELECT count(*) FROM f")
            #expect(try count.only { try $0.next(Int.self) } == 0)
        }
    }

    @Test("data that the server refuses is its error; the wrong direction is ours")
    func refusedData() async throws {
        try await server.withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE r (id int8)")
            var sent = false
            let error = try await postgresError {
                _ = try await connection.copyIn("COPY r FROM STDIN") {
                    defer { sent = true }
                    return sent ? nil : Array("không\n".utf8)
                }
            }
            #expect(error.sqlState == "22P02")
            #expect(error.context?.contains("line 1") == true)
            let wrong = try await postgresError { _ = try await connection.copyIn("COPY r TO STDOUT") { nil } }
            #expect(wrong.code == .protocolViolation)
            let none = try await postgresError { try await connection.copyOut("COPY missing TO STDOUT") { _ in } }
            #expect(none.sqlState == "42P01")
            let reader = try await postgresError {
                try await connection.copyOut("COPY (SELECT generate_series(1, 1000000)) TO STDOUT") { _ in throw Refusal() }
            }
            #expect(reader.underlying is Refusal)
            let next = try await connection.query("SELECT 1")
            #expect(next.count == 1)
        }
    }
}

import Foundation
import Testing

@testable import Postgres

@Suite("Every type goes to the server and comes back", .timeLimit(.minutes(2)))
struct TypeTests {
    let server: ScratchServer

    init() async throws {
        server = try await ScratchServer.shared
    }

    /// Sends each value, lets the server compare it with its own reading of the text, and reads it back.
    private func check<T: PostgresCodable & PostgresArrayElement & Equatable>(
        _ type: String, _ cases: [(T, String)], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await server.withConnection { connection in
            for (value, text) in cases {
                let cast = SQL(text: type, binds: [])
                let result = try await connection.query(
                    "SELECT \(value)::text, \(value), \(text)::\(fragment: cast), \([value, value]), \([value, nil] as [T?]), \(nil as T?)")
                try result.only { (row) throws in
                    #expect(try row.next(String.self) == text, sourceLocation: sourceLocation)
                    #expect(try row.next(T.self) == value, sourceLocation: sourceLocation)
                    #expect(try row.next(T.self) == value, "read from the server's own \(text)", sourceLocation: sourceLocation)
                    #expect(try row.next([T].self) == [value, value], sourceLocation: sourceLocation)
                    #expect(try row.next([T?].self) == [value, nil], sourceLocation: sourceLocation)
                    #expect(try row.next(T?.self) == nil, sourceLocation: sourceLocation)
                }
            }
        }
    }

    @Test func bool() async throws { try await check("bool", [(true, "true"), (false, "false")]) }

    @Test func integers() async throws {
        try await check("int2", [(Int16.min, "-32768"), (0, "0"), (.max, "32767")])
        try await check("int4", [(Int32.min, "-2147483648"), (-1, "-1"), (.max, "2147483647")])
        try await check("int8", [(Int64.min, "-9223372036854775808"), (7, "7"), (.max, "9223372036854775807")])
        try await check("int8", [(Int.min, "-9223372036854775808"), (.max, "9223372036854775807")])
        try await check("oid", [(UInt32.max, "4294967295"), (0, "0")])
        try await check("xid8", [(UInt64.max, "18446744073709551615"), (0, "0")])
    }

    @Test("small integers are read where a wider one is asked for")
    func widening() async throws {
        try await server.withConnection { connection in
            try await connection.query("SELECT (-5)::int2, (-6)::int4, 1.5::float4, (-7)::int2, 'pg_class'::regclass").only {
                (row) throws in
                #expect(try row.next(Int.self) == -5)
                #expect(try row.next(Int64.self) == -6)
                #expect(try row.next(Double.self) == 1.5)
                #expect(try row.next(Int32.self) == -7)
                #expect(try row.next(UInt32.self) == 1259)
            }
        }
    }

    @Test func floats() async throws {
        try await check(
            "float8",
            [
                (0.1, "0.1"), (-.infinity, "-Infinity"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
                (.leastNonzeroMagnitude, "5e-324"),
            ])
        try await check("float4", [(Float(0.1), "0.1"), (.infinity, "Infinity")])
        try await server.withConnection { connection in
            try await connection.query("SELECT 'NaN'::float8, \(Double.nan)::text, \(-0.0)::text").only { (row) throws in
                #expect(try row.next(Double.self).isNaN)
                #expect(try row.next(String.self) == "NaN")
                #expect(try row.next(String.self) == "-0")
            }
        }
    }

    @Test("text keeps every byte, composed or not, and its length is counted in bytes")
    func text() async throws {
        let decomposed = "Nguye\u{0302}\u{0303}n"
        try await check("text", [("", ""), ("Cán bộ, công chức 👩🏽‍💻", "Cán bộ, công chức 👩🏽‍💻"), ("a'\"\\\n%", "a'\"\\\n%")])
        try await server.withConnection { connection in
            let values: SQL = "SELECT \(decomposed), 'v'::varchar, 'b'::char(3), 'n'::name, 'c'::\"char\", 'lit'"
            try await connection.query(values).only { (row) throws in
                #expect(Array(try row.next(String.self).utf8) == Array(decomposed.utf8))
                #expect(try row.next(String.self) == "v")
                #expect(try row.next(String.self) == "b  ")
                #expect(try row.next(String.self) == "n")
                #expect(try row.next(String.self) == "c")
                #expect(try row.next(String.self) == "lit")
            }
        }
    }

    @Test func uuid() async throws {
        let id = UUID()
        try await check("uuid", [(id, id.uuidString.lowercased()), (UUID(uuid: UUID_NULL), "00000000-0000-0000-0000-000000000000")])
    }

    private let UUID_NULL: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

    @Test func bytes() async throws {
        try await server.withConnection { connection in
            let all = [UInt8](0...255)
            try await connection.query("SELECT \(all), \([] as [UInt8]), '\\x00ff'::bytea").only { (row) throws in
                #expect(try row.next([UInt8].self) == all)
                #expect(try row.next([UInt8].self) == [])
                #expect(try row.next([UInt8].self) == [0, 255])
            }
        }
    }

    @Test("instants are exact to the microsecond, over the whole range of the type")
    func instants() async throws {
        try await server.withConnection { connection in
            let cases: [(Instant, String)] = [
                (.infinity, "infinity"), (.minusInfinity, "-infinity"),
                (Instant(microsecondsSince1970: 0), "1970-01-01 00:00:00+00"),
                (Instant(microsecondsSince1970: 1_680_998_399_999_999), "2023-04-08 23:59:59.999999+00"),
                (Instant(microsecondsSince1970: -1), "1969-12-31 23:59:59.999999+00"),
                (Instant(microsecondsSince2000: 9_223_371_331_199_999_999), "294276-12-31 23:59:59.999999+00"),
                (Instant(microsecondsSince2000: -211_813_488_000_000_000), "4714-11-24 00:00:00+00 BC"),
            ]
            _ = try await connection.query("SET TimeZone = 'UTC'")
            for (instant, text) in cases {
                try await connection.query("SELECT \(instant)::text, \(text)::timestamptz, \([instant])").only { (row) throws in
                    #expect(try row.next(String.self) == text)
                    #expect(try row.next(Instant.self) == instant)
                    #expect(try row.next([Instant].self) == [instant])
                }
            }
        }
    }

    @Test("a Date of Foundation comes back to the microsecond", arguments: [0, 1_680_998_399.123456, -1_000_000_000.5, 253_402_300_799.25])
    func dates(seconds: Double) async throws {
        let date = Date(timeIntervalSince1970: seconds)
        try await server.withConnection { connection in
            try await connection.query("SELECT \(date), extract(epoch FROM \(date))::float8").only { (row) throws in
                #expect(abs(try row.next(Date.self).timeIntervalSince(date)) < 0.000_001)
                #expect(abs(try row.next(Double.self) - seconds) < 0.000_001)
            }
        }
        #expect(Instant(Date.distantFuture).isFinite)
        #expect(Instant(Date(timeIntervalSince1970: 1e300)) == .infinity)
    }

    @Test func days() async throws {
        try await check(
            "date",
            [
                (PostgresDate(daysSince1970: 19_456), "2023-04-09"), (.infinity, "infinity"), (.minusInfinity, "-infinity"),
                (PostgresDate(daysSince2000: 2_145_031_948), "5874897-12-31"), (PostgresDate(daysSince2000: -2_451_545), "4714-11-24 BC"),
            ])
        #expect(PostgresDate.infinity.daysSince1970 == nil)
        #expect(PostgresDate(daysSince1970: 19_456).daysSince1970 == 19_456)
    }

    @Test func numerics() async throws {
        let texts = [
            "0", "1", "-1", "10000", "9999", "100000000", "0.5", "-0.00012300", "12345678901234567890.000100", "0.0000", "1234.5", "NaN",
            "Infinity", "-Infinity", "99999999.99999999", "10000.0001", "0.00000001", "1" + String(repeating: "0", count: 300),
        ]
        try await check("numeric", texts.map { (PostgresNumeric($0)!, $0) })
        #expect(PostgresNumeric("+007.50")?.text == "7.50")
        #expect(PostgresNumeric("-0")?.text == "0")
        #expect(PostgresNumeric(Int.min).text == "-9223372036854775808")
        for bad in ["", "-", ".", "1.", ".5", "1e5", " 1", "1 ", "1,5", "--1", "0x10", "1.2.3", "١"] {
            #expect(PostgresNumeric(bad) == nil, "\(bad)")
        }
    }

    @Test func json() async throws {
        try await server.withConnection { connection in
            let document = JSONText(#"{"tên": "Năm Căn", "số": [1, 2]}"#)
            try await connection.query("SELECT \(document)->>'tên', \(document), \(document)::text::json, \([document])").only {
                (row) throws in
                #expect(try row.next(String.self) == "Năm Căn")
                #expect(try row.next(JSONText.self).text == #"{"số": [1, 2], "tên": "Năm Căn"}"#)
                #expect(try row.next(JSONText.self).text.contains("Năm Căn"))
                #expect(try row.next([JSONText].self).count == 1)
            }
        }
    }

    @Test("empty arrays, arrays with NULL, and arrays of more dimensions")
    func arrays() async throws {
        try await server.withConnection { connection in
            let result = try await connection.query(
                "SELECT \([] as [Int]), '{1,NULL,3}'::int8[], '{{1,2},{3,4}}'::int8[], '{a,NULL}'::text[], 2 = ANY (\([1, 2])), '{1,2}'::int2[]"
            )
            try result.only { (row) throws in
                #expect(try row.next([Int].self) == [])
                #expect(try row.next([Int?].self) == [1, nil, 3])
                row.skip()
                #expect(try row.next([String?].self) == ["a", nil])
                #expect(try row.next(Bool.self) == true)
                #expect(try row.next([Int].self) == [1, 2])
            }
            let deep = try await postgresError {
                _ = try result.only { row in
                    row.skip(2); return try row.next([Int].self)
                }
            }
            #expect(deep.message.contains("2 dimensions"))
            let null = try await postgresError {
                _ = try result.only { row in
                    row.skip(1); return try row.next([Int].self)
                }
            }
            #expect(null.message.contains("NULL element"))
        }
    }

    private enum State: String, PostgresCodable, PostgresArrayElement { case draft, submitted }

    private struct DossierID: RawRepresentable, Hashable, PostgresCodable, PostgresArrayElement { let rawValue: UUID }

    @Test("enums and ids of other modules conform without code; a value outside the enum is an error")
    func rawRepresentable() async throws {
        try await server.withConnection { connection in
            let id = DossierID(rawValue: UUID())
            let result = try await connection.query("SELECT \(State.submitted), \(id), \([State.draft, .submitted]), \([id]), 'lost'::text")
            try result.only { (row) throws in
                #expect(try row.next(State.self) == .submitted)
                #expect(try row.next(DossierID.self) == id)
                #expect(try row.next([State].self) == [.draft, .submitted])
                #expect(try row.next([DossierID].self) == [id])
            }
            let error = try await postgresError {
                _ = try result.only { row in
                    row.skip(4); return try row.next(State.self)
                }
            }
            #expect(error.message.contains("not one of State"))
        }
    }

    @Test("the numbers of the types are those of this server")
    func oids() async throws {
        let known: [OID] = [
            .bool, .bytea, .char, .name, .int8, .int2, .int4, .text, .oid, .xid, .json, .float4, .float8, .bpchar, .varchar, .date,
            .timestamptz, .numeric, .regclass, .regrole, .uuid, .jsonb, .xid8,
        ]
        try await server.withConnection { connection in
            for oid in known {
                let sql: SQL = "SELECT replace(typname, '\"', ''), typarray FROM pg_type WHERE oid = \(oid)"
                try await connection.query(sql).only { (row) throws in
                    #expect(try row.next(String.self) == oid.description.replacingOccurrences(of: "\"", with: ""))
                    #expect(try row.next(OID.self) == oid.array)
                }
            }
        }
    }
}

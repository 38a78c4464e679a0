import API
import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Operations
import Server
import TestSupport
import Testing
import Web

/// Every route asks for a deed; the service answers every role in every relation as the policy says of that deed.
///
/// Nothing is written: once the row policies have let a change pass, a trigger of this test stops it, which the service answers as
/// "unavailable".
@Suite("The policy matrix over HTTP", .province, .timeLimit(.minutes(5)))
struct RouteMatrixTests {
    private let province = Province.current

    @Test("every route has its question, and none asks about a route that is not there")
    func complete() {
        let routes = Set(APIRoutes.all.filter { $0.access == .officer && $0.asks != .selfService }.map(\.name))
        #expect(routes.symmetricDifference(RouteQuestion.table.keys) == [])
    }

    @Test("answers every role on every route in every relation as the table says")
    func everyCell() async throws {
        let stage = try await MatrixStage(in: province)
        try await province.asSuperuser(Self.nothingIsWritten)
        let backend = Backend(entrance: province.entrance, passwords: PasswordHasher(.least), secure: false, demonstration: true)
        let clock = ContinuousClock()
        let start = clock.now
        let report = try await Application(router: buildRouter(backend)).test(.router) { client in
            var report = Report()
            for route in APIRoutes.all {
                guard let question = RouteQuestion.table[route.name] else { continue }
                for seat in stage.officers {
                    for (cell, request) in question.requests(route, seat, stage) {
                        let answer = try await client.execute(
                            uri: request.path, method: route.method, headers: request.headers(seat.token),
                            body: ByteBuffer(string: request.body)
                        ) { RouteAnswer(status: Int($0.status.code), body: String(buffer: $0.body)) }
                        report.count += 1
                        report.cells.insert(cell)
                        guard question.outcome(answer, shows: request.shows) != (request.isAllowed ? .allowed : .refused) else { continue }
                        report.differences.append(
                            "\(route.name) \(seat) \(cell): \(request.isAllowed), but \(answer.status) \(answer.code)")
                    }
                }
            }
            return report
        }
        print(
            "policy matrix over HTTP: \(report.count) requests, \(report.cells.count) cells, \(report.differences.count) differences, "
                + "\(clock.now - start)")
        #expect(report.count > 3_000)
        #expect(report.differences.isEmpty, "\(report.differences.prefix(200).joined(separator: "\n"))")
    }

    private struct Report: Sendable {
        var count = 0
        var cells: Set<MatrixCell> = []
        var differences: [String] = []
    }

    /// Row policies are asked before a row is written, these triggers after.
    private static let nothingIsWritten = """
        CREATE FUNCTION matrix.stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stop' USING ERRCODE = '57014'; END $$;
        DO $$ DECLARE t regclass; BEGIN
            FOR t IN
                SELECT c.oid FROM pg_class AS c
                WHERE c.relnamespace = 'core'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND c.relname NOT IN ('audit_entry', 'idempotency')
            LOOP
                EXECUTE format('CREATE TRIGGER a_matrix_stop AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION matrix.stop()', t);
            END LOOP;
        END $$
        """
}

struct RouteAnswer {
    let status: Int
    let body: String

    var code: String { body.firstMatch(of: /"code":"([a-z-]+)"/).map { String($0.1) } ?? "" }
}

import API
import Console
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Operations
import Server
import Synchronization
import TestSupport
import Web

/// Sends what a ``RequestForge`` makes through the whole service in this process, several at a time, and searches everything that comes back.
struct RequestStorm {
    /// What was seen.
    struct Report: Sendable {
        var attempts = 0
        var statuses: [Int: Int] = [:]
        /// Answers in which somebody met a token that he may meet: the proof that tokens come through at all.
        var sighted = 0
        /// Routes that served somebody.
        var served: Set<String> = []
        /// Tokens that came out where they may not.
        var leaks: [String] = []

        mutating func add(_ other: Report) {
            attempts += other.attempts
            statuses.merge(other.statuses, uniquingKeysWith: +)
            sighted += other.sighted
            served.formUnion(other.served)
            leaks += other.leaks
        }
    }

    let province: Province
    let canary: Canary
    var seed = AttackScale.seed
    private let lines = LogLines()
    private let lanes = 6

    init(_ province: Province, _ canary: Canary) {
        self.province = province
        self.canary = canary
    }

    /// Every endpoint that a request can reach, but those by which words become somebody else's, told from nothing that he may not read: of a
    /// draft those of a report, for who reads reports (`DraftTests` asks these), and what an item asks for, that of the unit to which its
    /// assigner gives it from now on, and of who co-ordinates there (`PassingOnTests`).
    static let routes: [Route] = (APIRoutes.all + ConsoleRoutes.all).filter { !passing.contains($0.name) } + operational

    private static let passing: Set = [
        "drafts.approve", "page.drafts.approve", "items.transfer", "province-items.transfer", "page.item.transfer",
    ]

    /// The rest of the router, which only the server knows: taken as it is routed.
    private static let operational = ["/livez", "/readyz", "/metrics", "/api/openapi.json"].map { path in
        Route(.get, path, name: path, asks: .selfService, summary: "", access: .open) { _ in .nothing }
    }

    static let sights: [Sight] =
        [
            Seat(.tenantAdmin, in: "district_101"), Seat(.unitHead, in: "district_101"), Seat(.unitCoordinator, in: "district_101"),
            Seat(.clerk, in: "district_101"), Seat(.councilSecretary, in: "district_101"),
            Seat(.subUnitHead, in: "district_101", unit: "10101"), Seat(.subUnitOfficer, in: "district_101", unit: "10101"),
            Seat(.individual, in: "district_101", unit: "10101"), Seat(.tenantAdmin, in: "district_102"),
            Seat(.unitHead, in: "district_102"),
            Seat(.subUnitOfficer, in: "district_102", unit: "10201"), Seat(.unitHead, in: "dept_ttt"), Seat(.auditor, in: "dept_ttt"),
            Seat(.unitHead, in: "dept_snv"), Seat(.homeAffairsOfficer, in: "dept_snv"), Seat(.tenantAdmin, in: "dept_vpub"),
            Seat(.officeMonitor, in: "dept_vpub"), Seat(.officeChief, in: "dept_vpub"), Seat(.chairman, in: "province"),
            Seat(.councilMember, in: "province"), Seat(.systemAdmin, in: "province"), Seat(.mediaEditor, in: "dept_bao"),
        ].map { Sight($0) } + [.nobody]

    /// Runs so many attempts; afterwards the metrics and the log are searched, where nobody's token may stand.
    func run(_ attempts: Int, routes: [Route] = Self.routes, sights: [Sight] = Self.sights) async throws -> Report {
        let (lines, province, canary) = (lines, province, canary)
        var logger = Logger(label: "isolation") { _ in lines.handler }
        logger.logLevel = .debug
        let entrance = try Entrance(database: province.url, connections: 8, patience: Province.patience, logger: logger)
        let backend = Backend(entrance: entrance, passwords: PasswordHasher(.least), secure: false, demonstration: true)
        return try await withThrowingTaskGroup(of: Report?.self) { group in
            group.addTask {
                await entrance.run()
                return nil
            }
            let report = try await Application(router: buildRouter(backend), logger: logger).test(.router) { client in
                var report = try await withThrowingTaskGroup(of: Report.self) { lanesGroup in
                    for lane in 0..<lanes {
                        let share = attempts / lanes + (lane < attempts % lanes ? 1 : 0)
                        let forge = RequestForge(
                            canary: canary, routes: routes, sights: sights, random: SeededGenerator(seed: seed &+ UInt64(lane) &* 7919))
                        lanesGroup.addTask { try await Self.lane(share, forge, client, canary, province) }
                    }
                    return try await lanesGroup.reduce(into: Report()) { $0.add($1) }
                }
                try await client.execute(uri: "/metrics", method: .get) { response in
                    let found = canary.finds(in: String(buffer: response.body))
                    report.leaks += found.map { "metrics: \($0)" }
                }
                return report
            }
            group.cancelAll()
            var whole = report
            whole.leaks += canary.finds(in: lines.text).map { "log: \($0)" }
            return whole
        }
    }

    private static func lane(
        _ share: Int, _ forge: RequestForge, _ client: any TestClientProtocol, _ canary: Canary, _ province: Province
    ) async throws -> Report {
        var (forge, report) = (forge, Report())
        var lastReturn = 0
        for number in 0..<share {
            let attempt = forge.next()
            let (status, found) = try await client.execute(
                uri: attempt.uri, method: attempt.route.method, headers: attempt.headers, body: ByteBuffer(bytes: attempt.body)
            ) { response in
                var found = response.body.withUnsafeReadableBytes { canary.finds(in: $0) }
                // What a generated paper says is packed.
                if response.status == .ok, attempt.route.parameterNames.contains("document") {
                    found.formUnion(canary.finds(in: try ReadPaper.text(Array(response.body.readableBytesView))))
                }
                found.formUnion(canary.finds(in: response.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")))
                return (response.status, found)
            }
            report.attempts += 1
            report.statuses[status.code, default: 0] += 1
            if status == .unauthorized, attempt.sight.seat != nil, number - lastReturn > 10 {
                lastReturn = number
                try await province.bringOfficersBack()
            }
            if status.kind == .successful { report.served.insert(attempt.route.name) }
            let forbidden = found.filter { !attempt.sight.mayMeet($0) }
            if found.count > forbidden.count { report.sighted += 1 }
            if report.leaks.count < 20 {
                report.leaks += forbidden.sorted { $0.description < $1.description }.map {
                    "\($0) to \(attempt.description): \(status.code)"
                }
            }
        }
        return report
    }
}

extension Province {
    /// Attackers sign each other out and end each other's posts: that is their right, and would end the storm.
    func bringOfficersBack() async throws {
        for statement in [
            "UPDATE core.credential SET ended_at = NULL WHERE kind = 'token' AND ended_at IS NOT NULL",
            "UPDATE core.person SET ended_on = NULL WHERE ended_on IS NOT NULL",
            "UPDATE core.post SET valid_to = NULL WHERE valid_to IS NOT NULL AND valid_from = '2020-01-01'",
        ] {
            // Lost against an officer who is ended just now: the next time, then.
            try? await asSuperuser("SET session_replication_role = replica; " + statement)
        }
    }
}

/// Everything that is logged, to be searched.
private final class LogLines: Sendable {
    private let lines = Mutex("")

    var text: String { lines.withLock { $0 } }

    var handler: any LogHandler { Handler(lines: self) }

    private func append(_ line: String) {
        lines.withLock { $0 += line + "\n" }
    }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.debug

        init(lines: LogLines) {
            self.lines = lines
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.append("\(event.message) \(metadata) \(event.metadata ?? [:])")
        }
    }
}

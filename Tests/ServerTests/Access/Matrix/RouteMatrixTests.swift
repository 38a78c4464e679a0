import API
import Console
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Operations
import Server
import Synchronization
import TestSupport
import Testing
import Web

/// Role × deed × relation × state: what the policy says, the service answers on every route that asks it.
@Suite("The policy matrix over HTTP", .provinceFirst, .serialized, .timeLimit(.minutes(60)))
struct RouteMatrixTests {
    private let province = Province.current

    /// What officers are asked for; pages and API.
    static let routes = (APIRoutes.all + ConsoleRoutes.all).filter { $0.access == .officer }

    @Test("every route has a question, and every question a route")
    func complete() {
        let missing = Self.routes.filter { RouteQuestion.of($0) == nil && RouteQuestion.others[RouteQuestion.operation(of: $0)] == nil }
            .map(\.name)
        #expect(missing.isEmpty, "add how they are asked to RouteQuestion")
        let stale = RouteQuestion.others.keys.filter { name in !Self.routes.contains { RouteQuestion.operation(of: $0) == name } }
        #expect(stale.isEmpty)
    }

    @Test("agrees in every cell that a route can ask")
    func everyCell() async throws {
        let stage = try await MatrixStage(in: province, asks: .officers)
        try await province.undoEveryChange()
        let start = ContinuousClock.now
        let asker = RouteAsker(stage: stage, credentials: try await stage.credentials(in: province))
        let routes = Self.routes.filter { RouteQuestion.of($0) != nil }
        // Each lane keeps a connection of its own, and those of one unit are asked one after the other: what the database has planned for a
        // unit's role serves them all.
        let seats = SeatQueue(stage.officers.sorted { ($0.place.slug, "\($0)") < ($1.place.slug, "\($1)") })
        let report = try await withThrowingTaskGroup(of: RouteAsker.Report.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    var report = RouteAsker.Report()
                    try await ask(asker, seats, routes, &report)
                    return report
                }
            }
            return try await group.reduce(into: RouteAsker.Report()) { $0.add($1) }
        }
        let deeds = Set(routes.map(\.asks))
        let without = Deed.all.filter { !deeds.contains($0) }.map(\.name).joined(separator: ", ")
        let allowed = report.cells.count { $0.decision.isAllowed }
        print(
            "policy matrix over HTTP: \(report.cells.count) cells (\(allowed) allowed, \(report.cells.count - allowed) refused) over "
                + "\(routes.count) routes, \(report.requests) requests, \(report.differences.count) differences, \(ContinuousClock.now - start); "
                + "deeds without a route: \(without); routes asked elsewhere: \(RouteQuestion.others.keys.sorted().joined(separator: ", "))"
        )
        #expect(report.differences.isEmpty, "\(report.differences.sorted().prefix(80).joined(separator: "\n"))")
        #expect(report.cells.count > 400)
        let idle = Set(routes.map(RouteQuestion.operation)).subtracting(report.allowed)
        #expect(idle.isEmpty, "never allowed to anybody: their questions are wrong")
    }

    private func ask(_ asker: RouteAsker, _ seats: SeatQueue, _ routes: [Route], _ report: inout RouteAsker.Report) async throws {
        let entrance = try Entrance(database: province.url, connections: 1, patience: Province.patience, logger: Logger(label: "tests"))
        let backend = Backend(entrance: entrance, passwords: PasswordHasher(.least), secure: false, demonstration: true)
        let keeping = Task { await entrance.run() }
        defer { keeping.cancel() }
        let part = try await Application(router: buildRouter(backend)).test(.router) { client in
            var part = RouteAsker.Report()
            while let seat = seats.next() { try await asker.ask(seat, routes, client, &part) }
            return part
        }
        report.add(part)
    }

    /// Who is still to be asked.
    private final class SeatQueue: Sendable {
        private let rest: Mutex<ArraySlice<MatrixStage.MatrixSeat>>

        init(_ seats: [MatrixStage.MatrixSeat]) {
            rest = Mutex(seats[...])
        }

        func next() -> MatrixStage.MatrixSeat? { rest.withLock { $0.popFirst() } }
    }
}

/// In a province of its own, whose defences are taken away one after the other.
@Suite("The control of the policy matrix over HTTP", .province, .timeLimit(.minutes(30)))
struct RouteMatrixControlTests {
    private let province = Province.current

    @Test("a cell turned round, an action more and a table without its policies are each found")
    func control() async throws {
        let stage = try await MatrixStage(in: province, asks: .officers)
        try await province.undoEveryChange()
        let routes = RouteMatrixTests.routes.filter { ["items.report", "items.show"].contains($0.name) }
        func differences(turning cell: MatrixCell? = nil) async throws -> [String] {
            let asker = RouteAsker(stage: stage, credentials: [:], turned: cell)
            return try await Application(router: buildRouter(province.backend)).test(.router) { client in
                var report = RouteAsker.Report()
                for seat in stage.officers where seat.place.slug == "district_101" && seat.slot == .middle {
                    try await asker.ask(seat, routes, client, &report)
                }
                return report.differences
            }
        }
        #expect(try await differences() == [])

        let turned = MatrixCell(.subUnitOfficer, .reading(.item), .sibling, .open)
        let found = try await differences(turning: turned)
        #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("\(turned)") }, "\(found)")

        // Past the trigger that takes every change back.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.role_action (role, action) VALUES ('unit_council_member', 'progress.report')
            """)
        #expect(try await differences().contains { $0.hasPrefix("unit_council_member · progress.report") })
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            DELETE FROM core.role_action WHERE role = 'unit_council_member' AND action = 'progress.report'
            """)
        #expect(try await differences() == [])

        try await province.asSuperuser("ALTER TABLE district_101.work_item DISABLE ROW LEVEL SECURITY")
        #expect(try await differences().contains { $0.hasPrefix("sub_unit_officer · item.read · sibling") })
    }
}

/// Sends the questions of one seat and compares the answers with the table.
struct RouteAsker: Sendable {
    struct Report: Sendable {
        var cells: Set<MatrixCell> = []
        var requests = 0
        /// Operations that somebody was allowed, in one of their places.
        var allowed: Set<String> = []
        var differences: [String] = []

        mutating func add(_ other: Report) {
            cells.formUnion(other.cells)
            requests += other.requests
            allowed.formUnion(other.allowed)
            differences += other.differences
        }
    }

    let stage: MatrixStage
    let credentials: [UUID: UUID]
    /// A cell that is read the wrong way round, as a control.
    var turned: MatrixCell?

    func ask(_ seat: MatrixStage.MatrixSeat, _ routes: [Route], _ client: any TestClientProtocol, _ report: inout Report) async throws {
        // The same operation in one unit and in the province: what is allowed is allowed through one of them.
        let operations = Dictionary(grouping: routes, by: RouteQuestion.operation)
        for (_, routes) in operations.sorted(by: { $0.key < $1.key }) {
            guard let first = routes.first, let question = RouteQuestion.of(first) else { continue }
            for target in stage.targets(of: seat, question.subject) where !question.skips(target) {
                var heard: [(route: Route, answer: MatrixAnswer, text: String)] = []
                for route in routes where isAbout(target, route) {
                    let (answer, text) = try await answer(to: question, route, seat, target, client)
                    heard.append((route, answer, text))
                    report.requests += 1
                    if answer == .allowed { report.allowed.insert(RouteQuestion.operation(of: route)) }
                }
                guard !heard.isEmpty else { continue }
                let cell = MatrixCell(seat.role, first.asks, target.relation, target.state)
                report.cells.insert(cell)
                let isOdd = heard.contains { if case .odd = $0.answer { true } else { false } }
                let isAllowed =
                    cell.decision.isAllowed
                    && question.alsoAsks.allSatisfy {
                        MatrixCell(seat.role, $0, target.relation, question.alsoIn ?? target.state).decision.isAllowed
                    }
                let isExpected = isAllowed != (cell == turned)
                if isOdd || heard.contains(where: { $0.answer == .allowed }) != isExpected {
                    let said = heard.map { "\($0.route.name): \($0.text)" }.joined(separator: "; ")
                    report.differences.append(
                        "\(cell) [\(seat), \(target)]: \(isExpected ? "allowed" : "refused"), but \(said)")
                }
            }
        }
    }

    /// The province's routes reach what is elsewhere, and what is the province's. A paper is entered where one stands.
    private func isAbout(_ target: MatrixTarget, _ route: Route) -> Bool {
        let operation = RouteQuestion.operation(of: route)
        let isWide = route.path.contains("/province/")
        if operation == "directives.enter" { return isWide == (target.relation == .province) }
        // A paper of one's own unit decides also what is elsewhere.
        if operation == "papers.rule" { return true }
        return !isWide || !target.relation.isInside
    }

    private func answer(
        to question: RouteQuestion, _ route: Route, _ seat: MatrixStage.MatrixSeat, _ target: MatrixTarget,
        _ client: any TestClientProtocol
    ) async throws -> (MatrixAnswer, String) {
        var headers: HTTPFields = [.authorization: "Bearer \(seat.token.text)"]
        if route.versioned { headers[.ifMatch] = "\"1\"" }
        if let type = route.sampleMediaType, route.takes != nil { headers[.contentType] = type }
        let bytes = question.text.map { Array($0(target).utf8) } ?? question.body?(target).bytes() ?? route.sampleBody
        let query = question.query(target).replacing("{afterParts}", with: RouteQuestion.afterParts(route))
        let (uri, fields) = (path(of: route, seat, target) + query, headers)
        return try await client.execute(
            uri: uri, method: route.method, headers: fields, body: ByteBuffer(bytes: route.method == .get ? [] : bytes)
        ) { response in
            let body = String(buffer: response.body)
            let text =
                "\(route.method) \(uri): \(response.status.code) \(response.status.kind == .successful ? "" : String(body.prefix(160)))"
            if response.status.kind == .successful {
                let isSeen = question.sees.map { body.contains($0(target)) } ?? true
                return (isSeen && !question.refusals.contains(where: body.contains) ? .allowed : .refused, text)
            }
            let code = body.firstMatch(of: /"code":"([a-z-]+)"/).map { String($0.output.1) } ?? ""
            guard let kind = Problem.Kind.allCases.first(where: { $0.status == response.status }) else { return (.odd(text), text) }
            return (MatrixAnswer(kind, code), text)
        }
    }

    private func path(of route: Route, _ seat: MatrixStage.MatrixSeat, _ target: MatrixTarget) -> String {
        // The plan is known everywhere; what is the province's own is entered at home or province-wide.
        let slug = target.relation == .province ? seat.place.slug : target.place.slug
        let item =
            switch RouteQuestion.of(route)?.about {
            case .whole?: target.whole
            case .waiting?: target.waiting
            case .fresh?: target.fresh
            case .item?, nil: target.item
            }
        let isKept = ["accounts.", "page.account."].contains { route.name.hasPrefix($0) } && !route.name.hasSuffix(".open")
        let isAttached = route.name.hasSuffix("attach")
        let names = [
            "tenant": slug, "unit": target.unit, "item": item, "person": isKept ? target.holder ?? "" : target.person, "post": target.post,
            "launch": target.launch, "directive": isAttached ? target.paper : target.directive,
            "paper": isAttached ? target.bareCopy : target.signedPaper, "delegation": target.delegation, "draft": target.draft,
            "itemDraft": target.itemDraft, "initiative": target.initiative, "confirmation": target.unit, "session": target.session,
            "criticism": target.criticism, "petition": target.petition, "difficulty": target.unit,
            "remedy": target.unit, "model": target.unit, "adoption": target.unit, "coverageLine": target.place.tenant.lower,
            "coverage": target.place.tenant.lower,
            "document": route.parameterNames.contains("session") ? "council-minutes" : "achievement-report",
            "dossier": RouteQuestion.of(route)?.about == .fresh ? target.draftedDossier : target.submittedDossier,
            // Both bear the id of the item (MatrixStage).
            "evidence": target.item, "report": target.item, "dispute": target.reviewDispute, "guide": "glossary",
            "campaign": route.name == "campaigns.launch" ? "MX2" : "MX0", "token": credentials[seat.person]?.lower ?? "",
        ]
        return route.parameterNames.reduce(route.path) { path, name in path.replacing("{\(name)}", with: names[name] ?? "") }
    }
}

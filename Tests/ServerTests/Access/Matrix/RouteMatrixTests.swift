import API
import Console
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Operations
import Server
import TestSupport
import Testing
import Web

/// Role × deed × relation × state: what the policy says, the service answers on every route that asks it.
@Suite("The policy matrix over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
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
        let stage = try await MatrixStage(in: province)
        try await province.undoEveryChange()
        let start = ContinuousClock.now
        let asker = RouteAsker(stage: stage, credentials: try await stage.credentials(in: province))
        let routes = Self.routes.filter { RouteQuestion.of($0) != nil }
        let backend = Backend(entrance: province.entrance, passwords: PasswordHasher(.least), secure: false, demonstration: true)
        let report = try await Application(router: buildRouter(backend)).test(.router) { client in
            try await withThrowingTaskGroup(of: RouteAsker.Report.self) { group in
                for lane in 0..<4 {
                    group.addTask {
                        var report = RouteAsker.Report()
                        for index in stride(from: lane, to: stage.officers.count, by: 4) {
                            try await asker.ask(stage.officers[index], routes, client, &report)
                        }
                        return report
                    }
                }
                return try await group.reduce(into: RouteAsker.Report()) { $0.add($1) }
            }
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
        let idle = routes.map(\.name).filter { !report.allowed.contains($0) }
        #expect(idle.isEmpty, "never allowed to anybody: their questions are wrong")
    }
}

/// In a province of its own: the stage is set once.
@Suite("The control of the policy matrix over HTTP", .province, .timeLimit(.minutes(30)))
struct RouteMatrixControlTests {
    private let province = Province.current

    @Test("as its control: a service that lets a role do more is found")
    func control() async throws {
        let stage = try await MatrixStage(in: province)
        try await province.asSuperuser("INSERT INTO core.role_action (role, action) VALUES ('unit_council_member', 'progress.report')")
        let asker = RouteAsker(stage: stage, credentials: [:])
        let routes = RouteMatrixTests.routes.filter { $0.name == "items.report" }
        let seats = stage.officers.filter { $0.role == .unitCouncilMember && !$0.place.isClosed }
        let report = try await Application(router: buildRouter(province.backend)).test(.router) { client in
            var report = RouteAsker.Report()
            for seat in seats { try await asker.ask(seat, routes, client, &report) }
            return report
        }
        #expect(report.differences.contains { $0.contains("progress.report") })
    }
}

/// Sends the questions of one seat and compares the answers with the table.
struct RouteAsker: Sendable {
    struct Report: Sendable {
        var cells: Set<MatrixCell> = []
        var requests = 0
        /// Routes that somebody was allowed.
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
                    if answer == .allowed { report.allowed.insert(route.name) }
                }
                guard !heard.isEmpty else { continue }
                let cell = MatrixCell(seat.role, first.asks, target.relation, target.state)
                report.cells.insert(cell)
                let isOdd = heard.contains { if case .odd = $0.answer { true } else { false } }
                if isOdd || heard.contains(where: { $0.answer == .allowed }) != cell.decision.isAllowed {
                    let said = heard.map { "\($0.route.name): \($0.text)" }.joined(separator: "; ")
                    report.differences.append(
                        "\(cell) [\(seat), \(target)]: \(cell.decision.isAllowed ? "allowed" : "refused"), but \(said)")
                }
            }
        }
    }

    /// The province's routes reach what is elsewhere, and what is the province's. A paper is entered where one stands.
    private func isAbout(_ target: MatrixTarget, _ route: Route) -> Bool {
        let isWide = route.path.contains("/province/")
        let operation = RouteQuestion.operation(of: route)
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
        let (uri, fields) = (path(of: route, seat, target) + question.query(target), headers)
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
        let operation = RouteQuestion.operation(of: route)
        let item = operation == "items.hand-on" ? target.whole : operation == "extensions.decide" ? target.waiting : target.item
        let isKept = route.name.hasPrefix("accounts.") && route.name != "accounts.open"
        let isAttached = route.name.hasSuffix("attach")
        let names = [
            "tenant": slug, "unit": target.unit, "item": item, "person": isKept ? target.holder ?? "" : target.person, "post": target.post,
            "launch": target.launch, "directive": isAttached ? target.paper : target.directive,
            "paper": isAttached ? target.bareCopy : target.signedPaper, "delegation": target.delegation, "draft": target.draft,
            // Both bear the id of the item (MatrixStage).
            "evidence": target.item, "report": target.item,
            "campaign": route.name == "campaigns.launch" ? "MX2" : "MX0", "token": credentials[seat.person]?.lower ?? "",
        ]
        return route.parameterNames.reduce(route.path) { path, name in path.replacing("{\(name)}", with: names[name] ?? "") }
    }
}

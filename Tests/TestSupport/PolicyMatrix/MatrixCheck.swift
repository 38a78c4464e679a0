import Domain
import Postgres

/// Asks the database about every cell, as the application's own logins, and compares with the policy.
public struct MatrixCheck: Sendable {
    private let province: Province
    private let stage: MatrixStage
    private let questions: [Question]

    private struct Question {
        let seat: MatrixStage.MatrixSeat
        let probes: [MatrixProbe]
        let words: [Set<Substring>]
    }

    public init(_ stage: MatrixStage, in province: Province) {
        self.province = province
        self.stage = stage
        // First who has every action, then the seats from which most is seen of a tree: a difference shows early.
        let order = { (seat: MatrixStage.MatrixSeat) in
            (seat.hasEveryAction ? -1 : 0) + (seat.place.isClosed ? 2 : 0) + (seat.slot == .root ? 1 : 0)
        }
        questions = stage.seats.sorted { order($0) < order($1) }.map { seat in
            let probes = stage.probes(of: seat)
            return Question(seat: seat, probes: probes, words: probes.map(\.words))
        }
    }

    /// What was asked, and where the database says something else.
    public struct Report: Sendable {
        public internal(set) var cells: Set<MatrixCell> = []
        public internal(set) var attempts = 0
        public internal(set) var differences: [String] = []
        /// The questions that showed them.
        fileprivate(set) var differing: Set<Int> = []
    }

    /// Which questions are asked: by the names that stand in their statements.
    public enum Focus: Sendable {
        case everything
        /// One of these stands there; none of them.
        case about(Set<String>), notAbout(Set<String>)

        fileprivate func takes(_ words: Set<Substring>) -> Bool {
            switch self {
            case .everything: true
            case .about(let names): names.contains { words.contains($0[...]) }
            case .notAbout(let names): !names.contains { words.contains($0[...]) }
            }
        }
    }

    /// - Parameters:
    ///   - stopsEarly: at the first seat with a difference.
    ///   - turned: a cell that is read the wrong way round, as the control: the database then says something else.
    public func run(
        stopsEarly: Bool = false, _ focus: Focus = .everything, turning turned: MatrixCell? = nil
    ) async throws -> Report {
        try await run(Array(questions.indices), stopsEarly: stopsEarly, focus, turning: turned)
    }

    /// The questions once more that showed a difference.
    public func runAgain(_ report: Report, _ focus: Focus) async throws -> Report {
        try await run(report.differing.sorted(), stopsEarly: false, focus, turning: nil)
    }

    private func run(_ asked: [Int], stopsEarly: Bool, _ focus: Focus, turning turned: MatrixCell?) async throws -> Report {
        let table = try await tableDifferences()
        if stopsEarly, !table.isEmpty {
            var report = Report()
            report.differences = table
            return report
        }
        // Two halves on two connections: there are two cores.
        return try await withThrowingTaskGroup(of: Report.self) { group in
            for half in 0..<2 {
                group.addTask {
                    var report = Report()
                    let lines = MatrixLines(province)
                    for place in stride(from: half, to: asked.count, by: 2) {
                        do {
                            try await ask(asked[place], focus, turning: turned, over: lines, &report)
                        } catch  where stopsEarly && Task.isCancelled {
                            // The other half found a difference first.
                            break
                        }
                        if stopsEarly, !report.differences.isEmpty || Task.isCancelled { break }
                    }
                    await lines.close()
                    return report
                }
            }
            var whole = Report()
            whole.differences = table
            for try await part in group {
                whole.cells.formUnion(part.cells)
                whole.attempts += part.attempts
                whole.differences += part.differences
                whole.differing.formUnion(part.differing)
                if stopsEarly, !part.differences.isEmpty { group.cancelAll() }
            }
            return whole
        }
    }

    /// The table itself, as the database has it: roles, and which actions each has.
    private func tableDifferences() async throws -> [String] {
        let stored = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT concat_ws(' ', code, reach, coalesce(province_role, '-'), grantable) FROM core.role WHERE code !~ '^(bare|full)_'
                UNION ALL
                SELECT concat_ws(' ', role, action) FROM core.role_action WHERE role NOT LIKE 'full\\_%'
                """
            ).decode { (row) throws in try row.next(String.self) }
        }
        let here = Policy.table.flatMap { policy in
            let role = policy.role.rawValue
            let flags = "\(policy.reach.rawValue) \(policy.provinceRole?.rawValue ?? "-") \(policy.role.isGrantable ? "t" : "f")"
            return ["\(role) \(flags)"] + policy.actions.map { "\(role) \($0.rawValue)" }
        }
        return Set(stored).symmetricDifference(here).sorted().map { "the table: \($0)" }
    }

    private func ask(
        _ index: Int, _ focus: Focus, turning turned: MatrixCell?, over lines: MatrixLines, _ report: inout Report
    ) async throws {
        let seat = questions[index].seat
        let probes = zip(questions[index].probes, questions[index].words)
            .filter { focus.takes($0.1) }.map(\.0)
        let before = report.differences.count
        var statements: [MatrixProbe.Door: [(probe: Int, statement: String)]] = [:]
        for (number, probe) in probes.enumerated() {
            for attempt in probe.attempts { statements[attempt.door, default: []].append((number, attempt.statement)) }
        }
        var answers: [[String]] = probes.map { _ in [] }
        for (door, asked) in statements {
            for (row, answer) in zip(asked, try await tries(asked.map(\.statement), seat, door, lines)) {
                answers[row.probe].append(answer)
            }
        }
        for (probe, heard) in zip(probes, answers) {
            report.attempts += heard.count
            if let cell = probe.cell { report.cells.insert(cell) }
            // A state without words is no count.
            let got = heard.contains { $0.count < 5 && (Int($0) ?? 0) > 0 }
            if got != (probe.isAllowed != (probe.cell != nil && probe.cell == turned)) {
                let asked = probe.cell.map { "\($0)" } ?? "never"
                report.differences.append("\(seat): \(asked): \(probe.what): \(probe.isAllowed ? "allowed" : "refused"), but \(heard)")
            } else if !got, let odd = heard.first(where: Self.isOdd) {
                report.differences.append("\(seat): \(probe.what): refused by something else: \(odd)")
            }
        }
        if report.differences.count > before { report.differing.insert(index) }
    }

    /// A refusal is no row, no privilege, a policy or the door; anything else means that the question was wrong.
    private static func isOdd(_ answer: String) -> Bool {
        guard Int(answer) == nil else { return false }
        return !["42501", "TD404", "TD405", "TD401", "3F000"].contains(String(answer.prefix(5)))
    }

    private func tries(
        _ statements: [String], _ seat: MatrixStage.MatrixSeat, _ door: MatrixProbe.Door, _ lines: MatrixLines
    ) async throws -> [String] {
        let home = "'\(seat.place.slug)'"
        var enter = seat.role == .system ? "SELECT set_config('role', core.enter_job('\(stage.job)', 7), true)" : Self.enter(seat, home)
        var login = seat.role == .system ? "thidua_worker" : "thidua_web"
        switch door {
        case .home: break
        case .taken(let role): enter += "; SET LOCAL ROLE \(role)"
        case .unseated(let role): enter = "SET LOCAL ROLE \(role)"
        case .owner:
            enter += "; SET LOCAL ROLE thidua_owner"
            login = "postgres"
        case .ownerAbroad:
            enter = Self.enter(seat, "NULL") + "; SET LOCAL ROLE thidua_owner"
            login = "postgres"
        case .operator:
            enter = "SET LOCAL ROLE thidua_owner"
            login = "postgres"
        case .province, .place:
            if seat.role == .system { return statements.map { _ in "TD404" } }
            if case .place(let slug) = door { enter = Self.enter(seat, "'\(slug)'") } else { enter = Self.enter(seat, "NULL") }
        }
        let result = try await lines.line(as: login).query("SELECT matrix.tries(\(enter), \(statements))")
        return try result.only { (row) throws in try row.next([String].self) }
    }

    private static func enter(_ seat: MatrixStage.MatrixSeat, _ place: String) -> String {
        let hex = seat.token.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return "SELECT set_config('role', core.enter('\\x\(hex)', \(place)), true)"
    }
}

/// One connection for each login, opened when it is first needed.
private actor MatrixLines {
    private let province: Province
    private var open: [String: Connection] = [:]

    init(_ province: Province) {
        self.province = province
    }

    func line(as login: String) async throws -> Connection {
        if let connection = open[login] { return connection }
        // Each statement is asked once: kept ones would only fill the memory of both sides.
        let connection = try await province.connection(as: login, statementCacheSize: 0)
        open[login] = connection
        return connection
    }

    func close() async {
        for connection in open.values { await connection.close() }
        open = [:]
    }
}

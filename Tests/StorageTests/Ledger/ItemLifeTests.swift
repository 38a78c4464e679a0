import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The machine of `WorkItem+Life.swift` and the constraints of the database, held against each other: every step in every state, in raw SQL as
/// the officer whose step it is.
@Suite("Every step in every state of an item", .province, .timeLimit(.minutes(30)))
struct ItemLifeTests {
    private let province = Province.current
    private let tenant = "district_101"

    @Test(
        "passes the database where the machine allows it, and is refused by a constraint where it does not",
        arguments: WorkItem.State.allCases)
    func cells(state: WorkItem.State) async throws {
        let stage = try await LifeStage(province, state)
        let standing = try await stage.bench.show(stage.item, in: tenant).entry.standing
        #expect(standing.state == state)
        let stored = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT core.work_state(\(province.tenant(tenant)), \(stage.item))").decode { row in
                try row.next(String.self)
            }
        }
        #expect(stored == [state == .exempted ? standing.work.rawValue : state.rawValue])
        for step in WorkItem.Step.allCases {
            let allowed = standing.refusal(of: step, role: .lead) == nil
            let error = try await stage.attempt(step)
            #expect((error == nil) == allowed, "\(step) when \(state): \(error?.description ?? "passed")")
            // By a constraint or a key, never for want of a privilege: then nothing would be shown here.
            if let error { #expect(["23514", "23505", "23503"].contains(error.sqlState), "\(step) when \(state): \(error)") }
        }
    }

    @Test("of a co-ordinating unit is no result, past the program as well")
    func coordinating() async throws {
        let bench = try await LedgerBench(province)
        _ = try await bench.assign(bench.task(to: "dept_snv", coordinators: [tenant]))
        let own = try #require(try await bench.list(LedgerFilter(directive: bench.directive), in: tenant).first).item.id
        let stage = LifeStage(province, bench, item: own)
        #expect(try await stage.attempt(.submitResult)?.constraint == "result_of_the_lead")
        #expect(try await stage.attempt(.dispute)?.constraint == "dispute_on_acknowledging")
        // The control: what a co-ordinating unit does.
        #expect(try await stage.attempt(.report) == nil)
    }

    @Test("is one of two: the unit reports its result or the Office passes the item on, whoever is quicker, never both", arguments: 0..<3)
    func passedOnOrReported(round: Int) async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        let refused = await withTaskGroup(of: String?.self) { group in
            group.addTask {
                await province.refusal {
                    try await bench.report(
                        ReportProgress(item: id, isResult: true, evidenceOn: CivilDate("2023-06-12"), narrative: "Đã xong"), in: tenant)
                }?.code
            }
            group.addTask {
                await province.refusal {
                    try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                        _ = try await TransferItem(
                            item: id, lead: "district_102", paper: PassingPaper(documentNumber: "91/UBND-TH", reason: "Đúng chức năng")
                        ).perform(in: tx, ids: .system)
                    }
                }?.code
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(refused.count { $0 == nil } == 1, "\(refused)")
        #expect(refused.allSatisfy { $0 == nil || ["judged-meanwhile", "result-pending", "item-transferred"].contains($0) }, "\(refused)")
        let detail = try await bench.show(id, in: tenant)
        #expect([.resultSubmitted, .transferred].contains(detail.entry.standing.state))
        #expect(detail.reports.count + detail.rulings.count == 1)
    }
}

import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The business date moves through these tests, so they share a province with nobody.
@Suite("The ledger seen as of a past day", .province, .serialized, .timeLimit(.minutes(30)))
struct PastViewTests {
    let province = Province.current

    private struct View: Equatable {
        var list: [LedgerEntry]
        var overview: [UnitOverview]
        var groups: [LedgerGroup]
    }

    private func view(_ bench: LedgerBench, at moment: LedgerMoment) async throws -> View {
        let filter = LedgerFilter(directive: bench.directive)
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            View(
                list: try await ListItems(filter: filter, moment: moment).perform(in: tx).entries,
                overview: try await ShowOverview(campaign: bench.campaign, moment: moment).perform(in: tx).units,
                groups: try await CountItems(by: .timeliness, filter: filter, moment: moment).perform(in: tx))
        }
    }

    @Test("shows what that day showed, whatever was reported, decided or changed since")
    func sameAsThen() async throws {
        func move(to day: String) async throws { try await province.asSuperuser("SELECT core.move_business_date('\(day)')") }
        try await move(to: "2023-05-02")
        let bench = try await LedgerBench(province)
        var shown: [CivilDate: View] = [:]
        var id: WorkItem.ID?
        let steps: [(String, @Sendable (WorkItem.ID?) async throws -> WorkItem.ID?)] = [
            ("2023-05-03", { _ in try await bench.assign(bench.task(to: "dept_snv", due: "2023-05-20", coordinators: ["district_101"])) }),
            (
                "2023-05-04",
                { id in
                    try await province.write(as: .unitHead, in: "dept_snv") { (tx: borrowing TenantTransaction) in
                        _ = try await AcknowledgeItem(item: id!).perform(in: tx, ids: .system)
                    }
                    return nil
                }
            ),
            (
                "2023-05-10",
                { id in
                    try await bench.report(
                        ReportProgress(item: id!, evidenceOn: CivilDate("2023-05-08"), milestonePercent: 50, narrative: "Dự thảo"),
                        in: "dept_snv")
                    return nil
                }
            ),
            (
                "2023-05-18",
                { id in
                    var changes = ChangeItem.Changes()
                    changes.dueOn = CivilDate("2023-05-31")
                    changes.title = "Việc đã sửa"
                    var change = ChangeItem(id: id!, version: 1, changes: changes, reason: "gia hạn")
                    change.documentNumber = "15/UBND-TH"
                    try await province.write(as: .officeMonitor, to: .province) { [change] (tx: borrowing TenantTransaction) in
                        try await change.perform(in: tx)
                    }
                    return nil
                }
            ),
            (
                "2023-06-02",
                { id in
                    // Entered late, with the date of the paper.
                    try await bench.report(
                        ReportProgress(item: id!, isResult: true, evidenceOn: CivilDate("2023-05-30"), narrative: "Xong"), in: "dept_snv")
                    return nil
                }
            ),
            (
                "2023-06-05",
                { id in
                    try await bench.rule(RuleItem(item: id!, kind: .returned, fault: .completeness, reason: "Thiếu phụ lục"))
                    try await bench.report(
                        ReportProgress(item: id!, isResult: true, evidenceOn: CivilDate("2023-06-05"), narrative: "Xong"), in: "dept_snv")
                    return nil
                }
            ),
            (
                "2023-06-09",
                { id in
                    try await bench.rule(RuleItem(item: id!, kind: .accepted))
                    return nil
                }
            ),
            (
                "2023-06-20",
                { id in
                    try await bench.rule(RuleItem(item: id!, kind: .cancelled, documentNumber: "9/QĐ", reason: "Theo chỉ đạo"))
                    return nil
                }
            ),
        ]
        for (day, act) in steps {
            try await move(to: day)
            id = try await act(id) ?? id
            shown[CivilDate(day)!] = try await view(bench, at: .now)
        }
        for (day, then) in shown {
            #expect(try await view(bench, at: .endOf(day)) == then, "\(day)")
        }
        #expect(
            Set(shown.values.compactMap { $0.list.first { $0.item.role == .lead }?.standing.timeliness }) == [
                .inTime, .overdue, .completedLate,
            ])

        // Between recording and fact: known on 2 June, as of 31 May, the result of 30 May lies there; known on 1 June it does not.
        let known = try await view(bench, at: LedgerMoment(asOf: CivilDate("2023-05-31"), knownOn: CivilDate("2023-06-02")))
        #expect(known.list.first { $0.item.role == .lead }?.standing.state == .resultSubmitted)
        let unknown = try await view(bench, at: LedgerMoment(asOf: CivilDate("2023-05-31"), knownOn: CivilDate("2023-06-01")))
        #expect(unknown.list.first { $0.item.role == .lead }?.standing.state == .inProgress)
        #expect(try await view(bench, at: .endOf(CivilDate("2023-05-02")!)).list.isEmpty)
    }
}

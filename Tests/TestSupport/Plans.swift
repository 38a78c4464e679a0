public import Domain
import Foundation
import Logging
public import Operations
public import Postgres

/// Plans for tests: the shipped one under another code, so that each test has a campaign of its own, and one that differs in all that a
/// launch depends on.
public enum Plans {
    public static func shipped(_ code: String) throws -> Campaign {
        let file = URL(filePath: RepositoryPaths.deploy).appending(path: "campaigns/KH-77-2023.yaml")
        var plan = try CampaignFile.read(Array(Data(contentsOf: file)))
        plan.code = code
        return plan
    }

    /// Signed on 2 May, districts alone, to be launched by 1 June, no combined conferences.
    public static func other(_ code: String) throws -> Campaign {
        var plan = try shipped(code)
        plan.name = "Phong trào thi đua khác"
        plan.paper.date = day("2023-05-02")
        plan.firstTier = [.init(kind: .district, scope: nil, words: "Ủy ban nhân dân các huyện")]
        plan.span.from = day("2023-05-01")
        plan.phases = [.init(code: "I", name: "Đợt I", words: "Cả đợt", from: day("2023-05-02"), to: day("2023-12-31"), review: .final)]
        plan.launch.deadline = .init(words: "chậm nhất ngày 01/6/2023", date: day("2023-06-01"))
        plan.launch.forms = plan.launch.forms.filter { $0.kind != .combined }
        return plan
    }

    public static func day(_ text: String) -> CivilDate { CivilDate(text)! }
}

extension Province {
    @discardableResult
    public func bring(_ plan: Campaign, as role: Role = .officeMonitor) async throws -> ImportCampaign.Result {
        try await write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
            try await ImportCampaign(plan: plan).perform(in: tx, ids: .system)
        }
    }

    @discardableResult
    public func launch(_ code: String, number: String = "77/KH-UBND", on day: String = "2023-03-31", as role: Role = .chairman) async throws
        -> CampaignSummary
    {
        try await write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
            try await LaunchCampaign(code: code, documentNumber: number, launchedOn: Plans.day(day)).perform(in: tx)
        }
    }

    @discardableResult
    public func work(_ pace: Worker.Pace = Worker.Pace()) async throws -> Worker.Tally {
        try await Worker(worker, pace: pace, logger: Logger(label: "tests")).runOnce()
    }

    @discardableResult
    public func cascade(_ code: String, in tenant: String, as role: Role = .unitHead) async throws -> Bool {
        try await write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in try await CascadeLaunch(campaign: code).perform(in: tx)
        }
    }

    /// Brings a plan, launches it, and lets the worker deliver it.
    public func launched(_ plan: Campaign, on day: String = "2023-03-31") async throws {
        try await bring(plan)
        try await launch(plan.code, on: day)
        try await work()
    }

    /// As if the Office had opened a month that is over by its last day: its days lie where the rule has them, not behind the business date.
    public func openedInTime(_ campaign: String, _ month: String) async throws {
        try await asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.report_period AS p
            SET opened_on = p.to_on, sub_unit_due_on = core.working_day_after(p.to_on, 1), due_on = core.working_day_after(p.to_on, 2),
                closes_on = core.working_day_after(p.to_on, 4)
            FROM core.campaign AS c
            WHERE c.id = p.campaign_id AND c.code = '\(campaign)' AND p.month = '\(month)-01' AND p.opened_on > p.to_on;
            SET session_replication_role = origin;
            """)
    }

    public func monitor(_ code: String, asOf: String? = nil, knownOn: String? = nil) async throws -> LaunchMonitor {
        try await read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await MonitorLaunch(campaign: code, asOf: asOf.map(Plans.day), knownOn: knownOn.map(Plans.day)).perform(in: tx)
        }
    }

    /// The refusal that an act must meet.
    public func refusal(_ act: () async throws -> Void) async -> Problem? {
        do {
            try await act()
            return nil
        } catch {
            return error as? Problem ?? .unexpected
        }
    }

    /// One number from the database itself, past every door.
    public func count(_ sql: SQL) async throws -> Int {
        try await withConnection(as: "postgres") { connection in
            try await connection.query(sql).only { row in Int(try row.next(Int64.self)) }
        }
    }
}

public import Domain
public import Operations
import Storage

/// What tests of a review begin with: a campaign whose interim review is due, and items in two districts, of which one fails.
public struct ReviewBench: Sendable {
    public let province: Province
    /// Code of the campaign, which no other test of the suite uses.
    public let campaign: String
    /// Done a day late, by district_101.
    public let late: WorkItem.ID
    /// Done in time, by district_102.
    public let early: WorkItem.ID
    private let directive: Directive.ID

    public static let heldOn = Plans.day("2023-06-15")
    /// Five working days after the opening on 20/6/2023.
    public static let settleUntil = Plans.day("2023-06-27")

    public init(_ province: Province, campaign: String) async throws {
        self.province = province
        self.campaign = campaign
        try await Self.move(province, to: "2023-06-20")
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ")])
        }
        var plan = try Plans.shipped(campaign)
        for index in plan.phases.indices where plan.phases[index].review == .interim { plan.phases[index].to = Self.heldOn }
        try await province.bring(plan)
        let paper = Directive.Paper(
            type: "Quyết định", number: "503/QĐ-\(campaign)", issuedOn: Plans.day("2023-03-20"), issuer: "Ủy ban nhân dân tỉnh",
            abstract: "Giao nhiệm vụ")
        directive = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await EnterDirective(paper: paper).perform(in: tx, ids: .system)
        }
        late = try await Self.assign(to: "district_101", due: "2023-06-10", campaign, directive, province)
        early = try await Self.assign(to: "district_102", due: "2023-06-15", campaign, directive, province)
        try await finish(late, in: "district_101", on: "2023-06-11")
        try await accept(late)
        try await finish(early, in: "district_102", on: "2023-06-13")
        try await accept(early)
    }

    /// The day on which business is done, in the whole province.
    public func move(to day: String) async throws { try await Self.move(province, to: day) }

    private static func move(_ province: Province, to day: String) async throws {
        try await province.asSuperuser("UPDATE core.installation SET business_date = '\(day)'")
    }

    // MARK: - The ledger

    /// - Parameter change: what the item is otherwise than a plain task.
    public func assign(
        to lead: String, due: String, _ change: (inout AssignItem) throws -> Void = { _ in }
    ) async throws -> WorkItem.ID {
        try await Self.assign(to: lead, due: due, campaign, directive, province, change)
    }

    private static func assign(
        to lead: String, due: String, _ campaign: String, _ directive: Directive.ID, _ province: Province,
        _ change: (inout AssignItem) throws -> Void = { _ in }
    ) async throws -> WorkItem.ID {
        var given = AssignItem(
            lead: lead, kind: .task, title: "Báo cáo của \(lead)", campaign: campaign, content: "III.3", directive: directive,
            sourceClause: "Danh mục", sector: "NV", completion: .ketQua, dueOn: Plans.day(due), assignedOn: Plans.day("2023-04-03"))
        try change(&given)
        let assigning = given
        return try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await assigning.perform(in: tx, ids: .system)
        }
    }

    public func finish(_ item: WorkItem.ID, in lead: String, on day: String) async throws {
        _ = try await province.write(as: .unitCoordinator, in: lead) { (tx: borrowing TenantTransaction) in
            try await ReportProgress(
                item: item, isResult: true, evidenceOn: Plans.day(day), documentNumber: "12/BC-\(lead)", documentIssuer: "UBND",
                narrative: "Đã xong"
            ).perform(in: tx, ids: .system)
        }
    }

    public func report(_ report: ReportProgress, in lead: String) async throws {
        _ = try await province.write(as: .unitCoordinator, in: lead) { (tx: borrowing TenantTransaction) in
            try await report.perform(in: tx, ids: .system)
        }
    }

    /// The last report of it.
    public func confirmReport(of item: WorkItem.ID) async throws {
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await RuleItem(item: item, kind: .confirmed).perform(in: tx, ids: .system)
        }
    }

    public func accept(_ item: WorkItem.ID) async throws {
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await RuleItem(item: item, kind: .accepted).perform(in: tx, ids: .system)
        }
    }

    // MARK: - The review

    public func open() async throws {
        let opening = OpenReview(campaign: campaign, review: .interim)
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: .system)
        }
    }

    public func confirm(in tenant: String, as role: Role = .unitHead) async throws {
        let confirming = ConfirmReview(campaign: campaign, review: .interim)
        try await province.write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in try await confirming.perform(in: tx) }
    }

    public func dispute(_ item: WorkItem.ID, in tenant: String, as role: Role = .unitHead) async throws -> ReviewDispute.ID {
        let disputing = DisputeReviewItem(
            campaign: campaign, review: .interim, item: item, wrong: "Hoàn thành ngày 10/6/2023", documentNumber: "15/BC-UBND",
            documentOn: Plans.day("2023-06-10"))
        return try await province.write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
            try await disputing.perform(in: tx, ids: .system)
        }
    }

    public func answer(_ dispute: ReviewDispute.ID, _ outcome: ReviewDispute.Answer.Outcome = .rejected, as role: Role = .officeMonitor)
        async throws
    {
        let answering = AnswerReviewDispute(dispute, outcome, words: "Văn bản ghi ngày 11/6/2023")
        try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in try await answering.perform(in: tx) }
    }

    @discardableResult
    public func freeze(minute: ReviewSnapshot.Minute? = nil, as role: Role = .officeMonitor) async throws -> FreezeReview.Answer {
        let freezing = FreezeReview(campaign: campaign, review: .interim, minute: minute)
        return try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in try await freezing.perform(in: tx) }
    }

    /// As the Office sees it.
    public func show() async throws -> ShowReview.Answer {
        let showing = ShowReview(campaign: campaign, review: .interim)
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await showing.perform(in: tx)
        }
    }

    public func verify(version: Int? = nil) async throws -> SnapshotVerification {
        let verifying = VerifySnapshot(ShowSnapshot(campaign: campaign, review: .interim, version: version))
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await verifying.perform(in: tx)
        }
    }

    /// The verdicts of the first tier as the Office sees them.
    public func judge(version: Int? = nil, isLive: Bool = false) async throws -> Verdicts {
        let judging = JudgeCampaign(
            GatherLedger(
                campaign: campaign, review: .interim, isFrozen: true, asOf: Self.heldOn, version: version, isLive: isLive))
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await judging.perform(in: tx)
        }
    }
}

extension Verdicts {
    /// `101 fail`.
    public var short: [String] { units.map { "\($0.code) \($0.verdict.rawValue)" } }
}

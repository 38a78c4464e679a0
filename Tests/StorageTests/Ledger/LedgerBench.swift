import Domain
import Operations
import Postgres
import Storage
import Synchronization
import TestSupport

/// What tests of the ledger begin with: sectors, a plan, and a directive of their own to cut into items.
struct LedgerBench: Sendable {
    let province: Province
    let directive: Directive.ID
    /// Code of the campaign.
    let campaign: String

    private static let numbers = Atomic(0)

    /// - Parameter campaign: a code that no other test of the suite uses.
    init(_ province: Province, campaign: String? = nil) async throws {
        self.province = province
        let number = Self.numbers.add(1, ordering: .relaxed).newValue
        let code = campaign ?? "LEDGER-\(number)"
        self.campaign = code
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính"), (code: "NN", name: "Nông nghiệp")])
        }
        try await province.bring(try Plans.shipped(code))
        directive = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await EnterDirective(paper: Self.paper(number: "\(500 + number)/QĐ-UBND")).perform(in: tx, ids: .system)
        }
    }

    /// The plan says otherwise from now on.
    ///
    /// - Parameter value: as JSON.
    func set(_ parameter: Campaign.ParameterName, to value: String) async throws {
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.campaign SET document = jsonb_set(document, '{parameters}', (
                SELECT jsonb_agg(CASE WHEN m ->> 'name' = '\(parameter.rawValue)' THEN jsonb_set(m, '{value}', '\(value)') ELSE m END)
                FROM jsonb_array_elements(document -> 'parameters') AS m))
            WHERE code = '\(campaign)'
            """)
    }

    static func paper(number: String) -> Directive.Paper {
        Directive.Paper(
            type: "Quyết định", number: number, issuedOn: day("2023-03-20"), issuer: "Ủy ban nhân dân tỉnh", abstract: "Giao nhiệm vụ")
    }

    static func day(_ text: String) -> CivilDate { CivilDate(text)! }

    /// A task of the campaign as the Office gives it.
    func task(
        to lead: String, title: String = "Báo cáo kết quả", due: String? = "2023-06-30", coordinators: [String] = [], sector: String = "NV",
        content: String = "III.3"
    ) -> AssignItem {
        AssignItem(
            lead: lead, coordinators: coordinators, kind: .task, title: title, campaign: campaign, content: content, directive: directive,
            sourceClause: "Danh mục", sector: sector, completion: .ketQua, dueOn: due.map(Self.day))
    }

    /// A target of the campaign: at least so much.
    func target(to lead: String, atLeast target: String, due: String = "2023-12-31") -> AssignItem {
        var item = task(to: lead, title: "Đạt chỉ tiêu", due: due)
        item.kind = .target
        item.goal = WorkItem.Goal(direction: .atLeast, target: Quantity(target)!, unit: "%")
        return item
    }

    @discardableResult
    func assign(_ item: AssignItem, as role: Role = .officeMonitor, in tenant: String? = nil, unit: String? = nil) async throws
        -> WorkItem.ID
    {
        let place: Entry.Place = tenant.flatMap { Tenant.Slug($0) }.map(Entry.Place.tenant) ?? .province
        return try await province.write(as: role, in: tenant, unit: unit, to: place) { (tx: borrowing TenantTransaction) in
            try await item.perform(in: tx, ids: .system)
        }
    }

    @discardableResult
    func handOn(_ part: HandOnItem, as role: Role = .unitHead, in tenant: String, unit: String? = nil) async throws -> WorkItem.ID {
        try await province.write(as: role, in: tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            try await part.perform(in: tx, ids: .system)
        }
    }

    @discardableResult
    func report(_ report: ReportProgress, as role: Role = .unitCoordinator, in tenant: String, unit: String? = nil) async throws
        -> ProgressReport.ID
    {
        try await province.write(as: role, in: tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            try await report.perform(in: tx, ids: .system)
        }
    }

    @discardableResult
    func rule(_ ruling: RuleItem, as role: Role = .officeMonitor, in tenant: String? = nil) async throws -> Ruling.ID {
        let place: Entry.Place = tenant.flatMap { Tenant.Slug($0) }.map(Entry.Place.tenant) ?? .province
        return try await province.write(as: role, in: tenant, to: place) { (tx: borrowing TenantTransaction) in
            try await ruling.perform(in: tx, ids: .system)
        }
    }

    /// As an officer of the unit sees it, or as the Office does.
    func show(
        _ id: WorkItem.ID, at moment: LedgerMoment = .now, as role: Role = .unitHead, in tenant: String? = nil, unit: String? = nil
    ) async throws -> WorkItemDetail {
        let role = tenant == nil ? Role.officeMonitor : role
        return try await province.read(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
            (tx: borrowing TenantTransaction) in
            try await ShowItem(id: id, moment: moment).perform(in: tx)
        }
    }

    func list(
        _ filter: LedgerFilter = LedgerFilter(), at moment: LedgerMoment = .now, as role: Role = .unitHead, in tenant: String? = nil,
        unit: String? = nil
    ) async throws -> [LedgerEntry] {
        let role = tenant == nil ? Role.officeMonitor : role
        return try await province.read(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
            (tx: borrowing TenantTransaction) in
            try await ListItems(filter: filter, moment: moment, limit: 500).perform(in: tx).entries
        }
    }

    /// A task that is done: reported as a result and accepted.
    func complete(_ id: WorkItem.ID, on day: String, in tenant: String) async throws {
        try await report(
            ReportProgress(item: id, isResult: true, evidenceOn: Self.day(day), documentNumber: "10/BC", narrative: "Đã xong"), in: tenant)
        try await rule(RuleItem(item: id, kind: .accepted))
    }
}

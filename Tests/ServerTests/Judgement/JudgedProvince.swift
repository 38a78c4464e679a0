import Domain
import Operations
import Storage
import TestSupport

/// A campaign with a few items in two districts, so that one fails and one does not: what tests of judgement over HTTP begin with.
struct JudgedProvince {
    let province: Province
    let campaign: String
    let directive: Directive.ID
    /// Done a day late, by district_101.
    let late: WorkItem.ID

    init(_ province: Province, campaign: String) async throws {
        self.province = province
        self.campaign = campaign
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ")])
        }
        try await province.bring(try Plans.shipped(campaign))
        let paper = Directive.Paper(
            type: "Quyết định", number: "503/QĐ-\(campaign)", issuedOn: Plans.day("2023-03-20"), issuer: "Ủy ban nhân dân tỉnh",
            abstract: "Giao nhiệm vụ")
        let directive = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await EnterDirective(paper: paper).perform(in: tx, ids: .system)
        }
        self.directive = directive
        late = try await Self.item(to: "district_101", due: "2023-06-10", done: "2023-06-11", directive, campaign, province)
        _ = try await Self.item(to: "district_102", due: "2023-06-15", done: "2023-06-13", directive, campaign, province)
    }

    /// An item that was done and accepted.
    static func item(
        to lead: String, due: String, done: String, _ directive: Directive.ID, _ campaign: String, _ province: Province
    ) async throws -> WorkItem.ID {
        let assigning = AssignItem(
            lead: lead, kind: .task, title: "Báo cáo của \(lead)", campaign: campaign, content: "III.3", directive: directive,
            sourceClause: "Danh mục", sector: "NV", completion: .ketQua, dueOn: Plans.day(due), assignedOn: Plans.day("2023-04-03"))
        let id = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await assigning.perform(in: tx, ids: .system)
        }
        _ = try await province.write(as: .unitCoordinator, in: lead) { (tx: borrowing TenantTransaction) in
            try await ReportProgress(
                item: id, isResult: true, evidenceOn: Plans.day(done), documentNumber: "12/BC-\(lead)", documentIssuer: "UBND",
                narrative: "Đã xong"
            ).perform(in: tx, ids: .system)
        }
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await RuleItem(item: id, kind: .accepted).perform(in: tx, ids: .system)
        }
        return id
    }

    /// An item of district_101 that is overdue: half of it confirmed, and more time asked for on the day before, of which nobody decided.
    func overdue() async throws -> WorkItem.ID {
        let assigning = AssignItem(
            lead: "district_101", kind: .task, title: "Việc quá hạn", campaign: campaign, content: "III.3", directive: directive,
            sourceClause: "Danh mục", sector: "NV", completion: .ketQua, dueOn: Plans.day("2023-06-12"), assignedOn: Plans.day("2023-04-03")
        )
        let id = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await assigning.perform(in: tx, ids: .system)
        }
        _ = try await province.write(as: .unitCoordinator, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await ReportProgress(
                item: id, evidenceOn: Plans.day("2023-06-05"), milestonePercent: 50, documentNumber: "9/BC", narrative: "Lời của đơn vị"
            ).perform(in: tx, ids: .system)
        }
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await RuleItem(item: id, kind: .confirmed).perform(in: tx, ids: .system)
        }
        _ = try await province.write(as: .unitCoordinator, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await AskExtension(
                item: id, dueOn: Plans.day("2023-06-30"), reason: "Chờ ý kiến của Bộ", documentNumber: "45/UBND",
                askedOn: Plans.day("2023-06-11")
            ).perform(in: tx, ids: .system)
        }
        // Written down on the day that it says.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.extension_step SET recorded_on = happened_on WHERE item_id = '\(id)'
            """)
        return id
    }

    var query: String { "?campaign=\(campaign)&review=interim&asOf=2023-06-20" }
}

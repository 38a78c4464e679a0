import Domain
import Operations
import Postgres
import Storage
import TestSupport

/// An item that was brought into a state by the operations, and each step of its life as raw SQL.
struct LifeStage: Sendable {
    let province: Province
    let bench: LedgerBench
    /// Nothing waits on it for a decision.
    let item: WorkItem.ID
    /// The same, with a request for time and a dispute that wait since before.
    private let waiting: WorkItem.ID
    private let other: WorkItem.ID
    private let tenant = "district_101"

    init(_ province: Province, _ state: WorkItem.State) async throws {
        self.province = province
        bench = try await LedgerBench(province)
        other = try await bench.assign(bench.task(to: "dept_snv"))
        item = try await bench.assign(bench.task(to: "district_101", coordinators: ["dept_ttt"]))
        waiting = try await bench.assign(bench.task(to: "district_101"))
        try await bench.wait(on: waiting, in: "district_101")
        for id in [item, waiting] { try await bench.bring(id, to: state, other: other, in: "district_101") }
    }

    init(_ province: Province, _ bench: LedgerBench, item: WorkItem.ID) {
        self.province = province
        self.bench = bench
        (self.item, waiting, other) = (item, item, item)
    }

    /// What the database says to the step, and takes it back. Nil: it let it pass.
    func attempt(_ step: WorkItem.Step) async throws -> PostgresError? {
        switch step {
        case .acknowledge: try await doer(progress("acknowledged"))
        case .report: try await doer(progress("reported"))
        case .supplement: try await doer(delay)
        case .submitResult: try await doer(progress("result"))
        case .withdraw: try await doer(ruling("withdrawn", into: tenant, by: head, judging: true))
        case .handOn: try await doer(part)
        case .askExtension: try await doer(request)
        case .dispute: try await doer(dispute)
        case .change: try await office("UPDATE core.work_item SET title = 'Khác' WHERE id = '\(item)'")
        case .accept: try await office(ruling("accepted", judging: true))
        case .sendBack: try await office(ruling("returned", judging: true))
        case .confirm: try await office(ruling("confirmed", judging: false))
        case .recordViolation: try await office(ruling("violation"))
        case .exempt: try await office(ruling("exempted"))
        case .cancel: try await office(ruling("cancelled"))
        case .revoke: try await office(ruling("revoked"))
        case .replace: try await office(ruling("replaced", other: other))
        case .transfer: try await office(ruling("transferred", other: other))
        case .decideExtension: try await office(decision)
        case .answerDispute: try await office(answer)
        case .extendPostFacto: try await province.raw(.chairman, provinceWide: true, postFacto)
        }
    }

    // MARK: - Whose step it is

    private var head: Post.ID { province.post(of: .unitHead, in: tenant) }
    private var monitor: Post.ID { province.post(of: .officeMonitor) }

    private func doer(_ statement: String) async throws -> PostgresError? { try await province.raw(.unitHead, in: tenant, statement) }

    private func office(_ statement: String) async throws -> PostgresError? {
        try await province.raw(.officeMonitor, provinceWide: true, statement)
    }

    // MARK: - Statements

    private func progress(_ kind: String) -> String {
        let milestone = ["acknowledged": "NULL", "reported": "30", "result": "100"][kind] ?? "NULL"
        return """
            INSERT INTO \(tenant).progress (tenant_id, id, item_id, unit_id, kind, evidence_on, milestone_percent, narrative, recorded_by, recorded_on)
            VALUES ('\(province.tenant(tenant))', core.new_id(), '\(item)', '\(province.tenant(tenant))', '\(kind)', '2023-06-15', \(milestone), 'x',
                '\(head)', '2023-06-20')
            """
    }

    /// That a co-ordinating unit holds it up, which may be said once it is done as well.
    private var delay: String {
        """
        INSERT INTO \(tenant).progress (tenant_id, id, item_id, unit_id, kind, evidence_on, narrative, delayed_by, recorded_by, recorded_on)
        SELECT i.tenant_id, core.new_id(), i.id, i.unit_id, 'reported', '2023-06-15', 'x', i.coordinators[1], '\(head)', '2023-06-20'
        FROM \(tenant).work_item AS i
        WHERE i.id = '\(item)'
        """
    }

    /// - Parameter judging: a result, or a step of the ladder; nil: nothing.
    private func ruling(
        _ kind: String, into schema: String = "core", by post: Post.ID? = nil, judging isResult: Bool? = nil, other: WorkItem.ID? = nil
    )
        -> String
    {
        let wanted = isResult == true ? "result" : "reported"
        let report: (String) -> String = { column in
            isResult == nil
                ? "NULL"
                : """
                (SELECT p.\(column) FROM \(schema).progress AS p
                 WHERE p.item_id = '\(item)' AND p.kind = '\(wanted)' ORDER BY p.recorded_at DESC LIMIT 1)
                """
        }
        return """
            INSERT INTO \(schema).ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, report_id, report_kind, evidence_on, fault, decided_on,
                document_number, document_issuer, reason, other_tenant_id, other_item_id, recorded_by, recorded_on)
            VALUES ('\(province.tenant(tenant))', core.new_id(), '\(item)', '\(province.tenant(tenant))', '\(province.tenant("dept_vpub"))', '\(kind)',
                \(isResult == nil ? "NULL" : "coalesce(\(report("id")), core.new_id())"), \(isResult == nil ? "NULL" : "'\(wanted)'"),
                \(isResult == nil ? "NULL" : "coalesce(\(report("evidence_on")), '2023-06-15')"), \(kind == "returned" ? "'quality'" : "NULL"), '2023-06-20',
                '1/QĐ', 'UBND tỉnh', 'x', \(other == nil ? "NULL" : "'\(province.tenant("dept_snv"))'"), \(other.map { "'\($0)'" } ?? "NULL"),
                '\(post ?? monitor)', '2023-06-20')
            """
    }

    private var part: String {
        province.rawItem(
            into: "\(tenant).work_item", of: tenant,
            replacing: [
                "unit_id": "'\(province.unit("10101", in: tenant))'", "parent_id": "'\(item)'", "parent_due_on": "'2023-06-30'",
                "assigner_tenant_id": "'\(province.tenant(tenant))'", "assigner_post_id": "'\(head)'",
            ])
    }

    private func step(
        _ table: String, into schema: String, on item: WorkItem.ID, by post: Post.ID, _ columns: String, _ values: String,
        follows: Bool = false
    ) -> String {
        let asked = table == "extension_step" ? "asked" : "raised"
        return """
            INSERT INTO \(schema).\(table) (tenant_id, id, item_id, unit_id, assigner_tenant_id, happened_on, reason, recorded_by, recorded_on,
                position, previous_position, previous_step, previous_on, \(columns))
            VALUES ('\(province.tenant(tenant))', core.new_id(), '\(item)', '\(province.tenant(tenant))', '\(province.tenant("dept_vpub"))', '2023-06-20',
                'x', '\(post)', '2023-06-20', \(follows ? "2, 1, '\(asked)', '2023-06-20'" : "1, NULL, NULL, NULL"), \(values))
            """
    }

    private var request: String {
        step("extension_step", into: tenant, on: item, by: head, "step, new_due_on", "'asked', '2023-07-15'")
    }

    private var decision: String {
        step(
            "extension_step", into: "core", on: waiting, by: monitor, "step, new_due_on, document_number",
            "'granted', '2023-07-15', '1/UBND'",
            follows: true)
    }

    private var postFacto: String {
        step(
            "extension_step", into: "core", on: item, by: province.post(of: .chairman), "step, new_due_on, document_number, post_facto",
            "'granted', '2023-07-15', '1/UBND', true")
    }

    private var dispute: String {
        step("dispute_step", into: tenant, on: item, by: head, "step, ground", "'raised', 'noClearDate'")
    }

    private var answer: String {
        step(
            "dispute_step", into: "core", on: waiting, by: monitor, "step, document_number, document_issuer",
            "'rejected', '1/UBND', 'UBND tỉnh'",
            follows: true)
    }
}

extension LedgerBench {
    /// A request for time and a dispute, both undecided.
    func wait(on item: WorkItem.ID, in tenant: String) async throws {
        try await province.write(as: .unitCoordinator, in: tenant) { (tx: borrowing TenantTransaction) in
            _ = try await AskExtension(item: item, dueOn: Self.day("2023-07-15"), reason: "Chờ hướng dẫn").perform(in: tx, ids: .system)
            _ = try await DisputeItem(item: item, ground: .noClearDate, reason: "Không rõ thời hạn").perform(in: tx, ids: .system)
        }
    }

    /// Through the operations, step by step.
    func bring(_ item: WorkItem.ID, to state: WorkItem.State, other: WorkItem.ID, in tenant: String) async throws {
        let paper = PassingPaper(documentNumber: "90/UBND-TH", reason: "Theo chỉ đạo")
        if state == .assigned { return }
        try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
            _ = try await AcknowledgeItem(item: item).perform(in: tx, ids: .system)
        }
        if state == .acknowledged { return }
        try await report(
            ReportProgress(item: item, evidenceOn: Self.day("2023-06-01"), milestonePercent: 30, narrative: "Đang làm"), in: tenant)
        let result = ReportProgress(item: item, isResult: true, evidenceOn: Self.day("2023-06-10"), narrative: "Đã xong")
        switch state {
        case .assigned, .acknowledged, .inProgress: break
        case .resultSubmitted: try await report(result, in: tenant)
        case .returned:
            try await report(result, in: tenant)
            try await rule(RuleItem(item: item, kind: .returned, fault: .quality, reason: "Thiếu số liệu"))
        case .accepted:
            try await report(result, in: tenant)
            try await rule(RuleItem(item: item, kind: .accepted))
        case .exempted: try await rule(RuleItem(item: item, kind: .exempted, documentNumber: "2/QĐ", reason: "Theo chỉ đạo"))
        case .cancelled: try await rule(RuleItem(item: item, kind: .cancelled, documentNumber: "2/QĐ", reason: "Theo chỉ đạo"))
        case .replaced:
            try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                _ = try await ReplaceItem(item: item, by: other.description, paper: paper).perform(in: tx, ids: .system)
            }
        case .transferred:
            try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                _ = try await TransferItem(item: item, lead: "district_102", paper: paper).perform(in: tx, ids: .system)
            }
        }
    }
}

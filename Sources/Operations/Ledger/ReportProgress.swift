public import Domain
public import Storage

/// The doer says how far an item has come, or reports the result. What was said is never changed: a correction is a further report.
public struct ReportProgress: Sendable {
    public var item: WorkItem.ID
    /// Whether this is the result, on which the assigner rules.
    public var isResult: Bool
    /// Date of the evidence; of a result the day it was reached (A24). Nil: today.
    public var evidenceOn: CivilDate?
    /// Of a task: a step of the ladder (A36). A result is 100 by itself.
    public var milestonePercent: Int?
    /// Of a target: what was measured, and how sure it is (A42).
    public var figure: ProgressReport.Figure?
    public var documentNumber: String
    public var documentIssuer: String
    public var narrative: String
    /// The deadline of a periodic item that it delivers for (A16).
    public var occurrence: CivilDate?
    /// The co-ordinating unit that holds the item up, as the item names it; the narrative says why (A12).
    public var delayedBy: String?
    /// What it is approved from.
    var draft: Draft.ID?

    public init(
        item: WorkItem.ID, isResult: Bool = false, evidenceOn: CivilDate? = nil, milestonePercent: Int? = nil,
        figure: ProgressReport.Figure? = nil, documentNumber: String = "", documentIssuer: String = "", narrative: String = "",
        occurrence: CivilDate? = nil, delayedBy: String? = nil
    ) {
        self.item = item
        self.isResult = isResult
        self.evidenceOn = evidenceOn
        self.milestonePercent = milestonePercent
        self.figure = figure
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.narrative = narrative
        self.occurrence = occurrence
        self.delayedBy = delayedBy
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `item-cancelled`, `item-accepted`, `result-pending`,
    ///   `lead-answers`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ProgressReport.ID {
        let (item, statement) = try await checked(in: tx)
        if draft == nil { try await refuseWhatNeedsApproval(in: tx) }
        let id: ProgressReport.ID = ids.next()
        try await ProgressReport.append(statement, id: id, to: item, from: draft, in: tx)
        return id
    }

    /// What would be filed, by the rules; for a draft as well.
    func checked(in tx: borrowing TenantTransaction) async throws -> (WorkItem, ProgressReport.Statement) {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        if let refusal = entry.standing.refusal(of: step, role: entry.item.role) { throw refusal }
        let today = try await tx.officer().today
        var check = InputCheck()
        var statement = statement(on: entry.item, today: today, &check)
        statement.delayedBy = try await delayer(of: entry.item, in: tx, &check)
        if let occurrence { try await checkOccurrence(occurrence, of: entry.item, in: tx, &check) }
        statement.occurrence = occurrence
        try check.finish()
        return (entry.item, statement)
    }

    /// What may still be said of work that is done is a step of its own.
    private var step: WorkItem.Step {
        if isResult { return .submitResult }
        return figure == nil && occurrence == nil && delayedBy == nil ? .report : .supplement
    }

    /// The same that the row policy refuses, with the next step.
    private func refuseWhatNeedsApproval(in tx: borrowing TenantTransaction) async throws {
        if let approval = try await ShowNeededApproval().perform(in: tx) { throw Problem.needsApproval(approval) }
    }

    /// By its name in the item, in any case.
    private func delayer(
        of item: WorkItem, in tx: borrowing TenantTransaction, _ check: inout InputCheck
    ) async throws -> String? {
        guard let delayedBy else { return nil }
        if isResult || milestonePercent != nil || figure != nil || occurrence != nil {
            check.fault("$.delayedBy", "nguyên nhân chậm báo cáo riêng, không kèm kết quả, mức tiến độ, số liệu hoặc kỳ hạn")
        }
        if VietnameseText(narrative).isEmpty { check.fault("$.narrative", "nêu nguyên nhân chậm của cơ quan phối hợp") }
        let wanted = VietnameseText(delayedBy).folded
        let known = try await ListDelayers(of: item).perform(in: tx)
        if let name = known.first(where: { VietnameseText($0).folded == wanted }) { return name }
        let names = known.joined(separator: "; ")
        check.fault(
            "$.delayedBy", names.isEmpty ? "nhiệm vụ không có cơ quan phối hợp" : "không phải cơ quan phối hợp; chọn một trong: \(names)")
        return nil
    }

    private func checkOccurrence(
        _ day: CivilDate, of item: WorkItem, in tx: borrowing TenantTransaction, _ check: inout InputCheck
    ) async throws {
        if isResult { check.fault("$.occurrence", "báo cáo kết quả không kèm kỳ hạn; báo cáo từng kỳ riêng") }
        let days = try await ItemOccurrence.all(of: item, in: tx).map(\.dueOn)
        if days.isEmpty {
            check.fault("$.occurrence", "nhiệm vụ không phải nhiệm vụ định kỳ; bỏ trường này")
        } else if !days.contains(day) {
            check.fault("$.occurrence", "không có kỳ hạn này; chọn một trong: \(days.map(\.vietnamese).joined(separator: ", "))")
        }
        let hasEvidence = ![documentNumber, narrative].allSatisfy { VietnameseText($0).isEmpty }
        if !hasEvidence { check.fault("$.narrative", "nêu kết quả và minh chứng của kỳ hạn") }
    }

    private func statement(on item: WorkItem, today: CivilDate, _ check: inout InputCheck) -> ProgressReport.Statement {
        let day = evidenceOn ?? today
        if day > today { check.fault("$.evidenceOn", "sau ngày hôm nay (\(today.vietnamese)); nhập ngày trên văn bản, minh chứng") }
        let number = VietnameseText(documentNumber)
        let issuer = VietnameseText(documentIssuer)
        let words = VietnameseText.composed(narrative)
        if number.string.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        if issuer.string.count > 500 { check.fault("$.documentIssuer", "dài quá 500 ký tự; rút gọn lại") }
        if words.count > 10_000 { check.fault("$.narrative", "dài quá 10.000 ký tự; rút gọn lại") }
        let hasEvidence = !number.isEmpty || !VietnameseText(words).isEmpty
        switch item.kind {
        case .task: checkStep(item, number: number, hasEvidence: hasEvidence, &check)
        case .target: checkFigure(hasEvidence: hasEvidence, &check)
        }
        return ProgressReport.Statement(
            kind: isResult ? .result : .reported, evidenceOn: day,
            milestonePercent: item.kind == .task && isResult ? 100 : milestonePercent, figure: figure, documentNumber: number.string,
            documentIssuer: issuer.string, narrative: words)
    }

    private func checkStep(_ item: WorkItem, number: VietnameseText, hasEvidence: Bool, _ check: inout InputCheck) {
        if figure != nil { check.fault("$.figure", "nhiệm vụ không có số liệu; chọn mức tiến độ") }
        let ladder = MilestoneLadder.reportable.map(String.init).joined(separator: ", ")
        if let milestonePercent, !(isResult && milestonePercent == 100), !MilestoneLadder.reportable.contains(milestonePercent) {
            check.fault(
                "$.milestonePercent",
                milestonePercent == 100
                    ? "100% là kết quả; gửi báo cáo kết quả (result: true), không gửi báo cáo tiến độ" : "chọn một mức: \(ladder)")
            // Of a step that is none no evidence is asked.
            return
        }
        if isResult {
            if item.terms.completion != .ketQua, number.isEmpty {
                check.fault("$.documentNumber", "nhập số, ký hiệu văn bản \(item.terms.completion == .trinh ? "trình" : "ban hành")")
            }
            if !hasEvidence { check.fault("$.narrative", "nêu kết quả và minh chứng") }
        } else if milestonePercent == nil, !hasEvidence {
            check.fault("$.milestonePercent", "chọn một mức (\(ladder)) hoặc nêu kết quả thực hiện")
        } else if let milestonePercent, milestonePercent > 0, !hasEvidence {
            check.fault("$.narrative", "nêu minh chứng của mức \(milestonePercent)%: văn bản hoặc việc đã làm")
        }
    }

    private func checkFigure(hasEvidence: Bool, _ check: inout InputCheck) {
        if milestonePercent != nil { check.fault("$.milestonePercent", "chỉ tiêu không có mức tiến độ; nhập số liệu") }
        if isResult, figure == nil {
            check.fault("$.figure", "kết quả của chỉ tiêu phải có số liệu và trạng thái: uoc, so_bo hoặc chinh_thuc")
        }
        if !isResult, figure == nil, !hasEvidence { check.fault("$.figure", "nhập số liệu hoặc nêu kết quả thực hiện") }
    }
}

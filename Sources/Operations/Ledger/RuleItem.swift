public import Domain
public import Storage

/// The assigner rules on an item: accepts or returns its result, takes an acceptance back, confirms a step, records a violation, takes it
/// out of the count. What is decided of a lead's item reaches those who co-ordinate in it.
public struct RuleItem: Sendable {
    public var item: WorkItem.ID
    public var kind: Ruling.Kind
    /// What is judged. Nil: the result that waits; of a confirmation the last report that says a step, a figure or a delivery.
    public var report: ProgressReport.ID?
    public var fault: Ruling.Fault?
    /// Nil: today.
    public var decidedOn: CivilDate?
    public var documentNumber: String
    /// Who issued it. Empty: the assigner.
    public var documentIssuer: String
    public var reason: String
    /// The signed paper that it is recorded from: number and day are then the paper's. Nil where the officer rules himself.
    public var paper: PaperAct.ID?

    public init(
        item: WorkItem.ID, kind: Ruling.Kind, report: ProgressReport.ID? = nil, fault: Ruling.Fault? = nil, decidedOn: CivilDate? = nil,
        documentNumber: String = "", documentIssuer: String = "", reason: String = "", paper: PaperAct.ID? = nil
    ) {
        self.item = item
        self.kind = kind
        self.report = report
        self.fault = fault
        self.decidedOn = decidedOn
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.reason = reason
        self.paper = paper
    }

    /// What an assigner decides by a word alone. The acceptance of a co-ordinating item and the link of two items only follow, a result is taken
    /// back by its doer, and what stands in the place of an item is said by ``ReplaceItem`` and ``TransferItem``.
    public static let kinds: [Ruling.Kind] = [.accepted, .returned, .confirmed, .violation, .exempted, .cancelled, .revoked]

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `no-result`, `result-pending`, `judged-meanwhile`, `item-cancelled`,
    ///   `item-exempted`, `not-accepted`, `lead-answers`, `own-work`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Ruling.ID {
        guard let entry = try await LedgerEntry.find(item, in: tx), let step = kind.step else { throw Problem.notFound }
        if let refusal = entry.standing.refusal(of: step, role: entry.item.role) { throw refusal }
        let officer = try await tx.officer()
        var signed: PaperAct?
        if let paper {
            signed = try await ShowPaper(paper).perform(for: .ruleItem, in: tx)
        } else if entry.item.role == .lead {
            if entry.item.isWork(of: officer) { throw Problem.ownWork }
            if try await entry.item.isWorkOfActor(in: tx) { throw Problem.ownWork }
        }
        let today = officer.today
        var check = InputCheck()
        let decision = Ruling.Decision(
            kind: kind, report: try await judged(entry, &check, in: tx), fault: fault,
            decidedOn: signed?.signedOn ?? decidedOn ?? today, documentNumber: signed?.number ?? VietnameseText(documentNumber).string,
            documentIssuer: VietnameseText(documentIssuer).string, reason: reason(signed), paper: paper)
        self.check(decision, today: today, &check)
        checkRevoked(decision, of: entry, &check)
        checkFigure(decision, of: entry.item, &check)
        try check.finish()
        let id: Ruling.ID = ids.next()
        try await Ruling.append(decision, id: id, on: entry.item, in: tx)
        if [.accepted, .exempted, .cancelled, .revoked].contains(kind), entry.item.role == .lead {
            try await Ruling.follow(decision, on: entry.item, in: tx)
        }
        return id
    }

    /// What is recorded from a paper without other words has those of the paper.
    private func reason(_ signed: PaperAct?) -> String {
        let words = VietnameseText(reason).string
        return words.isEmpty ? signed?.abstract ?? "" : words
    }

    private func judged(_ entry: LedgerEntry, _ check: inout InputCheck, in tx: borrowing TenantTransaction) async throws -> ProgressReport?
    {
        let wanted: ProgressReport.Kind
        switch kind {
        case .accepted, .returned: wanted = .result
        case .confirmed: wanted = .reported
        case .leadAccepted, .violation, .exempted, .replaced, .cancelled, .transferred, .withdrawn, .succeeded, .revoked:
            if report != nil { check.fault("$.report", "việc này không gắn với một báo cáo; bỏ trường này") }
            return nil
        }
        let found: ProgressReport?
        if let report {
            found = try await ProgressReport.find(report, of: entry.item, in: tx)
        } else if wanted == .result, let pending = entry.standing.pendingResult {
            found = try await ProgressReport.find(pending, of: entry.item, in: tx)
        } else {
            let reports = try await ProgressReport.all(of: entry.item, in: tx)
            found =
                reports.last { $0.kind == wanted && (wanted == .result || $0.asksForConfirmation) } ?? reports.last { $0.kind == wanted }
        }
        guard let found, found.kind == wanted else {
            check.fault("$.report", wanted == .result ? "chọn báo cáo kết quả đang chờ xác nhận" : "chọn một báo cáo tiến độ của nhiệm vụ")
            return nil
        }
        return found
    }

    /// The figure of a target is right when the body that the target names says so on paper.
    private func checkFigure(_ decision: Ruling.Decision, of item: WorkItem, _ check: inout InputCheck) {
        guard [.accepted, .confirmed].contains(kind), decision.report?.figure != nil, let confirmer = item.terms.goal?.confirmer,
            decision.documentNumber.isEmpty
        else { return }
        check.fault("$.documentNumber", "nhập số, ký hiệu văn bản của \(confirmer.name) xác nhận số liệu")
    }

    /// What is taken back was there before.
    private func checkRevoked(_ decision: Ruling.Decision, of entry: LedgerEntry, _ check: inout InputCheck) {
        guard kind == .revoked, let day = decision.decidedOn, let acceptedOn = entry.standing.acceptedOn, day < acceptedOn else { return }
        check.fault("$.decidedOn", "trước ngày của kết quả đã xác nhận (\(acceptedOn.vietnamese))")
    }

    private func check(_ decision: Ruling.Decision, today: CivilDate, _ check: inout InputCheck) {
        if let day = decision.decidedOn {
            if day > today { check.fault("$.decidedOn", "sau ngày hôm nay (\(today.vietnamese))") }
            if let evidence = decision.report?.evidenceOn, day < evidence {
                check.fault("$.decidedOn", "trước ngày của kết quả (\(evidence.vietnamese))")
            }
        }
        if kind == .returned {
            if fault == nil { check.fault("$.fault", "chọn lỗi: quality (chất lượng) hoặc completeness (hồ sơ chưa đủ)") }
            if decision.reason.isEmpty { check.fault("$.reason", "nhập lý do trả lại") }
        } else if fault != nil {
            check.fault("$.fault", "chỉ nhập khi trả lại")
        }
        if [.exempted, .cancelled, .violation, .revoked].contains(kind), decision.documentNumber.isEmpty {
            check.fault("$.documentNumber", "nhập số, ký hiệu văn bản \(kind == .violation ? "kết luận" : "của cơ quan giao")")
        }
        if [.exempted, .cancelled, .violation, .revoked].contains(kind), decision.reason.isEmpty {
            check.fault("$.reason", kind == .violation ? "nêu vi phạm theo kết luận" : "nêu lý do theo văn bản")
        }
        if decision.documentIssuer.count > 500 { check.fault("$.documentIssuer", "dài quá 500 ký tự") }
        if decision.documentNumber.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự") }
        if decision.reason.count > 4_000 { check.fault("$.reason", "dài quá 4.000 ký tự") }
    }
}

extension Problem {
    /// A66.
    static let ownWork = Problem(
        .notAllowed, "own-work",
        "Đơn vị, người thực hiện không tự nghiệm thu nhiệm vụ của mình. Nhiệm vụ do cơ quan giao nghiệm thu; nhiệm vụ của Văn phòng Ủy ban nhân dân tỉnh do Phó Chủ tịch phụ trách nghiệm thu."
    )
}

extension Ruling.Kind {
    fileprivate var step: WorkItem.Step? {
        switch self {
        case .accepted: .accept
        case .returned: .sendBack
        case .confirmed: .confirm
        case .violation: .recordViolation
        case .exempted: .exempt
        case .cancelled: .cancel
        case .revoked: .revoke
        case .leadAccepted, .replaced, .transferred, .withdrawn, .succeeded: nil
        }
    }
}

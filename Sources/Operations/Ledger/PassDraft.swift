public import Domain
public import Storage

/// Passes a draft on to the next level of the chain, or back to the one below with a remark.
public struct PassDraft: Sendable {
    public var draft: Draft.ID
    /// The version that the step starts from.
    public var version: Int
    /// ``Draft/Move/forwarded`` or ``Draft/Move/returned``.
    public var move: Draft.Move
    /// Needed to return.
    public var remark: String

    public init(_ draft: Draft.ID, version: Int, _ move: Draft.Move, remark: String = "") {
        self.draft = draft
        self.version = version
        self.move = move
        self.remark = remark
    }

    /// - Throws: ``Problem/notFound``, ``Problem/stale``, ``Problem/notAllowed`` for who does not have it before him; `invalid-input`,
    ///   `no-such-step`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let found = try await Draft.find(draft, at: version, in: tx)
        var check = InputCheck()
        let remark = VietnameseText.composed(remark)
        if remark.count > 4_000 { check.fault("$.remark", "dài quá 4.000 ký tự") }
        if move == .returned, VietnameseText(remark).isEmpty { check.fault("$.remark", "nêu ý kiến khi trả lại") }
        try check.finish()
        guard move != .approved, found.standing.after(move, headThere: true, approval: .none) != nil else { throw Problem.noSuchStep }
        try await found.move(move, remark: remark, id: ids.next(), in: tx)
    }
}

/// Approves a draft: files what it says, recorded by who approves, prepared by who drafted. One transaction.
public struct ApproveDraft: Sendable {
    public var draft: Draft.ID
    /// The version that is approved.
    public var version: Int

    public init(_ draft: Draft.ID, version: Int) {
        self.draft = draft
        self.version = version
    }

    /// - Throws: ``Problem/notFound``, ``Problem/stale``, `no-such-step`, `unit-approves`, and as ``ReportProgress`` and ``RecordLaunch``
    ///   refuse.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let found = try await Draft.find(draft, at: version, in: tx)
        let approval = try await Draft.approval(in: tx).approval
        guard found.standing.after(.approved, headThere: true, approval: .none) != nil else { throw Problem.noSuchStep }
        guard found.standing.after(.approved, headThere: true, approval: approval) != nil else { throw Problem.needsApproval(approval) }
        switch found.content {
        case .progress(let report):
            var filing = ReportProgress(
                item: report.item, isResult: report.isResult, evidenceOn: report.evidenceOn, milestonePercent: report.milestonePercent,
                figure: report.figure, documentNumber: report.documentNumber, documentIssuer: report.documentIssuer,
                narrative: report.narrative)
            filing.draft = draft
            _ = try await filing.perform(in: tx, ids: ids)
        case .launch(let conference):
            var filing = RecordLaunch(
                .id(conference.launch), version: nil, happenedOn: conference.happenedOn, form: conference.form.kind,
                combinedWith: conference.form.conference ?? "", attendance: conference.attendance, note: conference.note)
            filing.draft = draft
            _ = try await filing.perform(in: tx, ids: ids)
        }
    }
}

extension Draft {
    /// The draft on which a step is taken, as who takes it saw it.
    ///
    /// - Throws: ``Problem/notFound``; ``Problem/stale`` where it was changed since.
    static func find(_ id: ID, at version: Int, in tx: borrowing TenantTransaction) async throws -> Draft {
        guard let found = try await find(id, in: tx) else { throw Problem.notFound }
        guard found.version == version else { throw Problem.stale }
        return found
    }
}

extension Problem {
    static let noSuchStep = Problem(
        .refused, "no-such-step", "Dự thảo không ở bước này: đã duyệt, hoặc không còn cấp nào để trình, trả lại. Tải lại để xem tình trạng."
    )

    /// The unit asks for a draft and for somebody else's approval.
    static func needsApproval(_ approval: Draft.Approval) -> Problem {
        Problem(
            .refused, "needs-approval",
            "Đơn vị quy định báo cáo phải do \(approval == .subUnit ? "phụ trách phòng, ban, xã" : "lãnh đạo hoặc đầu mối của đơn vị") duyệt. Soạn dự thảo rồi trình."
        )
    }
}

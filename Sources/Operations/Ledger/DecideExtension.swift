public import Domain
public import Storage

/// The assigner grants or refuses more time. What he grants moves the date when it was asked and decided no later than the due date, or by
/// the Chairman's signature; what comes later is a date to work by, and the item stays late (A27, A28). What came before the Chairman, because it
/// was asked in time and undecided on the due date, he grants by his signature.
public struct DecideExtension: Sendable {
    public var item: WorkItem.ID
    public var isGranted: Bool
    /// The new date. Nil: the wished one.
    public var dueOn: CivilDate?
    /// Signed by the Chairman although the date has passed; needs no request.
    public var isPostFacto: Bool
    /// Date of the deciding paper. Nil: today.
    public var decidedOn: CivilDate?
    public var documentNumber: String
    /// Who issued it; empty: the assigner.
    public var documentIssuer: String = ""
    public var reason: String

    public init(
        item: WorkItem.ID, isGranted: Bool, dueOn: CivilDate? = nil, isPostFacto: Bool = false, decidedOn: CivilDate? = nil,
        documentNumber: String, reason: String = ""
    ) {
        self.item = item
        self.isGranted = isGranted
        self.dueOn = dueOn
        self.isPostFacto = isPostFacto
        self.decidedOn = decidedOn
        self.documentNumber = documentNumber
        self.reason = reason
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `no-extension-request`, `post-facto-by-chairman`, `own-work`,
    ///   `judged-meanwhile`, `children-due-later`, `due-after-parent`, `item-cancelled`, `item-exempted`, `item-accepted`, `lead-answers`,
    ///   `no-due-date`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ExtensionStep.ID {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        let step: WorkItem.Step = isPostFacto ? .extendPostFacto : .decideExtension
        if let refusal = entry.standing.refusal(of: step, role: entry.item.role) { throw refusal }
        guard let due = entry.item.terms.dueOn else { throw Problem.noDueDate }
        let officer = try await tx.officer()
        if entry.item.isWork(of: officer) { throw Problem.ownExtension }
        if isPostFacto, ![.chairman, .unitHead].contains(officer.role) { throw Problem.postFactoByChairman }
        let extensions = try await ItemExtension.all(of: entry.item, in: tx)
        let undecided = extensions.undecided
        let request = undecided?.request
        guard request != nil || isPostFacto else { throw Problem.noExtensionRequest }
        let isBeforeChairman = officer.role == .chairman && undecided?.state(at: officer.today) == .withChairman
        var check = InputCheck()
        var statement = statement(request, due: due, today: officer.today, &check)
        // The date of his paper decides: of the due date itself it holds like any other.
        if isBeforeChairman, isGranted, statement.happenedOn > due { statement.isPostFacto = true }
        check.day(statement.happenedOn, "$.decidedOn", of: entry.item, after: extensions, today: officer.today)
        try check.finish()
        let id: ExtensionStep.ID = ids.next()
        try await ExtensionStep.append(statement, id: id, on: entry.item, after: extensions.last?.lastStep, in: tx)
        return id
    }

    private func statement(_ request: ExtensionStep?, due: CivilDate, today: CivilDate, _ check: inout InputCheck)
        -> ExtensionStep.Statement
    {
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        let issuer = check.issuer(documentIssuer)
        let words = VietnameseText(reason).string
        if words.count > 4_000 { check.fault("$.reason", "dài quá 4.000 ký tự") }
        var newDueOn: CivilDate?
        if isGranted {
            newDueOn = dueOn ?? request?.newDueOn
            if let newDueOn {
                if newDueOn <= due { check.fault("$.dueOn", "không sau thời hạn hiện nay (\(due.vietnamese)); nhập ngày muộn hơn") }
            } else {
                check.fault("$.dueOn", "nhập thời hạn mới")
            }
        } else {
            if dueOn != nil { check.fault("$.dueOn", "không đồng ý thì không có thời hạn mới; bỏ trường này") }
            if isPostFacto { check.fault("$.postFacto", "chỉ dùng khi đồng ý gia hạn") }
            if words.isEmpty { check.fault("$.reason", "nêu lý do không đồng ý") }
        }
        return ExtensionStep.Statement(
            kind: isGranted ? .granted : .refused, happenedOn: decidedOn ?? today, newDueOn: newDueOn, isPostFacto: isPostFacto,
            documentNumber: number, documentIssuer: issuer, reason: words)
    }
}

extension Problem {
    fileprivate static let noExtensionRequest = Problem(
        .refused, "no-extension-request",
        "Không có đề nghị gia hạn nào chờ quyết định. Đơn vị thực hiện phải đề nghị trước; gia hạn không qua đề nghị chỉ do Chủ tịch UBND tỉnh ký."
    )

    /// A27.
    fileprivate static let postFactoByChairman = Problem(
        .notAllowed, "post-facto-by-chairman",
        "Gia hạn sau khi đã quá hạn chỉ do Chủ tịch UBND tỉnh ký; trong nội bộ đơn vị do thủ trưởng đơn vị ký. Trình người có thẩm quyền quyết định."
    )

    /// A66.
    static let ownExtension = Problem(
        .notAllowed, "own-work",
        "Đơn vị, người thực hiện không tự gia hạn nhiệm vụ của mình. Gửi đề nghị để cơ quan giao, lãnh đạo phụ trách quyết định.")
}

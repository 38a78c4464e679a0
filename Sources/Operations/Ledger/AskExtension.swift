public import Domain
public import Storage

/// The doer asks for more time (A27). One request at a time; it holds when it was asked and is decided no later than the due date.
public struct AskExtension: Sendable {
    public var item: WorkItem.ID
    /// The wished date.
    public var dueOn: CivilDate
    public var reason: String
    /// Number and symbol of the paper that asks.
    public var documentNumber: String
    /// Who issued it; empty where nobody is named.
    public var documentIssuer: String = ""
    /// Its date. Nil: today.
    public var askedOn: CivilDate?

    public init(item: WorkItem.ID, dueOn: CivilDate, reason: String, documentNumber: String = "", askedOn: CivilDate? = nil) {
        self.item = item
        self.dueOn = dueOn
        self.reason = reason
        self.documentNumber = documentNumber
        self.askedOn = askedOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `extension-pending`, `item-cancelled`, `item-exempted`,
    ///   `item-accepted`, `lead-answers`, `no-due-date`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ExtensionStep.ID {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        if let refusal = entry.standing.refusal(of: .askExtension, role: entry.item.role) { throw refusal }
        guard let due = entry.item.terms.dueOn else { throw Problem.noDueDate }
        let extensions = try await ItemExtension.all(of: entry.item, in: tx)
        guard extensions.undecided == nil else { throw Problem.extensionPending }
        let today = try await tx.officer().today
        let day = askedOn ?? today
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 4_000)
        let number = VietnameseText(documentNumber).string
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự") }
        let issuer = check.issuer(documentIssuer)
        if dueOn <= due { check.fault("$.dueOn", "không sau thời hạn hiện nay (\(due.vietnamese)); nhập ngày muộn hơn") }
        check.day(day, "$.askedOn", of: entry.item, after: extensions, today: today)
        try check.finish()
        let id: ExtensionStep.ID = ids.next()
        try await ExtensionStep.append(
            ExtensionStep.Statement(
                kind: .asked, happenedOn: day, newDueOn: dueOn, documentNumber: number, documentIssuer: issuer, reason: reason),
            id: id, on: entry.item, after: extensions.last?.lastStep, in: tx)
        return id
    }
}

extension ItemExtension {
    /// The step that the next one follows.
    var lastStep: ExtensionStep? { decision ?? request }
}

extension InputCheck {
    /// Who issued a paper; may be empty.
    mutating func issuer(_ typed: String) -> String {
        let issuer = VietnameseText(typed).string
        if issuer.count > 500 { fault("$.documentIssuer", "dài quá 500 ký tự; rút gọn lại") }
        return issuer
    }

    /// A step is not of the future, not before the item was given, and not before the step that it follows.
    mutating func day(_ day: CivilDate, _ path: String, of item: WorkItem, after extensions: [ItemExtension], today: CivilDate) {
        if day > today { fault(path, "sau ngày hôm nay (\(today.vietnamese)); nhập ngày trên văn bản") }
        if day < item.assignedOn { fault(path, "trước ngày giao (\(item.assignedOn.vietnamese)); kiểm tra lại ngày trên văn bản") }
        if let last = extensions.last?.lastStep, day < last.happenedOn {
            fault(
                path,
                "trước ngày \(last.happenedOn.vietnamese) của bước liền trước (\(last.kind.vietnamese)); kiểm tra lại ngày trên văn bản")
        }
    }
}

extension Problem {
    static let noDueDate = Problem(
        .refused, "no-due-date", "Nhiệm vụ chưa có thời hạn nên chưa thể gia hạn. Cơ quan giao phải ấn định thời hạn trước.")

    static let extensionPending = Problem(
        .conflict, "extension-pending", "Đề nghị gia hạn trước đang chờ quyết định. Chờ cơ quan giao quyết định rồi đề nghị tiếp nếu cần.")
}

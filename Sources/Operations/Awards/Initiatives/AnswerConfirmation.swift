public import Domain
public import Storage

/// The head of the asked unit confirms by a paper that it works there, or declines with a reason; once, and never for the unit that
/// registered it (A66).
public struct AnswerConfirmation: Sendable {
    public var confirmation: InitiativeConfirmation.ID
    public var answer: InitiativeConfirmation.Answer
    /// Needed to decline.
    public var reason: String
    /// Needed to confirm.
    public var documentNumber: String

    public init(
        _ confirmation: InitiativeConfirmation.ID, _ answer: InitiativeConfirmation.Answer, reason: String = "", documentNumber: String = ""
    ) {
        self.confirmation = confirmation
        self.answer = answer
        self.reason = reason
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `confirmation-answered`, `confirmation-own`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard officer.may(.confirmInitiative) else { throw Problem.notAllowed }
        guard let found = try await InitiativeConfirmation.find(confirmation, in: tx) else { throw Problem.notFound }
        guard found.askedUnit == officer.unit else { throw Problem.notAllowed }
        var check = InputCheck()
        let reason = VietnameseText.composed(reason)
        let number = VietnameseText(documentNumber).string
        if reason.count > 4_000 { check.fault("$.reason", "dài quá 4.000 ký tự; rút gọn lại") }
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        if answer == .declined, reason.allSatisfy(\.isWhitespace) { check.fault("$.reason", "ghi lý do không xác nhận") }
        if answer == .confirmed, number.isEmpty { check.fault("$.documentNumber", "ghi số văn bản xác nhận") }
        try check.finish()
        guard try await InitiativeConfirmation.answer(answer, reason: reason, documentNumber: number, to: confirmation, in: tx) else {
            throw Problem.notAllowed
        }
    }
}

/// What the acting post's own unit is asked to confirm, the latest first, page by page.
public struct ListAskedConfirmations: Sendable {
    /// Only what is owed.
    public var onlyOpen: Bool
    /// The one with which the page before ended.
    public var after: InitiativeConfirmation.ID?
    /// Rows of one page.
    public var limit: Int

    public init(onlyOpen: Bool = false, after: InitiativeConfirmation.ID? = nil, limit: Int = 50) {
        self.onlyOpen = onlyOpen
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    /// - Throws: `not-allowed` of who does not confirm for his unit.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (confirmations: [InitiativeConfirmation], next: InitiativeConfirmation.ID?) {
        guard try await tx.officer().may(.confirmInitiative) else { throw Problem.notAllowed }
        let found = try await InitiativeConfirmation.asked(onlyOpen: onlyOpen, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// One of them as it stands.
public struct ShowConfirmation: Sendable {
    public var confirmation: InitiativeConfirmation.ID

    public init(_ confirmation: InitiativeConfirmation.ID) {
        self.confirmation = confirmation
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> InitiativeConfirmation {
        guard let found = try await InitiativeConfirmation.find(confirmation, in: tx) else { throw Problem.notFound }
        return found
    }
}

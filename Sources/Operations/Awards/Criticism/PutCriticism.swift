public import Domain
public import Storage

/// Home Affairs puts it to the Chairman: after the explanation, or when the time for it has run out.
public struct PutCriticism: Sendable {
    public var criticism: KeptCriticism.ID
    /// Of the paper, where there is one.
    public var documentNumber: String

    public init(_ criticism: KeptCriticism.ID, documentNumber: String = "") {
        self.criticism = criticism
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input`; `not-found`, `not-allowed`, `criticism-out-of-order`, `criticism-explanation-awaited`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> KeptCriticism.ID {
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        guard let kept = try await KeptCriticism.find(criticism, in: tx) else { throw Problem.notFound }
        try kept.refuse(.put, on: officer.today)
        let number = VietnameseText(documentNumber).string
        if number.count > 100 { throw Problem.invalid("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        try await kept.append(.put, id: ids.next(), documentNumber: number, in: tx)
        return criticism
    }
}

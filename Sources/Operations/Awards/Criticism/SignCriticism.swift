public import Domain
public import Storage

/// The Chairman signs the paper, under the clerk's number and its date. Who proposed it does not.
public struct SignCriticism: Sendable {
    public var criticism: KeptCriticism.ID
    public var documentNumber: String
    public var documentOn: CivilDate

    public init(_ criticism: KeptCriticism.ID, documentNumber: String, documentOn: CivilDate) {
        self.criticism = criticism
        self.documentNumber = documentNumber
        self.documentOn = documentOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `criticism-out-of-order`, `criticism-own-proposal`,
    ///   `changed-meanwhile`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> KeptCriticism.ID {
        let officer = try await tx.officer()
        guard officer.may(.decideAward), officer.place == nil else { throw Problem.notAllowed }
        guard let kept = try await KeptCriticism.find(criticism, in: tx) else { throw Problem.notFound }
        try kept.refuse(.sign, on: officer.today)
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        if documentOn > officer.today {
            check.fault("$.documentOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        try check.finish()
        try await kept.append(.sign, id: ids.next(), documentNumber: number, documentOn: documentOn, in: tx)
        return criticism
    }
}

/// The Chairman does not sign, and says why.
public struct DeclineCriticism: Sendable {
    public var criticism: KeptCriticism.ID
    public var words: String

    public init(_ criticism: KeptCriticism.ID, words: String) {
        self.criticism = criticism
        self.words = words
    }

    /// - Throws: as ``SignCriticism``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> KeptCriticism.ID {
        let officer = try await tx.officer()
        guard officer.may(.decideAward), officer.place == nil else { throw Problem.notAllowed }
        guard let kept = try await KeptCriticism.find(criticism, in: tx) else { throw Problem.notFound }
        try kept.refuse(.decline, on: officer.today)
        let words = VietnameseText.composed(words)
        var check = InputCheck()
        if words.allSatisfy(\.isWhitespace) { check.fault("$.words", "không được để trống; ghi lý do không ký") }
        if words.count > 4_000 { check.fault("$.words", "dài quá 4.000 ký tự; rút gọn lại") }
        try check.finish()
        try await kept.append(.decline, id: ids.next(), words: words, in: tx)
        return criticism
    }
}

public import Domain
public import Storage

/// The one concerned explains: a unit for itself, or from what its sub-unit or person signed; a person or the head of a sub-unit himself.
public struct ExplainCriticism: Sendable {
    public var criticism: KeptCriticism.ID
    public var words: String
    /// Of the paper, where there is one.
    public var documentNumber: String

    public init(_ criticism: KeptCriticism.ID, words: String, documentNumber: String = "") {
        self.criticism = criticism
        self.words = words
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found` where it is not in sight, `not-allowed`, `criticism-out-of-order`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> KeptCriticism.ID {
        let officer = try await tx.officer()
        guard let kept = try await KeptCriticism.find(criticism, in: tx) else { throw Problem.notFound }
        guard let tenant = tx.tenant, tenant == officer.home, officer.mayWrite else { throw Problem.notAllowed }
        let isOnes = try await KeptCriticism.isOnes(criticism, in: tx)
        guard officer.may(.answerReview) || (isOnes && officer.delegation == nil && (kept.person != nil || officer.may(.assessMotto)))
        else {
            throw Problem.notAllowed
        }
        try kept.refuse(.explain, on: officer.today)
        var check = InputCheck()
        let words = VietnameseText.composed(words)
        let number = VietnameseText(documentNumber).string
        if words.allSatisfy(\.isWhitespace) { check.fault("$.words", "không được để trống; nhập nội dung giải trình") }
        if words.count > 4_000 { check.fault("$.words", "dài quá 4.000 ký tự; rút gọn lại") }
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        try check.finish()
        try await kept.append(.explain, id: ids.next(), words: words, documentNumber: number, in: tx)
        return criticism
    }
}

extension KeptCriticism {
    /// What the machine says of a step, so that the officer is told exactly why not; the database has the last word.
    func refuse(_ step: Criticism.Step, on day: CivilDate) throws {
        do {
            _ = try Criticism.state(after: step, in: state, on: day, explainBy: explainBy)
        } catch {
            throw error.problem
        }
    }
}

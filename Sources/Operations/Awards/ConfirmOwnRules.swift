public import Domain
public import Storage

/// The head of a unit confirms that rules are those of its decision: once, by a paper, and not what he took himself (A66). What is opened from that day
/// on stands under them, and nothing that was opened before.
public struct ConfirmOwnRules: Sendable {
    public var rules: OwnRules.ID
    /// Of the paper on which he confirms.
    public var documentNumber: String

    public init(_ rules: OwnRules.ID, documentNumber: String) {
        self.rules = rules
        self.documentNumber = documentNumber
    }

    /// - Throws: `not-found`, `not-allowed`, `invalid-input`, `own-rules-confirmed`, `own-rules-own`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard officer.mayWrite, officer.ownParties(of: SubUnit.ID(officer.home.uuid)).contains(.signer) else { throw Problem.notAllowed }
        guard try await KeptOwnRules.all(in: tx).contains(where: { $0.id == rules }) else { throw Problem.notFound }
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        try check.finish()
        try await OwnRules.confirm(rules, documentNumber: number, in: tx)
    }
}

public import Domain
public import Storage

/// The head of a unit, or who keeps its ledger, records what was done about late work of a sub-unit or a person: by which paper.
public struct RecordHandling: Sendable {
    public var kind: Handling.Kind
    public var item: WorkItem.ID
    /// Nil: the sub-unit that has the item.
    public var person: Person.ID?
    public var documentNumber: String
    public var documentOn: CivilDate
    public var words: String

    public init(
        kind: Handling.Kind, item: WorkItem.ID, person: Person.ID?, documentNumber: String, documentOn: CivilDate, words: String = ""
    ) {
        self.kind = kind
        self.item = item
        self.person = person
        self.documentNumber = documentNumber
        self.documentOn = documentOn
        self.words = words
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Handling.ID {
        let officer = try await tx.officer()
        guard let tenant = tx.tenant, tenant == officer.home, officer.mayWrite, officer.may(.answerReview) else { throw Problem.notAllowed }
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        let words = VietnameseText.composed(words)
        if words.count > 4_000 { check.fault("$.words", "dài quá 4.000 ký tự; rút gọn lại") }
        if documentOn > officer.today {
            check.fault("$.documentOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        try check.finish()
        let id: Handling.ID = ids.next()
        try await Handling.record(
            Handling.Statement(kind: kind, person: person, documentNumber: number, documentOn: documentOn, words: words), id: id,
            of: entry.item, in: tx)
        return id
    }
}

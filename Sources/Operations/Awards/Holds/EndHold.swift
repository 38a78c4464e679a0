public import Domain
public import Storage

/// Home Affairs records the paper by which a hold ended, once. From the next day on awards are considered again.
public struct EndHold: Sendable {
    public var hold: KeptHold.ID
    /// Last day.
    public var through: CivilDate
    public var documentNumber: String

    public init(_ hold: KeptHold.ID, through: CivilDate, documentNumber: String) {
        self.hold = hold
        self.through = through
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `dossier-own-matter`, `hold-ended`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        guard let found = try await KeptHold.find(hold, in: tx) else { throw Problem.notFound }
        if let person = found.person, try await AwardDossier.isOfWhoActs(person, in: tx) { throw AwardRefusal.ownMatter.problem }
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        if through > officer.today { check.fault("$.through", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản") }
        if through < found.hold.from { check.fault("$.through", "trước ngày bắt đầu tạm dừng xét (\(found.hold.from.vietnamese))") }
        try check.finish()
        guard try await KeptHold.end(hold, on: through, document: number, in: tx) else { throw Problem.notAllowed }
    }
}

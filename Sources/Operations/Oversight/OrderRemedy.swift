public import Domain
public import Storage

/// Orders that something be put right: the Office with a finding of its inspection or a letter about overdue items, Home Affairs or the
/// Chairman with criticism or a reminder that was signed, a member of a council with what he found or urged, a unit with what it did itself
/// about late work.
public struct OrderRemedy: Sendable {
    public var origin: Remedy.Origin
    /// Id of the finding, the note, the letter, the criticism or the handling.
    public var originID: Remedy.ID
    /// Of the owner; nil: the unit entered.
    public var tenant: Tenant.ID?
    /// A part of it; nil: the unit as a whole.
    public var unit: SubUnit.ID?
    public var person: Person.ID?
    public var words: String
    /// A day off: the next working day.
    public var dueOn: CivilDate

    public init(
        _ origin: Remedy.Origin, _ originID: Remedy.ID, tenant: Tenant.ID? = nil, unit: SubUnit.ID? = nil, person: Person.ID? = nil,
        words: String, dueOn: CivilDate
    ) {
        self.origin = origin
        self.originID = originID
        self.tenant = tenant
        self.unit = unit
        self.person = person
        self.words = words
        self.dueOn = dueOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Remedy.ID {
        let officer = try await tx.officer()
        guard isFor(officer, isWide: tx.tenant == nil) else { throw Problem.notAllowed }
        var check = InputCheck()
        let words = check.passage(words, "$.words")
        if dueOn <= officer.today { check.fault("$.dueOn", "phải sau ngày hôm nay (\(officer.today.vietnamese))") }
        if let here = tx.tenant, tenant.map({ $0 != here }) ?? false { check.fault("$.tenant", "chỉ yêu cầu đơn vị này khắc phục") }
        if tx.tenant == nil, tenant == nil { check.fault("$.tenant", "ghi đơn vị phải khắc phục") }
        try check.finish()
        guard let owner = tenant ?? tx.tenant else { throw Problem.notFound }
        let id: Remedy.ID = ids.next()
        try await Remedy.order(
            Remedy.Statement(
                tenant: owner, unit: unit ?? SubUnit.ID(owner.uuid), person: person, origin: origin, originID: originID, words: words,
                dueOn: dueOn),
            id: id, in: tx)
        return id
    }

    private func isFor(_ officer: ActingOfficer, isWide: Bool) -> Bool {
        switch origin {
        case .finding, .urging: isWide && officer.may(.keepReview)
        case .criticism: isWide && (officer.may(.appraiseAward) || officer.may(.decideAward))
        case .handling: !isWide && officer.mayWrite && officer.may(.answerReview)
        case .note: officer.mayFollow(isWide: isWide) && (isWide || officer.mayWrite)
        }
    }
}

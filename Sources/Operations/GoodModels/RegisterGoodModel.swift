public import Domain
public import Storage

/// A unit registers what it or one of its people does well: a sub-unit's stands at its own unit first, a first-tier unit's at Home Affairs.
public struct RegisterGoodModel: Sendable {
    /// Code of the campaign.
    public var campaign: String
    /// Whose it is, or of which he is; nil: the unit that the acting post reaches as a whole.
    public var unit: SubUnit.ID?
    /// Of the unit; nil: it is the unit's.
    public var person: Person.ID?
    public var statement: GoodModel.Statement

    public init(campaign: String, unit: SubUnit.ID? = nil, person: Person.ID? = nil, statement: GoodModel.Statement) {
        self.campaign = campaign
        self.unit = unit
        self.person = person
        self.statement = statement
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> GoodModel.ID {
        let officer = try await tx.officer()
        guard let keeping = officer.keepsGoodModels(in: tx.tenant) else { throw Problem.notAllowed }
        guard let plan = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let title = check.line(statement.title, "$.title", atMost: 300)
        let content = check.passage(statement.content, "$.content")
        let effect = check.passage(statement.effect, "$.effect")
        let evidence = VietnameseText.composed(statement.evidence)
        if evidence.count > 4_000 { check.fault("$.evidence", "dài quá 4.000 ký tự; rút gọn lại") }
        if statement.since > officer.today { check.fault("$.since", "không được sau ngày hôm nay (\(officer.today.vietnamese))") }
        try check.finish()
        let id: GoodModel.ID = ids.next()
        try await GoodModel.register(
            GoodModel.Statement(
                kind: statement.kind, title: title, content: content, effect: effect, since: statement.since, evidence: evidence),
            id: id, unit: unit ?? keeping, person: person, campaign: plan.id, in: tx)
        return id
    }
}

extension ActingOfficer {
    /// The unit for which the officer registers and adopts models where he has entered; nil: for none.
    func keepsGoodModels(in place: Tenant.ID?) -> SubUnit.ID? {
        guard let place, place == home, mayWrite, may(.registerInitiative) else { return nil }
        return switch Policy.of(role).reach {
        case .tenant: SubUnit.ID(place.uuid)
        case .subtree: unit
        case .own: nil
        }
    }
}

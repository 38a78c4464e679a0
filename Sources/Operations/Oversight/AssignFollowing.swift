public import Domain
public import Storage

/// Who keeps a council assigns one of its members a unit to follow (V.1 of the plan).
public struct AssignFollowing: Sendable {
    public var person: Person.ID
    /// At the province a unit of the first tier, in a unit a sub-unit.
    public var followed: SubUnit.ID
    /// Code of the campaign.
    public var campaign: String
    public var from: CivilDate
    /// Last day; nil: not set yet.
    public var through: CivilDate?
    /// Of the paper that assigns him; may be empty.
    public var documentNumber: String

    public init(
        person: Person.ID, followed: SubUnit.ID, campaign: String, from: CivilDate, through: CivilDate? = nil, documentNumber: String = ""
    ) {
        self.person = person
        self.followed = followed
        self.campaign = campaign
        self.from = from
        self.through = through
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `following-twice`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Following.ID {
        guard try await tx.officer().keepsCouncil else { throw Problem.notAllowed }
        guard let found = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let number = VietnameseText(documentNumber).string
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        if let through, through < from { check.fault("$.through", "không được trước ngày bắt đầu") }
        try check.finish()
        let id: Following.ID = ids.next()
        try await Following.assign(
            Following.Statement(
                person: person, followed: followed, campaign: found.id, from: from, through: through, documentNumber: number),
            id: id, of: try await Council.tenant(in: tx), in: tx)
        return id
    }
}

/// Who keeps a council ends what a member was assigned, with a day.
public struct EndFollowing: Sendable {
    public var following: Following.ID
    public var day: CivilDate

    public init(_ following: Following.ID, on day: CivilDate) {
        self.following = following
        self.day = day
    }

    /// - Throws: `not-found`, `not-allowed`, `invalid-input`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Following.ID {
        guard try await tx.officer().keepsCouncil else { throw Problem.notAllowed }
        guard try await Following.end(following, of: try await Council.tenant(in: tx), on: day, in: tx) else { throw Problem.notFound }
        return following
    }
}

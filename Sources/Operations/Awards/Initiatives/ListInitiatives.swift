public import Domain
public import Storage

/// Initiatives in sight, the latest registered first, each with whose move it is and how much of the target has passed, page by page.
public struct ListInitiatives: Sendable {
    public var filter: InitiativeFilter
    /// The one with which the page before ended.
    public var after: Initiative.ID?
    /// Rows of one page.
    public var limit: Int

    public init(filter: InitiativeFilter = InitiativeFilter(), after: Initiative.ID? = nil, limit: Int = 50) {
        self.filter = filter
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (entries: [InitiativeEntry], next: Initiative.ID?) {
        let found = try await InitiativeRecord.list(filter, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (try await InitiativeClocks.entries(of: page, in: tx), found.count > limit ? page.last?.id : nil)
    }
}

/// Sets the clock of each initiative: by its steps, the target of its plan, and the calendar.
enum InitiativeClocks {
    static func entries(of records: [InitiativeRecord], in tx: borrowing TenantTransaction) async throws -> [InitiativeEntry] {
        if records.isEmpty { return [] }
        let steps = try await InitiativeDetail.Step.dates(of: records.map(\.id), in: tx)
        let calendar = WorkingCalendar(try await CalendarDay.all(in: tx))
        let today = try await tx.officer().today
        var limits: [Campaign.ID: Int] = [:]
        for id in Set(records.map(\.campaign)) {
            limits[id] = try await CampaignRecord.find(id, in: tx).flatMap { $0.plan.integer(.adHocDays) }
        }
        return records.map { record in
            InitiativeEntry(
                record: record,
                clock: limits[record.campaign].map { limit in
                    InitiativeClock(steps[record.id] ?? [], registeredOn: record.registeredOn, limit: limit, on: today, calendar)
                })
        }
    }
}

/// One initiative with all that was done with it, who confirmed it, and what a Bằng khen still wants.
public struct ShowInitiative: Sendable {
    public var initiative: Initiative.ID

    public init(_ initiative: Initiative.ID) {
        self.initiative = initiative
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> InitiativeDetail {
        guard let record = try await InitiativeRecord.find(initiative, in: tx),
            let entry = try await InitiativeClocks.entries(of: [record], in: tx).first
        else { throw Problem.notFound }
        return InitiativeDetail(
            entry: entry, steps: try await InitiativeDetail.Step.all(of: record, in: tx),
            confirmations: try await InitiativeConfirmation.all(of: record, in: tx), conditions: try await InitiativeCondition.all(in: tx),
            officer: try await tx.officer())
    }
}

/// What units published to be followed elsewhere, the latest first, page by page: for every officer.
public struct ListPublishedInitiatives: Sendable {
    /// The one with which the page before ended.
    public var after: (on: CivilDate, id: Initiative.ID)?
    /// Rows of one page.
    public var limit: Int

    public init(after: (on: CivilDate, id: Initiative.ID)? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (initiatives: [PublishedInitiative], next: (on: CivilDate, id: Initiative.ID)?) {
        let found = try await PublishedInitiative.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last.map { ($0.publishedOn, $0.id) } : nil)
    }
}

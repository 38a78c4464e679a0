public import Domain
public import Storage

/// Dossiers in sight, in the order in which they were drafted, each with whose move it is and its clock in working days.
public struct ListDossiers: Sendable {
    public var filter: DossierFilter
    public var after: AwardDossier.ID?
    public var limit: Int

    public init(filter: DossierFilter = DossierFilter(), after: AwardDossier.ID? = nil, limit: Int = 50) {
        self.filter = filter
        self.after = after
        self.limit = limit
    }

    public struct Page: Sendable {
        public let entries: [DossierEntry]
        /// Nil at the end.
        public let next: AwardDossier.ID?
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        let found = try await DossierRecord.list(filter, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return Page(entries: try await DossierClocks.entries(of: page, in: tx), next: found.count > limit ? page.last?.dossier.id : nil)
    }
}

/// Sets the clock of each dossier: by its steps, the limits of its plan, and the calendar.
enum DossierClocks {
    static func entries(of records: [DossierRecord], in tx: borrowing TenantTransaction) async throws -> [DossierEntry] {
        if records.isEmpty { return [] }
        let acts = try await DossierAct.all(of: records.map(\.dossier.id), in: tx)
        let calendar = WorkingCalendar(try await CalendarDay.all(in: tx))
        let today = try await tx.officer().today
        var limits: [Campaign.ID: DossierLimits] = [:]
        for id in Set(records.map(\.dossier.campaign)) {
            limits[id] = try await CampaignRecord.find(id, in: tx).flatMap { DossierLimits($0.plan) }
        }
        return records.map { record in
            DossierEntry(
                record: record,
                clock: limits[record.dossier.campaign].flatMap { limits in
                    let steps = acts[record.dossier.id] ?? []
                    // Its steps are not in sight of who only votes on it.
                    if steps.isEmpty, record.steps > 0 { return nil }
                    // Steps that the machine does not know have no clock; the doctor tells of them.
                    return try? DossierClock.running(
                        steps, track: record.dossier.track, draftedOn: record.draftedOn, limits: limits, on: today, calendar)
                })
        }
    }
}

public import Documents
public import Domain
public import Storage

/// What the province gave to the units and is overdue today, unit by unit in customary order, with the letters that were written about it.
public struct ListOverdue: Sendable {
    /// Code of the campaign.
    public var campaign: String

    public init(campaign: String) {
        self.campaign = campaign
    }

    public struct Answer: Sendable {
        public let campaign: CampaignSummary
        public let asOf: CivilDate
        /// Units with something overdue, and no others.
        public let units: [OverdueUnit]
        /// Every unit there is: a letter may have been signed to one that has nothing overdue any more.
        public let tenants: [Tenant]
        /// How many more are overdue in each unit and left out, as nothing is to be urged: their results, or their deliveries, wait or came late.
        public let waiting: [Tenant.ID: Int]

        public init(
            campaign: CampaignSummary, asOf: CivilDate, units: [OverdueUnit], tenants: [Tenant] = [], waiting: [Tenant.ID: Int] = [:]
        ) {
            self.campaign = campaign
            self.asOf = asOf
            self.units = units
            self.tenants = tenants
            self.waiting = waiting
        }

        /// - Throws: `not-found` for a unit of the province that there is not, `nothing-overdue`.
        func unit(_ tenant: Tenant) throws(Problem) -> OverdueUnit {
            guard let found = units.first(where: { $0.tenant == tenant.id }) else {
                throw Problem(
                    .refused, "nothing-overdue",
                    "\(tenant.fullName) không có nhiệm vụ, chỉ tiêu quá hạn tính đến \(asOf.vietnamese) nên không lập công văn đôn đốc.")
            }
            return found
        }
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        guard let summary = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        let today = try await tx.officer().today
        let urgings = try await Urging.list(of: summary.id, in: tx)
        var letters: [Urging.Cause: [Urging]] = [:]
        for urging in urgings {
            for cause in urging.causes { letters[cause, default: []].append(urging) }
        }
        var found: [Tenant.ID: [OverdueItem]] = [:]
        var waiting: [Tenant.ID: Int] = [:]
        var names = Names()
        let filter = LedgerFilter(timeliness: .overdue, campaign: campaign, role: .lead, origin: .province)
        var listing = ListItems(filter: filter, limit: 500)
        repeat {
            let page = try await listing.perform(in: tx)
            for entry in page.entries {
                let item = entry.item
                // A result that waits for its assigner is not the unit's to be urged of.
                let isWaiting = entry.standing.pendingResult != nil
                var occurrence: CivilDate?
                if !isWaiting { occurrence = try await missed(entry, by: today, in: tx) }
                let passed = item.terms.dueOn.flatMap { $0 < today ? $0 : nil } ?? occurrence
                guard !isWaiting, let dueOn = passed else {
                    waiting[item.tenant, default: 0] += 1
                    continue
                }
                let source = try await names.source(of: item, in: tx)
                let giver = try await names.giver(of: item, source.issuer, in: tx)
                let overdue = OverdueItem(
                    id: item.id, code: item.code, title: item.terms.title, source: source.words, giver: giver, dueOn: dueOn,
                    days: (occurrence ?? dueOn).days(to: today), urgings: letters[Urging.Cause(item: item.id, dueOn: dueOn)] ?? [],
                    occurrence: occurrence, due: ItemOccurrence.due(item.terms.dueOn ?? dueOn, for: occurrence))
                found[item.tenant, default: []].append(overdue)
            }
            listing.after = page.next
        } while listing.after != nil
        let tenants = try await Tenant.list(in: tx)
        let units = tenants.compactMap { tenant in
            found[tenant.id].map {
                OverdueUnit(tenant: tenant.id, slug: tenant.slug, code: tenant.code, name: tenant.fullName, items: $0)
            }
        }
        return Answer(campaign: summary, asOf: today, units: units, tenants: tenants.filter { $0.kind != .province }, waiting: waiting)
    }

    /// The first deadline of a periodic item that passed with nothing delivered; nil: all that was late has come. Where it is its own date, that is
    /// all that passed.
    private func missed(_ entry: LedgerEntry, by today: CivilDate, in tx: borrowing TenantTransaction) async throws -> CivilDate? {
        guard entry.occurrence != nil else { return nil }
        return try await ItemOccurrence.all(of: entry.item, in: tx).first {
            $0.dueOn < today && $0.completedOn == nil && !$0.isWaiting && $0.dueOn != entry.item.terms.dueOn
        }?.dueOn
    }

    /// Papers and units by their names, each asked for once.
    private struct Names {
        private var directives: [Directive.ID: Directive.Paper?] = [:]
        private var tenants: [Tenant.ID: String] = [:]

        /// `Quyết định 503/QĐ-UBND ngày 20/03/2023`, and who issued it.
        mutating func source(of item: WorkItem, in tx: borrowing TenantTransaction) async throws -> (words: String, issuer: String) {
            guard let id = item.terms.directive else { return ("", "") }
            if directives[id] == nil { directives[id] = .some(try await Directive.find(id, in: tx)?.paper) }
            guard let paper = directives[id] ?? nil else { return ("", "") }
            return ("\(paper.type) \(paper.number) ngày \(paper.issuedOn.vietnamese)", paper.issuer)
        }

        /// Who issued the paper that orders it; else the unit whose officer gave it.
        mutating func giver(of item: WorkItem, _ issuer: String, in tx: borrowing TenantTransaction) async throws -> String {
            guard issuer.isEmpty else { return issuer }
            if let name = tenants[item.assigner] { return name }
            let name = try await Tenant.find(item.assigner, in: tx)?.fullName ?? ""
            tenants[item.assigner] = name
            return name
        }
    }
}

extension ListOverdue: Listing {
    public var sheet: ListSheet<OverdueUnit.Line> { Self.sheet }

    public static let sheet = ListSheet<OverdueUnit.Line>(
        "overdue", title: "Nhiệm vụ, chỉ tiêu quá hạn",
        columns: [
            .init("Mã đơn vị", width: 10), .init("Đơn vị", width: 34), .init("Mã", width: 16), .init("Nhiệm vụ, chỉ tiêu", width: 60),
            .init("Văn bản giao", width: 34), .init("Thời hạn", width: 12), .init("Số ngày quá hạn", width: 10),
            .init("Bên giao", width: 28),
            .init("Đã đôn đốc", width: 40),
        ],
        cells: { row in
            [
                .text(row.unit.code), .text(row.unit.name), .text(row.item.code), .text(row.item.title), .text(row.item.source),
                row.item.occurrence == nil ? .date(row.item.dueOn) : .text(row.item.due), .number(Double(row.item.days)),
                .text(row.item.giver),
                .text(row.item.urgings.map(\.vietnamese).joined(separator: "; ")),
            ]
        }, json: { UrgingJSON.line($0) })

    public mutating func nextRows(
        atMost limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> ListedRows<OverdueUnit.Line> {
        ListedRows(try await perform(in: tx).units.flatMap(\.lines), isLast: true)
    }
}

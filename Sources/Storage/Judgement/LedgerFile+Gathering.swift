public import Domain
import Postgres

extension LedgerFile.Unit {
    /// Gathers what a review judges these units on: one set-based statement, streamed, so that no more than the items of one unit of the
    /// province are in memory; of many units the halves at the same time, each on a connection of its own.
    ///
    /// - Parameters:
    ///   - moment: facts dated after `asOf` and rows recorded after `knownOn` do not show.
    ///   - interimEnd: a step of 50 or more of an item due later, or without a date, counts once the assigner confirmed it (A36).
    ///   - keep: what is kept of a unit and its ledger. Called once for each unit, also for one without items; those of one tenant
    ///     together, otherwise in no order.
    public static func gather<Kept: Sendable>(
        _ units: [JudgedUnit], of campaign: Campaign.ID, at moment: LedgerMoment, interimEnd: CivilDate, in tx: borrowing TenantTransaction,
        keep: @Sendable @escaping (JudgedUnit, LedgerFile.Unit) throws -> Kept
    ) async throws -> [SubUnit.ID: Kept] {
        try await tx.inHalves(units) { (units: [JudgedUnit], tx: borrowing TenantTransaction) in
            let statement = LedgerGathering(units: units, campaign: campaign, facts: LedgerFacts(at: moment), interimEnd: interimEnd)
            return try await gather(statement, in: tx, keep: keep)
        }
    }

    private static func gather<Kept>(
        _ statement: LedgerGathering, in tx: borrowing TenantTransaction, keep: (JudgedUnit, LedgerFile.Unit) throws -> Kept
    ) async throws -> [SubUnit.ID: Kept] {
        var kept: [SubUnit.ID: Kept] = [:]
        var waiting = Dictionary(grouping: statement.units, by: \.tenant)
        let tenants = Dictionary(statement.units.map { ($0.unit, $0.tenant) }) { first, _ in first }
        var ledger = TenantLedger()
        func finish() throws {
            guard let tenant = ledger.tenant else { return }
            for unit in waiting.removeValue(forKey: tenant) ?? [] {
                kept[unit.unit] = try keep(unit, unit.ledger(inOrder(ledger.places(of: unit.unit), of: ledger.items)))
            }
        }
        try await tx.planForAllTenants()
        // Few items have any, so these are kept; the items themselves are streamed.
        let extensions = try await extensions(statement, in: tx)
        try await tx.settleForGathering()
        try await tx.stream(statement.sql(naming: !extensions.isEmpty, tx)) { row in
            let unit: SubUnit.ID = try row.next()
            if ledger.unit != unit {
                let tenant = tenants[unit]
                if ledger.tenant != tenant {
                    try finish()
                    ledger.begin(tenant)
                }
                ledger.turn(to: unit)
            }
            let id: WorkItem.ID? = try row.next()
            ledger.append(try LedgerItem(row: &row, extensions: id.flatMap { extensions[$0] } ?? []))
        }
        try await tx.settleAfterGathering()
        try finish()
        for unit in waiting.values.joined() { kept[unit.unit] = try keep(unit, unit.ledger([])) }
        return kept
    }

    /// The items of the tenant whose turn it is, as they come. Filled anew for each, in the same place of memory.
    private struct TenantLedger {
        private(set) var tenant: Tenant.ID?
        /// Whose items come now: mostly many of one come together, and the unit is not looked up for each.
        private(set) var unit: SubUnit.ID?
        private(set) var items: [LedgerItem] = []
        private var ranges: [SubUnit.ID: [Range<Int>]] = [:]
        private var start = 0

        mutating func begin(_ tenant: Tenant.ID?) {
            self.tenant = tenant
            unit = nil
            items.removeAll(keepingCapacity: true)
            ranges.removeAll(keepingCapacity: true)
            start = 0
        }

        mutating func turn(to next: SubUnit.ID) {
            close()
            unit = next
        }

        mutating func append(_ item: LedgerItem) { items.append(item) }

        /// Where the items of a unit stand.
        mutating func places(of unit: SubUnit.ID) -> [Int] {
            close()
            return ranges[unit]?.flatMap(\.self) ?? []
        }

        private mutating func close() {
            if let unit, start < items.count { ranges[unit, default: []].append(start..<items.count) }
            start = items.count
        }
    }

    /// By the day on which they were assigned, then by code, byte for byte: the same ledger always reads the same.
    private static func inOrder(_ places: [Int], of items: [LedgerItem]) -> [LedgerItem] {
        // An item is large: where it stands is moved instead of it.
        places.map { SortKey(of: items[$0], at: $0) }
            .sorted { one, other in
                if one.assignedOn != other.assignedOn { return one.assignedOn < other.assignedOn }
                if one.opening != other.opening { return one.opening < other.opening }
                return items[one.place].code.utf8.lexicographicallyPrecedes(items[other.place].code.utf8)
            }
            .map { items[$0.place] }
    }

    /// Where an item stands, and the opening bytes of its code as a number: almost always they alone tell which comes first, and comparing
    /// numbers takes a tenth of comparing texts.
    private struct SortKey {
        let assignedOn: CivilDate
        let opening: (UInt64, UInt64)
        let place: Int

        init(of item: LedgerItem, at place: Int) {
            assignedOn = item.assignedOn
            self.place = place
            // A code has no byte of zero, so that a shorter one comes first.
            var bytes = item.code.utf8.makeIterator()
            func next() -> UInt64 { (0..<8).reduce(0) { number, _ in number << 8 | UInt64(bytes.next() ?? 0) } }
            opening = (next(), next())
        }
    }
}

extension TenantTransaction {
    /// What is found of these units: by whole tenants, of many of them the halves at the same time. Of few there is one half alone: to enter twice
    /// would cost more than it saves.
    func inHalves<Found: Sendable>(
        _ units: [JudgedUnit], _ find: @Sendable ([JudgedUnit], borrowing TenantTransaction) async throws -> [SubUnit.ID: Found]
    ) async throws -> [SubUnit.ID: Found] {
        if units.isEmpty { return [:] }
        var turns: [Tenant.ID: Int] = [:]
        for unit in units where turns[unit.tenant] == nil { turns[unit.tenant] = turns.count }
        if turns.count < 8 { return try await find(units, self) }
        let one = units.filter { turns[$0.tenant, default: 0] % 2 == 0 }
        let other = units.filter { turns[$0.tenant, default: 0] % 2 == 1 }
        let (mine, rest) = try await both { (tx: borrowing TenantTransaction) in
            try await find(one, tx)
        } _: { (tx: borrowing TenantTransaction) in
            try await find(other, tx)
        }
        return mine.merging(rest) { first, _ in first }
    }
}

extension LedgerItem {
    fileprivate init(row: inout RowReader, extensions: [DueDateExtension]) throws {
        let code: String = try row.next()
        let isOutside = try row.next(Bool?.self) ?? false
        let role: Role? = try row.next()
        let closed: WorkItem.Standing.Closure? = try row.next()
        let assignedOn: CivilDate = try row.next()
        let originalDueOn: CivilDate? = try row.next()
        let doneOn: CivilDate? = try row.next()
        let pendingOn: CivilDate? = try row.next()
        let qualityReturns = Int(try row.next(Int64?.self) ?? 0)
        let violations = Int(try row.next(Int64?.self) ?? 0)
        let step = Int(try row.next(Int32?.self) ?? 0)
        let occurrences = try Occurrence.list(row: &row)
        let measure = try TargetMeasure(row: &row)
        self.init(
            code: code, work: measure.map(Work.target) ?? .task(milestonePercent: doneOn == nil ? step : 100), isInCampaign: !isOutside,
            role: role ?? .lead, status: closed.map { $0 == .exempted ? .exempt : .cancelled } ?? .active, assignedOn: assignedOn,
            originalDueOn: originalDueOn, extensions: extensions, completedOn: doneOn ?? pendingOn, isAccepted: doneOn != nil,
            qualityReturns: qualityReturns, violations: violations, occurrences: occurrences)
    }
}

extension LedgerItem.Occurrence {
    /// None of an item that is not periodic: both columns are NULL.
    static func list(row: inout RowReader) throws -> [LedgerItem.Occurrence] {
        guard let due = try row.next([CivilDate]?.self) else {
            row.skip()
            return []
        }
        return zip(due, try row.next([CivilDate?].self)).map { LedgerItem.Occurrence(dueOn: $0, completedOn: $1) }
    }
}

extension TargetMeasure {
    /// Nil for a task, which has none of the columns.
    fileprivate init?(row: inout RowReader) throws {
        guard let direction: Direction = try row.next() else {
            row.skip(4)
            return nil
        }
        let target: Quantity? = try row.next()
        let actual: Quantity? = try row.next()
        let baseline: Quantity? = try row.next()
        let isMeasuredAtYearEnd = try row.next(Bool?.self) ?? false
        guard let target else { return nil }
        self.init(direction: direction, target: target, actual: actual, baseline: baseline, isMeasuredAtYearEnd: isMeasuredAtYearEnd)
    }
}

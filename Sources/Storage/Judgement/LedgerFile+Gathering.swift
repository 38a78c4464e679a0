public import Domain
import Postgres

/// What is made of the items of one unit, as they come one after the other. An object, since this file knows it as nothing else: where its values stood
/// in an array, each of 300,000 items cost a look into what they are made of.
public protocol LedgerFold: AnyObject, SendableMetatype {
    associatedtype Made: Sendable

    func add(_ item: LedgerItem)
    /// When all have come.
    func made() throws -> Made
}

extension LedgerFile.Unit {
    /// Gathers what a review judges these units on: one set-based statement, streamed. In memory is what each unit makes of its items until they have
    /// all come, and not the items themselves; of many units the halves at the same time, each on a connection of its own.
    ///
    /// - Parameters:
    ///   - moment: facts dated after `asOf` and rows recorded after `knownOn` do not show.
    ///   - interimEnd: a step of 50 or more of an item due later, or without a date, counts once the assigner confirmed it (A36).
    ///   - begin: what the items of a unit are given to. Called once for each unit, also for one without items; those of one tenant come together,
    ///     otherwise units and items come in no order.
    public static func gather<Fold: LedgerFold>(
        _ units: [JudgedUnit], of campaign: Campaign.ID, at moment: LedgerMoment, interimEnd: CivilDate, in tx: borrowing TenantTransaction,
        into begin: @Sendable @escaping (JudgedUnit) -> Fold
    ) async throws -> [SubUnit.ID: Fold.Made] {
        try await tx.inHalves(units) { (units: [JudgedUnit], tx: borrowing TenantTransaction) in
            let statement = LedgerGathering(units: units, campaign: campaign, facts: LedgerFacts(at: moment), interimEnd: interimEnd)
            return try await gather(statement, in: tx, into: begin)
        }
    }

    private static func gather<Fold: LedgerFold>(
        _ statement: LedgerGathering, in tx: borrowing TenantTransaction, into begin: (JudgedUnit) -> Fold
    ) async throws -> [SubUnit.ID: Fold.Made] {
        var made: [SubUnit.ID: Fold.Made] = [:]
        let units = Dictionary(statement.units.map { ($0.unit, $0) }) { first, _ in first }
        var waiting = Dictionary(grouping: statement.units, by: \.tenant)
        /// The units whose items have come so far of the tenant whose turn it is.
        var folds: [SubUnit.ID: Fold] = [:]
        /// Whose items come now: mostly many of one come together, and the unit is not looked up for each.
        var current: (unit: JudgedUnit, fold: Fold)?
        func finish() throws {
            guard let tenant = current?.unit.tenant else { return }
            for unit in waiting.removeValue(forKey: tenant) ?? [] {
                made[unit.unit] = try (folds[unit.unit] ?? begin(unit)).made()
            }
            folds.removeAll(keepingCapacity: true)
        }
        try await tx.planForAllTenants()
        // Few items have any, so these are kept; the items themselves are streamed.
        let extensions = try await extensions(statement, in: tx)
        try await tx.settleForGathering()
        try await tx.stream(statement.sql(naming: !extensions.isEmpty, tx)) { row in
            let id: SubUnit.ID = try row.next()
            if current?.unit.unit != id {
                guard let unit = units[id] else { throw Problem.unexpected }
                if let last = current, last.unit.tenant != unit.tenant { try finish() }
                let fold = folds[id] ?? begin(unit)
                folds[id] = fold
                current = (unit, fold)
            }
            let item: WorkItem.ID? = try row.next()
            current?.fold.add(try LedgerItem(row: &row, extensions: item.flatMap { extensions[$0] } ?? []))
        }
        try await tx.settleAfterGathering()
        try finish()
        for unit in waiting.values.joined() { made[unit.unit] = try begin(unit).made() }
        return made
    }
}

/// Keeps all items of a unit, for who needs its ledger as a whole.
public final class WholeLedger<Kept: Sendable>: LedgerFold {
    private let unit: JudgedUnit
    private let head: LedgerFile.Unit
    private let keep: @Sendable (JudgedUnit, LedgerFile.Unit) throws -> Kept
    private var items: [LedgerItem] = []

    /// - Parameter head: the unit as the ledger names it; its items are not asked for.
    public init(_ unit: JudgedUnit, _ head: LedgerFile.Unit, keep: @Sendable @escaping (JudgedUnit, LedgerFile.Unit) throws -> Kept) {
        self.unit = unit
        self.head = head
        self.keep = keep
    }

    public func add(_ item: LedgerItem) { items.append(item) }

    public func made() throws -> Kept {
        // An item is large: where it stands is moved instead of it.
        let places = items.indices.map { (order: LedgerOrder(of: items[$0]), place: $0) }.sorted { $0.order < $1.order }
        var ledger = head
        ledger.items = places.map { items[$0.place] }
        return try keep(unit, ledger)
    }
}

extension TenantTransaction {
    /// What is found of these units: by whole tenants, of many of them the halves at the same time. Of few there is one half alone: to enter twice
    /// would cost more than it saves; nor where no second connection stands beside this one.
    func inHalves<Found: Sendable>(
        _ units: [JudgedUnit], _ find: @Sendable ([JudgedUnit], borrowing TenantTransaction) async throws -> [SubUnit.ID: Found]
    ) async throws -> [SubUnit.ID: Found] {
        if units.isEmpty { return [:] }
        var turns: [Tenant.ID: Int] = [:]
        for unit in units where turns[unit.tenant] == nil { turns[unit.tenant] = turns.count }
        if turns.count < 8 || companion == nil { return try await find(units, self) }
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

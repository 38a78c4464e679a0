public import Documents
public import Domain
public import Storage

/// Gives the items of a whole ledger, of several papers and campaigns, as a spreadsheet lists them. Every row is checked first and all faults
/// are answered at once, by cell; then everything is given, or nothing.
///
/// A row is known again by its paper and its number in it, else by its code: the same file again changes nothing, and so does a ledger as it
/// was exported. How far an item has come is not read: that follows from reports and rulings alone.
public struct ImportLedger: Sendable {
    public var table: Table
    /// Code of the campaign of rows in a table without that column; nil: none.
    public var campaign: String?
    /// Only says what would be done; the transaction must be one that may write, by an officer who may give.
    public var isDryRun: Bool

    /// Five thousand rows of forty columns take two megabytes as a workbook, and five as CSV.
    public static let largestFile = 16 * 1_048_576

    public init(_ table: Table, campaign: String? = nil, isDryRun: Bool) {
        self.table = table
        self.campaign = campaign
        self.isDryRun = isDryRun
    }

    /// - Throws: `invalid-table`, `table-too-large`; `invalid-input` with every fault; ``Problem/notAllowed``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> LedgerImportOutcome {
        guard try await tx.officer().may(.assignItem) else { throw Problem.notAllowed }
        let sheet = try LedgerSheet(table)
        let plan = try await plan(sheet, in: tx, ids: ids)
        guard plan.faults.isEmpty else { throw Problem.invalid(plan.faults) }
        if isDryRun {
            // Given and taken back: who may not give is refused as in earnest, and so is what a constraint says no to.
            let assignments = plan.assignments
            try await tx.undoing { (tx: borrowing TenantTransaction) in try await Self.give(assignments, in: tx) }
        } else {
            try await Self.give(plan.assignments, in: tx)
        }
        let dueDates = plan.rows.filter { $0.result == .assigned }.map(\.dueOn)
        return LedgerImportOutcome(
            isDryRun: isDryRun, rows: plan.rows, coordinating: plan.coordinating,
            warnings: try await CalendarGap.found(at: dueDates, in: tx))
    }

    /// What would come of the sheet; the faults are in it.
    func plan(_ sheet: LedgerSheet, in tx: borrowing TenantTransaction, ids: IDSource) async throws -> LedgerPlan {
        let today = try await tx.officer().today
        let numbers = Set(sheet.rows.map { $0[.directive] }).subtracting([""])
        let papers = try await LedgerSheetSource.directives(numbered: Array(numbers), in: tx)
        var keys = LedgerKeys(sheet, papers, campaign: campaign)
        let groups = keys.groups().sorted { $0.value[0].number < $1.value[0].number }
        let backgrounds = try await backgrounds(Set(groups.map { $0.key.campaign } + [nil]), in: tx)
        let codes = Set(sheet.rows.map { $0[.code] }).subtracting([""])
        let known = try await LedgerKnown(from: papers.map(\.id), coded: Array(codes), today: today, in: tx)
        let namesLeaders = sheet.rows.contains { !$0[.unitLeader].isEmpty }
        let leaders = namesLeaders ? try await LedgerReferences.unitLeaders(on: today, in: tx) : []
        let further = Set(sheet.rows.flatMap { SourceWords.numbers(in: $0[.sources]) })
        var plan = LedgerPlan(
            sheet, faults: sheet.faults + keys.faults, papers: try await LedgerSheetSource.directives(numbered: Array(further), in: tx))
        for (group, rows) in groups {
            guard let base = backgrounds[group.campaign] else {
                let unknown = try await CampaignSummary.unknown(group.campaign ?? "", in: tx)
                for row in rows { plan.fault(row, .campaign, unknown) }
                if let base = backgrounds[nil] { plan.check(rows, base, leaders, campaign: false) }
                continue
            }
            if group.isFaulty {
                plan.check(rows, base, leaders)
                continue
            }
            let background = ItemBackground(references: base.references, directive: group.directive, campaign: base.campaign)
            let fresh = plan.take(rows, known, group, background, leaders)
            if !fresh.isEmpty { try await plan.give(fresh, group, background, leaders, in: tx, ids: ids) }
        }
        plan.finish()
        return plan
    }

    /// What items of each campaign named may name; campaigns that are not there are left out.
    private func backgrounds(_ codes: Set<String?>, in tx: borrowing TenantTransaction) async throws -> [String?: ItemBackground] {
        var found: [String?: ItemBackground] = [:]
        for code in codes {
            if let code, try await CampaignSummary.find(code: code, in: tx) == nil { continue }
            found[code] = try await ItemBackground.load(directive: nil, campaign: code, in: tx)
        }
        return found
    }

    /// Some hundred at a time, so that each statement ends in its time.
    private static func give(_ assignments: [WorkItem.Assignment], in tx: borrowing TenantTransaction) async throws {
        var rest = assignments[...]
        while !rest.isEmpty {
            // Items of those who co-ordinate name the lead's, which must be there.
            try await WorkItem.assign(Array(rest.prefix(500)), in: tx)
            rest = rest.dropFirst(500)
        }
    }
}

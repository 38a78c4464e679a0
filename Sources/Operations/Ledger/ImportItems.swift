public import Domain
public import Storage

/// Cuts a directive into items by its table of assignment. Every row is checked first and all faults are answered at once; then all items
/// are given in one statement, or none. A row that was imported before is left alone, so the same file may come again.
public struct ImportItems: Sendable {
    public var directive: Directive.ID
    /// Code of the campaign that counts the items; nil: none.
    public var campaign: String?
    /// CSV in UTF-8.
    public var content: [UInt8]
    /// For rows, or tables, without the column.
    public var defaults: Defaults
    /// The date of the directive when nil.
    public var assignedOn: CivilDate?
    /// Only says what would be done; the transaction must be one that may write, by an officer who may give.
    public var isDryRun: Bool

    public init(
        directive: Directive.ID, campaign: String? = nil, content: [UInt8], defaults: Defaults = Defaults(), assignedOn: CivilDate? = nil,
        isDryRun: Bool
    ) {
        self.directive = directive
        self.campaign = campaign
        self.content = content
        self.defaults = defaults
        self.assignedOn = assignedOn
        self.isDryRun = isDryRun
    }

    public struct Defaults: Sendable {
        /// Code or name.
        public var sector: String?
        /// Code of the content of the plan.
        public var content: String?
        public var completion: WorkItem.Completion?

        public init(sector: String? = nil, content: String? = nil, completion: WorkItem.Completion? = nil) {
            self.sector = sector
            self.content = content
            self.completion = completion
        }
    }

    /// - Throws: `invalid-table`; `invalid-input` with every fault by row and column; `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ImportOutcome {
        // Before anything is said of the table.
        guard try await tx.officer().may(.assignItem) else { throw Problem.notAllowed }
        return try await give(try AssignmentTable(content), in: tx, ids: ids)
    }

    /// The rows of a table, wherever they came from; ``content`` is not looked at.
    func give(_ table: AssignmentTable, in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ImportOutcome {
        let background = try await ItemBackground.load(directive: directive, campaign: campaign, named: "?", in: tx)
        let namesLeaders = table.rows.contains { !$0[.unitLeader].isEmpty }
        let leaders = namesLeaders ? try await LedgerReferences.unitLeaders(on: background.references.today, in: tx) : []
        let taken = try await WorkItem.taken(table.codes, directive: directive, in: tx)
        let papers = try await LedgerSheetSource.directives(numbered: table.sourceNumbers, in: tx)
        let before = Dictionary(grouping: try await WorkItem.imported(from: directive, in: tx), by: \.sourceRow)
        var reader = AssignmentRows(
            table, background, unitLeaders: leaders, defaults: defaults, assignedOn: assignedOn, given: before, taken: taken,
            papers: papers)
        let rows = try reader.read()

        var codes = try await ItemCodes(background.directive, year: background.year, in: tx)
        var assigned: [ImportOutcome.Assigned] = []
        var assignments: [WorkItem.Assignment] = []
        var unchanged: [String] = []
        var differing: [String] = []
        for row in rows {
            if let known = before[row.sourceRow] {
                if row.isSame(as: known) { unchanged.append(row.sourceRow) } else { differing.append(row.sourceRow) }
                continue
            }
            for unit in row.leads {
                var item = WorkItem.Assignment(
                    id: ids.next(), tenant: unit.tenant, unit: unit.unit, code: row.code ?? codes.take(), terms: row.terms,
                    assignedOn: row.assignedOn, sourceRow: row.sourceRow, carried: row.carried)
                (item.occurrences, item.sources) = (row.occurrences, row.sources)
                // With several leads each helps itself (A13); those who co-ordinate help the first.
                assignments += [item] + (unit == row.leads.first ? item.coordinating(row.coordinators, ids: ids) : [])
                assigned.append(
                    ImportOutcome.Assigned(
                        sourceRow: row.sourceRow, id: item.id, code: item.code, unit: unit.fullName, title: row.terms.title,
                        dueOn: row.terms.dueOn))
            }
        }
        if isDryRun {
            // Given and taken back: who may not give is refused as in earnest, and so is what a constraint says no to.
            try await tx.undoing { (tx: borrowing TenantTransaction) in try await WorkItem.assign(assignments, in: tx) }
        } else {
            try await WorkItem.assign(assignments, in: tx)
        }
        return ImportOutcome(
            isDryRun: isDryRun, assigned: assigned, coordinating: assignments.count - assigned.count, unchanged: unchanged,
            differing: differing, warnings: try await CalendarGap.found(at: assigned.map(\.dueOn), in: tx))
    }
}

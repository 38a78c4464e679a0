import Domain
import Storage

/// What comes of the rows of a ledger: the items to give, what is there already, and every fault.
struct LedgerPlan {
    private let sheet: LedgerSheet
    /// Those that rows may name as further ones.
    private let papers: [Directive]
    private(set) var faults: [FieldFault]
    private(set) var assignments: [WorkItem.Assignment] = []
    private(set) var rows: [LedgerImportOutcome.Row] = []
    private(set) var coordinating = 0
    /// By the prefix of their codes: two papers may share it.
    private var codes: [String: ItemCodes] = [:]

    /// - Parameter papers: those that rows may name as further ones.
    init(_ sheet: LedgerSheet, faults: [FieldFault], papers: [Directive]) {
        self.sheet = sheet
        self.papers = papers
        self.faults = faults
        rows = sheet.rows.filter(\.isCoordinating).map { row in
            Self.line(row, code: row[.code], unit: row[.lead], title: VietnameseText(row[.title]).string, dueOn: nil, .coordinating)
        }
    }

    mutating func fault(_ row: LedgerSheet.Row, _ column: LedgerColumn, _ reason: String) {
        faults.append(FieldFault(sheet.path(row, column), reason))
    }

    /// Says of rows that are there already how they compare. A row of other work under a number that was given is wrong: it would not be given,
    /// and nobody would ask why.
    ///
    /// - Returns: the new ones.
    mutating func take(
        _ rows: [LedgerSheet.Row], _ known: LedgerKnown, _ group: LedgerKeys.Group, _ background: ItemBackground,
        _ leaders: [LedgerReferences.UnitLeader]
    ) -> [LedgerSheet.Row] {
        rows.filter { row in
            let items = known.items(row, of: group.directive)
            let own = items.filter(known.isGivenHere)
            guard let first = own.first ?? items.first else { return true }
            let differs = own.isEmpty ? [] : known.differences(row, from: own, group, background)
            if differs.contains(.title), differs.contains(.lead), !items.contains(where: { $0.code == row[.code] }) {
                self.fault(
                    row, .sourceRow,
                    "“\(row[.sourceRow])” của văn bản này đã giao việc khác, mã \(first.code); ghi TT khác, hoặc ghi mã đó ở cột Mã nếu là cùng một việc"
                )
                self.check([row], background, leaders)
                return false
            }
            self.rows.append(
                Self.line(
                    row, code: first.code, unit: row[.lead], title: first.terms.title, dueOn: first.originalDueOn,
                    own.isEmpty ? .elsewhere : differs.isEmpty ? .unchanged : .differing, differs: differs.map(\.heading)))
            return false
        }
    }

    /// Gives new rows of one paper, or says what is wrong with them.
    mutating func give(
        _ fresh: [LedgerSheet.Row], _ group: LedgerKeys.Group, _ background: ItemBackground,
        _ leaders: [LedgerReferences.UnitLeader], in tx: borrowing TenantTransaction, ids: IDSource
    ) async throws {
        guard let read = read(fresh, background, leaders, assignedOn: group.assignedOn, without: []) else { return }
        let prefix = group.directive?.paper.itemPrefix ?? "NV-\(background.year)"
        var numbers =
            if let begun = codes[prefix] { begun } else { try await ItemCodes(group.directive, year: background.year, in: tx) }
        for (row, item) in zip(fresh, read) {
            give(row, item, &numbers, ids: ids)
        }
        codes[prefix] = numbers
    }

    /// Says what else is wrong with rows whose paper, number, day or campaign is: of what depends on these nothing is said.
    ///
    /// - Parameter campaign: whether it is there.
    mutating func check(
        _ rows: [LedgerSheet.Row], _ background: ItemBackground, _ leaders: [LedgerReferences.UnitLeader], campaign: Bool = true
    ) {
        // No deadline lies before so early a day, and no year before its year.
        var ignored: Set<LedgerColumn> = [.directive, .assignedOn, .sourceRow, .code, .carriedOn]
        if !campaign { ignored.insert(.content) }
        _ = read(rows, background, leaders, assignedOn: .earliest, without: ignored)
    }

    /// - Parameter ignored: columns of which nothing is said.
    /// - Returns: nil where something is wrong.
    private mutating func read(
        _ rows: [LedgerSheet.Row], _ background: ItemBackground, _ leaders: [LedgerReferences.UnitLeader], assignedOn: CivilDate?,
        without ignored: Set<LedgerColumn>
    ) -> [AssignmentRows.Row]? {
        let table = AssignmentTable(
            rows.map(\.assignment), headings: [:],
            place: { [sheet] row, field in
                let column = LedgerColumn(rawValue: field.column.rawValue) ?? .title
                return rows.first { $0.number == row.number }.map { sheet.path($0, column) } ?? "dòng \(row.number)"
            })
        var reader = AssignmentRows(
            table, background, unitLeaders: leaders, defaults: ImportItems.Defaults(), assignedOn: assignedOn, papers: papers)
        do throws(Problem) {
            return try reader.read()
        } catch {
            // One fault a cell: what could not be read is not also wrong.
            let known = Set(faults.map(\.path)).union(rows.flatMap { [sheet] row in ignored.map { sheet.path(row, $0) } })
            for found in error.fields where !known.contains(found.path) {
                // The day is said of the paper, which here is one column of many rows.
                guard found.path == "?assignedOn" else {
                    faults.append(found)
                    continue
                }
                if !ignored.contains(.assignedOn) { faults.append(FieldFault(sheet.path(rows[0], .assignedOn), found.reason)) }
            }
            return nil
        }
    }

    private mutating func give(_ row: LedgerSheet.Row, _ item: AssignmentRows.Row, _ numbers: inout ItemCodes, ids: IDSource) {
        var first: WorkItem.Assignment?
        for unit in item.leads {
            var given = WorkItem.Assignment(
                id: ids.next(), tenant: unit.tenant, unit: unit.unit, code: item.code ?? numbers.take(), terms: item.terms,
                assignedOn: item.assignedOn, sourceRow: row[.sourceRow].isEmpty ? nil : row[.sourceRow], carried: item.carried)
            (given.occurrences, given.sources) = (item.occurrences, item.sources)
            // With several leads each helps itself (A13); those who co-ordinate help the first.
            let helping = first == nil ? given.coordinating(item.coordinators, ids: ids) : []
            assignments += [given] + helping
            coordinating += helping.count
            first = first ?? given
        }
        rows.append(
            Self.line(
                row, code: first?.code ?? "", unit: item.leads.map(\.fullName).joined(separator: "; "), title: item.terms.title,
                dueOn: item.terms.dueOn, .assigned))
    }

    /// Faults and rows in the order of the file.
    mutating func finish() {
        let places = sheet.places()
        let placed = faults.enumerated().map { (place: places[$0.element.path], order: $0.offset, fault: $0.element) }
        faults = placed.sorted { one, other in
            (one.place?.row ?? 0, one.place?.column ?? 0, one.order) < (other.place?.row ?? 0, other.place?.column ?? 0, other.order)
        }.map { $0.fault }
        rows.sort { $0.number < $1.number }
    }

    private static func line(
        _ row: LedgerSheet.Row, code: String, unit: String, title: String, dueOn: CivilDate?, _ result: LedgerImportOutcome.Result,
        differs: [String] = []
    ) -> LedgerImportOutcome.Row {
        LedgerImportOutcome.Row(
            number: row.number, directive: row[.directive], sourceRow: row[.sourceRow], code: code, unit: unit, title: title, dueOn: dueOn,
            result: result, differs: differs)
    }
}

extension LedgerSheet.Row {
    /// As a table of one paper has it. Without a number the code says which row it is.
    fileprivate var assignment: AssignmentTable.Row {
        var cells: [ItemField: String] = [:]
        for column in LedgerColumn.allCases {
            guard let field = column.field, ![.directive, .campaign, .assignedOn].contains(field) else { continue }
            cells[field] = self[column]
        }
        if self[.sourceRow].isEmpty {
            cells[.sourceRow] = self[.code]
            if self[.sourceClause].isEmpty { cells[.sourceClause] = "Mã \(self[.code])" }
        }
        return AssignmentTable.Row(number: number, cells: cells)
    }
}

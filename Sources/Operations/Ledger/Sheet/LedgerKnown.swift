import Domain
import Storage

/// What of a ledger stands in the database already: by paper and number in it, and by code.
struct LedgerKnown {
    private struct Key: Hashable {
        let directive: Directive.ID
        let sourceRow: String
    }

    private var byRow: [Key: [WorkItem]] = [:]
    private var byCode: [String: [WorkItem]] = [:]
    private let names: UnitNames
    private let officer: ActingOfficer
    private let isProvince: Bool
    /// What the leaders in charge of them are called.
    private let leaders: [Post.ID: LeaderName]
    /// Of periodic ones.
    private let deadlines: [WorkItem.ID: [CivilDate]]
    private let further: [WorkItem.ID: [LedgerSheetSource.Further]]

    init(from directives: [Directive.ID], coded codes: [String], today: CivilDate, in tx: borrowing TenantTransaction) async throws {
        names = UnitNames(try await LedgerReferences.units(on: today, in: tx))
        officer = try await tx.officer()
        isProvince = tx.tenant == nil
        let (rows, coded) = (
            try await LedgerSheetSource.items(from: directives, in: tx), try await LedgerSheetSource.items(coded: codes, in: tx)
        )
        let posts = Set((rows + coded).flatMap { [$0.terms.provinceLeader, $0.terms.unitLeader].compactMap(\.self) })
        leaders = try await LedgerSheetSource.leaders(Array(posts), in: tx)
        deadlines = try await LedgerSheetSource.deadlines(of: rows + coded, in: tx)
        further = try await LedgerSheetSource.further(of: rows + coded, in: tx)
        for item in rows {
            guard let directive = item.terms.directive, let sourceRow = item.sourceRow else { continue }
            byRow[Key(directive: directive, sourceRow: sourceRow), default: []].append(item)
        }
        byCode = Dictionary(grouping: coded, by: \.code)
    }

    /// The items that the row stands for; empty where it is new.
    func items(_ row: LedgerSheet.Row, of directive: Directive?) -> [WorkItem] {
        if let directive, !row[.sourceRow].isEmpty, let found = byRow[Key(directive: directive.id, sourceRow: row[.sourceRow])] {
            // What was handed on of a row may stand under its number as well; each has a code of its own.
            let coded = found.filter { $0.code == row[.code] }
            return coded.isEmpty ? found : coded
        }
        let coded = (byCode[row[.code]] ?? []).filter { $0.terms.directive == directive?.id }
        // Codes are unique in a unit of the province only. Of a unit that items are not given to from here, its own ledger knows better.
        guard let leads = try? names.list(row[.lead]) else { return coded }
        let tenants = Set(leads.map(\.tenant))
        return coded.filter { tenants.contains($0.tenant) }
    }

    /// Whether it was given from where the ledger is read: the province, or the unit itself. Of others their assigners say what they ask for.
    func isGivenHere(_ item: WorkItem) -> Bool {
        isProvince ? item.isProvinces : !item.isProvinces && item.assigner == officer.home
    }

    /// The columns in which the row says otherwise than the items that stand there. A column that the table does not have is not compared, nor
    /// is an empty cell that stands for a default.
    func differences(
        _ row: LedgerSheet.Row, from items: [WorkItem], _ group: LedgerKeys.Group, _ background: ItemBackground
    ) -> [LedgerColumn] {
        let leads = Set(((try? names.list(row[.lead])) ?? []).map(\.unit))
        let meant = items.filter { leads.contains($0.unit) }
        let isLed = !leads.isEmpty && Set(meant.map(\.unit)) == leads
        return LedgerColumn.allCases.filter { column in
            if column == .lead { return !isLed }
            guard !column.isShown, row.has(column) || column == .campaign && group.campaign != nil else { return false }
            return !(isLed ? meant : items).allSatisfy { says(row, column, of: $0, group, background) }
        }
    }

    private func says(
        _ row: LedgerSheet.Row, _ column: LedgerColumn, of item: WorkItem, _ group: LedgerKeys.Group, _ background: ItemBackground
    ) -> Bool {
        let (cell, terms, goal) = (VietnameseText(row[column]).string, item.terms, item.terms.goal)
        return switch column {
        case .sourceRow: cell.isEmpty || cell == item.sourceRow
        case .code: cell.isEmpty || cell == item.code
        case .campaign: terms.campaign == background.campaign?.id
        case .content: (background.references.contents.one(cell)?.key ?? cell) == terms.content ?? ""
        case .sourceClause: cell.isEmpty || cell == terms.sourceClause
        case .kind: cell.isEmpty || LedgerItem.Kind(sheetWords: cell) == item.kind
        case .title: cell == terms.title
        case .coordinators: Self.parts(row[column]) == Set(terms.coordinators.map(Self.folded)) || isHelped(row, item)
        case .target: cell.isEmpty ? goal == nil : Quantity(vietnamese: cell) == goal?.target
        case .direction: cell.isEmpty || TargetMeasure.Direction(vietnamese: cell) == goal?.direction
        case .measureUnit: cell == goal?.unit ?? ""
        case .baseline: cell.isEmpty ? goal?.baseline == nil : Quantity(vietnamese: cell) == goal?.baseline
        case .measuredAtYearEnd:
            (cell.isEmpty ? false : WorkItem.Goal.isMeasuredAtYearEnd(sheetWords: cell)) == goal?.isMeasuredAtYearEnd ?? false
        case .sector: cell.isEmpty || background.references.sectors.one(cell)?.key == terms.sector
        case .product: cell == terms.product
        case .submitTo: cell == terms.submitTo
        case .completion: cell.isEmpty || WorkItem.Completion(sheetWords: cell) == terms.completion
        case .due: isDue(cell, item, background)
        case .assignedOn: group.assignedOn.map { $0 == item.assignedOn } ?? true
        case .provinceLeader:
            isLed(cell, by: terms.provinceLeader)
                || background.references.provinceLeaders.contains { $0.post == terms.provinceLeader && $0.name.isMeant(by: cell) }
        case .unitLeader: isLed(cell, by: terms.unitLeader)
        case .confirmedBy: Self.folded(cell) == Self.folded(goal?.confirmer?.name ?? "") || isConfirmer(cell, goal?.confirmer)
        // What stands in several lines is read as it stands.
        case .occurrences: (try? OccurrenceWords(row[column]))?.days == deadlines[item.id] ?? []
        case .sources: Self.isSame(row[column], further[item.id] ?? [])
        case .carriedOn: Self.isDay(cell, item.carried?.assignedOn)
        case .carriedDueOn: Self.isDay(cell, item.carried?.dueOn)
        case .carriedCode: cell == item.carried?.code ?? ""
        case .dueDocument: cell == terms.dueDocument ?? ""
        // By these it was found; the rest only shows how it stands.
        default: true
        }
    }

    /// Whether the cell means this leader; one that the officer may not know is no more in the cell than nobody is.
    private func isLed(_ cell: String, by post: Post.ID?) -> Bool {
        guard let leader = post.flatMap({ leaders[$0] }) else { return cell.isEmpty }
        return leader.isMeant(by: cell)
    }

    private func isDue(_ cell: String, _ item: WorkItem, _ background: ItemBackground) -> Bool {
        if let words = try? DueWords(cell, year: background.year) { return words.dueOn == item.originalDueOn }
        if let span = DueSpan(cell) { return span.lastDay(after: item.assignedOn, background.references.spans) == item.originalDueOn }
        // “Hằng tháng” names no day by itself.
        return cell == item.terms.dueWords
    }

    /// Whether the cell names the body by another name of that unit.
    private func isConfirmer(_ cell: String, _ confirmer: WorkItem.Confirmer?) -> Bool {
        guard let tenant = confirmer?.tenant, let named = try? names.unit(cell) else { return false }
        return named.slug != nil && named.tenant == tenant
    }

    /// Whether the cell names these papers.
    private static func isSame(_ cell: String, _ known: [LedgerSheetSource.Further]) -> Bool {
        guard let lines = (try? SourceWords(cell))?.lines, lines.count == known.count else { return false }
        return known.allSatisfy { paper in lines.contains { $0.says(paper) } }
    }

    private static func isDay(_ cell: String, _ known: CivilDate?) -> Bool {
        if cell.isEmpty { return known == nil }
        let day = CivilDate(vietnamese: cell) ?? CivilDate(cell)
        return day != nil && day == known
    }

    /// Whether the cell names the same units by other names.
    private func isHelped(_ row: LedgerSheet.Row, _ item: WorkItem) -> Bool {
        guard let leads = try? names.list(row[.lead]), let said = try? names.named(row[.coordinators], besides: leads),
            let known = try? names.named(item.terms.coordinators.joined(separator: ";"), besides: leads)
        else { return false }
        // Those “concerned” are nobody in particular: then the words say it.
        if said.units.isEmpty { return Set(said.words.map(Self.folded)) == Set(known.words.map(Self.folded)) }
        return Set(said.units.map(\.unit)) == Set(known.units.map(\.unit))
    }

    private static func parts(_ cell: String) -> Set<String> {
        Set(cell.split(whereSeparator: { $0.isNewline || $0 == ";" }).map { folded(String($0)) }.filter { !$0.isEmpty })
    }

    private static func folded(_ text: String) -> String { VietnameseText(text).folded }
}

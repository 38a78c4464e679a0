import Domain
import Storage

/// What of a ledger stands in the database already: by paper and number in it, and by code.
struct LedgerKnown {
    typealias Item = LedgerSheetSource.Known

    private struct Key: Hashable {
        let directive: Directive.ID
        let sourceRow: String
    }

    private var byRow: [Key: [Item]] = [:]
    private var byCode: [String: [Item]] = [:]
    private let names: UnitNames

    init(from directives: [Directive.ID], coded codes: [String], today: CivilDate, in tx: borrowing TenantTransaction) async throws {
        names = UnitNames(try await LedgerReferences.units(on: today, in: tx))
        for item in try await LedgerSheetSource.items(from: directives, in: tx) {
            guard let directive = item.directive, let sourceRow = item.sourceRow else { continue }
            byRow[Key(directive: directive, sourceRow: sourceRow), default: []].append(item)
        }
        byCode = Dictionary(grouping: try await LedgerSheetSource.items(coded: codes, in: tx), by: \.code)
    }

    /// The items that the row stands for; empty where it is new.
    func items(_ row: LedgerSheet.Row, of directive: Directive?) -> [Item] {
        if let directive, !row[.sourceRow].isEmpty, let found = byRow[Key(directive: directive.id, sourceRow: row[.sourceRow])] {
            return found
        }
        let coded = (byCode[row[.code]] ?? []).filter { $0.directive == directive?.id }
        // Codes are unique in a unit of the province only. Of a unit that items are not given to from here, its own ledger knows better.
        guard let leads = try? names.list(row[.lead]) else { return coded }
        let tenants = Set(leads.map(\.tenant))
        return coded.filter { tenants.contains($0.tenant) }
    }

    /// Whether the row says what stands there, as far as it was given: to whom, what, until when.
    ///
    /// - Parameter year: of deadlines without one.
    func isSame(_ row: LedgerSheet.Row, as items: [Item], year: Int) -> Bool {
        let title = VietnameseText(row[.title]).string
        guard let leads = try? names.list(row[.lead]), !leads.isEmpty, let words = try? DueWords(row[.due], year: year) else {
            return false
        }
        return Set(leads.map(\.unit)).isSubset(of: items.map(\.unit))
            && items.allSatisfy { $0.title == title && $0.originalDueOn == words.dueOn }
    }
}

public import Domain
public import Storage

/// Who can be said to hold an item up (A12): those asked to co-ordinate in it, as it names them, and each unit that it names together with others.
public struct ListDelayers: Sendable {
    public var item: WorkItem

    public init(of item: WorkItem) {
        self.item = item
    }

    /// The item's own words first.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [String] {
        let words = item.terms.coordinators
        if words.isEmpty { return [] }
        let units = UnitNames(try await LedgerReferences.whoCouldLead(item, in: tx))
        var names = words
        for unit in words.flatMap({ (try? units.list($0)) ?? [] }) where unit.unit != item.unit && !names.contains(unit.fullName) {
            names.append(unit.fullName)
        }
        return names
    }
}

import Domain
import Operations
import Web

/// Whom Home Affairs can name of one unit: chosen from names, for nobody knows an id by heart. Of people and of late work at most 500 each: what is
/// not among them is named by command.
struct ChosenUnit: Sendable {
    /// All that can be chosen, by slug.
    var units: [Choice] = []
    /// Of the chosen one; empty where none is.
    var slug = ""
    var name = ""
    var people: [Choice] = []
    /// It itself and its sub-units.
    var collectives: [Choice] = []
    /// What is overdue or was done late.
    var late: [Choice] = []
    /// Of that what was given to one of its people, with his name: a person answers for no other.
    var lateOfPeople: [Choice] = []

    /// - Parameter slug: of the unit that was chosen; another than any unit's: none is.
    static func find(_ slug: String?, withLateWork: Bool = false, _ call: Call) async throws -> ChosenUnit {
        var found = ChosenUnit()
        let tenants = try await call.backend.entrance.read(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
            try await ListTenants().perform(in: tx)
        }
        found.units = tenants.map { .init(key: $0.slug.text, name: $0.fullName) }
        guard let chosen = tenants.first(where: { $0.slug.text == slug }) else { return found }
        let entry = Entry(token: try call.entry().token, place: .tenant(chosen.slug))
        let (people, parts, items) = try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            (
                try await ListPeople(limit: 500).perform(in: tx).people, try await ListUnitNames().perform(in: tx),
                withLateWork ? try await lateEntries(in: tx) : []
            )
        }
        (found.slug, found.name) = (chosen.slug.text, chosen.fullName)
        found.people = people.map { .init(key: $0.id.description, name: $0.fullName) }
        found.collectives = parts.map { .init(key: $0.id.description, name: $0.fullName) }
        found.late = items.map(choice)
        let names = Dictionary(people.map { ($0.id, $0.fullName) }) { first, _ in first }
        found.lateOfPeople = items.compactMap { entry in
            guard let person = entry.item.terms.assignee else { return nil }
            let (item, name) = (choice(entry), names[person] ?? entry.names.assignee ?? "cá nhân")
            return Choice(key: item.key, name: "\(item.name) (giao cho \(name))")
        }
        return found
    }

    /// What is overdue or was done late in the unit that was entered.
    static func lateWork(in tx: borrowing TenantTransaction) async throws -> [Choice] {
        try await lateEntries(in: tx).map(choice)
    }

    private static func choice(_ entry: LedgerEntry) -> Choice {
        Choice(key: entry.item.id.description, name: "\(entry.item.code): \(entry.item.terms.title)")
    }

    private static func lateEntries(in tx: borrowing TenantTransaction) async throws -> [LedgerEntry] {
        var found: [LedgerEntry] = []
        for timeliness in [Timeliness.overdue, .completedLate] {
            var filter = LedgerFilter()
            filter.timeliness = timeliness
            found += try await ListItems(filter: filter, limit: 500).perform(in: tx).entries
        }
        return found
    }
}

public import Domain
public import Storage

/// Whom an item can be handed on to from where it is: the sub-units below its unit, and the people of these and of its own unit.
public struct ListReceivers: Sendable {
    public var item: WorkItem

    public init(of item: WorkItem) {
        self.item = item
    }

    public struct Answer: Sendable {
        /// Full names, in customary order.
        public let units: [String]
        /// Each person once for each unit in which he holds a post.
        public let people: [Receiver]

        public init(units: [String] = [], people: [Receiver] = []) {
            self.units = units
            self.people = people
        }

        public var isEmpty: Bool { units.isEmpty && people.isEmpty }
    }

    public struct Receiver: Sendable {
        public let person: Person.ID
        public let unit: SubUnit.ID
        /// With post and unit.
        public let name: String

        public init(person: Person.ID, unit: SubUnit.ID, name: String) {
            self.person = person
            self.unit = unit
            self.name = name
        }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        guard tx.tenant == item.tenant else { return Answer() }
        let all = try await SubUnit.list(limit: 1_000, in: tx)
        var inside: Set<SubUnit.ID> = [item.unit]
        while true {
            let next = all.filter { unit in
                guard let parent = unit.parent else { return false }
                return inside.contains(parent) && !inside.contains(unit.id)
            }
            if next.isEmpty { break }
            inside.formUnion(next.map(\.id))
        }
        let names = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.fullName) })
        var people: [Receiver] = []
        var seats: Set<[String]> = []
        for held in try await Post.list(limit: 2_000, in: tx) where inside.contains(held.post.unit) && !held.personName.isEmpty {
            guard seats.insert([held.post.person.description, held.post.unit.description]).inserted else { continue }
            let words = [held.personName, held.post.title, names[held.post.unit] ?? held.unitName].filter { !$0.isEmpty }
            people.append(Receiver(person: held.post.person, unit: held.post.unit, name: words.joined(separator: ", ")))
        }
        return Answer(units: all.filter { inside.contains($0.id) && $0.id != item.unit }.map(\.fullName), people: people)
    }
}

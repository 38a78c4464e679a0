import Domain
import Operations
import Web

/// Whose something is within a unit: a part of it, or one of its people by his post. Chosen from names, for nobody knows an id by heart. Of posts at most
/// 500: who is not among them is named by command.
enum ChosenOwner {
    /// Parts of the unit entered, then its people.
    ///
    /// - Parameter part: alone; nil: of the unit as a whole.
    static func options(within part: SubUnit.ID? = nil, in tx: borrowing TenantTransaction) async throws -> [Choice] {
        let home = try await ShowTenant().perform(in: tx).id
        let parts = part == nil ? try await ListUnitNames().perform(in: tx).filter { $0.id.uuid != home.uuid } : []
        let posts = try await ListPosts(Post.Selection(unit: part), limit: 500).perform(in: tx).posts
        var (options, there) = (parts.map { Choice(key: $0.id.description, name: $0.fullName) }, Set<String>())
        for holding in posts where !holding.personName.isEmpty {
            let key = "\(holding.post.unit):\(holding.post.person)"
            guard there.insert(key).inserted else { continue }
            options.append(Choice(key: key, name: "\(holding.personName), \(holding.post.title), \(holding.unitName)"))
        }
        return options
    }

    /// Nil and nil: nothing was chosen.
    static func read(_ typed: String, _ path: String) throws(Problem) -> (unit: SubUnit.ID?, person: Person.ID?) {
        if typed.isEmpty { return (nil, nil) }
        let parts = typed.split(separator: ":", maxSplits: 1).map(String.init)
        guard let unit = SubUnit.ID(parts[0]) else { throw .invalid(path, "chọn trong danh sách") }
        guard parts.count == 2 else { return (unit, nil) }
        guard let person = Person.ID(parts[1]) else { throw .invalid(path, "chọn trong danh sách") }
        return (unit, person)
    }
}

/// A new account or a new link, to be handed to its person: shown once and kept nowhere.
public struct Handout: Sendable, Hashable {
    public let person: Person.ID
    public let fullName: String
    /// Of the sub-unit where the person works; the slips are cut and carried there.
    public let unitName: String
    public let username: String
    public let link: PasswordLink

    public init(person: Person.ID, fullName: String, unitName: String, username: String, link: PasswordLink) {
        self.person = person
        self.fullName = fullName
        self.unitName = unitName
        self.username = username
        self.link = link
    }
}

extension [Handout] {
    /// By unit, in the order in which the units come first.
    public var byUnit: [(unitName: String, handouts: [Handout])] {
        var order: [String] = []
        var units: [String: [Handout]] = [:]
        for handout in self {
            if units[handout.unitName] == nil { order.append(handout.unitName) }
            units[handout.unitName, default: []].append(handout)
        }
        return order.map { ($0, units[$0] ?? []) }
    }
}

import Domain

/// A kind of officer that units of a demonstration have, from `accounts.csv`.
struct AccountTemplate {
    /// With `{login}`.
    let username: String
    /// With `{name}`.
    let title: String
    /// `province`, a unit's code, `each:commune`, `each:department`, `each:district`, or `each:` and a kind of `departments.csv`.
    let appliesTo: String
    /// Empty: the unit itself. `office`, `first:` and a kind, `self` for a commune, or a code.
    let place: String
    let role: Role
    let leaderRank: Post.LeaderRank
    let personKind: Person.Kind
    private let row: DemonstrationTable.Row

    init(_ row: DemonstrationTable.Row) throws {
        self.row = row
        username = try row.text("username")
        title = try row.text("post")
        appliesTo = try row.text("applies_to")
        place = try row.text("sub_unit")
        role = try row.oneOf(Role.self, "role")
        leaderRank = try row.oneOf(Post.LeaderRank.self, "leader_rank")
        personKind = try row.oneOf(Person.Kind.self, "person_kind")
    }

    func faultyPlace(_ unit: String) -> Problem {
        row.fault("sub_unit", "\(unit) không có đơn vị “\(place)”")
    }
}

import Domain
import Storage

/// The people of a demonstration as they stand in the database: who holds which post.
struct DemonstrationSeats: Sendable {
    /// An account's post. Nobody has two posts of one role.
    struct Key: Hashable, Sendable {
        let username: String
        let role: Role

        init(_ username: String, _ role: Role) {
            self.username = username
            self.role = role
        }
    }

    private(set) var posts: [Key: Post.ID] = [:]
    private var people: [String: Person.ID] = [:]
    /// The first post of each account.
    private(set) var firstPosts: [String: Post.ID] = [:]

    /// Who has an account.
    func person(_ username: String) throws -> Person.ID {
        guard let person = people[username] else { throw Problem.demonstrationData("accounts.csv: không có tài khoản \(username).") }
        return person
    }

    /// Enters persons, posts and accounts of the whole plan.
    ///
    /// - Parameters:
    ///   - hash: of the one password of all accounts.
    ///   - places: the units they sit in.
    static func open(
        _ plan: DemonstrationPlan, in places: DemonstrationPlaces, hash: String, ids: IDSource, _ tx: borrowing OperatorTransaction
    ) async throws -> DemonstrationSeats {
        var seats = DemonstrationSeats()
        var people: [Tenant.ID: [Person]] = [:]
        var posts: [Tenant.ID: [Post]] = [:]
        var accounts: [OperatorTransaction.Account] = []
        for account in plan.accounts {
            let person: Person.ID = ids.next()
            seats.people[account.username] = person
            let home = try places.tenant(account.seats[0].unit)
            people[home, default: []].append(
                Person(
                    id: person, fullName: account.personName, kind: account.personKind, activeFrom: plan.openedOn, endedOn: nil, version: 1)
            )
            accounts.append(OperatorTransaction.Account(person: person, username: account.username, passwordHash: hash))
            for seat in account.seats {
                let post = Post(
                    id: ids.next(), person: person, unit: try places.subUnit(seat.subUnit, of: seat.unit), role: seat.role,
                    title: seat.title,
                    leaderRank: seat.leaderRank, validFrom: plan.openedOn, validTo: nil, version: 1)
                posts[try places.tenant(seat.unit), default: []].append(post)
                seats.posts[Key(account.username, seat.role)] = post.id
                if seats.firstPosts[account.username] == nil { seats.firstPosts[account.username] = post.id }
            }
        }
        for (tenant, people) in people { try await tx.add(people, to: tenant) }
        for (tenant, posts) in posts { try await tx.add(posts, in: tenant) }
        try await tx.add(accounts)
        return seats
    }
}

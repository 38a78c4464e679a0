public import Domain
public import Storage

/// Makes new links for people of the officer's own unit, to be handed out; earlier links no longer work, and passwords that were set stay until
/// a link is used.
public struct MakeHandouts: Sendable {
    /// Only those with a post at this sub-unit; nil: all.
    public var unit: SubUnit.ID?
    /// Also those who have set a password already.
    public var includingSet: Bool

    public init(of unit: SubUnit.ID? = nil, includingSet: Bool = false) {
        self.unit = unit
        self.includingSet = includingSet
    }

    /// By unit, then by given name. Whose account the officer may not reset is left out.
    ///
    /// - Throws: ``Problem/notAllowed``, also where the unit is closed.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> [Handout] {
        let officer = try await tx.officer()
        guard officer.mayWrite, officer.may(.manageDirectory) else { throw Problem.notAllowed }
        let standing = try await PeopleStanding.read(in: tx)
        let units = try await LedgerReferences.units(on: officer.today, in: tx)
        let names = Dictionary(units.map { ($0.unit, $0.fullName) }, uniquingKeysWith: { first, _ in first })
        let seats = Dictionary(
            standing.posts.filter { $0.validFrom <= officer.today && ($0.validTo ?? .latest) >= officer.today }.map {
                ($0.person, [$0.unit])
            }, uniquingKeysWith: +)
        let accounts = Dictionary(standing.accounts.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })

        var chosen: [(person: Person, unit: SubUnit.ID, username: String, link: LinkToken, hash: [UInt8])] = []
        for person in standing.people {
            guard let account = accounts[person.id], account.mayReset, includingSet || !account.hasPassword,
                let seat = seats[person.id]?.first(where: { unit == nil || $0 == unit })
            else { continue }
            let (link, hash) = LinkToken.fresh()
            chosen.append((person, seat, account.username, link, hash))
        }
        // The people come by given name: sorting by unit keeps that order inside each.
        let places = Dictionary(units.enumerated().map { ($0.element.unit, $0.offset) }, uniquingKeysWith: { first, _ in first })
        chosen = chosen.enumerated().sorted {
            (places[$0.element.unit] ?? .max, $0.offset) < (places[$1.element.unit] ?? .max, $1.offset)
        }.map(\.element)
        let ends = try await PeopleRows.reset(
            chosen.map { PeopleRows.Opening(id: ids.next(), person: $0.person.id, username: $0.username, linkHash: $0.hash) }, in: tx)
        return zip(chosen, ends).map { chosen, end in
            Handout(
                person: chosen.person.id, fullName: chosen.person.fullName, unitName: names[chosen.unit] ?? "", username: chosen.username,
                link: PasswordLink(token: chosen.link, expiresAt: end))
        }
    }
}

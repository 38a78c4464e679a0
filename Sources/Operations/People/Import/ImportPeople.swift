public import Documents
public import Domain
public import Storage

/// Brings people, their posts and accounts to what a list says. Every row is checked first and all faults are answered at once, by cell; then
/// everything is written, or nothing. The same list again changes nothing, and nobody whom it leaves out is touched.
public struct ImportPeople: Sendable {
    public var table: Table
    /// Only says what would be done; the transaction must be one that may write, by who keeps the directory.
    public var isDryRun: Bool

    public init(_ table: Table, isDryRun: Bool) {
        self.table = table
        self.isDryRun = isDryRun
    }

    /// - Throws: `invalid-table`, `table-too-large`; `invalid-input` with every fault; ``Problem/notAllowed``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> PeopleOutcome {
        let officer = try await tx.officer()
        guard Policy.of(officer.role).actions.contains(.manageDirectory), officer.place == officer.home else { throw Problem.notAllowed }
        let list = try HeadedTable<PeopleColumn>(table)
        let tenant = try await ShowTenant().perform(in: tx)
        let units = try await LedgerReferences.units(on: officer.today, in: tx)
        var reader = PeopleReader(units: units, slug: tenant.slug, today: officer.today)
        let entries = list.rows.compactMap { reader.entry($0) }
        var plan = PeoplePlan(try await PeopleStanding.read(in: tx), for: officer)
        for entry in entries { plan.take(entry, &reader, ids: ids) }
        guard reader.faults.isEmpty else { throw Problem.invalid(reader.faults) }

        let planned = plan
        guard !isDryRun else {
            // Written and taken back: who may not is refused as in earnest, and so is what a constraint says no to.
            try await tx.undoing { (tx: borrowing TenantTransaction) in _ = try await Self.write(planned, in: tx, ids: ids) }
            return PeopleOutcome(isDryRun: true, rows: plan.rows, handouts: [])
        }
        return PeopleOutcome(isDryRun: false, rows: plan.rows, handouts: try await Self.write(planned, in: tx, ids: ids))
    }

    private static func write(_ plan: PeoplePlan, in tx: borrowing TenantTransaction, ids: IDSource) async throws -> [Handout] {
        try await PeopleRows.add(plan.people, in: tx)
        try await PeopleRows.give(plan.posts, in: tx)
        let fresh = plan.accounts.map { account in (account: account, link: LinkToken.fresh()) }
        let ends = try await PeopleRows.open(
            fresh.map {
                PeopleRows.Opening(id: ids.next(), person: $0.account.person, username: $0.account.username, linkHash: $0.link.hash)
            }, in: tx)
        return zip(fresh, ends).map { fresh, end in
            Handout(
                person: fresh.account.person, fullName: fresh.account.fullName, unitName: fresh.account.unitName,
                username: fresh.account.username, link: PasswordLink(token: fresh.link.token, expiresAt: end))
        }
    }
}

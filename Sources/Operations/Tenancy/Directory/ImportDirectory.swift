public import Domain
public import Storage

/// Brings tenants and sub-units to what the files of the directory say: opens what is new, gives what is called otherwise a new version.
///
/// Every row of every file is checked first; then everything is written, or nothing. The same files again change nothing, and nothing that
/// they leave out is closed.
public struct ImportDirectory: Sendable {
    public var files: [DirectoryFile]
    /// From which what is new is there and what is changed is called so; the business date when nil.
    public var day: CivilDate?

    public init(_ files: [DirectoryFile], from day: CivilDate? = nil) {
        self.files = files
        self.day = day
    }

    /// - Throws: `invalid-table` for a file that is no such list; `invalid-input` with every fault, each with file, line and column.
    public func perform(in tx: borrowing OperatorTransaction, ids: IDSource) async throws -> DirectoryChanges {
        let tables = try files.map { try DirectoryTable($0) }
        let today = try await tx.today()
        let from = day ?? today
        let standing = try await DirectoryStanding.read(on: from, in: tx)
        let plan = try DirectoryPlan(tables, standing: standing.known)
        let places = try await tx.freePlaces(plan.tenants.count)
        let difference = try DirectoryDifference(plan, standing, from: from, places: places, ids: ids)

        var changes = DirectoryChanges(unchanged: difference.unchanged, leftOut: plan.leftOut)
        for opening in difference.openings {
            // Somebody else opened it after it was looked for: his and ours are not the same.
            guard try await tx.open(opening) else { throw Problem.unavailable }
            changes.openedTenants.append(DirectoryChanges.Named(slug: opening.slug.text, fullName: opening.fullName))
        }
        for renaming in difference.renamings {
            let entry = renaming.entry
            try await tx.rename(
                renaming.tenant, from: from, code: entry.code, name: entry.name, fullName: entry.fullName, unitKind: entry.unitKind)
            changes.renamedTenants.append(DirectoryChanges.Named(slug: renaming.slug.text, fullName: entry.fullName))
        }
        for (tenant, units) in difference.newUnits {
            try await tx.open(units, in: tenant)
            changes.openedUnits += units.count
        }
        for (tenant, units) in difference.newVersions {
            try await tx.record(units, in: tenant)
            changes.changedUnits += units.count
        }
        return changes
    }
}

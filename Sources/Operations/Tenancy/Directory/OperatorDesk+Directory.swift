public import Domain
import Storage

extension OperatorDesk {
    /// Imports the files of the directory, all or nothing; see ``ImportDirectory``.
    ///
    /// - Parameter trial: answers what would change, checked by the database as well, and changes nothing.
    public func importDirectory(_ files: [DirectoryFile], from day: CivilDate?, trial: Bool) async throws -> DirectoryChanges {
        let importing = ImportDirectory(files, from: day)
        return try await perform { (tx: borrowing OperatorTransaction) in
            guard trial else { return try await importing.perform(in: tx, ids: .system) }
            return try await tx.undoing { (tx: borrowing OperatorTransaction) in try await importing.perform(in: tx, ids: .system) }
        }
    }
}

import Documents
import Domain
import Operations

/// Items as commands print them: the table of everybody, and the id by which other commands name the item.
enum ItemOutput {
    static let columns = LedgerTables.itemColumns + ["Mã định danh"]

    static func row(_ entry: LedgerEntry) -> [String] {
        LedgerTables.row(entry).map(\.text) + [entry.item.id.description]
    }
}

extension OfficerOptions {
    /// Does something to an item and prints how it stands afterwards.
    ///
    /// - Parameter act: answers with the item that it made or changed.
    func printItem(in entry: Entry, after act: (borrowing TenantTransaction) async throws -> WorkItem.ID) async throws {
        let detail = try await write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowItem(id: try await act(tx)).perform(in: tx)
        }
        CommandOutput.print(columns: ItemOutput.columns, rows: [ItemOutput.row(detail.entry)], json: ItemJSON.detail(detail), as: output)
        CommandOutput.warn(detail.warnings, as: output)
    }

    /// Makes items of another and prints them.
    ///
    /// - Parameter act: answers with the items that it made, which are due alike.
    func printItems(in entry: Entry, after act: (borrowing TenantTransaction) async throws -> [WorkItem.ID]) async throws {
        let details = try await write(entry) { (tx: borrowing TenantTransaction) -> [WorkItemDetail] in
            var made: [WorkItemDetail] = []
            for id in try await act(tx) { made.append(try await ShowItem(id: id).perform(in: tx)) }
            return made
        }
        CommandOutput.print(
            columns: ItemOutput.columns, rows: details.map { ItemOutput.row($0.entry) }, json: .array(details.map(ItemJSON.detail)),
            as: output)
        CommandOutput.warn(details.first?.warnings ?? [], as: output)
    }
}

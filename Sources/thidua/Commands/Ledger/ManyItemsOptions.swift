import ArgumentParser
import Documents
import Domain
import Operations

/// What commands take that decide on many items at once.
struct ManyItemsOptions: ParsableArguments {
    @Argument(help: "Ids of the items, from `thidua item list`.")
    var items: [WorkItem.ID]

    @Flag(help: "Tells what would come of each, and changes nothing.")
    var dryRun = false

    @OptionGroup var ledger: LedgerOptions

    /// Decides, or says what would come of it, and prints it item by item.
    func decide(_ decision: DecideOnItems.Decision) async throws {
        let deciding = DecideOnItems(items: items, decision: decision)
        let entry = try ledger.entry()
        let isDryRun = dryRun
        let (outcomes, warnings) = try await ledger.officer.write(entry) { (tx: borrowing TenantTransaction) in
            let outcomes =
                isDryRun ? try await deciding.preview(in: tx, ids: .system) : try await deciding.perform(in: tx, ids: .system)
            return (outcomes, try await deciding.warnings(outcomes, in: tx))
        }
        CommandOutput.print(
            columns: DecidedItemJSON.columns,
            rows: outcomes.map {
                DecidedItemJSON.row($0.item, before: $0.before, after: $0.after, refusal: $0.refusal, caution: $0.caution)
            },
            json: .array(
                outcomes.map {
                    DecidedItemJSON.value($0.item, before: $0.before, after: $0.after, refusal: $0.refusal, caution: $0.caution)
                }),
            as: ledger.officer.output)
        CommandOutput.warn(warnings, as: ledger.officer.output)
        if dryRun, ledger.officer.output == .table { print("Chạy thử: chưa có gì được ghi.") }
    }
}

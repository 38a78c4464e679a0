import ArgumentParser
import Documents
import Domain
import Operations

struct CountItemsCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "count", abstract: "The same items counted by one thing.",
        discussion: "Example: thidua item count --by content --campaign KH-77-2023 --as-of 2023-09-30")

    @Option(help: "By what they are counted.")
    var by = LedgerGrouping.timeliness

    @OptionGroup var filter: ItemFilterOptions
    @OptionGroup var moment: LedgerMomentOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let entry = try ledger.entry()
        let groups = try await ledger.officer.read(entry) { (tx: borrowing TenantTransaction) in
            let filter = try await filter.filter(on: moment.asOf, in: tx)
            let groups = try await CountItems(by: by, filter: filter, moment: moment.moment).perform(in: tx)
            if groups.isEmpty { try await CheckFilter(filter).perform(in: tx) }
            return groups
        }
        let total = groups.reduce(LedgerCounts()) { $0 + $1.counts }
        CommandOutput.print(
            columns: ["Nhóm", "Tên"] + LedgerTables.countColumns,
            rows: groups.map { [$0.key ?? "", name($0)] + LedgerTables.cells($0.counts) } + [
                ["", "Tổng cộng"] + LedgerTables.cells(total)
            ],
            json: .array(groups.map(LedgerCountsJSON.group)), as: ledger.officer.output)
    }

    /// What says a key in words where the ledger itself has no name for it.
    private func name(_ group: LedgerGroup) -> String {
        if let label = group.label { return label }
        guard let key = group.key else { return "không có" }
        let words =
            switch by {
            case .timeliness: Timeliness(rawValue: key)?.vietnamese
            case .kind: LedgerItem.Kind(rawValue: key)?.vietnamese
            case .role: LedgerItem.Role(rawValue: key)?.vietnamese
            default: String?.none
            }
        return words ?? ""
    }
}

import ArgumentParser
import Domain
import Operations

struct SplitItemCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Splits a compound item by a correction record, which cancels it; prints the parts.",
        discussion: """
            Example: thidua item split 01890a5d-ac96-774b-bcce-b302099a8057 --part 'Xây dựng đề án' --part 'Trình phê duyệt' \
            --number 12/BB-VP --reason 'Hai việc trong một dòng' --province
            The parts are given and due as the whole was. Targets are split with the numbers of the whole; `thidua item change` sets others.
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "What one part is; at least two.")
    var part: [String]

    @OptionGroup var correction: CorrectionOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = SplitItem(item: item, parts: part.map { SplitItem.Part(title: $0) }, record: correction.record)
        try await ledger.officer.printItems(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

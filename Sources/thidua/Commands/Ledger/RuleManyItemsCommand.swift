import ArgumentParser
import Domain
import Operations

struct RuleManyItemsCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "rule-many", abstract: "Rules on many items at once, all or none.",
        discussion: """
            Example: thidua item rule-many 01890a5d-ac96-774b-bcce-b302099a8057 01890a5d-ac96-774b-bcce-b302099a8058 --kind accepted \
            --dry-run --province
            """)

    @OptionGroup var ruling: RulingOptions

    @OptionGroup var many: ManyItemsOptions

    func validate() throws {
        if many.items.isEmpty { throw ValidationError("items: ghi mã định danh của ít nhất một nhiệm vụ") }
    }

    func run() async throws {
        guard let first = many.items.first else { return }
        try await many.decide(.ruling(ruling.ruling(on: first)))
    }
}

import ArgumentParser
import Domain
import Operations

struct ListPapersCommand: ListingCommand {
    static let asks = Deed.reading(.paper)
    static let noun = "papers"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Signed papers that the unit keeps, the latest first.",
        discussion: "Example: thidua paper list --output csv")

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListPapers {
        ListPapers(limit: 200)
    }
}

import ArgumentParser
import Domain
import Operations

struct ListDraftsCommand: ListingCommand {
    static let asks = Deed.reading(.draft)
    static let noun = "drafts"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Drafts that one sees, the latest first; or those that wait for oneself.",
        discussion: "Example: thidua draft list --waiting-for-me")

    @Flag(help: "Only those that lie with oneself: Chờ tôi xử lý.")
    var waitingForMe = false

    @Option(help: "Only those on that item; its id, from `thidua item list`.")
    var item: WorkItem.ID?

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListDrafts {
        ListDrafts(waitingForMe: waitingForMe, item: item, limit: 0)
    }
}

struct ShowDraftCommand: OfficerCommand {
    static let asks = Deed.reading(.draft)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One draft: what it says and who had it.",
        discussion: "Example: thidua draft show 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @Argument(help: "Id of the draft, from `thidua draft list`.")
    var draft: Draft.ID

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let found = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await ShowDraft(draft).perform(in: tx) }
        DraftOutput.print(found, as: officer.output)
    }
}

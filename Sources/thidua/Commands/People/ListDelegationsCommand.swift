import ArgumentParser
import Domain
import Operations

struct ListDelegationsCommand: ListingCommand {
    static let asks = Deed.reading(.directory)
    static let noun = "delegations"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Who may act in whose stead, in what, until when; those that begin last first.",
        discussion: "Example: thidua delegation list --in-force-on 2023-06-20")

    @Option(help: "Only those that stand on this day.")
    var inForceOn: CivilDate?

    @Option(help: "Only in the stead of this post, by id.")
    var post: Post.ID?

    @Option(help: "Only to this person, by id.")
    var person: Person.ID?

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListDelegations {
        ListDelegations(.init(inForceOn: inForceOn, post: post, person: person), limit: 0)
    }
}

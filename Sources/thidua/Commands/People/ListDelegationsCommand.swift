import ArgumentParser
import Domain
import Operations

struct ListDelegationsCommand: OfficerCommand {
    static let asks = Deed.reading(.directory)
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

    func run() async throws {
        let entry = try officer.tenantEntry()
        let delegations = try await officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in
                var list = ListDelegations(.init(inForceOn: inForceOn, post: post, person: person), limit: 200)
                var delegations: [Delegation] = []
                repeat {
                    let page = try await list.perform(in: tx)
                    delegations += page.delegations
                    list.after = page.next
                } while list.after != nil
                return delegations
            }
        }
        DelegationOutput.print(delegations, as: officer.output)
    }
}

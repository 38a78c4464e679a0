import ArgumentParser
import Domain
import Operations

struct ListHeldItemsCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "held-items",
        abstract: "What is in a person's hands and not done: what must go to somebody before he leaves or moves.",
        discussion: "Example: thidua person held-items 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @Option(help: "Only what he has by the post of this id.")
    var post: Post.ID?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let items = try await officer.read(entry) { (tx: borrowing TenantTransaction) in
            try await ListHeldItems(of: person, by: post).perform(in: tx)
        }
        PersonMoveOutput.print(items, as: officer.output)
    }
}

struct ListMovesCommand: OfficerCommand {
    static let asks = Deed.reading(.move)
    static let configuration = CommandConfiguration(
        commandName: "moves", abstract: "How a person came to leave or change posts; the latest first.",
        discussion: "Example: thidua person moves 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let moves = try await officer.read(entry) { (tx: borrowing TenantTransaction) in
            try await ListMoves(of: person).perform(in: tx).moves
        }
        PersonMoveOutput.print(moves, as: officer.output)
    }
}

import ArgumentParser
import Domain
import Operations

struct UseDelegationCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Goes on in another's stead: the session of `thidua sign-in` is replaced by one under the delegation.",
        discussion: """
            Without an id it lists what one may act under. `thidua sign-in --post …` leads back to one's own post.
            Example: thidua delegation use 01890a5d-ac96-774b-bcce-b302099a8057
            """)

    @Argument(help: "Id of the delegation.")
    var delegation: Delegation.ID?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let token = try CommandEnvironment.token(file: officer.tokenFile)
        let entry = Entry(token: token, place: .home)
        let (choices, session): ([DelegationChoice], Session?) = try await officer.withEntrance { entrance in
            let me = try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await WhoAmI().perform(in: tx) }
            guard let delegation else { return (me.delegations, Session?.none) }
            let session = try await ActUnderDelegation(token, under: delegation).perform(at: entrance.signIn, as: me, ids: .system)
            return (me.delegations, session)
        }
        if let session { try TokenFile(officer.tokenFile).write(session.token) }
        DelegationOutput.print(choices, acting: session?.delegation?.id, as: officer.output)
    }
}

import ArgumentParser
import Domain
import Operations

struct CastBallotsCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "vote", abstract: "Your one secret sheet over all dossiers of a session.",
        discussion: """
            Example: thidua council vote 01890a5d-ac96-774b-bcce-b302099a8057 --otherwise yes --on 01890a5d-ac96-774b-bcce-b302099a8058=no
            Each dossier is voted on once. What you choose is told to nobody and not printed; a shell keeps what is typed: `HISTCONTROL=ignorespace`.
            """)

    @Argument(help: "Id of the session.")
    var session: CouncilSession.ID

    @Option(help: "A choice on one dossier: <dossier>=yes, no or blank; once for each.")
    var on: [NamedChoice<AwardDossier>] = []

    @Option(help: "The choice on all other dossiers of the sheet: yes, no, blank.")
    var otherwise: CouncilTally.Choice?

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let casting = CastBallots(session, choices: on.map { ($0.id, $0.choice) }, otherwise: otherwise)
        try await CouncilOutput.printSession(place) { (tx: borrowing TenantTransaction) in
            try await casting.perform(in: tx)
            return casting.session
        }
    }
}

struct RecordVotesCommand: CouncilKeeperCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "How members raised their hands, or wrote, on all dossiers or on one.",
        discussion: """
            Example: thidua council record 01890a5d-ac96-774b-bcce-b302099a8057 --otherwise yes \
            --vote 01890a5d-ac96-774b-bcce-b302099a8059=no
            """)

    @Argument(help: "Id of the session.")
    var session: CouncilSession.ID

    @Option(help: "Id of the dossier; all that are voted on openly when absent.")
    var dossier: AwardDossier.ID?

    @Option(help: "Of one member: <person>=yes, no or blank; once for each.")
    var vote: [NamedChoice<Person>] = []

    @Option(help: "Of every other member in the room: yes, no, blank. What the absent wrote is entered by --vote.")
    var otherwise: CouncilTally.Choice?

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let recording = RecordVotes(session, on: dossier, votes: vote.map { .init($0.id, $0.choice) }, otherwise: otherwise)
        try await printSession { (tx: borrowing TenantTransaction) in
            try await recording.perform(in: tx)
            return recording.session
        }
    }
}

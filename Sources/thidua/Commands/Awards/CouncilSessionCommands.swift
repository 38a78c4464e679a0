import ArgumentParser
import Domain
import Operations

struct ListSessionsCommand: ListingCommand {
    static let asks = Deed.reading(.council)
    static let noun = "council-sessions"
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "Its sessions, the latest first.",
        discussion: "Example: thidua council sessions --output csv")

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListSessions { ListSessions() }
}

struct ShowSessionCommand: OfficerCommand {
    static let asks = Deed.reading(.council)
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "One session: its list, who has voted, and once it is closed what was counted.",
        discussion: "Example: thidua council session 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @Argument(help: "Id of the session, from `thidua council sessions`.")
    var session: CouncilSession.ID

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let showing = ShowSession(session)
        let entry = try place.entry()
        let answer = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        CouncilOutput.print(answer, as: place.officer.output)
    }
}

struct OpenSessionCommand: CouncilKeeperCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Opens a session with who is in the room and what it votes on.",
        discussion: """
            Example: thidua council open --date 2023-07-10 --at 'Phòng họp số 1' --present 01890a5d-ac96-774b-bcce-b302099a8057 \
            --dossier 01890a5d-ac96-774b-bcce-b302099a8058
            Who else is a member that day is away. Without --dossier all dossiers that wait are on the list, without --present all members are in the room.
            """)

    @Option(help: "Day of the session.")
    var date: CivilDate

    @Option(help: "Where it meets.")
    var at: String

    @Option(help: "Id of a person in the room; once for each.")
    var present: [Person.ID] = []

    @Option(help: "Id of a dossier, in the order of the list; once for each.")
    var dossier: [AwardDossier.ID] = []

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (date, at, present, dossiers) = (date, at, present, dossier)
        try await printSession { (tx: borrowing TenantTransaction) in
            let council = try await ShowCouncil().perform(in: tx)
            let seated = council.terms.filter { $0.member.validity.contains(date) }.map(\.member.person)
            let opening = OpenSession(
                heldOn: date, place: at, present: present.isEmpty ? seated : present,
                dossiers: dossiers.isEmpty ? council.waiting.map(\.id) : dossiers)
            return try await opening.perform(in: tx, ids: .system)
        }
    }
}

struct CloseSessionCommand: CouncilKeeperCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Counts, seals and closes a session; nothing of it changes afterwards.",
        discussion: """
            Example: thidua council close 01890a5d-ac96-774b-bcce-b302099a8057 --paper 01890a5d-ac96-774b-bcce-b302099a8058=7/1
            --paper says what was counted by hand, ballots or raised hands, of who has no vote of his own on record: yes/no, or yes/no/written, how many
            of these ballots absent members sent. A secret vote is counted one way, on screens or on paper.
            """)

    @Argument(help: "Id of the session.")
    var session: CouncilSession.ID

    @Option(help: "What who chaired said openly of a secret vote: <dossier>=yes, no or blank; once for each.")
    var declared: [NamedChoice<AwardDossier>] = []

    @Option(help: "Counted by hand: <dossier>=yes/no; once for each.")
    var paper: [CountedPaper] = []

    @Flag(help: "Closes although members have not voted: they count as of no opinion. On what nobody voted nothing is decided.")
    var incomplete = false

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let closing = CloseSession(
            session, declared: declared.map { ($0.id, $0.choice) }, papers: paper.map { ($0.dossier, $0.count) },
            isIncomplete: incomplete)
        try await printSession { (tx: borrowing TenantTransaction) in
            try await closing.perform(in: tx)
            return closing.session
        }
    }
}

struct CorrectSessionCommand: CouncilKeeperCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Puts an open session right: its day, its place, who is in the room.",
        discussion: """
            Example: thidua council correct 01890a5d-ac96-774b-bcce-b302099a8057 --at 'Phòng họp số 2' --absent 01890a5d-ac96-774b-bcce-b302099a8058
            What is not named stays; who has voted stays where he was.
            """)

    @Argument(help: "Id of the session.")
    var session: CouncilSession.ID

    @Option(help: "Day of the session.")
    var date: CivilDate?

    @Option(help: "Where it meets.")
    var at: String?

    @Option(help: "Id of a member who is in the room; once for each.")
    var present: [Person.ID] = []

    @Option(help: "Id of a member who is away; once for each.")
    var absent: [Person.ID] = []

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (session, date, at, present, absent) = (session, date, at, present, absent)
        try await printSession { (tx: borrowing TenantTransaction) in
            let record = try await ShowSession(session).perform(in: tx).record
            let there = record.attendees.filter(\.isPresent).map(\.person).filter { !present.contains($0) && !absent.contains($0) }
            let correcting = CorrectSession(
                session, heldOn: date ?? record.session.heldOn, place: at ?? record.session.place, present: there + present)
            try await correcting.perform(in: tx)
            return session
        }
    }
}

struct CancelSessionCommand: CouncilKeeperCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancels an open session that was opened by mistake; its list waits for another.",
        discussion: "Example: thidua council cancel 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Mở nhầm ngày họp'")

    @Argument(help: "Id of the session.")
    var session: CouncilSession.ID

    @Option(help: "Why; it stays with the session.")
    var reason: String

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let cancelling = CancelSession(session, for: reason)
        try await printSession { (tx: borrowing TenantTransaction) in
            try await cancelling.perform(in: tx)
            return cancelling.session
        }
    }
}

struct RecordOutcomesCommand: CouncilKeeperCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcomes", abstract: "Takes the step of each dossier that a closed session decided.",
        discussion: """
            Example: thidua council outcomes 01890a5d-ac96-774b-bcce-b302099a8057
            Passed goes on, not passed is refused with the count as its reason; what had no quorum waits for another session.
            """)

    @Argument(help: "Id of the session.")
    var session: CouncilSession.ID

    @Option(help: "Id of a dossier of its list; all that wait when absent.")
    var dossier: [AwardDossier.ID] = []

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let recording = RecordOutcomes(session, dossiers: dossier.isEmpty ? nil : dossier)
        try await printSession { (tx: borrowing TenantTransaction) in
            try await recording.perform(in: tx, ids: .system)
            return recording.session
        }
    }
}

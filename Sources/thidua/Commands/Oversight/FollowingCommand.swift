public import ArgumentParser
import Documents
public import Domain
import Operations

struct FollowingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "following", abstract: "Which member of a council follows which unit, and what he noted (theo dõi, đôn đốc).",
        discussion: "Example: thidua following list --province",
        subcommands: [
            ListFollowingsCommand.self, ListFollowNotesCommand.self, AssignFollowingCommand.self, EndFollowingCommand.self,
            RecordFollowNoteCommand.self,
        ])

    /// Does it where the council is, and prints the assignment as it stands afterwards.
    static func print(
        _ place: LedgerOptions, _ act: (borrowing TenantTransaction) async throws -> Following.ID
    ) async throws {
        let entry = try place.entry()
        let following = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowFollowing(try await act(tx)).perform(in: tx)
        }
        CommandOutput.print(
            columns: FollowingJSON.columns, cells: [FollowingJSON.row(following)], json: FollowingJSON.value(following),
            as: place.officer.output)
    }
}

struct ListFollowingsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "followings"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Who follows what, with the number of notes, the latest assigned first.",
        discussion: "Example: thidua following list --output csv")

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListFollowings { ListFollowings() }
}

struct ListFollowNotesCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "follow-notes"
    static let configuration = CommandConfiguration(
        commandName: "notes", abstract: "What members noted, the latest first.", discussion: "Example: thidua following notes --output csv")

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListFollowNotes { ListFollowNotes() }
}

extension FollowNote.Kind: ExpressibleByArgument {}

struct AssignFollowingCommand: OfficerCommand {
    static let asks = Deed.action(.keepCouncil)
    static let orAsks = [Deed.action(.appraiseAward)]
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Assigns a member of the council units to follow: with --province of the first tier, else sub-units.",
        discussion: """
            Example: thidua following assign 01890a5d-ac96-774b-bcce-b302099a8057 --unit district_964 --unit dept_snv \
            --campaign KH-77-2023 --from 2023-04-10 --number 5/QĐ-HĐTĐKT --province
            Example: thidua following assign 01890a5d-ac96-774b-bcce-b302099a8057 --unit 31999 --campaign KH-77-2023 --from 2023-04-10
            """)

    @Argument(help: "Id of the person, from `thidua council show`.")
    var person: Person.ID

    @Option(help: "With --province a unit as its pages name it, else code of a sub-unit; once for each.")
    var unit: [String]

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "First day.")
    var from: CivilDate

    @Option(help: "Last day; not set yet when absent.")
    var through: CivilDate?

    @Option(help: "Number and symbol of the paper that assigns him.")
    var number = ""

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (assigned, entry) = (self, try place.entry())
        let kept = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            var kept: [Following] = []
            for unit in try await assigned.units(in: tx) {
                let id = try await AssignFollowing(
                    person: assigned.person, followed: unit, campaign: assigned.campaign, from: assigned.from,
                    through: assigned.through, documentNumber: assigned.number
                ).perform(in: tx, ids: .system)
                kept.append(try await ShowFollowing(id).perform(in: tx))
            }
            return kept
        }
        CommandOutput.print(
            columns: FollowingJSON.columns, cells: kept.map { FollowingJSON.row($0) }, json: .array(kept.map { FollowingJSON.value($0) }),
            as: place.officer.output)
    }

    private func units(in tx: borrowing TenantTransaction) async throws -> [SubUnit.ID] {
        if place.province {
            return try await NamedUnits.find(unit, "--unit", in: tx).map { SubUnit.ID($0.uuid) }
        }
        let known = Dictionary(try await ListSubUnits(limit: 500).perform(in: tx).units.map { ($0.code, $0.id) }) { first, _ in first }
        return try unit.map { code in
            guard let id = known[code] else { throw Problem.invalid("--unit", "không có phòng, ban, xã, phường, thị trấn mã \(code)") }
            return id
        }
    }
}

struct EndFollowingCommand: OfficerCommand {
    static let asks = Deed.action(.keepCouncil)
    static let orAsks = [Deed.action(.appraiseAward)]
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Ends what a member was assigned, with a day.",
        discussion: "Example: thidua following end 01890a5d-ac96-774b-bcce-b302099a8057 --on 2023-06-30 --province")

    @Argument(help: "Id of the assignment, from `thidua following list`.")
    var following: Following.ID

    @Option(help: "Its last day.")
    var on: CivilDate

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = EndFollowing(following, on: on)
        try await FollowingCommand.print(place) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
    }
}

struct RecordFollowNoteCommand: OfficerCommand {
    static let asks = Deed.action(.decideMotto)
    static let orAsks = [Deed.action(.answerReview), Deed.action(.decideAward)]
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "The member himself records what he guided, urged or found.",
        discussion: """
            Example: thidua following note 01890a5d-ac96-774b-bcce-b302099a8057 urging --words 'Đề nghị sớm hoàn thành' --on 2023-06-19 --province
            """)

    @Argument(help: "Id of the assignment, from `thidua following list`.")
    var following: Following.ID

    @Argument(help: "guidance, urging or finding.")
    var kind: FollowNote.Kind

    @Option(help: "In words.")
    var words: String

    @Option(help: "The day on which it happened.")
    var on: CivilDate

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = RecordFollowNote(following, kind, words: words, on: on)
        try await FollowingCommand.print(place) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

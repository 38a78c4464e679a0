import ArgumentParser
import Documents
import Domain
import Operations

struct CriticismCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "criticism", abstract: "Criticism and reminders that the Chairman signs (phê bình, nhắc nhở).",
        discussion: "Example: thidua criticism list --province",
        subcommands: [
            ListCriticismsCommand.self, ShowCriticismCommand.self, ProposeCriticismCommand.self, ExplainCriticismCommand.self,
            ExplainOwnCriticismCommand.self, PutCriticismCommand.self, SignCriticismCommand.self, DeclineCriticismCommand.self,
            CriticismLetterCommand.self,
        ])

    /// Prints one as it stands.
    static func print(_ detail: CriticismDetail, as format: OutputFormat) {
        CommandOutput.print(
            columns: CriticismJSON.columns, cells: [CriticismJSON.row(detail.criticism)], json: CriticismJSON.detail(detail), as: format)
        CommandOutput.warn(detail.warnings, as: format)
        guard format == .table else { return }
        for fact in detail.facts { Swift.print("- \(fact.vietnamese(asOf: detail.criticism.proposedOn))") }
        for act in detail.acts {
            let said = [act.documentNumber, act.words].filter { !$0.isEmpty }.joined(separator: ": ")
            let step = act.step.vietnamese(detail.criticism.kind)
            Swift.print("\(act.recordedOn.vietnamese) \(step)\(said.isEmpty ? "" : " (\(said))")")
        }
    }

    /// Does it, and prints it as it stands afterwards.
    static func print(
        _ officer: OfficerOptions, _ entry: Entry, _ act: (borrowing TenantTransaction) async throws -> KeptCriticism.ID
    ) async throws {
        let detail = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowCriticism(try await act(tx)).perform(in: tx)
        }
        print(detail, as: officer.output)
    }
}

/// Which one.
struct NamedCriticism: ParsableArguments {
    @Argument(help: "Id of the criticism, from `thidua criticism list`.")
    var criticism: KeptCriticism.ID
}

struct ListCriticismsCommand: ListingCommand {
    static let asks = Deed.reading(.criticism)
    static let noun = "criticisms"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Those in sight, the latest proposed first.",
        discussion: "Example: thidua criticism list --output csv")

    @Option(help: "Id of a person: only what was signed of him, by whatever record of his.")
    var person: Person.ID?

    @Flag(help: "Only what was signed.")
    var signed = false

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListCriticisms {
        ListCriticisms(person: person, isSigned: signed)
    }
}

struct ShowCriticismCommand: OfficerCommand {
    static let asks = Deed.reading(.criticism)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One of them with its facts and every step.",
        discussion: "Example: thidua criticism show 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @OptionGroup var named: NamedCriticism
    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (entry, showing) = (try place.entry(), ShowCriticism(named.criticism))
        let detail = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        CriticismCommand.print(detail, as: place.officer.output)
    }
}

struct ProposeCriticismCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Home Affairs proposes one from late items; the one concerned may explain from now on.",
        discussion: """
            Example: thidua criticism propose --kind criticism --campaign KH-77-2023 --unit 01890a5d-ac96-774b-bcce-b302099a8057 \
            --item 01890a5d-ac96-774b-bcce-b302099a8058 --words 'Hoàn thành trước ngày 10/7/2023'
            """)

    @Option(help: "criticism or reminder.")
    var kind: KeptCriticism.Kind

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "Id of the collective, from `thidua unit list`.")
    var unit: SubUnit.ID?

    @Option(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID?

    @Option(help: "Id of a late item; may be given several times.")
    var item: [WorkItem.ID] = []

    @Option(help: "What is asked of the one concerned.")
    var words: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ProposeCriticism(kind: kind, campaign: campaign, unit: unit, person: person, items: item, words: words)
        try await CriticismCommand.print(officer, try officer.provinceEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct ExplainCriticismCommand: OfficerCommand {
    static let asks = Deed.action(.answerReview)
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "The unit explains itself, or records what its sub-unit or person signed.",
        discussion: "Example: thidua criticism explain 01890a5d-ac96-774b-bcce-b302099a8057 --words 'Chờ hướng dẫn của Bộ' --number 9/BC")

    @OptionGroup var named: NamedCriticism

    @Option(help: "The explanation.")
    var words: String

    @Option(help: "Number and symbol of the paper, where there is one.")
    var number = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ExplainCriticism(named.criticism, words: words, documentNumber: number)
        try await CriticismCommand.print(officer, try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct ExplainOwnCriticismCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "explain-own", abstract: "You explain what falls on you, or on the collective that you head.",
        discussion: "Example: thidua criticism explain-own 01890a5d-ac96-774b-bcce-b302099a8057 --words 'Chờ hướng dẫn của Sở'")

    @OptionGroup var named: NamedCriticism

    @Option(help: "The explanation.")
    var words: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ExplainCriticism(named.criticism, words: words)
        try await CriticismCommand.print(officer, try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct PutCriticismCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "put", abstract: "Home Affairs puts it to the Chairman, after the explanation or its last day.",
        discussion: "Example: thidua criticism put 01890a5d-ac96-774b-bcce-b302099a8057 --number 15/TTr-SNV")

    @OptionGroup var named: NamedCriticism

    @Option(help: "Number and symbol of the paper, where there is one.")
    var number = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = PutCriticism(named.criticism, documentNumber: number)
        try await CriticismCommand.print(officer, try officer.provinceEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct SignCriticismCommand: OfficerCommand {
    static let asks = Deed.action(.decideAward)
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "The Chairman signs the paper, under the clerk's number.",
        discussion: "Example: thidua criticism sign 01890a5d-ac96-774b-bcce-b302099a8057 --number 99/UBND-TH --date 2023-07-10")

    @OptionGroup var named: NamedCriticism

    @Option(help: "Number and symbol of the paper.")
    var number: String

    @Option(help: "Date of the paper.")
    var date: CivilDate

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = SignCriticism(named.criticism, documentNumber: number, documentOn: date)
        try await CriticismCommand.print(officer, try officer.provinceEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct DeclineCriticismCommand: OfficerCommand {
    static let asks = Deed.action(.decideAward)
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "The Chairman does not sign, and says why.",
        discussion: "Example: thidua criticism decline 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Giải trình có cơ sở'")

    @OptionGroup var named: NamedCriticism

    @Option(help: "Why not.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = DeclineCriticism(named.criticism, words: reason)
        try await CriticismCommand.print(officer, try officer.provinceEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct CriticismLetterCommand: PaperWritingCommand {
    static let asks = Deed.reading(.criticism)
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "Writes the letter, once it is put to the Chairman.",
        discussion: """
            Example: thidua criticism letter 01890a5d-ac96-774b-bcce-b302099a8057 --output-file phe-binh.docx --province
            A file that ends in .pdf is made with LibreOffice, any other is a Word document.
            """)

    @OptionGroup var named: NamedCriticism
    @OptionGroup var target: PaperTarget
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakeCriticismPaper(named.criticism).perform(in: tx)
    }
}

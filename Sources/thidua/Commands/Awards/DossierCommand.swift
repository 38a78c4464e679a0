import ArgumentParser
import Documents
import Domain
import Operations

struct DossierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier", abstract: "Dossiers of nomination: drafted by units, appraised by Home Affairs, decided by the Chairman.",
        discussion: "Example: thidua dossier list --province --party appraiser",
        subcommands: [
            ListDossiersCommand.self, ShowDossierCommand.self, DraftDossierCommand.self, AddDossierPaperCommand.self,
            SubmitDossierCommand.self, SupplementDossierCommand.self, WithdrawDossierCommand.self, ReceiveDossierCommand.self,
            AskDossierSupplementCommand.self, AppraiseDossierCommand.self, RefuseDossierCommand.self, HoldDossierCommand.self,
            ReleaseDossierCommand.self, PutDossierCommand.self, DecideDossierCommand.self,
            PresentDossierCommand.self, StepDossiersCommand.self, PassCouncilCommand.self, ChangeDossierRegimeCommand.self,
            DossierPaperCommand.self,
        ])
}

struct ListDossiersCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "dossiers"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Dossiers in sight, each with whose move it is and its clock in working days.",
        discussion: """
            Example: thidua dossier list --province --party appraiser --campaign KH-77-2023 --review interim --output csv
            The own unit when neither --tenant nor --province is named.
            """)

    @Option(help: "Where they stand: \(AwardDossier.State.allCases.map(\.rawValue).joined(separator: ", ")).")
    var state: AwardDossier.State?

    @Option(help: "Whose move it is: \(AwardParty.allCases.map(\.rawValue).joined(separator: ", ")).")
    var party: AwardParty?

    @Option(help: "Code of the campaign.")
    var campaign: String?

    @Option(help: "interim (sơ kết) or final (tổng kết).")
    var review: Campaign.Review?

    @Option(help: "By which way: \(AwardTrack.allCases.map(\.rawValue).joined(separator: ", ")).")
    var track: AwardTrack?

    @Option(help: "The unit that proposes, such as district_101.")
    var proposer: String?

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if let proposer, Tenant.Slug(proposer) == nil { throw ValidationError("--proposer: ghi mã đơn vị như district_101") }
    }

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListDossiers {
        ListDossiers(
            filter: DossierFilter(
                tenant: proposer.flatMap { Tenant.Slug($0) }, state: state, campaign: campaign, review: review, track: track, party: party))
    }
}

struct ShowDossierCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One dossier with its steps, papers, what it wants, and what you can do with it now.",
        discussion: "Example: thidua dossier show 01890a5d-ac96-774b-bcce-b302099a8057 --province")

    @OptionGroup var named: NamedDossier
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let showing = ShowDossier(dossier: named.dossier)
        let entry = try ledger.entry()
        let detail = try await ledger.officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        DossierOutput.print(detail, as: ledger.officer.output)
    }
}

struct DraftDossierCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "The unit drafts the dossier of a nominee: of itself, a sub-unit, or one of its people.",
        discussion: """
            Example: thidua dossier draft --campaign KH-77-2023 --review interim --achievement 'Hoàn thành 100% nhiệm vụ'
            Without --review it is the dossier of a deed (khen thưởng đột xuất).
            """)

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "interim (sơ kết) or final (tổng kết).")
    var review: Campaign.Review?

    @Option(help: "Id of the nominated sub-unit, or of the person's, from `thidua unit list`; the unit itself when absent.")
    var unit: SubUnit.ID?

    @Option(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID?

    @Option(help: "What the award is for.")
    var achievement: String

    @Option(help: "Id of the unit's own round, from `thidua award round list`: for its Giấy khen.")
    var round: OwnRound.ID?

    @Option(help: "Id of who gives its Giấy khen for a deed: the unit itself, a commune or a sub-unit, from `thidua unit list`.")
    var giver: SubUnit.ID?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = DraftDossier(
            campaign: campaign, review: review, unit: unit, person: person, achievement: achievement, round: round, giver: giver)
        try await officer.printDossier(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct AddDossierPaperCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "add-paper", abstract: "The unit adds a paper to a dossier that it has in its hands.",
        discussion: """
            Example: thidua dossier add-paper 01890a5d-ac96-774b-bcce-b302099a8057 --kind proposal --number 45/TTr-UBND \
            --date 2023-07-12
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "Which: \(DossierPaper.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: DossierPaper.Kind

    @Option(help: "Number and symbol of the paper.")
    var number: String

    @Option(help: "Its date.")
    var date: CivilDate

    @Flag(help: "The proposing level has confirmed it.")
    var confirmed = false

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AddDossierPaper(dossier: named.dossier, kind: kind, documentNumber: number, documentOn: date, isConfirmed: confirmed)
        try await officer.printDossier(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct ChangeDossierRegimeCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "change-regime", abstract: "Home Affairs puts it under another regime, for a reason, until it is decided.",
        discussion: """
            Example: thidua dossier change-regime 01890a5d-ac96-774b-bcce-b302099a8057 --regime nd98 \
            --reason 'Áp dụng quy định có lợi hơn theo điều khoản chuyển tiếp'
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "Code of the regime, from `thidua award rules list`.")
    var regime: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ChangeDossierRegime(dossier: named.dossier, regime: regime, reason: reason)
        try await officer.printDossier(in: try officer.provinceEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

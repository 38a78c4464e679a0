import ArgumentParser
import Documents
import Domain
import Operations

struct StepDossiersCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let orAsks = [Deed.action(.decideAward)]
    static let ownAsks = [Deed.action(.keepOwnAward), Deed.action(.giveAward)]
    static let configuration = CommandConfiguration(
        commandName: "step-many",
        abstract:
            "Receives, appraises, puts to who signs or decides on many dossiers at once, all or none; with --own of what a unit gives.",
        discussion: """
            Example: thidua dossier step-many 01890a5d-ac96-774b-bcce-b302099a8057 01890a5d-ac96-774b-bcce-b302099a8058 --step receive --dry-run
            """)

    @Argument(help: "Ids of the dossiers, from `thidua dossier list`.")
    var dossiers: [AwardDossier.ID]

    @Option(help: "receive, appraise, putToChairman or decide.")
    var step: StepDossiers.Verb

    @Option(help: "Of the decision by which late ones are received; of the paper by which they are put to the Chairman.")
    var number = ""

    @Flag(help: "Tells what would come of each, and changes nothing.")
    var dryRun = false

    @OptionGroup var date: StepDate
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let stepping = StepDossiers(step, dossiers: dossiers, happenedOn: date.day, documentNumber: number)
        let (entry, isDryRun) = (try authority.entry(of: officer), dryRun)
        let outcomes = try await officer.withEntrance { entrance in
            try await entrance.write(entry) { (tx: borrowing TenantTransaction) in
                isDryRun ? try await stepping.preview(in: tx, ids: .system) : try await stepping.perform(in: tx, ids: .system)
            }
        }
        CommandOutput.print(
            columns: SteppedDossierJSON.columns,
            rows: outcomes.map { SteppedDossierJSON.row($0.dossier, before: $0.before, after: $0.after, refusal: $0.refusal) },
            json: .array(outcomes.map { SteppedDossierJSON.value($0.dossier, before: $0.before, after: $0.after, refusal: $0.refusal) }),
            as: officer.output)
        if dryRun, officer.output == .table { print("Chạy thử: chưa có gì được ghi.") }
    }
}

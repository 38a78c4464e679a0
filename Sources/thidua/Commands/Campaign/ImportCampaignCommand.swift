import ArgumentParser
import Domain
import Operations

struct ImportCampaignCommand: OfficerCommand {
    static let asks = Deed.action(.importCampaign)
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Keeps a campaign file: a new campaign, or the next version of one (the Office).",
        discussion: """
            Example: thidua campaign import deploy/campaigns/KH-77-2023.yaml
            The same plan again changes nothing. Once launched, dates, phases, deadline and first tier stay as they are.
            """)

    @Argument(help: "The campaign file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Flag(help: "Only says what would be done.")
    var dryRun = false

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let bring = ImportCampaign(plan: try CampaignFileArgument.plan(file), dryRun: dryRun)
        let entry = try officer.provinceEntry()
        let result = try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await bring.perform(in: tx, ids: .system) }
        CommandOutput.print(
            columns: ["Phong trào", "Kết quả", "Phiên bản"],
            rows: [
                [
                    bring.plan.code, dryRun ? "chạy thử, chưa ghi: \(result.outcome.planned)" : result.outcome.vietnamese,
                    "\(result.version)",
                ]
            ],
            json: [
                "campaign": .string(bring.plan.code), "outcome": .string(result.outcome.rawValue), "version": .integer(result.version),
                "dryRun": .bool(dryRun),
            ], as: officer.output)
    }
}

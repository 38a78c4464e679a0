import ArgumentParser
import Domain
import Operations

struct ReleasePersonCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Lets a person go to another unit of the province, and prints the code with which that unit takes him on.",
        discussion: """
            Example: thidua person release 01890a5d-ac96-774b-bcce-b302099a8057 --to district_973 --document '12/QĐ-SNV' --reason 'điều động' \
            --rest-to-unit
            """)

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @Option(help: "The unit to which he goes, such as district_101.")
    var to: String

    @Option(help: "Number of the decision.")
    var document: String

    @Option(help: "Last day; today when absent.")
    var lastDay: CivilDate?

    @OptionGroup var handOver: HandOverOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let code = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let version = try await ShowPerson(person).perform(in: tx).version
            let leaving = LeavePerson(
                person, version: version, lastDay: lastDay, reason: handOver.reason, handOver: handOver.handOver)
            let releasing = ReleasePerson(leaving, to: to, documentNumber: document)
            guard handOver.dryRun else { return ReleaseCode?.some(try await releasing.perform(in: tx, ids: .system)) }
            try await releasing.preview(in: tx, ids: .system)
            return nil
        }
        ReleaseCodeOutput.print(code, nothing: "chạy thử, chưa ghi", as: officer.output)
    }
}

struct RenewReleaseCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "renew-release", abstract: "Takes back a release that nobody has used, and writes another one where a unit is named.",
        discussion: "Example: thidua person renew-release 01890a5d-ac96-774b-bcce-b302099a8057 --to district_971 --document '12/QĐ-SNV'")

    @Argument(help: "Id of the person, from `thidua person list --ended`.")
    var person: Person.ID

    @Option(help: "The unit of the new release; none is written when absent.")
    var to: String?

    @Option(help: "Number of the decision, for a new release.")
    var document: String?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let renewing = RenewRelease(of: person, to: to, documentNumber: document ?? "")
        let code = try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await renewing.perform(in: tx, ids: .system) }
        ReleaseCodeOutput.print(code, nothing: "đã thu hồi", as: officer.output)
    }
}

/// A code that is shown once.
private enum ReleaseCodeOutput {
    static func print(_ code: ReleaseCode?, nothing: String, as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Mã tiếp nhận (chỉ hiện một lần)"], rows: [[code?.text ?? nothing]], json: ["code": .string(orNull: code?.text)],
            as: format)
    }
}

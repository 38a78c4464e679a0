import ArgumentParser
import Documents
import Domain
import Foundation
import Operations

struct OwnRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "own-rules", abstract: "A unit's own rules on Giấy khen: who gives, slots, budget, criteria, its council.",
        discussion: "Example: thidua award own-rules list",
        subcommands: [TakeOwnRulesCommand.self, ConfirmOwnRulesCommand.self, ListOwnRulesCommand.self])
}

struct TakeOwnRulesCommand: OfficerCommand {
    static let asks = Deed.action(.keepOwnAward)
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Takes the rules of a folder as the unit's decision has them, all or none.",
        discussion: """
            Example: thidua award own-rules take quy-dinh/ --number 120/QĐ-UBND --date 2023-05-20 --from 2023-06-01
            The folder holds \(OwnRules.files.map { "\($0) (\(OwnRules.columns[$0] ?? ""))" }.joined(separator: "; ")). \
            What was opened, drafted and decided before stays under the rules that it had.
            """)

    @Argument(help: "The folder.", completion: .directory)
    var folder: String

    @Option(help: "Number and symbol of the decision.")
    var number: String

    @Option(help: "Its date.")
    var date: CivilDate

    @Option(help: "First day on which the rules are in force.")
    var from: CivilDate

    @Option(help: "Last day; until others begin when absent.")
    var through: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = TakeOwnRules(
            documentNumber: number, documentOn: date, validFrom: from, validTo: through, files: try Self.read(URL(filePath: folder)))
        let entry = try officer.tenantEntry()
        let rules = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return try await ListOwnRules().perform(in: tx)
        }
        OwnAwardOutput.print(rules, as: officer.output)
    }

    private static func read(_ folder: URL) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in OwnRules.files {
            do {
                files[name] = Array(try Data(contentsOf: folder.appending(path: name)))
            } catch {
                throw Problem(
                    .invalid, "no-such-file",
                    "Không đọc được tệp \(name) trong thư mục quy định. Thư mục phải có: \(OwnRules.files.joined(separator: ", ")).")
            }
        }
        return files
    }
}

struct ConfirmOwnRulesCommand: OfficerCommand {
    static let asks = Deed.action(.giveAward)
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "The unit's head confirms rules by a paper; before that they serve nothing.",
        discussion: "Example: thidua award own-rules confirm 01890a5d-ac96-774b-bcce-b302099a8057 --number 45/TB-UBND")

    @Argument(help: "The rules.")
    var rules: OwnRules.ID

    @Option(help: "Number of the paper on which he confirms.")
    var number: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ConfirmOwnRules(rules, documentNumber: number)
        let entry = try officer.tenantEntry()
        let rules = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return try await ListOwnRules().perform(in: tx)
        }
        OwnAwardOutput.print(rules, as: officer.output)
    }
}

struct ListOwnRulesCommand: OfficerCommand {
    static let asks = Deed.reading(.ownAward)
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The unit's own rules, those that began last first.",
        discussion: "Example: thidua award own-rules list --output json")

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let rules = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await ListOwnRules().perform(in: tx) }
        OwnAwardOutput.print(rules, as: officer.output)
    }
}

/// Rules and rounds of own authority as the commands print them.
enum OwnAwardOutput {
    static func print(_ rules: [KeptOwnRules], as format: OutputFormat) {
        CommandOutput.print(
            columns: OwnAwardTables.rulesColumns, rows: rules.map(OwnAwardTables.row), json: .array(rules.map(OwnAwardJSON.rules)),
            as: format)
    }

    static func print(_ rounds: [OwnRound], on day: CivilDate, as format: OutputFormat) {
        CommandOutput.print(
            columns: OwnAwardTables.roundColumns, cells: rounds.map { OwnAwardTables.row($0, on: day) },
            json: .array(rounds.map { OwnAwardJSON.round($0, on: day) }), as: format)
    }
}

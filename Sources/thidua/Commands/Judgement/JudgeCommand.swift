import ArgumentParser
import Documents
import Domain
import Foundation
import Operations

/// Judges a ledger file without any database, or a campaign as an officer may see it: by one function, with one answer.
struct JudgeCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let orAsks = [Deed.action(.tryParameters)]
    var deeds: [Deed] { whatIf.isEmpty ? [Self.asks] : Self.orAsks }
    static let configuration = CommandConfiguration(
        commandName: "judge", abstract: "Judges a review: a ledger file without a database, or a campaign in the database.",
        discussion: """
            Example: thidua judge --ledger ledger.json --output json
            Example: thidua judge --campaign KH-77-2023 --review interim --as-of 2023-06-30 --frozen --unit SXD --explain
            Example: thidua judge --campaign KH-77-2023 --review interim --what-if minimumEarlyWorkingDays=3
            Exits with 0 whatever the verdicts are, with 1 when a file is refused: each fault on standard error as $.path: reason.
            """)

    @Option(help: ArgumentHelp("Ledger file to judge; needs no database.", valueName: "file"), completion: .file(extensions: ["json"]))
    var ledger: String?

    @OptionGroup var reviewed: ReviewOptions

    @Flag(help: "Says why: rule, item, date and paper, and what is still to be done.")
    var explain = false

    @Option(
        name: .customLong("what-if"),
        help: ArgumentHelp("A parameter with another value: who gains, who loses. May be repeated.", valueName: "name=value"))
    var whatIf: [String] = []

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        for text in whatIf where JudgementParameters.Change(text) == nil {
            throw ValidationError("--what-if: “\(text)” không hợp lệ; ghi dạng tên=giá trị, ví dụ minimumEarlyWorkingDays=3")
        }
        if explain, !whatIf.isEmpty { throw ValidationError("chỉ dùng một trong hai: --explain hoặc --what-if") }
        if ledger == nil {
            try reviewed.requireCampaign(otherwise: "--ledger")
        } else if !reviewed.isEmpty || officer.tenant != nil || officer.tokenFile != nil || officer.database != nil {
            throw ValidationError("--ledger: tệp đã ghi đủ nội dung xét; bỏ các tùy chọn khác ngoài --output, --explain và --what-if")
        }
    }

    func run() async throws {
        if let ledger {
            try judge(try Self.read(ledger))
        } else {
            try await judgeCampaign(try reviewed.gathering())
        }
    }

    // MARK: - A file

    /// Larger files are refused: an answer that has to be waited for is better asked for unit by unit.
    private static let largest = 1 << 30

    private static func read(_ file: String) throws -> LedgerFile {
        let bytes = try InputFile.read(file, atMost: largest)
        do throws(JSONFaults) {
            return try LedgerFile(reading: bytes)
        } catch {
            FileHandle.standardError.write(Data((error.description + "\n").utf8))
            throw ExitCode(1)
        }
    }

    private func judge(_ file: LedgerFile) throws {
        if !changes.isEmpty {
            JudgementOutput.print(
                ParameterComparison(file, changed: try CompareParameters.changed(file.parameters, by: changes)), as: officer.output)
        } else if explain {
            JudgementOutput.print(file.units.map { UnitExplanation($0, in: file) }, in: file, as: officer.output)
        } else {
            let verdicts = Judgement.judge(file)
            switch officer.output {
            case .json: JudgementOutput.print(verdicts, json: verdicts.units.map { JudgementOutput.json($0) })
            case .table, .csv:
                let rows = verdicts.units.map { JudgementTables.row(CheckedVerdict($0, checks: CheckPoint.list(of: $0, in: file))) }
                JudgementOutput.print(verdicts, rows, as: officer.output)
            }
        }
    }

    // MARK: - The database

    private func judgeCampaign(_ gathering: GatherLedger) async throws {
        if !changes.isEmpty {
            let comparing = CompareParameters(gathering, changes: changes)
            let comparison = try await officer.seat.readWidest { (tx: borrowing TenantTransaction) in try await comparing.perform(in: tx) }
            JudgementOutput.print(comparison, as: officer.output)
        } else if explain {
            let explaining = ExplainVerdicts(gathering)
            let answer = try await officer.seat.readWidest { (tx: borrowing TenantTransaction) in try await explaining.perform(in: tx) }
            JudgementOutput.print(
                answer.explanations, in: answer.ledger, frozen: answer.frozen, settledOn: answer.settledOn, as: officer.output)
        } else {
            let judging = JudgeCampaign(gathering)
            switch officer.output {
            case .json:
                let (verdicts, units) = try await officer.seat.readWidest { (tx: borrowing TenantTransaction) in
                    try await judging.perform(in: tx) { JudgementOutput.json($0) }
                }
                JudgementOutput.print(verdicts, json: units)
            case .table, .csv:
                let (verdicts, rows) = try await officer.seat.readWidest { (tx: borrowing TenantTransaction) in
                    try await judging.checked(in: tx) { JudgementTables.row($0) }
                }
                JudgementOutput.print(verdicts, rows, as: officer.output)
            }
        }
    }

    private var changes: [JudgementParameters.Change] { whatIf.compactMap { JudgementParameters.Change($0) } }
}

import ArgumentParser
import Domain
import Foundation
import Operations

/// Reads a campaign file and says where it is wrong. Needs no database and nobody signed in.
struct ValidateCampaignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Checks a campaign file; each fault with its line and field.",
        discussion: """
            Example: thidua campaign validate deploy/campaigns/KH-77-2023.yaml
            Prints file:line: field: reason, one fault a line; exits with 1 when there are any.
            """)

    @Argument(help: "The campaign file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(help: "How the answer is printed.")
    var output: OutputFormat = .table

    func run() async throws {
        let bytes = try InputFile.read(file)
        do throws(CampaignFile.Rejection) {
            let plan = try CampaignFile.read(bytes)
            try report(plan)
        } catch {
            try report(error.faults)
            throw ExitCode(1)
        }
    }

    private func report(_ plan: Campaign) throws(CampaignFile.Rejection) {
        switch output {
        case .table: print("\(file): hợp lệ (\(plan.code), \(plan.paper.type) \(plan.paper.reference) ngày \(plan.paper.date.vietnamese))")
        case .json: print(JSONValue.array([]).text(.indented))
        case .csv: print("line,column,field,reason")
        }
    }

    private func report(_ faults: [CampaignFile.Fault]) throws {
        switch output {
        case .table:
            for fault in faults {
                print("\(file):\(fault.position.line): \(fault.path.isEmpty ? "" : "\(fault.path): ")\(fault.message)")
            }
        case .json, .csv:
            CommandOutput.print(
                columns: ["line", "column", "field", "reason"],
                rows: faults.map { ["\($0.position.line)", "\($0.position.column)", $0.path, $0.message] },
                json: .array(
                    faults.map {
                        [
                            "line": .integer($0.position.line), "column": .integer($0.position.column), "field": .string($0.path),
                            "reason": .string($0.message),
                        ]
                    }), as: output)
        }
    }
}

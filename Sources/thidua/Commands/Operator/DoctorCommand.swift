import ArgumentParser
import Domain
import Operations

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Compares the installation with its files and every unit with the pattern; names each difference.",
        discussion: """
            Example: thidua doctor --output json
            Looks at migrations and routines, at what sql/bootstrap.sql arranged, at row level security and routines of the catalogue, and at the
            columns, constraints, indexes, triggers, policies, grants, functions and role of every unit, and at posts of the whole unit that are
            held in a part of it where they are not given. Changes nothing. Exits with 1 when something differs.
            """)

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        let findings = try await options.desk().examine()
        if findings.isEmpty, options.output == .table {
            print("Không có gì sai khác.")
        } else {
            CommandOutput.print(
                columns: ["Nơi", "Sai khác"], rows: findings.map { [$0.subject, $0.detail] },
                json: .array(findings.map { ["subject": .string($0.subject), "detail": .string($0.detail)] }), as: options.output)
        }
        if !findings.isEmpty { throw ExitCode(1) }
    }
}

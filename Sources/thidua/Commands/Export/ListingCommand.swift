import ArgumentParser
import Documents
import Domain
import Operations

/// A command that shows a list. It says which list and where; how it is printed, and taken away as a file by `thidua report`, follows.
protocol ListingCommand: OfficerCommand {
    associatedtype Listed: Listing

    /// What `thidua report` calls the list.
    static var noun: String { get }
    /// What an example of it needs beside: `--campaign KH-77-2023`.
    static var example: String { get }
    var options: OfficerOptions { get }

    func entry() async throws -> Entry
    func listing(in tx: borrowing TenantTransaction) async throws -> Listed
}

extension ListingCommand {
    static var example: String { "" }

    func entry() throws -> Entry { try options.tenantEntry() }

    func run() async throws { try await printList() }

    func printList() async throws {
        let there = try await entry()
        let (sheet, rows) = try await options.read(there) { (tx: borrowing TenantTransaction) in
            let list = try await listing(in: tx)
            return (list.sheet, try await list.allRows(in: tx))
        }
        CommandOutput.print(rows, of: sheet, as: options.output)
    }
}

/// `thidua report NOUN`: the list of another command, printed, or with --output-file as xlsx, csv or json, which the audit records.
struct ReportListCommand<List: ListingCommand>: OfficerCommand {
    static var asks: Deed { List.asks }
    static var orAsks: [Deed] { List.orAsks }
    var deeds: [Deed] { list.deeds }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: List.noun, abstract: "\(List.configuration.abstract) As xlsx, csv or json.",
            // What is found by itself names the command of the list in between, which this one takes in.
            usage: "thidua report \(List.noun) \(List.example.isEmpty ? "" : "\(List.example) ")[--output-file <output-file>] [<options>]",
            discussion: """
                Example: thidua report \(List.noun)\(List.example.isEmpty ? "" : " \(List.example)") --output-file \(List.noun).xlsx
                Takes what the list takes, and writes exactly the rows that it shows. What the file is follows from its name.
                """)
    }

    @Option(
        help: "Where it is written, .xlsx, .csv or .json; an existing file is replaced. Printed when absent.",
        completion: .file(extensions: ["xlsx", "csv", "json"]))
    var outputFile: String?

    @OptionGroup var list: List

    func validate() throws {
        if let outputFile, ListFileFormat(named: outputFile) == nil {
            throw ValidationError("--output-file: tên tệp phải có đuôi .xlsx, .csv hoặc .json")
        }
    }

    func run() async throws {
        guard let outputFile, let format = ListFileFormat(named: outputFile) else { return try await list.printList() }
        let (list, entry) = (list, try await list.entry())
        let file = try await list.options.withEntrance { entrance in
            try await entrance.export(as: format, filter: CommandRun.filterWords, in: entry) { (tx: borrowing TenantTransaction) in
                try await list.listing(in: tx)
            }
        }
        try OutputFile.write(file.content, to: outputFile, named: "--output-file")
        CommandOutput.say("Đã ghi \(outputFile), \(VietnameseNumber.text(file.rowCount)) dòng.")
    }
}

extension ListFileFormat {
    /// What a file of that name is.
    init?(named file: String) {
        guard let found = Self.allCases.first(where: { file.lowercased().hasSuffix(".\($0.rawValue)") }) else { return nil }
        self = found
    }
}

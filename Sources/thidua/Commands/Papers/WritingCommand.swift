import Domain
import Operations

/// A command that writes a paper to a file. It says which paper and where it is made; how it is written follows.
protocol PaperWritingCommand: OfficerCommand {
    var target: PaperTarget { get }
    var options: OfficerOptions { get }

    func entry() throws -> Entry
    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper
}

extension PaperWritingCommand {
    func run() async throws {
        let there = try entry()
        let paper = try await options.read(there) { (tx: borrowing TenantTransaction) in try await made(in: tx) }
        try await target.write(paper)
    }
}

/// The same of a workbook or an archive, which is written under the name that its argument `file` says.
protocol FileWritingCommand: OfficerCommand {
    var file: String { get }
    var options: OfficerOptions { get }

    func entry() throws -> Entry
    func content(in tx: borrowing TenantTransaction) async throws -> [UInt8]
}

extension FileWritingCommand {
    func run() async throws {
        let there = try entry()
        let bytes = try await options.read(there) { (tx: borrowing TenantTransaction) in try await content(in: tx) }
        try OutputFile.write(bytes, to: file, named: "<file>")
        print("Đã ghi \(file).")
    }
}

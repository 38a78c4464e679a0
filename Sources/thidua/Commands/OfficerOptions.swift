import ArgumentParser
import Domain
import Operations

/// What every command of an officer takes: his seat, and how the answer is printed.
struct OfficerOptions: ParsableArguments {
    @OptionGroup var seat: OfficerSeat

    @Option(help: "How the answer is printed.")
    var output: OutputFormat = .table

    var database: String? { seat.database }
    var tokenFile: String? { seat.tokenFile }
    var tenant: String? { seat.tenant }

    /// In the tenant named, else in one's own.
    func tenantEntry() throws -> Entry { try seat.tenantEntry() }

    /// In the whole province.
    func provinceEntry() throws -> Entry { try seat.provinceEntry() }

    /// Opens the doors for the time of the command.
    func withEntrance<R: Sendable>(_ body: (Entrance) async throws -> R) async throws -> R { try await seat.withEntrance(body) }

    /// Several statements of one moment.
    func read<R: Sendable>(_ entry: Entry, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        try await seat.read(entry, body)
    }

    /// A change, committed when the body returns. The body may run twice.
    func write<R: Sendable>(_ entry: Entry, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        try await seat.write(entry, body)
    }
}

/// How an answer is printed: a table for people, JSON and CSV for programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}

import ArgumentParser
import Domain
import Foundation
import Logging
import Operations

/// Where the database is, who acts, and where. It goes through the same door as HTTP, with the same token.
struct OfficerSeat: ParsableArguments {
    @Option(help: ArgumentHelp("Database address without user and password; DATABASE_URL when absent.", valueName: "url"))
    var database: String?

    @Option(help: ArgumentHelp("File that holds the token of `thidua sign-in`; THIDUA_TOKEN goes first.", valueName: "file"))
    var tokenFile: String?

    @Option(help: ArgumentHelp("Unit to work in, such as district_101; your own when absent.", valueName: "unit"))
    var tenant: String?

    /// In the tenant named, else in one's own.
    func tenantEntry() throws -> Entry {
        guard let tenant else { return try entry(to: .home) }
        guard let slug = Tenant.Slug(tenant) else { throw Problem.notFound }
        return try entry(to: .tenant(slug))
    }

    /// In the whole province.
    func provinceEntry() throws -> Entry { try entry(to: .province) }

    private func entry(to place: Entry.Place) throws -> Entry {
        Entry(
            token: try CommandEnvironment.token(file: tokenFile), place: place, request: Self.request, deed: CommandRun.deeds.first,
            orDeeds: Array(CommandRun.deeds.dropFirst()))
    }

    /// One run of the command is one request to the audit.
    private static let request = "command-" + UUID().uuidString.lowercased()

    /// Opens the doors for the time of the command, where they do not stand open.
    func withEntrance<R: Sendable>(_ body: (Entrance) async throws -> R) async throws -> R {
        if let entrance = CommandRun.entrance { return try await body(entrance) }
        let database = try CommandEnvironment.database(database)
        try await CheckDatabase(database: database, logger: CommandEnvironment.logger).perform()
        let entrance = try Entrance(database: database, connections: 2, patience: .seconds(60), logger: CommandEnvironment.logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await entrance.run() }
            defer { group.cancelAll() }
            let answer = try await body(entrance)
            await entrance.noteUses()
            return answer
        }
    }

    /// Several statements of one moment.
    func read<R: Sendable>(_ entry: Entry, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        try await withEntrance { entrance in try await entrance.read(entry, body) }
    }

    /// A change, committed when the body returns. The body may run twice.
    func write<R: Sendable>(_ entry: Entry, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        try await withEntrance { entrance in try await entrance.write(entry, body) }
    }
}

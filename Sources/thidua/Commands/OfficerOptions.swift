import ArgumentParser
import Domain
import Foundation
import Logging
import Operations

/// What every command of an officer takes: where the database is, who acts, where, and how the answer is printed. It goes through the same
/// door as HTTP, with the same token.
struct OfficerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Database address without user and password; DATABASE_URL when absent.", valueName: "url"))
    var database: String?

    @Option(help: ArgumentHelp("File that holds the token of `thidua sign-in`; THIDUA_TOKEN goes first.", valueName: "file"))
    var tokenFile: String?

    @Option(help: ArgumentHelp("Unit to work in, such as district_101; your own when absent.", valueName: "unit"))
    var tenant: String?

    @Option(help: "How the answer is printed.")
    var output: OutputFormat = .table

    /// In the tenant named, else in one's own.
    func tenantEntry() throws -> Entry {
        let token = try CommandEnvironment.token(file: tokenFile)
        guard let tenant else { return Entry(token: token, place: .home, request: Self.request, patience: .seconds(60)) }
        guard let slug = Tenant.Slug(tenant) else { throw Problem.notFound }
        return Entry(token: token, place: .tenant(slug), request: Self.request, patience: .seconds(60))
    }

    /// In the whole province.
    func provinceEntry() throws -> Entry {
        Entry(token: try CommandEnvironment.token(file: tokenFile), place: .province, request: Self.request, patience: .seconds(60))
    }

    /// One run of the command is one request to the audit.
    private static let request = "command-" + UUID().uuidString.lowercased()

    /// Opens the doors for the time of the command.
    func withEntrance<R: Sendable>(_ body: (Entrance) async throws -> R) async throws -> R {
        let database = try CommandEnvironment.database(database)
        try await CheckDatabase(database: database, logger: CommandEnvironment.logger).perform()
        let entrance = try Entrance(database: database, connections: 2, logger: CommandEnvironment.logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await entrance.run() }
            defer { group.cancelAll() }
            let answer = try await body(entrance)
            await entrance.noteUses()
            return answer
        }
    }
}

/// How an answer is printed: a table for people, JSON and CSV for programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}

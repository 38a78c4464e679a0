import ArgumentParser
import Domain
import Logging
import Operations
import Server
import Web

/// The service itself.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves pages and API until it is told to stop.",
        discussion:
            """
            Example: thidua serve --port 8080
            It refuses to start on a schema that is behind its files, and never migrates by itself.
            THIDUA_OIDC_ISSUER, THIDUA_OIDC_CLIENT_ID, THIDUA_OIDC_CLIENT_SECRET, THIDUA_OIDC_NAME and THIDUA_PUBLIC_URL let people sign in by
            an OpenID provider as well; its answers go to THIDUA_PUBLIC_URL/sign-in/openid/answer.
            """)

    @Option(help: ArgumentHelp("Database address without user and password; DATABASE_URL when absent.", valueName: "url"))
    var database: String?

    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on.")
    var port = 8080

    @Option(help: "Connections for requests; what is short keeps no more of them busy than two a processor.")
    var connections = 12

    @Option(
        help: ArgumentHelp(
            "As officers reach the service; with https, cookies are bound to TLS. THIDUA_PUBLIC_URL when absent.", valueName: "url"))
    var publicURL: String?

    @Option(help: ArgumentHelp("Address of a proxy whose X-Forwarded-For is believed; may be repeated.", valueName: "address"))
    var trustedProxy: [String] = []

    @Flag(inversion: .prefixedNo, help: "Whether this process also works off jobs.")
    var work = true

    func validate() throws {
        if !(1...65_535).contains(port) { throw ValidationError("--port: ghi số từ 1 đến 65535") }
        if !(1...500).contains(connections) { throw ValidationError("--connections: ghi số từ 1 đến 500") }
        if host.isEmpty { throw ValidationError("--host: ghi địa chỉ của máy này, ví dụ 127.0.0.1") }
    }

    func run() async throws {
        var logger = CommandEnvironment.logger
        logger.logLevel = .notice
        let url = try CommandEnvironment.database(database)
        let installation = try await CheckSchema(database: url, home: CommandEnvironment.home, logger: logger).perform()
        let entrance = try Entrance(database: url, connections: connections, logger: logger)
        let address = try publicAddress()
        let openID = try CommandEnvironment.openID(at: address).map { OpenIDProvider($0, logger: logger) }
        let backend = Backend(
            entrance: entrance, secure: address?.hasPrefix("https://") ?? false, openID: openID,
            demonstration: installation.kind == .demonstration,
            publicAddress: address, trustedProxies: Set(trustedProxy))
        try await runServer(ServerConfiguration(host: host, port: port), backend: backend, work: work, logger: logger)
    }

    /// An origin: scheme and host, perhaps a port, and no path.
    private func publicAddress() throws -> String? {
        guard let text = publicURL ?? CommandEnvironment.publicAddress else { return nil }
        let address = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let scheme = ["https://", "http://"].first(where: { address.hasPrefix($0) }),
            address.count > scheme.count, !address.dropFirst(scheme.count).contains("/")
        else {
            throw Problem.invalid("--public-url", "phải có dạng https://ten-mien, không kèm đường dẫn")
        }
        return address
    }
}

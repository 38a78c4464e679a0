import Configuration
import Domain
import Foundation
import Logging
import Operations

/// What commands take from the environment, through swift-configuration.
enum CommandEnvironment {
    private static let reader = ConfigReader(provider: EnvironmentVariablesProvider())

    static var logger: Logger {
        var logger = Logger(label: "thidua") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        return logger
    }

    /// The database of the option, else of DATABASE_URL.
    static func database(_ option: String?) throws -> String {
        if let option { return option }
        if let url = reader.string(forKey: "database.url") { return url }
        throw Problem(.invalid, "database-address", "Chưa biết cơ sở dữ liệu. Đặt biến DATABASE_URL hoặc dùng --database.")
    }

    /// As officers reach the service, for links: THIDUA_PUBLIC_URL, such as https://thidua.example; nil: links are printed as paths.
    static var publicAddress: String? { reader.string(forKey: "thidua.public.url") }

    /// The OpenID provider, where THIDUA_OIDC_ISSUER names one.
    ///
    /// - Parameter address: as officers reach the service.
    static func openID(at address: String?) throws -> OpenIDSettings? {
        guard let issuer = reader.string(forKey: "thidua.oidc.issuer") else { return nil }
        return try OpenIDSettings(
            issuer: issuer, clientID: reader.string(forKey: "thidua.oidc.client.id") ?? "",
            clientSecret: reader.string(forKey: "thidua.oidc.client.secret", isSecret: true) ?? "",
            publicURL: address ?? "",
            name: reader.string(forKey: "thidua.oidc.name") ?? "hệ thống xác thực của tỉnh")
    }

    /// Where sql/ and deploy/ lie: THIDUA_HOME, else the folder one stands in.
    static var home: String { reader.string(forKey: "thidua.home") ?? FileManager.default.currentDirectoryPath }

    /// Where `sign-in` keeps its token.
    static var defaultTokenFile: String { (home as NSString).appendingPathComponent(".local/token") }

    /// THIDUA_TOKEN, else the file of the option, else the file that `sign-in` wrote.
    static func token(file: String?) throws -> Token {
        if let text = reader.string(forKey: "thidua.token", isSecret: true) {
            guard let token = Token(text) else { throw Problem.notSignedIn }
            return token
        }
        guard let text = try? String(contentsOfFile: file ?? defaultTokenFile, encoding: .utf8),
            let token = Token(text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw Problem.notSignedIn }
        return token
    }
}

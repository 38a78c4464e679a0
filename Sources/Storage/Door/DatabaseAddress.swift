public import Postgres

/// Where the province's database is. Which login uses it is decided by the door, never by configuration: every login has its own
/// connections.
public struct DatabaseAddress: Sendable {
    let base: ConnectionConfiguration

    /// A `postgresql://` URL or keyword/value string without user and password, as libpq reads it.
    public init(_ text: String) throws(PostgresError) {
        base = try ConnectionConfiguration(url: text)
    }

    /// The four logins of `sql/bootstrap.sql`.
    enum Login: String {
        case migrator = "thidua_migrator"
        case signIn = "thidua_signin"
        case web = "thidua_web"
        case worker = "thidua_worker"
    }

    /// `role=none` at the start: a login could have given itself a role by ALTER ROLE … SET (postgres.md 1).
    func configuration(for login: Login, statementTimeout: Duration) -> ConnectionConfiguration {
        var configuration = base
        configuration.user = login.rawValue
        configuration.applicationName = "thidua \(login)"
        configuration.sessionSettings = [
            "role": "none",
            "search_path": "pg_catalog",
            "statement_timeout": "\(statementTimeout.components.seconds)s",
            // A lock is waited for half as long as a statement may take: who gets it at last can still do his work.
            "lock_timeout": "\(statementTimeout.components.seconds / 2)s",
            // Compiling an overview took longer than running it.
            "jit": "off",
            "idle_in_transaction_session_timeout": "30s",
            "client_connection_check_interval": "5s",
        ]
        return configuration
    }
}

/// How to reach a server. Values go to libpq as keyword and value, never as one string, so they may contain anything.
public struct ConnectionConfiguration: Sendable {
    /// Host names, or a directory beginning with `/` for a unix socket; several are tried in order.
    public var hosts: [String]
    /// One port for all hosts, or one for each.
    public var ports: [Int]
    public var database: String
    public var user: String
    /// Better none: peer or certificate authentication. Never printed.
    public var password: String?
    /// `disable`, `allow`, `prefer`, `require`, `verify-ca` or `verify-full`.
    public var sslMode: String?
    public var sslRootCertificate: String?
    public var sslCertificate: String?
    public var sslKey: String?
    public var applicationName: String
    /// `any`, `read-write`, `read-only`, `primary`, `standby` or `prefer-standby`.
    public var targetSessionAttributes: String?
    /// For each host.
    public var connectTimeout: Duration = .seconds(10)
    /// Settings of the session from its first moment on, such as `role` = `none` and `statement_timeout`.
    public var sessionSettings: [String: String] = [:]
    /// Prepared statements kept per connection; 0 prepares none, for a pooler such as PgBouncer in between.
    public var statementCacheSize = 500
    /// How long a cancelled or late operation may take to end before the connection is given up.
    public var cancellationGrace: Duration = .seconds(5)
    /// Any other keyword of libpq, such as `keepalives_idle`; overrides what is set above.
    public var parameters: [String: String] = [:]

    public init(
        host: String, port: Int = 5432, database: String, user: String, password: String? = nil, applicationName: String = "thidua"
    ) {
        hosts = [host]
        ports = [port]
        self.database = database
        self.user = user
        self.password = password
        self.applicationName = applicationName
    }
}

extension ConnectionConfiguration {
    /// Keyword and value for `PQconnectStartParams`.
    var keywordsAndValues: [(keyword: String, value: String)] {
        var all: [String: String] = [
            "host": hosts.joined(separator: ","),
            "port": ports.map(String.init).joined(separator: ","),
            "dbname": database,
            "user": user,
            "application_name": applicationName,
            "client_encoding": "UTF8",
            "options": options,
            // A file of passwords in the home directory is not part of the configuration.
            "passfile": "/nonexistent",
        ]
        all["password"] = password
        all["sslmode"] = sslMode
        all["sslrootcert"] = sslRootCertificate
        all["sslcert"] = sslCertificate
        all["sslkey"] = sslKey
        all["target_session_attrs"] = targetSessionAttributes
        // libpq applies connect_timeout only in its blocking calls. The kernel's limit on unanswered packets lets it go on to the
        // next host, and later finds a dead server too.
        if hosts.count > 1 { all["tcp_user_timeout"] = String(connectTimeout.components.seconds * 1_000) }
        all.merge(parameters) { _, own in own }
        return all.map { ($0.key, $0.value) }
    }

    /// `-c name=value …` for the startup packet; spaces and backslashes are escaped by a backslash.
    private var options: String {
        sessionSettings.sorted { $0.key < $1.key }.map { name, value in
            "-c "
                + (name + "=" + value).reduce(into: "") { text, character in
                    if character == "\\" || character.isWhitespace { text.append("\\") }
                    text.append(character)
                }
        }.joined(separator: " ")
    }
}

extension ConnectionConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Where to and as whom; no password, no other parameter.
    public var description: String {
        "\(user)@\(hosts.joined(separator: ",")):\(ports.map(String.init).joined(separator: ","))/\(database)"
    }

    public var debugDescription: String { description }

    /// `dump` and `String(reflecting:)` of anything that contains a configuration must not print the password either.
    public var customMirror: Mirror { Mirror(self, children: ["target": description]) }
}

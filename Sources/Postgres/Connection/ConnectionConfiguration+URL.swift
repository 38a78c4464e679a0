import CLibPQ

extension ConnectionConfiguration {
    /// Reads `postgresql://user@host:port/database?sslmode=verify-full` or `host=… dbname=…`, as libpq reads them.
    ///
    /// Throws ``PostgresError/Code/connectionFailed`` for text that libpq does not understand; the text is not repeated, since it may
    /// hold a password.
    public init(url: String) throws(PostgresError) {
        guard let parsed = Self.parse(url) else {
            throw PostgresError(.connectionFailed, "the database URL is not of the form postgresql://user@host:port/database")
        }
        var values = parsed
        let user = values.removeValue(forKey: "user") ?? ""
        self.init(host: "", database: values.removeValue(forKey: "dbname") ?? user, user: user)
        hosts = (values.removeValue(forKey: "host") ?? "/var/run/postgresql").split(separator: ",").map(String.init)
        let portList = (values.removeValue(forKey: "port") ?? "5432").split(separator: ",")
        ports = portList.compactMap { Int($0) }
        guard ports.count == portList.count else { throw PostgresError(.connectionFailed, "the port in the database URL is not a number") }
        password = values.removeValue(forKey: "password")
        sslMode = values.removeValue(forKey: "sslmode")
        sslRootCertificate = values.removeValue(forKey: "sslrootcert")
        sslCertificate = values.removeValue(forKey: "sslcert")
        sslKey = values.removeValue(forKey: "sslkey")
        targetSessionAttributes = values.removeValue(forKey: "target_session_attrs")
        if let name = values.removeValue(forKey: "application_name") { applicationName = name }
        if let text = values.removeValue(forKey: "connect_timeout"), let seconds = Int(text), seconds > 0 {
            connectTimeout = .seconds(seconds)
        }
        parameters = values
    }

    private static func parse(_ url: String) -> [String: String]? {
        var message: UnsafeMutablePointer<CChar>? = nil
        guard let options = unsafe PQconninfoParse(url, &message) else {
            unsafe PQfreemem(message)
            return nil
        }
        defer { unsafe PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            if let value = unsafe option.pointee.val { unsafe values[String(cString: keyword)] = unsafe String(cString: value) }
            unsafe option += 1
        }
        return values
    }
}

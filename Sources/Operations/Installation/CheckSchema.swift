public import Domain
public import Logging
import Storage

/// What the service does before it serves: compares the database's schema with the files it was built for, and learns what kind of
/// installation it is.
public struct CheckSchema: Sendable {
    private let database: String
    private let home: String
    private let logger: Logger

    /// - Parameter home: the folder that holds `sql/`.
    public init(database: String, home: String, logger: Logger) {
        self.database = database
        self.home = home
        self.logger = logger
    }

    /// - Throws: a ``Problem`` that names the migration or routine that differs, and the command that mends it.
    public func perform() async throws -> Installation {
        let address: DatabaseAddress
        do {
            address = try DatabaseAddress(database)
        } catch {
            throw Problem(.invalid, "database-address", "Địa chỉ cơ sở dữ liệu không đúng dạng postgresql://máy:cổng/tên.")
        }
        try await SchemaState.read(SchemaFiles(directory: home + "/sql"), at: address, logger: logger).requireCurrent()
        return try await Installation.read(at: address, logger: logger)
    }
}

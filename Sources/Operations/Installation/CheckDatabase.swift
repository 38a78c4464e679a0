import Domain
public import Logging
import Storage

/// Whether the service's login reaches a database that holds the schema: asked before a command works there, so that a wrong address is
/// told at once and by its name.
public struct CheckDatabase: Sendable {
    private let database: String
    private let logger: Logger

    public init(database: String, logger: Logger) {
        self.database = database
        self.logger = logger
    }

    /// - Throws: `database-address`, `database-unreachable`, `schema-behind`, `not-installed`.
    public func perform() async throws {
        let address: DatabaseAddress
        do {
            address = try DatabaseAddress(database)
        } catch {
            throw Problem(.invalid, "database-address", "Địa chỉ cơ sở dữ liệu không đúng dạng postgresql://máy:cổng/tên.")
        }
        _ = try await Installation.read(at: address, logger: logger)
    }
}

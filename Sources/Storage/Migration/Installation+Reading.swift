public import Domain
public import Logging
import Postgres

extension Installation {
    /// What the service may know of the installation before anybody enters.
    ///
    /// - Throws: ``Problem`` `not-installed` where the operator has not installed it yet.
    public static func read(at address: DatabaseAddress, logger: Logger) async throws -> Installation {
        do {
            let connection = try await Connection.open(address.configuration(for: .web, statementTimeout: .seconds(10)), logger: logger)
            let found: Installation?
            do {
                found = try await connection.query("SELECT kind, business_date FROM core.installation").onlyIfAny { row in
                    Installation(kind: try row.next(), businessDate: try row.next())
                }
            } catch {
                await connection.close()
                throw error
            }
            await connection.close()
            guard let found else {
                throw Problem(
                    .refused, "not-installed",
                    "Cơ sở dữ liệu chưa được thiết lập. Chạy thidua admin init, hoặc thidua demo load cho bản trình diễn.")
            }
            return found
        } catch let error as PostgresError {
            throw Problem(operatorSees: error)
        }
    }
}

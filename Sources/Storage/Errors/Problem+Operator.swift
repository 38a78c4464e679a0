import Domain
import Postgres

extension Problem {
    /// What a database error means to the operator: he owns the server, so its own words are repeated to him.
    init(operatorSees error: PostgresError) {
        switch error.code {
        case .connectionFailed, .connectionLost:
            self = Problem(
                .unavailable, "database-unreachable",
                "Không kết nối được cơ sở dữ liệu. Kiểm tra DATABASE_URL và máy chủ PostgreSQL: \(error.message)")
        case .clientFailed:
            self = (error.underlying as? Problem) ?? Problem(.unexpected, "unexpected", error.debugDescription)
        case .server:
            let known = Problem(error)
            guard known == .unexpected || known == .notAllowed || known == .unavailable else {
                self = known
                return
            }
            self = Problem(known.kind, "database-refused", "\(error.message) (SQLSTATE \(error.sqlState ?? "?"))")
        default:
            self = Problem(.unexpected, "unexpected", error.debugDescription)
        }
    }
}

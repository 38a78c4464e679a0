import Domain
import Postgres

extension Problem {
    /// What a database error means to the operator: he owns the server, so its own words are repeated to him.
    init(operatorSees error: PostgresError) {
        switch error.code {
        case .connectionFailed, .connectionLost:
            self = Problem(
                .unavailable, "database-unreachable",
                "Không kết nối được cơ sở dữ liệu. Kiểm tra DATABASE_URL hoặc --database, máy chủ PostgreSQL, và sql/bootstrap.sql đã được chạy hay chưa: "
                    + error.message.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        case .clientFailed:
            self = (error.underlying as? Problem) ?? Problem(.unexpected, "unexpected", error.debugDescription)
        // An undefined table, schema or function: nothing of ours is there yet, or not all of it.
        case .server where ["42P01", "3F000", "42883"].contains(error.sqlState):
            self = Problem(
                .refused, "schema-behind", "Cơ sở dữ liệu chưa theo kịp chương trình. Chạy `thidua migrate` trước (\(error.message)).")
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

import Domain
import Logging
import Postgres

extension Problem {
    /// What a database error means to the officer. Nothing of the error's own text is shown: it may hold values of rows.
    init(_ error: PostgresError) {
        switch error.code {
        case .server: self = Self.ofServer(error)
        case .connectionFailed, .connectionLost, .connectionBusy, .poolExhausted, .poolClosed, .deadlineExceeded: self = .unavailable
        case .commitUnknown:
            self = Problem(
                .unavailable, "outcome-unknown",
                "Mất kết nối khi đang ghi. Hãy gửi lại với cùng Idempotency-Key: việc đã ghi sẽ không bị ghi hai lần.")
        case .clientFailed: self = (error.underlying as? Problem) ?? .unexpected
        default: self = .unexpected
        }
    }

    /// One table from SQLSTATE and constraint to the answer.
    private static func ofServer(_ error: PostgresError) -> Problem {
        if let constraint = error.constraint, let known = ConstraintProblems.table[constraint] { return known }
        switch error.sqlState {
        case "TD401": return .notSignedIn
        case "TD403":
            return Problem(
                .notAllowed, "session-needed",
                "Chỉ tạo được mã truy cập trong phiên làm việc đã đăng nhập bằng mật khẩu, không phải bằng một mã truy cập khác. Hãy đăng nhập rồi thực hiện lại."
            )
        case "TD404": return .notFound
        case "TD405": return .provinceNotAllowed
        case "TD406": return .factorNeeded
        case "TD409":
            return Problem(
                .refused, "not-launched-yet", "Phong trào chưa được phát động đến đơn vị. Chờ văn bản phát động của Chủ tịch UBND tỉnh.")
        case "TD410": return .leaseLost
        case "TD422":
            return Problem(.refused, "unchangeable", "Nội dung khi giao không được sửa. Nếu giao nhầm, thu hồi bằng văn bản rồi giao lại.")
        case "TD503":
            return Problem(
                .refused, "audit-epoch-over",
                "Cơ sở dữ liệu đã được khôi phục sang nơi khác nên chưa niêm phong được nhật ký. Chạy `thidua audit restored` rồi thử lại.")
        // Insufficient privilege, or a row policy said no to what would have been written.
        case "42501": return .notAllowed
        // Too late: a statement, lock or transaction timeout, a shutdown, too many connections.
        case "57014", "55P03", "25P03", "57P01", "57P02", "57P03", "53300", "53400", "40001", "40P01": return .unavailable
        case "23505": return Problem(.conflict, "already-there", "Nội dung này đã có. Tải lại danh sách rồi kiểm tra.")
        case "23503":
            return Problem(
                .conflict, "refers-to-nothing", "Nội dung được dẫn chiếu không còn hoặc không thuộc đơn vị. Tải lại rồi chọn lại.")
        case "23514", "23502", "22P02", "22003", "22008", "22001", "22007", "22021":
            return Problem(.invalid, "invalid-input", "Dữ liệu gửi lên không hợp lệ. Kiểm tra lại ngày tháng, con số và các mục bắt buộc.")
        case "23P01":
            return Problem(.conflict, "overlaps", "Khoảng thời gian trùng với nội dung đã có. Kiểm tra ngày bắt đầu và ngày kết thúc.")
        default: return .unexpected
        }
    }
}

extension PostgresError {
    /// What the officer is told. What is told to nobody else stands in the log, without the texts that may hold values of rows.
    func problem(_ logger: Logger) -> Problem {
        let problem = Problem(self)
        if problem.kind == .unexpected {
            let report = [
                "failure": code.description, "sqlstate": sqlState, "schema": schema, "table": table, "column": column,
                "constraint": constraint,
                "position": position.map(String.init), "underlying": underlying.map { String(describing: type(of: $0)) },
            ]
            logger.error("unexpected answer of the database", metadata: report.compactMapValues { $0.map { "\($0)" } })
        }
        return problem
    }

    /// Whether the same transaction may simply be run once more: it lost against another that did what it wanted to do.
    var isWorthRepeating: Bool {
        switch sqlState {
        case "40001", "40P01": true
        case "23505": constraint?.hasSuffix("idempotency_pkey") ?? false
        default: false
        }
    }
}

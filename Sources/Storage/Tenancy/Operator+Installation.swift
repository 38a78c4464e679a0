public import Domain
import Postgres

extension OperatorTransaction {
    /// Makes the installation: its kind, and the key that signs actors. Done once; the same again changes nothing.
    ///
    /// - Throws: a ``Problem`` of code `installed-otherwise` when this database is installed as the other kind.
    public func install(_ installation: Installation) async throws {
        try await asOwner("SELECT core.install(\(installation.kind), \(installation.businessDate))")
        guard let stands = try await self.installation(), stands.kind == installation.kind else {
            throw Problem(
                .conflict, "installed-otherwise",
                "Cơ sở dữ liệu này đã được cài đặt theo kiểu khác và không đổi được. Dùng một cơ sở dữ liệu khác.")
        }
    }

    /// Nil before it is installed.
    public func installation() async throws -> Installation? {
        try await asOwner("SELECT kind, business_date FROM core.installation").first { row in
            Installation(kind: try row.next(), businessDate: try row.next())
        }
    }

    /// The day on which business is done.
    public func today() async throws -> CivilDate {
        try await asOwner("SELECT core.today()").only { row in try row.next() }
    }

    /// Moves the business date of a demonstration, forward or back.
    ///
    /// - Throws: a ``Problem`` of code `business-date-is-today` for a production database, which takes none.
    public func moveBusinessDate(to day: CivilDate) async throws {
        switch try await installation()?.kind {
        case .demonstration:
            try await asOwner("SELECT core.move_business_date(\(day))")
        case .production:
            throw Problem(
                .refused, "business-date-is-today",
                "Đây là hệ thống chính thức: ngày làm việc là ngày hôm nay và không đổi được. Chỉ hệ thống trình diễn mới đổi được ngày.")
        case nil:
            throw Self.notInstalled
        }
    }

    public static var notInstalled: Problem {
        Problem(.refused, "not-installed", "Cơ sở dữ liệu chưa được cài đặt. Chạy `thidua admin init` hoặc nạp dữ liệu trình diễn trước.")
    }
}

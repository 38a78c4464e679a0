public import Domain
public import Postgres

extension Province {
    /// Runs statements on a bare connection of the service as an officer who entered by his token, and throws everything away: what the
    /// database itself says, past every program. Nil: it let them pass.
    public func raw(_ role: Role, in tenant: String? = nil, unit: String? = nil, provinceWide: Bool = false, _ statements: String...)
        async throws
        -> PostgresError?
    {
        let seat = seat(role, in: tenant, unit: unit)
        return try await withConnection(as: "thidua_web") { connection -> PostgresError? in
            let place: String? = provinceWide ? nil : seat.tenant
            _ = try await connection.query("BEGIN")
            _ = try await connection.query("SELECT set_config('role', core.enter(\(seat.token.bytes), \(place)), true)")
            do {
                for statement in statements { try await connection.script(statement) }
                return nil
            } catch let error as PostgresError {
                return error
            }
        }
    }

    /// An item as SQL has it, valid but for one column.
    public func rawItem(into table: String, of tenant: String, replacing changes: [String: String] = [:]) -> String {
        var columns: [(String, String)] = [
            ("tenant_id", "'\(self.tenant(tenant))'"), ("id", "core.new_id()"), ("unit_id", "'\(self.tenant(tenant))'"),
            ("code", "'RAW-' || core.new_id()"), ("kind", "'task'"), ("role", "'lead'"), ("title", "'Việc thử'"), ("sector", "'NV'"),
            ("completion", "'ketQua'"), ("original_due_on", "'2023-06-30'"), ("due_on", "'2023-06-30'"),
            ("assigner_tenant_id", "'\(self.tenant("dept_vpub"))'"), ("assigner_post_id", "'\(post(of: .officeMonitor))'"),
            ("assigned_on", "'2023-03-20'"), ("recorded_on", "'2023-06-20'"),
        ]
        for (name, value) in changes {
            if let index = columns.firstIndex(where: { $0.0 == name }) { columns[index].1 = value } else { columns.append((name, value)) }
        }
        return "INSERT INTO \(table) (\(columns.map(\.0).joined(separator: ", "))) VALUES (\(columns.map(\.1).joined(separator: ", ")))"
    }
}

public import Domain
public import FoundationEssentials
import Postgres

/// What the operator does with any account; a tenant's manager does it with those of his own people.
extension OperatorTransaction {
    /// Keeps a new link for an account; earlier ones no longer work. Used, it lets the account act in every post of its person.
    ///
    /// - Throws: ``Problem`` `no-account`, `account-disabled`.
    public func reset(_ username: String, linkHash: [UInt8]) async throws -> Date {
        let account = try await require(username)
        guard !account.isDisabled else {
            throw Problem(
                .refused, "account-disabled", "Tài khoản \(username) đang bị khóa. Mở khóa trước bằng `thidua account enable \(username)`.")
        }
        return try await asOwner(
            "SELECT core.link_make(\(account.id), NULL, \(linkHash), make_interval(secs => \(PasswordLink.lifetime.seconds)))"
        ).only { row in try row.next() }
    }

    /// Shuts every way in.
    public func disable(_ username: String, reason: String) async throws {
        try await asOwner("SELECT core.account_shut(\(try await require(username).id), NULL, \(reason))")
    }

    public func enable(_ username: String) async throws {
        try await asOwner(
            """
            UPDATE core.account
            SET disabled_at = NULL, disabled_by = NULL, disabled_reason = NULL
            WHERE id = \(try await require(username).id)
            """)
    }

    /// Opens an account that waits for its link, by the operator.
    public func openAccount(_ id: Domain.Account.ID, for person: Person.ID, username: String, linkHash: [UInt8]) async throws -> Date {
        try await asOwner("INSERT INTO core.account (id, person_id, username) VALUES (\(id), \(person), \(username))")
        return try await reset(username, linkHash: linkHash)
    }

    /// Names of the accounts whose person holds a post of this role today, those without a password last.
    public func accounts(of role: Role) async throws -> [(username: String, hasPassword: Bool)] {
        try await asOwner(
            """
            SELECT DISTINCT a.username, a.password_hash IS NOT NULL AS has_password
            FROM core.account AS a
                JOIN core.post AS p ON p.person_id = a.person_id
            WHERE p.role = \(role)
              AND p.valid_from <= core.today()
              AND (p.valid_to IS NULL OR p.valid_to >= core.today())
            ORDER BY has_password DESC, a.username
            """
        ).decode { row in (username: try row.next(), hasPassword: try row.next()) }
    }

    func require(_ username: String) async throws -> (id: Domain.Account.ID, isDisabled: Bool) {
        let found = try await asOwner("SELECT id, disabled_at IS NOT NULL FROM core.account WHERE username = \(username)").first { row in
            (id: try row.next(Domain.Account.ID.self), isDisabled: try row.next(Bool.self))
        }
        guard let found else { throw Problem(.notFound, "no-account", "Không có tài khoản tên “\(username)”. Kiểm tra lại tên đăng nhập.") }
        return found
    }
}

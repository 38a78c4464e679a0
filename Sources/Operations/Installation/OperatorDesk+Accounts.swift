public import Domain
import Storage

/// Accounts as the operator keeps them: any of them, at any time.
extension OperatorDesk {
    /// Makes a link that sets a new password.
    ///
    /// - Throws: ``Problem`` `no-account`, `account-disabled`.
    public func resetAccount(_ username: String) async throws -> PasswordLink {
        let (token, hash) = LinkToken.fresh()
        return try await perform { (tx: borrowing OperatorTransaction) in
            PasswordLink(token: token, expiresAt: try await tx.reset(username, linkHash: hash))
        }
    }

    /// Shuts an account; its sessions and tokens end at once.
    public func disableAccount(_ username: String, reason: String) async throws {
        var check = InputCheck()
        let reason = check.line(reason, "--reason", atMost: 500)
        try check.finish()
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.disable(username, reason: reason) }
    }

    public func enableAccount(_ username: String) async throws {
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.enable(username) }
    }

    /// The first administrator: a person of the province's own tenant with the post that keeps the system, and the link that sets his
    /// password. Repeated while he has not used it, it makes another link.
    ///
    /// - Throws: ``Problem`` `province-missing` before the province is opened; `administrator-there` once one can sign in.
    public func appointAdministrator(fullName: String, username: String, ids: IDSource = .system) async throws -> PasswordLink {
        let username = try Account.checked(username)
        guard let name = PersonName(fullName) else { throw Problem.invalid("--full-name", "không được để trống") }
        let (token, hash) = LinkToken.fresh()
        return try await perform { (tx: borrowing OperatorTransaction) in
            let today = try await tx.today()
            guard let province = try await tx.tenants(on: today).first(where: { $0.kind == .province }) else {
                throw Problem(
                    .refused, "province-missing",
                    "Chưa có đơn vị cấp tỉnh. Mở trước bằng `thidua directory import …` hoặc `thidua tenant open --kind province …`.")
            }
            let administrators = try await tx.accounts(of: .systemAdmin)
            if administrators.contains(where: \.hasPassword) {
                throw Problem(
                    .conflict, "administrator-there",
                    "Đã có quản trị hệ thống. Nếu quên mật khẩu, chạy `thidua account reset TÊN`.")
            }
            if administrators.contains(where: { $0.username == username }) {
                return PasswordLink(token: token, expiresAt: try await tx.reset(username, linkHash: hash))
            }
            let person = Person(
                id: ids.next(), fullName: name.full.string, kind: .congChuc, activeFrom: today, endedOn: nil, version: 1)
            try await tx.add([person], to: province.id)
            try await tx.add(
                [
                    Post(
                        id: ids.next(), person: person.id, unit: SubUnit.ID(province.id.uuid), role: .systemAdmin,
                        title: Role.systemAdmin.vietnamese, leaderRank: .directWorker, validFrom: today, validTo: nil, version: 1)
                ], in: province.id)
            let until = try await tx.openAccount(ids.next(), for: person.id, username: username, linkHash: hash)
            return PasswordLink(token: token, expiresAt: until)
        }
    }
}

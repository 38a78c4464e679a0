public import Domain
import Storage

/// The second factor as the operator keeps it.
extension OperatorDesk {
    /// What each role is asked for now.
    public func factorPolicy() async throws -> [FactorPolicy] {
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.factorPolicy() }
    }

    /// From now on a role asks for a second factor, or no longer; the reason stays in the audit.
    ///
    /// - Throws: ``Problem`` `invalid-input` without a reason, and for the role of the worker, which no person has.
    public func requireFactor(of role: Role, _ required: Bool, reason: String) async throws -> [FactorPolicy] {
        var check = InputCheck()
        let reason = check.line(reason, "--reason", atMost: 500)
        if role == .system { check.fault("<role>", "không phải vai trò của người dùng") }
        try check.finish()
        return try await perform { (tx: borrowing OperatorTransaction) in
            try await tx.requireFactor(of: role, required, reason: reason)
            return try await tx.factorPolicy()
        }
    }

    /// So many days an API token lasts at most, from now on; those that are open keep their end.
    ///
    /// - Throws: ``Problem`` `invalid-input` for less than 1 or more than 366.
    public func limitTokens(toDays days: Int) async throws {
        guard (1...366).contains(days) else { throw Problem.invalid("<days>", "phải từ 1 đến 366") }
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.limitTokens(toDays: days) }
    }

    /// Takes the second factor from an account whose owner lost his device and his codes; its sessions and tokens end at once.
    ///
    /// - Throws: ``Problem`` `invalid-input` without a reason, `no-account`, `no-factor`.
    public func resetFactor(of username: String, reason: String) async throws {
        var check = InputCheck()
        let reason = check.line(reason, "--reason", atMost: 500)
        try check.finish()
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.resetFactor(of: username, reason: reason) }
    }
}

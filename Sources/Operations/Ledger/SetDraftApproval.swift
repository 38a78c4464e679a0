public import Domain
public import Storage

/// Whose approval the unit asks for before a report from a sub-unit is filed; nobody's where nothing was set.
public struct ShowDraftApproval: Sendable {
    public init() {}

    /// - Returns: what is asked for, and in which version of the rule; 0: none was ever set.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (approval: Draft.Approval, version: Int) {
        try await Draft.approval(in: tx)
    }
}

/// Whose approval a report of the acting officer waits for in his unit; nil: it is filed at once.
public struct ShowNeededApproval: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> Draft.Approval? {
        guard let level = Draft.Level(try await tx.officer().role), level < .unit else { return nil }
        let approval = try await Draft.approval(in: tx).approval
        return approval.letsReportDirectly(level) ? nil : approval
    }
}

/// Sets it: by who keeps the unit's directory.
public struct SetDraftApproval: Sendable {
    public var approval: Draft.Approval
    /// The version of the rule that the change starts from; 0: none was ever set.
    public var version: Int

    public init(_ approval: Draft.Approval, version: Int) {
        self.approval = approval
        self.version = version
    }

    /// - Throws: ``Problem/notAllowed``, ``Problem/stale``.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard try await tx.officer().may(.manageDirectory) else { throw Problem.notAllowed }
        let present = try await Draft.approval(in: tx).version
        guard try await Draft.set(approval, version: version, in: tx) else {
            throw present == version ? Problem.notAllowed : Problem.stale
        }
    }
}

import Domain
import Storage

extension Council {
    /// Whose council the acting officer keeps where he stands: his own unit's, or in the province Home Affairs the provincial one (domain.md 6, R2).
    ///
    /// - Throws: `not-allowed`.
    static func kept(in tx: borrowing TenantTransaction) async throws -> Tenant.ID {
        let officer = try await tx.officer()
        let isKept = officer.place.map { $0 == officer.home && officer.may(.keepCouncil) } ?? officer.may(.appraiseAward)
        guard isKept else { throw Problem.notAllowed }
        return try await Council.tenant(in: tx)
    }

    static func kind(in tx: borrowing TenantTransaction) async throws -> Kind {
        let tenant = try await Council.tenant(in: tx)
        return try await Tenant.find(tenant, in: tx)?.kind == .province ? .provincial : .unit
    }
}

import Domain
import Storage

extension Council {
    /// Whose council the acting officer keeps where he stands: his own unit's, or in the province Home Affairs the provincial one (domain.md 6, R2).
    ///
    /// - Throws: `not-allowed`.
    static func kept(in tx: borrowing TenantTransaction) async throws -> Tenant.ID {
        guard try await tx.officer().keepsCouncil else { throw Problem.notAllowed }
        return try await Council.tenant(in: tx)
    }

    static func kind(in tx: borrowing TenantTransaction) async throws -> Kind {
        let tenant = try await Council.tenant(in: tx)
        return try await Tenant.find(tenant, in: tx)?.kind == .province ? .provincial : .unit
    }
}

extension ActingOfficer {
    /// Whether the council where he stands is his to keep, and may be kept still.
    var keepsCouncil: Bool {
        place.map { $0 == home && mayWrite && may(.keepCouncil) } ?? may(.appraiseAward)
    }
}

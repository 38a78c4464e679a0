public import Domain
public import Storage

/// The Chairman, or who signs what a unit gives by its own authority, does not revoke: he answers the open proposal with his reason, and the award
/// stands.
public struct DeclineRevocation: Sendable {
    public var dossier: AwardDossier.ID
    public var reason: String

    public init(dossier: AwardDossier.ID, reason: String) {
        self.dossier = dossier
        self.reason = reason
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `revocation-not-proposed`, `proposal-answered`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        let shown = try await ShowAftermath(dossier).perform(in: tx)
        try shown.record.admitAftermath(.signer, officer)
        try await shown.record.refuseOnesOwn(in: tx)
        guard let open = shown.openProposal else {
            throw Problem(
                .refused, "revocation-not-proposed", "Không có đề nghị hủy bỏ nào đang chờ quyết định. Tải lại để xem trạng thái hồ sơ.")
        }
        var check = InputCheck()
        let reason = check.passage(reason, "$.reason")
        try check.finish()
        guard try await RevocationProposal.decline(open.id, reason: reason, in: tx) else { throw Problem.notAllowed }
    }
}

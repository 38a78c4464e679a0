public import Domain
public import Storage

/// Thu hồi tiền thưởng: Home Affairs, or who keeps a unit's own awards, records money of a revoked award that came back; who signs waives a part of
/// it, with a paper and a reason, and never silently. What a unit gave by its own authority comes back into the fund of its rules.
public struct RecoverReward: Sendable {
    public var dossier: AwardDossier.ID
    /// VND.
    public var amount: Int
    public var happenedOn: CivilDate
    /// Of the receipt, or of the paper that waives.
    public var documentNumber: String
    public var isWaived: Bool
    /// Of a waiver.
    public var reason: String

    public init(
        dossier: AwardDossier.ID, amount: Int, happenedOn: CivilDate, documentNumber: String, isWaived: Bool = false, reason: String = ""
    ) {
        self.dossier = dossier
        self.amount = amount
        self.happenedOn = happenedOn
        self.documentNumber = documentNumber
        self.isWaived = isWaived
        self.reason = reason
    }

    /// - Throws: `invalid-input` with every field at fault, also of more than is owed; `not-found`, `not-allowed`, `award-not-revoked`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        let shown = try await ShowAftermath(dossier).perform(in: tx)
        try shown.record.admitAftermath(isWaived ? .signer : .clerk, officer)
        try await shown.record.refuseOnesOwn(in: tx)
        guard let recovery = shown.recovery else { throw AwardRefusal.notRevoked.problem }
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        let reason = isWaived ? check.passage(reason, "$.reason") : ""
        if happenedOn > officer.today {
            check.fault("$.happenedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên chứng từ")
        }
        try check.finish()
        let payment = RewardRecovery.Payment(
            amount: amount, paidOn: happenedOn, documentNumber: number, isWaived: isWaived, reason: reason)
        do { _ = try recovery.receiving(payment) } catch { throw error.problem }
        try await RewardRecovery.record(payment, id: ids.next(), of: shown.record, in: tx)
    }
}

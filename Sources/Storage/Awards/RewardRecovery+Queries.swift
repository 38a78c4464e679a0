public import Domain
import Postgres

extension RewardRecovery {
    public typealias EntryID = EntityID<Payment>

    /// Records money that came back, or that was waived; the database finds what is owed, and refuses more.
    public static func record(
        _ payment: Payment, id: EntryID, of record: DossierRecord, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.reward_recovery (id, tenant_id, dossier_id, kind, amount, happened_on, document_number, reason, recorded_by, recorded_on)
            VALUES (\(id), \(record.dossier.proposer), \(record.dossier.id), \(payment.isWaived ? "waiver" : "payment"),
                \(Int32(clamping: payment.amount)), \(payment.paidOn), \(payment.documentNumber), \(payment.reason), core.actor_post(), core.today())
            """)
    }

    /// What is owed of the award of a dossier, and what of it is settled, in its order.
    ///
    /// - Parameters:
    ///   - due: VND that the award gave.
    ///   - fund: into which it comes back, of what a unit gave by its own authority.
    public static func find(
        of dossier: AwardDossier.ID, due: Int, fund: String?, in tx: borrowing TenantTransaction
    ) async throws -> RewardRecovery {
        let payments = try await tx.rows(
            """
            SELECT r.amount, r.happened_on, r.document_number, r.kind = 'waiver', r.reason
            FROM core.reward_recovery AS r
            WHERE \(fragment: tx.within("r.tenant_id"))
              AND r.dossier_id = \(dossier)
            ORDER BY r.recorded_at, r.id
            """
        ) { row in
            Payment(
                amount: Int(try row.next(Int32.self)), paidOn: try row.next(), documentNumber: try row.next(), isWaived: try row.next(),
                reason: try row.next())
        }
        return RewardRecovery(due: due, payments: payments, fund: fund)
    }
}

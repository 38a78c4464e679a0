public import Domain
import Postgres

extension Award {
    public typealias DecisionID = EntityID<Decision>

    /// Records a decision of who gives by own authority, in its own numbers, as who keeps its awards.
    ///
    /// - Parameter giver: the unit itself (its root), or a sub-unit of it.
    public static func recordOwn(
        _ decision: Decision, id: DecisionID, signer: String, of giver: SubUnit.ID, in tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws {
        let unit: SubUnit.ID? = giver.uuid == tenant.uuid ? nil : giver
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("award_decision")) (tenant_id, id, unit_id, type, number, signed_on, signer, recorded_by, recorded_on)
            VALUES (\(tenant), \(id), \(unit), 'QĐ', \(decision.number), \(decision.signedOn), \(signer), core.actor_post(), core.today())
            """)
    }

    /// Records a decision of the Chairman under the number that the clerk gave, as the acting officer of Home Affairs.
    ///
    /// - Parameter signer: as it stands under the paper.
    public static func record(
        _ decision: Decision, id: DecisionID, signer: String, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.award_decision (tenant_id, id, type, number, signed_on, signer, recorded_by, recorded_on)
            VALUES (core.province_tenant(), \(id), 'QĐ', \(decision.number), \(decision.signedOn), \(signer), core.actor_post(), core.today())
            """)
    }

    /// Puts right what was recorded of the decision on a dossier, as who records decisions there; what stood before stays beside it.
    public static func correct(
        _ decision: Decision, signer: String, reason: String, of record: DossierRecord, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            SELECT core.correct_decision(\(record.dossier.proposer), \(record.dossier.id), \(decision.number), \(decision.signedOn), \(signer),
                \(reason))
            """)
    }

    /// Records what a decision gives to the nominee of a dossier; the database reckons the money and takes the next number of the golden book.
    public static func record(
        _ id: EntityID<Award>, by decision: DecisionID, of record: DossierRecord, printedName: String, printedPost: String = "",
        nameReason: String = "", in tx: borrowing TenantTransaction
    ) async throws {
        let giver: SQL = record.dossier.giver == nil ? "core.province_tenant()" : "\(record.dossier.proposer)"
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("award")) (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, printed_post, name_reason,
                recorded_by, recorded_on)
            VALUES (\(fragment: giver), \(id), \(decision), \(record.dossier.proposer), \(record.dossier.id), \(printedName), \(printedPost),
                \(nameReason), core.actor_post(), core.today())
            """)
    }
}

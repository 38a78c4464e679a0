import Domain
import Postgres
import TestSupport

extension AwardStage {
    /// A step as SQL has it; what the guard finds is said wrongly on purpose.
    func step(
        _ step: AwardDossier.Step, of dossier: AwardDossier.ID, in tenant: String = AwardStage.tenant, schema: String, by post: Post.ID,
        position: Int = 2, session: String? = nil
    ) -> String {
        """
        INSERT INTO \(schema).dossier_step (tenant_id, id, dossier_id, position, step, happened_on, reason, document_number, session_id, recorded_by, recorded_on, before,
            state, party, supplements, own_dossier, late, wanting, outcome, awarded)
        VALUES ('\(province.tenant(tenant))', gen_random_uuid(), '\(dossier)', \(position), '\(step.rawValue)', '2023-06-20', 'Lý do',
            '\(step == .putToChairman ? "1/TTr" : "")', \(session.map { "'\($0)'" } ?? "NULL"), '\(post)', '2023-06-20', 'overtaken', 'revoked', 'proposer', 0, false, false, '{}', 'passed', true)
        """
    }

    /// What the database says to a step of the acting role, and takes it back. Nil: it let it pass.
    func attempt(
        _ taken: AwardDossier.Step, of dossier: AwardDossier.ID, by role: Role, session: String? = nil
    ) async throws -> PostgresError? {
        let isWide = Policy.of(role).provinceRole != nil
        let post = isWide ? province.post(of: role) : province.post(of: role, in: Self.tenant)
        let statement = step(taken, of: dossier, schema: isWide ? "core" : Self.tenant, by: post, session: session)
        return try await isWide
            ? province.raw(role, provinceWide: true, statement) : province.raw(role, in: Self.tenant, statement)
    }
}

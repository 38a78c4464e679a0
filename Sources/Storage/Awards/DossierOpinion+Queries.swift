public import Domain
import Postgres

extension DossierOpinion {
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> DossierOpinion? {
        try await tx.first("\(fragment: columns(tx)) AND o.id = \(id)", read)
    }

    /// Those in sight, the latest asked first.
    ///
    /// - Parameters:
    ///   - dossier: only of this one.
    ///   - last: the one with which the page before ended.
    public static func list(
        of dossier: AwardDossier.ID? = nil, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [DossierOpinion] {
        let about: SQL = dossier.map { "o.dossier_id = \($0)" } ?? "true"
        let next: SQL = last.map { "o.id < \($0)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: about)
              AND \(fragment: next)
            ORDER BY o.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// Asks as the acting officer; where the dossier stands, and who gives, the database finds.
    public static func ask(
        _ id: ID, of record: DossierRecord, body: String, question: String, documentNumber: String, dueOn: CivilDate,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.dossier_opinion (id, tenant_id, dossier_id, body, question, document_number, due_on, recorded_by, recorded_on)
            VALUES (\(id), \(record.dossier.proposer), \(record.dossier.id), \(body), \(question), \(documentNumber), \(dueOn),
                core.actor_post(), core.today())
            """)
    }

    /// Records the answer, once. Answers whether there was a question.
    public static func answer(_ id: ID, _ answer: Answer, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.dossier_opinion
            SET answered_on = \(answer.answeredOn), answer = \(answer.words), answer_number = \(answer.documentNumber), agrees = \(answer.agrees)
            WHERE id = \(id)
            """) == 1
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT o.id, o.dossier_id, o.tenant_id, o.giver_id, o.body, o.question, o.document_number, o.recorded_on, o.due_on, o.agrees, o.answer, o.answer_number, o.answered_on
        FROM core.dossier_opinion AS o
        WHERE (\(fragment: tx.within("o.tenant_id")) OR o.tenant_id = ANY (core.tenants_in_stead()))
        """
    }

    private static func read(_ row: inout RowReader) throws -> DossierOpinion {
        let (id, dossier): (ID, AwardDossier.ID) = (try row.next(), try row.next())
        let (tenant, giver): (Tenant.ID, SubUnit.ID?) = (try row.next(), try row.next())
        let (body, question, number): (String, String, String) = (try row.next(), try row.next(), try row.next())
        let (askedOn, dueOn): (CivilDate, CivilDate) = (try row.next(), try row.next())
        let (agrees, words): (Bool?, String?) = (try row.next(), try row.next())
        let (answerNumber, answeredOn): (String?, CivilDate?) = (try row.next(), try row.next())
        var answer: Answer?
        if let agrees, let words, let answerNumber, let answeredOn {
            answer = Answer(agrees: agrees, words: words, documentNumber: answerNumber, answeredOn: answeredOn)
        }
        return DossierOpinion(
            id: id, dossier: dossier, of: tenant, giver: giver, body: body, question: question, documentNumber: number,
            askedOn: askedOn, dueOn: dueOn, answer: answer)
    }
}

import Domain
import Storage

/// One step of a dossier by the acting officer: what the machine says first, so that he is told exactly why not; the database has the last word.
struct TakeDossierStep: Sendable {
    var dossier: AwardDossier.ID
    var statement: DossierAct.Statement

    /// - Throws: `not-found`; what ``AwardRefusal`` says of the step; `changed-meanwhile`.
    @discardableResult
    func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> DossierRecord {
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        guard let campaign = try await CampaignRecord.find(record.dossier.campaign, in: tx) else { throw Problem.notFound }
        let maximum = campaign.plan.integer(.maxReturns) ?? 0
        // A leader records the appraisal of Home Affairs' own dossier (A66): whose step it is, the database says.
        let refusal =
            statement.step == .appraise
            ? record.standing.refusal(of: statement.step, maximumSupplements: maximum)
            : record.standing.refusal(of: statement.step, by: officer.role, maximumSupplements: maximum)
        if let refusal { throw refusal.problem }
        if statement.step.needsReason, statement.reason.allSatisfy(\.isWhitespace) {
            throw AwardRefusal.reasonMissing(statement.step).problem
        }
        var check = InputCheck()
        if statement.happenedOn > officer.today {
            check.fault("$.happenedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        if !statement.reason.isEmpty { statement.check(&check) }
        try check.finish()
        try await DossierAct.append(statement, id: ids.next(), to: record, in: tx)
        return record
    }
}

extension DossierAct.Statement {
    fileprivate func check(_ check: inout InputCheck) {
        _ = check.line(reason, "$.reason", atMost: 4_000)
    }
}

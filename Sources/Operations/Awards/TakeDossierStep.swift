import Domain
import Storage

/// One step of a dossier by the acting officer: what the machine says first, so that he is told exactly why not; the database has the last word.
struct TakeDossierStep: Sendable {
    var dossier: AwardDossier.ID
    var statement: DossierAct.Statement
    /// One of which the post must be allowed, whatever the state; empty: the state and the role say it alone.
    var actions: Set<Action> = []
    /// Of the step; nil: a new one.
    var id: DossierAct.ID?

    /// - Throws: `not-found`, `not-allowed`; what ``AwardRefusal`` says of the step; `invalid-input`, `changed-meanwhile`.
    @discardableResult
    func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> DossierRecord {
        let record = try await admitted(in: tx)
        let statement = try checked(on: try await tx.officer().today)
        if statement.step == .submit || statement.step == .receive {
            try await refuseIncomplete(record, on: statement.happenedOn, in: tx)
        }
        try await DossierAct.append(statement, id: id ?? ids.next(), to: record, in: tx)
        return record
    }

    /// The dossier, where the machine lets the officer take the step.
    ///
    /// - Throws: `not-found`, `not-allowed`, `dossier-own-matter`, and what ``AwardRefusal`` says of the step.
    func admitted(in tx: borrowing TenantTransaction) async throws -> DossierRecord {
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        guard let campaign = try await CampaignRecord.find(record.dossier.campaign, in: tx) else { throw Problem.notFound }
        let maximum = campaign.plan.integer(.maxReturns) ?? 0
        if let giver = record.dossier.giver {
            try admitOwn(record, giver, officer, maximum: maximum)
            try await refuseOnesOwn(record, in: tx)
            return record
        }
        // A leader records the appraisal of Home Affairs' own dossier (A66): whose step it is, the database says.
        let refusal =
            statement.step == .appraise
            ? record.standing.refusal(of: statement.step, maximumSupplements: maximum)
            : record.standing.refusal(of: statement.step, by: officer.role, maximumSupplements: maximum)
        if let refusal, refusal.problem.kind == .notAllowed { throw refusal.problem }
        guard actions.isEmpty || !actions.isDisjoint(with: officer.actions) else { throw Problem.notAllowed }
        if let refusal { throw refusal.problem }
        try await refuseOnesOwn(record, in: tx)
        return record
    }

    /// The database says it too; here each paper is named.
    private func refuseIncomplete(_ record: DossierRecord, on day: CivilDate, in tx: borrowing TenantTransaction) async throws {
        let papers = try await DossierDetail.Paper.all(of: dossier, record.dossier.proposer, in: tx)
        let there = Dictionary(papers.map { ($0.kind, $0.isConfirmed) }, uniquingKeysWith: { $0 || $1 })
        let defects = try await DossierPaper.all(in: tx).defects(of: record.dossier.track, on: day, there: there)
        if !defects.isEmpty { throw Problem.dossierIncomplete(defects) }
    }

    /// What a council voted is its own word, whoever records it.
    private func refuseOnesOwn(_ record: DossierRecord, in tx: borrowing TenantTransaction) async throws {
        guard statement.step.isBarredOnOnesOwn else { return }
        let party = record.standing.party(of: statement.step)
        if party != .unitCouncil, party != .provincialCouncil { try await record.refuseOnesOwn(in: tx) }
    }

    /// Of what a unit gives by its own authority: by whom of that giver the step is taken.
    private func admitOwn(_ record: DossierRecord, _ giver: SubUnit.ID, _ officer: ActingOfficer, maximum: Int) throws(Problem) {
        let parties = officer.ownParties(of: giver)
        guard !parties.isEmpty else { throw Problem.notAllowed }
        if let party = record.standing.party(of: statement.step), !parties.contains(party) {
            throw AwardRefusal.notYours(statement.step, party, record.dossier.track).problem
        }
        if let refusal = record.standing.refusal(of: statement.step, maximumSupplements: maximum) { throw refusal.problem }
    }

    /// The statement in NFC; every fault at once.
    private func checked(on today: CivilDate) throws -> DossierAct.Statement {
        var statement = statement
        statement.reason = VietnameseText.composed(statement.reason)
        statement.documentNumber = VietnameseText(statement.documentNumber).string
        if statement.step.needsReason, statement.reason.allSatisfy(\.isWhitespace) {
            throw AwardRefusal.reasonMissing(statement.step).problem
        }
        var check = InputCheck()
        if statement.happenedOn > today {
            check.fault("$.happenedOn", "sau ngày hôm nay (\(today.vietnamese)); nhập ngày trên văn bản")
        }
        if statement.reason.count > 4_000 { check.fault("$.reason", "dài quá 4.000 ký tự; rút gọn lại") }
        if statement.step == .putToChairman, statement.documentNumber.allSatisfy(\.isWhitespace) {
            check.fault("$.documentNumber", "nhập số, ký hiệu tờ trình do văn thư cấp")
        }
        if statement.documentNumber.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        try check.finish()
        return statement
    }
}

extension TenantTransaction {
    /// The day that was named, else the day of business.
    func businessDay(_ named: CivilDate?) async throws -> CivilDate {
        if let named { return named }
        return try await officer().today
    }
}

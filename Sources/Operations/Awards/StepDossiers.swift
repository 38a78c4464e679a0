public import Domain
public import Storage

/// One step of many dossiers at once, of the province or in a unit of what it gives itself: received, appraised, put to who signs, decided on. All of
/// them or none; a dry run says what would come of each.
public struct StepDossiers: Sendable {
    public enum Verb: String, Sendable, Hashable, CaseIterable {
        case receive, appraise, putToChairman, decide

        public var step: AwardDossier.Step {
            switch self {
            case .receive: .receive
            case .appraise: .appraise
            case .putToChairman: .putToChairman
            case .decide: .decide
            }
        }

        /// What a post must be allowed in the province.
        public var action: Action { self == .decide ? .decideAward : .appraiseAward }

        /// What it must be allowed in a unit, of what that gives itself.
        public var ownAction: Action { self == .decide ? .giveAward : .keepOwnAward }
    }

    public var dossiers: [AwardDossier.ID]
    public var verb: Verb
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?
    /// Of the decision by which late ones are received, of the tờ trình by which they are put to the Chairman.
    public var documentNumber: String

    public init(_ verb: Verb, dossiers: [AwardDossier.ID], happenedOn: CivilDate? = nil, documentNumber: String = "") {
        self.verb = verb
        self.dossiers = dossiers
        self.happenedOn = happenedOn
        self.documentNumber = documentNumber
    }

    /// What became of one dossier, or would.
    public struct Outcome: Sendable {
        public let dossier: AwardDossier.ID
        /// Nil where the dossier is not there or not for this officer.
        public let before: DossierRecord?
        /// Nil where it was refused.
        public let after: DossierRecord?
        public let refusal: Problem?
    }

    /// No more at once: each is looked at before and afterwards.
    public static let most = 500

    /// What would come of it, dossier by dossier; nothing is changed.
    ///
    /// - Throws: `invalid-input` where no dossiers are named, too many, or one twice; `not-allowed`.
    public func preview(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> [Outcome] {
        try await check(in: tx)
        return try await tx.undoing { (tx: borrowing TenantTransaction) in try await outcomes(in: tx, ids: ids) }
    }

    /// - Throws: as ``preview(in:ids:)``; `some-refused` with a fault for each dossier that is refused: then nothing is done.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> [Outcome] {
        try await check(in: tx)
        let outcomes = try await outcomes(in: tx, ids: ids)
        let faults = outcomes.enumerated().compactMap { index, outcome in
            outcome.refusal.map { refusal in
                let fields = refusal.fields.map { "\($0.path): \($0.reason)" }.joined(separator: "; ")
                return FieldFault(
                    "$.dossiers[\(index)]",
                    "\(outcome.before?.nomineeName ?? outcome.dossier.description): \(refusal.detail)"
                        + (fields.isEmpty ? "" : " (\(fields))"))
            }
        }
        guard faults.isEmpty else {
            throw Problem(
                .refused, "some-refused",
                "\(faults.count) trong \(dossiers.count) hồ sơ không thực hiện được nên chưa có hồ sơ nào được ghi. Bỏ các hồ sơ đó khỏi danh sách hoặc sửa theo từng lỗi rồi gửi lại.",
                fields: faults)
        }
        return outcomes
    }

    /// How the dossiers stand by now.
    public func standing(in tx: borrowing TenantTransaction) async throws -> [Outcome] {
        let found = try await DossierRecord.all(dossiers, in: tx)
        return dossiers.map { Outcome(dossier: $0, before: found[$0], after: found[$0], refusal: nil) }
    }

    private func check(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard officer.may(tx.tenant == nil ? verb.action : verb.ownAction), officer.place == nil || officer.place == officer.home else {
            throw Problem.notAllowed
        }
        var check = InputCheck()
        if dossiers.isEmpty { check.fault("$.dossiers", "chọn ít nhất một hồ sơ") }
        if dossiers.count > Self.most { check.fault("$.dossiers", "quá \(Self.most) hồ sơ; chia thành nhiều lần") }
        if Set(dossiers).count != dossiers.count { check.fault("$.dossiers", "có hồ sơ ghi hai lần; chỉ giữ một") }
        try check.finish()
    }

    private func outcomes(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> [Outcome] {
        let before = try await DossierRecord.all(dossiers, in: tx)
        var refusals: [AwardDossier.ID: Problem] = [:]
        for dossier in dossiers {
            let isLate = before[dossier]?.isLate ?? false
            let attempt = try await tx.attempting { (tx: borrowing TenantTransaction) in
                try await take(dossier, isLate: isLate, in: tx, ids: ids)
            }
            if case .failure(let refusal) = attempt { refusals[dossier] = refusal }
        }
        let after = try await DossierRecord.all(dossiers, in: tx)
        return dossiers.map {
            Outcome(dossier: $0, before: before[$0], after: refusals[$0] == nil ? after[$0] : nil, refusal: refusals[$0])
        }
    }

    private func take(_ dossier: AwardDossier.ID, isLate: Bool, in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        switch verb {
        case .receive:
            try await ReceiveDossier(dossier: dossier, happenedOn: happenedOn, lateDecision: isLate ? documentNumber : "")
                .perform(in: tx, ids: ids)
        case .appraise: try await AppraiseDossier(dossier: dossier, happenedOn: happenedOn).perform(in: tx, ids: ids)
        case .putToChairman:
            try await PutDossierToChairman(dossier: dossier, documentNumber: documentNumber, happenedOn: happenedOn).perform(
                in: tx, ids: ids)
        case .decide: try await DecideDossier(dossier: dossier, happenedOn: happenedOn).perform(in: tx, ids: ids)
        }
    }
}

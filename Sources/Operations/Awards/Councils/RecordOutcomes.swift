public import Domain
public import Storage

/// What a closed session found goes into the dossiers: passed goes on, not passed is refused with the count as its reason. What had no quorum or
/// no votes waits for another session. Who is held is left out, and stays marked in the session: the others are recorded. The step cites the minutes by
/// the number of the council's register, which is printed on them.
public struct RecordOutcomes: Sendable {
    public var session: CouncilSession.ID
    /// Of its list; nil: all that wait.
    public var dossiers: [AwardDossier.ID]?

    public init(_ session: CouncilSession.ID, dossiers: [AwardDossier.ID]? = nil) {
        self.session = session
        self.dossiers = dossiers
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `session-open`, `session-cancelled`, `session-without-outcome`, `dossier-integrity-hold` where all
    ///   are held; what ``TakeDossierStep`` says of a dossier.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        _ = try await Council.kept(in: tx)
        let record = try await ShowSession(session).unchecked(in: tx).record
        try record.refuseCancelled()
        guard let minutes = record.session.minutes else {
            throw Problem(.refused, "session-open", "Phiên họp chưa kết thúc nên chưa có kết quả. Kết thúc phiên họp trước.")
        }
        if let dossiers, !Set(record.listed.map(\.entry.dossier)).isSuperset(of: dossiers) {
            throw Problem.invalid("$.dossiers", "có hồ sơ không nằm trong danh sách của phiên họp")
        }
        let kind = try await Council.kind(in: tx)
        let named = record.listed.filter { listed in
            dossiers.map { $0.contains(listed.entry.dossier) }
                ?? (listed.dossier?.waits(for: kind) == true && listed.entry.outcome != .withoutQuorum
                    && (listed.entry.outcome != nil || listed.isHeld))
        }
        let chosen = named.filter { !$0.isHeld }
        if chosen.isEmpty, !named.isEmpty { throw HeldNominees.unrecorded(named.map { $0.dossier?.nominee ?? "" }) }
        guard !chosen.isEmpty else {
            throw Problem(
                .refused, "session-without-outcome", "Không còn hồ sơ nào của phiên họp chờ ghi kết quả. Mở từng hồ sơ để xem trạng thái.")
        }
        let number = DossierBundle.minutesReference(minutes)
        for listed in chosen {
            try await take(listed, number, kind, on: record.session.heldOn, in: tx, ids)
        }
    }

    private func take(
        _ listed: SessionRecord.Listed, _ number: String, _ kind: Council.Kind, on day: CivilDate, in tx: borrowing TenantTransaction,
        _ ids: IDSource
    ) async throws {
        let step: AwardDossier.Step
        switch listed.entry.outcome {
        case .passed: step = kind == .unit ? .passUnitCouncil : .passProvincialCouncil
        case .notPassed: step = .refuse
        case .withoutQuorum, nil:
            throw Problem(
                .refused, "session-without-outcome",
                "Hội đồng không đủ số thành viên tham dự khi xét hồ sơ “\(listed.dossier?.nominee ?? "")”. Họp lại rồi ghi kết quả.")
        }
        let statement = DossierAct.Statement(
            step: step, happenedOn: day, reason: listed.result?.vietnamese ?? "", documentNumber: number, session: session)
        try await TakeDossierStep(dossier: listed.entry.dossier, statement: statement).perform(in: tx, ids: ids)
    }
}

public import Domain
public import Storage

/// A council says whether a unit keeps the motto well: the provincial one of the first tier, the unit's own of its sub-units (A53). What it
/// said changes only by a correction with its minute.
public struct DecideMotto: Sendable {
    public var gathering: GatherLedger
    public var isAccepted: Bool
    /// Of the conclusion; of a correction its minute (biên bản).
    public var documentNumber: String
    /// Needed to refuse, to correct, when the unit was criticised (A54), and when it or who comments was not heard.
    public var reason: String
    /// Date of the paper. Nil: today.
    public var decidedOn: CivilDate?
    public var isCorrection: Bool

    public init(
        campaign: String, review: Campaign.Review, unit: String? = nil, isAccepted: Bool, documentNumber: String, reason: String = "",
        decidedOn: CivilDate? = nil, isCorrection: Bool = false
    ) {
        gathering = GatherLedger(campaign: campaign, review: review, unit: unit)
        self.isAccepted = isAccepted
        self.documentNumber = documentNumber
        self.reason = reason
        self.decidedOn = decidedOn
        self.isCorrection = isCorrection
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `no-motto`, `motto-decided`, `motto-open`, `own-motto`,
    ///   `own-assessment`, `changed-meanwhile`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        let policy = Policy.of(officer.role)
        guard policy.actions.contains(.decideMotto) else { throw Problem.notAllowed }
        let place = try await MottoPlace.open(gathering, in: tx)
        let body = MottoStep.Body.council(ofFirstTier: place.unit.isFirstTier)
        guard (body == .provinceCouncil) == (policy.provinceRole == .council) else { throw Problem.notAllowed }
        if place.unit.isFirstTier ? place.unit.tenant == officer.home : place.unit.unit == officer.unit { throw Problem.ownMotto }
        let kind: MottoStep.Kind = isCorrection ? .corrected : .decided
        if let refusal = place.standing.refusal(of: kind) { throw refusal }
        if try await MottoStep.isAssessedByActor(place.unit, of: place.campaign, review: place.review, in: tx) {
            throw Problem.ownAssessment
        }
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        let words = check.words(reason, "$.reason")
        if words.isEmpty, let why = reasonNeeded(place.standing) { check.fault("$.reason", why) }
        let day = place.day(decidedOn, today: officer.today, &check)
        try check.finish()
        try await place.append(
            MottoStep.Statement(
                kind: kind, body: body, happenedOn: day, isAccepted: isAccepted, documentNumber: number, words: words), ids: ids, in: tx)
    }

    private func reasonNeeded(_ standing: MottoStanding) -> String? {
        if !isAccepted { return "nhập lý do không công nhận" }
        if isCorrection, standing.criticisms.isEmpty { return "nhập lý do đính chính" }
        if !standing.criticisms.isEmpty {
            return "đơn vị bị phê bình trong kỳ (\(standing.criticisms.joined(separator: "; "))); nêu lý do vẫn công nhận"
        }
        if standing.assessment == nil { return "đơn vị chưa tự đánh giá; nêu lý do kết luận khi chưa có bản tự đánh giá" }
        if standing.missing.isEmpty { return nil }
        return "chưa có ý kiến của \(standing.missing.map(\.vietnamese).joined(separator: ", ")); nêu lý do kết luận khi chưa đủ ý kiến"
    }
}

extension Problem {
    /// A66.
    fileprivate static let ownAssessment = Problem(
        .refused, "own-assessment",
        "Người đã ghi bản tự đánh giá không ghi kết luận về chính bản đó. Thành viên khác của Hội đồng ghi kết luận.")
}

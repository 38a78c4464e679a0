public import Domain
public import Storage

/// Kết luận không đủ điều kiện, tiêu chuẩn: by Home Affairs while it appraises, by who signs once it was put to him; each time with a notice to
/// the unit. What a council does not pass, its session says.
public struct RefuseDossier: Sendable {
    public var dossier: AwardDossier.ID
    /// Why, as the notice says.
    public var reason: String
    /// Of the notice to the unit.
    public var documentNumber: String
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?

    public init(dossier: AwardDossier.ID, reason: String, documentNumber: String, happenedOn: CivilDate? = nil) {
        self.dossier = dossier
        self.reason = reason
        self.documentNumber = documentNumber
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `not-allowed`, `dossier-not-yours`, `dossier-out-of-order`, `dossier-not-voted`, `invalid-input`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        let taken = TakeDossierStep(
            dossier: dossier, statement: .init(step: .refuse, happenedOn: day, reason: reason, documentNumber: documentNumber),
            actions: [.appraiseAward, .decideAward])
        guard !documentNumber.allSatisfy(\.isWhitespace) else {
            throw Problem.invalid("$.documentNumber", "ghi số thông báo gửi đơn vị về hồ sơ không đủ điều kiện, tiêu chuẩn")
        }
        try await taken.perform(in: tx, ids: ids)
    }
}

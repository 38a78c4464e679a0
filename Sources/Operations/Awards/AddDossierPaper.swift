public import Domain
public import Storage

/// A unit adds a paper to a dossier that it has in its hands: tờ trình, báo cáo thành tích, biên bản (domain.md 1.5).
public struct AddDossierPaper: Sendable {
    public var dossier: AwardDossier.ID
    public var kind: DossierPaper.Kind
    public var documentNumber: String
    public var documentOn: CivilDate
    /// By the proposing level.
    public var isConfirmed: Bool

    public init(dossier: AwardDossier.ID, kind: DossierPaper.Kind, documentNumber: String, documentOn: CivilDate, isConfirmed: Bool) {
        self.dossier = dossier
        self.kind = kind
        self.documentNumber = documentNumber
        self.documentOn = documentOn
        self.isConfirmed = isConfirmed
    }

    /// - Throws: `not-found`, `not-allowed`, `dossier-closed`, `dossier-with-the-appraiser`, `invalid-input` with every field at fault.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        guard officer.may(.proposeAward) else { throw Problem.notAllowed }
        let state = record.standing.state
        if state.isClosed {
            throw Problem(
                .refused, "dossier-closed",
                "Hồ sơ ở trạng thái “\(state.vietnamese)” nên không thêm tài liệu. Xem lý do trong lịch sử của hồ sơ.")
        }
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        if documentOn > officer.today {
            check.fault("$.documentOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        try check.finish()
        try await AwardDossier.add(
            kind, number: number, on: documentOn, isConfirmed: isConfirmed, id: ids.next(), to: dossier, of: record.dossier.proposer, in: tx
        )
    }
}

public import Domain
public import Storage

/// Cấp lại, cấp đổi: Home Affairs, or who keeps a unit's own awards, records another certificate of an award in force, on a request; it takes the
/// next number of its register.
public struct IssueCertificateCopy: Sendable {
    public var dossier: AwardDossier.ID
    public var kind: CertificateCopy.Kind
    public var reason: String
    public var requestNumber: String
    public var requestOn: CivilDate
    /// Nil: today.
    public var issuedOn: CivilDate?

    public init(
        dossier: AwardDossier.ID, kind: CertificateCopy.Kind, reason: String, requestNumber: String, requestOn: CivilDate,
        issuedOn: CivilDate? = nil
    ) {
        self.dossier = dossier
        self.kind = kind
        self.reason = reason
        self.requestNumber = requestNumber
        self.requestOn = requestOn
        self.issuedOn = issuedOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `dossier-out-of-order`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        try record.admitAftermath(.appraiser, officer)
        let issuedOn = issuedOn ?? officer.today
        var check = InputCheck()
        let reason = check.passage(reason, "$.reason")
        let number = check.line(requestNumber, "$.requestNumber", atMost: 100)
        if issuedOn > officer.today { check.fault("$.issuedOn", "sau ngày hôm nay (\(officer.today.vietnamese))") }
        if requestOn > issuedOn { check.fault("$.requestOn", "sau ngày cấp; nhập ngày trên đơn đề nghị") }
        try check.finish()
        try await CertificateCopy.record(
            kind, id: ids.next(), of: record, reason: reason, requestNumber: number, requestOn: requestOn, issuedOn: issuedOn, in: tx)
    }
}

public import Domain
public import Storage

/// Home Affairs records that no award is considered for a collective or a person at present: by the paper that opened a verification, an
/// investigation, discipline (domain.md 1.3). Submitting, councils and signing stop.
public struct RecordHold: Sendable {
    /// Of a collective; nil where a person is held.
    public var unit: SubUnit.ID?
    public var person: Person.ID?
    public var documentNumber: String
    public var documentIssuer: String
    public var from: CivilDate

    public init(unit: SubUnit.ID?, person: Person.ID?, documentNumber: String, documentIssuer: String, from: CivilDate) {
        self.unit = unit
        self.person = person
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.from = from
    }

    /// - Throws: `invalid-input` with every field at fault; `not-allowed`, `dossier-own-matter`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> KeptHold.ID {
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        let issuer = check.line(documentIssuer, "$.documentIssuer", atMost: 500)
        if from > officer.today { check.fault("$.from", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản") }
        if (unit == nil) == (person == nil) { check.fault("$.unit", "ghi một tập thể (unit) hoặc một cá nhân (person)") }
        let tenant = try await KeptHold.tenant(of: unit, person, in: tx)
        if tenant == nil, (unit == nil) != (person == nil) {
            check.fault(person == nil ? "$.unit" : "$.person", "không có; lấy mã định danh trong danh sách đơn vị hoặc nhân sự")
        }
        try check.finish()
        guard let tenant else { throw Problem.notFound }
        if let person, try await AwardDossier.isOfWhoActs(person, in: tx) { throw AwardRefusal.ownMatter.problem }
        let id: KeptHold.ID = ids.next()
        try await KeptHold.record(id, on: unit, person, of: tenant, document: number, issuer: issuer, from: from, in: tx)
        return id
    }
}

public import Domain
public import Storage

/// A unit records what a nominee of its said of being named and pictured in public (A72); what he takes back is one more word.
public struct RecordConsent: Sendable {
    public var dossier: AwardDossier.ID
    public var word: PublicityConsent.Word

    public init(dossier: AwardDossier.ID, word: PublicityConsent.Word) {
        self.dossier = dossier
        self.word = word
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `dossier-ended`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> PublicityConsent.ID {
        let officer = try await tx.officer()
        guard let tenant = tx.tenant, tenant == officer.home, officer.mayWrite else { throw Problem.notAllowed }
        guard try await DossierRecord.find(dossier, in: tx) != nil else { throw Problem.notFound }
        var check = InputCheck()
        let number = VietnameseText(word.documentNumber).string
        let note = VietnameseText(word.note).string
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        if note.count > 500 { check.fault("$.note", "dài quá 500 ký tự; rút gọn lại") }
        if word.givenOn > officer.today { check.fault("$.givenOn", "sau ngày hôm nay (\(officer.today.vietnamese))") }
        try check.finish()
        let id: PublicityConsent.ID = ids.next()
        let kept = PublicityConsent.Word(
            consents: word.consents, givenOn: word.givenOn, manner: word.manner, documentNumber: number, note: note)
        try await PublicityConsent.record(kept, id: id, of: dossier, tenant, in: tx)
        return id
    }
}

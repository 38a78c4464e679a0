public import Domain
public import Storage

/// The unit says how the name and the post of a nominee are printed, or records what the nominee signed (A71).
public struct ConfirmName: Sendable {
    public var dossier: AwardDossier.ID
    public var party: ConfirmedName.Party
    public var name: String
    /// Empty of a collective.
    public var post: String
    /// Of the paper that the nominee signed; empty of the unit's own word.
    public var documentNumber: String

    public init(dossier: AwardDossier.ID, party: ConfirmedName.Party, name: String, post: String = "", documentNumber: String = "") {
        self.dossier = dossier
        self.party = party
        self.name = name
        self.post = post
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `name-printed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        guard let tenant = tx.tenant, tenant == officer.home, officer.mayWrite, officer.may(.proposeAward) else { throw Problem.notAllowed }
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let word = ConfirmedName.Word(name: check.line(name, "$.name", atMost: 500), post: VietnameseText(post).string)
        let number = VietnameseText(documentNumber).string
        if word.post.count > 500 { check.fault("$.post", "dài quá 500 ký tự; rút gọn lại") }
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        if party == .nominee, number.isEmpty {
            check.fault("$.documentNumber", "ghi văn bản mà người được khen thưởng đã ký; hoặc để người đó tự xác nhận")
        }
        if party == .nominee, record.dossier.nominee.person == nil {
            check.fault("$.party", "tập thể do đơn vị xác nhận, không cần cá nhân xác nhận")
        }
        try check.finish()
        try await ConfirmedName.confirm(word, by: party, of: dossier, tenant, documentNumber: number, id: ids.next(), in: tx)
    }
}

/// The nominee himself confirms what his unit said of his name and post, as it stands.
public struct ConfirmOwnName: Sendable {
    public var dossier: AwardDossier.ID

    public init(dossier: AwardDossier.ID) {
        self.dossier = dossier
    }

    /// - Throws: `not-found` of another's, and while the unit has said nothing; `name-printed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        let (unit, _, person) = try await ConfirmedName.words(of: dossier, in: tx)
        guard let unit, let tenant = tx.tenant, let person, person == officer.person, officer.delegation == nil else {
            throw Problem.notFound
        }
        try await ConfirmedName.confirm(unit, by: .nominee, of: dossier, tenant, documentNumber: "", id: ids.next(), in: tx)
    }
}

/// What was said of one name, as far as it is in sight.
public struct ShowName: Sendable {
    public var dossier: AwardDossier.ID

    public init(dossier: AwardDossier.ID) {
        self.dossier = dossier
    }

    /// - Throws: `not-found` while nothing was said, or it is not in sight.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (unit: ConfirmedName.Word?, nominee: ConfirmedName.Word?) {
        let (unit, nominee, _) = try await ConfirmedName.words(of: dossier, in: tx)
        if unit == nil, nominee == nil { throw Problem.notFound }
        return (unit, nominee)
    }
}

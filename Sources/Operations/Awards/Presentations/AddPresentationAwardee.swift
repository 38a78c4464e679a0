public import Domain
public import Storage

/// Home Affairs, or who keeps a unit's own awards, puts an award at the end of the order of an event: who comes up for it, and who hands it over.
public struct AddPresentationAwardee: Sendable {
    public var presentation: Presentation.ID
    public var dossier: AwardDossier.ID
    /// Empty: the nominee.
    public var receiver: String
    public var presenter: String

    public init(presentation: Presentation.ID, dossier: AwardDossier.ID, receiver: String = "", presenter: String) {
        self.presentation = presentation
        self.dossier = dossier
        self.receiver = receiver
        self.presenter = presenter
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `dossier-out-of-order`, `presentation-completed`,
    ///   `presentation-repeated`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard let found = try await Presentation.find(presentation, in: tx) else { throw Problem.notFound }
        guard officer.keepsAwards(of: found.giver, in: found.tenant) else { throw Problem.notAllowed }
        var check = InputCheck()
        let presenter = check.line(presenter, "$.presenter", atMost: 500)
        guard let record = try await DossierRecord.find(dossier, in: tx) else {
            throw Problem.invalid("$.dossier", "không có hồ sơ này; lấy mã định danh trong danh sách hồ sơ")
        }
        let receiver = check.line(receiver.isEmpty ? record.nomineeName : receiver, "$.receiver", atMost: 500)
        try check.finish()
        try await Presentation.add(record, receiver: receiver, presenter: presenter, to: presentation, in: tx)
    }
}

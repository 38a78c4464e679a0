import Domain
import Storage

extension DossierRecord {
    /// - Throws: `dossier-own-matter` where who acts is himself the nominee (A66).
    func refuseOnesOwn(in tx: borrowing TenantTransaction) async throws {
        guard let person = dossier.nominee.person else { return }
        if try await AwardDossier.isOfWhoActs(person, in: tx) { throw AwardRefusal.ownMatter.problem }
    }
}

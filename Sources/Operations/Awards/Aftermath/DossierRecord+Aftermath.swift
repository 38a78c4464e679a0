import Domain
import Storage

extension DossierRecord {
    /// Lets pass who does it after a decision: of the province's awards Home Affairs and who signs, of what a unit gives by its own authority who
    /// keeps its awards and who signs there.
    ///
    /// - Throws: `not-allowed`.
    func admitAftermath(_ party: AwardParty, _ officer: ActingOfficer) throws(Problem) {
        let isAdmitted =
            if let giver = dossier.giver {
                officer.mayWrite && officer.ownParties(of: giver).contains(party)
            } else {
                officer.place == nil && officer.may(party == .signer ? .decideAward : .appraiseAward)
            }
        guard isAdmitted else { throw Problem.notAllowed }
    }
}

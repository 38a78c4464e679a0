/// Khen thưởng đã quyết định: what a decision gave to one nominee. Never deleted; a revocation is added to it (domain.md 1.9).
public struct Award: Sendable, Hashable {
    /// Quyết định of the award, or of its revocation.
    public struct Decision: Sendable, Hashable {
        /// As the clerk gave it.
        public let number: String
        public let signedOn: CivilDate

        public init(number: String, signedOn: CivilDate) {
            self.number = number
            self.signedOn = signedOn
        }
    }

    public struct Revocation: Sendable, Hashable {
        public let ground: RevocationGround
        public let decision: Decision

        public init(ground: RevocationGround, decision: Decision) {
            self.ground = ground
            self.decision = decision
        }
    }

    public let dossier: AwardDossier.ID
    public let form: AwardForm
    public let subject: AwardSubject
    public let decision: Decision
    /// Nil while in force.
    public let revocation: Revocation?

    public init(dossier: AwardDossier.ID, form: AwardForm, subject: AwardSubject, decision: Decision, revocation: Revocation?) {
        self.dossier = dossier
        self.form = form
        self.subject = subject
        self.decision = decision
        self.revocation = revocation
    }

    /// What it adds to the statistics of a year (biểu 0603): 1 in the year of its decision, -1 in the year of its revocation alone, so that
    /// no table that was sent is changed (golden case 9).
    public func count(in year: Int) -> Int {
        (decision.signedOn.year == year ? 1 : 0) - (revocation?.decision.signedOn.year == year ? 1 : 0)
    }
}

extension Sequence<Award> {
    /// Awards of a form and subject in a year's statistics.
    public func count(of form: AwardForm, _ subject: AwardSubject, in year: Int) -> Int {
        reduce(0) { $0 + ($1.form == form && $1.subject == subject ? $1.count(in: year) : 0) }
    }
}

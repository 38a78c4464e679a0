/// Suất đề nghị: one individual whom a unit put forward in a review. Taken at submission (A04).
public struct NominationSlot: Sendable, Hashable {
    public let dossier: AwardDossier.ID
    public let person: Person.ID
    /// The unit whose slots it takes.
    public let unit: SubUnit.ID
    /// Nil unless withdrawn.
    public let withdrawnOn: CivilDate?

    public init(dossier: AwardDossier.ID, person: Person.ID, unit: SubUnit.ID, withdrawnOn: CivilDate?) {
        self.dossier = dossier
        self.person = person
        self.unit = unit
        self.withdrawnOn = withdrawnOn
    }

    /// Whether it still counts. Withdrawing frees until the list is locked; a council's rejection never does: the plan limits proposing (A04).
    ///
    /// - Parameter lockedOn: the day the list was locked; nil while it is open. What is withdrawn on that day still frees.
    public func isTaken(lockedOn: CivilDate?) -> Bool {
        guard let withdrawnOn else { return true }
        return lockedOn.map { $0 < withdrawnOn } ?? false
    }
}

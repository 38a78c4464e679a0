/// Why an award is not proposed, moved on, counted or paid. Each has its stable code and what the officer reads (``problem``).
public enum AwardRefusal: Error, Sendable, Hashable {
    // The life of a dossier.
    case outOfOrder(AwardDossier.Step, AwardDossier.State, next: AwardDossier.Step?)
    case stateUnknown(AwardDossier.State)
    case closed(AwardDossier.Step, AwardDossier.State)
    case held(AwardDossier.Step)
    case decided(AwardDossier.Step)
    case noCouncil(AwardDossier.Step)
    case noProvincialCouncil
    /// All supplements that the parameter `maxReturns` allows were asked for.
    case supplementsExhausted(maximum: Int)
    case reasonMissing(AwardDossier.Step)
    case notYours(AwardDossier.Step, AwardParty, AwardTrack)
    /// Who acts is himself the nominee (A66).
    case ownMatter

    // Eligibility.
    case notFrozen
    case verdictPending(AwardSubject)
    case ownDossier

    // Rounds and letters.
    case roundLocked(CivilDate)
    case letterWithoutShare(String)
    case letterWithoutAward
    /// The Chairman did not sign it.
    case letterDeclined

    // Slots.
    case nominatedAlready
    case nominatedElsewhere

    // Law and money.
    case noRegime(CivilDate)
    case regimeUnchanged(String)
    case regimeReasonMissing
    case regimeFixed
    case noRate(AwardForm, AwardSubject, decree: String)
    case noBaseSalary(CivilDate)
    case noRounding(decree: String)
    case returnedTooMuch(outstanding: Int)
    case notRevoked

    // Criticism.
    case criticismOutOfOrder(Criticism.Step, Criticism.State, KeptCriticism.Kind = .criticism)
    case explanationAwaited(until: CivilDate)

    // Councils.
    case noCouncilRule(AwardForm, AwardSubject, CivilDate)
    case miscounted([FieldFault])
}

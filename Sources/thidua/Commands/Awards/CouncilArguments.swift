public import ArgumentParser
public import Domain
public import Operations

// How awards are spelled on the command line.
extension AwardDossier.State: ExpressibleByArgument {}
extension AwardParty: ExpressibleByArgument {}
extension AwardTrack: ExpressibleByArgument {}
extension RevocationGround: ExpressibleByArgument {}
extension CertificateCopy.Kind: ExpressibleByArgument {}
extension FlipRuling.Word: ExpressibleByArgument {}
extension KeptCriticism.Kind: ExpressibleByArgument {}
extension Handling.Kind: ExpressibleByArgument {}
extension Petition.Kind: ExpressibleByArgument {}
extension Petition.Outcome: ExpressibleByArgument {}
extension DossierPaper.Kind: ExpressibleByArgument {}
extension CouncilMember.Duty: ExpressibleByArgument {}
extension CouncilTally.Choice: ExpressibleByArgument {}
extension ConfirmedName.Party: EnumerableFlag {}
extension Initiative.State: ExpressibleByArgument {}
extension Initiative.Scope: ExpressibleByArgument {}
extension StepDossiers.Verb: ExpressibleByArgument {}

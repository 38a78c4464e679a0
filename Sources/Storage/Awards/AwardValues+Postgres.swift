public import Domain
public import Postgres

extension AwardTrack: PostgresEncodable, PostgresDecodable {}
extension AwardForm: PostgresEncodable, PostgresDecodable {}
extension AwardSubject: PostgresEncodable, PostgresDecodable {}
extension AwardDossier.State: PostgresEncodable, PostgresDecodable {}
extension AwardDossier.Step: PostgresEncodable, PostgresDecodable {}
extension DossierPaper.Kind: PostgresEncodable, PostgresDecodable {}
extension LegalCitation.Place: PostgresEncodable, PostgresDecodable {}
extension CouncilMember.Duty: PostgresEncodable, PostgresDecodable {}
extension CouncilRule.Method: PostgresEncodable, PostgresDecodable {}
extension CouncilRule.Base: PostgresEncodable, PostgresDecodable {}
extension CouncilRule.Tie: PostgresEncodable, PostgresDecodable {}
extension CouncilResult.Outcome: PostgresEncodable, PostgresDecodable {}
extension CouncilTally.Choice: PostgresEncodable, PostgresDecodable, PostgresArrayElement {}
extension CouncilTally.Source: PostgresEncodable, PostgresDecodable {}
extension RewardRounding.Direction: PostgresEncodable, PostgresDecodable {}
extension Initiative.Scope: PostgresEncodable, PostgresDecodable {}
extension Initiative.State: PostgresEncodable, PostgresDecodable {}
extension Initiative.Step: PostgresEncodable, PostgresDecodable {}
extension Initiative.Party: PostgresEncodable, PostgresDecodable {}
extension Initiative.Condition: PostgresEncodable, PostgresDecodable {}
extension InitiativeConfirmation.Answer: PostgresEncodable, PostgresDecodable {}
extension AwardAmendment.Kind: PostgresEncodable, PostgresDecodable {}
extension RevocationGround: PostgresEncodable, PostgresDecodable {}
extension CertificateCopy.Kind: PostgresEncodable, PostgresDecodable {}
extension FlipRuling.Word: PostgresEncodable, PostgresDecodable {}
extension Criticism.State: PostgresEncodable, PostgresDecodable {}
extension Criticism.Step: PostgresEncodable, PostgresDecodable {}
extension KeptCriticism.Kind: PostgresEncodable, PostgresDecodable {}
extension AwardFile.Owner.Kind: PostgresEncodable, PostgresDecodable {}
extension PublicityConsent.Manner: PostgresEncodable, PostgresDecodable {}
extension Handling.Kind: PostgresEncodable, PostgresDecodable {}
extension Petition.Kind: PostgresEncodable, PostgresDecodable {}
extension Petition.Outcome: PostgresEncodable, PostgresDecodable {}

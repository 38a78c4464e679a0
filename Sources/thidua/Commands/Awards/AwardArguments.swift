public import ArgumentParser
public import Domain

extension AwardDossier.State: ExpressibleByArgument {}
extension AwardParty: ExpressibleByArgument {}
extension AwardTrack: ExpressibleByArgument {}
extension DossierPaper.Kind: ExpressibleByArgument {}

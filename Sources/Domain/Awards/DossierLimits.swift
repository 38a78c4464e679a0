/// How long each stage may take, in working days: parameters of the campaign, or of the unit for its own awards (domain.md 1.6).
public struct DossierLimits: Sendable, Hashable {
    public let unitCouncil: Int
    public let appraisal: Int
    public let provincialCouncil: Int
    public let signing: Int
    /// From the submission of a deed to its award (A68).
    public let adHoc: Int

    public init(unitCouncil: Int, appraisal: Int, provincialCouncil: Int, signing: Int, adHoc: Int) {
        self.unitCouncil = unitCouncil
        self.appraisal = appraisal
        self.provincialCouncil = provincialCouncil
        self.signing = signing
        self.adHoc = adHoc
    }

    /// Nil where the campaign leaves one out; a valid campaign has them all.
    public init?(_ campaign: Campaign) {
        guard let unitCouncil = campaign.integer(.unitCouncilDays), let appraisal = campaign.integer(.appraisalDays),
            let provincialCouncil = campaign.integer(.provincialCouncilDays), let signing = campaign.integer(.signingDays),
            let adHoc = campaign.integer(.adHocDays)
        else { return nil }
        self.init(
            unitCouncil: unitCouncil, appraisal: appraisal, provincialCouncil: provincialCouncil, signing: signing, adHoc: adHoc)
    }

    public func days(for stage: DossierStage) -> Int {
        switch stage {
        case .unitCouncil: unitCouncil
        case .appraisal: appraisal
        case .provincialCouncil: provincialCouncil
        case .signing: signing
        case .adHoc: adHoc
        }
    }
}

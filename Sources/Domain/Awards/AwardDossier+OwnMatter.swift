extension AwardDossier.Step {
    /// Whether nobody takes it on an award of his own (A66).
    public var isBarredOnOnesOwn: Bool {
        switch self {
        case .appraise, .refuse, .hold, .release, .decide, .replace, .revoke: true
        case .passUnitCouncil, .submit, .receive, .askSupplement, .supplement, .passProvincialCouncil, .putToChairman, .issue, .present,
            .withdraw, .correct:
            false
        }
    }
}

import Domain

/// What each constraint means when it says no, from the table beside each capability. A partition carries its parent's constraint names.
enum ConstraintProblems {
    static let table: [String: Problem] = [
        access, awards, campaign, cascade, coverage, difficulties, goodModels, initiatives, judgement, ledger, month, awardFiles, notices,
        oversight, papers,
        people,
        review, tenancy, urging,
    ].reduce(into: [:]) { all, part in
        all.merge(part) { first, _ in first }
    }
}

/// Thư khen beside the Bằng khen of a review, for a share of items ahead of time or above target (A52). No form of award: it has no dossier
/// and brings no money.
public enum LetterOfPraise {
    /// Why no letter is drafted. Nil: one is; the Chairman may still decline it, with a note.
    ///
    /// - Parameters:
    ///   - verdict: of the collective.
    ///   - dossier: where the collective's own dossier for the Bằng khen is.
    public static func refusal(_ verdict: UnitVerdict, dossier: AwardDossier.State) -> AwardRefusal? {
        if !verdict.letter { return .letterWithoutShare(verdict.share) }
        return dossier.isDecided ? nil : .letterWithoutAward
    }
}

/// What of a nominee is asked before a step, besides the state of the dossier.
public struct NomineeEligibility: Sendable, Hashable {
    public let track: AwardTrack
    public let subject: AwardSubject
    /// From the frozen snapshot: of a collective its own, also when its first-tier unit fails (A02); of an individual that of the unit which
    /// brings the slots (A03). Nil while nothing is frozen.
    public let verdict: UnitVerdict.Verdict?
    /// Of the nominee, and of the unit of a nominated collective.
    public let holds: [IntegrityHold]

    public init(track: AwardTrack, subject: AwardSubject, verdict: UnitVerdict.Verdict?, holds: [IntegrityHold]) {
        self.track = track
        self.subject = subject
        self.verdict = verdict
        self.holds = holds
    }

    /// Whether the nominee stands in the way of a step. Nil: he does not.
    ///
    /// On the review track of the province `fail` and `insufficientBasis` cannot be submitted; `pending` may be submitted, not decided
    /// (A05, A19, A53). The other tracks ask for no verdict: a unit's own criteria are its own, ad-hoc awards are open to all (A05, A06).
    public func refusal(of step: AwardDossier.Step, on day: CivilDate) -> AwardRefusal? {
        if step.isStoppedByHold, let hold = holds.first(where: { $0.isRunning(on: day) }) {
            return .integrityHold(step, document: hold.document, from: hold.from)
        }
        guard track == .provincialReview, step == .submit || step == .decide else { return nil }
        switch verdict {
        case nil: return .notFrozen
        case .fail, .insufficientBasis: return verdict.map { .verdictForbids($0, subject) }
        case .pending: return step == .decide ? .verdictPending(subject) : nil
        case .pass: return nil
        }
    }

    /// Whether a correction of the frozen figures touches what a dossier rests on: it is flagged, nothing is done by itself (A62).
    ///
    /// - Parameter resting: the verdict when the dossier was submitted.
    public static func isFlipped(_ resting: UnitVerdict.Verdict, by change: VerdictChange) -> Bool {
        change.after?.verdict != resting
    }
}

extension SubUnit {
    /// Whether the unit submits by itself. Nil: it does.
    ///
    /// In a review communes, phòng and other sub-units reach the Chairman through the first-tier unit's tờ trình alone (A01). For a deed a unit
    /// with legal personality may write itself; one without can be awarded, but neither signs nor submits (A10). Inside a unit all propose.
    public func refusalOfSubmitting(on track: AwardTrack) -> AwardRefusal? {
        // The root is the first-tier unit itself, whatever the column says.
        if parent == nil { return nil }
        return switch track {
        case .provincialReview: .throughFirstTier
        case .provincialAdHoc: legalPersonality ? nil : .withoutLegalPersonality
        case .ownReview, .ownAdHoc: nil
        }
    }
}

extension AwardDossier {
    /// Who appraises does not appraise himself: the dossier of Home Affairs goes to a body that the Chairman names (A66). Nil: he may.
    ///
    /// - Parameters:
    ///   - appraiser: the unit of who appraises.
    ///   - isNamed: whether the Chairman named it for this dossier.
    public func refusalOfAppraising(by appraiser: Tenant.ID, isNamed: Bool) -> AwardRefusal? {
        !track.isOwnAuthority && appraiser == proposer && !isNamed ? .ownDossier : nil
    }
}

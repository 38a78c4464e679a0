/// The one regime under which a dossier stands: that of the day on which the competent body had the complete dossier; another one only with
/// a reason (A60).
public struct RegimePin: Sendable, Hashable {
    public let regime: LegalRegime
    /// When the competent body had the complete dossier.
    public let receivedOn: CivilDate
    /// Why it is another regime than the day's own, as of a more favourable new rule; nil of the day's own.
    public let reason: String?

    /// - Throws: ``AwardRefusal/noRegime(_:)``.
    public init(receivedOn: CivilDate, _ regimes: [LegalRegime]) throws(AwardRefusal) {
        guard let regime = regimes.inForce(on: receivedOn) else { throw .noRegime(receivedOn) }
        self.init(regime: regime, receivedOn: receivedOn, reason: nil)
    }

    /// As it was recorded.
    public init(regime: LegalRegime, receivedOn: CivilDate, reason: String?) {
        self.regime = regime
        self.receivedOn = receivedOn
        self.reason = reason
    }

    /// The pin with another regime.
    ///
    /// - Throws: ``AwardRefusal/regimeUnchanged(_:)``, ``AwardRefusal/regimeReasonMissing``, ``AwardRefusal/regimeFixed`` once decided.
    public func changed(to other: LegalRegime, reason: String, in state: AwardDossier.State) throws(AwardRefusal) -> RegimePin {
        if state.isDecided || state.isClosed { throw .regimeFixed }
        if other.code == regime.code { throw .regimeUnchanged(regime.vietnamese) }
        if reason.allSatisfy(\.isWhitespace) { throw .regimeReasonMissing }
        return RegimePin(regime: other, receivedOn: receivedOn, reason: reason)
    }
}

/// Sửa số ghi nhầm: what stood in the register for a signed decision until who records decisions put it right. The paper itself was never wrong; a
/// fault of the paper is an ``AwardAmendment``.
public struct DecisionCorrection: Sendable, Hashable {
    /// As it stood.
    public let decision: Award.Decision
    public let signer: String
    public let reason: String
    public let correctedOn: CivilDate
    /// Of the post that put it right; nil where the officer may not know it.
    public let title: String?

    public init(decision: Award.Decision, signer: String, reason: String, correctedOn: CivilDate, title: String?) {
        self.decision = decision
        self.signer = signer
        self.reason = reason
        self.correctedOn = correctedOn
        self.title = title
    }
}

/// A verdict beside what the council should look at before it decides, as lists show both.
public struct CheckedVerdict: Hashable, Sendable {
    public let verdict: UnitVerdict
    public let checks: [CheckPoint]

    public init(_ verdict: UnitVerdict, checks: [CheckPoint]) {
        self.verdict = verdict
        self.checks = checks
    }
}

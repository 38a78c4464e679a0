/// The verdicts of a review in sum, as its report quotes them.
public struct VerdictSum: Sendable, Hashable {
    public let units: Int
    public let byVerdict: [UnitVerdict.Verdict: Int]
    /// Units that the letter is due to besides.
    public let letters: Int
    /// That the units may propose.
    public let individuals: Int
    public let s1: Int
    public let s2: Int
    public let aheadOrAbove: Int
    public let aheadBase: Int
    /// How often each rule made a unit fail.
    public let failures: [Failure.Count]

    public init(_ units: [UnitVerdict]) {
        self.units = units.count
        byVerdict = Dictionary(grouping: units, by: \.verdict).mapValues(\.count)
        letters = units.count(where: \.letter)
        individuals = units.reduce(0) { $0 + $1.individuals }
        s1 = units.reduce(0) { $0 + $1.s1 }
        s2 = units.reduce(0) { $0 + $1.s2 }
        aheadOrAbove = units.reduce(0) { $0 + $1.aheadOrAbove }
        aheadBase = units.reduce(0) { $0 + $1.aheadBase }
        failures = Failure.counts(units.flatMap(\.failures))
    }

    public var counted: Int { s1 + s2 }
    public var share: String { QuotedShare(aheadOrAbove, of: aheadBase).text }

    public subscript(verdict: UnitVerdict.Verdict) -> Int { byVerdict[verdict] ?? 0 }
}

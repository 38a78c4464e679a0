/// One unit judged item by item, in whatever order they come: of each nothing is kept but what the unit fails by and what the council should look at,
/// so that a ledger is never in memory as a whole. The answers are those of ``Judgement/judge(_:in:)`` and
/// ``CheckPoint/list(of:in:traces:limits:)``.
public struct RunningJudgement: Sendable {
    private var judgement: UnitJudgement
    /// Nil where nobody asks for it.
    private var points: CheckPoint.Seen?

    /// - Parameters:
    ///   - unit: its items are not asked for.
    ///   - ledger: by whose dates, days and parameters it is judged; its units are not asked for.
    ///   - limits: of the plan; nil: what the council should look at is not asked for.
    public init(_ unit: LedgerFile.Unit, in ledger: LedgerFile, limits: CheckPoint.Limits? = nil) {
        judgement = UnitJudgement(unit, in: ledger, keepsItems: false)
        points = limits.map { CheckPoint.Seen(in: ledger, $0) }
    }

    public mutating func add(_ item: LedgerItem) {
        let judged = judgement.add(item)
        points?.add(judged)
    }

    /// Without its items.
    public var verdict: UnitVerdict { judgement.inOrder.verdict }

    /// The verdict beside what the council should look at; the traces alone where no limits were given.
    ///
    /// - Parameter traces: what the database shows.
    public func checked(traces: [CheckPoint]) -> CheckedVerdict {
        let verdict = verdict
        return CheckedVerdict(verdict, checks: CheckPoint.inOrder((points?.inOrder.points(of: verdict) ?? []) + traces))
    }
}

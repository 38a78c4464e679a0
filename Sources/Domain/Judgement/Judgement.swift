/// The judgement of a review: one pure function from a ledger to verdicts.
///
/// The same function judges a campaign in the database and a ledger file without one. It knows no clock: everything it needs stands in
/// the ledger, so equal ledgers give equal verdicts for ever. The rules are those of the ledger file format, rule by rule.
public enum Judgement {
    public static func judge(_ ledger: LedgerFile) -> Verdicts {
        Verdicts(
            campaign: ledger.campaign, review: ledger.review, asOf: ledger.asOf, units: ledger.units.map { judge($0, in: ledger) })
    }

    /// One unit by the dates, days and parameters of a ledger that need not hold it.
    public static func judge(_ unit: LedgerFile.Unit, in ledger: LedgerFile) -> UnitVerdict {
        var judgement = UnitJudgement(unit, in: ledger, keepsItems: true)
        for item in unit.items { judgement.add(item) }
        return judgement.verdict
    }
}

/// The judgement of a review: one pure function from a ledger to verdicts.
///
/// It judges a ledger file without a database; a campaign in the database is judged by the same rules while its items come (``RunningJudgement``). It
/// knows no clock: everything it needs stands in the ledger, so equal ledgers give equal verdicts for ever. The rules are those of the ledger file
/// format, rule by rule.
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

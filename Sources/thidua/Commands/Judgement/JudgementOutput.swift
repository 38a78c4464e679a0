import Documents
import Domain

/// Verdicts as the commands print them.
enum JudgementOutput {
    static func print(_ verdicts: Verdicts, as format: OutputFormat) {
        CommandOutput.print(
            columns: JudgementTables.columns, rows: verdicts.units.map(JudgementTables.row), json: verdicts.json, as: format)
    }

    static func print(_ explanations: [UnitExplanation], in ledger: LedgerFile, as format: OutputFormat) {
        CommandOutput.print(
            columns: JudgementTables.explanationColumns, rows: explanations.flatMap(JudgementTables.rows),
            json: ExplanationJSON.answer(explanations, in: ledger), as: format)
    }

    static func print(_ comparison: ParameterComparison, as format: OutputFormat) {
        CommandOutput.print(
            columns: JudgementTables.comparisonColumns, rows: JudgementTables.rows(comparison), json: ComparisonJSON.value(comparison),
            as: format)
    }
}

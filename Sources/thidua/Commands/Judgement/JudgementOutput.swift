import Documents
import Domain

/// Verdicts as the commands print them.
enum JudgementOutput {
    /// - Parameter rows: the same verdicts, each beside what the council should look at.
    static func print(_ verdicts: Verdicts, _ rows: [CheckedVerdict], as format: OutputFormat) {
        say(verdicts.frozen, verdicts.settledOn, as: format)
        CommandOutput.print(
            columns: JudgementTables.columns, cells: rows.map { JudgementTables.row($0) }, json: verdicts.json, as: format)
    }

    static func print(
        _ explanations: [UnitExplanation], in ledger: LedgerFile, frozen: FrozenMark? = nil, settledOn: CivilDate? = nil,
        as format: OutputFormat
    ) {
        say(frozen, settledOn, as: format)
        CommandOutput.print(
            columns: JudgementTables.explanationColumns, cells: explanations.flatMap(JudgementTables.rows),
            json: ExplanationJSON.answer(explanations, in: ledger, frozen: frozen, settledOn: settledOn), as: format)
    }

    static func print(_ comparison: ParameterComparison, as format: OutputFormat) {
        let rows = JudgementTables.rows(comparison)
        if rows.isEmpty, format == .table { return CommandOutput.say("Không đơn vị nào thay đổi.") }
        CommandOutput.print(
            columns: JudgementTables.comparisonColumns, rows: rows, json: ComparisonJSON.value(comparison),
            as: format)
    }

    /// Above a table; JSON says it itself, and CSV has rows alone.
    private static func say(_ frozen: FrozenMark?, _ settledOn: CivilDate?, as format: OutputFormat) {
        guard format == .table else { return }
        let words = frozen?.vietnamese ?? settledOn.map { Verdicts.words(settledOn: $0) }
        if let words { CommandOutput.say("Số liệu \(words).") }
    }
}

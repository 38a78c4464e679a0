import Documents
import Domain

/// Verdicts as the commands print them.
enum JudgementOutput {
    /// As a table or as CSV.
    ///
    /// - Parameters:
    ///   - verdicts: its units are not asked for.
    ///   - rows: of its units.
    static func print(_ verdicts: Verdicts, _ rows: [[Table.Cell]], as format: OutputFormat) {
        say(verdicts.frozen, verdicts.settledOn, as: format)
        CommandOutput.print(columns: JudgementTables.columns, cells: rows, json: verdicts.json, as: format)
    }

    /// For programs, which are not told what the council should look at.
    ///
    /// - Parameters:
    ///   - verdicts: its units are not asked for.
    ///   - units: each as ``json(_:)`` has it.
    static func print(_ verdicts: Verdicts, json units: [String]) {
        CommandOutput.printJSON(verdicts.head, ending: Verdicts.unitsMember, units)
    }

    /// A unit in the answer for programs: of a large ledger that is long, and is kept as text alone.
    static func json(_ unit: UnitVerdict) -> String { unit.json.text(.indented, depth: 2) }

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

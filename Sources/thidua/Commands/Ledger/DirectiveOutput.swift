import Documents
import Domain

/// Papers as commands print them.
enum DirectiveOutput {
    static func print(_ directive: Directive, as format: OutputFormat) {
        CommandOutput.print(
            columns: DirectiveTables.columns, cells: [DirectiveTables.row(directive)], json: DirectiveJSON.value(directive), as: format)
    }
}

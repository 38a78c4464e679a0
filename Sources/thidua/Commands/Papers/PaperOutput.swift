import Domain
import Operations

/// Signed papers as commands print them: as their list.
enum PaperOutput {
    static func print(_ papers: [PaperAct], as format: OutputFormat) {
        CommandOutput.print(papers, of: ListPapers.sheet, as: format)
    }
}

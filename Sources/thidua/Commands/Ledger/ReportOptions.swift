import ArgumentParser
import Domain
import Operations

/// A report on an item, whether it is filed or drafted.
struct ReportOptions: ParsableArguments {
    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @OptionGroup var words: ReportWords

    var report: ReportProgress { words.report(on: item) }
}

/// What a report says.
struct ReportWords: ParsableArguments {
    @Flag(help: "This is the result, on which the assigner rules.")
    var result = false

    @Option(
        help: """
            Date of the evidence; of a result the day it was reached, of a figure the end of the period it measures, never the day of its publication. \
            Today when absent.
            """)
    var date: CivilDate?

    @Option(help: "Of a task: \(MilestoneLadder.reportable.map(String.init).joined(separator: ", ")) percent.")
    var milestone: Int?

    @Option(help: "Of a target: what was measured, such as 7,5 or 24.000.")
    var figure: Quantity?

    @Option(help: "How sure the figure is: uoc, so_bo, chinh_thuc.")
    var figureStatus: ProgressReport.Figure.Status?

    @Option(help: "Number and symbol of the paper that is the evidence.")
    var number = ""

    @Option(help: "Who issued that paper.")
    var issuer = ""

    @Option(help: "What was done.")
    var narrative = ""

    @Option(help: "Deadline of a periodic item that it delivers for.")
    var occurrence: CivilDate?

    @Option(help: "Co-ordinating unit that holds the item up, as the item names it; --narrative says why.")
    var delayedBy: String?

    func validate() throws {
        if (figure == nil) != (figureStatus == nil) {
            throw ValidationError("--figure và --figure-status phải đi cùng nhau; ghi đủ cả hai hoặc bỏ cả hai")
        }
    }

    func report(on item: WorkItem.ID) -> ReportProgress {
        var measured: ProgressReport.Figure?
        if let figure, let figureStatus { measured = ProgressReport.Figure(value: figure, status: figureStatus) }
        return ReportProgress(
            item: item, isResult: result, evidenceOn: date, milestonePercent: milestone, figure: measured, documentNumber: number,
            documentIssuer: issuer, narrative: narrative, occurrence: occurrence, delayedBy: delayedBy)
    }
}

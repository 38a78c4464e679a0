import ArgumentParser
import Domain
import Operations

struct ReportProgressCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "The unit reports how far an item has come, or its result.",
        discussion: """
            Example: thidua item report 01890a5d-ac96-774b-bcce-b302099a8057 --date 2023-05-31 --milestone 50 --number 12/BC-UBND
            Example: thidua item report 01890a5d-ac96-774b-bcce-b302099a8057 --result --figure 7,5 --figure-status chinh_thuc
            What was said is never changed: a correction is a further report.
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Flag(help: "This is the result, on which the assigner rules.")
    var result = false

    @Option(help: "Date of the evidence; of a result the day it was reached. Today when absent.")
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

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        if (figure == nil) != (figureStatus == nil) {
            throw ValidationError("--figure và --figure-status phải đi cùng nhau; ghi đủ cả hai hoặc bỏ cả hai")
        }
    }

    func run() async throws {
        var measured: ProgressReport.Figure?
        if let figure, let figureStatus { measured = ProgressReport.Figure(value: figure, status: figureStatus) }
        let act = ReportProgress(
            item: item, isResult: result, evidenceOn: date, milestonePercent: milestone, figure: measured, documentNumber: number,
            documentIssuer: issuer, narrative: narrative)
        try await officer.printItem(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}

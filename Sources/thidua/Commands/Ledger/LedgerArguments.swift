public import ArgumentParser
public import Domain

extension LedgerItem.Kind: ExpressibleByArgument {}
extension LedgerItem.Role: ExpressibleByArgument {}
extension LedgerGrouping: ExpressibleByArgument {}
extension Timeliness: ExpressibleByArgument {}
extension LedgerFigure: ExpressibleByArgument {}
extension WorkItem.Completion: ExpressibleByArgument {}
extension TargetMeasure.Direction: ExpressibleByArgument {}
extension ProgressReport.Figure.Status: ExpressibleByArgument {}
extension Ruling.Kind: ExpressibleByArgument {}
extension Ruling.Fault: ExpressibleByArgument {}
extension DisputeStep.Ground: ExpressibleByArgument {}
extension DisputeStep.Remedy: ExpressibleByArgument {}
extension Campaign.Review: ExpressibleByArgument {}
extension ReviewDispute.Answer.Outcome: ExpressibleByArgument {}
extension Draft.Approval: ExpressibleByArgument {}
extension ItemDraft.State: ExpressibleByArgument {}
extension Recurrence.Period: ExpressibleByArgument {}

/// A number as an officer writes it: `7,5` or `24.000`, where a point before three digits separates thousands.
extension Quantity: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(vietnamese: argument)
    }
}

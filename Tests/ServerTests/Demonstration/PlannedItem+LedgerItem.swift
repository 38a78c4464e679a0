import Domain
import Operations
import Testing

extension LedgerItem {
    /// What a review sees of a planned item at the end of the plan, without any database: facts folded one by one.
    init(_ item: PlannedItem, role: Role = .lead) throws {
        var percent = 0
        var measured: [CivilDate: Quantity] = [:]
        var actual: Quantity?
        var status = Status.active
        var extensions: [DueDateExtension] = []
        var asked: CivilDate?
        var sent: CivilDate?
        var completedOn: CivilDate?
        var returns = 0
        var findings = 0
        var delivered: [CivilDate: CivilDate] = [:]
        var confirmed: [CivilDate: CivilDate] = [:]
        for fact in item.facts {
            switch fact.event {
            case .reported(let step): percent = step
            case .measured(let value): measured[fact.on] = value
            case .confirmed: break
            case .figureConfirmed(let day): actual = measured[day]
            case .sent: sent = fact.on
            case .returned: returns += 1
            case .accepted: completedOn = sent
            case .askedForTime: asked = fact.on
            case .extended(let day):
                extensions.append(try #require(DueDateExtension(requestedOn: asked, decision: .granted(on: fact.on, newDueOn: day))))
                asked = nil
            case .exempted: status = .exempt
            case .cancelled: status = .cancelled
            case .foundAtFault: findings += 1
            case .delivered(let occurrence): delivered[occurrence] = fact.on
            case .deliveryConfirmed(let occurrence): confirmed[occurrence] = delivered[occurrence]
            case .acknowledged: break
            }
        }
        if let asked { extensions.append(try #require(DueDateExtension(requestedOn: asked, decision: .pending))) }
        var work = Work.task(milestonePercent: completedOn == nil ? percent : 100)
        if let measure = item.measure {
            work = .target(
                try #require(
                    TargetMeasure(
                        direction: measure.direction, target: measure.target, actual: actual, baseline: measure.baseline,
                        isMeasuredAtYearEnd: measure.atYearEnd)))
        }
        self.init(
            code: item.code, work: work, isInCampaign: item.isInCampaign, role: role, status: status, assignedOn: item.assignedOn,
            originalDueOn: item.dueOn, extensions: extensions, completedOn: completedOn, isAccepted: completedOn != nil,
            qualityReturns: returns, violations: findings,
            occurrences: item.occurrences.map { Occurrence(dueOn: $0, completedOn: confirmed[$0]) })
    }
}

extension WorkItemDetail {
    /// What the officer can do to the item now: the steps that are in order and his to take. Row policies and constraints have the last word.
    public func steps(for officer: ActingOfficer) -> [WorkItem.Step] {
        let item = entry.item
        let isDoer = officer.home == item.tenant && officer.may(.reportProgress)
        let isAssigner = officer.may(.ruleItem) && !item.isWork(of: officer) && rules(officer)
        return WorkItem.Step.allCases.filter { step in
            guard entry.standing.refusal(of: step, role: item.role) == nil, isTimely(step) else { return false }
            return switch step {
            case .acknowledge, .report, .submitResult, .withdraw, .askExtension, .dispute: isDoer
            case .handOn: officer.home == item.tenant && officer.may(.assignItem)
            case .change, .transfer: isAssigner && officer.may(.assignItem)
            case .accept, .sendBack, .confirm, .recordViolation, .exempt, .cancel, .replace, .decideExtension, .answerDispute: isAssigner
            case .extendPostFacto: officer.may(.ruleItem) && [.chairman, .unitHead].contains(officer.role) && !item.isWork(of: officer)
            }
        }
    }

    /// Whose the item is to rule on: who gave it; of what the Office gave itself, the leadership (A66).
    private func rules(_ officer: ActingOfficer) -> Bool {
        let item = entry.item
        if officer.home == item.assigner { return true }
        return officer.may(.readProvince) && item.isProvinces && item.tenant == item.assigner
    }

    /// What the standing does not tell: whether something waits for the step, or stands in its way.
    private func isTimely(_ step: WorkItem.Step) -> Bool {
        switch step {
        case .askExtension: entry.item.terms.dueOn != nil && extensions.undecided == nil
        case .decideExtension: extensions.undecided != nil
        case .extendPostFacto: entry.item.terms.dueOn.map { $0 < day } ?? false
        case .dispute: disputes.open == nil
        case .answerDispute: disputes.open != nil
        case .confirm: reports.last { $0.kind == .reported }.map { last in !rulings.contains { $0.report == last.id } } ?? false
        default: true
        }
    }
}

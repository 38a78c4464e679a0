extension WorkItemDetail {
    /// What the officer can do to the item now: the steps that are in order and his to take. Row policies and constraints have the last word.
    public func steps(for officer: ActingOfficer) -> [WorkItem.Step] {
        let item = entry.item
        let isDoer = officer.home == item.tenant && officer.may(.reportProgress)
        let isAssigner = officer.may(.ruleItem) && !item.isWork(of: officer) && rules(officer)
        return WorkItem.Step.allCases.filter { step in
            let role = step == .transfer && hasHeir ? .lead : item.role
            guard entry.standing.refusal(of: step, role: role) == nil, isTimely(step) else { return false }
            return switch step {
            case .acknowledge, .report, .supplement, .submitResult, .withdraw, .askExtension, .dispute: isDoer
            case .handOn: officer.home == item.tenant && officer.may(.assignItem)
            case .change, .transfer: isAssigner && officer.may(.assignItem)
            case .accept, .sendBack, .confirm, .recordViolation, .exempt, .cancel, .replace, .revoke, .answerDispute: isAssigner
            case .decideExtension: isAssigner || waitsForTheChairman(officer)
            case .extendPostFacto: maySignPostFacto(officer)
            }
        }
    }

    /// The changes by which the assigner moved the due date to a later day by a paper of his own, nobody having asked: what was extended is
    /// not among them.
    public var laterByTheAssigner: [Change] {
        let extended = Set(extensions.compactMap(\.decision?.replacedVersion))
        let after = changes.dropFirst().map(\.dueOn) + [entry.item.terms.dueOn]
        return zip(changes, after).compactMap { change, after in
            guard let before = change.dueOn, let after, before < after, !extended.contains(change.version) else { return nil }
            return change
        }
    }

    /// Reports to which the officer may still add files: of his own unit, not judged yet.
    public func reportsToSupport(for officer: ActingOfficer) -> [ProgressReport] {
        guard officer.home == entry.item.tenant, officer.may(.reportProgress) else { return [] }
        let judged = Set(rulings.compactMap(\.report))
        return reports.filter { $0.kind != .acknowledged && !judged.contains($0.id) }
    }

    /// Reports that count for nothing until they are confirmed, and nobody ruled on: the last first.
    public var reportsToConfirm: [ProgressReport] {
        let ruled = Set(rulings.compactMap(\.report))
        return reports.filter { $0.asksForConfirmation && !ruled.contains($0.id) }.reversed()
    }

    /// Whether the officer may split the item or merge it with others, by a correction record (A15).
    public func mayBeCutAnew(by officer: ActingOfficer) -> Bool {
        let item = entry.item
        return officer.may(.ruleItem) && officer.may(.assignItem) && !item.isWork(of: officer) && rules(officer)
            && entry.standing.refusal(of: .cancel, role: item.role) == nil
            && entry.hindranceToCutting(isPeriodic: !occurrences.isEmpty, isHandedOn: !children.isEmpty) == nil
    }

    /// Whose the item is to rule on: who gave it; of what the Office gave itself, the leadership (A66). From which seat, the row policies say.
    private func rules(_ officer: ActingOfficer) -> Bool {
        let item = entry.item
        guard isRuledHere else { return false }
        if officer.home == item.assigner { return true }
        return officer.may(.readProvince) && item.isProvinces && item.tenant == item.assigner
    }

    /// A27: asked in time and undecided, from the due date on.
    private func waitsForTheChairman(_ officer: ActingOfficer) -> Bool {
        officer.role == .chairman && officer.may(.ruleItem) && entry.item.isProvinces
            && extensions.undecided?.state(at: day) == .withChairman
    }

    /// After the due date: of what the province gave the Chairman, inside a unit its head.
    private func maySignPostFacto(_ officer: ActingOfficer) -> Bool {
        let item = entry.item
        guard officer.may(.ruleItem), !item.isWork(of: officer) else { return false }
        return officer.role == .chairman ? item.isProvinces : officer.role == .unitHead && rules(officer)
    }

    /// What the standing does not tell: whether something waits for the step, or stands in its way.
    private func isTimely(_ step: WorkItem.Step) -> Bool {
        switch step {
        // Before the result was accepted these are reports like any other.
        case .supplement:
            entry.standing.acceptedOn != nil
                && (entry.item.kind == .target || !occurrences.isEmpty || !entry.item.terms.coordinators.isEmpty)
        case .askExtension: entry.item.terms.dueOn != nil && extensions.undecided == nil
        case .decideExtension: extensions.undecided != nil
        case .extendPostFacto: entry.item.terms.dueOn.map { $0 < day } ?? false
        case .dispute: disputes.open == nil
        case .answerDispute: disputes.open != nil
        case .confirm: !reportsToConfirm.isEmpty
        default: true
        }
    }
}

extension LedgerEntry {
    /// Why the work is not cut anew, as officers read it; nil: only what nobody judged yet, whose date was not moved and nothing was handed on of.
    public func hindranceToCutting(isPeriodic: Bool, isHandedOn: Bool) -> String? {
        if isHandedOn { return "đã giao tiếp cho cấp dưới" }
        if item.originalDueOn != item.terms.dueOn { return "đã điều chỉnh thời hạn" }
        if isPeriodic { return "là nhiệm vụ định kỳ, kỳ hạn đã giao không bỏ được" }
        if standing.acceptedOn != nil || standing.pendingResult != nil
            || standing.returns + standing.violations + standing.revocations > 0
        {
            return "đã có báo cáo kết quả hoặc kết luận"
        }
        return item.role == .coordinate ? "là phần phối hợp; tách, gộp nhiệm vụ của cơ quan chủ trì" : nil
    }
}

extension Campaign {
    func dateFaults() -> [CampaignFault] {
        directiveDateFaults() + spanFaults() + phaseFaults() + reviewPlaceFaults() + deadlineFaults()
    }

    private func directiveDateFaults() -> [CampaignFault] {
        legalBases.enumerated().filter { $0.element.date > paper.date }.map { index, directive in
            CampaignFault("legalBases[\(index)].date", .directiveAfterPlan(directive.date, plan: paper.date), comparedWith: ["paper.date"])
        }
    }

    private func spanFaults() -> [CampaignFault] {
        guard span.to < span.from else { return [] }
        return [CampaignFault("span.to", .endsBeforeStart(from: span.from, to: span.to), comparedWith: ["span.from"])]
    }

    private func phaseFaults() -> [CampaignFault] {
        var faults: [CampaignFault] = []
        for (index, phase) in phases.enumerated() {
            let from = "phases[\(index)].from"
            let to = "phases[\(index)].to"
            if phase.to < phase.from {
                faults.append(CampaignFault(to, .endsBeforeStart(from: phase.from, to: phase.to), comparedWith: [from]))
            }
            if span.from <= span.to {
                for (path, date) in [(from, phase.from), (to, phase.to)] where !span.contains(date) {
                    let fault = CampaignFault(path, .phaseOutsideSpan(span: span.from...span.to), comparedWith: ["span.from", "span.to"])
                    faults.append(fault)
                }
            }
            if index > 0 {
                let expected = phases[index - 1].to.adding(days: 1)
                if phase.from != expected {
                    faults.append(
                        CampaignFault(from, .phaseNotContiguous(expected: expected), comparedWith: ["phases[\(index - 1)].to"])
                    )
                }
            }
            if let meant = meaning(ofEndIn: phase.words), meant != phase.to {
                let rule = CampaignFault.Rule.dateAgainstWords(phase.words, meant: meant, found: phase.to)
                faults.append(CampaignFault(to, rule, comparedWith: ["phases[\(index)].words"]))
            }
        }
        return faults
    }

    private func reviewPlaceFaults() -> [CampaignFault] {
        var faults: [CampaignFault] = []
        var interimAt: String?
        for (index, phase) in phases.enumerated() {
            let path = "phases[\(index)].review"
            let isLast = index == phases.count - 1
            switch phase.review {
            case .final where !isLast:
                faults.append(CampaignFault(path, .finalReviewTooEarly))
            case .interim:
                if isLast {
                    faults.append(CampaignFault(path, .lastPhaseNeedsFinalReview))
                } else if let first = interimAt {
                    faults.append(CampaignFault(path, .secondInterimReview, comparedWith: [first]))
                }
                interimAt = interimAt ?? path
            case nil where isLast:
                faults.append(CampaignFault(path, .lastPhaseNeedsFinalReview))
            case .final, nil: break
            }
        }
        return faults
    }

    private func deadlineFaults() -> [CampaignFault] {
        let path = "launch.deadline.date"
        let deadline = launch.deadline
        var faults: [CampaignFault] = []
        if let meant = meaning(of: deadline.words) {
            if meant != deadline.date {
                let rule = CampaignFault.Rule.dateAgainstWords(deadline.words, meant: meant, found: deadline.date)
                faults.append(CampaignFault(path, rule, comparedWith: ["launch.deadline.words"]))
            }
        } else if deadline.fixedBy == nil {
            faults.append(
                CampaignFault("launch.deadline.words", .wordsNotUnderstood(deadline.words), comparedWith: ["launch.deadline.fixedBy"]))
        }
        if deadline.date < paper.date {
            faults.append(CampaignFault(path, .deadlineBeforeSignature(paper.date), comparedWith: ["paper.date"]))
        } else if let first = phases.first, first.from <= first.to, !(first.from...first.to).contains(deadline.date) {
            let rule = CampaignFault.Rule.deadlineOutsideFirstPhase(first.from...first.to)
            faults.append(CampaignFault(path, rule, comparedWith: ["phases[0].from", "phases[0].to"]))
        }
        return faults
    }

    // MARK: Words

    /// The day that the words of a deadline set (A22), if they set one.
    private func meaning(of words: String) -> CivilDate? {
        do {
            return try DueWords(words, year: span.to.year).dueOn
        } catch {
            return nil
        }
    }

    /// The day that words like “Từ … đến …” end on; a phase may be worded otherwise, and then only its dates speak.
    private func meaning(ofEndIn words: String) -> CivilDate? {
        guard let end = words.ranges(of: "đến").last else { return nil }
        return meaning(of: String(words[end.lowerBound...]))
    }
}

public import Domain

/// Verdicts with their explanations as programs read them: the answer of judgement with one member more for each unit.
public enum ExplanationJSON {
    /// - Parameters:
    ///   - frozen: from which version of the frozen figures it comes.
    ///   - settledOn: as of ``Verdicts/settledOn``.
    public static func answer(
        _ explanations: [UnitExplanation], in ledger: LedgerFile, frozen: FrozenMark? = nil, settledOn: CivilDate? = nil
    ) -> JSONValue {
        var members = JSONObject([
            ("campaign", .string(ledger.campaign)), ("review", .string(ledger.review.rawValue)),
            ("asOf", .string(ledger.asOf.description)),
        ])
        if let frozen { members.append("snapshot", frozen.json) }
        if let settledOn { members.append("settledOn", .string(settledOn.description)) }
        members.append("units", .array(explanations.map(unit)))
        return .object(members)
    }

    public static func unit(_ explanation: UnitExplanation) -> JSONValue {
        var members = explanation.verdict.members
        members.append("explanation", value(explanation))
        return .object(members)
    }

    private static func value(_ explanation: UnitExplanation) -> JSONValue {
        [
            "name": .string(explanation.verdict.name), "verdictName": .string(explanation.verdict.verdict.vietnamese),
            "share": .string(explanation.verdict.share), "reasons": .array(explanation.reasons.map(reason)),
            "toPass": .array(explanation.toPass.map(step)), "toLetter": .array(explanation.toLetter.map(step)),
            "checks": .array(explanation.checks.map(check)),
        ]
    }

    private static func reason(_ reason: UnitExplanation.Reason) -> JSONValue {
        [
            "item": .string(orNull: reason.failure.item), "rule": .string(reason.failure.rule.rawValue),
            "ruleName": .string(reason.failure.ruleWords), "detail": .string(reason.failure.detail),
            "papers": reason.papers.map(papers) ?? .null,
        ]
    }

    private static func papers(_ papers: ItemPapers) -> JSONValue {
        [
            "id": .string(papers.item.description), "tenant": .string(papers.tenant.text), "title": .string(papers.title),
            "directive": .string(orNull: papers.directive), "source": .string(papers.source),
            "acts": .array(papers.acts.map { ["on": .string($0.on.description), "words": .string($0.words)] }),
        ]
    }

    private static func step(_ step: UnitExplanation.Step) -> JSONValue {
        [
            "kind": .string(step.kind.rawValue), "item": .string(orNull: step.item), "by": .string(orNull: step.by),
            "words": .string(step.words),
        ]
    }

    private static func check(_ check: CheckPoint) -> JSONValue {
        [
            "kind": .string(check.kind.rawValue), "kindName": .string(check.kind.vietnamese),
            "items": .array(check.items.map(JSONValue.string)), "words": .string(check.words),
        ]
    }
}

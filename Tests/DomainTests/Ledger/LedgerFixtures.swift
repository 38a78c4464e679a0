import Domain

/// A date that is written in a test; one that does not exist is a mistake in the test.
func day(_ iso: String) -> CivilDate {
    guard let date = CivilDate(iso) else { preconditionFailure("“\(iso)” is no date") }
    return date
}

/// A quantity that is written in a test.
func quantity(_ text: String) -> Quantity {
    guard let quantity = Quantity(text) else { preconditionFailure("“\(text)” is no quantity") }
    return quantity
}

extension LedgerItem {
    /// A task given in January; accepted when it is completed.
    static func task(
        _ code: String = "NV", due: String?, completed: String? = nil, milestone: Int = 0, assigned: String = "2023-01-10"
    ) -> LedgerItem {
        LedgerItem(
            code: code, work: .task(milestonePercent: milestone), assignedOn: day(assigned), originalDueOn: due.map(day),
            completedOn: completed.map(day), isAccepted: completed != nil)
    }

    /// A target given in January; accepted when it is completed.
    static func target(
        _ target: String, _ direction: TargetMeasure.Direction = .atLeast, code: String = "CT", actual: String?, baseline: String? = nil,
        due: String?, completed: String? = nil, measuredAtYearEnd: Bool = false, assigned: String = "2023-01-10"
    ) -> LedgerItem {
        guard
            let measure = TargetMeasure(
                direction: direction, target: quantity(target), actual: actual.map(quantity), baseline: baseline.map(quantity),
                isMeasuredAtYearEnd: measuredAtYearEnd)
        else { preconditionFailure("a reduction needs a baseline") }
        return LedgerItem(
            code: code, work: .target(measure), assignedOn: day(assigned), originalDueOn: due.map(day), completedOn: completed.map(day),
            isAccepted: completed != nil)
    }

    /// A copy with something else in it.
    func with(_ change: (inout LedgerItem) throws -> Void) rethrows -> LedgerItem {
        var copy = self
        try change(&copy)
        return copy
    }
}

extension LedgerFile {
    /// A frozen interim review of one first-tier unit on 30/6/2023.
    static func interim(_ items: [LedgerItem], motto: Bool? = true, _ change: (inout LedgerFile) -> Void = { _ in }) -> LedgerFile {
        ledger(.interim, asOf: "2023-06-30", items, motto: motto, change)
    }

    /// A frozen final review of one first-tier unit on 31/12/2023.
    static func final(_ items: [LedgerItem], motto: Bool? = true, _ change: (inout LedgerFile) -> Void = { _ in }) -> LedgerFile {
        ledger(.final, asOf: "2023-12-31", items, motto: motto, change)
    }

    private static func ledger(
        _ review: Campaign.Review, asOf: String, _ items: [LedgerItem], motto: Bool?, _ change: (inout LedgerFile) -> Void
    ) -> LedgerFile {
        let unit = Unit(code: "DV", name: "Đơn vị", isMottoAccepted: motto, items: items)
        var ledger = LedgerFile(
            campaign: "PT", review: review, isFrozen: true, asOf: day(asOf), parameters: .ledgerFileDefaults, units: [unit])
        change(&ledger)
        return ledger
    }

    /// The verdict on its first unit.
    var verdict: UnitVerdict { Judgement.judge(self).units[0] }
}

extension UnitVerdict {
    /// Failures in short: `NV:late`, `motto`.
    var reasons: [String] {
        failures.map { failure in (failure.item.map { "\($0):" } ?? "") + failure.rule.rawValue }
    }
}

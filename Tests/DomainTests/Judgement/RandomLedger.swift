import Domain

/// Ledgers as wild as the format allows, with values close to every boundary.
enum RandomLedger {
    static func make(using generator: inout SeededGenerator) -> LedgerFile {
        let review = Campaign.Review.allCases.randomElement(using: &generator) ?? .interim
        let asOf = day(review == .interim ? "2023-06-30" : "2023-12-31").adding(days: Int.random(in: 0...3, using: &generator) * -5)
        var ledger = LedgerFile(
            campaign: "PT", review: review, isFrozen: .random(using: &generator), asOf: asOf,
            calendar: WorkingCalendar(holidays: days(6, using: &generator), workingDays: days(6, using: &generator)),
            parameters: .ledgerFileDefaults, units: [])
        ledger.parameters.s2Rule = JudgementParameters.LaterItemsRule.allCases.randomElement(using: &generator) ?? .each
        ledger.parameters.aheadBase = JudgementParameters.AheadBase.allCases.randomElement(using: &generator) ?? .counted
        ledger.parameters.minimumEarlyWorkingDays = Int.random(in: 0...4, using: &generator)
        ledger.parameters.newItemGraceWorkingDays = Int.random(in: 0...20, using: &generator)
        ledger.parameters.carryPhaseOneLate = .random(using: &generator)
        // Most units do nearly all they should, so that a pass is common too.
        ledger.units = (0..<4).map { index in
            let care = [0, 60, 95, 100].randomElement(using: &generator) ?? 0
            return LedgerFile.Unit(
                code: "DV\(index)", name: "Đơn vị \(index)", isFirstTier: .random(using: &generator),
                isMottoAccepted: [true, true, false, nil].randomElement(using: &generator) ?? nil,
                items: (0..<Int.random(in: 0...8, using: &generator)).map { item("NV\($0)", care: care, using: &generator) })
        }
        return ledger
    }

    private static func days(_ count: Int, using generator: inout SeededGenerator) -> [CivilDate] {
        (0..<count).map { _ in day("2023-06-01").adding(days: Int.random(in: 0...40, using: &generator)) }
    }

    private static func item(_ code: String, care: Int, using generator: inout SeededGenerator) -> LedgerItem {
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
        let careless = !chance(care)
        let dueOn = day("2023-05-15").adding(days: Int.random(in: 0...235, using: &generator))
        var item = LedgerItem(
            code: code, work: work(careless: careless, using: &generator),
            assignedOn: day("2023-06-25").adding(days: -Int.random(in: 0...100, using: &generator)),
            originalDueOn: chance(90) ? dueOn : nil)
        if chance(careless ? 60 : 97) {
            item.completedOn = dueOn.adding(days: Int.random(in: -8...(careless ? 2 : 0), using: &generator))
            item.isAccepted = chance(careless ? 80 : 100)
        }
        if careless {
            item.isInCampaign = chance(90)
            item.role = chance(90) ? .lead : .coordinate
            item.status = chance(85) ? .active : [.exempt, .cancelled].randomElement(using: &generator) ?? .exempt
            item.qualityReturns = Int.random(in: 0...2, using: &generator)
            item.violations = chance(10) ? 1 : 0
        }
        if chance(25) { item.extensions = (0...1).compactMap { _ in anExtension(of: dueOn, using: &generator) } }
        if chance(15) {
            let occurrence = dueOn.adding(days: -30)
            item.occurrences = [.init(dueOn: occurrence, completedOn: chance(70) ? occurrence.adding(days: careless ? 1 : 0) : nil)]
        }
        return item
    }

    private static func work(careless: Bool, using generator: inout SeededGenerator) -> LedgerItem.Work {
        let milestone = LedgerItem.milestones.randomElement(using: &generator) ?? 0
        let actual = ["-1", "0", "3.4999999999", "3.5", "7", "7.1", nil].randomElement(using: &generator) ?? nil
        let measure = TargetMeasure(
            direction: TargetMeasure.Direction.allCases.randomElement(using: &generator) ?? .atLeast,
            target: quantity(["7", "0", "-2"].randomElement(using: &generator) ?? "7"), actual: actual.map(quantity),
            baseline: quantity(["10", "7", "0"].randomElement(using: &generator) ?? "10"), isMeasuredAtYearEnd: .random(using: &generator))
        guard let measure, Bool.random(using: &generator) else { return .task(milestonePercent: careless ? milestone : max(50, milestone)) }
        return .target(measure)
    }

    private static func anExtension(of dueOn: CivilDate, using generator: inout SeededGenerator) -> DueDateExtension? {
        let decidedOn = dueOn.adding(days: Int.random(in: -5...1, using: &generator))
        let decisions: [DueDateExtension.Decision] = [
            .pending, .refused(on: decidedOn), .granted(on: decidedOn, newDueOn: dueOn.adding(days: 20)),
            .granted(on: decidedOn, newDueOn: day("2024-01-15")),
        ]
        return DueDateExtension(
            requestedOn: Bool.random(using: &generator) ? decidedOn.adding(days: -1) : nil,
            decision: decisions.randomElement(using: &generator) ?? .pending,
            isPostFacto: .random(using: &generator))
    }
}

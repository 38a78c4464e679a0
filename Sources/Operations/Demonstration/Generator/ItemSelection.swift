import Domain

/// Which templates a unit is given, and what becomes of each (rules 2 and 3 of `scenarios.csv`).
struct ItemSelection {
    struct Assignment {
        let template: ItemTemplate
        let topic: String
        let fate: Scenario.Fate
    }

    let unit: PlannedUnit
    let scenario: Scenario
    /// Of the unit, from 0.
    let position: Int
    let templates: [ItemTemplate]

    /// In the order of the unit's items: tasks, periodic items, targets.
    func assignments() throws -> [Assignment] {
        let applying = templates.filter { $0.applies(to: unit) }
        return try tasks(applying.filter { $0.kind == .task }) + periodic(applying.filter { $0.kind == .periodic })
            + targets(applying.filter { $0.kind == .target })
    }

    private func tasks(_ templates: [ItemTemplate]) throws -> [Assignment] {
        let fates = Scenario.Fate.ofTasks.flatMap { Array(repeating: $0, count: scenario.count($0)) }
        let topics = templates.map(\.topics.count).max() ?? 0
        let texts = (0..<topics).flatMap { t in
            templates.filter { $0.topics.count > t }.map { ($0, $0.topics[t]) }
        }
        guard texts.count >= fates.count else { throw tooFew("task") }
        if fates.isEmpty { return [] }
        // A step without a common divisor with the count meets every fate once, and spreads them over the list.
        guard let step = [7, 11, 13].first(where: { Self.greatestCommonDivisor($0, fates.count) == 1 }) else { throw tooFew("task") }
        return fates.indices.map { i in
            Assignment(template: texts[i].0, topic: texts[i].1, fate: fates[(step * i + position) % fates.count])
        }
    }

    private func periodic(_ templates: [ItemTemplate]) throws -> [Assignment] {
        guard templates.count >= scenario.count(.periodic) else { throw tooFew("periodic") }
        return templates.prefix(scenario.count(.periodic)).map { Assignment(template: $0, topic: "", fate: .periodic) }
    }

    private func targets(_ templates: [ItemTemplate]) throws -> [Assignment] {
        let atYearEnd = templates.filter { $0.measure?.atYearEnd == true }
        var others = templates.filter { $0.measure?.atYearEnd == false }
        if !others.isEmpty {
            let turn = position % others.count
            others = Array(others[turn...] + others[..<turn])
        }
        let canBeLow = others.filter { $0.measure?.baseline == nil || $0.measure?.direction.isReduction == true }
        let low = canBeLow.prefix(scenario.count(.targetLow))
        let rest = others.filter { !low.contains($0) }
        let above = rest.prefix(scenario.count(.targetAbove))
        let half = rest.dropFirst(above.count).prefix(scenario.count(.targetHalf))
        let late = atYearEnd.prefix(scenario.count(.targetYearEnd))
        let groups: [(Scenario.Fate, ArraySlice<ItemTemplate>)] = [
            (.targetLow, low), (.targetAbove, above), (.targetHalf, half), (.targetYearEnd, late),
        ]
        return try groups.flatMap { fate, templates in
            guard templates.count == scenario.count(fate) else { throw tooFew(fate.rawValue) }
            return templates.map { Assignment(template: $0, topic: "", fate: fate) }
        }
    }

    private func tooFew(_ kind: String) -> Problem {
        .demonstrationData("scenarios.csv, đơn vị \(unit.code): item-templates.csv không đủ mẫu \(kind).")
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }
}

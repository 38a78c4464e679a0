import Domain

/// Makes the ledger of a demonstration, by the rules at the top of `scenarios.csv`: whole-number arithmetic on indexes, no chance.
struct ItemGenerator {
    let files: DemonstrationFiles
    /// How many items each directive has so far.
    private var numbers: [String: Int] = [:]
    private let leaders: [String: String]

    init(_ files: DemonstrationFiles) {
        self.files = files
        leaders = Dictionary(files.sectors.map { ($0.code, $0.leader) }, uniquingKeysWith: { first, _ in first })
    }

    /// The items of all units, each followed by its unit's parts that were handed on (rules 1 to 9).
    mutating func items() throws -> [PlannedItem] {
        var own: [[DraftItem]] = []
        for (position, pair) in zip(files.units, files.scenarios).enumerated() {
            own.append(try drafts(of: pair.0, pair.1, position: position))
        }
        coordinate(&own)
        return zip(files.scenarios, own).flatMap { scenario, drafts in
            drafts.map(\.item) + HandingOn(scenario: scenario, settings: files.settings, calendar: files.calendar).parts(of: drafts)
        }
    }

    /// Rules 2 and 3: which texts meet which fates.
    private mutating func drafts(of unit: PlannedUnit, _ scenario: Scenario, position: Int) throws -> [DraftItem] {
        var seen: [Scenario.Fate: Int] = [:]
        return try ItemSelection(unit: unit, scenario: scenario, position: position, templates: files.templates).assignments()
            .enumerated().map { index, assignment in
                let repetition = seen[assignment.fate, default: 0]
                seen[assignment.fate] = repetition + 1
                return try draft(assignment, unit: unit, scenario: scenario, position: position, index: index, repetition: repetition)
            }
    }

    private mutating func draft(
        _ assignment: ItemSelection.Assignment, unit: PlannedUnit, scenario: Scenario, position: Int, index: Int, repetition: Int
    ) throws -> DraftItem {
        let template = assignment.template
        guard let directive = files.directives[template.directive] else {
            throw Problem.demonstrationData("item-templates.csv: không có văn bản \(template.directive).")
        }
        let number = numbers[directive.code, default: 0] + 1
        numbers[directive.code] = number

        let course = ItemCourse(
            files: files, scenario: scenario, template: template, directive: directive, fate: assignment.fate, position: position,
            repetition: repetition
        ).course()
        let digits = String(number)
        return DraftItem(
            unit: unit, fate: assignment.fate, index: index, position: position, course: course, template: template,
            item: PlannedItem(
                code: "\(directive.code)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)", parent: nil, unit: unit.code,
                subUnit: nil,
                text: template.text.replacing("{topic}", with: assignment.topic).replacing("{name}", with: unit.name),
                directive: directive.code, number: number,
                clause: directive.clauseStyle.replacing("{n}", with: digits).replacing("{m}", with: template.content.suffix(1))
                    .replacing("{content}", with: template.content),
                content: template.content, sector: template.sector, completion: template.completion, product: template.product,
                submitTo: template.submitTo, isInCampaign: assignment.fate != .outside,
                unitLeader: "\(unit.login).\(index.isMultiple(of: 2) ? "thutruong" : "phothutruong")",
                provinceLeader: leaders[template.sector] ?? "", assignedOn: course.assignedOn,
                dueWords: DueWordsWriter(variant: (index + position) % 3).words(for: course.dueOn), dueOn: course.dueOn,
                measure: try course.measure(template), occurrences: course.occurrences, facts: course.facts))
    }

    /// Rule 9: each unit co-ordinates items of others.
    private func coordinate(_ own: inout [[DraftItem]]) {
        let count = files.units.count
        for (position, scenario) in files.scenarios.enumerated() {
            for k in 0..<scenario.coordinate {
                var lead = (position + 1 + 3 * k) % count
                while lead == position || own[lead].isEmpty { lead = (lead + 1) % count }
                own[lead][(position + 5 * k) % own[lead].count].item.coordinators.append(files.units[position].code)
            }
        }
    }
}

/// An item on its way into the plan, with what the rules for its parts ask.
struct DraftItem {
    let unit: PlannedUnit
    let fate: Scenario.Fate
    /// Among the unit's items, from 0.
    let index: Int
    /// Of the unit, from 0.
    let position: Int
    let course: ItemCourse.Course
    let template: ItemTemplate
    var item: PlannedItem
}

public import Domain

/// What officers record on one business day of a demonstration.
///
/// What happened before the first day was entered by the officers on the day after it: no record is older than the installation.
public struct PlannedDay: Sendable {
    public let day: CivilDate
    public internal(set) var assigned: [PlannedItem] = []
    public internal(set) var launched: [LaunchEvent] = []
    public internal(set) var handedOn: [PlannedItem] = []
    /// Reports and rulings in turns: the rulings of a turn answer its reports.
    public internal(set) var turns: [Turn] = []
    public internal(set) var mottos: [PlannedMotto] = []

    public struct LaunchEvent: Sendable {
        public let launch: PlannedLaunch
        public let act: PlannedLaunch.Act
    }

    public struct Turn: Sendable {
        public internal(set) var reports: [ItemEvent] = []
        public internal(set) var rulings: [ItemEvent] = []
    }

    public struct ItemEvent: Sendable {
        public let item: PlannedItem
        public let fact: PlannedFact
    }
}

extension DemonstrationPlan {
    /// The days on which something is recorded, ascending, the first one included.
    public var days: [PlannedDay] {
        let start = WorkingCalendar(calendar).day(1, workingDaysAfter: firstDay)
        var days: [CivilDate: PlannedDay] = [firstDay: PlannedDay(day: firstDay)]
        func change(_ day: CivilDate, _ body: (inout PlannedDay) -> Void) {
            body(&days[day, default: PlannedDay(day: day)])
        }
        for item in items {
            if item.parent == nil {
                change(max(item.assignedOn, firstDay)) { $0.assigned.append(item) }
            } else {
                change(max(item.assignedOn, start)) { $0.handedOn.append(item) }
            }
            for fact in item.facts { change(max(fact.on, start)) { $0.add(PlannedDay.ItemEvent(item: item, fact: fact)) } }
        }
        for launch in launches {
            for act in launch.acts { change(max(act.on, start)) { $0.launched.append(PlannedDay.LaunchEvent(launch: launch, act: act)) } }
        }
        for motto in mottos { change(motto.on) { $0.mottos.append(motto) } }
        return days.values.sorted { $0.day < $1.day }
    }
}

extension PlannedDay {
    /// What of it is one unit's, to be recorded apart from the others.
    func part(of unit: String) -> PlannedDay {
        var part = PlannedDay(day: day)
        part.launched = launched.filter { $0.launch.unit == unit }
        part.handedOn = handedOn.filter { $0.unit == unit }
        part.turns = turns.map { turn in
            Turn(reports: turn.reports.filter { $0.item.unit == unit }, rulings: turn.rulings.filter { $0.item.unit == unit })
        }
        return part
    }

    /// Puts an event behind the earlier ones of its item, which were added right before it: a report after a ruling opens the next turn.
    fileprivate mutating func add(_ event: ItemEvent) {
        let last = turns.lastIndex { $0.reports.last?.item.code == event.item.code || $0.rulings.last?.item.code == event.item.code } ?? 0
        let isRuled = turns.indices.contains(last) && turns[last].rulings.last?.item.code == event.item.code
        let turn = isRuled && !event.fact.isRuling ? last + 1 : last
        if turn == turns.count { turns.append(Turn()) }
        if event.fact.isRuling {
            turns[turn].rulings.append(event)
        } else {
            turns[turn].reports.append(event)
        }
    }
}

extension PlannedFact {
    /// Whether the assigner does it, not the doer.
    var isRuling: Bool {
        switch event {
        case .acknowledged, .reported, .measured, .delivered, .sent, .askedForTime: false
        case .returned, .accepted, .confirmed, .deliveryConfirmed, .figureConfirmed, .extended, .exempted, .cancelled, .foundAtFault: true
        }
    }
}

extension PlannedFact {
    /// Whether it reports a step of the ladder of 50 or more, which the assigner confirms (A36).
    var isHalf: Bool {
        if case .reported(let percent) = event { percent >= 50 } else { false }
    }

    /// Whether it reports a figure, which counts once the assigner confirmed it.
    var isFigure: Bool {
        if case .measured = event { true } else { false }
    }
}

import Domain
import Storage

/// What has days of its own beside the ledger: months that are reported and closed, difficulties that are raised, routed and answered.
struct PeriodReplay: Sendable {
    let plan: DemonstrationPlan
    let campaign: Campaign
    let places: DemonstrationPlaces
    let officers: DemonstrationOfficers
    let entrance: Entrance
    let keeper: Operator
    let ids: IDSource
    private var ahead: [Step]
    /// By their place in the plan.
    private var raised: [Int: Difficulty.ID] = [:]

    private struct Step {
        let day: CivilDate
        let deed: Deed
    }

    private enum Deed {
        case open(PlannedMonth)
        case report(PlannedMonth)
        case close(PlannedMonth)
        case raise(Int, PlannedDifficulty)
        case route(Int, PlannedDifficulty.Routing)
        case answer(Int, by: String, PlannedDifficulty.Answer)
    }

    init(
        plan: DemonstrationPlan, campaign: Campaign, places: DemonstrationPlaces, officers: DemonstrationOfficers, entrance: Entrance,
        keeper: Operator, ids: IDSource
    ) {
        self.plan = plan
        self.campaign = campaign
        self.places = places
        self.officers = officers
        self.entrance = entrance
        self.keeper = keeper
        self.ids = ids
        let months = plan.months.flatMap { month in
            [
                Step(day: month.communesOn, deed: .open(month)), Step(day: month.reportedOn, deed: .report(month)),
                Step(day: month.closedOn, deed: .close(month)),
            ]
        }
        let difficulties = plan.difficulties.enumerated().flatMap { place, difficulty in
            var steps = [Step(day: difficulty.raisedOn, deed: .raise(place, difficulty))]
            if let routing = difficulty.routing {
                steps.append(Step(day: routing.on, deed: .route(place, routing)))
                if let answer = routing.answer {
                    steps.append(Step(day: answer.on, deed: .answer(place, by: routing.solver, answer)))
                }
            }
            return steps
        }
        // Those of one day in the order in which they stand: to sort keeps no order by itself.
        ahead = (months + difficulties).enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }

    /// Does what falls on the days before this one; nil: all that is left.
    mutating func record(before day: CivilDate?) async throws {
        while let step = ahead.first, day.map({ step.day < $0 }) ?? true {
            ahead.removeFirst()
            try await keeper.transaction { (tx: borrowing OperatorTransaction) in try await tx.moveBusinessDate(to: step.day) }
            switch step.deed {
            case .open(let month): try await open(month)
            case .report(let month): try await report(month)
            case .close(let month): try await close(month)
            case .raise(let place, let difficulty): raised[place] = try await raise(difficulty)
            case .route(let place, let routing): try await route(raised[place], routing)
            case .answer(let place, let solver, let answer): try await self.answer(raised[place], by: solver, answer)
            }
        }
    }

    private var office: Entry { OfficeReplay.entry(officers.office) }

    // MARK: - Months

    /// Opens it; communes report first, each by its own officers.
    private func open(_ month: PlannedMonth) async throws {
        let opening = OpenMonth(campaign: campaign.code, month: month.month)
        try await entrance.write(office) { (tx: borrowing TenantTransaction) in try await opening.perform(in: tx, ids: ids) }
        try await ofEachUnit { unit in try await sendCommunes(month, of: unit) { !month.late.contains($0) } }
    }

    private func report(_ month: PlannedMonth) async throws {
        let working = Set(plan.items.map(\.unit))
        try await ofEachUnit { unit in
            try await sendCommunes(month, of: unit, explanation: DemonstrationWords.lateReturn) { month.late.contains($0) }
            guard !month.silent.contains(unit.code) else { return }
            try await send(
                month.month, isIdle: !working.contains(unit.code), by: try officers.coordinator(of: unit.code),
                approvedBy: try officers.head(of: unit.code))
        }
    }

    private func ofEachUnit(_ act: @Sendable @escaping (PlannedUnit) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for unit in plan.units { group.addTask { try await act(unit) } }
            try await group.waitForAll()
        }
    }

    /// - Parameter explanation: of those to which nothing was given.
    private func sendCommunes(
        _ month: PlannedMonth, of unit: PlannedUnit, explanation: String = "", _ isMeant: (String) -> Bool
    ) async throws {
        let working = Set(plan.items.filter { $0.unit == unit.code }.compactMap(\.subUnit))
        let communes = unit.subUnits.filter { $0.isCommune && !month.silent.contains($0.code) && isMeant($0.code) }
        for commune in communes.map(\.code) {
            try await send(
                month.month, isIdle: !working.contains(commune), explanation: explanation,
                by: try officers.reporter(of: unit.code, commune), approvedBy: try officers.head(of: commune, in: unit.code))
        }
    }

    private func send(
        _ month: ReportMonth, isIdle: Bool, explanation: String = "", by reporter: Token, approvedBy head: Token
    ) async throws {
        let named = NamedReturn(campaign: campaign.code, month: month)
        let words = UnitReturn.Words(
            nothing: isIdle, results: isIdle ? "" : DemonstrationWords.monthResults, difficulties: "", proposals: "",
            explanation: isIdle ? explanation : DemonstrationWords.monthExplanation)
        try await entrance.write(Entry(token: reporter, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WriteReturn(named, words, version: 0).perform(in: tx)
        }
        try await entrance.write(Entry(token: head, place: .home)) { (tx: borrowing TenantTransaction) in
            try await ApproveReturn(named, version: 1).perform(in: tx)
        }
    }

    private func close(_ month: PlannedMonth) async throws {
        let closing = CloseMonth(campaign: campaign.code, month: month.month)
        _ = try await entrance.write(office) { (tx: borrowing TenantTransaction) in try await closing.perform(in: tx) }
    }

    // MARK: - Difficulties

    private func raise(_ difficulty: PlannedDifficulty) async throws -> Difficulty.ID {
        let raising = RaiseDifficulty(
            campaign: campaign.code, title: difficulty.title, obstacle: difficulty.obstacle, proposal: difficulty.proposal)
        let unit = Entry(token: try officers.coordinator(of: difficulty.unit), place: .home)
        return try await entrance.write(unit) { (tx: borrowing TenantTransaction) in try await raising.perform(in: tx, ids: ids) }
    }

    private func route(_ id: Difficulty.ID?, _ routing: PlannedDifficulty.Routing) async throws {
        guard let id else { return }
        let solver = SubUnit.ID(try places.tenant(routing.solver).uuid)
        _ = try await entrance.write(office) { (tx: borrowing TenantTransaction) in
            _ = try await TakeDifficultyStep(id, .accept).perform(in: tx, ids: ids)
            return try await TakeDifficultyStep(id, .route, solver: solver).perform(in: tx, ids: ids)
        }
    }

    private func answer(_ id: Difficulty.ID?, by solver: String, _ answer: PlannedDifficulty.Answer) async throws {
        guard let id else { return }
        let answering = TakeDifficultyStep(id, .answer, words: answer.words, documentNumber: answer.documentNumber)
        _ = try await entrance.write(Entry(token: try officers.head(of: solver), place: .home)) { (tx: borrowing TenantTransaction) in
            try await answering.perform(in: tx, ids: ids)
        }
    }
}

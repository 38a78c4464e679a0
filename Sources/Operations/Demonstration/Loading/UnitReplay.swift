import Domain
import Storage

/// What the officers of one unit record day by day, and what the Office rules on their items.
struct UnitReplay: Sendable {
    let plan: DemonstrationPlan
    let unit: PlannedUnit
    let campaign: String
    let officers: DemonstrationOfficers
    let entrance: Entrance
    let ids: IDSource
    /// By their codes in the plan.
    private var items: [String: WorkItem.ID] = [:]
    /// The reports that bring items half the way, which the assigner confirms.
    private var halves: [String: ProgressReport.ID] = [:]
    /// What was delivered for each deadline of periodic items, and the figure reported on each day, which the assigner confirms.
    private var confirmable: [Confirmable: ProgressReport.ID] = [:]

    private enum Confirmable: Hashable {
        case delivery(item: String, occurrence: CivilDate)
        case figure(item: String, on: CivilDate)
    }

    init(plan: DemonstrationPlan, unit: PlannedUnit, campaign: String, officers: DemonstrationOfficers, entrance: Entrance, ids: IDSource) {
        self.plan = plan
        self.unit = unit
        self.campaign = campaign
        self.officers = officers
        self.entrance = entrance
        self.ids = ids
    }

    mutating func take(_ assigned: [String: WorkItem.ID]) {
        items.merge(assigned) { _, new in new }
    }

    /// Passes the launch on to the sub-units.
    func cascade() async throws {
        let cascading = CascadeLaunch(campaign: campaign)
        _ = try await entrance.write(home(try officers.coordinator(of: unit.code))) { (tx: borrowing TenantTransaction) in
            try await cascading.perform(in: tx)
        }
    }

    mutating func record(_ day: PlannedDay) async throws {
        try await launch(day.launched)
        try await handOn(day.handedOn)
        for turn in day.turns {
            try await report(turn.reports)
            try await rule(turn.rulings)
        }
    }

    private func home(_ token: Token) -> Entry {
        Entry(token: token, place: .home)
    }

    /// The same work as one transaction for each officer.
    private func byOfficer<Work>(_ work: [Work], _ officer: (Work) throws -> Token) throws -> [Token: [Work]] {
        try Dictionary(grouping: work, by: officer)
    }

    // MARK: Launch

    private func launch(_ events: [PlannedDay.LaunchEvent]) async throws {
        for (token, events) in try byOfficer(events, { try officers.reporter(of: unit.code, $0.launch.subUnit) }) {
            try await entrance.write(home(token)) { (tx: borrowing TenantTransaction) in
                for event in events { try await record(event, in: tx) }
            }
        }
    }

    private func record(_ event: PlannedDay.LaunchEvent, in tx: borrowing TenantTransaction) async throws {
        let launch = LaunchReference.unit(campaign: campaign, code: event.launch.subUnit)
        let day = event.act.on
        switch event.act.act {
        case .acknowledged:
            _ = try await AcknowledgeLaunch(launch, version: nil, happenedOn: day).perform(in: tx, ids: ids)
        case .planned(let number, let text):
            _ = try await RecordLaunchPlan(launch, version: nil, happenedOn: day, documentNumber: number, text: text).perform(
                in: tx, ids: ids)
        case .launched(let form, let attendance):
            _ = try await RecordLaunch(
                launch, version: nil, happenedOn: day, form: form.kind, combinedWith: form.conference ?? "", attendance: attendance
            ).perform(in: tx, ids: ids)
        }
    }

    // MARK: Handing on

    private mutating func handOn(_ parts: [PlannedItem]) async throws {
        guard !parts.isEmpty else { return }
        let handedOn = try await entrance.write(home(try officers.coordinator(of: unit.code))) { (tx: borrowing TenantTransaction) in
            var made: [String: WorkItem.ID] = [:]
            for part in parts {
                made[part.code] = try await HandOnItem(
                    parent: try id(of: part.parent ?? ""), unit: part.subUnit ?? "", title: part.text, dueWords: part.dueWords,
                    dueOn: part.dueOn, assignedOn: part.assignedOn
                ).perform(in: tx, ids: ids)
            }
            return made
        }
        take(handedOn)
    }

    private func id(of code: String) throws -> WorkItem.ID {
        guard let id = items[code] else { throw Problem.demonstrationData("\(code): chưa được giao.") }
        return id
    }

    // MARK: Reports

    private mutating func report(_ events: [PlannedDay.ItemEvent]) async throws {
        for (token, events) in try byOfficer(events, { try officers.reporter(of: unit.code, $0.item.subUnit) }) {
            let reported = try await entrance.write(home(token)) { (tx: borrowing TenantTransaction) in
                var halves: [String: ProgressReport.ID] = [:]
                var confirmable: [Confirmable: ProgressReport.ID] = [:]
                for event in events {
                    let report = try await report(event, in: tx)
                    if event.fact.isHalf { halves[event.item.code] = report }
                    switch event.fact.event {
                    case .delivered(let occurrence): confirmable[.delivery(item: event.item.code, occurrence: occurrence)] = report
                    case .measured: confirmable[.figure(item: event.item.code, on: event.fact.on)] = report
                    default: break
                    }
                }
                return (halves: halves, confirmable: confirmable)
            }
            // The first one counts: later steps need no confirmation.
            halves.merge(reported.halves) { first, _ in first }
            confirmable.merge(reported.confirmable) { first, _ in first }
        }
    }

    /// - Returns: Nil where the doer asks for more time, which is no report.
    private func report(_ event: PlannedDay.ItemEvent, in tx: borrowing TenantTransaction) async throws -> ProgressReport.ID? {
        let words = DemonstrationWords(item: event.item, unit: unit)
        var report = ReportProgress(item: try id(of: event.item.code), evidenceOn: event.fact.on)
        switch event.fact.event {
        case .acknowledged:
            return try await AcknowledgeItem(item: report.item).perform(in: tx, ids: ids)
        case .reported(let percent):
            report.milestonePercent = percent
            report.narrative = words.step(percent)
        case .measured(let value):
            report.figure = ProgressReport.Figure(value: value, status: .preliminary)
        case .delivered(let occurrence):
            report.occurrence = occurrence
            report.narrative = words.delivered(occurrence)
        case .sent:
            report.isResult = true
            report.documentNumber = words.resultDocument
            report.documentIssuer = words.resultIssuer
            report.narrative = words.result
        case .askedForTime:
            try await askForTime(event, in: tx)
            return nil
        case .returned, .accepted, .confirmed, .deliveryConfirmed, .figureConfirmed, .extended, .exempted, .cancelled, .foundAtFault:
            throw Problem.unexpected
        }
        return try await report.perform(in: tx, ids: ids)
    }

    // MARK: Rulings

    private func rule(_ events: [PlannedDay.ItemEvent]) async throws {
        // The unit rules on the parts that it handed on, the Office on what it assigned to others.
        for (token, events) in try byOfficer(events, { try ruler(of: $0) }) {
            let isUnits = events[0].item.isPart
            try await entrance.write(isUnits ? home(token) : OfficeReplay.entry(token)) { (tx: borrowing TenantTransaction) in
                for event in events { try await rule(event, in: tx) }
            }
        }
    }

    /// The leader in charge rules on what the Office gave itself (A66), and grants it more time.
    private func ruler(of event: PlannedDay.ItemEvent) throws -> Token {
        if event.item.isPart { return try officers.ruler(of: unit.code, on: event.item.subUnit) }
        return unit.code == officers.officeUnit ? try officers.leader(event.item.provinceLeader) : officers.office
    }

    private func rule(_ event: PlannedDay.ItemEvent, in tx: borrowing TenantTransaction) async throws {
        let item = try id(of: event.item.code)
        var ruling = RuleItem(item: item, kind: .accepted, decidedOn: event.fact.on)
        switch event.fact.event {
        case .accepted: break
        case .returned:
            ruling.kind = .returned
            ruling.fault = .quality
            ruling.reason = DemonstrationWords.returned
        case .confirmed:
            ruling.kind = .confirmed
            ruling.report = halves[event.item.code]
        case .deliveryConfirmed(let occurrence):
            ruling.kind = .confirmed
            ruling.report = confirmable[.delivery(item: event.item.code, occurrence: occurrence)]
        case .figureConfirmed(let day):
            ruling.kind = .confirmed
            ruling.report = confirmable[.figure(item: event.item.code, on: day)]
        case .foundAtFault:
            ruling.kind = .violation
            (ruling.documentNumber, ruling.reason) = (plan.findingDocument, DemonstrationWords.atFault)
        case .exempted:
            ruling.kind = .exempted
            (ruling.documentNumber, ruling.reason) = (plan.exemptionDocument, DemonstrationWords.exempted)
        case .cancelled:
            ruling.kind = .cancelled
            (ruling.documentNumber, ruling.reason) = (plan.cancellationDocument, DemonstrationWords.cancelled)
        case .extended(let day):
            _ = try await DecideExtension(
                item: item, isGranted: true, dueOn: day, decidedOn: event.fact.on, documentNumber: plan.extensionDocument,
                reason: DemonstrationWords.grantedTime
            ).perform(in: tx, ids: ids)
            return
        case .acknowledged, .reported, .measured, .delivered, .sent, .askedForTime:
            throw Problem.unexpected
        }
        _ = try await ruling.perform(in: tx, ids: ids)
    }

    private func askForTime(_ event: PlannedDay.ItemEvent, in tx: borrowing TenantTransaction) async throws {
        guard let due = event.item.dueOn else { throw Problem.demonstrationData("\(event.item.code): chưa có thời hạn để gia hạn.") }
        let granted = event.item.facts.lazy.compactMap { fact in
            if case .extended(let day) = fact.event { day } else { CivilDate?.none }
        }.first
        _ = try await AskExtension(
            item: try id(of: event.item.code), dueOn: granted ?? due.adding(days: 14), reason: DemonstrationWords.askedForTime,
            askedOn: event.fact.on
        ).perform(in: tx, ids: ids)
    }
}

import Domain
import Storage

/// What the Office records for the whole province: the plan, the directives, the items cut from them.
struct OfficeReplay: Sendable {
    let plan: DemonstrationPlan
    let campaign: Campaign
    let places: DemonstrationPlaces
    let seats: DemonstrationSeats
    let officers: DemonstrationOfficers
    let entrance: Entrance
    let ids: IDSource
    private(set) var directives: [String: Directive.ID] = [:]

    init(
        plan: DemonstrationPlan, campaign: Campaign, places: DemonstrationPlaces, seats: DemonstrationSeats,
        officers: DemonstrationOfficers,
        entrance: Entrance, ids: IDSource
    ) {
        self.plan = plan
        self.campaign = campaign
        self.places = places
        self.seats = seats
        self.officers = officers
        self.entrance = entrance
        self.ids = ids
    }

    /// How an officer of the province enters it as a whole.
    static func entry(_ token: Token) -> Entry {
        Entry(token: token, place: .province)
    }

    /// Imports the campaign's plan, which the Chairman then launches.
    func launch() async throws {
        let importing = ImportCampaign(plan: campaign)
        _ = try await entrance.write(Self.entry(officers.office)) { (tx: borrowing TenantTransaction) in
            try await importing.perform(in: tx, ids: ids)
        }
        let launching = LaunchCampaign(code: campaign.code, documentNumber: plan.launchDocument, launchedOn: plan.firstDay)
        _ = try await entrance.write(Self.entry(officers.chairman)) { (tx: borrowing TenantTransaction) in
            try await launching.perform(in: tx)
        }
    }

    mutating func enterDirectives() async throws {
        directives = try await entrance.write(Self.entry(officers.office)) { (tx: borrowing TenantTransaction) in
            var entered: [String: Directive.ID] = [:]
            for directive in plan.directives {
                let paper = Directive.Paper(
                    type: directive.type, number: directive.number, issuedOn: directive.date, issuer: directive.issuer,
                    abstract: directive.abstract)
                entered[directive.code] = try await EnterDirective(paper: paper, campaign: campaign.code).perform(in: tx, ids: ids)
            }
            return entered
        }
    }

    /// Gives items, those of one directive in one statement, checked like what is typed into the form.
    ///
    /// - Returns: Their ids by their code in the plan.
    func assign(_ items: [PlannedItem]) async throws -> [String: WorkItem.ID] {
        guard !items.isEmpty else { return [:] }
        return try await entrance.write(Self.entry(officers.office)) { (tx: borrowing TenantTransaction) in
            var assigned: [String: WorkItem.ID] = [:]
            let office = try await tx.officer().home
            for (directive, items) in Dictionary(grouping: items, by: \.directive) {
                for (isInCampaign, items) in Dictionary(grouping: items, by: \.isInCampaign) {
                    let background = try await ItemBackground.load(
                        directive: directives[directive], campaign: isInCampaign ? campaign.code : nil, in: tx)
                    let assignments = try items.map { item in
                        let assignment = try assignment(of: item, background)
                        assigned[item.code] = assignment[0].id
                        return assignment
                    }
                    try await WorkItem.assign(assignments.flatMap(\.self), in: tx)
                    for (item, made) in zip(items, assignments.map { $0[0] }) {
                        try await ItemOccurrence.append(
                            item.occurrences, to: made.id, tenant: made.tenant, unit: made.unit, assigner: office, in: tx)
                    }
                }
            }
            return assigned
        }
    }

    /// The lead's item, then those of the units that co-ordinate.
    private func assignment(of item: PlannedItem, _ background: ItemBackground) throws -> [WorkItem.Assignment] {
        let units = try ([item.unit] + item.coordinators).map { code in
            let tenant = try places.tenant(code)
            guard let unit = background.references.units.first(where: { $0.tenant == tenant }) else { throw Problem.notFound }
            return unit
        }
        let form = ItemForm(
            leads: [units[0]], coordinators: Array(units.dropFirst()), coordinatorWords: units.dropFirst().map(\.fullName), kind: item.kind,
            goal: item.goal, title: item.text, content: item.isInCampaign ? item.content : nil, sourceClause: item.clause,
            sector: item.sector, product: item.product, submitTo: item.submitTo, completion: item.completion,
            unitLeader: seats.firstPosts[item.unitLeader], provinceLeader: seats.firstPosts[item.provinceLeader], dueWords: item.dueWords,
            assignedOn: item.assignedOn)
        var check = ItemCheck(background)
        let (terms, assignedOn) = check.terms(of: form)
        check.units(of: form)
        guard check.faults.isEmpty, terms.dueOn == item.dueOn, let paper = background.directive?.paper else {
            let faults = check.faults.map { "\($0.field.rawValue): \($0.reason)" }.joined(separator: "; ")
            throw Problem.demonstrationData("\(item.code): \(faults.isEmpty ? "thời hạn “\(item.dueWords)”" : faults).")
        }
        let number = item.code.split(separator: "-").last ?? ""
        let lead = WorkItem.Assignment(
            id: ids.next(), tenant: units[0].tenant, unit: units[0].unit, code: "\(paper.itemPrefix)-\(number)", terms: terms,
            assignedOn: assignedOn)
        return [lead] + lead.coordinating(Array(units.dropFirst()), ids: ids)
    }
}

extension PlannedItem {
    var kind: LedgerItem.Kind { measure == nil ? .task : .target }

    var goal: WorkItem.Goal? {
        measure.map { measure in
            WorkItem.Goal(
                direction: measure.direction, target: measure.target, unit: measure.unit, baseline: measure.baseline,
                isMeasuredAtYearEnd: measure.atYearEnd)
        }
    }
}

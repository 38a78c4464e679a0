import Domain
import Storage

/// What units do well: registered, confirmed by the unit above and by Home Affairs, spread, adopted elsewhere.
struct GoodModelReplay: Sendable {
    let plan: DemonstrationPlan
    let campaign: Campaign
    let places: DemonstrationPlaces
    let officers: DemonstrationOfficers
    let entrance: Entrance
    let ids: IDSource

    func record() async throws {
        for planned in plan.goodModels {
            let registrant = Entry(
                token: try planned.subUnit.map { try officers.reporter(of: planned.unit, $0) } ?? officers.secretary(of: planned.unit),
                place: .home)
            let registering = RegisterGoodModel(
                campaign: campaign.code, unit: try places.subUnit(planned.subUnit, of: planned.unit), statement: planned.statement)
            let model = try await entrance.write(registrant) { (tx: borrowing TenantTransaction) in
                try await registering.perform(in: tx, ids: ids)
            }
            try await take(planned, model)
            try await adopt(planned, model)
        }
    }

    private func take(_ planned: PlannedGoodModel, _ model: GoodModel.ID) async throws {
        guard planned.reaches != .registered else { return }
        if planned.subUnit != nil {
            let steps: [GoodModel.Step] = planned.reaches == .confirmed ? [.confirm] : [.confirm, .propose]
            try await take(steps, of: model, Entry(token: try officers.head(of: planned.unit), place: .home))
        }
        let province = Entry(token: officers.homeAffairs, place: .province)
        if planned.subUnit == nil, planned.reaches == .confirmed { try await take([.confirm], of: model, province) }
        if planned.reaches == .spread { try await take([.confirm, .spread], of: model, province) }
    }

    private func take(_ steps: [GoodModel.Step], of model: GoodModel.ID, _ entry: Entry) async throws {
        try await entrance.write(entry) { (tx: borrowing TenantTransaction) in
            for step in steps { _ = try await TakeGoodModelStep(model, step).perform(in: tx, ids: ids) }
        }
    }

    private func adopt(_ planned: PlannedGoodModel, _ model: GoodModel.ID) async throws {
        guard let adopter = planned.adopter else { return }
        let entry = Entry(token: try officers.coordinator(of: adopter), place: .home)
        try await entrance.write(entry) { (tx: borrowing TenantTransaction) in
            for (step, words) in [(GoodModelAdoption.Step.adopt, planned.adoption), (.report, planned.result)] {
                if let words { _ = try await RecordAdoption(model, step, words: words).perform(in: tx, ids: ids) }
            }
        }
    }
}

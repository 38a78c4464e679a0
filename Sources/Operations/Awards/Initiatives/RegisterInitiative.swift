public import Domain
public import Storage

/// Registers what a unit, a sub-unit or one person did for an ad-hoc award (IV.2.2 of the plan): each what his post reaches, an individual for
/// himself.
public struct RegisterInitiative: Sendable {
    /// Code of the campaign.
    public var campaign: String
    /// That did it, or of which he is; nil: the unit of the acting post.
    public var unit: SubUnit.ID?
    /// Of an individual; nil: the unit did it. Who reaches himself alone and names neither registers for himself.
    public var person: Person.ID?
    public var initiative: Initiative

    public init(campaign: String, unit: SubUnit.ID? = nil, person: Person.ID? = nil, initiative: Initiative) {
        self.campaign = campaign
        self.unit = unit
        self.person = person
        self.initiative = initiative
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Initiative.ID {
        let officer = try await tx.officer()
        guard officer.may(.registerInitiative), officer.mayWrite, let tenant = tx.tenant, tenant == officer.home else {
            throw Problem.notAllowed
        }
        guard let plan = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        let checked = try checked()
        let unit = unit ?? officer.unit
        let isAlone = Policy.of(officer.role).reach == .own
        let nominee: Nominee =
            (person ?? (isAlone && self.unit == nil ? officer.person : nil)).map { .individual($0, of: unit) } ?? .collective(unit)
        let id: Initiative.ID = ids.next()
        try await InitiativeRecord.register(checked, id: id, by: nominee, of: tenant, in: plan.id, tx: tx)
        return id
    }

    /// In NFC; every fault at once.
    private func checked() throws -> Initiative {
        var check = InputCheck()
        let title = check.line(initiative.title, "$.title", atMost: 300)
        let obstacle = check.passage(initiative.obstacle, "$.obstacle")
        let solution = check.passage(initiative.solution, "$.solution")
        let example = VietnameseText.composed(initiative.example)
        if example.count > 4_000 { check.fault("$.example", "dài quá 4.000 ký tự; rút gọn lại") }
        let effect = initiative.effect
        for (path, figure, most) in [
            ("$.cost", effect.cost, Initiative.Effect.largest), ("$.days", effect.days, Initiative.Effect.mostDays),
            ("$.volume", effect.volume, Initiative.Effect.largest),
        ] {
            if let figure, figure < 1 || figure > most {
                check.fault(path, "ghi số từ 1 đến \(VietnameseNumber.text(most)); bỏ trống mục không có")
            }
        }
        let volumeUnit = VietnameseText(effect.volumeUnit).string
        if volumeUnit.count > 50 { check.fault("$.volumeUnit", "dài quá 50 ký tự; rút gọn lại") }
        if (effect.volume == nil) != volumeUnit.isEmpty {
            check.fault("$.volumeUnit", "ghi khối lượng tăng thêm kèm đơn vị tính, hoặc bỏ trống cả hai")
        }
        try check.finish()
        return Initiative(
            title: title, obstacle: obstacle, solution: solution,
            effect: .init(cost: effect.cost, days: effect.days, volume: effect.volume, volumeUnit: volumeUnit), scope: initiative.scope,
            example: example.allSatisfy(\.isWhitespace) ? "" : example)
    }
}

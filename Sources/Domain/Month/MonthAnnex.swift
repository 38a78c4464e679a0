/// What the province was told with the figures of a month when it was closed, as it was hashed then.
public struct MonthAnnex: Sendable, Hashable {
    public let difficulties: [Difficulty]
    public let remedies: [Remedy]
    /// In the period.
    public let coverage: [CoverageCount]
    /// Since the beginning of the campaign.
    public let coverageSoFar: [CoverageCount]
    public let goodModels: [GoodModelCount]

    /// - Parameters:
    ///   - text: as the database keeps and hashes it.
    ///   - campaign: code of the month's campaign.
    public init(reading text: String, campaign: String) throws(JSONFaults) {
        self = try StrictJSON.read(text.utf8) { cursor in
            cursor.object { fields in
                let difficulties = fields.required("difficulties")?.array { $0.object { Self.difficulty(&$0, campaign) } }
                let remedies = fields.required("remedies")?.array { $0.object { Self.remedy(&$0, campaign) } }
                let coverage = fields.required("coverage")?.array { $0.object(Self.published) }
                let models = fields.required("goodModels")?.array { $0.object(Self.counted) }
                guard let difficulties, let remedies, let coverage, let models else { return MonthAnnex?.none }
                return MonthAnnex(
                    difficulties: difficulties, remedies: remedies, coverage: Self.counts(coverage) { ($0.inPeriod, $0.minutesInPeriod) },
                    coverageSoFar: Self.counts(coverage) { ($0.soFar, $0.minutesSoFar) }, goodModels: Self.counts(models))
            }
        }
    }

    private init(
        difficulties: [Difficulty], remedies: [Remedy], coverage: [CoverageCount], coverageSoFar: [CoverageCount],
        goodModels: [GoodModelCount]
    ) {
        self.difficulties = difficulties
        self.remedies = remedies
        self.coverage = coverage
        self.coverageSoFar = coverageSoFar
        self.goodModels = goodModels
    }

    private static func id<Entity>(_ cursor: JSONCursor?) -> EntityID<Entity>? { cursor?.string().flatMap { EntityID<Entity>($0) } }
    private static func slug(_ cursor: JSONCursor?) -> Tenant.Slug? { cursor?.string().flatMap { Tenant.Slug($0) } }
    private static func count(_ cursor: JSONCursor?) -> Int? { cursor?.integer(in: 0...Int.max) }

    private static func difficulty(_ fields: inout JSONObjectReader, _ campaign: String) -> Difficulty? {
        let id: Difficulty.ID? = Self.id(fields.required("id"))
        let tenant: Tenant.ID? = Self.id(fields.required("tenant"))
        let slug = Self.slug(fields.required("slug"))
        let tenantName = fields.required("tenantName")?.string()
        let unit: SubUnit.ID? = Self.id(fields.required("unit"))
        let unitName = fields.required("unitName")?.string()
        let title = fields.required("title")?.string()
        let obstacle = fields.required("obstacle")?.string()
        let proposal = fields.required("proposal")?.string()
        let raisedOn = fields.required("raisedOn")?.date()
        let state = fields.required("state")?.oneOf(Difficulty.State.self)
        let level = fields.required("level")?.oneOf(Difficulty.Level.self)
        let dueOn = fields.required("dueOn")?.nullable { $0.date() }
        let solver = fields.required("solver")?.nullable { $0.object(Self.solver) }
        let steps = count(fields.required("steps"))
        guard let id, let tenant, let slug, let tenantName, let unit, let unitName, let title, let obstacle, let proposal, let raisedOn,
            let state, let level, let dueOn, let solver, let steps
        else { return nil }
        return Difficulty(
            id: id, tenant: tenant, slug: slug, tenantName: tenantName, unit: unit, unitName: unitName, campaign: campaign, title: title,
            obstacle: obstacle, proposal: proposal, raisedOn: raisedOn, state: state, level: level, dueOn: dueOn, solver: solver,
            steps: steps)
    }

    private static func solver(_ fields: inout JSONObjectReader) -> Difficulty.Solver? {
        let tenant: Tenant.ID? = Self.id(fields.required("tenant"))
        let unit: SubUnit.ID? = Self.id(fields.required("unit"))
        let name = fields.required("name")?.string()
        guard let tenant, let unit, let name else { return nil }
        return Difficulty.Solver(tenant: tenant, unit: unit, name: name)
    }

    private static func remedy(_ fields: inout JSONObjectReader, _ campaign: String) -> Remedy? {
        let id: Remedy.ID? = Self.id(fields.required("id"))
        let tenant: Tenant.ID? = Self.id(fields.required("tenant"))
        let slug = Self.slug(fields.required("slug"))
        let unit: SubUnit.ID? = Self.id(fields.required("unit"))
        let person = fields.required("person")?.nullable { cursor -> Person.ID? in Self.id(cursor) }
        let ownerName = fields.required("ownerName")?.string()
        let origin = fields.required("origin")?.oneOf(Remedy.Origin.self)
        let originID = fields.required("originID")?.string()
        let body = fields.required("body")?.oneOf(Remedy.Body.self)
        let words = fields.required("words")?.string()
        let orderedOn = fields.required("orderedOn")?.date()
        let dueOn = fields.required("dueOn")?.date()
        let state = fields.required("state")?.oneOf(Remedy.State.self)
        let steps = count(fields.required("steps"))
        guard let id, let tenant, let slug, let unit, let person, let ownerName, let origin, let originID, let body, let words,
            let orderedOn, let dueOn, let state, let steps
        else { return nil }
        return Remedy(
            id: id, tenant: tenant, slug: slug, unit: unit, person: person, ownerName: ownerName, campaign: campaign, origin: origin,
            originID: originID, body: body, words: words, orderedOn: orderedOn, dueOn: dueOn, state: state, steps: steps)
    }

    // MARK: - Counts

    private struct Published {
        let outlet: Tenant.Slug
        let name: String
        let kind: Coverage.Kind
        let inPeriod: Int
        let minutesInPeriod: Int
        let soFar: Int
        let minutesSoFar: Int
    }

    private static func published(_ fields: inout JSONObjectReader) -> Published? {
        let outlet = Self.slug(fields.required("outlet"))
        let name = fields.required("outletName")?.string()
        let kind = fields.required("kind")?.oneOf(Coverage.Kind.self)
        let inPeriod = count(fields.required("inPeriod"))
        let minutesInPeriod = count(fields.required("minutesInPeriod"))
        let soFar = count(fields.required("soFar"))
        let minutesSoFar = count(fields.required("minutesSoFar"))
        guard let outlet, let name, let kind, let inPeriod, let minutesInPeriod, let soFar, let minutesSoFar else { return nil }
        return Published(
            outlet: outlet, name: name, kind: kind, inPeriod: inPeriod, minutesInPeriod: minutesInPeriod, soFar: soFar,
            minutesSoFar: minutesSoFar)
    }

    /// In their order, of those outlets that published something.
    private static func counts(_ all: [Published], _ part: (Published) -> (count: Int, minutes: Int)) -> [CoverageCount] {
        var counts: [CoverageCount] = []
        for one in all {
            let (count, minutes) = part(one)
            guard count > 0 else { continue }
            let before = counts.last?.outletSlug == one.outlet ? counts.removeLast() : nil
            var kinds = before?.counts ?? [:]
            kinds[one.kind] = count
            counts.append(
                CoverageCount(outletSlug: one.outlet, outletName: one.name, counts: kinds, minutes: (before?.minutes ?? 0) + minutes))
        }
        return counts
    }

    private struct Counted {
        let tenant: Tenant.Slug
        let name: String
        let figure: GoodModelCount.Figure
        let inPeriod: Int
        let soFar: Int
    }

    private static func counted(_ fields: inout JSONObjectReader) -> Counted? {
        let tenant = Self.slug(fields.required("tenant"))
        let name = fields.required("tenantName")?.string()
        let figure = fields.required("figure")?.oneOf(GoodModelCount.Figure.self)
        let inPeriod = count(fields.required("inPeriod"))
        let soFar = count(fields.required("soFar"))
        guard let tenant, let name, let figure, let inPeriod, let soFar else { return nil }
        return Counted(tenant: tenant, name: name, figure: figure, inPeriod: inPeriod, soFar: soFar)
    }

    private static func counts(_ all: [Counted]) -> [GoodModelCount] {
        var units: [(slug: Tenant.Slug, name: String, inPeriod: [GoodModelCount.Figure: Int], soFar: [GoodModelCount.Figure: Int])] = []
        for one in all {
            if units.last?.slug != one.tenant { units.append((one.tenant, one.name, [:], [:])) }
            units[units.count - 1].inPeriod[one.figure] = one.inPeriod
            units[units.count - 1].soFar[one.figure] = one.soFar
        }
        return units.map { GoodModelCount(slug: $0.slug, tenantName: $0.name, inPeriod: $0.inPeriod, soFar: $0.soFar) }
    }
}

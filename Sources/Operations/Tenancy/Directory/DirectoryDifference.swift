import Domain

/// What has to be written so that the database says what the files say. Nothing that the files leave out is closed.
struct DirectoryDifference {
    struct Renaming {
        let tenant: Tenant.ID
        let entry: TenantEntry
        let slug: Tenant.Slug
    }

    private(set) var openings: [Tenant.Opening] = []
    private(set) var renamings: [Renaming] = []
    private(set) var newUnits: [(tenant: Tenant.ID, units: [SubUnit])] = []
    private(set) var newVersions: [(tenant: Tenant.ID, units: [SubUnit])] = []
    private(set) var unchanged = 0

    private let day: CivilDate
    private let ids: IDSource
    private var places: ArraySlice<Tenant.ID>
    private var faults = DirectoryFaults()
    private var tenantIDs: [String: Tenant.ID]

    /// - Parameters:
    ///   - day: from which what is new is there, and what is changed is as the files say.
    ///   - places: ids of places that are ready, for what is opened first.
    /// - Throws: `invalid-input` with every row that contradicts what stands.
    init(_ plan: DirectoryPlan, _ standing: DirectoryStanding, from day: CivilDate, places: [Tenant.ID], ids: IDSource) throws(Problem) {
        self.day = day
        self.ids = ids
        self.places = places[...]
        tenantIDs = standing.bodies.mapValues(\.tenant.id)
        let province = standing.bodies.values.first { $0.tenant.kind == .province }?.tenant.id
        compare(plan.tenants, standing, province)
        for (code, entries) in Dictionary(grouping: plan.units, by: \.tenant).sorted(by: { $0.key < $1.key }) {
            compare(entries, of: code, standing)
        }
        guard faults.all.isEmpty else { throw .invalid(faults.all) }
    }

    // MARK: - Tenants

    private mutating func compare(_ entries: [TenantEntry], _ standing: DirectoryStanding, _ province: Tenant.ID?) {
        var province = province
        var slugs = standing.slugs
        for entry in entries {
            if let body = standing.bodies[entry.code] {
                compare(entry, body)
                continue
            }
            if entry.kind == .commune { findElsewhere(entry.code, outside: entry.code, entry.row, standing) }
            guard let slug = freeSlug(entry, &slugs) else { continue }
            let id: Tenant.ID = places.popFirst() ?? ids.next()
            openings.append(
                Tenant.Opening(
                    id: id, slug: slug, kind: entry.kind, scope: entry.scope, parent: entry.kind == .province ? nil : province,
                    position: entry.position, openedOn: day, code: entry.code, name: entry.name, fullName: entry.fullName,
                    unitKind: entry.unitKind))
            tenantIDs[entry.code] = id
            if entry.kind == .province { province = id }
        }
    }

    private mutating func compare(_ entry: TenantEntry, _ body: DirectoryStanding.Body) {
        guard entry.kind == body.tenant.kind, entry.scope == body.tenant.scope else {
            faults.report(entry.row, "code", "mã “\(entry.code)” trong hệ thống là của \(body.tenant.fullName), thuộc loại khác")
            return
        }
        guard entry.name != body.tenant.name || entry.fullName != body.tenant.fullName || entry.unitKind != body.root.kind else {
            unchanged += 1
            return
        }
        guard isLater(than: body.root, entry.row) else { return }
        renamings.append(Renaming(tenant: body.tenant.id, entry: entry, slug: body.tenant.slug))
    }

    /// The slug of a code; a number behind it where a closed unit had the same code.
    private mutating func freeSlug(_ entry: TenantEntry, _ taken: inout Set<Tenant.Slug>) -> Tenant.Slug? {
        for attempt in 1...99 {
            guard let slug = Tenant.Slug(kind: entry.kind, code: attempt == 1 ? entry.code : "\(entry.code)_\(attempt)") else { break }
            if taken.insert(slug).inserted { return slug }
        }
        faults.report(entry.row, "code", "không đặt được tên hệ thống cho mã “\(entry.code)”; dùng mã ngắn hơn, chữ không dấu")
        return nil
    }

    // MARK: - Sub-units

    private mutating func compare(_ entries: [UnitEntry], of code: String, _ standing: DirectoryStanding) {
        guard let tenant = tenantIDs[code] else { return }
        let body = standing.bodies[code]
        let root = SubUnit.ID(tenant.uuid)
        var known = body?.units.mapValues(\.id) ?? [:]
        var opened: [SubUnit] = []
        var changed: [SubUnit] = []
        for entry in parentsFirst(entries, standing: Set(known.keys)) {
            let parent = entry.parent.flatMap { known[$0] } ?? root
            let stands = body?.units[entry.code]
            let id: SubUnit.ID = stands?.id ?? ids.next()
            known[entry.code] = id
            let unit = SubUnit(
                id: id, parent: parent, code: entry.code, name: entry.name, fullName: entry.fullName, kind: entry.kind,
                legalPersonality: entry.legalPersonality, position: stands?.position ?? entry.position, openedOn: stands?.openedOn ?? day,
                closedOn: stands?.closedOn, validFrom: day, version: stands?.version ?? 1)
            guard let stands else {
                if let host = body?.root, host.openedOn > day {
                    faults.report(entry.row, "code", "\(host.fullName) mở từ ngày \(host.openedOn.vietnamese); nhập với ngày từ đó trở đi")
                }
                if DirectoryStanding.communes.contains(entry.kind) { findElsewhere(entry.code, outside: code, entry.row, standing) }
                opened.append(unit)
                continue
            }
            if Self.saysTheSame(unit, stands) {
                unchanged += 1
            } else if isLater(than: stands, entry.row) {
                changed.append(unit)
            }
        }
        if !opened.isEmpty { newUnits.append((tenant, opened)) }
        if !changed.isEmpty { newVersions.append((tenant, changed)) }
    }

    /// A commune does not stand twice: before it is opened elsewhere it is closed where it is.
    private mutating func findElsewhere(_ code: String, outside tenant: String, _ row: DirectoryTable.Row, _ standing: DirectoryStanding) {
        guard let (unit, host) = standing.commune(code, outside: tenant) else { return }
        let place = unit.fullName == host ? "" : ", thuộc \(host)"
        faults.report(
            row, "parent_code", "mã “\(code)” đang là của \(unit.fullName)\(place); kiểm tra lại cấp trên, hoặc đóng đơn vị ở đó trước")
    }

    private static func saysTheSame(_ one: SubUnit, _ other: SubUnit) -> Bool {
        one.parent == other.parent && one.name == other.name && one.fullName == other.fullName && one.kind == other.kind
            && one.legalPersonality == other.legalPersonality
    }

    /// A change begins after what is recorded: it never rewrites what was in force before.
    private mutating func isLater(than unit: SubUnit, _ row: DirectoryTable.Row) -> Bool {
        if unit.validFrom < day { return true }
        faults.report(
            row, "name",
            "khác với tên trong hệ thống “\(unit.fullName)”, có hiệu lực từ \(unit.validFrom.vietnamese); nhập thay đổi với ngày sau ngày đó"
        )
        return false
    }

    /// Each unit behind the one above it. Reports units above that are nowhere, and circles.
    private mutating func parentsFirst(_ entries: [UnitEntry], standing: Set<String>) -> [UnitEntry] {
        var ordered: [UnitEntry] = []
        var placed = standing.subtracting(entries.map(\.code))
        let all = placed.union(entries.map(\.code))
        var waiting = entries.filter { entry in
            guard let parent = entry.parent, !all.contains(parent) else { return true }
            faults.report(entry.row, "parent_code", "không có đơn vị mã “\(parent)” trong cùng đơn vị")
            return false
        }
        while !waiting.isEmpty {
            let ready = waiting.filter { $0.parent.map(placed.contains) ?? true }
            guard !ready.isEmpty else {
                for entry in waiting { faults.report(entry.row, "parent_code", "các đơn vị cấp trên nối thành vòng") }
                break
            }
            ordered += ready
            placed.formUnion(ready.map(\.code))
            waiting.removeAll { placed.contains($0.code) }
        }
        return ordered
    }
}

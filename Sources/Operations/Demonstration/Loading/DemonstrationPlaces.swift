import Domain
import Storage

/// The units of a demonstration as they stand in the database.
struct DemonstrationPlaces: Sendable {
    private let province: Tenant
    private let tenants: [String: Tenant]
    private var units: [Tenant.ID: [String: SubUnit.ID]] = [:]

    /// Reads what the import of the directory opened, and opens the sub-units that the plan knows besides.
    static func open(_ plan: DemonstrationPlan, ids: IDSource, _ tx: borrowing OperatorTransaction) async throws -> DemonstrationPlaces {
        let tenants = try await tx.tenants(on: plan.firstDay)
        guard let province = tenants.first(where: { $0.kind == .province }) else {
            throw Problem.demonstrationData("units.csv: không có dòng của tỉnh.")
        }
        var places = DemonstrationPlaces(
            province: province, tenants: Dictionary(tenants.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first }))
        for unit in plan.units {
            let tenant = try places.tenant(unit.code)
            var known: [String: SubUnit.ID] = [:]
            for there in try await tx.subUnits(of: tenant, on: plan.firstDay) { known[there.code] = there.id }
            var opened: [SubUnit] = []
            for (position, subUnit) in unit.subUnits.enumerated() where known[subUnit.code] == nil {
                let id: SubUnit.ID = ids.next()
                opened.append(
                    SubUnit(
                        id: id, parent: subUnit.parent.flatMap { known[$0] } ?? SubUnit.ID(tenant.uuid), code: subUnit.code, name: subUnit.name,
                        fullName: subUnit.fullName, kind: subUnit.kind, legalPersonality: subUnit.legalPersonality, position: position,
                        openedOn: plan.openedOn, closedOn: nil, validFrom: plan.openedOn, version: 1))
                known[subUnit.code] = id
            }
            try await tx.open(opened, in: tenant)
            places.units[tenant] = known
        }
        return places
    }

    private init(province: Tenant, tenants: [String: Tenant]) {
        self.province = province
        self.tenants = tenants
    }

    /// - Parameter code: nil for the province itself.
    func tenant(_ code: String?) throws -> Tenant.ID {
        guard let code else { return province.id }
        guard let tenant = tenants[code] else { throw Problem.demonstrationData("departments.csv, units.csv: không có đơn vị \(code).") }
        return tenant.id
    }

    /// - Parameter code: nil for the unit itself.
    func subUnit(_ code: String?, of unit: String?) throws -> SubUnit.ID {
        let tenant = try tenant(unit)
        guard let code else { return SubUnit.ID(tenant.uuid) }
        guard let subUnit = units[tenant]?[code] else { throw Problem.demonstrationData("\(unit ?? "province"): không có đơn vị \(code).") }
        return subUnit
    }
}

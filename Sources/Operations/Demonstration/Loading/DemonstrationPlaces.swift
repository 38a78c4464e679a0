import Domain
import Storage

/// The units of a demonstration as they stand in the database.
struct DemonstrationPlaces: Sendable {
    private let province: Tenant
    private let tenants: [String: Tenant]
    private var units: [Tenant.ID: [String: SubUnit.ID]] = [:]

    /// Reads what the import of the directory opened.
    static func read(_ plan: DemonstrationPlan, _ tx: borrowing OperatorTransaction) async throws -> DemonstrationPlaces {
        let tenants = try await tx.tenants(on: plan.firstDay)
        guard let province = tenants.first(where: { $0.kind == .province }) else {
            throw Problem.demonstrationData("units.csv: không có dòng của tỉnh.")
        }
        var places = DemonstrationPlaces(
            province: province, tenants: Dictionary(tenants.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first }))
        for unit in plan.units {
            let tenant = try places.tenant(unit.code)
            for subUnit in try await tx.subUnits(of: tenant, on: plan.firstDay) {
                places.units[tenant, default: [:]][subUnit.code] = subUnit.id
            }
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

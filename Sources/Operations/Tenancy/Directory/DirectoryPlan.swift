import Domain

/// What the files ask for beside what stands: found and checked as a whole before anything is written.
struct DirectoryPlan {
    /// The files' rows, without fault in themselves.
    let tenants: [TenantEntry]
    let units: [UnitEntry]
    let leftOut: Int

    /// - Parameters:
    ///   - standing: tenants that are open, by their code.
    /// - Throws: `invalid-input` with every fault of every file.
    init(_ tables: [DirectoryTable], standing: [String: KnownTenant]) throws(Problem) {
        var faults = DirectoryFaults()
        let territory = TerritoryRows(tables.filter { $0.form == .territory }.flatMap(\.rows), standing: standing, &faults)
        let departments = DepartmentRows(tables.filter { $0.form == .departments }.flatMap(\.rows), standing: standing, &faults)
        tenants =
            territory.tenants.filter { $0.kind == .province } + departments.tenants + territory.tenants.filter { $0.kind != .province }
        leftOut = departments.leftOut

        var known = standing
        for tenant in tenants { known[tenant.code] = KnownTenant(kind: tenant.kind, unitKind: tenant.unitKind, fullName: tenant.fullName) }
        let dependents = DependentRows(tables.filter { $0.form == .dependents }.flatMap(\.rows), tenants: known, &faults)
        units = territory.units + dependents.units

        Self.findDoubles(tables, tenants, units, &faults)
        Self.findProvince(tenants, standing, &faults)
        guard faults.all.isEmpty else { throw .invalid(faults.all) }
    }

    /// A code stands once in the lists of the province and once inside each tenant; so does a name of a kind.
    private static func findDoubles(
        _ tables: [DirectoryTable], _ tenants: [TenantEntry], _ units: [UnitEntry], _ faults: inout DirectoryFaults
    ) {
        var seen: [String: DirectoryTable.Row] = [:]
        func once(_ key: String, _ row: DirectoryTable.Row, _ column: String, _ text: String, _ faults: inout DirectoryFaults) {
            guard let first = seen.updateValue(row, forKey: key) else { return }
            faults.report(row, column, "“\(text)” đã có ở \(first.file == row.file ? "" : first.file + ", ")dòng \(first.line)")
        }
        // Of every row, also of one that has other faults.
        for row in tables.filter({ $0.form != .dependents }).flatMap(\.rows) where !row["code"].isEmpty {
            once("code \(row["code"])", row, "code", row["code"], &faults)
        }
        for tenant in tenants { once("tenant name \(tenant.fullName)", tenant.row, "name", tenant.fullName, &faults) }
        for unit in units {
            once("unit code \(unit.tenant) \(unit.code)", unit.row, "code", unit.code, &faults)
            once("unit name \(unit.tenant) \(unit.parent ?? "") \(unit.fullName)", unit.row, "name", unit.name, &faults)
        }
    }

    /// One province: everything else stands under it.
    private static func findProvince(_ tenants: [TenantEntry], _ standing: [String: KnownTenant], _ faults: inout DirectoryFaults) {
        let there = standing.first { $0.value.kind == .province }?.key
        let provinces = tenants.filter { $0.kind == .province }
        for province in provinces.dropFirst() { faults.report(province.row, "level", "đã có một tỉnh ở dòng \(provinces[0].row.line)") }
        if let there, let province = provinces.first, province.code != there {
            faults.report(province.row, "code", "hệ thống này là của tỉnh mã “\(there)”")
        }
        if there == nil, provinces.isEmpty, let first = tenants.first {
            faults.report(first.row, "code", "chưa có tỉnh: nhập tệp tỉnh, huyện, xã trước hoặc cùng lúc")
        }
    }
}

import Domain

/// Rows of province, districts and communes. A commune is a unit of its district, or a tenant where it stands under the province itself.
struct TerritoryRows {
    private enum Level: String, CaseIterable {
        case province, district, commune
    }

    private(set) var tenants: [TenantEntry] = []
    private(set) var units: [UnitEntry] = []

    /// - Parameter standing: tenants of the database, under which a row may stand as well.
    init(_ rows: [DirectoryTable.Row], standing: [String: KnownTenant], _ faults: inout DirectoryFaults) {
        let levels = Dictionary(
            rows.compactMap { row in Level(rawValue: row["level"]).map { (row["code"], $0) } }, uniquingKeysWith: { first, _ in first })
        for (index, row) in rows.enumerated() {
            let code = faults.code(row, "code")
            let name = faults.required(row, "name")
            let fullName = faults.required(row, "full_name")
            guard let level = faults.oneOf(row, "level", Level.self) else { continue }
            let kind = Self.kind(of: fullName, level)
            if kind == nil, !fullName.isEmpty {
                faults.report(row, "full_name", "“\(fullName)” phải bắt đầu bằng " + Self.words(level).map(\.0).joined(separator: ", "))
            }
            if !fullName.hasSuffix(name) {
                faults.report(row, "full_name", "“\(fullName)” phải kết thúc bằng tên “\(name)”")
            }
            let above = Self.above(row, level, levels, standing, &faults)
            guard let kind else { continue }
            switch (level, above) {
            case (.province, _):
                tenants.append(
                    TenantEntry(
                        row: row, code: code, name: name, fullName: fullName, kind: .province, scope: .authority, unitKind: kind,
                        position: 0))
            case (.district, .province), (.commune, .province):
                // Departments come first in the province's lists.
                tenants.append(
                    TenantEntry(
                        row: row, code: code, name: name, fullName: fullName, kind: level == .district ? .district : .commune,
                        scope: .awardSubject, unitKind: kind, position: 1_000 + index))
            case (.commune, .district):
                units.append(
                    UnitEntry(
                        row: row, tenant: row["parent_code"], code: code, parent: nil, name: name, fullName: fullName, kind: kind,
                        legalPersonality: true, position: index))
            default: continue
            }
        }
    }

    /// The level of the row above, which must exist and be higher.
    private static func above(
        _ row: DirectoryTable.Row, _ level: Level, _ levels: [String: Level], _ standing: [String: KnownTenant],
        _ faults: inout DirectoryFaults
    ) -> Level? {
        let code = row["parent_code"]
        if level == .province {
            if !code.isEmpty { faults.report(row, "parent_code", "tỉnh không có đơn vị cấp trên; để trống") }
            return nil
        }
        guard !code.isEmpty else {
            faults.report(row, "parent_code", "ghi mã của đơn vị cấp trên")
            return nil
        }
        let known: Level? = levels[code] ?? standing[code].flatMap { Level(rawValue: $0.kind.rawValue) }
        guard let known else {
            faults.report(row, "parent_code", "không có đơn vị mã “\(code)” trong tệp hoặc trong hệ thống")
            return nil
        }
        guard known == .province || (level == .commune && known == .district) else {
            faults.report(row, "parent_code", "đơn vị mã “\(code)” không phải cấp trên của \(level == .district ? "cấp huyện" : "cấp xã")")
            return nil
        }
        return known
    }

    private static func words(_ level: Level) -> [(String, SubUnit.Kind)] {
        switch level {
        case .province: [("Tỉnh", .tinh), ("Thành phố", .thanhPho)]
        case .district: [("Thành phố", .thanhPho), ("Thị xã", .thiXa), ("Huyện", .huyen)]
        case .commune: [("Thị trấn", .thiTran), ("Phường", .phuong), ("Xã", .xa)]
        }
    }

    private static func kind(of fullName: String, _ level: Level) -> SubUnit.Kind? {
        words(level).first { fullName.hasPrefix($0.0 + " ") }?.1
    }
}

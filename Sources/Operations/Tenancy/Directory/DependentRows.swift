import Domain

/// Rows of units inside tenants. `tenant` is a code, or `each:` and a kind: `each:district` for all districts, `each:huyen` for those that
/// are a huyện.
struct DependentRows {
    private enum YesNo: String, CaseIterable {
        case yes, no
    }

    private(set) var units: [UnitEntry] = []

    init(_ rows: [DirectoryTable.Row], tenants: [String: KnownTenant], _ faults: inout DirectoryFaults) {
        for (index, row) in rows.enumerated() {
            let tenant = faults.required(row, "tenant")
            let code = faults.code(row, "code")
            let name = faults.required(row, "name")
            let kind = faults.oneOf(row, "kind", SubUnit.Kind.self)
            let legal = faults.oneOf(row, "legal_personality", YesNo.self)
            if let kind, kind.isTenantOnly { faults.report(row, "kind", "“\(kind.rawValue)” không thể là đơn vị trực thuộc") }
            let hosts = Self.hosts(tenant, among: tenants)
            if hosts.isEmpty, !tenant.isEmpty {
                faults.report(row, "tenant", "không có đơn vị “\(tenant)” trong các tệp hoặc trong hệ thống")
            }
            guard let kind, let legal else { continue }
            for host in hosts {
                guard let known = tenants[host] else { continue }
                units.append(
                    UnitEntry(
                        row: row, tenant: host, code: code, parent: row["parent_code"].isEmpty ? nil : row["parent_code"], name: name,
                        fullName: "\(name), \(known.nameInSentence)", kind: kind, legalPersonality: legal == .yes, position: 1_000 + index))
            }
        }
    }

    private static func hosts(_ named: String, among tenants: [String: KnownTenant]) -> [String] {
        guard named.hasPrefix("each:") else { return tenants[named] == nil ? [] : [named] }
        let kind = named.dropFirst("each:".count)
        return tenants.filter { $0.value.kind.rawValue == kind || $0.value.unitKind?.rawValue == String(kind) }.keys.sorted()
    }
}

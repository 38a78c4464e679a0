import Domain

/// Rows of departments, agencies and press. What is internal of one of them is left to the list of dependent units.
struct DepartmentRows {
    private enum Kind: String, CaseIterable {
        case so, vanPhong = "van_phong", thanhTra = "thanh_tra", ban, banQuanLy = "ban_quan_ly", baoChi = "bao_chi"
    }

    private(set) var tenants: [TenantEntry] = []
    private(set) var leftOut = 0

    init(_ rows: [DirectoryTable.Row], standing: [String: KnownTenant], _ faults: inout DirectoryFaults) {
        let codes = Set(rows.map { $0["code"] })
        for (index, row) in rows.enumerated() {
            let code = faults.code(row, "code")
            let name = faults.required(row, "name")
            let scope = row["scope"]
            if let host = scope.wholeMatch(of: /internal_of_(.+)/)?.output.1 {
                if !codes.contains(String(host)), standing[String(host)] == nil {
                    faults.report(row, "scope", "không có cơ quan mã “\(host)” trong tệp hoặc trong hệ thống")
                }
                leftOut += 1
                continue
            }
            guard let known = ["award_subject", "media", "other"].contains(scope) ? Tenant.Scope(rawValue: scope) : nil else {
                faults.report(row, "scope", "“\(scope)” không nằm trong: award_subject, media, other, internal_of_MÃ")
                continue
            }
            guard let kind = faults.oneOf(row, "kind", Kind.self) else { continue }
            tenants.append(
                TenantEntry(
                    row: row, code: code, name: name, fullName: name, kind: .department, scope: known, unitKind: Self.unitKind(kind, name),
                    position: 1 + index))
        }
    }

    private static func unitKind(_ kind: Kind, _ name: String) -> SubUnit.Kind {
        switch kind {
        case .so: .so
        case .vanPhong: .vanPhong
        case .thanhTra: .thanhTra
        case .ban: .ban
        case .banQuanLy: .banQuanLy
        case .baoChi:
            if name.hasPrefix("Báo ") {
                .bao
            } else if name.hasPrefix("Đài ") {
                .dai
            } else if name.hasPrefix("Cổng ") {
                .cong
            } else {
                .donVi
            }
        }
    }
}

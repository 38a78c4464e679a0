import Domain

/// A tenant as a file has it.
struct TenantEntry {
    let row: DirectoryTable.Row
    let code: String
    let name: String
    let fullName: String
    let kind: Tenant.Kind
    let scope: Tenant.Scope
    let unitKind: SubUnit.Kind
    let position: Int
}

/// A sub-unit as a file has it.
struct UnitEntry {
    let row: DirectoryTable.Row
    /// Code of the tenant.
    let tenant: String
    let code: String
    /// Code of the sub-unit above; nil: directly under the tenant.
    let parent: String?
    let name: String
    let fullName: String
    let kind: SubUnit.Kind
    let legalPersonality: Bool
    let position: Int
}

/// A tenant that may be named as the one in which a unit is: of the files or of the database.
struct KnownTenant {
    let kind: Tenant.Kind
    let unitKind: SubUnit.Kind?
    let fullName: String

    /// “Phòng Nội vụ, huyện Một”, but “Phòng Tổng hợp, Sở Tài chính”.
    var nameInSentence: String {
        kind == .department ? fullName : fullName.startingSmall
    }
}

/// Collects what is wrong, with the place.
struct DirectoryFaults {
    private(set) var all: [FieldFault] = []

    mutating func report(_ row: DirectoryTable.Row, _ column: String, _ reason: String) {
        // One row may stand for a unit in each district: its fault is one.
        let fault = FieldFault(row.path(column), reason)
        if !all.contains(fault) { all.append(fault) }
    }

    /// A cell that must be filled; reported and empty when it is not.
    mutating func required(_ row: DirectoryTable.Row, _ column: String, atMost limit: Int = 200) -> String {
        let text = row[column]
        if text.isEmpty { report(row, column, "không được để trống") }
        if text.count > limit { report(row, column, "dài quá \(limit) ký tự") }
        return text
    }

    /// A code of a unit.
    mutating func code(_ row: DirectoryTable.Row, _ column: String) -> String {
        let code = row[column]
        if let fault = Tenant.fault(ofCode: code) { report(row, column, fault) }
        return code
    }

    mutating func oneOf<E: RawRepresentable & CaseIterable>(_ row: DirectoryTable.Row, _ column: String, _: E.Type) -> E?
    where E.RawValue == String {
        let text = required(row, column)
        if let value = E(rawValue: text) { return value }
        if !text.isEmpty { report(row, column, "“\(text)” không nằm trong: " + E.allCases.map(\.rawValue).joined(separator: ", ")) }
        return nil
    }
}

public import Domain
public import Storage

/// Gives a sub-unit another name, code, kind, parent or place in the list from a day on. What it was before stays recorded; a change that was
/// recorded today is written anew.
public struct ChangeSubUnit: Sendable {
    public var unit: SubUnit.ID
    /// The version that the change starts from.
    public var version: Int
    public var code: String?
    public var name: String?
    public var fullName: String?
    public var kind: SubUnit.Kind?
    public var parent: SubUnit.ID?
    public var legalPersonality: Bool?
    public var position: Int?
    /// First day of the change; the business date when nil.
    public var validFrom: CivilDate?

    public init(
        _ unit: SubUnit.ID, version: Int, code: String? = nil, name: String? = nil, fullName: String? = nil, kind: SubUnit.Kind? = nil,
        parent: SubUnit.ID? = nil, legalPersonality: Bool? = nil, position: Int? = nil, validFrom: CivilDate? = nil
    ) {
        self.unit = unit
        self.version = version
        self.code = code
        self.name = name
        self.fullName = fullName
        self.kind = kind
        self.parent = parent
        self.legalPersonality = legalPersonality
        self.position = position
        self.validFrom = validFrom
    }

    /// - Returns: the first day of the change.
    /// - Throws: ``Problem/notFound``, ``Problem/stale``; `invalid-input` with every field at fault; `code-taken`, `parent-not-open`,
    ///   `under-itself`, `changed-already`, `outside-units-time`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> CivilDate {
        let officer = try await tx.officer()
        let day = validFrom ?? officer.today
        guard let before = try await SubUnit.find(unit, on: day, in: tx) else { throw Problem.notFound }
        guard unit.uuid != officer.home.uuid else {
            throw Problem(
                .notAllowed, "own-root", "Tên, mã và loại của chính đơn vị do người quản trị hệ thống thay đổi. Gửi đề nghị đến người đó.")
        }
        let after = try changed(before, from: day)
        guard try await SubUnit.take(unit, version: version, in: tx) else {
            throw Problem.untouched(found: before.version, named: version)
        }
        if before.validFrom == day, try await SubUnit.rewrite(after, in: tx) { return day }
        try await SubUnit.record(after, in: tx)
        return day
    }

    private func changed(_ before: SubUnit, from day: CivilDate) throws(Problem) -> SubUnit {
        var check = SubUnitCheck()
        let name = name.map { check.name($0) } ?? before.name
        let kind = kind.map { check.kind($0) } ?? before.kind
        // A new name or kind makes a new full name, unless one is given.
        let keepsFullName = fullName == nil && name == before.name && kind == before.kind
        // What stands behind them stays: ", thành phố Cà Mau".
        let plain = check.fullName(nil, kind: before.kind, name: before.name)
        let rest = fullName == nil && before.fullName.hasPrefix("\(plain),") ? String(before.fullName.dropFirst(plain.count)) : ""
        let after = SubUnit(
            id: before.id, parent: parent ?? before.parent, code: code.map { check.code($0) } ?? before.code, name: name,
            fullName: keepsFullName ? before.fullName : check.fullName(fullName, kind: kind, name: name) + rest, kind: kind,
            legalPersonality: legalPersonality ?? before.legalPersonality, position: position.map { check.position($0) } ?? before.position,
            openedOn: before.openedOn, closedOn: before.closedOn, validFrom: before.validFrom, version: before.version)
        try check.finish()
        guard after != before else { throw .invalid("$", "không có gì khác với hiện tại; ghi ít nhất một mục thay đổi") }
        return SubUnit(
            id: after.id, parent: after.parent, code: after.code, name: after.name, fullName: after.fullName, kind: after.kind,
            legalPersonality: after.legalPersonality, position: after.position, openedOn: after.openedOn, closedOn: after.closedOn,
            validFrom: day, version: after.version)
    }
}

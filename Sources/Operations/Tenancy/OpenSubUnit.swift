public import Domain
public import Storage

/// Opens a sub-unit of the officer's own tenant.
public struct OpenSubUnit: Sendable {
    /// Unique among the tenant's units of one time.
    public var code: String
    public var name: String
    /// Kind and name when nil: "Xã Tân Lộc".
    public var fullName: String?
    public var kind: SubUnit.Kind
    /// Directly under the tenant itself when nil.
    public var parent: SubUnit.ID?
    /// Whether it may sign and submit by itself (A10).
    public var legalPersonality: Bool
    public var position: Int
    /// The business date when nil.
    public var openedOn: CivilDate?

    public init(
        code: String, name: String, fullName: String? = nil, kind: SubUnit.Kind, parent: SubUnit.ID? = nil, legalPersonality: Bool,
        position: Int = 0, openedOn: CivilDate? = nil
    ) {
        self.code = code
        self.name = name
        self.fullName = fullName
        self.kind = kind
        self.parent = parent
        self.legalPersonality = legalPersonality
        self.position = position
        self.openedOn = openedOn
    }

    /// - Throws: ``Problem`` `invalid-input` with every field at fault; `code-taken`, `parent-not-open`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> SubUnit.ID {
        var check = SubUnitCheck()
        let officer = try await tx.officer()
        let openedOn = openedOn ?? officer.today
        let name = check.name(name)
        let unit = SubUnit(
            id: ids.next(), parent: parent ?? SubUnit.ID(officer.home.uuid), code: check.code(code), name: name,
            fullName: check.fullName(fullName, kind: kind, name: name), kind: check.kind(kind), legalPersonality: legalPersonality,
            position: check.position(position), openedOn: openedOn, closedOn: nil, validFrom: openedOn, version: 1)
        if let above = try await SubUnit.find(unit.parent ?? unit.id, on: officer.today, in: tx) {
            check.opened(openedOn, notBefore: above)
        }
        try check.finish()
        if let above = try await SubUnit.find(unit.parent ?? unit.id, on: officer.today, in: tx), openedOn < above.openedOn {
            throw Self.older(than: above)
        }
        try await SubUnit.open(unit, in: tx)
        return unit.id
    }

    private static func older(than above: SubUnit) -> Problem {
        Problem(
            .invalid, "parent-not-open", "Đơn vị cấp trên chưa hoạt động vào ngày thành lập.",
            fields: [FieldFault("$.openedOn", "trước ngày \(above.openedOn.vietnamese) của đơn vị cấp trên; nhập ngày từ ngày đó trở đi")])
    }
}

public import Domain
public import Storage

/// A unit takes its own rules on Giấy khen as its decision has them, all or none: who gives, slots, budget, criteria, council (issue 5, track 2). What
/// was opened, drafted and decided before stays under the rules that it had.
public struct TakeOwnRules: Sendable {
    public var documentNumber: String
    public var documentOn: CivilDate
    /// First day on which they are in force.
    public var validFrom: CivilDate
    /// Last day; nil: until others begin.
    public var validTo: CivilDate?
    /// Content of each of ``OwnRules/files``, by its name.
    public var files: [String: [UInt8]]

    public init(
        documentNumber: String, documentOn: CivilDate, validFrom: CivilDate, validTo: CivilDate? = nil, files: [String: [UInt8]]
    ) {
        self.documentNumber = documentNumber
        self.documentOn = documentOn
        self.validFrom = validFrom
        self.validTo = validTo
        self.files = files
    }

    /// - Throws: `invalid-table`; `invalid-input` with every field and cell at fault; `giver-without-legal-personality`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> OwnRules.ID {
        let officer = try await tx.officer()
        guard officer.mayWrite, let giver = officer.keptGiver, giver.uuid == officer.home.uuid else { throw Problem.notAllowed }
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        if documentOn > officer.today {
            check.fault("$.documentOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        if validFrom < documentOn { check.fault("$.validFrom", "trước ngày của quyết định (\(documentOn.vietnamese))") }
        if let validTo, validTo < validFrom { check.fault("$.validTo", "trước ngày bắt đầu hiệu lực (\(validFrom.vietnamese))") }
        try check.finish()
        let decision = OwnRules.Decision(
            number: number, date: documentOn, validity: ValidityPeriod(from: validFrom, through: validTo))
        let rules = try OwnRules(decision) { name in
            guard let content = files[name] else { throw Problem.invalid("$.files", "thiếu tệp \(name)") }
            return content
        }
        var units: [SubUnit.ID] = []
        for giver in rules.givers {
            guard let unit = try await SubUnit.find(code: giver.code, in: tx) else {
                check.fault("givers.csv", "không có đơn vị mã \(giver.code)")
                continue
            }
            if !unit.legalPersonality {
                check.fault(
                    "givers.csv",
                    "\(unit.fullName) không có tư cách pháp nhân nên không tặng Giấy khen; chỉ đề nghị khen thưởng cho đơn vị đó")
            }
            units.append(unit.id)
        }
        try check.finish()
        let id: OwnRules.ID = ids.next()
        try await OwnRules.take(rules, id: id, units: units, in: tx)
        return id
    }
}

/// The unit's own rules as they were taken, those that began last first. Every officer of the unit may know them.
public struct ListOwnRules: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> [KeptOwnRules] {
        guard try await tx.officer().place == tx.officer().home else { throw Problem.notAllowed }
        return try await KeptOwnRules.all(in: tx)
    }
}

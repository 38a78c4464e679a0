public import Domain
public import Storage

/// The Office says from when on reporting periods are of another length, or their returns due on other days, by a paper. What was opened stays.
public struct SetPeriodRule: Sendable {
    /// Of the month before; 1: of the month itself.
    public var firstDay: Int
    /// Working days after the end of the period, for returns of communes to their district.
    public var subUnitDays: Int
    /// The same for returns to the Office.
    public var unitDays: Int
    /// After these the close waits for nobody.
    public var closeDays: Int
    /// The paper that says how long the period is.
    public var citation: String
    /// The one that says the days; nil: the same.
    public var daysCitation: String?
    /// First day; nil: today.
    public var from: CivilDate?

    public init(
        firstDay: Int, subUnitDays: Int, unitDays: Int, closeDays: Int, citation: String, daysCitation: String? = nil,
        from: CivilDate? = nil
    ) {
        self.firstDay = firstDay
        self.subUnitDays = subUnitDays
        self.unitDays = unitDays
        self.closeDays = closeDays
        self.citation = citation
        self.daysCitation = daysCitation
        self.from = from
    }

    /// - Throws: `invalid-input` with every field at fault; `not-allowed`, `period-rule-there`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> PeriodRule {
        let officer = try await tx.officer()
        guard officer.may(.importCampaign), officer.place == nil else { throw Problem.notAllowed }
        var check = InputCheck()
        let citation = check.line(citation, "$.citation", atMost: 500)
        let daysCitation = self.daysCitation.map { check.line($0, "$.daysCitation", atMost: 500) } ?? citation
        let from = from ?? officer.today
        if !(1...28).contains(firstDay) { check.fault("$.firstDay", "phải từ 1 đến 28") }
        if subUnitDays < 0 { check.fault("$.subUnitDays", "không được âm") }
        if unitDays < subUnitDays { check.fault("$.unitDays", "không được trước hạn gửi của cấp xã") }
        if closeDays < unitDays { check.fault("$.closeDays", "không được trước hạn gửi của đơn vị") }
        if closeDays > PeriodRule.mostDays { check.fault("$.closeDays", "không quá \(PeriodRule.mostDays) ngày làm việc") }
        if from < officer.today { check.fault("$.from", "không được trước ngày hôm nay (\(officer.today.vietnamese))") }
        try check.finish()
        let rule = PeriodRule(
            validFrom: from, validTo: nil, firstDay: firstDay, subUnitDays: subUnitDays, unitDays: unitDays, closeDays: closeDays,
            citation: citation, daysCitation: daysCitation)
        try await rule.keep(in: tx)
        return rule
    }
}

public import Domain
public import Storage

/// The Office records that a unit of the plan was inspected, by which minutes, and what was found there. From then on the unit reads it.
public struct RecordVisit: Sendable {
    public var inspection: Inspection.ID
    public var tenant: Tenant.ID
    public var heldOn: CivilDate
    public var minutesNumber: String
    public var minutesOn: CivilDate
    /// One each; none: nothing was found.
    public var findings: [String]

    public init(
        _ inspection: Inspection.ID, tenant: Tenant.ID, heldOn: CivilDate, minutesNumber: String, minutesOn: CivilDate, findings: [String]
    ) {
        self.inspection = inspection
        self.tenant = tenant
        self.heldOn = heldOn
        self.minutesNumber = minutesNumber
        self.minutesOn = minutesOn
        self.findings = findings
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `visit-recorded`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Inspection.ID {
        let officer = try await tx.officer()
        guard tx.tenant == nil, officer.may(.keepReview) else { throw Problem.notAllowed }
        guard let plan = try await Inspection.find(inspection, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let number = check.line(minutesNumber, "$.minutesNumber", atMost: 100)
        if minutesOn > officer.today { check.fault("$.minutesOn", "không được sau ngày hôm nay (\(officer.today.vietnamese))") }
        if heldOn < plan.from {
            check.fault(
                "$.heldOn",
                "trước ngày đầu của kế hoạch (\(plan.from.vietnamese)); kiểm tra lại ngày, hoặc lập kế hoạch cho ngày đó rồi ghi")
        }
        if heldOn > minutesOn { check.fault("$.minutesOn", "không được trước ngày kiểm tra") }
        if findings.count > 100 { check.fault("$.findings", "ghi tối đa 100 kết luận") }
        var found: [InspectionVisit.Finding] = []
        for (index, words) in findings.prefix(100).enumerated() {
            found.append(.init(id: ids.next(), words: check.passage(words, "$.findings[\(index)]")))
        }
        try check.finish()
        try await InspectionVisit.record(
            InspectionVisit.Statement(
                inspection: inspection, tenant: tenant, heldOn: heldOn, minutesNumber: number, minutesOn: minutesOn),
            id: ids.next(), findings: found, in: tx)
        return inspection
    }
}

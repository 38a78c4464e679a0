/// One unit of the campaign's first tier, or below it, and how far it had come with its launch on a day.
public struct UnitLaunch: Sendable, Hashable {
    public let tenant: Tenant.Slug
    public let tenantName: String
    public let unit: SubUnit.ID
    /// Nil for the root: the tenant itself.
    public let parent: SubUnit.ID?
    public let code: String
    public let name: String
    public let fullName: String
    public let kind: SubUnit.Kind
    /// The customary order inside its tenant.
    public let position: Int
    public let openedOn: CivilDate
    /// Nil: the province's launch has not reached the unit.
    public let record: Record?

    public init(
        tenant: Tenant.Slug, tenantName: String, unit: SubUnit.ID, parent: SubUnit.ID?, code: String, name: String, fullName: String,
        kind: SubUnit.Kind, position: Int, openedOn: CivilDate, record: Record?
    ) {
        self.tenant = tenant
        self.tenantName = tenantName
        self.unit = unit
        self.parent = parent
        self.code = code
        self.name = name
        self.fullName = fullName
        self.kind = kind
        self.position = position
        self.openedOn = openedOn
        self.record = record
    }

    /// The launch record of the unit, with the dates of the steps that count.
    public struct Record: Sendable, Hashable {
        public let launch: Launch.ID
        public let deadline: CivilDate
        public let receivedOn: CivilDate
        public let acknowledgedOn: CivilDate?
        public let plannedOn: CivilDate?
        public let launchedOn: CivilDate?
        public let form: LaunchForm?
        public let attendance: Int?
        /// Another day was recorded for the launch before.
        public let isCorrected: Bool

        public init(
            launch: Launch.ID, deadline: CivilDate, receivedOn: CivilDate, acknowledgedOn: CivilDate?, plannedOn: CivilDate?,
            launchedOn: CivilDate?, form: LaunchForm?, attendance: Int?, isCorrected: Bool = false
        ) {
            self.launch = launch
            self.deadline = deadline
            self.receivedOn = receivedOn
            self.acknowledgedOn = acknowledgedOn
            self.plannedOn = plannedOn
            self.launchedOn = launchedOn
            self.form = form
            self.attendance = attendance
            self.isCorrected = isCorrected
        }

        public var state: LaunchState {
            LaunchState(acknowledged: acknowledgedOn != nil, planned: plannedOn != nil, launched: launchedOn != nil)
        }

        public var isLate: Bool {
            launchedOn.map { $0 > deadline } ?? false
        }
    }

    /// Nil while the launch has not reached the unit.
    public var state: LaunchState? { record?.state }
    public var isLaunched: Bool { record?.launchedOn != nil }
    /// Launched after the deadline, which who was opened later could not keep.
    public var isLate: Bool { !isOpenedAfterDeadline && (record?.isLate ?? false) }
    public var isRoot: Bool { parent == nil }
    /// Opened when its launch should have been over: not late by its own fault, and told by a mark of its own.
    public var isOpenedAfterDeadline: Bool { record.map { openedOn > $0.deadline } ?? false }

    /// The mark of who was opened when the deadline had passed.
    public static let openedAfterDeadline = "thành lập sau thời hạn"

    /// As officers read it.
    public var stateInVietnamese: String {
        guard let state else { return LaunchState.vietnameseWhenAbsent }
        let marks = [
            isLate ? "chậm" : nil, isOpenedAfterDeadline ? Self.openedAfterDeadline : nil,
            record?.isCorrected == true ? "đã sửa ngày" : nil,
        ].compactMap(\.self)
        return marks.isEmpty ? state.vietnamese : "\(state.vietnamese) (\(marks.joined(separator: ", ")))"
    }
}

/// The launch of one campaign at one unit: what has reached it from the province, and what it has reported since.
public struct Launch: Sendable, Hashable {
    public typealias ID = EntityID<Launch>

    public let id: ID
    public let campaign: Campaign.ID
    public let unit: SubUnit.ID
    /// As the unit is called now.
    public let unitCode: String
    public let unitName: String
    /// The day of the province's own launch: nothing happens at a unit before it.
    public let notBefore: CivilDate
    /// The last day in time.
    public let deadline: CivilDate
    public let receivedOn: CivilDate
    public let recordedOn: CivilDate
    /// When the unit was opened; nil: long before.
    public let openedOn: CivilDate?
    /// In the order of recording, corrections included.
    public let steps: [LaunchStep]

    public init(
        id: ID, campaign: Campaign.ID, unit: SubUnit.ID, unitCode: String, unitName: String, notBefore: CivilDate, deadline: CivilDate,
        receivedOn: CivilDate, recordedOn: CivilDate, openedOn: CivilDate? = nil, steps: [LaunchStep]
    ) {
        self.id = id
        self.campaign = campaign
        self.unit = unit
        self.unitCode = unitCode
        self.unitName = unitName
        self.notBefore = notBefore
        self.deadline = deadline
        self.receivedOn = receivedOn
        self.recordedOn = recordedOn
        self.openedOn = openedOn
        self.steps = steps
    }

    /// Rises with every step: what a change names in If-Match.
    public var version: Int { steps.last?.position ?? 0 }

    /// What counts now.
    public var standing: LaunchStanding {
        standing(asOf: .latest, knownOn: .latest)
    }

    /// What had happened by a day, as far as it was recorded by another.
    ///
    /// Of each kind of step the last one recorded by `knownOn` counts, and of these what happened by `asOf`: so a corrected date does
    /// not count beside the date that corrected it.
    public func standing(asOf: CivilDate, knownOn: CivilDate) -> LaunchStanding {
        func last(_ kind: LaunchStep.Kind) -> LaunchStep? {
            let known = steps.last { $0.act.kind == kind && $0.recordedOn <= knownOn }
            return known.flatMap { $0.happenedOn <= asOf ? $0 : nil }
        }
        let launched = last(.launched)
        let days = Set(steps.filter { $0.act.kind == .launched && $0.recordedOn <= knownOn }.map(\.happenedOn))
        return LaunchStanding(
            acknowledged: last(.acknowledged), planned: last(.planned), launched: launched, deadline: deadline,
            isCorrected: launched != nil && days.count > 1, isOpenedAfterDeadline: openedOn.map { $0 > deadline } ?? false)
    }
}

/// The steps of a launch that count.
public struct LaunchStanding: Sendable, Hashable {
    public let acknowledged: LaunchStep?
    public let planned: LaunchStep?
    public let launched: LaunchStep?
    public let deadline: CivilDate
    /// Another day was recorded for the launch before.
    public let isCorrected: Bool
    /// The unit was opened when its launch should have been over.
    public let isOpenedAfterDeadline: Bool

    public init(
        acknowledged: LaunchStep?, planned: LaunchStep?, launched: LaunchStep?, deadline: CivilDate, isCorrected: Bool = false,
        isOpenedAfterDeadline: Bool = false
    ) {
        self.isCorrected = isCorrected
        self.isOpenedAfterDeadline = isOpenedAfterDeadline
        self.acknowledged = acknowledged
        self.planned = planned
        self.launched = launched
        self.deadline = deadline
    }

    public var state: LaunchState {
        LaunchState(acknowledged: acknowledged != nil, planned: planned != nil, launched: launched != nil)
    }

    /// Launched after the deadline, which a unit that was opened later could not keep: marked, never refused (A58).
    public var isLate: Bool {
        !isOpenedAfterDeadline && (launched.map { $0.happenedOn > deadline } ?? false)
    }

    /// As officers read it: `Đã phát động (chậm)`.
    public var vietnamese: String {
        let marks = [
            isLate ? "chậm" : nil, isOpenedAfterDeadline ? UnitLaunch.openedAfterDeadline : nil, isCorrected ? "đã sửa ngày" : nil,
        ].compactMap(\.self)
        return marks.isEmpty ? state.vietnamese : "\(state.vietnamese) (\(marks.joined(separator: ", ")))"
    }
}

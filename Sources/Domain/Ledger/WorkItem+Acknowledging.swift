extension WorkItem {
    /// Within how many working days a unit takes note of what it was given.
    public static let acknowledgingWorkingDays = 3

    /// The last day on which it is taken note of in time; later is marked, never refused. It runs from the day on which the item stood in the
    /// ledger, where that came after the paper.
    public func acknowledgeBy(_ calendar: WorkingCalendar) -> CivilDate {
        calendar.day(Self.acknowledgingWorkingDays, workingDaysAfter: max(assignedOn, recordedOn))
    }
}

extension WorkItem.Standing {
    /// Whether it was taken note of late, or is late to be by the end of `day`.
    public func isAcknowledgedLate(_ item: WorkItem, at day: CivilDate, _ calendar: WorkingCalendar) -> Bool {
        if acknowledgedOn == nil, state != .assigned { return false }
        return (acknowledgedOn ?? day) > item.acknowledgeBy(calendar)
    }
}

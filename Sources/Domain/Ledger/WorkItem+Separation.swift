extension WorkItem {
    /// Whether the officer belongs to who must do this item: he does not rule on it (A66). The row policies of rulings say the same.
    ///
    /// - An item given to a person is that person's; one of a sub-unit, everybody's who sits in it; one of a whole unit, everybody's of
    ///   the unit.
    public func isWork(of officer: ActingOfficer) -> Bool {
        if let assignee = terms.assignee { return assignee == officer.person }
        return isProvinces ? tenant == officer.home : unit == officer.unit
    }

    /// Given by the province: to a unit of it as a whole, not handed on inside it.
    public var isProvinces: Bool {
        parent == nil && unit.uuid == tenant.uuid
    }
}

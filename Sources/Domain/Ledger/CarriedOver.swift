/// What an item was in earlier years (A14b): history, by which nobody judges. Its date for this campaign is fixed by a paper that names it.
public struct CarriedOver: Sendable, Hashable {
    /// Its code then, where it had one.
    public var code: String?
    public var assignedOn: CivilDate
    public var dueOn: CivilDate?

    public init(code: String? = nil, assignedOn: CivilDate, dueOn: CivilDate? = nil) {
        self.code = code
        self.assignedOn = assignedOn
        self.dueOn = dueOn
    }
}

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

    /// As officers read it: `giao ngày 10/05/2022, thời hạn 31/12/2022, mã NV-9`.
    public var vietnamese: String {
        ["giao ngày \(assignedOn.vietnamese)", dueOn.map { "thời hạn \($0.vietnamese)" }, code.map { "mã \($0)" }]
            .compactMap(\.self).joined(separator: ", ")
    }
}

/// An item in a person's hands that is neither done nor out of the count: what must go to somebody before he leaves.
public struct HeldItem: Sendable, Hashable {
    public let id: WorkItem.ID
    public let code: String
    public let title: String
    public let unitName: String
    public let dueOn: CivilDate?
    /// Whether it was given to him; otherwise a post of his is in charge of it.
    public let isDoer: Bool

    public init(id: WorkItem.ID, code: String, title: String, unitName: String, dueOn: CivilDate?, isDoer: Bool) {
        self.id = id
        self.code = code
        self.title = title
        self.unitName = unitName
        self.dueOn = dueOn
        self.isDoer = isDoer
    }

    /// For a list of what is open: `Rà soát thủ tục hành chính (Phòng Nội vụ), thời hạn 30/06/2023, là người thực hiện`.
    public var vietnamese: String {
        let due = dueOn.map { "thời hạn \($0.vietnamese)" } ?? "chưa có thời hạn"
        return "\(title) (\(unitName)), \(due), \(isDoer ? "là người thực hiện" : "là lãnh đạo phụ trách")"
    }
}

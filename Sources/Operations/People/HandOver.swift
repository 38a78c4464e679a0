public import Domain
public import Storage

/// To whom goes what is in the hands of somebody who leaves or moves.
public struct HandOver: Sendable, Hashable {
    /// Post of who takes over: what is to be done in his own sub-unit, and being in charge anywhere in the unit.
    public var successor: Post.ID?
    /// Whether what he does not take goes back to its sub-unit, with nobody named.
    public var restToUnit: Bool

    public init(to successor: Post.ID? = nil, restToUnit: Bool = false) {
        self.successor = successor
        self.restToUnit = restToUnit
    }

    /// - Parameter post: only what the person has by this post.
    /// - Returns: how many items changed hands.
    /// - Throws: `open-items` with what is open, where nobody was named to take it.
    func perform(from person: Person.ID, by post: Post.ID? = nil, because reason: String, in tx: borrowing TenantTransaction) async throws
        -> Int
    {
        if successor == nil, !restToUnit {
            let held = try await HeldItem.inHands(of: person, by: post, in: tx)
            if !held.isEmpty { throw Self.open(held) }
        }
        return try await HeldItem.handOver(
            from: person, by: post, to: successor, restToUnit: restToUnit, because: reason, in: tx)
    }

    /// A leader may be in charge of hundreds: the first tell enough.
    private static let shown = 50

    private static func open(_ held: [HeldItem]) -> Problem {
        let more = held.count > shown ? " Danh sách dưới đây nêu \(shown) nhiệm vụ có thời hạn sớm nhất." : ""
        return Problem(
            .refused, "open-items",
            "Còn \(held.count) nhiệm vụ, chỉ tiêu chưa hoàn thành trong tay người này. Chọn người nhận bàn giao, hoặc trả về đơn vị.\(more)",
            fields: held.prefix(shown).map { FieldFault("nhiệm vụ \($0.code)", $0.vietnamese) })
    }
}

/// What is in a person's hands: to be looked at before he leaves or moves.
public struct ListHeldItems: Sendable {
    public var person: Person.ID
    /// Only what he has by this post; nil: by any.
    public var post: Post.ID?

    public init(of person: Person.ID, by post: Post.ID? = nil) {
        self.person = person
        self.post = post
    }

    /// - Throws: ``Problem/notFound`` where there is no such person here for who keeps the directory.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [HeldItem] {
        try await HeldItem.inHands(of: person, by: post, in: tx)
    }
}

public import Domain
public import Storage

/// Records the last day of a post. A post that has not begun by then was never held.
public struct EndPost: Sendable {
    public var post: Post.ID
    /// The version that the change starts from.
    public var version: Int
    /// The business date when nil.
    public var lastDay: CivilDate?

    public init(_ post: Post.ID, version: Int, lastDay: CivilDate? = nil) {
        self.post = post
        self.version = version
        self.lastDay = lastDay
    }

    /// - Throws: ``Problem/notFound``, ``Problem/stale``, ``Problem/notAllowed`` for posts that the operator gave; `invalid-input`,
    ///   `ended-already`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard let held = try await Post.find(post, in: tx)?.post else { throw Problem.notFound }
        let today = try await tx.officer().today
        let never = held.validFrom.adding(days: -1)
        let last = lastDay ?? today
        // A day long before the first is a slip of the pen, unless nobody has acted in the post yet.
        guard last >= never || held.validFrom > today else {
            throw Problem.invalid(
                "$.lastDay",
                "trước ngày bắt đầu \(held.validFrom.vietnamese); nhập ngày từ đó trở đi, hoặc \(never.vietnamese) nếu chức vụ giao nhầm")
        }
        guard try await Post.end(post, version: version, lastDay: max(last, never), in: tx) else {
            throw Problem.untouched(found: held.version, named: version)
        }
    }
}

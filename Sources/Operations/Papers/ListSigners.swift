public import Domain
public import Storage

/// Whose signatures the officer may record: holders of posts of his tenant other than himself; for who records for the province, its leaders too.
public struct ListSigners: Sendable {
    public init() {}

    /// As of today, in the customary order; the leaders first.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [(post: Post.ID, title: String)] {
        let officer = try await tx.officer()
        let leaders =
            Policy.of(officer.role).provinceRole == .office ? try await PaperAct.leaders(on: officer.today, in: tx) : []
        let own = try await Post.list(.init(), limit: 500, in: tx).filter { $0.post.person != officer.person }.map { holding in
            (post: holding.post.id, title: "\(holding.post.title) – \(holding.personName)")
        }
        return leaders + own
    }
}

public import Domain
public import Storage

/// Whose signatures the officer may record: holders of posts of his tenant other than himself; for who records for the province, its leaders too.
public struct ListSigners: Sendable {
    public init() {}

    /// As of today: the leaders first, then the head of the unit and his deputies, the others in the customary order, and last who keeps the system.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [(post: Post.ID, title: String)] {
        let officer = try await tx.officer()
        let leaders =
            Policy.of(officer.role).provinceRole == .office ? try await PaperAct.leaders(on: officer.today, in: tx) : []
        let own = try await Post.list(.init(), limit: 500, in: tx).filter { $0.post.person != officer.person }
        let names = own.choiceNames
        let ordered = own.enumerated().sorted { (Self.place($0.element.post), $0.offset) < (Self.place($1.element.post), $1.offset) }
        return leaders + ordered.map { (post: $0.element.post.id, title: names[$0.element.post.id] ?? $0.element.post.title) }
    }

    private static func place(_ post: Post) -> Int {
        switch post.role {
        case .unitHead, .officeChief: post.title.hasPrefix(NamedHolder.deputy) ? 1 : 0
        case .tenantAdmin, .systemAdmin: 3
        default: 2
        }
    }
}

import Domain
import Operations

/// “Chức vụ đang làm việc”: the officer's own posts and what he may act under, to choose from.
struct ActingPostPage: Page {
    static let template = "acting-post"
    let frame: Frame
    let posts: [Choice]
    let delegations: [Choice]
    let hasDelegations: Bool

    struct Choice: Sendable {
        let id: String
        let title: String
        let unit: String
        /// What is lent, until when; empty of a post of one's own.
        let scope: String
        let until: String
        let current: Bool
        let formToken: String
    }

    init(_ me: WhoAmI.Answer, frame: Frame) {
        self.frame = frame
        posts = me.posts.map { choice in
            Choice(
                id: choice.post.description, title: choice.title, unit: choice.tenantName, scope: "", until: "",
                current: me.officer.delegation == nil && choice.post == me.officer.post, formToken: frame.formToken)
        }
        delegations = me.delegations.map { choice in
            Choice(
                id: choice.id.description, title: "\(choice.signature.line) (\(choice.post.title))", unit: choice.post.tenantName,
                scope: choice.scope.map(\.vietnamese).joined(separator: "; "), until: choice.validTo.vietnamese,
                current: choice.id == me.officer.delegation, formToken: frame.formToken)
        }
        hasDelegations = !me.delegations.isEmpty
    }
}

/// A delegation that an account may act under today: chosen like a post of one's own (Chức vụ đang làm việc).
public struct DelegationChoice: Sendable, Hashable {
    public let id: Delegation.ID
    public let form: Delegation.Form
    /// What is lent, in alphabetical order.
    public let scope: [Action]
    /// Last day, inclusive.
    public let validTo: CivilDate
    /// Title of the post that the delegate holds himself.
    public let delegateTitle: String
    /// The post in whose stead he acts.
    public let post: PostChoice

    public init(
        id: Delegation.ID, form: Delegation.Form, scope: [Action], validTo: CivilDate, delegateTitle: String, post: PostChoice
    ) {
        self.id = id
        self.form = form
        self.scope = scope
        self.validTo = validTo
        self.delegateTitle = delegateTitle
        self.post = post
    }

    public var signature: Signature { Signature(title: post.title, form: form, delegateTitle: delegateTitle) }
}

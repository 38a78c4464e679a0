import Domain
import Operations

/// Who may act in whose stead in the unit; for those who may, to give and to revoke.
struct DelegationsPage: Page {
    static let template = "delegations"
    let frame: Frame
    let rows: [Row]
    let isEmpty: Bool
    let mayGive: Bool
    let givers: [Option]
    let delegates: [Option]
    let actions: [Option]
    let forms: [Option]

    struct Row: Sendable {
        let id: String
        let giver: String
        let delegate: String
        let signature: String
        let scope: String
        let days: String
        let standing: String
        let reason: String
        let version: Int
        let revocable: Bool
        let formToken: String
    }

    struct Option: Sendable {
        let value: String
        let label: String
    }

    /// - Parameter posts: of the unit, among whom the delegate is chosen.
    init(_ delegations: [Delegation], posts: [PostHolding], me: WhoAmI.Answer, frame: Frame) {
        let officer = me.officer
        self.frame = frame
        let keeps = officer.may(.manageDirectory)
        rows = delegations.map { delegation in
            let standing = delegation.standing(on: officer.today)
            let isOwn = delegation.giver.post == officer.post || delegation.givenBy == officer.post
            return Row(
                id: delegation.id.description, giver: "\(delegation.giver.title) (\(delegation.giver.personName))",
                delegate: "\(delegation.delegate.title) (\(delegation.delegate.personName))", signature: delegation.signature.line,
                scope: delegation.scope.map(\.vietnamese).joined(separator: "; "),
                days: "\(delegation.validFrom.vietnamese) – \(delegation.validTo.vietnamese)",
                standing: standing.vietnamese + (delegation.revocation.map { ": \($0.reason)" } ?? ""), reason: delegation.reason,
                version: delegation.version,
                revocable: officer.delegation == nil && officer.mayWrite && officer.may(.revokeDelegation) && (isOwn || keeps)
                    && (standing == .inForce || standing == .notYet),
                formToken: frame.formToken)
        }
        isEmpty = delegations.isEmpty
        mayGive = officer.may(.giveDelegation) && officer.mayWrite
        let own = posts.filter { $0.post.id == officer.post }
        let below = officer.role == .unitHead ? posts.filter { $0.post.role.isGrantable && $0.post.role != .unitHead } : []
        let names = posts.choiceNames
        func option(_ holding: PostHolding) -> Option {
            Option(value: holding.post.id.description, label: names[holding.post.id] ?? holding.post.title)
        }
        givers = (own + below).map(option)
        delegates = posts.filter { $0.post.person != officer.person }.map(option)
        let lendable = Set((own + below).flatMap { Policy.of($0.post.role).actions.filter(\.isLendable) })
        actions = lendable.sorted { $0.rawValue < $1.rawValue }.map { Option(value: $0.rawValue, label: $0.vietnamese) }
        forms = Delegation.Form.allCases.map { Option(value: $0.rawValue, label: "\($0.abbreviation) – \($0.vietnamese)") }
    }
}

import Domain
import Operations

/// Who works in one's own unit, and the forms that take people on.
struct PeoplePage: FormPage {
    static let template = "people"
    let frame: Frame
    let rows: [Row]
    /// In service, with no post today: they cannot sign in until they are given one.
    let unseated: [Unseated]
    let hasUnseated: Bool
    /// Where the next page begins; nil at the end.
    let next: String?
    let choices: SeatChoices
    /// Sub-units whose last day is recorded.
    let closed: [Closed]
    let hasClosed: Bool
    var fault: FormFault?
    var outcome: Outcome?

    struct Row: Sendable {
        let person: String
        let name: String
        let title: String
        let role: String
        let unit: String
        let since: String
    }

    struct Unseated: Sendable {
        let person: String
        let name: String
        let kind: String
    }

    struct Closed: Sendable {
        let unit: String
        let version: Int
        let name: String
        let lastDay: String
        let formToken: String

        /// Nil: it is not closed.
        init?(_ unit: SubUnit, formToken: String) {
            guard let last = unit.closedOn else { return nil }
            self.unit = unit.id.description
            version = unit.version
            name = "\(unit.fullName) (\(unit.code))"
            lastDay = last.vietnamese
            self.formToken = formToken
        }
    }

    /// What a list changed, or would change.
    struct Outcome: Sendable {
        let isDryRun: Bool
        let summary: String
        let rows: [Row]

        struct Row: Sendable {
            let number: Int
            let name: String
            let unit: String
            let result: String
        }

        init(_ outcome: PeopleOutcome) {
            isDryRun = outcome.isDryRun
            summary =
                "\(outcome.count(of: .person)) người mới, \(outcome.count(of: .post)) chức vụ, \(outcome.count(of: .account)) tài khoản; \(outcome.unchanged) dòng đã có, không đổi."
            rows = outcome.rows.map { row in
                let results = row.results.map(\.vietnamese).joined(separator: ", ")
                return Row(
                    number: row.number, name: row.fullName, unit: row.unitName, result: results.isEmpty ? "đã có, không đổi" : results)
            }
        }
    }

    init(
        frame: Frame, posts: [PostHolding], next: Post.ID?, unseated: [Person], units: [ListUnitNames.Unit], closed: [SubUnit] = []
    ) {
        self.frame = frame
        self.closed = closed.compactMap { Closed($0, formToken: frame.formToken) }
        hasClosed = !self.closed.isEmpty
        self.unseated = unseated.map { Unseated(person: $0.id.description, name: $0.fullName, kind: $0.kind.vietnamese) }
        hasUnseated = !unseated.isEmpty
        rows = posts.map { holding in
            Row(
                person: holding.post.person.description, name: holding.personName, title: holding.post.title,
                role: holding.post.role.vietnamese, unit: holding.unitName, since: holding.post.validFrom.vietnamese)
        }
        self.next = next?.description
        choices = SeatChoices(units: units)
    }
}

/// What the fields of a form that gives a post offer.
struct SeatChoices: Sendable {
    let units: [Choice]
    let roles: [Choice]
    let ranks: [Choice]
    let kinds: [Choice]

    init(units: [ListUnitNames.Unit]) {
        self.units = units.map { Choice(key: $0.id.description, name: $0.fullName) }
        roles = Role.grantable.reversed().map { Choice(key: $0.rawValue, name: $0.vietnamese) }
        ranks = Post.LeaderRank.allCases.reversed().map { Choice(key: $0.rawValue, name: $0.vietnamese) }
        kinds = Person.Kind.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
    }
}

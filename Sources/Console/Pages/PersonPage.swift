import Domain
import Operations

/// One person: posts, what is open in his hands, and the forms that record leaving and moving.
struct PersonPage: FormPage {
    static let template = "person"
    let frame: Frame
    let id: String
    let name: String
    let kind: String
    let service: String
    let version: Int
    let hasLeft: Bool
    let today: String
    let posts: [Row]
    let held: [Held]
    let history: [Line]
    let successors: [Choice]
    let tenants: [Choice]
    let choices: SeatChoices
    let account: Line?
    let mayOpenAccount: Bool
    /// A new link, or the end of it; one's own is kept by another.
    let mayKeepAccount: Bool
    let mayEnableAccount: Bool
    var fault: FormFault?
    /// Of a release just written; shown this once.
    var code: String?

    struct Row: Sendable {
        let person: String
        let id: String
        let title: String
        let role: String
        let unit: String
        let time: String
        let version: Int
        let canMove: Bool
    }

    struct Held: Sendable {
        let code: String
        let text: String
    }

    struct Line: Sendable {
        let text: String
    }

    init(
        frame: Frame, person: Person, posts: [PostHolding], held: [HeldItem], moves: [PersonMove], releases: [PersonRelease],
        successors: [PostHolding], units: [ListUnitNames.Unit], tenants: [Tenant], account: Account?, isOneself: Bool, today: CivilDate
    ) {
        self.frame = frame
        id = person.id.description
        name = person.fullName
        kind = person.kind.vietnamese
        service = "từ \(person.activeFrom.vietnamese)" + (person.endedOn.map { " đến \($0.vietnamese)" } ?? "")
        version = person.version
        hasLeft = person.endedOn != nil
        self.today = today.description
        self.posts = posts.map { holding in
            let post = holding.post
            let isHeld = (post.validTo ?? .latest) >= max(today, post.validFrom)
            return Row(
                person: person.id.description, id: post.id.description, title: post.title, role: post.role.vietnamese,
                unit: holding.unitName,
                time: "từ \(post.validFrom.vietnamese)" + (post.validTo.map { " đến \($0.vietnamese)" } ?? ""), version: post.version,
                canMove: isHeld && post.role.isGrantable && person.endedOn == nil)
        }
        self.held = held.map { Held(code: $0.code, text: $0.vietnamese) }
        history =
            moves.map { move in
                Line(
                    text:
                        "\(move.recordedOn.vietnamese): \(move.kind.vietnamese), ngày cuối \(move.lastDay.vietnamese); \(move.reason); bàn giao \(move.items) nhiệm vụ"
                )
            } + releases.map { Line(text: "Phiếu chuyển công tác theo \($0.documentNumber): \($0.vietnamese)") }
        self.successors = successors.map {
            Choice(key: $0.post.id.description, name: "\($0.personName), \($0.post.title) (\($0.unitName))")
        }
        self.tenants = tenants.map { Choice(key: $0.slug.text, name: $0.fullName) }
        choices = SeatChoices(units: units)
        self.account = account.map { account in
            let state =
                if account.disabledAt != nil {
                    "đang khóa" + (account.disabledReason.map { ": \($0)" } ?? "")
                } else {
                    account.hasPassword ? "đã đặt mật khẩu" : "chưa đặt mật khẩu"
                }
            return Line(text: "Tên đăng nhập \(account.username), \(state)")
        }
        let mayChange = person.endedOn == nil && !isOneself
        mayOpenAccount = mayChange && account == nil
        mayKeepAccount = mayChange && account != nil && account?.disabledAt == nil
        mayEnableAccount = mayChange && account?.disabledAt != nil
    }
}

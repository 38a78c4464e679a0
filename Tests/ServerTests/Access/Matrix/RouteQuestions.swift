import Domain
import Foundation
import TestSupport
import Web

/// How one route is asked: about what, with which query and body, and what an answer must hold that shows it.
struct RouteQuestion: Sendable {
    typealias Text = @Sendable (MatrixTarget) -> String

    /// Which of the target's items a route is about that names one.
    enum About {
        case item, whole, waiting, fresh
    }

    let subject: MatrixSubject
    var about: About = .item
    var query: Text = { _ in "" }
    /// Nil: the sample of the route's schema.
    var body: (@Sendable (MatrixTarget) -> JSONValue)?
    var text: Text?
    /// Of a list: what stands in the answer when the target is in sight.
    var sees: Text?
    /// Words of an answer that is a refusal although it is given.
    var refusals: [String] = []
    /// What must be allowed beside what the route asks.
    var alsoAsks: [Deed] = []
    /// Of what that is asked; nil: of the target's own place.
    var alsoIn: PlaceState?
    /// Where there is nothing to ask about.
    var skips: @Sendable (MatrixTarget) -> Bool = { _ in false }

    init(_ subject: MatrixSubject) { self.subject = subject }

    init(_ subject: MatrixSubject, skips: @escaping @Sendable (MatrixTarget) -> Bool) {
        self.subject = subject
        self.skips = skips
    }

    init(
        _ subject: MatrixSubject, skips: @escaping @Sendable (MatrixTarget) -> Bool = { _ in false }, sees: @escaping Text,
        query: @escaping Text = { _ in "" }
    ) {
        self.subject = subject
        self.skips = skips
        self.sees = sees
        self.query = query
    }

    /// The same about another of the target's items.
    func about(_ about: About) -> RouteQuestion {
        var question = self
        question.about = about
        return question
    }

    /// The same, of which the deed of the route is one half.
    ///
    /// - Parameter state: nil: the other half is about the target as well.
    func alsoAsking(_ deed: Deed, in state: PlaceState? = nil) -> RouteQuestion {
        var question = self
        (question.alsoAsks, question.alsoIn) = ([deed], state)
        return question
    }

    static func asking(_ subject: MatrixSubject, _ query: @escaping Text) -> RouteQuestion {
        var question = RouteQuestion(subject)
        question.query = query
        return question
    }

    /// Of many at once, tried: the answer says of each what would come of it.
    init(trying subject: MatrixSubject, body: @escaping @Sendable (MatrixTarget) -> JSONValue) {
        self.subject = subject
        self.body = body
        query = { _ in "?dryRun=true" }
        refusals = MatrixAnswer.ofOneAmongMany
    }

    init(
        _ subject: MatrixSubject, skips: @escaping @Sendable (MatrixTarget) -> Bool = { _ in false },
        body: @escaping @Sendable (MatrixTarget) -> JSONValue
    ) {
        self.subject = subject
        self.skips = skips
        self.body = body
    }

    init(
        _ subject: MatrixSubject, skips: @escaping @Sendable (MatrixTarget) -> Bool = { _ in false }, text: @escaping Text,
        query: @escaping Text = { _ in "" }
    ) {
        self.subject = subject
        self.skips = skips
        self.text = text
        self.query = query
    }

    /// The question of a route; nil for one that has none yet.
    static func of(_ route: Route) -> RouteQuestion? { named[operation(of: route)] }

    /// The ledger's routes stand in two places; what is asked is the same.
    static func operation(of route: Route) -> String { route.name.replacing("province-", with: "") }

    static let atRoot: @Sendable (MatrixTarget) -> Bool = { $0.slot == .root }

    /// The province launches and is not launched to; nor is a unit that is closed by then.
    static let withoutLaunch: @Sendable (MatrixTarget) -> Bool = { $0.place.slug == "province" || $0.place.isClosed }

    /// Nothing is given to a unit by itself, and a closed one is not found by its name: both are said of the name, before anything is written.
    static let withoutGift: @Sendable (MatrixTarget) -> Bool = { ($0.relation.isInside && $0.slot == .root) || $0.place.isClosed }

    static let withoutHolder: @Sendable (MatrixTarget) -> Bool = { $0.holder == nil }

    private static let named: [String: RouteQuestion] =
        [
            sessions, directory, campaigns, ledger, standIns, movers, steps, judging, passing, itemDrafts, mottos, reviews, months,
            itemForms,
            sheets, awards, councils, registers, held, initiatives, difficulties, oversight, goodModels, coverage,
        ]
        .reduce(into: [:]) { $0.merge($1) { one, _ in one } }

    private static let sessions: [String: RouteQuestion] = [
        "session.show": RouteQuestion(.oneself), "session.close": RouteQuestion(.oneself), "tokens.list": RouteQuestion(.oneself),
        "tokens.end-others": RouteQuestion(.oneself), "page.home": RouteQuestion(.oneself), "page.sessions": RouteQuestion(.oneself),
        "page.password": RouteQuestion(.oneself), "page.access": RouteQuestion(.oneself), "page.help": RouteQuestion(.oneself),
        "page.guide": RouteQuestion(.oneself),
        "tokens.open": RouteQuestion(.oneself) { _ in ["label": "matrix"] },
        "tokens.end": RouteQuestion(.oneself),
        "notices.list": RouteQuestion(.oneself), "notices.settings": RouteQuestion(.oneself), "page.notices": RouteQuestion(.oneself),
        "notices.mark": RouteQuestion(.oneself) { _ in ["notices": [], "read": true] },
        "notices.set": RouteQuestion(.oneself) { _ in ["email": nil, "quietFrom": 21, "quietTo": 6] },
        "page.notices.set": RouteQuestion(.oneself, text: { _ in "email=&quietFrom=21&quietTo=6" }),
        "access.explain": RouteQuestion(.oneself, sees: { _ in "\"allowed\"" }, query: { _ in "?action=item.read&object=province" }),
    ]

    private static let directory: [String: RouteQuestion] = [
        "tenants.list": RouteQuestion(.catalogue, sees: { _ in "\"district_102\"" }), "tenants.show": RouteQuestion(.catalogue),
        "units.list": RouteQuestion(.unit, sees: { $0.unit }, query: { _ in "?limit=200" }),
        "units.show": RouteQuestion(.unit), "units.history": RouteQuestion(.unit),
        "units.open": RouteQuestion(.unit) {
            ["code": "MX-MOI", "name": "Mới", "kind": "phong", "legalPersonality": false, "parent": .string($0.unit)]
        },
        "units.change": RouteQuestion(.unit, skips: atRoot) { _ in ["name": "Khác"] },
        "units.close": RouteQuestion(.unit, skips: atRoot) { _ in [:] }, "units.reopen": RouteQuestion(.unit, skips: atRoot),
        "people.list": RouteQuestion(.whole, sees: { $0.person }, query: { _ in "?limit=200" }),
        "people.show": RouteQuestion(.whole), "people.add": RouteQuestion(.whole) { _ in ["fullName": "Người Mới", "kind": "cong_chuc"] },
        "people.change": RouteQuestion(.whole) { _ in ["kind": "can_bo"] }, "people.end": RouteQuestion(.whole) { _ in [:] },
        "posts.list": RouteQuestion(.post, sees: { $0.post }, query: { "?limit=200&person=\($0.person)" }),
        "posts.show": RouteQuestion(.post),
        "posts.give": RouteQuestion(.post) {
            [
                "person": .string($0.person), "unit": .string($0.unit), "role": "unit_coordinator", "title": "Đầu mối",
                "leaderRank": "direct_worker",
            ]
        },
        // One's own post is ended by somebody else.
        "posts.end": RouteQuestion(.post, skips: { $0.relation == .oneself }) { _ in [:] },
        "accounts.open": RouteQuestion(.whole) { ["username": .string("\($0.place.slug).nguoi.thu")] },
        "accounts.show": RouteQuestion(.whole, skips: withoutHolder), "accounts.reset": RouteQuestion(.whole, skips: withoutHolder),
        "accounts.disable": RouteQuestion(.whole, skips: withoutHolder) { _ in ["reason": "thử"] },
        "accounts.enable": RouteQuestion(.whole, skips: withoutHolder),
        "audit.timeline": RouteQuestion(.whole, sees: { _ in "\"relation\"" }, query: { "?object=person&id=\($0.person)" }),
    ]

    private static let campaigns: [String: RouteQuestion] = [
        "campaigns.list": RouteQuestion(.catalogue, sees: { _ in "\"MX0\"" }), "campaigns.show": RouteQuestion(.catalogue),
        "campaigns.launch-plan": RouteQuestion(.catalogue), "page.campaign.launch-plan": RouteQuestion(.catalogue),
        "campaigns.import": RouteQuestion(.province, text: { _ in plan }),
        "campaigns.launch": RouteQuestion(.province) { _ in ["documentNumber": "1/KH-UBND", "launchedOn": "2023-06-01"] },
        "launches.cascade": RouteQuestion(.whole),
        "launches.list": RouteQuestion(.launch, skips: withoutLaunch, sees: { $0.launch }, query: { _ in "?campaign=MX0&limit=200" }),
        "launches.show": RouteQuestion(.launch),
        "launches.acknowledge": RouteQuestion(.launch) { _ in ["happenedOn": "2023-06-01"] },
        "launches.plan": RouteQuestion(.launch) { _ in ["happenedOn": "2023-06-01", "documentNumber": "2/KH", "text": "Kế hoạch"] },
        "launches.conference": RouteQuestion(.launch) { _ in ["happenedOn": "2023-06-01", "form": "own_conference", "attendance": 30] },
        "launch-monitor.province": RouteQuestion(.sum), "launch-monitor.tenant": RouteQuestion(.sum), "page.unit": RouteQuestion(.sum),
        "page.unit-launches": RouteQuestion(.sum), "page.unit-launch": RouteQuestion(.launch),
        "page.unit-launches.cascade": RouteQuestion(.whole, text: { _ in "campaign=MX0" }),
        "page.unit-launch.acknowledge": RouteQuestion(.launch, text: { _ in "date=2023-06-01" }),
        "page.unit-launch.plan": RouteQuestion(.launch, text: { _ in "date=2023-06-01&number=2%2FKH&text=x" }),
        "page.unit-launch.conference": RouteQuestion(.launch, text: { _ in "date=2023-06-01&kind=own_conference&attendance=30" }),
        "page.unit-launch.draft": RouteQuestion(.launch, text: { _ in "date=2023-06-01&kind=own_conference&attendance=30" }),
        "page.campaign.launch": RouteQuestion(.province),
    ]

    private static let ledger: [String: RouteQuestion] = [
        "directives.list": RouteQuestion(.paper, sees: { $0.directive }, query: { _ in "?limit=200" }),
        "directives.show": RouteQuestion(.paper), "directives.file": RouteQuestion(.paper),
        "directives.enter": RouteQuestion(.paper) { _ in
            ["type": "CV", "number": "77/CV", "issuedOn": "2023-06-01", "issuer": "Văn phòng", "abstract": "Về việc thử"]
        },
        "directives.attach": RouteQuestion(.paper, text: { _ in "%PDF-1.4\n1 0 obj\n%%EOF\n" }, query: { _ in "?name=x.pdf" }),
        "items.list": RouteQuestion(.item, sees: { $0.item }, query: { "?limit=200&unit=\($0.unit)" }),
        "items.show": RouteQuestion(.item), "items.count": RouteQuestion(.sum), "overview": RouteQuestion(.sum),
        "unit-table.show": .asking(.sum) { _ in "?campaign=MX0" },
        "unit-table.compare": .asking(.sum) { _ in "?campaign=MX0&from=2023-05-31" },
        "page.unit-table": .asking(.province) { _ in "?campaign=MX0" }, "page.unit-unit-table": .asking(.sum) { _ in "?campaign=MX0" },
        "page.unit-table.changes": .asking(.province) { _ in "?campaign=MX0&from=2023-05-31" },
        "page.unit-unit-table.changes": .asking(.sum) { _ in "?campaign=MX0&from=2023-05-31" },
        "page.unit-unit-table.items": .asking(.sum) { _ in "?campaign=MX0&figure=overdue" },
        "page.unit-table.items": .asking(.province) { _ in "?campaign=MX0&figure=overdue" },
        "items.assign": RouteQuestion(.gift, skips: withoutGift) {
            ["lead": .string($0.code), "kind": "task", "title": "Việc mới", "sector": "MX", "dueOn": "2023-06-30"]
        },
        "items.import": RouteQuestion(
            .gift, skips: withoutGift,
            text: { "TT,Nhiệm vụ,Cơ quan chủ trì,Thời hạn\n1,Việc một,\($0.code),30/6/2023\n" },
            query: { "?sector=MX&directive=\($0.directive)" }),
        "items.hand-on": RouteQuestion(.gift, skips: { !$0.relation.isInside }) {
            $0.slot == .root
                ? ["unit": .string($0.unit), "assignee": .string($0.person)] : ["unit": .string($0.unit), "title": "Phần việc"]
        }.about(.whole),
        "items.acknowledge": RouteQuestion(.item),
        "items.report": RouteQuestion(.item) { _ in ["narrative": "Đang làm", "evidenceOn": "2023-06-01"] },
        "items.change": RouteQuestion(.item) { _ in ["title": "Tên khác", "reason": "Theo văn bản mới"] },
        "items.rule": RouteQuestion(.item) { _ in
            ["kind": "cancelled", "documentNumber": "1/QĐ", "decidedOn": "2023-06-19", "reason": "Theo văn bản"]
        },
    ]

    private static let plan =
        (try? String(contentsOfFile: RepositoryPaths.deploy + "/campaigns/KH-77-2023.yaml", encoding: .utf8)) ?? ""
}

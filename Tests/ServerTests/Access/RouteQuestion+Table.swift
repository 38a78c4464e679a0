import Domain
import FoundationEssentials
import TestSupport

extension RouteQuestion {
    static let table: [String: RouteQuestion] = catalogue.merging(directory) { one, _ in one }.merging(launches) { one, _ in one }
        .merging(directives) { one, _ in one }.merging(items) { one, _ in one }

    private static let catalogue: [String: RouteQuestion] = [
        "tenants.list": RouteQuestion(object: .province), "campaigns.list": RouteQuestion(object: .province),
        "tenants.show": RouteQuestion(object: .figures),
        "campaigns.show": RouteQuestion(object: .province, parameters: { _ in ["campaign": "MX2"] }),
        "campaigns.launch": RouteQuestion(
            object: .province, parameters: { _ in ["campaign": "MX2"] },
            body: { _ in #"{"documentNumber":"1/KH","launchedOn":"2023-06-01"}"# }),
        "campaigns.import": RouteQuestion(
            object: .province, body: { _ in SecondCampaign.yaml }, mediaType: "application/yaml"),
    ]

    // MARK: - Directory

    private static let directory: [String: RouteQuestion] = [
        "units.list": RouteQuestion(object: .unit, query: { _ in "?limit=200" }, shows: { $0.unit.uuidString }),
        "units.show": RouteQuestion(object: .unit, parameters: { ["unit": $0.unit.uuidString] }),
        "units.history": RouteQuestion(object: .unit, parameters: { ["unit": $0.unit.uuidString] }),
        "units.open": RouteQuestion(
            object: .tenant, body: { _ in #"{"code":"MX-X","name":"x","kind":"phong","legalPersonality":false}"# }, asksAbroad: true),
        "units.change": RouteQuestion(
            object: .unit, parameters: { ["unit": $0.place.unit($0.slot == .root ? .middle : $0.slot).uuidString] },
            body: { _ in #"{"name":"Khác"}"# }),
        "units.close": RouteQuestion(
            object: .unit, parameters: { ["unit": $0.place.unit($0.slot == .root ? .middle : $0.slot).uuidString] }, body: { _ in "{}" },
            rules: ["has-posts", "has-sub-units", "has-open-items"]),
        "people.list": RouteQuestion(object: .tenant, query: { _ in "?limit=200" }, shows: { $0.place.spare.uuidString }),
        "people.show": RouteQuestion(object: .tenant, parameters: { ["person": $0.place.spare.uuidString] }),
        "people.add": RouteQuestion(object: .tenant, body: { _ in #"{"fullName":"Người Mới","kind":"cong_chuc"}"# }),
        "people.change": RouteQuestion(
            object: .tenant, parameters: { ["person": $0.place.spare.uuidString] }, body: { _ in #"{"fullName":"Tên Khác"}"# }),
        "people.end": RouteQuestion(object: .tenant, parameters: { ["person": $0.place.spare.uuidString] }, body: { _ in "{}" }),
        "accounts.show": RouteQuestion(
            object: .tenant, parameters: { target in ["person": target.stage.accountHolder(in: target.place).uuidString] }),
        "accounts.open": RouteQuestion(
            object: .tenant, parameters: { ["person": $0.place.spare.uuidString] },
            body: { _ in "{\"username\":\"mx.\(UUID().uuidString.lowercased())\",\"password\":\"mat-khau-rat-dai-123\"}" }),
        "posts.list": RouteQuestion(
            object: .unit, query: { _ in "?limit=200" }, shows: { ($0.place.sparePosts[$0.slot] ?? UUID()).uuidString }),
        "posts.show": RouteQuestion(object: .unit, parameters: { ["post": ($0.place.sparePosts[$0.slot] ?? UUID()).uuidString] }),
        "posts.give": RouteQuestion(
            object: .unit,
            body: {
                "{\"person\":\"\($0.place.spare)\",\"unit\":\"\($0.unit)\",\"role\":\"unit_coordinator\",\"title\":\"x\",\"leaderRank\":\"direct_worker\"}"
            }),
        "posts.end": RouteQuestion(
            object: .unit, parameters: { ["post": ($0.place.sparePosts[$0.slot] ?? UUID()).uuidString] }, body: { _ in "{}" }),
    ]

    // MARK: - Launches

    private static let launch: @Sendable (Target) -> [String: String] = { ["launch": ($0.place.launches[$0.slot] ?? UUID()).uuidString] }

    private static let launches: [String: RouteQuestion] = [
        "launch-monitor.province": RouteQuestion(object: .figures, parameters: { _ in ["campaign": "MX0"] }),
        "launch-monitor.tenant": RouteQuestion(object: .figures, parameters: { _ in ["campaign": "MX0"] }),
        "launches.list": RouteQuestion(
            object: .unit, query: { _ in "?campaign=MX0&limit=200" }, shows: { ($0.place.launches[$0.slot] ?? UUID()).uuidString }),
        "launches.show": RouteQuestion(object: .unit, parameters: launch),
        "launches.cascade": RouteQuestion(object: .tenant, parameters: { _ in ["campaign": "MX0"] }),
        "launches.acknowledge": RouteQuestion(object: .unit, parameters: launch, body: { _ in #"{"happenedOn":"2023-06-01"}"# }),
        "launches.plan": RouteQuestion(
            object: .unit, parameters: launch, body: { _ in #"{"happenedOn":"2023-06-01","documentNumber":"1/KH","text":"x"}"# }),
        "launches.conference": RouteQuestion(
            object: .unit, parameters: launch, body: { _ in #"{"happenedOn":"2023-06-01","form":"own_conference","attendance":5}"# }),
    ]

    // MARK: - Directives

    private static let directive: @Sendable (Target) -> [String: String] = { ["directive": $0.place.directive.uuidString] }
    private static let paper: @Sendable (Target) -> String = { _ in
        "{\"type\":\"CV\",\"number\":\"\(UUID())\",\"issuedOn\":\"2023-01-01\",\"issuer\":\"x\",\"abstract\":\"x\"}"
    }

    private static let directives: [String: RouteQuestion] = both("directives") { object in
        [
            "list": RouteQuestion(object: object, query: { _ in "?limit=200" }, shows: { $0.place.directive.uuidString }),
            "show": RouteQuestion(object: object, parameters: directive),
            "file": RouteQuestion(object: object, parameters: directive),
            "enter": RouteQuestion(object: object, body: paper),
            "attach": RouteQuestion(
                object: object, parameters: directive, query: { _ in "?name=x.pdf" }, body: { _ in "%PDF-1.4\n%%EOF\n" },
                mediaType: "application/pdf",
                rules: ["directive-file-there"]),
        ]
    }

    private static func both(
        _ noun: String, _ questions: (Object) -> [String: RouteQuestion]
    ) -> [String: RouteQuestion] {
        var table: [String: RouteQuestion] = [:]
        for (verb, question) in questions(.tenant) { table["\(noun).\(verb)"] = question }
        for (verb, question) in questions(.province) { table["province-\(noun).\(verb)"] = question }
        return table
    }

    // MARK: - Items

    private static let item: @Sendable (Target) -> [String: String] = { ["item": $0.item.uuidString] }

    private static let items: [String: RouteQuestion] = {
        let change = RouteQuestion(object: .item, parameters: item, body: { _ in #"{"reason":"x","title":"Khác"}"# })
        let rule = RouteQuestion(object: .item, parameters: item, body: { _ in #"{"kind":"cancelled","documentNumber":"1/QĐ"}"# })
        func order(_ lead: @escaping @Sendable (Target) -> String, _ object: Object) -> RouteQuestion {
            RouteQuestion(
                object: object,
                body: {
                    """
                    {"lead":"\(lead($0))","kind":"task","title":"x","sector":"MX","dueOn":"2023-06-30","completion":"ketQua","assignedOn":"2023-06-01"}
                    """
                }, asksAbroad: false, needsSubUnit: true)
        }
        func table(_ lead: @escaping @Sendable (Target) -> String, of directive: @escaping @Sendable (Target) -> UUID, _ object: Object)
            -> RouteQuestion
        {
            RouteQuestion(
                object: object, query: { "?sector=MX&completion=ketQua&directive=\(directive($0))" },
                body: { "TT,Nhiệm vụ,Cơ quan chủ trì,Thời hạn\n1,Việc một,\(lead($0)),30/6/2023\n" }, mediaType: "text/csv",
                asksAbroad: false,
                needsSubUnit: true)
        }
        var questions: [String: RouteQuestion] = [
            "items.list": RouteQuestion(object: .item, query: { _ in "?limit=200" }, shows: { $0.item.uuidString }),
            "items.show": RouteQuestion(object: .item, parameters: item),
            "items.count": RouteQuestion(object: .figures, query: { _ in "?by=unit" }),
            "overview": RouteQuestion(object: .figures), "items.change": change, "items.rule": rule,
            "items.acknowledge": RouteQuestion(object: .item, parameters: item, body: { _ in "{}" }),
            "items.report": RouteQuestion(object: .item, parameters: item, body: { _ in #"{"narrative":"x","evidenceOn":"2023-06-01"}"# }),
            "items.hand-on": RouteQuestion(
                object: .unit, parameters: { ["item": $0.seat.items[$0.slot]?.uuidString ?? ""] },
                body: { "{\"unit\":\"\($0.unit)\",\"assignee\":\"\($0.place.spare)\"}" }),
            "items.assign": order({ $0.unit.uuidString }, .unit),
            "items.import": table({ "MX-\($0.slot.rawValue)" }, of: { $0.place.directive }, .unit),
        ]
        for verb in ["items.list", "items.show", "items.count", "overview", "items.change", "items.rule"] {
            questions["province-\(verb)"] = questions[verb]
        }
        questions["province-items.assign"] = order({ $0.place.slug }, .tenant)
        questions["province-items.import"] = table(
            { $0.place.slug.replacing("district_", with: "") }, of: { $0.stage.provincePlace.directive }, .tenant)
        return questions
    }()
}

extension MatrixStage {
    /// Somebody with an account in a tenant.
    func accountHolder(in place: Place) -> UUID { officers.first { $0.place.slug == place.slug }?.person ?? place.spare }
}

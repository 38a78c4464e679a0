import Domain
import Foundation
import HTTPTypes
import TestSupport

/// What tests of own authority begin with: the rules that ship, a campaign, and a unit's own rules as its secretary sends them.
struct OwnAwardStage {
    let api: APICaller
    let province: Province
    let campaign: String
    let tenant: String

    /// - Parameter campaign: code, which no other test of the suite uses.
    init(_ province: Province, campaign: String, in tenant: String = "district_101") async throws {
        _ = try await CouncilStage(province, campaign: campaign)
        self.province = province
        self.campaign = campaign
        self.tenant = tenant
        api = APICaller(province)
    }

    var path: String { "/api/v1/tenants/\(tenant)" }
    var secretary: Token { province.token(of: .councilSecretary, in: tenant) }
    var head: Token { province.token(of: .unitHead, in: tenant) }

    func officer(_ unit: String) -> Token { province.token(of: .subUnitOfficer, in: tenant, unit: unit) }
    func chairman(_ unit: String) -> Token { province.token(of: .subUnitHead, in: tenant, unit: unit) }
    func unit(_ code: String?) -> JSONValue { .string(province.unit(code, in: tenant).description) }

    static let criteria = "form,subject,criterion\n,,Hoàn thành tốt nhiệm vụ được giao\n"
    static let councils =
        "form,subject,method,quorum,share,base,chair_must_agree,absent_may_write,tie,recused_leave_base,source\n"
        + ",,showOfHands,1/2,60/100,allMembers,no,yes,share,no,Quy chế Hội đồng của đơn vị\n"

    /// Taken by the secretary, and confirmed by the head.
    ///
    /// - Parameter givers: rows of `givers.csv`, without its header.
    func takeRules(_ givers: [String], number: String = "10/QĐ", from: String = "2023-06-01", as token: Token? = nil) async throws
        -> APIAnswer
    {
        let taken = try await sendRules(givers, number: number, from: from, as: token)
        guard taken.status == 201, let id = taken.items.first(where: { $0.member("documentNumber") == number })?.member("id") else {
            return taken
        }
        return try await confirmRules(id, as: head)
    }

    func confirmRules(_ id: String, as token: Token) async throws -> APIAnswer {
        try await api.send(.post, "\(path)/award-rules/\(id)/confirmation", as: token, ["documentNumber": "4/TB"])
    }

    /// Taken, and not confirmed yet.
    func sendRules(_ givers: [String], number: String = "10/QĐ", from: String = "2023-06-01", as token: Token? = nil) async throws
        -> APIAnswer
    {
        let table = "unit,signer,budget,collectives,individuals,scope\n" + givers.map { $0 + "\n" }.joined()
        return try await api.send(
            .post, path + "/award-rules", as: token ?? secretary,
            [
                "documentNumber": .string(number), "documentOn": "2023-06-01", "validFrom": .string(from), "givers": .string(table),
                "criteria": .string(Self.criteria), "councilRules": .string(Self.councils),
            ])
    }

    func openRound(_ review: String = "interim", as token: Token? = nil) async throws -> APIAnswer {
        try await api.send(
            .post, path + "/award-rounds", as: token ?? secretary,
            [
                "campaign": .string(campaign), "review": .string(review), "opensOn": "2023-06-10", "cutOff": "2023-06-30",
                "documentNumber": "1/KH", "documentOn": "2023-06-10",
            ])
    }

    /// A draft with its papers; of a collective where nobody is named.
    func draft(
        _ unit: String?, person: Person.ID? = nil, round: String? = nil, giver: String? = nil,
        achievement: String = "Hoàn thành tốt nhiệm vụ", as token: Token
    ) async throws -> String {
        var body: [(String, JSONValue)] = [
            ("campaign", .string(campaign)), ("unit", self.unit(unit)), ("achievement", .string(achievement)),
        ]
        if let person { body.append(("person", .string(person.description))) }
        if let round { body.append(("round", .string(round))) }
        if let giver { body.append(("giver", .string(giver))) }
        let drafted = try await api.send(.post, path + "/award-dossiers", as: token, .object(JSONObject(body)))
        guard drafted.status == 201 else { return "\(drafted.status) \(drafted.json.text())" }
        let id = drafted.text("id")
        for kind in ["proposal", round == nil ? "summaryReport" : "achievementReport"] {
            let added = try await api.send(
                .post, "\(path)/award-dossiers/\(id)/papers", as: token,
                ["kind": .string(kind), "documentNumber": "1/TTr", "documentOn": "2023-06-19", "confirmed": true])
            guard added.status == 201 else { return "\(added.status) \(added.json.text())" }
        }
        return id
    }

    /// One step of a dossier; put to who signs by a tờ trình.
    func step(_ verb: String, _ dossier: String, as token: Token, _ body: JSONValue? = nil) async throws -> APIAnswer {
        let usual: JSONValue = verb == "submission-to-chairman" ? ["documentNumber": "1/TTr"] : [:]
        return try await api.send(.post, "\(path)/award-dossiers/\(dossier)/\(verb)", as: token, body ?? usual)
    }

    func record(_ dossiers: [String], number: String = "01/QĐ-UBND", as token: Token) async throws -> APIAnswer {
        try await api.send(
            .post, path + "/award-decisions", as: token,
            [
                "number": .string(number), "signedOn": "2023-06-20", "signer": "CHỦ TỊCH",
                "awards": .array(dossiers.map { ["dossier": .string($0), "name": "Tên in trên Giấy khen"] }),
            ])
    }
}

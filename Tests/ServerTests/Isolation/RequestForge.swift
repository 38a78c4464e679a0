import Documents
import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import TestSupport
import Web

@testable import Console

/// Makes requests as somebody would who knows the API, the ids of others and the tricks of the trade.
struct RequestForge {
    struct Attempt: Sendable {
        let route: Route
        let sight: Sight
        let uri: String
        let headers: HTTPFields
        let body: [UInt8]

        var description: String { "\(sight) \(route.method) \(uri)" }
    }

    /// Members that no body knows: what a handler that copies a body into a row would take.
    static let massAssignment = [
        "tenantId", "tenant_id", "id", "version", "recordedBy", "recorded_by", "recordedOn", "assignerTenantId", "assigner", "role_",
        "passwordHash",
    ]

    let canary: Canary
    let routes: [Route]
    let sights: [Sight]
    var random: SeededGenerator

    mutating func next() -> Attempt {
        var route = random.one(of: routes)
        // Signing out succeeds at once, and who is signed out attacks no more.
        if route.method == .delete, random.chance(80) { route = random.one(of: routes) }
        let sight = random.one(of: sights)
        var headers = forgedHeaders(route)
        if let seat = sight.seat {
            if random.chance(90) {
                headers[.authorization] = "Bearer \(seat.token.text)"
            } else {
                headers[.cookie] = "thidua=\(seat.token.text)"
                headers[HTTPField.Name("Sec-Fetch-Site")!] = random.chance(80) ? "same-origin" : "cross-site"
            }
        } else if random.chance(30) {
            headers[.authorization] = "Bearer tdx_" + String(repeating: "A", count: 43)
        }
        let (body, type) = payload(of: route, sight)
        if let type { headers[.contentType] = random.chance(97) ? type : "text/plain" }
        return Attempt(route: route, sight: sight, uri: path(of: route, sight) + query(of: route, sight), headers: headers, body: body)
    }

    // MARK: - Where

    private mutating func path(of route: Route, _ sight: Sight) -> String {
        var path = route.path
        for name in route.parameterNames {
            let value =
                switch name {
                case "tenant": slug(sight)
                case "campaign": campaign()
                case "guide" where random.chance(90): random.one(of: Guide.all.map(\.name))
                case "document" where random.chance(90): random.one(of: Self.documents(of: route))
                default: id(named: name, sight)
                }
            path = path.replacing("{\(name)}", with: Self.encoded(value))
        }
        return path
    }

    /// The generated papers that a route can answer.
    static func documents(of route: Route) -> [String] {
        (route.parameterNames.contains("session") ? MakeSessionPaper.kinds : MakeDossierPaper.kinds).map(\.rawValue)
    }

    private mutating func slug(_ sight: Sight) -> String {
        switch random.next() % 100 {
        case 0..<55: sight.seat?.tenant ?? "district_101"
        case 55..<85: random.one(of: ["district_101", "district_102", "dept_snv", "dept_vpub", "dept_ttt", "province"])
        case 85..<92: "district_999"
        default: random.one(of: InjectionPayloads.all)
        }
    }

    private mutating func campaign() -> String {
        random.chance(80) ? Canary.campaign : random.one(of: InjectionPayloads.all)
    }

    /// Tables by the names that paths and bodies have for their rows; another name may mean any table.
    static let tables = [
        "unit": "sub_unit", "parent": "sub_unit", "item": "work_item", "token": "credential", "unitLeader": "post",
        "provinceLeader": "post",
        "delegatePost": "post", "paper": "paper_act", "signer": "post", "assignee": "person", "report": "progress", "successor": "post",
        "coverageLine": "coverage_line", "line": "coverage_line",
        "items": "work_item", "dispute": "review_dispute", "itemDraft": "item_draft", "session": "council_session",
        "hold": "integrity_hold", "absent": "award_dossier", "award": "earlier_award", "template": "paper_template",
        "adoption": "good_model_adoption", "other": "earlier_award",
        "opinion": "dossier_opinion", "confirmation": "initiative_confirmation",
        "file": "award_file", "supersedes": "award_file", "consent": "publicity_consent",
        "term": "council_member", "dossier": "award_dossier", "dossiers": "award_dossier",
        "member": "person", "present": "person", "round": "own_round", "solver": "sub_unit", "giver": "sub_unit", "rules": "own_rules",
    ]

    private mutating func id(named name: String, _ sight: Sight) -> String {
        let kind = random.next() % 100
        if kind >= 92 { return random.one(of: InjectionPayloads.all) }
        if kind >= 85 { return "0192a000-0000-7000-8000-00000000abcd" }
        let table = Self.tables[name] ?? name
        let byTenant = canary.ids[canary.ids[table] != nil ? table : random.one(of: canary.ids.keys.sorted())] ?? [:]
        let home = sight.seat?.tenant ?? "district_101"
        let owner = kind < 50 ? home : random.one(of: byTenant.keys.sorted())
        return random.one(of: byTenant[owner] ?? byTenant.values.first ?? [""])
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber || "-_.~".contains(character))
                ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    // MARK: - Query and headers

    private mutating func query(of route: Route, _ sight: Sight) -> String {
        var pairs: [String] = []
        // What a route cannot do without is nearly always there; of the rest often nothing, as most of those who ask a list say nothing.
        let isPlain = random.chance(25)
        for parameter in route.query
        where random.chance(parameter.isRequired ? 95 : isPlain ? 0 : 30) {
            let value =
                random.chance(15) ? random.one(of: InjectionPayloads.all) : text(of: value(of: parameter.schema, parameter.name, sight))
            pairs.append("\(parameter.name)=\(Self.encoded(value))")
            if random.chance(3) { pairs.append("\(parameter.name)=\(Self.encoded(value))") }
        }
        if random.chance(3) { pairs.append("tenant=district_102") }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private mutating func forgedHeaders(_ route: Route) -> HTTPFields {
        var headers: HTTPFields = [:]
        if route.versioned { headers[.ifMatch] = random.chance(80) ? "\"1\"" : random.one(of: ["*", "\"0\"", "\"99\"", "'", "W/\"1\""]) }
        if random.chance(10) { headers[HTTPField.Name("Idempotency-Key")!] = random.one(of: ["a", "b", "' OR 1=1 --", "x"]) }
        for (name, value) in Self.forwarding where random.chance(3) { headers[HTTPField.Name(name)!] = value }
        return headers
    }

    /// What a proxy might say, and an attacker says.
    static let forwarding = [
        ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Real-IP", "::1"),
        ("Forwarded", "for=127.0.0.1;host=evil.example;proto=https"), ("X-Original-URL", "/api/v1/tenants/district_102/people"),
        ("X-Rewrite-URL", "/api/v1/tenants/district_102/people"), ("X-HTTP-Method-Override", "DELETE"), ("X-HTTP-Method", "DELETE"),
        ("X-Tenant", "district_102"), ("X-User", "chairman.province"), ("X-Forwarded-User", "chairman.province"), ("X-Role", "office"),
    ]

    // MARK: - Body

    private mutating func payload(of route: Route, _ sight: Sight) -> ([UInt8], String?) {
        switch route.takes {
        case nil: return (random.chance(5) ? Array("{}".utf8) : [], nil)
        case .bytes(let types, _), .file(let types, _):
            let content = random.one(of: [
                "%PDF-1.4\n1 0 obj\n", "%PDF-1.4\n%%EOF\n", "TT,Nhiệm vụ,Cơ quan chủ trì\n1,Việc một,101\n", "username=a&password=b",
                "Họ và tên,Loại,Đơn vị,Chức vụ,Vai trò\nNguyễn Thị Mới,công chức,PNV,Nhân viên,Văn thư\n",
                random.one(of: InjectionPayloads.all),
            ])
            return (Array(content.utf8), types.first)
        case .formWithFile:
            let content = random.one(of: InjectionPayloads.all)
            let part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n\(content)\r\n--x--\r\n"
            return (Array(part.utf8), "multipart/form-data; boundary=x")
        case .json(let schema):
            if random.chance(2) { return (Array(#"{"a":"#.utf8), "application/json") }
            var bytes = value(of: schema, "", sight).bytes()
            if random.chance(4), bytes.first == UInt8(ascii: "{") {
                let member = random.one(of: Self.massAssignment)
                let value = random.one(of: canary.ids["person"]?["district_102"] ?? ["x"])
                bytes = Array("{\"\(member)\":\"\(value)\"\(bytes.count > 2 ? "," : "")".utf8) + bytes.dropFirst()
            }
            return (bytes, "application/json")
        }
    }

    private func text(of value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        default: String(decoding: value.bytes(), as: UTF8.self)
        }
    }

    /// What gets a body past its first checks and on to rows: where one tenant's text could meet another's.
    static let likely = [
        "lead": ["district_101", "district_102", "dept_snv", "dept_vpub"], "coordinators": ["district_101", "district_102"],
        "unit": ["PNV", "TT01", "district_101"], "sector": ["NV"], "campaign": [Canary.campaign], "content": ["III.3"],
        "documentNumber": ["1/district_101", "1/district_102"], "number": ["1/district_102"], "dueWords": ["trước ngày 30/6/2023"],
        "object": ["province", "tenant:district_101", "tenant:district_102", "tenant", "person", "work_item", "sub_unit", "post"],
        "username": ["tenant_admin.district_102", "nguoi.moi"], "to": ["district_101", "district_102", "dept_snv"],
        "minimumEarlyWorkingDays": ["3", "5"], "code": ["101", "SNV", "MOI-1", "MOI-2"], "month": ["2023-05", "2023-06"],
    ]

    private mutating func value(of schema: Schema, _ name: String, _ sight: Sight) -> JSONValue {
        switch schema {
        case .string, .text:
            if name == "id", random.chance(80) { return .string(id(named: random.one(of: ["tenant", "person", "item", "unit"]), sight)) }
            // By code or id.
            if ["by", "items"].contains(name), random.chance(80) { return .string(id(named: name, sight)) }
            if let likely = Self.likely[name], random.chance(80) { return .string(random.one(of: likely)) }
            switch random.next() % 10 {
            case 0..<2: return .string(random.one(of: InjectionPayloads.all))
            case 2: return .string(id(named: name, sight))
            case 3: return .string(random.one(of: Self.likely.values.joined().sorted()))
            default: return .string("mẫu \(random.next() % 1_000)")
            }
        case .date: return .string(random.one(of: ["2023-06-01", "2023-06-20", "2023-05-31", "2024-01-01", "2022-01-01", "2023-02-30"]))
        case .instant: return "2023-06-01T00:00:00Z"
        case .uuid: return .string(id(named: name, sight))
        case .decimal: return .string(random.one(of: ["1", "90", "0.5", "-1", "1e9"]))
        case .integer: return .integer(random.one(of: [0, 1, 10, 50, 200, -1]))
        case .boolean: return .bool(random.chance(50))
        // PDF is made by a program of its own, once for each question.
        case .choice(let values) where values.contains("pdf"): return .string(random.chance(90) ? "docx" : "x")
        case .choice(let values): return .string(values.isEmpty || random.chance(4) ? "x" : random.one(of: values))
        case .array(let element): return .array((0..<Int(random.next() % 3)).map { _ in value(of: element, name, sight) })
        case .any: return [:]
        case .nullable(let inner): return random.chance(30) ? .null : value(of: inner, name, sight)
        case .object(let properties), .named(_, let properties):
            return .object(
                JSONObject(
                    properties.compactMap { property in
                        guard random.chance(property.required ? 96 : 35) else { return nil }
                        return (property.name, value(of: property.schema, property.name, sight))
                    }))
        }
    }
}

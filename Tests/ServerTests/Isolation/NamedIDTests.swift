import API
import Domain
import FoundationEssentials
import HTTPTypes
import TestSupport
import Testing
import Web

/// Wherever a request can name a row, a row of another tenant is answered like one that does not exist: in the path, in the query and in the
/// body of every route.
@Suite("Rows of another tenant, named anywhere", .province, .serialized, .timeLimit(.minutes(30)))
struct NamedIDTests {
    private let province = Province.current
    private static let absent = "0192a000-0000-7000-8000-00000000abcd"

    @Test("are answered like rows that do not exist, to the byte; one's own are not")
    func everywhere() async throws {
        let canary = try await Canary.plant(in: province)
        var (asked, seen) = (0, 0)
        for route in APIRoutes.all where route.access == .officer && route.path.contains("{tenant}") {
            for place in places(of: route) {
                for (table, theirs, own) in samples(canary, named: place.name) {
                    for role in [Role.unitHead, .tenantAdmin] {
                        let foreign = try await ask(route, place, id: theirs, role, canary)
                        let absent = try await ask(route, place, id: Self.absent, role, canary)
                        #expect(foreign == absent, "\(route.name), \(place), \(table) as \(role)")
                        // A change may be made of one's own row: only what is read is asked for.
                        if route.method == .get, try await ask(route, place, id: own, role, canary) != absent { seen += 1 }
                    }
                    asked += 1
                }
            }
        }
        #expect(asked > 40 && seen > 10, "the control: \(seen) of \(asked) places told one's own row from none")
    }

    /// Where in a request an id stands.
    private enum Place: CustomStringConvertible {
        case path(String), query(String), member(String)

        var name: String {
            switch self {
            case .path(let name), .query(let name), .member(let name): name
            }
        }

        var description: String {
            switch self {
            case .path(let name): "{\(name)}"
            case .query(let name): "?\(name)"
            case .member(let name): "$.\(name)"
            }
        }
    }

    private func places(of route: Route) -> [Place] {
        route.parameterNames.filter { $0 != "tenant" && $0 != "campaign" && $0 != "document" }.map(Place.path)
            + route.query.filter { $0.schema.isID }.map { .query($0.name) }
            + (route.properties ?? []).filter { $0.schema.isID || Self.codesOrIDs.contains("\(route.name) \($0.name)") }.map {
                .member($0.name)
            }
    }

    /// Members that take an item's code, and its id as well.
    private static let codesOrIDs: Set = ["items.replace by", "disputes.answer by", "difficulties.raise items"]

    /// A row of the other district and one's own, of the table that the name means; of every table where that is not known.
    private func samples(_ canary: Canary, named name: String) -> [(table: String, theirs: String, own: String)] {
        let table = RequestForge.tables[name] ?? name
        let tables = canary.ids[table] != nil ? [table] : canary.ids.keys.sorted()
        return tables.compactMap { table in
            guard let theirs = canary.ids[table]?["district_102"]?.last, let own = canary.ids[table]?["district_101"]?.last else {
                return nil
            }
            return (table, theirs, own)
        }
    }

    private struct Answer: Equatable {
        let status: HTTPResponse.Status
        let headers: [String]
        let body: String
    }

    private func ask(_ route: Route, _ place: Place, id: String, _ role: Role, _ canary: Canary) async throws -> Answer {
        var path = route.path.replacing("{tenant}", with: "district_101").replacing("{campaign}", with: Canary.campaign)
        for name in route.parameterNames {
            let row = canary.ids[RequestForge.tables[name] ?? name]?["district_101"]?.first ?? Self.absent
            let own = name == "document" ? RequestForge.documents(of: route)[0] : row
            if case .path(name) = place {
                path = path.replacing("{\(name)}", with: id)
            } else {
                path = path.replacing("{\(name)}", with: own)
            }
        }
        if case .query(let name) = place { path += "?\(name)=\(id)" }
        var body = String(decoding: route.sampleBody, as: UTF8.self)
        if case .member(let name) = place {
            var members = (route.properties ?? []).filter { $0.required && $0.name != name }.map { ($0.name, $0.schema.sample) }
            let isList = route.properties?.first { $0.name == name }?.schema.isList ?? false
            members.append((name, isList ? .array([.string(id)]) : .string(id)))
            body = String(decoding: JSONValue.object(JSONObject(members)).bytes(), as: UTF8.self)
        }
        var headers: HTTPFields = [:]
        if route.versioned { headers[.ifMatch] = "\"1\"" }
        if let type = route.sampleMediaType { headers[.contentType] = type }
        let token = province.token(of: role, in: "district_101")
        let answer = try await province.call(route.method, path, token: token, headers: headers, body: route.method == .get ? "" : body)
        let parts = answer.body.split(separator: #""instance":"#, maxSplits: 1)
        // What was named is said back: the same of both.
        var said = String(parts.first ?? "").replacing(id, with: "…")
        // What was made of it, as a draft that is looked at later, has an id of its own.
        if answer.status == .created { said = said.replacing(/"id":"[0-9a-f-]{36}"/, with: "") }
        return Answer(
            status: answer.status, headers: answer.headers.filter { $0.name.canonicalName != "x-request-id" }.map { "\($0)" }, body: said)
    }
}

extension Schema {
    /// An id of a row, possibly null, or a list of them.
    fileprivate var isID: Bool {
        switch self {
        case .uuid: true
        case .nullable(let inner), .array(let inner): inner.isID
        default: false
        }
    }

    fileprivate var isList: Bool {
        if case .array = self { true } else { false }
    }
}

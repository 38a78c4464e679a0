import API
import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Server
import TestSupport
import Testing
import Web

/// On every route of the API, what belongs to another tenant and what does not exist are answered alike, to the byte (design.md 3).
@Suite("Ids of other tenants over HTTP", .province, .timeLimit(.minutes(30)))
struct ForeignIDTests {
    private let province = Province.current

    /// Every route that names a tenant, with a token of district_101.
    static let routes = APIRoutes.all.filter { $0.access == .officer && $0.path.contains("{tenant}") }.map(\.name)

    @Test("another tenant in the path is answered like one that does not exist", arguments: routes)
    func foreignTenant(_ name: String) async throws {
        let route = try #require(APIRoutes.all.first { $0.name == name })
        let foreign = try await answer(route, tenant: "district_102", ids: knownForeignIDs())
        let absent = try await answer(route, tenant: "district_999", ids: knownForeignIDs())
        #expect(foreign == absent)
        #expect(
            foreign.status == .notFound || foreign.status == .unprocessableContent || foreign.status == .unsupportedMediaType, "\(foreign)")
    }

    @Test("another tenant's id under one's own path is answered like one that does not exist", arguments: routes)
    func foreignID(_ name: String) async throws {
        let route = try #require(APIRoutes.all.first { $0.name == name })
        let names = route.parameterNames.filter { $0 != "tenant" && $0 != "campaign" }
        guard !names.isEmpty else { return }
        let foreign = try await answer(route, tenant: "district_101", ids: knownForeignIDs())
        let absent = try await answer(route, tenant: "district_101", ids: [:])
        #expect(foreign == absent)
        #expect((400..<500).contains(foreign.status.code), "\(foreign)")
    }

    @Test("the ids used are really there for who may see them")
    func control() async throws {
        let ids = try await knownForeignIDs()
        for name in ["units.show", "people.show", "posts.show"] {
            guard let route = APIRoutes.all.first(where: { $0.name == name }) else { continue }
            let own = try await answer(route, tenant: "district_102", ids: ids, token: province.token(of: .tenantAdmin, in: "district_102"))
            #expect(own.status == .ok, "\(name): \(own)")
        }
    }

    // MARK: - Asking

    struct Answer: Equatable {
        let status: HTTPResponse.Status
        let body: String
    }

    private func answer(_ route: Route, tenant: String, ids: [String: String], token: Token? = nil) async throws -> Answer {
        var path = route.path.replacing("{tenant}", with: tenant)
        for name in route.parameterNames {
            path = path.replacing("{\(name)}", with: ids[name] ?? "0192a000-0000-7000-8000-00000000abcd")
        }
        var headers: HTTPFields = [.authorization: "Bearer \((token ?? province.token(of: .tenantAdmin, in: "district_101")).text)"]
        if let type = route.sampleMediaType { headers[.contentType] = type }
        if route.versioned { headers[.ifMatch] = "\"1\"" }
        let (uri, fields) = (path, headers)
        return try await province.service.test(.router) { client in
            try await client.execute(
                uri: uri, method: route.method, headers: fields, body: ByteBuffer(bytes: route.method == .get ? [] : route.sampleBody)
            ) { response in
                let text = String(buffer: response.body)
                // The id of the request differs each time, and is the only thing that may.
                let parts = text.split(separator: #""instance":"#, maxSplits: 1)
                return Answer(status: response.status, body: String(parts.first ?? ""))
            }
        }
    }

    /// One id of district_102 for each parameter that a path can name.
    private func knownForeignIDs() async throws -> [String: String] {
        let commune = province.unit("10201", in: "district_102")
        return [
            "unit": commune.description,
            "person": province.person(of: .unitHead, in: "district_102").description,
            "post": province.post(of: .unitHead, in: "district_102").description,
        ]
    }
}

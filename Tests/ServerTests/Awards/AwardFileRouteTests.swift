import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Operations
import Postgres
import Server
import Storage
import TestSupport
import Testing
import Web

/// Files of signed papers over HTTP: what comes in is what comes out, to who sees what it proves; what is refused leaves nothing behind.
@Suite("Files of awards over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct AwardFileRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private let unit = "/api/v1/tenants/\(CouncilStage.tenant)/award-files"
    private let wide = "/api/v1/province/award-files"
    private var head: Token { province.token(of: .unitHead, in: CouncilStage.tenant) }
    private var secretary: Token { province.token(of: .councilSecretary, in: CouncilStage.tenant) }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private var stranger: Token { province.token(of: .unitHead, in: "district_102") }

    static func pdf(_ byteCount: Int) -> [UInt8] {
        let ends = (Array("%PDF-1.7\n".utf8), Array("\n%%EOF\n".utf8))
        return ends.0 + (0..<byteCount - ends.0.count - ends.1.count).map { UInt8(truncatingIfNeeded: $0 &* 31) } + ends.1
    }

    private struct Answer {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]
        var json: JSONValue { (try? StrictJSON.parse(bytes)) ?? .null }
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, as token: Token, _ body: [UInt8] = []) async throws -> Answer {
        let application = Application(router: buildRouter(Backend(entrance: province.entrance, secure: false, demonstration: true)))
        let headers: HTTPFields = [.authorization: "Bearer \(token.text)", .contentType: "application/pdf"]
        return try await application.test(.router) { client in
            try await client.execute(uri: path, method: method, headers: headers, body: ByteBuffer(bytes: body)) { response in
                Answer(status: response.status.code, headers: response.headers, bytes: Array(response.body.readableBytesView))
            }
        }
    }

    /// A closed session of the unit's council or of the provincial one.
    private func session(of tenant: String, isClosed: Bool = true) async throws -> String {
        let id = UUID().uuidString.lowercased()
        let post = province.post(of: .unitHead, in: CouncilStage.tenant)
        let closing = isClosed ? "now(), '\(post)', 900 + (random() * 90000)::integer, sha256('x')" : "NULL, NULL, NULL, NULL"
        try await province.asSuperuser(
            """
            INSERT INTO core.council_session (tenant_id, id, held_on, place, recorded_by, recorded_on, closed_at, closed_by, minutes, sealed)
            VALUES ('\(province.tenant(tenant))', '\(id)', '2023-06-20', 'Hội trường', '\(post)', '2023-06-20', \(closing))
            """)
        return "owner=session&of=\(id)"
    }

    @Test("signed minutes come back byte by byte as an attachment, to who sees the session, and none before it is closed")
    func minutes() async throws {
        let content = Self.pdf(700_001)
        let closed = try await session(of: CouncilStage.tenant)
        let path = "\(unit)?\(closed)&name=Bi%C3%AAn%20b%E1%BA%A3n.pdf"
        let open = try await session(of: CouncilStage.tenant, isClosed: false)
        #expect(try await send(.post, "\(unit)?\(open)&name=x.pdf", as: secretary, content).json.member("code") == "file-out-of-time")
        let added = try await send(.post, path, as: secretary, content)
        #expect(added.status == 201, "\(added.json.text())")
        let id = added.json.member("id")
        #expect(added.json.member("name") == "Biên bản.pdf" && added.json.member("bytes") == "700001")
        for token in [head, secretary] {
            let read = try await send(.get, "\(unit)/\(id)", as: token)
            #expect(read.status == 200 && read.bytes == content)
            #expect(read.headers[.contentType] == "application/pdf" && read.headers[.xContentTypeOptions] == "nosniff")
            #expect(read.headers[.contentDisposition]?.hasPrefix("attachment; filename*=UTF-8''Bi%C3%AAn") == true)
        }
        // A unit's council stays inside it (A59).
        #expect(try await send(.get, "\(wide)/\(id)", as: affairs).status == 404)
        #expect(try await send(.get, "/api/v1/tenants/district_102/award-files/\(id)", as: stranger).status == 404)
        #expect([403, 404].contains(try await send(.post, path, as: stranger, content).status))
        let missing = try await send(.post, "\(unit)?owner=session&of=\(UUID().uuidString)&name=x.pdf", as: secretary, content)
        #expect(missing.status == 404)
        let provincial = try await session(of: "province")
        let kept = try await send(.post, "\(wide)?\(provincial)&name=x.pdf", as: affairs, content)
        #expect(kept.status == 201, "\(kept.json.text())")
        #expect(try await send(.get, "\(wide)/\(kept.json.member("id"))", as: province.token(of: .auditor)).bytes == content)
        #expect(try await send(.post, "\(wide)?\(provincial)&name=y.pdf", as: province.token(of: .auditor), Self.pdf(60)).status == 403)
    }

    @Test("of a wrong type, empty, cut off or too large is refused in its own words, and leaves neither a row nor a file")
    func refused() async throws {
        let path = "\(unit)?\(try await session(of: CouncilStage.tenant))&name=x.pdf"
        let before = try await province.count("SELECT count(*) FROM core.award_chunk")
        for (content, code) in [
            ([], "file-empty"), (Array("MZ".utf8), "file-type"), (Array(Self.pdf(5_000).prefix(4_000)), "file-cut-off"),
            ([UInt8](repeating: 0x25, count: Evidence.largest + 1), "file-too-large"),
        ] {
            let answer = try await send(.post, path, as: secretary, content)
            #expect(answer.json.member("code") == code, "\(answer.status) \(answer.json.text())")
        }
        #expect(try await province.count("SELECT count(*) FROM core.award_chunk") == before)
    }

    @Test("a paper of a dossier takes its file from who drafts it; the province reads it once it is submitted; its page takes the form")
    func papers() async throws {
        let stage = try await CouncilStage(province, campaign: "TEP-HTTP")
        let dossier = try await stage.dossier(.drafted, person: try await stage.people(1)[0])
        let base = "/api/v1/tenants/\(CouncilStage.tenant)/award-dossiers/\(dossier)"
        let added = try await api.send(
            .post, "\(base)/papers", as: head, ["kind": "proposal", "documentNumber": "12/TTr", "documentOn": "2023-06-19"])
        let paper = try #require(added.list("papers").first?.member("id"), "\(added.json.text())")
        let kept = try await send(.post, "\(unit)?owner=document&of=\(paper)&name=x.pdf", as: head, Self.pdf(500))
        #expect(kept.status == 201, "\(kept.json.text())")
        let file = kept.json.member("id")
        #expect(try await send(.get, "\(wide)/\(file)", as: affairs).status == 404, "a draft is the unit's")
        try await province.asSuperuser(
            "UPDATE core.award_dossier SET state = 'submitted', submitted_on = '2023-06-19' WHERE id = '\(dossier)'")
        #expect(try await send(.get, "\(wide)/\(file)", as: affairs).bytes == Self.pdf(500))
        let listed = try await api.send(.get, "\(wide)?owner=document&of=\(paper)", as: affairs)
        #expect(listed.items.map { $0.member("id") } == [file] && listed.items.first?.member("sha256").count == 64)
        let late = try await send(.post, "\(unit)?owner=document&of=\(paper)&name=y.pdf", as: head, Self.pdf(600))
        #expect(late.json.member("code") == "file-out-of-time")

        let page = try await province.call(
            .get, "/units/\(CouncilStage.tenant)/award-files?owner=document&of=\(paper)", headers: [.cookie: "thidua=\(head.text)"])
        #expect(page.status == .ok && page.body.contains("x.pdf") && page.body.contains("Thêm tệp</button>"), "\(page.body)")
        let others = try await province.call(
            .get, "/units/\(CouncilStage.tenant)/award-files?owner=document&of=\(paper)", headers: [.cookie: "thidua=\(stranger.text)"])
        #expect(others.status != .ok)
    }

    @Test("what he signed of being named the nominee himself adds, whatever his role, and no colleague; the control without the policy")
    func ownConsent() async throws {
        let stage = try await CouncilStage(province, campaign: "TEP-TOI")
        let (clerk, colleague) = (
            province.token(of: .clerk, in: CouncilStage.tenant), province.token(of: .unitCouncilMember, in: CouncilStage.tenant)
        )
        func consent(of person: Person.ID) async throws -> String {
            let dossier = try await stage.dossier(.received, person: person)
            let word: JSONValue = [
                "dossier": .string(dossier.description), "consents": true, "givenOn": "2023-06-19", "manner": "paper",
                "documentNumber": "Đơn",
            ]
            let said = try await api.send(.post, "/api/v1/tenants/\(CouncilStage.tenant)/publicity-consents", as: head, word)
            #expect(said.status == 201, "\(said.json.text())")
            return said.text("id")
        }
        let own = try await consent(of: province.person(of: .clerk, in: CouncilStage.tenant))
        let path = "\(unit)?owner=consent&of=\(own)&name=don.pdf"
        #expect(try await send(.post, path, as: colleague, Self.pdf(500)).status == 403)
        let added = try await send(.post, path, as: clerk, Self.pdf(500))
        #expect(added.status == 201, "\(added.json.text())")
        #expect(try await send(.get, "\(unit)/\(added.json.member("id"))", as: clerk).bytes == Self.pdf(500))
        let other = try await consent(of: try await stage.people(1)[0])
        #expect(try await send(.post, "\(unit)?owner=consent&of=\(other)&name=x.pdf", as: clerk, Self.pdf(400)).status == 403, "of another")

        func page(_ path: String, as token: Token) async throws -> String {
            try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"]).body
        }
        let files = "/units/\(CouncilStage.tenant)/award-files?owner=consent&of=\(own)"
        #expect(try await page(files, as: clerk).contains("Thêm tệp</button>"))
        #expect(!(try await page(files, as: colleague).contains("Thêm tệp</button>")))
        let names = "/units/\(CouncilStage.tenant)/award-names"
        #expect(try await page(names, as: clerk).contains("Ý kiến của tôi"))
        #expect(!(try await page(names, as: colleague).contains("Ý kiến của tôi")))

        try await province.asSuperuser("DROP POLICY ones_own_consent_attached ON \(CouncilStage.tenant).award_file")
        #expect(try await send(.post, path, as: clerk, Self.pdf(600)).status == 403, "the control")
        #expect(try await send(.post, path, as: head, Self.pdf(600)).status == 201, "who proposed him may as before")
    }

    @Test("what a nominee signed of his name takes its file from who proposes, and is read with the dossier")
    func names() async throws {
        let stage = try await CouncilStage(province, campaign: "TEP-TEN")
        let dossier = try await stage.dossier(.received, person: try await stage.people(1)[0])
        let names = "/api/v1/tenants/\(CouncilStage.tenant)/award-names"
        func say(_ party: String, _ number: String) async throws -> String {
            let said = try await api.send(
                .post, names, as: head,
                [
                    "dossier": .string(dossier.description), "party": .string(party), "name": "Người được đề nghị", "post": "Văn thư",
                    "documentNumber": .string(number),
                ])
            #expect(said.status == 201, "\(said.json.text())")
            let listed = try await api.send(.get, names + "?limit=200", as: head)
            return listed.items.first { $0.members("dossier").member("id") == dossier.description }?.member("signed") ?? "not listed"
        }
        #expect(try await say("unit", "") == "", "the unit's own word has no paper")
        let signed = try await say("nominee", "Đơn 5")
        let path = "\(unit)?owner=nameConfirmation&of=\(signed)&name=ten.pdf"
        #expect(try await send(.post, path, as: province.token(of: .clerk, in: CouncilStage.tenant), Self.pdf(500)).status == 403)
        #expect([403, 404].contains(try await send(.post, path, as: stranger, Self.pdf(500)).status))
        let added = try await send(.post, path, as: head, Self.pdf(500))
        #expect(added.status == 201, "\(added.json.text())")
        let file = added.json.member("id")
        #expect(try await send(.get, "\(wide)/\(file)", as: affairs).bytes == Self.pdf(500), "the dossier was submitted")
        #expect(try await send(.get, "/api/v1/tenants/district_102/award-files/\(file)", as: stranger).status == 404)
        let page = try await province.call(
            .get, "/units/\(CouncilStage.tenant)/award-names", headers: [.cookie: "thidua=\(head.text)"])
        #expect(page.body.contains("award-files?owner=nameConfirmation"), "\(page.body)")
        // Of a word that another followed, and of the unit's, no file is taken.
        let later = try await say("nominee", "Đơn 6")
        let words = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                "SELECT c.id::text FROM core.name_confirmation AS c WHERE c.dossier_id = \(dossier) AND c.party = 'unit'"
            ).decode { row in try row.next(String.self) }
        }
        for word in words + [signed] {
            let refused = try await send(.post, "\(unit)?owner=nameConfirmation&of=\(word)&name=ten.pdf", as: head, Self.pdf(510))
            #expect([403, 404].contains(refused.status), "\(refused.json.text())")
        }
        let followed = "\(unit)?owner=nameConfirmation&of=\(later)&name=ten.pdf"
        #expect(words.count == 1 && later != signed)
        #expect(try await send(.post, followed, as: head, Self.pdf(510)).status == 201, "the control")
    }
}
